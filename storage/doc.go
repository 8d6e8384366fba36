// Package storage is the vault: bytes in, sealed bytes out, in the format of
// docs/VAULT.md.
//
// Call Create once for a new folder, Open ever after (or OpenRecovery with the
// key of the recovery sheet), and Close at the end. CreateInMemory makes a vault
// that leaves nothing. Between them List, Get, Put and Remove work on whole
// cases by their id, AddExhibit and Exhibit on large files that belong to them,
// Search and Summaries find cases, Verify reads all and names what is wrong,
// Backup and Restore copy the vault, HandOver and Receive pass a case on, Settings
// and SaveSettings keep what the program remembers of itself.
// WriteFile and WriteStream write one ordinary file so that a crash or a full
// disk leaves either the old file or the new one; exports use them.
//
// # What it promises
//
// What answers without an error has reached the disk: object, shard and root,
// each synced and named, the folders synced. Every file that is read is held
// against the sealed manifest, so a changed, cut, exchanged or put back file is
// reported as damaged, never returned; damage to one case leaves the others
// open. Nothing readable stands in any file or file name, and no error carries
// data of a case. Nothing that the vault did not write is ever removed.
//
// # What it does not do
//
// It does not look into the data and does not merge. It cannot notice that the
// whole folder was put back to an earlier state. Removing makes a case
// unreadable at once, but old copies in backups or in worn flash stay readable
// to who gets the passphrase. docs/THREATS.md says it in plain words.
package storage
