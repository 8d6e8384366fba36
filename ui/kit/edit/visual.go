package edit

import (
	"unicode"

	"recourse/i18n/bidi"
)

// Span is a part of a line that is drawn as one, in one direction: a word with
// the spaces after it, or from right to left a word or a single grapheme.
type Span struct {
	Start, End int // runes in the paragraph
	RTL        bool
	X, Width   float32
}

// Visual is a line as it is seen: its spans from left to right.
type Visual struct {
	Line
	Spans []Span
	Width float32
	RTL   bool // the direction of its paragraph
	par   *paragraph
	ruler *ruler
}

// Visual returns a line as it is seen. Its left edge is at 0.
func (l *Layout) Visual(i int) Visual {
	line := l.Line(i)
	p := l.pars[line.Par]
	order := l.bidi(p)
	v := Visual{Line: line, RTL: order.Level() == 1, par: p.of, ruler: &l.ruler}
	for _, run := range order.Line(line.Start, line.End) {
		run.Start, run.End = v.whole(run.Start), v.whole(run.End)
		switch {
		case run.Start == run.End:
		case run.RTL():
			v.addRight(run)
		default:
			v.addLeft(run)
		}
	}
	return v
}

// whole returns the end of the grapheme that a place is within: a joiner at the
// end of a line can have another level than its letter, which it stays with.
func (v *Visual) whole(at int) int {
	if at > v.Start && at < v.End && !v.par.is(at, graphemeStart) {
		return min(v.par.next(at, graphemeStart), v.End)
	}
	return at
}

// Runes returns the characters of a span.
func (v Visual) Runes(s Span) []rune { return v.par.runes[s.Start:s.End] }

func (v *Visual) add(start, end int, rtl bool) {
	wide := v.wide(start, end)
	v.Spans = append(v.Spans, Span{start, end, rtl, v.Width, wide})
	v.Width += wide
}

// wide measures runes of the paragraph. Spaces at the end are measured by
// themselves, as they are when lines are filled.
func (v *Visual) wide(start, end int) float32 {
	text := v.par.runes[start:end]
	word := len(text)
	for word > 0 && text[word-1] == ' ' {
		word--
	}
	wide := float32(0)
	if word > 0 {
		wide = v.ruler.measure(Shown(text[:word]))
	}
	if word < len(text) {
		wide += v.ruler.measure(string(text[word:]))
	}
	return wide
}

// addLeft adds a run from left to right, cut after spaces.
func (v *Visual) addLeft(run bidi.Run) {
	start := run.Start
	for i := run.Start + 1; i < run.End; i++ {
		if v.par.runes[i-1] == ' ' && v.par.runes[i] != ' ' && v.par.is(i, graphemeStart) {
			v.add(start, i, false)
			start = i
		}
	}
	v.add(start, run.End, false)
}

// addRight adds a run from right to left, the last word first.
func (v *Visual) addRight(run bidi.Run) {
	for end := run.End; end > run.Start; {
		start := max(v.par.prev(end, graphemeStart), run.Start)
		for start > run.Start && joins(v.par.runes[start]) && joins(v.par.runes[start-1]) {
			start = max(v.par.prev(start, graphemeStart), run.Start)
		}
		v.add(start, end, true)
		end = start
	}
}

// joins reports whether r is part of a word: a letter, a mark or a joiner.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d'
}

// X returns where a caret on this line is seen, from the left edge of the line.
func (v Visual) X(c Caret) float32 {
	s, ok := v.span(c.At, c.After)
	if !ok {
		if s, ok = v.span(c.At, !c.After); !ok {
			return 0
		}
	}
	return v.edge(s, c.At)
}

// span returns the span whose grapheme ends at a place, or begins there.
func (v Visual) span(at int, after bool) (Span, bool) {
	for _, s := range v.Spans {
		if after && s.Start < at && at <= s.End || !after && s.Start <= at && at < s.End {
			return s, true
		}
	}
	return Span{}, false
}

// edge returns where a place within a span is seen.
func (v Visual) edge(s Span, at int) float32 {
	wide := s.Width
	if at < s.End {
		wide = v.prefix(s, at)
	}
	if s.RTL {
		return s.X + s.Width - wide
	}
	return s.X + wide
}

// prefix returns the width of a span up to a place. In a word whose letters are
// joined the last of them has the form that it has in the word.
func (v Visual) prefix(s Span, at int) float32 {
	if at == s.Start {
		return 0
	}
	text := Shown(v.par.runes[s.Start:at])
	if s.RTL && joins(v.par.runes[at]) && joins(v.par.runes[at-1]) {
		text += "\u200d"
	}
	return min(v.ruler.measure(text), s.Width)
}

// Hit returns the caret nearest to x, which is measured from the left edge of
// the line.
func (v Visual) Hit(x float32) Caret {
	if len(v.Spans) == 0 {
		return Caret{Pos{v.Par, v.Start}, false}
	}
	s := v.Spans[len(v.Spans)-1]
	for _, other := range v.Spans {
		if x < other.X+other.Width {
			s = other
			break
		}
	}
	best, far := Caret{Pos{v.Par, s.Start}, false}, abs(v.edge(s, s.Start)-x)
	for at := s.Start; at < s.End; {
		at = min(v.par.next(at, graphemeStart), s.End)
		if d := abs(v.edge(s, at) - x); d < far {
			best, far = Caret{Pos{v.Par, at}, true}, d
		}
	}
	return best
}

func abs(x float32) float32 { return max(x, -x) }

// Range returns where what stands between two places of the paragraph is seen on
// this line: pairs of left and right edges, from left to right.
func (v Visual) Range(from, to int) [][2]float32 {
	var out [][2]float32
	for _, s := range v.Spans {
		a, b := max(from, s.Start), min(to, s.End)
		if a >= b {
			continue
		}
		left, right := v.edge(s, a), v.edge(s, b)
		left, right = min(left, right), max(left, right)
		if last := len(out) - 1; last >= 0 && left-out[last][1] < 0.1 {
			out[last][1] = max(right, out[last][1])
		} else {
			out = append(out, [2]float32{left, right})
		}
	}
	return out
}
