package edit

// kind is what a change was, for changes that become one step of undo.
type kind uint8

const (
	other kind = iota
	typing
	erasingBack
	erasingAhead
)

// place is a caret with its selection.
type place struct {
	caret  Caret
	anchor Pos
}

// change is one step of undo: at a place something was put for something else.
type change struct {
	kind          kind
	at            Pos
	removed       []rune
	put           []rune
	before, after place
}

// history is what was changed, and what was taken back.
type history struct {
	done, undone []change
	open         bool // whether the last step may go on
	size         int  // runes in done
}

// mostKept is the number of characters that the steps of undo keep together. The
// last step is kept whatever its size.
const mostKept = 2_000_000

// add takes a change that was made to t, the text before it.
func (h *history) add(c change, t Text) {
	h.undone = nil
	if last := len(h.done) - 1; last >= 0 && h.open {
		if merged, ok := merge(h.done[last], c, t); ok {
			h.size += merged.size() - h.done[last].size()
			h.done[last] = merged
			return
		}
	}
	h.done = append(h.done, c)
	h.size += c.size()
	h.open = true
	for h.size > mostKept && len(h.done) > 1 {
		h.size -= h.done[0].size()
		h.done = h.done[1:]
	}
}

func (c change) size() int { return len(c.removed) + len(c.put) }

// merge returns a step that holds both changes, where the second goes on with
// what the first did: typing up to the end of a word, erasing in one direction.
func merge(a, c change, t Text) (change, bool) {
	if a.kind != c.kind {
		return change{}, false
	}
	switch c.kind {
	case typing:
		if len(c.removed) > 0 || c.at != t.advance(a.at, a.put) || newWord(a.put, c.put) {
			return change{}, false
		}
		a.put = append(a.put[:len(a.put):len(a.put)], c.put...)
	case erasingBack:
		if t.advance(c.at, c.removed) != a.at {
			return change{}, false
		}
		a.removed = append(c.removed[:len(c.removed):len(c.removed)], a.removed...)
		a.at = c.at
	case erasingAhead:
		if c.at != a.at {
			return change{}, false
		}
		a.removed = append(a.removed[:len(a.removed):len(a.removed)], c.removed...)
	case other:
		return change{}, false
	}
	a.after = c.after
	return a, true
}

// newWord reports whether what is typed now begins another word, or a line.
func newWord(before, now []rune) bool {
	if len(before) == 0 || len(now) == 0 {
		return false
	}
	last := before[len(before)-1]
	return now[0] == '\n' || last == '\n' || last == ' ' && now[0] != ' '
}

// close ends the last step: what follows is another.
func (h *history) close() { h.open = false }

// back takes the last step from done, forth from undone.
func (h *history) back() (change, bool) {
	last := len(h.done) - 1
	if last < 0 {
		return change{}, false
	}
	c := h.done[last]
	h.done, h.undone, h.open = h.done[:last:last], append(h.undone, c), false
	h.size -= c.size()
	return c, true
}

func (h *history) forth() (change, bool) {
	last := len(h.undone) - 1
	if last < 0 {
		return change{}, false
	}
	c := h.undone[last]
	h.undone, h.done, h.open = h.undone[:last:last], append(h.done, c), false
	h.size += c.size()
	return c, true
}
