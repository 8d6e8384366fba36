package edit

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// The sizes of chunks, in runes. A paragraph is cut where nothing before the cut
// has a say in what comes after it, once a chunk has its least size; a text
// without such a place, one word without end, is cut at the greatest.
const (
	chunkLeast = 400
	chunkMost  = 1200
)

// mark says what a place in a chunk is.
type mark uint8

const (
	graphemeStart mark = 1 << iota
	wordStart
	wordEnd
	lineBreak
)

// chunk is a piece of a paragraph that is segmented by itself.
type chunk struct {
	runes []rune
	marks []mark // of the places before each rune and after the last; nil until asked for
}

// cutChunks cuts runes into chunks. The text stands between other chunks, whose
// ends are cuts already. Chunks outlive their paragraph, so each of several has
// runes of its own.
func cutChunks(runes []rune) []*chunk {
	if len(runes) == 0 {
		return nil
	}
	if len(runes) <= chunkLeast {
		return []*chunk{{runes: runes}}
	}
	chunks := make([]*chunk, 0, len(runes)/chunkLeast+1)
	for len(runes) > chunkLeast {
		at := cutPlace(runes)
		chunks = append(chunks, &chunk{runes: append([]rune(nil), runes[:at]...)})
		runes = runes[at:]
	}
	if len(runes) > 0 {
		chunks = append(chunks, &chunk{runes: append([]rune(nil), runes...)})
	}
	return chunks
}

// cutPlace returns where the first chunk of runes ends.
func cutPlace(runes []rune) int {
	for i := chunkLeast; i < min(len(runes), chunkMost); i++ {
		if loose(runes, i) {
			return i
		}
	}
	if len(runes) <= chunkMost {
		return len(runes)
	}
	return lastGrapheme(runes[:chunkMost+1])
}

// loose reports whether the place before runes[i] is an end of a grapheme, of a
// word and of a line whatever stands further away: between a word with a space
// and the next word, or between two ideographs.
func loose(runes []rune, i int) bool {
	if i < 2 || i >= len(runes) {
		return false
	}
	if runes[i-1] == ' ' {
		return plainLetter(runes[i-2]) && plainLetter(runes[i])
	}
	return ideograph(runes[i-2]) && ideograph(runes[i-1]) && ideograph(runes[i])
}

func plainLetter(r rune) bool { return unicode.IsLetter(r) || r >= '0' && r <= '9' }

func ideograph(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// lastGrapheme returns the last place in runes, but for their end, where a
// grapheme begins. Only the last few are looked at.
func lastGrapheme(runes []rune) int {
	const window = 64
	from := len(runes) - window
	var seg segmenter.Segmenter
	seg.Init(runes[from:])
	last := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		last = it.Grapheme().Offset
	}
	if last == 0 {
		return len(runes) - 1 // one grapheme without end: cut it anyhow
	}
	return from + last
}

// at returns the marks of the place before rune i of the chunk; i may be the end.
func (c *chunk) at(i int) mark {
	if c.marks == nil {
		c.segment()
	}
	return c.marks[i]
}

// segment finds the graphemes, words and breaks of the chunk. Both its ends are
// ends of graphemes and places to break a line.
func (c *chunk) segment() {
	c.marks = make([]mark, len(c.runes)+1)
	var seg segmenter.Segmenter
	seg.Init(c.runes)
	for it := seg.GraphemeIterator(); it.Next(); {
		c.marks[it.Grapheme().Offset] |= graphemeStart
	}
	for it := seg.LineIterator(); it.Next(); {
		piece := it.Line()
		c.marks[piece.Offset+len(piece.Text)] |= lineBreak
	}
	c.markWords(&seg)
	c.marks[len(c.runes)] |= graphemeStart | lineBreak
}

// markWords marks the words. The iterator leaves out a word that begins where
// another ends, as ideographs do, so what it leaves out there is looked at again.
func (c *chunk) markWords(seg *segmenter.Segmenter) {
	var gaps [][2]int
	end := -1
	gap := func(next int) {
		if end >= 0 && end < next && unicode.In(c.runes[end], unicode.L, unicode.N) {
			gaps = append(gaps, [2]int{end, next})
		}
	}
	for it := seg.WordIterator(); it.Next(); {
		word := it.Word()
		gap(word.Offset)
		end = word.Offset + len(word.Text)
		c.markWord(word.Offset, end)
	}
	gap(len(c.runes))
	for _, g := range gaps {
		seg.Init(c.runes[g[0]:g[1]])
		if it := seg.WordIterator(); it.Next() {
			word := it.Word()
			c.markWord(g[0]+word.Offset, g[0]+word.Offset+len(word.Text))
		}
	}
}

func (c *chunk) markWord(start, end int) {
	c.marks[start] |= wordStart
	c.marks[end] |= wordEnd
}
