package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// Entry is a field for text. While it has the keyboard it is Fyne's own entry.
// At rest, text that Fyne would draw in the wrong order, and every hint of what
// to enter, is drawn by the kit: in its order, and at the side where the
// language begins.
type Entry struct {
	widget.BaseWidget
	dir     Direction
	name    string
	role    Role
	hint    string
	wrong   bool
	silent  bool // a change comes from the program
	field   *field
	bare    *container.ThemeOverride // the field without its own border
	base    *ground                  // lies below the field
	veil    *ground                  // hides the field at rest
	text    *Label
	clip    *container.Clip
	border  *ground
	changed func(string)
	submit  func()
	leave   func(string)
	reveal  func(fyne.CanvasObject)
}

var (
	_ drawn           = (*Entry)(nil)
	_ Accessible      = (*Entry)(nil)
	_ fyne.Accessible = (*Entry)(nil)
)

// NewEntry returns a field of one line with a text in it, that calls changed
// with each new text. The name is that of the label above it.
func NewEntry(dir Direction, name, text string, changed func(string)) *Entry {
	return newEntry(dir, RoleField, name, text, changed)
}

// NewSecret returns a field whose text is neither drawn nor read out.
func NewSecret(dir Direction, name string, changed func(string)) *Entry {
	return newEntry(dir, RoleSecret, name, "", changed)
}

// NewLongEntry returns a field of many lines, of which rows are in sight. Tab
// leaves it.
func NewLongEntry(dir Direction, name, text string, rows int, changed func(string)) *Entry {
	e := newEntry(dir, RoleLongField, name, text, changed)
	e.field.SetMinRowsVisible(rows)
	return e
}

func newEntry(dir Direction, role Role, name, text string, changed func(string)) *Entry {
	e := &Entry{dir: dir, name: name, role: role, changed: changed}
	e.field = newField(e)
	e.bare = container.NewThemeOverride(e.field, bareTheme{fyne.CurrentApp().Settings().Theme()})
	e.text = NewLine(Auto, Body, "")
	if role == RoleLongField {
		e.text = NewLabel(Auto, Body, "")
	}
	e.text.end = dir == RTL
	e.clip = container.NewClip(container.NewWithoutLayout(e.text)) // place puts the text where it belongs
	e.base = newGround(theme.ColorCard, "", 0, 8)
	e.veil = newGround(theme.ColorCard, "", 0, 7)
	e.border = newGround("", theme.ColorEdge, 1, 8)
	e.ExtendBaseWidget(e)
	e.SetText(text)
	return e
}

// Text returns what stands in the field.
func (e *Entry) Text() string { return e.field.Text }

// SetText changes the text without calling back.
func (e *Entry) SetText(text string) {
	e.silent = true
	e.field.SetText(text)
	e.silent = false
	e.Refresh()
}

// Hinted sets what is drawn while the field is empty, and returns the field.
// It has to stand elsewhere too, since it goes with the first key.
func (e *Entry) Hinted(hint string) *Entry {
	e.hint = hint
	e.Refresh()
	return e
}

// OnSubmit sets what enter does in a field of one line, and returns the field.
func (e *Entry) OnSubmit(do func()) *Entry {
	e.submit = do
	return e
}

// OnLeave sets what happens with the text when the keyboard leaves the field,
// and returns the field.
func (e *Entry) OnLeave(do func(string)) *Entry {
	e.leave = do
	return e
}

// SetWrong marks the field; the words that say what is wrong stand below it.
func (e *Entry) SetWrong(wrong bool) {
	e.wrong = wrong
	e.Refresh()
}

// Focus puts the keyboard on the field.
func (e *Entry) Focus() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(e.field); on != nil {
		on.Focus(e.field)
	}
}

// Disable keeps the text as it is.
func (e *Entry) Disable() {
	e.field.Disable()
	e.Refresh()
}

// Enable undoes Disable.
func (e *Entry) Enable() {
	e.field.Enable()
	e.Refresh()
}

// Name returns what the field is for.
func (e *Entry) Name() string { return e.name }

// Role returns RoleField, RoleLongField or RoleSecret.
func (e *Entry) Role() Role { return e.role }

// Value returns the text, or nothing for a secret.
func (e *Entry) Value() string {
	if e.role == RoleSecret {
		return ""
	}
	return e.field.Text
}

// AccessibilityLabel serves Fyne.
func (e *Entry) AccessibilityLabel() string { return label(e) }

// AccessibilityRole serves Fyne.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return role(e) }

// CreateRenderer serves Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return render(e) }

// paint decides between the field and the kit's own drawing of its text.
func (e *Entry) paint() {
	if now := fyne.CurrentApp().Settings().Theme(); now != e.bare.Theme.(bareTheme).of {
		e.bare.Theme = bareTheme{now}
		e.bare.Refresh()
	}
	e.text.text, e.text.tone = e.field.Text, Ink
	if e.field.Text == "" {
		e.text.text, e.text.tone = e.hint, Slate
	}
	e.veil.Hidden = !e.veiled()
	e.clip.Hidden = e.veil.Hidden
	e.text.paint()
	e.base.paint()
	e.veil.paint()
	stroke, width := theme.ColorEdge, float32(1)
	switch {
	case e.field.focused:
		stroke, width = stock.ColorNamePrimary, 2
	case e.wrong:
		stroke, width = stock.ColorNameError, 2
	}
	e.border.set("", stroke, width)
}

// veiled reports whether the kit draws the text in place of the field.
func (e *Entry) veiled() bool {
	if e.field.focused {
		return false
	}
	if e.field.Text == "" {
		return e.hint != ""
	}
	return e.role != RoleSecret && (e.dir == RTL || Visual(e.field.Text, Auto) != e.field.Text)
}

// fieldSide is the room between the edge of a field and its text.
const fieldSide = 14

// fieldOwn is the part of it that Fyne's entry leaves by itself.
const fieldOwn = 8

func (e *Entry) place(size fyne.Size) {
	e.base.Resize(size)
	e.border.Resize(size)
	e.veil.Move(fyne.NewPos(1, 1))
	e.veil.Resize(size.SubtractWidthHeight(2, 2))
	e.bare.Move(fyne.NewPos(fieldSide-fieldOwn, 1))
	e.bare.Resize(size.SubtractWidthHeight(2*(fieldSide-fieldOwn), 2))
	inner := fyne.NewSize(size.Width-2*fieldSide, size.Height-4)
	e.clip.Move(fyne.NewPos(fieldSide, 2))
	e.clip.Resize(inner)
	e.text.Resize(fyne.NewSize(inner.Width, e.text.MinSize().Height))
	top := (inner.Height - e.text.pitch()) / 2
	if e.role == RoleLongField {
		top = 9
	}
	e.text.Move(fyne.NewPos(0, top))
}

func (e *Entry) least() fyne.Size {
	least := e.field.MinSize()
	return fyne.NewSize(least.Width+2*fieldSide, max(target+2, least.Height+2))
}

func (e *Entry) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.base, e.bare, e.veil, e.clip, e.border}
}

func (e *Entry) onReveal(do func(fyne.CanvasObject)) { e.reveal = do }
