package edit

import "sort"

// paragraph is a piece of text without a line end. It never changes; what is
// known of it grows.
type paragraph struct {
	runes  []rune
	chunks []*chunk // after cut
	starts []int    // of each chunk
}

// newParagraph takes runes for its own. It is not cut yet: of a long text most
// paragraphs are never looked at.
func newParagraph(runes []rune) *paragraph { return &paragraph{runes: runes} }

// cut makes the chunks of the paragraph.
func (p *paragraph) cut() *paragraph {
	if p.chunks == nil && len(p.runes) > 0 {
		*p = *paragraphOf(p.runes, cutChunks(p.runes))
	}
	return p
}

// paragraphOf takes runes and chunks for its own.
func paragraphOf(runes []rune, chunks []*chunk) *paragraph {
	p := &paragraph{runes: runes, chunks: chunks, starts: make([]int, len(chunks))}
	at := 0
	for i, c := range chunks {
		p.starts[i] = at
		at += len(c.runes)
	}
	return p
}

// reach is how far from a cut a change can make it no cut any more.
const reach = 2

// replace returns the paragraph with put in place of the runes from start to
// end. Chunks that the change does not touch are kept.
func (p *paragraph) replace(start, end int, put []rune) *paragraph {
	runes := make([]rune, 0, len(p.runes)-(end-start)+len(put))
	runes = append(append(append(runes, p.runes[:start]...), put...), p.runes[end:]...)
	if len(p.cut().chunks) == 0 {
		return newParagraph(runes)
	}
	first, last := p.chunkAt(max(start-reach, 0)), p.chunkAt(min(end+reach, len(p.runes)))
	if last+1 < len(p.chunks) && p.starts[last]+len(p.chunks[last].runes)-p.starts[first] < chunkLeast {
		last++ // so that many changes leave no crumbs
	}
	after := len(p.runes) - p.starts[last] - len(p.chunks[last].runes) // runes that stay at the end
	chunks := append([]*chunk(nil), p.chunks[:first]...)
	chunks = append(chunks, cutChunks(runes[p.starts[first]:len(runes)-after])...)
	return paragraphOf(runes, append(chunks, p.chunks[last+1:]...))
}

// chunkAt returns the index of the chunk that holds rune i; the last for the end.
func (p *paragraph) chunkAt(i int) int {
	return max(0, sort.SearchInts(p.starts, i+1)-1)
}

// is reports whether the place before rune i bears one of the marks.
func (p *paragraph) is(i int, m mark) bool {
	if len(p.cut().chunks) == 0 {
		return m&graphemeStart != 0
	}
	c := p.chunkAt(i)
	found := p.chunks[c].at(i - p.starts[c])
	if c > 0 && i == p.starts[c] {
		found |= p.chunks[c-1].at(len(p.chunks[c-1].runes))
	}
	return found&m != 0
}

// next returns the first place after i with one of the marks, or the end.
func (p *paragraph) next(i int, m mark) int {
	for i++; i < len(p.runes); i++ {
		if p.is(i, m) {
			return i
		}
	}
	return len(p.runes)
}

// prev returns the last place before i with one of the marks, or the beginning.
func (p *paragraph) prev(i int, m mark) int {
	for i--; i > 0; i-- {
		if p.is(i, m) {
			return i
		}
	}
	return 0
}
