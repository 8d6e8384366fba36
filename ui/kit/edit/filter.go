package edit

import (
	"strings"
	"unicode"
)

// Clean returns a text from outside as a field takes it. Ends of lines of any
// kind become line feeds, and in a single line spaces; other control characters
// become spaces, which is what the reading of answers makes of them. Characters
// that change the order or hide what is there without being seen (embeddings,
// overrides and isolates of UAX #9, annotations, byte order marks,
// noncharacters) are left out. Marks of direction and joiners stay.
func Clean(s string, single bool) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune { return clean(r, single) }, s)
}

// Hidden returns how many characters of a text from outside a field does not take as
// they are, since nobody sees them: those that Clean leaves out or makes a space of.
// Ends of lines and tabs do not count.
func Hidden(s string) int {
	n := 0
	for _, r := range s {
		if hides(r) || unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\v\f\u0085", r) {
			n++
		}
	}
	return n
}

// clean returns the rune that is taken in place of r, or -1.
func clean(r rune, single bool) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		if single {
			return ' '
		}
		return '\n'
	case r == '\t' && !single:
		return r
	case unicode.IsControl(r):
		return ' '
	case hides(r):
		return -1
	}
	return r
}

// hides reports whether r changes what is around it without being seen.
func hides(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x206F || r == 0xFEFF ||
		r >= 0xFFF9 && r <= 0xFFFB || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// Shown returns the text as it is drawn and measured: tabs as four spaces, line
// feeds as one, without characters that have no shape and no part in shaping.
func Shown(runes []rune) string {
	var b strings.Builder
	b.Grow(len(runes))
	for _, r := range runes {
		switch {
		case r == '\t':
			b.WriteString("    ")
		case r == '\n':
			b.WriteByte(' ')
		case unicode.IsControl(r), hides(r), r == 0x200E, r == 0x200F, r == 0x061C, r == 0x2028, r == 0x2029:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
