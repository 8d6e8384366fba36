package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Dialog holds the screen until it is answered.
type Dialog struct {
	title  string
	popup  *widget.PopUp
	before fyne.Focusable
	on     fyne.Canvas
	cancel func()
}

var _ Accessible = (*Dialog)(nil)

// dialogWidth is the width of a dialog where the window has room for it.
const dialogWidth = 520

// ShowDialog opens a dialog with a title, a body and buttons, the step that it
// asks for last. The buttons call Hide where they close it. Escape on a button or
// in a field hides the dialog and calls cancel; with nil, escape does nothing.
// The first button has the keyboard.
func ShowDialog(on fyne.Canvas, dir Direction, title string, body fyne.CanvasObject, cancel func(), buttons ...*Button) *Dialog {
	d := &Dialog{title: title, on: on, before: on.Focused(), cancel: cancel}
	row := NewFlow(dir, 12)
	for _, b := range buttons {
		row.Add(b)
		if cancel != nil {
			b.escape = d.escape
		}
	}
	each(body, func(o fyne.CanvasObject) {
		if f, ok := o.(interface{ onEscape(func()) }); ok && cancel != nil {
			f.onEscape(d.escape)
		}
	})
	column := NewColumn(16, NewLabel(dir, Heading, title), body, row)
	width := min(dialogWidth, on.Size().Width-64)
	d.popup = widget.NewModalPopUp(NewWidth(width, NewInset(28, 24, column)), on)
	d.popup.Show()
	if len(buttons) > 0 {
		on.Focus(buttons[0])
	}
	return d
}

// Hide closes the dialog and gives the keyboard back.
func (d *Dialog) Hide() {
	d.popup.Hide()
	if d.before != nil {
		d.on.Focus(d.before)
	}
}

func (d *Dialog) escape() {
	d.Hide()
	d.cancel()
}

// Name returns the title.
func (d *Dialog) Name() string { return d.title }

// Role returns RoleDialog.
func (d *Dialog) Role() Role { return RoleDialog }

// Value returns nothing.
func (d *Dialog) Value() string { return "" }
