package edit

import "unicode"

// Caret is where the next character goes. Where a line ends or the direction
// changes, one place in the text is seen at two places on screen: After tells
// that the caret stands at the end of what is before it, not at the beginning of
// what comes after it.
type Caret struct {
	Pos
	After bool
}

// Options say what an Editor is for.
type Options struct {
	Single bool // one line: no line feed can be typed
	Secret bool // nothing is kept of what was changed, and words are not told
}

// Editor is a text with its caret, its selection and its history.
type Editor struct {
	options Options
	text    Text
	place
	history history
}

// New returns an Editor with the caret at the end of a text.
func New(text string, o Options) *Editor {
	e := &Editor{options: o}
	e.SetText(text)
	return e
}

// SetText puts another text in place, with the caret where it was as far as that
// place is there. What was changed before cannot be undone any more.
func (e *Editor) SetText(text string) {
	atEnd := len(e.text.pars) == 0 || e.caret.Pos == e.text.End()
	e.text, e.history = NewText(text, e.options.Single), history{}
	at := e.text.End()
	if !atEnd {
		at = e.text.Snap(e.caret.Pos)
	}
	e.put(Caret{at, true}, at)
}

// Take makes the editor stand where another one with the same text stands, with
// its selection and its history; with another text, the caret alone.
func (e *Editor) Take(from *Editor) {
	if e.options == from.options && e.text.String() == from.text.String() {
		e.text, e.place = from.text, from.place
		e.history = from.history.clone()
		return
	}
	at := e.text.Snap(from.caret.Pos)
	e.put(Caret{at, from.caret.After}, at)
}

// clone returns a history that shares no slice that grows.
func (h history) clone() history {
	h.done, h.undone = h.done[:len(h.done):len(h.done)], h.undone[:len(h.undone):len(h.undone)]
	h.open = false
	return h
}

// Text returns the text.
func (e *Editor) Text() Text { return e.text }

// Caret returns the caret.
func (e *Editor) Caret() Caret { return e.caret }

// Selection returns the bounds of what is selected; both are the caret where
// nothing is.
func (e *Editor) Selection() (from, to Pos) { return order(e.anchor, e.caret.Pos) }

// Selected returns the selected text in logical order.
func (e *Editor) Selected() string { return e.text.Slice(e.Selection()) }

// HasSelection reports whether anything is selected.
func (e *Editor) HasSelection() bool { return e.anchor != e.caret.Pos }

func (e *Editor) put(c Caret, anchor Pos) { e.caret, e.anchor = c, anchor }

// Move puts the caret at another place, and selects what is between it and where
// the selection began, if it extends it.
func (e *Editor) Move(to Caret, extend bool) {
	to.Pos = e.text.Snap(to.Pos)
	anchor := to.Pos
	if extend {
		anchor = e.anchor
	}
	e.put(to, anchor)
	e.history.close()
}

// Select selects what is between two places; the caret stands at the second.
func (e *Editor) Select(from, to Pos) {
	from, to = e.text.Snap(from), e.text.Snap(to)
	e.put(Caret{to, from.Before(to)}, from)
	e.history.close()
}

// SelectAll selects the text.
func (e *Editor) SelectAll() { e.Select(Pos{}, e.text.End()) }

// Word returns the word at a place; of a secret the whole, since the lengths of
// its words are secret too.
func (e *Editor) Word(p Pos) (from, to Pos) {
	if e.options.Secret {
		return Pos{}, e.text.End()
	}
	return e.text.Word(e.text.Snap(p))
}

// NextWord returns the place where the next word begins, or the end of a secret.
func (e *Editor) NextWord(p Pos) Pos {
	if e.options.Secret {
		return e.text.End()
	}
	return e.text.NextWord(p)
}

// PrevWord returns the place where the word before p begins, or the beginning of
// a secret.
func (e *Editor) PrevWord(p Pos) Pos {
	if e.options.Secret {
		return Pos{}
	}
	return e.text.PrevWord(p)
}

