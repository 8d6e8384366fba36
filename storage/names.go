package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strconv"
	"strings"
)

// The names within a vault's folder.
const (
	slotsDir     = "slots"
	passSlot     = "pass.age"
	recSlot      = "rec.age"
	manifestsDir = "m"
	rootName     = "root"
	casesDir     = "c"
	exhibitsDir  = "e"
	indexName    = "index.age"
	settingsName = "settings.age"
	lockName     = "lock"
	sealedSuffix = ".age"
)

// numbered is the name of a file that is written once, such as draft.12.age.
func numbered(what string, n uint64) string {
	return what + "." + strconv.FormatUint(n, 10) + sealedSuffix
}

// parseNumbered reads such a name; ok is false for every other.
func parseNumbered(name string) (what string, n uint64, ok bool) {
	what, rest, ok := strings.Cut(name, ".")
	digits, suffixed := strings.CutSuffix(rest, sealedSuffix)
	n, err := strconv.ParseUint(digits, 10, 63)
	return what, n, ok && suffixed && err == nil && n > 0 && numbered(what, n) == name
}

// bucketOf is the bucket that a case falls into.
func bucketOf(id ID) string {
	h := sha256.Sum256([]byte(id))
	return hex.EncodeToString(h[:1])
}

// isBucket tells whether a word names a bucket.
func isBucket(word string) bool {
	raw, err := hex.DecodeString(word)
	return err == nil && len(raw) == 1 && hex.EncodeToString(raw) == word
}

// name is where an object lies within the folder of its case.
func (o object) name() string {
	if o.Kind == kindExhibit {
		folder, _ := o.ID.folder() // ids in a manifest are canonical: check() has seen to it
		return filepath.Join(exhibitsDir, folder+sealedSuffix)
	}
	return numbered(string(o.Kind), o.Number)
}

// at is a path within the vault, relative to its folder, for findings.
func (v *Vault) at(parts ...string) string {
	return filepath.Join(append([]string{v.dir}, parts...)...)
}

// caseDir is the folder of a case.
func (v *Vault) caseDir(r *record) string { return v.at(casesDir, r.Folder) }
