package kit

import (
	"slices"
	"unicode"

	"recourse/i18n/bidi"
	"recourse/ui/kit/edit"
)

// Direction is the writing direction of a text.
type Direction = bidi.Direction

const (
	// LTR is for languages written from left to right.
	LTR = bidi.LTR
	// RTL is for languages written from right to left.
	RTL = bidi.RTL
	// Auto takes the direction of each paragraph from its first strong
	// character: for words that a person typed.
	Auto = bidi.Auto
)

const (
	leftMark      = '\u200e' // LRM
	leftOverride  = '\u202d' // LRO
	rightOverride = '\u202e' // RLO
	popOverride   = '\u202c' // PDF
)

// Visual returns the line s so that Fyne draws it in the order of UAX #9. Fyne
// places the pieces of a line from left to right in the order of the string,
// so the result has them in visual order, each under an override that keeps
// Fyne from ordering it again. A text from left to right comes back as it is,
// without its control characters.
//
// The result is for drawing alone: names, files and the clipboard keep s.
func Visual(s string, dir Direction) string {
	runes := []rune(s)
	return visualLine(runes, bidi.New(runes, dir), 0, len(runes))
}

// visualLine is Visual for the runes of a paragraph from start to end.
func visualLine(runes []rune, p bidi.Paragraph, start, end int) string {
	runs := p.Line(start, end)
	if len(runs) == 0 {
		return ""
	}
	if plain(runes[start:end], runs) {
		return string(appendShown(nil, runes[start:end]))
	}
	out := make([]rune, 1, 4*(end-start)+8)
	out[0] = leftMark
	for _, run := range runs {
		if run.RTL() {
			out = appendRight(out, runes[run.Start:run.End])
			continue
		}
		if piece := appendShown(nil, runes[run.Start:run.End]); len(piece) > 0 {
			out = append(append(append(out, leftOverride), piece...), popOverride)
		}
	}
	return string(out)
}

// visualSpans is Visual for the spans of a line that are at least in part between
// two places, and where the first of them begins.
func visualSpans(v edit.Visual, from, to float32) (visual string, x float32) {
	spans := v.Spans
	for len(spans) > 0 && spans[0].X+spans[0].Width < from {
		spans = spans[1:]
	}
	for len(spans) > 0 && spans[len(spans)-1].X > to {
		spans = spans[:len(spans)-1]
	}
	if len(spans) == 0 {
		return "", 0
	}
	return visualRun(v, spans), spans[0].X
}

// visualRun returns spans as Fyne draws them in their order. A stretch from left
// to right is one run.
func visualRun(v edit.Visual, spans []edit.Span) string {
	out := []rune{leftMark}
	var left []rune
	flush := func() {
		if len(left) > 0 {
			out = append(append(append(out, leftOverride), left...), popOverride)
		}
		left = left[:0]
	}
	for _, s := range spans {
		shown := []rune(edit.Shown(v.Runes(s)))
		if !s.RTL {
			left = append(left, shown...)
			continue
		}
		flush()
		if len(shown) > 0 {
			out = append(append(append(out, rightOverride), shown...), popOverride, leftMark)
		}
	}
	if len(out) == 1 && !rightIn(left) {
		return string(left)
	}
	flush()
	return string(out)
}

// rightIn reports whether there is a letter that goes from right to left by
// itself.
func rightIn(text []rune) bool {
	for _, r := range text {
		if bidi.New([]rune{r}, Auto).Level() == 1 {
			return true
		}
	}
	return false
}

// plain reports whether Fyne draws a text in the right order by itself: all its
// runs go from left to right, and not because an override says so.
func plain(text []rune, runs []bidi.Run) bool {
	for _, run := range runs {
		if run.RTL() {
			return false
		}
	}
	return !slices.Contains(text, leftOverride)
}

// appendRight appends a run from right to left: cut into pieces that Fyne
// cannot cut again, the last first, each under its own override, with a mark
// between them so that they are not joined.
func appendRight(out, run []rune) []rune {
	for end := len(run); end > 0; {
		start := pieceStart(run, end)
		if piece := appendShown(nil, run[start:end]); len(piece) > 0 {
			out = append(out, rightOverride)
			out = append(out, piece...)
			out = append(out, popOverride, leftMark)
		}
		end = start
	}
	return out
}

// pieceStart returns where the last piece of run[:end] begins: a word, or one
// other character with the marks that stand on it.
func pieceStart(run []rune, end int) int {
	start := end - 1
	for start > 0 && joins(run[start]) && joins(run[start-1]) {
		start--
	}
	if start > 0 && unicode.IsMark(run[start]) {
		start--
	}
	return start
}

// joins reports whether r is part of a word: a letter, a mark or a joiner.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d'
}

// appendShown appends text without directional controls.
func appendShown(out, text []rune) []rune {
	for _, r := range text {
		if !directional(r) {
			out = append(out, r)
		}
	}
	return out
}

// directional reports whether r is a control character of UAX #9.
func directional(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u200e' || r == '\u200f' || r == '\u061c'
}
