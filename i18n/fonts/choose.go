package fonts

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/language"
)

// Choose returns the face for r in text of the script: the family made for that
// script if it draws r, else the first family that does. ok is false where no
// face can draw r; r is then one of Missing.
func (s Set) Choose(r rune, style Style, script language.Script) (face *Face, ok bool) {
	for _, f := range s.families {
		if face := f.cut(style); slices.Contains(f.scripts, script) && face.Draws(r) {
			return face, true
		}
	}
	for _, f := range s.families {
		if face := f.cut(style); face.Draws(r) {
			return face, true
		}
	}
	return nil, false
}

// Face returns the face of that name; ok is false where the Set has none.
func (s Set) Face(n Name) (face *Face, ok bool) {
	for _, face := range s.Faces() {
		if face.Name == n {
			return face, true
		}
	}
	return nil, false
}

// Faces returns all faces in the order of the Set.
func (s Set) Faces() []*Face {
	var all []*Face
	for _, f := range s.families {
		all = append(all, f.faces...)
	}
	return all
}

// Missing returns the characters of text that no face can draw, each once, in
// the order of their first appearance. Characters that are never drawn, such as
// controls and joiners, are not missing.
func (s Set) Missing(text string) []rune {
	var missing []rune
	for _, r := range text {
		if Silent(r) || Joiner(r) || slices.Contains(missing, r) {
			continue
		}
		if _, ok := s.Choose(r, 0, language.LookupScript(r)); !ok {
			missing = append(missing, r)
		}
	}
	return missing
}

// Silent tells whether r is never drawn and has no part in shaping: control
// characters, the marks that steer direction and line breaking, tags,
// noncharacters and private unassigned formats. White space is not silent.
func Silent(r rune) bool {
	switch {
	case r == ' ' || Joiner(r):
		return false
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r) && !visibleFormat(r):
		return true
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // noncharacters
		return true
	case r == 0x2028 || r == 0x2029: // line and paragraph separator
		return true
	default:
		return false
	}
}

// visibleFormat tells whether a format character has a shape of its own: the
// Arabic number signs and their like.
func visibleFormat(r rune) bool {
	return r >= 0x0600 && r <= 0x0605 || r == 0x06DD || r == 0x070F ||
		r == 0x0890 || r == 0x0891 || r == 0x08E2 || r == 0x110BD || r == 0x110CD
}

// Joiner tells whether r shapes its neighbours without a shape of its own: the
// zero-width joiner and non-joiner, the grapheme joiner and variation selectors.
func Joiner(r rune) bool {
	return r == 0x200C || r == 0x200D || r == 0x034F ||
		r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF || r >= 0x180B && r <= 0x180D
}
