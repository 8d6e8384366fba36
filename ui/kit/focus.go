package kit

// Focused reports whether the keyboard is on the widget.
func (c *control) Focused() bool { return c.focused }

// Focused reports whether the keyboard is on the field.
func (e *Entry) Focused() bool { return e.field.focused }

// TakeCaret puts the caret where it is in another field with the same text, for
// a field that takes the place of that one.
func (e *Entry) TakeCaret(from *Entry) {
	e.field.CursorRow, e.field.CursorColumn = from.field.CursorRow, from.field.CursorColumn
	e.field.Refresh()
}
