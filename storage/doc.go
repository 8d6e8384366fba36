// Package storage keeps cases on disk, sealed: bytes in, sealed bytes out.
//
// Call Create once for a new folder, Open ever after, and Close at the end.
// Between them List, Get, Put and Remove work on whole cases by their id.
// WriteFile writes one ordinary file so that a crash or a full disk leaves
// either the old file or the new one; exports use it too.
//
// # State of the format
//
// The format is not released. It bears the name "unreleased" in the vault's
// header, may be replaced by version 1 without any migration, and no vault made
// with it should be relied upon beyond that change. Its shape is the intended
// one: plain age files, readable by the stock age program, and nothing of our
// own below them.
//
//	vault.json       format and vault id, in the clear; vault.bak is its copy
//	slots/pass.age   the vault's secrets as JSON, sealed under the passphrase
//	c/ID/draft.age   one case, sealed to the vault's own X25519 recipient
//	lock             held by the one process that has the vault open
//
// ID is the case's UUID in lower-case base32. A case's plaintext is one line of
// JSON (format, vault, case, kind, revision, size), then the data, then spaces
// that blur the size. Hence
//
//	age -d slots/pass.age | jq -r .identity > identity.txt
//	age -d -i identity.txt c/ID/draft.age | tail -n +2
//
// yield a case without this program. The passphrase that age asks for is the
// one the person chose in Unicode form NFKC with single spaces between words.
//
// # What it promises
//
// Put and Remove answer without an error only after the change has reached the
// disk: written to a temporary file in the same folder, synced, renamed, and the
// folder synced. Every byte of a sealed file is authenticated, and its inner
// vault, case and kind are compared with what was asked for, so a changed, cut
// or exchanged file is reported as damaged, never returned. Damage to one case
// leaves the others open. Nothing readable stands in any file or file name, and
// no error carries data of a case.
//
// # What it does not do
//
// It does not notice that a case file was put back to an older genuine state or
// deleted: that needs the sealed manifests of version 1, as do generations, a
// recovery slot and the sealing of each case to an identity of its own. It hides
// neither the number of cases nor the dates of change. Remove deletes but does
// not shred: an old copy on a worn flash cell or in a backup stays readable to
// who gets the passphrase. It does not look into the data and does not merge.
package storage
