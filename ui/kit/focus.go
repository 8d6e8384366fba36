package kit

import "fyne.io/fyne/v2"

// Focused reports whether the keyboard is on the widget.
func (c *control) Focused() bool { return c.focused }

// Focused reports whether the keyboard is on the field.
func (e *Entry) Focused() bool { return e.focused }

// Focus puts the keyboard on the field.
func (e *Entry) Focus() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(e); on != nil {
		on.Focus(e)
	}
}

// TakeCaret puts caret, selection and what can be undone where they are in
// another field with the same text, for a field that takes the place of that one.
func (e *Entry) TakeCaret(from *Entry) {
	e.model.Take(from.model)
	e.moved()
}

// FocusOn puts the keyboard on the widget, on a canvas that shows it or is about
// to. Focus finds the canvas by itself, but only after the widget was drawn.
func (c *control) FocusOn(canvas fyne.Canvas) {
	if f, ok := c.self.(fyne.Focusable); ok {
		canvas.Focus(f)
	}
}

// FocusOn puts the keyboard on the field, on a canvas that shows it or is about
// to.
func (e *Entry) FocusOn(canvas fyne.Canvas) { canvas.Focus(e) }

// FocusOn puts the keyboard on the chosen option, or on the first, on a canvas
// that shows it or is about to.
func (c *Choices) FocusOn(canvas fyne.Canvas) {
	first := -1
	for i, card := range c.cards {
		if card.chosen || first < 0 {
			first = i
		}
		if card.chosen {
			break
		}
	}
	if first >= 0 {
		c.cards[first].FocusOn(canvas)
	}
}

// Reveal brings what has the keyboard on a canvas into sight, where the page that
// it stands on can be scrolled.
func Reveal(canvas fyne.Canvas) {
	if f, ok := canvas.Focused().(interface{ show() }); ok {
		f.show()
	}
}

// show brings the widget into sight.
func (c *control) show() {
	if c.reveal != nil {
		c.reveal(c.self)
	}
}

// show brings the field into sight.
func (e *Entry) show() {
	if e.reveal != nil {
		e.reveal(e)
	}
}
