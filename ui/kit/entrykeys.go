package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/kit/edit"
)

// FocusGained serves Fyne.
func (e *Entry) FocusGained() {
	e.focused, e.fresh = true, true
	e.Refresh()
	e.show()
}

// FocusLost serves Fyne.
func (e *Entry) FocusLost() {
	e.focused, e.hand = false, hand{}
	e.Refresh()
	if e.leave != nil {
		e.leave(e.Text())
	}
}

// KeyDown serves Fyne: it tells of Shift, which keys alone do not.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	e.fresh = false
	e.shift(k.Name, true)
	pressed(k)
}

// KeyUp serves Fyne.
func (e *Entry) KeyUp(k *fyne.KeyEvent) { e.shift(k.Name, false) }

func (e *Entry) shift(key fyne.KeyName, down bool) {
	if key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight {
		e.hand.shift = down
	}
}

// TypedRune types a character. A space that comes before any key is that of the
// button that led here: Fyne tells of the key and of its character one after the
// other, and the keyboard has gone on in between.
func (e *Entry) TypedRune(r rune) {
	stray := e.fresh && r == ' '
	if e.fresh = false; stray {
		return
	}
	stirred() // what comes from an input method has no key
	if e.open() {
		e.edited(e.model.Type(r))
	}
}

// open reports whether the text can be changed.
func (e *Entry) open() bool { return !e.fixed && !e.disabled }

// TypedKey moves the caret, erases, ends a line or submits. Keys that the field
// has no use for go to the window.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.keys != nil && e.keys(k) || e.moveBy(k.Name) || e.open() && e.eraseBy(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.role == RoleLongField {
			e.TypedRune('\n')
		} else if e.submit != nil {
			e.submit()
		}
	case desktop.KeyMenu:
		e.showMenuAtCaret()
	case fyne.KeyF10:
		if e.hand.shift {
			e.showMenuAtCaret()
		}
	case fyne.KeyEscape:
		if e.escape != nil {
			e.escape()
		}
	}
}

func (e *Entry) eraseBy(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyBackspace:
		e.edited(e.model.Backspace())
	case fyne.KeyDelete:
		e.edited(e.model.Delete())
	default:
		return false
	}
	return true
}

// moveBy moves the caret where a key leads, and reports whether it does.
func (e *Entry) moveBy(key fyne.KeyName) bool {
	to, lay := e.model.Caret(), e.pane.lay
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		e.sideways(key == fyne.KeyRight, e.hand.shift)
		return true
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		e.vertically(key)
		return true
	case fyne.KeyHome:
		to = lay.Home(to)
	case fyne.KeyEnd:
		to = lay.End(to)
	default:
		return false
	}
	e.put(to, e.hand.shift)
	return true
}

// put moves the caret.
func (e *Entry) put(to edit.Caret, extend bool) {
	e.model.Move(to, extend)
	e.wish, e.hand.doubled = -1, false
	e.moved()
}

// sideways moves by one grapheme as it is seen. A selection ends at its side, as
// its paragraph goes.
func (e *Entry) sideways(right, extend bool) {
	from, to := e.model.Selection()
	if from == to || extend {
		next := e.pane.lay.Left
		if right {
			next = e.pane.lay.Right
		}
		e.put(next(e.model.Caret()), extend)
		return
	}
	if right != e.pane.lay.RTL(e.model.Caret().Par) {
		e.put(edit.Caret{Pos: to, After: true}, false)
	} else {
		e.put(edit.Caret{Pos: from}, false)
	}
}

// vertically moves to another line, below or above where the first of such moves
// began; from the first line to the beginning, from the last to the end.
func (e *Entry) vertically(key fyne.KeyName) {
	if !e.pane.long {
		return
	}
	c, p := e.model.Caret(), e.pane
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -p.rows(), fyne.KeyPageDown: p.rows()}[key]
	line, wish := p.lay.LineOf(c)+by, e.wish
	if wish < 0 {
		wish = p.x(c)
	}
	switch {
	case line < 0 && by == -1 || p.lay.LineOf(c) == 0 && by < 0:
		c = edit.Caret{}
	case line >= p.lay.Lines() && by == 1 || p.lay.LineOf(c) == p.lay.Lines()-1 && by > 0:
		c = edit.Caret{Pos: e.model.Text().End(), After: true}
	default:
		line = max(0, min(line, p.lay.Lines()-1))
		p.lay.Settle(line, line+1)
		v := p.lay.Visual(min(line, p.lay.Lines()-1))
		c = v.Hit(wish - p.left(v))
	}
	e.put(c, e.hand.shift)
	e.wish = wish
}
