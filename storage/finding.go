package storage

import (
	"cmp"
	"slices"
)

// FindingKind says what was found that should not be so.
type FindingKind string

// The kinds of findings. None of them is an error of a call: cases that are not
// named in a finding are well.
const (
	// Damaged is a file that is not what the vault wrote.
	Damaged FindingKind = "damaged"
	// Missing is a file that should be there.
	Missing FindingKind = "missing"
	// Foreign is a file or folder that the vault did not write; it stays.
	Foreign FindingKind = "foreign"
	// Copy is a version of a case that a sync program has put aside.
	Copy FindingKind = "copy"
	// Older is a manifest that had to be replaced by the one before it; its
	// cases may be older than what was saved last.
	Older FindingKind = "older"
	// Ahead is a case that is newer than its manifest, as when the manifest was
	// put back.
	Ahead FindingKind = "ahead"
)

// Finding is something about the vault that its owner should know.
type Finding struct {
	Kind FindingKind
	Case ID     // "" if it concerns no case alone
	File string // relative to the folder of the vault, with slashes
}

// sortFindings brings findings into a fixed order, each once.
func sortFindings(list []Finding) []Finding {
	slices.SortFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Case, b.Case), cmp.Compare(a.File, b.File), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Compact(list)
}
