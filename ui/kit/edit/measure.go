package edit

import (
	"strings"
	"unicode"
)

// Measure returns the width of a text on one line. The text has no line feed and
// no tab.
type Measure func(string) float32

// piece is a part of a chunk that stays on one line.
type piece struct {
	end   int     // in the chunk
	wide  float32 // with the white space at its end
	trim  float32 // without it, which may hang over the end of a line
	fresh bool    // it is the beginning of a word wider than a line, which has lines of its own
}

// measured is a chunk with the widths of its pieces.
type measured struct {
	of     *chunk
	pieces []piece
	exact  bool
}

// ruler measures chunks for lines of a width.
type ruler struct {
	measure Measure
	width   float32 // of a line; 0 for no limit
	single  map[rune]float32
	work    int // characters that were measured, and not estimated
}

// exactly measures the pieces of a chunk between its places to break a line.
func (r *ruler) exactly(c *chunk) measured {
	m := measured{of: c, exact: true}
	start := 0
	for i := 1; i <= len(c.runes); i++ {
		if c.at(i)&lineBreak != 0 {
			m.pieces = r.add(m.pieces, c, start, i)
			start = i
		}
	}
	r.work += len(c.runes)
	return m
}

// add appends the piece from start to end, or its graphemes where it is wider
// than a line.
func (r *ruler) add(pieces []piece, c *chunk, start, end int) []piece {
	text := Shown(c.runes[start:end])
	word := strings.TrimRightFunc(text, unicode.IsSpace)
	p := piece{end: end, trim: r.measure(word)}
	p.wide = p.trim + r.measure(text[len(word):])
	if r.width <= 0 || p.trim <= r.width {
		return append(pieces, p)
	}
	first := true
	for from := start; from < end; {
		to := from + 1
		for to < end && c.at(to)&graphemeStart == 0 {
			to++
		}
		wide := r.measure(Shown(c.runes[from:to]))
		g := piece{end: to, wide: wide, trim: wide, fresh: first}
		if unicode.IsSpace(c.runes[from]) {
			g.trim = 0
		}
		pieces = append(pieces, g)
		from, first = to, false
	}
	return pieces
}

// roughly estimates the pieces of a chunk from the widths of its characters, and
// breaks after spaces and ideographs. A word without end is cut at a width.
func (r *ruler) roughly(c *chunk) measured {
	m := measured{of: c}
	p, last := piece{}, len(c.runes)-1
	for i, char := range c.runes {
		wide := r.rune(char)
		p.wide += wide
		if char != ' ' {
			p.trim = p.wide
		}
		p.end = i + 1
		space := char == ' ' && (i == last || c.runes[i+1] != ' ')
		if space || i == last || ideograph(char) || r.width > 0 && p.wide > r.width/2 {
			m.pieces = append(m.pieces, p)
			p = piece{}
		}
	}
	return m
}

// rune returns the width of a character by itself.
func (r *ruler) rune(char rune) float32 {
	wide, ok := r.single[char]
	if !ok {
		if !unicode.Is(unicode.Mn, char) {
			wide = r.measure(Shown([]rune{char}))
		}
		r.single[char] = wide
	}
	return wide
}
