package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/kit/edit"
)

// MenuWords are the words of the menu of a field, in the person's language.
type MenuWords struct {
	Undo, Redo, Cut, Copy, Paste, SelectAll string
}

// Menu gives the field a menu, which the other mouse button, the menu key and
// Shift+F10 open, and returns the field. Without words there is none.
func (e *Entry) Menu(words MenuWords) *Entry {
	e.words = words
	return e
}

// copy puts the selected text on the clipboard, in logical order. A secret stays
// where it is.
func (e *Entry) copy() {
	if text := e.Selected(); text != "" {
		fyne.CurrentApp().Clipboard().SetContent(text)
		copied(text)
	}
}

func (e *Entry) cut() {
	if e.Selected() == "" || !e.open() {
		return
	}
	e.copy()
	e.edited(e.model.Cut())
}

// Pasted says below the field what became of a pasted text, by its size and by how
// many of its characters nobody sees, until the next paste; without words nothing is
// said. It returns the field.
func (e *Entry) Pasted(words func(size, hidden int) string) *Entry {
	e.pasted = words
	return e
}

// paste takes the text of the clipboard, without what a person does not see.
func (e *Entry) paste() {
	if !e.open() {
		return
	}
	text := fyne.CurrentApp().Clipboard().Content()
	e.edited(e.model.Insert(text))
	if e.pasted != nil && e.role != RoleSecret {
		e.tell(e.pasted(utf8.RuneCountInString(text), edit.Hidden(text)))
	}
}

// tell says something below the field.
func (e *Entry) tell(words string) {
	if words == e.note.text {
		return
	}
	e.note.text = words
	e.Refresh()
	if e.grow != nil {
		e.grow()
	}
}

func (e *Entry) undo() { e.edited(e.open() && e.model.Undo()) }

func (e *Entry) redo() { e.edited(e.open() && e.model.Redo()) }

func (e *Entry) selectAll() {
	e.model.SelectAll()
	e.redraw()
}

// TappedSecondary opens the menu.
func (e *Entry) TappedSecondary(p *fyne.PointEvent) { e.showMenu(p.AbsolutePosition) }

func (e *Entry) showMenuAtCaret() {
	p, c := e.pane, e.model.Caret()
	y := float32(p.lay.LineOf(c)+1)*p.pitch() - p.top
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(e.clip.Position())
	e.showMenu(at.AddXY(p.x(c), y))
}

// item is an entry of the menu.
type item struct {
	words string
	able  bool
	do    func()
}

func (e *Entry) items() []item {
	w, some := e.words, e.Selected() != ""
	return []item{
		{w.Undo, e.open() && e.model.CanUndo(), e.undo}, {w.Redo, e.open() && e.model.CanRedo(), e.redo},
		{w.Cut, e.open() && some, e.cut}, {w.Copy, some, e.copy},
		{w.Paste, e.open() && fyne.CurrentApp().Clipboard().Content() != "", e.paste},
		{w.SelectAll, !e.model.Text().Empty(), e.selectAll},
	}
}

// showMenu opens what can be done now, and gives the keyboard to its first entry.
func (e *Entry) showMenu(at fyne.Position) {
	on := fyne.CurrentApp().Driver().CanvasForObject(e)
	if on == nil || e.disabled || e.words == (MenuWords{}) {
		return
	}
	var popup *widget.PopUp
	closed := func() {
		popup.Hide()
		on.Focus(e)
	}
	column := NewColumn(0)
	for _, it := range e.items() {
		if it.able && it.words != "" {
			b := NewButton(e.dir, Quiet, it.words, func() { closed(); it.do() })
			b.escape, b.key = closed, func(k fyne.KeyName) { walk(on, k) }
			column.Add(b)
		}
	}
	if len(column.Objects) == 0 {
		return
	}
	wide := float32(0)
	for _, b := range column.Objects {
		wide = max(wide, wish(b))
	}
	popup = widget.NewPopUp(NewWidth(wide, column), on)
	size := popup.MinSize()
	popup.ShowAtPosition(fyne.NewPos(beside(e.dir, at.X, 0, size.Width, on.Size().Width), max(0, min(at.Y, on.Size().Height-size.Height))))
	on.Focus(column.Objects[0].(*Button))
}

// walk goes up and down in a menu.
func walk(on fyne.Canvas, key fyne.KeyName) {
	switch key {
	case fyne.KeyDown:
		on.FocusNext()
	case fyne.KeyUp:
		on.FocusPrevious()
	}
}
