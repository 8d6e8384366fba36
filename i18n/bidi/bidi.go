// Package bidi orders text of mixed direction for display, after the Unicode
// Bidirectional Algorithm (UAX #9) in full: explicit embeddings, overrides and
// isolates, weak and neutral types, paired brackets, implicit levels, and the
// reordering of a line.
//
// Call New with the runes of one paragraph and its base direction, break the
// paragraph into lines by any means, and ask Line for the runs of each line in
// visual order. Mirror gives the character to draw in place of a bracket in a
// right-to-left run, where the font does not do so.
//
// The package does not split paragraphs (a separator before the end of the text
// counts as white space), break lines, shape or draw. It passes every case of
// Unicode's BidiTest.txt and BidiCharacterTest.txt.
package bidi

//go:generate go run gen.go

// Direction is the base direction asked for a paragraph.
type Direction uint8

const (
	// LTR sets the paragraph from left to right.
	LTR Direction = iota
	// RTL sets the paragraph from right to left.
	RTL
	// Auto takes the direction of the first strong character outside isolates
	// (rules P2 and P3), and left to right where there is none.
	Auto
)

// Paragraph is a text with its resolved levels. It is immutable, and safe for
// use by several goroutines.
type Paragraph struct {
	level   uint8
	classes []class // as in the character database
	levels  []uint8 // resolved, before L1
}

// Run is a piece of a line that is drawn in one direction.
type Run struct {
	// Start and End are half-open rune indexes into the paragraph.
	Start, End int
	// Level is the embedding level; odd levels run from right to left.
	Level uint8
}

// RTL reports whether the run is drawn from right to left.
func (r Run) RTL() bool { return r.Level&1 == 1 }

// New resolves the levels of text, which is one paragraph. It keeps no
// reference to text.
func New(text []rune, base Direction) Paragraph {
	p := Paragraph{classes: make([]class, len(text)), levels: make([]uint8, len(text))}
	var seen set
	for i, r := range text {
		c := classOf(r)
		p.classes[i] = c
		seen |= c.bit()
	}
	isolates := matchIsolates(p.classes, seen)
	p.level = baseLevel(base, p.classes, isolates)
	if p.level == 0 && seen&directional == 0 {
		return p
	}
	r := resolver{text: text, classes: p.classes, levels: p.levels, base: p.level, isolates: isolates}
	r.resolve()
	return p
}

// Level returns the embedding level of the paragraph: 0 for left to right,
// 1 for right to left.
func (p Paragraph) Level() uint8 { return p.level }

// Levels returns a copy of the resolved level of each rune before rule L1,
// which depends on the line. A formatting character that rule X9 removes has
// the level of the character before it.
func (p Paragraph) Levels() []uint8 { return append([]uint8(nil), p.levels...) }

// baseLevel applies P2 and P3 where the direction is Auto.
func baseLevel(base Direction, classes []class, isolates isolateMap) uint8 {
	switch base {
	case RTL:
		return 1
	case Auto:
		return firstStrong(classes, 0, len(classes), isolates)
	default:
		return 0
	}
}

// firstStrong returns the level that the first strong character of the range
// asks for, without looking into isolates; 0 where there is none.
func firstStrong(classes []class, start, end int, isolates isolateMap) uint8 {
	for i := start; i < end; i++ {
		switch c := classes[i]; {
		case c == cL:
			return 0
		case c == cR || c == cAL:
			return 1
		case c.in(initiators):
			if i = isolates.pdi(i); i < 0 {
				return 0
			}
		}
	}
	return 0
}
