package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/kit/edit"
)

// hand is what mouse and Shift are doing.
type hand struct {
	shift   bool
	pressed bool          // a press of the mouse, which a tap follows
	unit    unit          // that a drag selects by
	at      edit.Pos      // where the drag began
	last    fyne.Position // of the last click
	doubled bool          // a double click was the last thing that happened there
}

// unit is what one more click selects.
type unit uint8

const (
	graphemes unit = iota
	words
	paragraphs
)

// Cursor is that of text.
func (e *Entry) Cursor() desktop.Cursor {
	if e.disabled {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

// MouseDown puts the caret where the mouse is; with Shift it selects up to there.
// A press where a double click was selects the paragraph: there is no clock here,
// so it does so until a key or a click elsewhere comes between. A press of the
// other button outside of the selection moves the caret too.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	if e.disabled {
		return
	}
	e.Focus()
	c := e.caretAt(m.Position)
	if m.Button == desktop.MouseButtonSecondary {
		if from, to := e.model.Selection(); c.Before(from) || !c.Before(to) {
			e.put(c, false)
		}
		return
	}
	third := e.hand.doubled && samePlace(e.hand.last, m.Position)
	e.hand = hand{shift: e.hand.shift, pressed: true, at: c.Pos, last: m.Position}
	switch {
	case third:
		e.hand.unit = paragraphs
		e.extendTo(c)
	case m.Modifier&fyne.KeyModifierShift != 0:
		from, to := e.model.Selection()
		e.hand.at = from
		if c.Before(from) {
			e.hand.at = to
		}
		e.put(c, true)
	default:
		e.put(c, false)
	}
}

// samePlace tells whether two clicks are at one place.
func samePlace(a, b fyne.Position) bool {
	const reach = 4
	return math.Abs(float64(a.X-b.X)) <= reach && math.Abs(float64(a.Y-b.Y)) <= reach
}

// MouseUp serves Fyne.
func (e *Entry) MouseUp(*desktop.MouseEvent) {}

// Tapped does what a press does, where there is no mouse.
func (e *Entry) Tapped(p *fyne.PointEvent) {
	if !e.hand.pressed {
		e.MouseDown(&desktop.MouseEvent{PointEvent: *p, Button: desktop.MouseButtonPrimary})
	}
	e.hand.pressed = false
}

// DoubleTapped selects the word.
func (e *Entry) DoubleTapped(p *fyne.PointEvent) {
	if e.disabled {
		return
	}
	c := e.caretAt(p.Position)
	e.hand.pressed, e.hand.unit, e.hand.at = false, words, c.Pos
	e.hand.last, e.hand.doubled = p.Position, true
	e.extendTo(c)
}

// Dragged selects from where the mouse was pressed, in the unit of the clicks.
// Above and below the field it scrolls.
func (e *Entry) Dragged(d *fyne.DragEvent) {
	if !e.disabled {
		e.hand.doubled = false
		e.extendTo(e.caretAt(d.Position))
	}
}

// DragEnd serves Fyne.
func (e *Entry) DragEnd() { e.hand.pressed = false }

// extendTo selects whole units from where the mouse was pressed to a caret.
func (e *Entry) extendTo(c edit.Caret) {
	from, to := e.bounds(e.hand.at)
	a, b := e.bounds(c.Pos)
	switch {
	case e.hand.unit == graphemes:
		e.model.Select(e.hand.at, c.Pos)
	case c.Before(e.hand.at):
		e.model.Select(to, a)
	default:
		e.model.Select(from, b)
	}
	e.wish = -1
	e.moved()
}

// bounds returns the unit at a place.
func (e *Entry) bounds(p edit.Pos) (from, to edit.Pos) {
	switch {
	case e.hand.unit == graphemes:
		return p, p
	case e.hand.unit == paragraphs && e.role != RoleSecret:
		return e.model.Text().Paragraph(p)
	}
	return e.model.Word(p)
}

// caretAt returns the caret nearest to a point of the field.
func (e *Entry) caretAt(p fyne.Position) edit.Caret {
	return e.pane.at(p.Subtract(e.clip.Position()))
}

// scroll moves a long text; where there is no more of it, the page.
func (e *Entry) scroll(by float32) {
	if e.pane.long && e.pane.scroll(by) {
		e.draw()
		canvas.Refresh(e.pane.caret)
		return
	}
	if e.turn != nil {
		e.turn(by)
	}
}
