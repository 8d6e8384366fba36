package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a control with its name above it, a hint between them, and below it
// what is wrong with its answer. In a Grid the controls of a row stand in line,
// however many lines their names and hints have.
type Field struct {
	widget.BaseWidget
	name    *Label
	hint    *Label
	control fyne.CanvasObject
	problem *Label
	room    float32 // for name and hint, where a neighbour needs more
}

var _ Accessible = (*Field)(nil)

// NewField returns a control with its name and hint; the hint may be empty.
func NewField(dir Direction, name, hint string, control fyne.CanvasObject) *Field {
	f := &Field{name: NewLabel(dir, Strong, name), hint: NewLabel(dir, Hint, hint), control: control}
	f.problem = NewLabel(dir, Hint, "").Toned(Red)
	f.hint.Hidden, f.problem.Hidden = hint == "", true
	f.ExtendBaseWidget(f)
	return f
}

// SetProblem says what is wrong, in words, and marks the control; with an empty
// text nothing is wrong.
func (f *Field) SetProblem(text string) {
	f.problem.text, f.problem.Hidden = text, text == ""
	if c, ok := f.control.(interface{ SetWrong(bool) }); ok {
		c.SetWrong(text != "")
	}
	f.Refresh()
}

// Name returns the name of the control.
func (f *Field) Name() string { return f.name.text }

// Role returns RoleGroup: the control has a role of its own.
func (f *Field) Role() Role { return RoleGroup }

// Value returns what is wrong, if anything is.
func (f *Field) Value() string { return f.problem.text }

// AccessibilityLabel serves Fyne.
func (f *Field) AccessibilityLabel() string { return label(f) }

// AccessibilityRole serves Fyne.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return role(f) }

// CreateRenderer serves Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return render(f) }

func (f *Field) paint() {
	f.name.paint()
	f.hint.paint()
	f.problem.paint()
}

// fieldGap is the room between the parts of a field.
const fieldGap = 4

func (f *Field) place(size fyne.Size) {
	top := fit(f.name, size.Width)
	if !f.hint.Hidden {
		f.hint.Move(fyne.NewPos(0, top))
		fit(f.hint, size.Width)
	}
	top = max(f.head(), f.room) + fieldGap
	f.control.Move(fyne.NewPos(0, top))
	top += fit(f.control, size.Width) + fieldGap
	if !f.problem.Hidden {
		f.problem.Move(fyne.NewPos(0, top))
		fit(f.problem, size.Width)
	}
}

// head is the height of name and hint at the present width.
func (f *Field) head() float32 {
	high := f.name.MinSize().Height
	if !f.hint.Hidden {
		high += f.hint.MinSize().Height
	}
	return high
}

// align gives the heads of all fields of a row the same room, with the labels
// that a control itself has above its boxes.
func align(row []fyne.CanvasObject) {
	most := float32(0)
	for _, o := range row {
		if f, ok := o.(*Field); ok {
			most = max(most, f.head()+f.above())
		}
	}
	for _, o := range row {
		if f, ok := o.(*Field); ok {
			f.room = most - f.above()
		}
	}
}

// above is the height of what the control has above its boxes.
func (f *Field) above() float32 {
	if d, ok := f.control.(*Date); ok {
		return d.fields[0].head() + fieldGap
	}
	return 0
}

func (f *Field) least() fyne.Size {
	wide := float32(0)
	for _, o := range shown(f.parts()) {
		wide = max(wide, o.MinSize().Width)
	}
	high := max(f.head(), f.room) + fieldGap + f.control.MinSize().Height
	if !f.problem.Hidden {
		high += fieldGap + f.problem.MinSize().Height
	}
	return fyne.NewSize(wide, high)
}

func (f *Field) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.name, f.hint, f.control, f.problem}
}

func (f *Field) held() []fyne.CanvasObject { return []fyne.CanvasObject{f.control} }
