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
	d.popup = widget.NewModalPopUp(newDialogBox(on.Size, NewLabel(dir, Heading, title), body, row, d.refit), on)
	d.popup.Show()
	if len(buttons) > 0 {
		on.Focus(buttons[0])
	}
	return d
}

// dialogBox is the layout of a dialog: title, body and buttons. A body that is
// higher than the window can be scrolled between the others.
type dialogBox struct {
	window           func() fyne.Size
	title, body, row fyne.CanvasObject
	page             *Page
}

// The room around the parts of a dialog, between them, and at either side of the
// body for its rings and its scroll bar.
const (
	dialogSide  = 28
	dialogAbove = 24
	dialogGap   = 16
	dialogEdge  = 12
)

func newDialogBox(window func() fyne.Size, title, body, row fyne.CanvasObject, grown func()) *fyne.Container {
	b := &dialogBox{window: window, title: title, body: body, row: row, page: NewPage(NewInset(dialogEdge, 4, body))}
	b.page.grown = grown
	return &fyne.Container{Layout: b, Objects: []fyne.CanvasObject{title, b.page, row}}
}

func (b *dialogBox) width() float32 { return min(dialogWidth, b.window().Width-64) }

// MinSize serves Fyne.
func (b *dialogBox) MinSize([]fyne.CanvasObject) fyne.Size {
	wide := b.width() - 2*dialogSide
	high := fit(b.title, wide) + fit(b.body, wide) + 8 + fit(b.row, wide) + 2*dialogAbove + 2*dialogGap
	return fyne.NewSize(b.width(), min(high, b.window().Height-64))
}

// Layout serves Fyne.
func (b *dialogBox) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width - 2*dialogSide
	top, bottom := fit(b.title, wide), fit(b.row, wide)
	b.title.Move(fyne.NewPos(dialogSide, dialogAbove))
	b.row.Move(fyne.NewPos(dialogSide, size.Height-dialogAbove-bottom))
	top += dialogAbove + dialogGap
	b.page.Move(fyne.NewPos(dialogSide-dialogEdge, top))
	b.page.Resize(fyne.NewSize(wide+2*dialogEdge, size.Height-top-bottom-dialogAbove-dialogGap))
}

// refit takes the height that the body needs now.
func (d *Dialog) refit() {
	d.popup.Content.Refresh()
	d.popup.Resize(d.popup.Content.MinSize())
	d.popup.Content.Refresh()
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
