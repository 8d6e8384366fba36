package edit

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"recourse/i18n/bidi"
)

// Line is a line of a text on screen.
type Line struct {
	Par        int // the paragraph
	Start, End int // its runes in the paragraph
	Soft       bool
}

// laid is a paragraph in lines.
type laid struct {
	of     *paragraph
	chunks []measured // nil while it is taken for one line
	ends   []int      // of the lines; the last is the end of the paragraph
	order  *bidi.Paragraph
}

// Layout is a text in lines. Lines are counted from 0, over all paragraphs.
type Layout struct {
	ruler ruler
	base  bidi.Direction
	text  Text
	pars  []*laid
	first []int // the first line of each paragraph, and the number of lines
}

// NewLayout returns the lines of an empty text. A paragraph goes in the direction
// of its first letter; one without letters in the given one. A width of 0 sets
// each paragraph on one line.
func NewLayout(m Measure, base bidi.Direction, width float32) *Layout {
	l := &Layout{base: base, ruler: ruler{measure: m, width: width, single: map[rune]float32{}}}
	l.Update(NewText("", true))
	return l
}

// Reset measures all anew, for another width or another way to measure.
func (l *Layout) Reset(m Measure, width float32) {
	l.ruler.measure, l.ruler.width = m, width
	clear(l.ruler.single)
	l.pars = nil
	l.Update(l.text)
}

// Width returns the width of a line, or 0.
func (l *Layout) Width() float32 { return l.ruler.width }

// Work returns how many characters were measured one word at a time since the
// layout was made. Estimates are not counted.
func (l *Layout) Work() int { return l.ruler.work }

// Update takes another text. What it shares with the one before is not done
// again; what is new is estimated until it is settled.
func (l *Layout) Update(t Text) {
	l.text = t
	head := 0
	for head < len(l.pars) && head < len(t.pars) && l.pars[head].of == t.pars[head] {
		head++
	}
	tail := 0
	for tail < len(l.pars)-head && tail < len(t.pars)-head &&
		l.pars[len(l.pars)-1-tail].of == t.pars[len(t.pars)-1-tail] {
		tail++
	}
	known := l.chunks(l.pars[head : len(l.pars)-tail])
	pars := make([]*laid, 0, len(t.pars))
	pars = append(pars, l.pars[:head]...)
	for _, p := range t.pars[head : len(t.pars)-tail] {
		pars = append(pars, l.lay(p, known))
	}
	l.pars = append(pars, l.pars[len(l.pars)-tail:]...)
	l.count()
}

// chunks returns what is measured of some paragraphs.
func (l *Layout) chunks(pars []*laid) map[*chunk]measured {
	known := map[*chunk]measured{}
	for _, p := range pars {
		for _, m := range p.chunks {
			known[m.of] = m
		}
	}
	return known
}

// lay sets a paragraph in lines, by what is known of its chunks.
func (l *Layout) lay(p *paragraph, known map[*chunk]measured) *laid {
	if l.short(p) && len(known) == 0 {
		return &laid{of: p}
	}
	x := &laid{of: p, chunks: make([]measured, len(p.cut().chunks))}
	for i, c := range p.chunks {
		m, ok := known[c]
		if !ok {
			m = l.ruler.roughly(c)
		}
		x.chunks[i] = m
	}
	x.fill(l.ruler.width)
	return x
}

// short reports whether a paragraph looks as if it had one line.
func (l *Layout) short(p *paragraph) bool {
	if len(p.runes) == 0 {
		return true
	}
	if len(p.runes) > 40 {
		return false
	}
	wide := float32(0)
	for _, r := range p.runes {
		wide += l.ruler.rune(r)
	}
	return l.ruler.width <= 0 || wide < l.ruler.width
}

// fill breaks the paragraph into lines of a width.
func (x *laid) fill(width float32) {
	x.ends = x.ends[:0]
	start, end, used := 0, 0, float32(0)
	for i, m := range x.chunks {
		for _, p := range m.pieces {
			if width > 0 && end > start && (p.fresh || used+p.trim > width) {
				x.ends = append(x.ends, end)
				start, used = end, 0
			}
			used += p.wide
			end = x.of.starts[i] + p.end
		}
	}
	x.ends = append(x.ends, len(x.of.runes))
}

// count numbers the lines.
func (l *Layout) count() {
	l.first = slices.Grow(l.first[:0], len(l.pars)+1)
	n := 0
	for _, p := range l.pars {
		l.first = append(l.first, n)
		n += max(1, len(p.ends))
	}
	l.first = append(l.first, n)
}

// Lines returns the number of lines, at least 1.
func (l *Layout) Lines() int { return l.first[len(l.pars)] }

// Line returns a line.
func (l *Layout) Line(i int) Line {
	par := sort.SearchInts(l.first, i+1) - 1
	p, n := l.pars[par], i-l.first[par]
	if len(p.ends) == 0 {
		return Line{Par: par, End: len(p.of.runes)}
	}
	line := Line{Par: par, End: p.ends[n], Soft: n+1 < len(p.ends)}
	if n > 0 {
		line.Start = p.ends[n-1]
	}
	return line
}

// LineOf returns the line that a caret is on.
func (l *Layout) LineOf(c Caret) int {
	p := l.pars[c.Par]
	n := sort.SearchInts(p.ends, c.At) // the first line that ends at the caret or after it
	if n+1 < len(p.ends) && p.ends[n] == c.At && !c.After {
		n++
	}
	return l.first[c.Par] + n
}

// Settle measures the lines from one up to but without another, so that they are
// exact, and reports whether any line changed. Lines are known by their numbers,
// which may be others afterwards, so call it until nothing changes.
func (l *Layout) Settle(from, to int) bool {
	changed := false
	for i := max(from, 0); i < min(to, l.Lines()); {
		line := l.Line(i)
		end := min(to, l.first[line.Par+1])
		last := l.Line(end - 1)
		changed = l.settle(line.Par, line.Start, last.End) || changed
		i = end
	}
	if changed {
		l.count()
	}
	return changed
}

// settle measures the chunks of a paragraph that hold some of its runes.
func (l *Layout) settle(par, start, end int) bool {
	p := l.pars[par]
	if len(p.of.runes) == 0 {
		return false
	}
	changed := p.chunks == nil
	if changed {
		p.chunks = make([]measured, len(p.of.cut().chunks))
	}
	for i := p.of.chunkAt(start); i <= p.of.chunkAt(end); i++ {
		if !p.chunks[i].exact {
			p.chunks[i] = l.ruler.exactly(p.of.chunks[i])
			changed = true
		}
	}
	if changed {
		p.fill(l.ruler.width)
	}
	return changed
}

// bidi returns the levels of a paragraph.
func (l *Layout) bidi(p *laid) bidi.Paragraph {
	if p.order == nil {
		base := bidi.Auto
		if !slices.ContainsFunc(p.of.runes, unicode.IsLetter) {
			base = l.base
		}
		order := bidi.New(p.of.runes, base)
		p.order = &order
	}
	return *p.order
}

// RTL reports whether a paragraph goes from right to left.
func (l *Layout) RTL(par int) bool { return l.bidi(l.pars[par]).Level() == 1 }

// Masked returns a text of as many marks as a text has characters, to be shown
// in place of a secret.
func Masked(t Text) Text {
	return NewText(strings.Repeat("•", t.Size()), true)
}
