package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/kit/edit"
	"recourse/ui/theme"
)

// Entry is a field for text, of one line or of many. It draws its text in the
// order of UAX #9, each paragraph at the side where it begins, and its caret goes
// by graphemes, to the left and right as they are seen. Where two directions
// meet, a low second caret shows where a letter of the other one would come.
// Tab leaves it.
type Entry struct {
	widget.BaseWidget
	dir      Direction
	name     string
	role     Role
	model    *edit.Editor
	pane     *pane
	hint     *Label
	hinted   string // the words of the hint, which is cut where they do not fit
	count    *Label // how much of the limit is used
	note     *Label // what became of a paste
	pasted   func(size, hidden int) string
	grow     func()
	limit    limit
	ground   *ground
	clip     *sight
	bar      *ground // how far a long text is scrolled
	rows     int     // of a long entry
	wrong    bool
	focused  bool
	fixed    bool // can be read and copied, not changed
	unmasked bool // a secret that is shown
	disabled bool
	fresh    bool // has the keyboard, and no key was pressed on it yet
	hand     hand
	wish     float32 // where up and down want to go; below 0 for nowhere
	words    MenuWords
	changed  func(string)
	submit   func()
	leave    func(string)
	escape   func()
	keys     func(*fyne.KeyEvent) bool // takes keys before the field does
	option   func() string             // what enter takes in the list below; nil without one
	reveal   func(fyne.CanvasObject)
	turn     func(float32)
}

var (
	_ drawn                  = (*Entry)(nil)
	_ Accessible             = (*Entry)(nil)
	_ fyne.Accessible        = (*Entry)(nil)
	_ fyne.Focusable         = (*Entry)(nil)
	_ fyne.Disableable       = (*Entry)(nil)
	_ fyne.Shortcutable      = (*Entry)(nil)
	_ fyne.Tappable          = (*Entry)(nil)
	_ fyne.DoubleTappable    = (*Entry)(nil)
	_ fyne.SecondaryTappable = (*Entry)(nil)
	_ fyne.Draggable         = (*Entry)(nil)
	_ desktop.Mouseable      = (*Entry)(nil)
	_ desktop.Keyable        = (*Entry)(nil)
	_ desktop.Cursorable     = (*Entry)(nil)
)

// NewEntry returns a field of one line with a text in it, that calls changed
// with each new text. The name is that of the label above it.
func NewEntry(dir Direction, name, text string, changed func(string)) *Entry {
	return newEntry(dir, RoleField, name, text, 1, changed)
}

// NewSecret returns a field whose text is neither drawn nor read out, cannot be
// copied, and is not kept for undo.
func NewSecret(dir Direction, name string, changed func(string)) *Entry {
	return newEntry(dir, RoleSecret, name, "", 1, changed)
}

// NewLongEntry returns a field of many lines, of which rows are in sight.
func NewLongEntry(dir Direction, name, text string, rows int, changed func(string)) *Entry {
	return newEntry(dir, RoleLongField, name, text, rows, changed)
}

func newEntry(dir Direction, role Role, name, text string, rows int, changed func(string)) *Entry {
	e := &Entry{dir: dir, name: name, role: role, rows: rows, changed: changed, wish: -1}
	e.model = edit.New(text, edit.Options{Single: role != RoleLongField, Secret: role == RoleSecret})
	e.pane = newPane(dir, role == RoleLongField)
	e.hint, e.count = NewLine(dir, Body, "").Toned(Slate), NewLine(dir, Caption, "")
	e.note = NewLabel(dir, Hint, "")
	if role == RoleLongField {
		e.hint = NewLabel(dir, Body, "").Toned(Slate)
	}
	e.clip = newSight(e.pane.box, e.scroll)
	e.ground = newGround(theme.ColorCard, theme.ColorEdge, 1, 8)
	e.bar = newGround(theme.ColorEdge, "", 0, 2)
	e.ExtendBaseWidget(e)
	e.load()
	return e
}

// Text returns what stands in the field.
func (e *Entry) Text() string { return e.model.Text().String() }

// SetText changes the text without calling back. What was typed before cannot be
// undone any more.
func (e *Entry) SetText(text string) {
	e.model.SetText(text)
	e.load()
	e.Refresh()
}

// load hands the text of the model to the lines.
func (e *Entry) load() {
	t := e.model.Text()
	if e.masked() {
		t = edit.Masked(t)
	}
	e.pane.update(t)
}

// Hinted sets what is drawn while the field is empty, and returns the field.
// It has to stand elsewhere too, since it goes with the first key.
func (e *Entry) Hinted(hint string) *Entry {
	e.hinted, e.hint.text = hint, hint
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

// SetReadOnly keeps the text as it is; it can still be reached, selected and
// copied.
func (e *Entry) SetReadOnly(on bool) {
	e.fixed = on
	e.Refresh()
}

// Disable keeps the text as it is, and the keyboard away.
func (e *Entry) Disable() {
	e.disabled = true
	e.Refresh()
}

// Enable undoes Disable.
func (e *Entry) Enable() {
	e.disabled = false
	e.Refresh()
}

// Disabled reports whether the keyboard is kept away.
func (e *Entry) Disabled() bool { return e.disabled }

// Name returns what the field is for.
func (e *Entry) Name() string { return e.name }

// Role returns RoleField, RoleLongField or RoleSecret.
func (e *Entry) Role() Role { return e.role }

// Value returns the text, or nothing for a secret.
func (e *Entry) Value() string {
	if e.role == RoleSecret {
		return ""
	}
	return e.Text()
}

// Selected returns the selected text in logical order, or nothing for a secret.
func (e *Entry) Selected() string {
	if e.role == RoleSecret {
		return ""
	}
	return e.model.Selected()
}

// AccessibilityLabel serves Fyne.
func (e *Entry) AccessibilityLabel() string {
	if e.option != nil && e.option() != "" {
		return label(e) + ". " + e.option()
	}
	return label(e)
}

// AccessibilityRole serves Fyne.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return role(e) }

// CreateRenderer serves Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return render(e) }

func (e *Entry) onReveal(do func(fyne.CanvasObject)) { e.reveal = do }
func (e *Entry) onTurn(do func(float32))             { e.turn = do }
func (e *Entry) onEscape(do func())                  { e.escape = do }
func (e *Entry) onGrow(do func())                    { e.grow = do }

// stroke returns the border of the field.
func (e *Entry) stroke() (fyne.ThemeColorName, float32) {
	switch {
	case e.focused:
		return stock.ColorNamePrimary, 2
	case e.wrong || e.limit.over(e.model.Text()):
		return stock.ColorNameError, 2
	case e.disabled || e.fixed:
		return theme.ColorLine, 1
	}
	return theme.ColorEdge, 1
}
