package edit

import (
	"slices"
	"strings"
)

// Pos is a place between two characters.
type Pos struct {
	Par int // the paragraph
	At  int // runes before it in its paragraph
}

// Before reports whether p stands before q.
func (p Pos) Before(q Pos) bool { return p.Par < q.Par || p.Par == q.Par && p.At < q.At }

// order returns the two places, the first one first.
func order(p, q Pos) (from, to Pos) {
	if q.Before(p) {
		return q, p
	}
	return p, q
}

// Text is a text of paragraphs. It never changes: Replace returns another one,
// which shares what is the same.
type Text struct {
	pars   []*paragraph // at least one
	single bool
}

// NewText returns a text. A single one is one paragraph, whatever is in it; else
// each line feed ends a paragraph. Nothing is left out: String returns s, with
// U+FFFD for bytes that are no UTF-8.
func NewText(s string, single bool) Text {
	t := Text{single: single}
	for _, part := range t.parts([]rune(s)) {
		t.pars = append(t.pars, newParagraph(part))
	}
	return t
}

// parts cuts runes at line feeds.
func (t Text) parts(runes []rune) [][]rune {
	if t.single {
		return [][]rune{runes}
	}
	out := make([][]rune, 0, 1+count(runes, '\n'))
	for {
		end := slices.Index(runes, '\n')
		if end < 0 {
			return append(out, runes)
		}
		out = append(out, runes[:end])
		runes = runes[end+1:]
	}
}

func count(runes []rune, of rune) int {
	n := 0
	for _, r := range runes {
		if r == of {
			n++
		}
	}
	return n
}

// String returns the text in logical order.
func (t Text) String() string { return t.Slice(Pos{}, t.End()) }

// Empty reports whether there is no character.
func (t Text) Empty() bool { return len(t.pars) == 1 && len(t.pars[0].runes) == 0 }

// Size returns the number of characters, line feeds with them.
func (t Text) Size() int {
	size := len(t.pars) - 1
	for _, p := range t.pars {
		size += len(p.runes)
	}
	return size
}

// End returns the place after the last character.
func (t Text) End() Pos {
	last := len(t.pars) - 1
	return Pos{last, len(t.pars[last].runes)}
}

// Slice returns what stands between two places, in logical order.
func (t Text) Slice(from, to Pos) string {
	var b strings.Builder
	for i := from.Par; i <= to.Par; i++ {
		runes := t.pars[i].runes
		start, end := 0, len(runes)
		if i == from.Par {
			start = from.At
		} else {
			b.WriteByte('\n')
		}
		if i == to.Par {
			end = to.At
		}
		b.WriteString(string(runes[start:end]))
	}
	return b.String()
}

// Replace returns the text with put in place of what stands between two places,
// and the place after put.
func (t Text) Replace(from, to Pos, put []rune) (Text, Pos) {
	parts := t.parts(put)
	last := len(parts) - 1
	var middle []*paragraph
	if last == 0 && from.Par == to.Par {
		middle = []*paragraph{t.pars[from.Par].replace(from.At, to.At, put)}
	} else {
		middle = t.join(from, to, parts)
	}
	out := Text{pars: make([]*paragraph, 0, len(t.pars)+len(middle)), single: t.single}
	out.pars = append(append(append(out.pars, t.pars[:from.Par]...), middle...), t.pars[to.Par+1:]...)
	if last == 0 {
		return out, Pos{from.Par, from.At + len(put)}
	}
	return out, Pos{from.Par + last, len(parts[last])}
}

// join returns the paragraphs that stand in place of those from one place to the
// other, where parts are put between them.
func (t Text) join(from, to Pos, parts [][]rune) []*paragraph {
	head, tail := t.pars[from.Par], t.pars[to.Par]
	if len(parts) == 1 {
		rest := append(append([]rune(nil), parts[0]...), tail.runes[to.At:]...)
		return []*paragraph{head.replace(from.At, len(head.runes), rest)}
	}
	last := len(parts) - 1
	out := make([]*paragraph, 0, len(parts))
	out = append(out, head.replace(from.At, len(head.runes), parts[0]))
	for _, part := range parts[1:last] {
		out = append(out, newParagraph(part))
	}
	return append(out, tail.replace(0, to.At, parts[last]))
}

// advance returns the place at which runes end that begin at p.
func (t Text) advance(p Pos, runes []rune) Pos {
	parts := t.parts(runes)
	if last := len(parts) - 1; last > 0 {
		return Pos{p.Par + last, len(parts[last])}
	}
	return Pos{p.Par, p.At + len(runes)}
}

// Snap returns the place nearest to p that is in the text and between two
// graphemes; of two the one before.
func (t Text) Snap(p Pos) Pos {
	switch {
	case p.Par < 0:
		return Pos{}
	case p.Par >= len(t.pars):
		return t.End()
	}
	par := t.pars[p.Par]
	at := min(max(p.At, 0), len(par.runes))
	if !par.is(at, graphemeStart) {
		at = par.prev(at, graphemeStart)
	}
	return Pos{p.Par, at}
}

// Next returns the place after the grapheme, or the line feed, that begins at p;
// the end stays.
func (t Text) Next(p Pos) Pos {
	par := t.pars[p.Par]
	switch {
	case p.At < len(par.runes):
		return Pos{p.Par, par.next(p.At, graphemeStart)}
	case p.Par+1 < len(t.pars):
		return Pos{p.Par + 1, 0}
	}
	return p
}

// Prev returns the place before the grapheme, or the line feed, that ends at p;
// the beginning stays.
func (t Text) Prev(p Pos) Pos {
	switch {
	case p.At > 0:
		return Pos{p.Par, t.pars[p.Par].prev(p.At, graphemeStart)}
	case p.Par > 0:
		return Pos{p.Par - 1, len(t.pars[p.Par-1].runes)}
	}
	return p
}
