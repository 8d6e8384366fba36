package bidi

import (
	"cmp"
	"slices"
)

// mirrored is a line of BidiMirroring.txt.
type mirrored struct{ from, to rune }

// Mirror returns the character whose glyph is the mirror image of r, which is
// what a right-to-left run draws in its place (rule L4), or r itself where
// Unicode names none.
func Mirror(r rune) rune {
	i, ok := slices.BinarySearchFunc(mirrors[:], r, func(m mirrored, r rune) int { return cmp.Compare(m.from, r) })
	if !ok {
		return r
	}
	return mirrors[i].to
}
