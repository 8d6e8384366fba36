package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"

	"recourse/i18n/bidi"
	"recourse/i18n/fonts"
	"recourse/i18n/words"
)

// text is a hard line made ready to be broken and placed. Its arrays run over
// the drawn characters, which are those of the hard line that are not silent.
type text struct {
	sources  []source
	order    bidi.Paragraph
	owner    []int32    // the source of each drawn character
	at       []int32    // its index in the hard line
	drawn    []rune     // the drawn characters
	chars    string     // the same in UTF-8
	bytes    []int32    // where each begins in chars; one more for the end
	after    []breaking // what may happen behind each
	clusters []cluster  // in the order of reading
	owned    []int32    // for each character of the hard line its cluster, or -1
	length   int        // of the hard line
}

// breaking tells whether a line may end behind a character.
type breaking uint8

const (
	noBreak    breaking = iota
	softBreak           // it may
	hyphenated          // it may, and then a hyphen is drawn
)

// cluster is a shaped cluster at its place in a text.
type cluster struct {
	*shape
	start   int32 // its first drawn character
	advance Length
	space   bool // it may hang beyond the end of a line
}

// end returns the index behind the last drawn character of c.
func (c cluster) end() int32 { return c.start + c.runes }

// ready prepares a hard line: order, breaks, shapes.
func (s *setter) ready(h hardLine, sources []source, rtl bool) *text {
	t := &text{sources: sources, order: bidi.New(h.full, direction(rtl)), length: len(h.full)}
	t.draw(h)
	t.breaks(h.full)
	s.shapeText(t, t.order.Levels())
	t.own()
	return t
}

// draw picks the drawn characters of the hard line.
func (t *text) draw(h hardLine) {
	n := len(h.full)
	t.owner, t.at = make([]int32, 0, n), make([]int32, 0, n)
	t.drawn, t.bytes = make([]rune, 0, n), make([]int32, 0, n+1)
	chars := make([]byte, 0, n+n/4)
	for i, r := range h.full {
		if fonts.Silent(r) {
			continue
		}
		t.owner, t.at = append(t.owner, h.owner[i]), append(t.at, int32(i))
		t.drawn, t.bytes = append(t.drawn, r), append(t.bytes, int32(len(chars)))
		chars = utf8.AppendRune(chars, r)
	}
	t.bytes = append(t.bytes, int32(len(chars)))
	t.chars = string(chars)
}

// slice returns the drawn characters from start to end.
func (t *text) slice(start, end int32) string { return t.chars[t.bytes[start]:t.bytes[end]] }

// breaks finds where lines may end: after UAX #14, and behind the words of Thai
// and Khmer. The characters that steer order have no part in it.
func (t *text) breaks(full []rune) {
	plain, at := withoutSteering(full)
	marks := make([]breaking, len(full))
	for _, start := range words.Starts(plain) {
		marks[at(start-1)] = softBreak
	}
	var seg segmenter.Segmenter
	seg.Init(plain)
	for lines := seg.LineIterator(); lines.Next(); {
		line := lines.Line()
		last := at(line.Offset + len(line.Text) - 1)
		marks[last] = softBreak
		if full[last] == softHyphen {
			marks[last] = hyphenated
		}
	}
	t.after = make([]breaking, len(t.drawn))
	for i := range t.drawn {
		end := len(full)
		if i+1 < len(t.at) {
			end = int(t.at[i+1])
		}
		for k := int(t.at[i]); k < end; k++ {
			t.after[i] = max(t.after[i], marks[k])
		}
	}
	t.keepKorean()
}

// keepKorean leaves only the spaces and dashes of Korean for lines to end at, as
// its readers prefer: UAX #14 lets a line end behind each syllable.
func (t *text) keepKorean() {
	for i := range len(t.drawn) - 1 {
		if t.sources[t.owner[i]].script != language.Hangul && t.sources[t.owner[i+1]].script != language.Hangul {
			continue
		}
		before, after := t.drawn[i], t.drawn[i+1]
		switch {
		case hangul(after) && !spacing(before) && !unicode.Is(unicode.Pd, before),
			hangul(before) && unicode.In(after, unicode.L, unicode.N):
			t.after[i] = noBreak
		}
	}
}

func hangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

const softHyphen = '\u00AD'

// withoutSteering returns the text without the characters that steer order, and
// the function from its indexes to those of full.
func withoutSteering(full []rune) (plain []rune, at func(int) int) {
	clean := true
	for _, r := range full {
		clean = clean && !steering(r)
	}
	if clean {
		return full, func(i int) int { return i }
	}
	index := make([]int, 0, len(full))
	for i, r := range full {
		if !steering(r) {
			plain, index = append(plain, r), append(index, i)
		}
	}
	return plain, func(i int) int { return index[i] }
}

// own notes for each character of the hard line the cluster that begins with it.
// A cluster stands where its first character does.
func (t *text) own() {
	t.owned = make([]int32, t.length)
	for i := range t.owned {
		t.owned[i] = -1
	}
	for c, cl := range t.clusters {
		t.owned[t.at[cl.start]] = int32(c)
	}
}

// span returns the range of the hard line that the clusters from a to b cover,
// with what is silent behind them.
func (t *text) span(a, b int) (start, end int) {
	start, end = int(t.at[t.clusters[a].start]), t.length
	if next := t.clusters[b-1].end(); int(next) < len(t.at) {
		end = int(t.at[next])
	}
	return start, end
}

// spacing tells whether r is white space at which a line may end.
func spacing(r rune) bool {
	return r == ' ' || r == 0x1680 || r >= 0x2000 && r <= 0x200A && r != 0x2007 || r == 0x205F || r == 0x3000
}