// Type puts a character that was typed in place of the selection, and reports
// whether the text changed. Control characters cannot be typed, but for a line
// feed where there can be several lines.
func (e *Editor) Type(r rune) bool {
	if unicode.IsControl(r) && (r != '\n' || e.options.Single) || clean(r, e.options.Single) < 0 {
		return false
	}
	from, to := e.Selection()
	return e.replace(typing, from, to, []rune{r})
}

// Insert puts a text from outside, cleaned, in place of the selection, as one
// step of undo, and reports whether the text changed.
func (e *Editor) Insert(s string) bool {
	e.history.close()
	from, to := e.Selection()
	changed := e.replace(other, from, to, []rune(Clean(s, e.options.Single)))
	e.history.close()
	return changed
}

// Backspace erases the selection, or the grapheme before the caret; of a letter
// with marks that are typed by themselves, the last mark.
func (e *Editor) Backspace() bool {
	from, ok := e.text.beforeMark(e.caret.Pos)
	if !ok {
		from = e.text.Prev(e.caret.Pos)
	}
	return e.erase(erasingBack, from)
}

// Delete erases the selection, or the grapheme after the caret.
func (e *Editor) Delete() bool { return e.erase(erasingAhead, e.text.Next(e.caret.Pos)) }

// BackspaceWord erases the selection, or what is before the caret up to the
// beginning of a word.
func (e *Editor) BackspaceWord() bool { return e.erase(other, e.PrevWord(e.caret.Pos)) }

// DeleteWord erases the selection, or what is after the caret up to the
// beginning of the next word.
func (e *Editor) DeleteWord() bool { return e.erase(other, e.NextWord(e.caret.Pos)) }

// Cut erases the selection.
func (e *Editor) Cut() bool { return e.HasSelection() && e.erase(other, e.caret.Pos) }

// erase takes out the selection, or what is between the caret and a place.
func (e *Editor) erase(k kind, until Pos) bool {
	from, to := e.Selection()
	if from == to {
		from, to = order(e.caret.Pos, until)
	} else {
		k = other
	}
	return e.replace(k, from, to, nil)
}

// replace makes a change and remembers it.
func (e *Editor) replace(k kind, from, to Pos, put []rune) bool {
	if from == to && len(put) == 0 {
		return false
	}
	before := e.text
	c := change{kind: k, at: from, removed: []rune(before.Slice(from, to)), put: put, before: e.place}
	var end Pos
	e.text, end = before.Replace(from, to, put)
	e.land(end)
	c.after = e.place
	if !e.options.Secret {
		e.history.add(c, before)
	}
	return true
}

// land puts the caret at the end of what was typed. What was typed may have
// become one grapheme with what follows.
func (e *Editor) land(end Pos) {
	if at := e.text.Snap(end); at != end {
		end = e.text.Next(at)
	}
	e.put(Caret{end, true}, end)
}

// Undo takes the last step back, and reports whether there was one. The text,
// the caret and the selection are what they were before it.
func (e *Editor) Undo() bool {
	c, ok := e.history.back()
	if ok {
		e.text, _ = e.text.Replace(c.at, e.text.advance(c.at, c.put), c.removed)
		e.place = c.before
	}
	return ok
}

// Redo makes the last step again that was taken back, and reports whether there
// was one.
func (e *Editor) Redo() bool {
	c, ok := e.history.forth()
	if ok {
		e.text, _ = e.text.Replace(c.at, e.text.advance(c.at, c.removed), c.put)
		e.place = c.after
	}
	return ok
}

// CanUndo reports whether there is a step to take back.
func (e *Editor) CanUndo() bool { return len(e.history.done) > 0 }

// CanRedo reports whether there is a step to make again.
func (e *Editor) CanRedo() bool { return len(e.history.undone) > 0 }
