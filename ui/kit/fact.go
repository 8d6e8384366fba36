package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// Fact is something that the person has told, in a side column: what it is called,
// and below it what was said. It leads to its question.
type Fact struct {
	control
	dir    Direction
	label  *Label
	said   *Label
	ground *ground
}

var (
	_ drawn           = (*Fact)(nil)
	_ Accessible      = (*Fact)(nil)
	_ fyne.Accessible = (*Fact)(nil)
)

// NewFact returns a fact that calls act when it is tapped, or with space or enter.
func NewFact(dir Direction, name, value string, act func()) *Fact {
	f := &Fact{dir: dir, label: NewLabel(dir, Caption, name), said: NewLabel(dir, Strong, value)}
	f.ground = newGround("", "", 0, 8)
	f.init(f, act)
	return f
}

// Name returns what the fact is called.
func (f *Fact) Name() string { return f.label.text }

// Role returns RoleButton.
func (f *Fact) Role() Role { return RoleButton }

// Value returns what was said.
func (f *Fact) Value() string { return f.said.text }

// AccessibilityLabel serves Fyne.
func (f *Fact) AccessibilityLabel() string { return label(f) }

// AccessibilityRole serves Fyne.
func (f *Fact) AccessibilityRole() fyne.AccessibleRole { return role(f) }

// CreateRenderer serves Fyne.
func (f *Fact) CreateRenderer() fyne.WidgetRenderer { return render(f) }

func (f *Fact) paint() {
	fill, stroke, width := fyne.ThemeColorName(""), fyne.ThemeColorName(""), float32(0)
	if f.hovered {
		fill = stock.ColorNameHover
	}
	if f.focused {
		stroke, width = stock.ColorNamePrimary, 2
	}
	f.ground.set(fill, stroke, width)
	f.label.paint()
	f.said.paint()
}

// The room around the words of a fact.
const (
	factSide  = 8
	factAbove = 5
)

func (f *Fact) place(size fyne.Size) {
	f.ground.Resize(size)
	wide := size.Width - 2*factSide
	high := fit(f.label, wide)
	f.label.Move(fyne.NewPos(factSide, factAbove))
	fit(f.said, wide)
	f.said.Move(fyne.NewPos(factSide, factAbove+high))
}

func (f *Fact) least() fyne.Size {
	label, said := f.label.MinSize(), f.said.MinSize()
	return fyne.NewSize(max(label.Width, said.Width)+2*factSide, max(target, label.Height+said.Height+2*factAbove))
}

func (f *Fact) parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.ground, f.label, f.said} }
