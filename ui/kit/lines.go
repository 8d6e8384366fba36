package kit

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"recourse/i18n/bidi"
)

// line is a line of a text, ready to be drawn.
type line struct {
	visual string // for Fyne
	right  bool   // aligned to the right
}

// breaker cuts text into lines.
type breaker struct {
	dir     Direction
	width   float32 // of a line; 0 or less for no limit
	measure func(string) float32
	seg     segmenter.Segmenter
}

// lines breaks text at its line ends and, where the width asks for it, at the
// opportunities of UAX #14; a word wider than a line is cut between graphemes.
// There is at least one line.
func (b *breaker) lines(text string) []line {
	var out []line
	text = lineEnds.Replace(text)
	for paragraph := range strings.SplitSeq(text, "\n") {
		out = b.paragraph(out, []rune(paragraph))
	}
	return out
}

// lineEnds makes all ends of lines and paragraphs one. It is read only.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// paragraph appends the lines of one paragraph.
func (b *breaker) paragraph(out []line, runes []rune) []line {
	p := bidi.New(runes, b.dir)
	start, used := 0, float32(0)
	end := 0
	finish := func(at int) {
		out = append(out, b.line(runes, p, start, at))
		start, used = at, 0
	}
	for _, stop := range b.stops(runes) {
		for {
			wide := b.measure(trimmed(runes[end:stop]))
			if b.width <= 0 || used+wide <= b.width {
				break
			}
			if end > start {
				finish(end)
				continue
			}
			cut := b.cut(runes[end:stop]) + end
			if cut == stop {
				break
			}
			end = cut
			finish(cut)
		}
		used += b.measure(string(runes[end:stop]))
		end = stop
	}
	if start < len(runes) || len(runes) == 0 {
		finish(len(runes))
	}
	return out
}

// line draws runes[start:end] without the white space at its end.
func (b *breaker) line(runes []rune, p bidi.Paragraph, start, end int) line {
	for end > start && unicode.IsSpace(runes[end-1]) {
		end--
	}
	return line{visual: visualLine(runes, p, start, end), right: p.Level() == 1}
}

// longest is the number of runes after which a word without any opportunity is
// cut before it is measured: it is wider than any line, and measuring it anew
// for each line would take a time that grows with its square.
const longest = 256

// stops returns the places where a line may end, the end of the text last.
func (b *breaker) stops(runes []rune) []int {
	var stops []int
	b.seg.Init(runes)
	for it := b.seg.LineIterator(); it.Next(); {
		piece := it.Line()
		end := piece.Offset + len(piece.Text)
		for at := piece.Offset + longest; at < end; at += longest {
			if !unicode.IsMark(runes[at]) {
				stops = append(stops, at)
			}
		}
		stops = append(stops, end)
	}
	return stops
}

// cut returns how many runes of a word fill a line: whole graphemes, at least
// one.
func (b *breaker) cut(word []rune) int {
	b.seg.Init(word)
	used, end := float32(0), 0
	for it := b.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		used += b.measure(string(g.Text))
		if end > 0 && used > b.width {
			return end
		}
		end = g.Offset + len(g.Text)
	}
	return end
}

// trimmed is text without the white space at its end, which may hang over.
func trimmed(text []rune) string {
	return strings.TrimRightFunc(string(text), unicode.IsSpace)
}
