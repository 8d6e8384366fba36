package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// weeks is a layout of seven columns; the first row are the names of the days.
type weeks struct{ dir Direction }

// MinSize serves Fyne.
func (w weeks) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows := max((len(objects)+6)/7-1, 0)
	head := float32(0)
	for i, o := range objects {
		if i < 7 {
			head = max(head, o.MinSize().Height)
		}
	}
	return fyne.NewSize(7*target, head+float32(rows)*w.row())
}

// row is the height of a week.
func (w weeks) row() float32 { return max(target, stock.TextSize()*lineHeight+8) }

// Layout serves Fyne.
func (w weeks) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide, top := size.Width/7, float32(0)
	for i, o := range objects {
		high := w.row()
		if i < 7 {
			high = o.MinSize().Height
		}
		o.Resize(fyne.NewSize(wide, high))
		o.Move(fyne.NewPos(mirrorX(w.dir, float32(i%7)*wide, wide, size.Width), top))
		if i%7 == 6 {
			top += high
		}
	}
}

// dayCell is a day that can be chosen.
type dayCell struct {
	control
	day    CalendarDay
	text   *Label
	ground *ground
}

var (
	_ drawn           = (*dayCell)(nil)
	_ Accessible      = (*dayCell)(nil)
	_ fyne.Accessible = (*dayCell)(nil)
)

func newDay(dir Direction, d CalendarDay, act func()) *dayCell {
	c := &dayCell{day: d, text: NewLine(dir, Body, d.Label), ground: newGround("", "", 0, 8)}
	c.init(c, act)
	return c
}

// Name returns the day in full.
func (c *dayCell) Name() string { return c.day.Name }

// Role returns RoleRadio: one of the days is chosen.
func (c *dayCell) Role() Role { return RoleRadio }

// Value returns "true" or "false".
func (c *dayCell) Value() string {
	if c.day.Chosen {
		return "true"
	}
	return "false"
}

// AccessibilityLabel serves Fyne.
func (c *dayCell) AccessibilityLabel() string { return label(c) }

// AccessibilityRole serves Fyne.
func (c *dayCell) AccessibilityRole() fyne.AccessibleRole { return role(c) }

// CreateRenderer serves Fyne.
func (c *dayCell) CreateRenderer() fyne.WidgetRenderer { return render(c) }

func (c *dayCell) paint() {
	fill, stroke, width := fyne.ThemeColorName(""), fyne.ThemeColorName(""), float32(0)
	c.text.style, c.text.tone = Body, Ink
	if c.hovered {
		fill = stock.ColorNameHover
	}
	if c.day.Today {
		stroke, width, c.text.style = theme.ColorEdge, 1, Strong
	}
	if c.day.Chosen {
		fill, stroke, width = stock.ColorNamePrimary, stock.ColorNamePrimary, 1
		c.text.tone, c.text.style = OnTeal, Strong
	}
	if c.focused {
		stroke, width = stock.ColorNamePrimary, 3
		if c.day.Chosen {
			stroke = stock.ColorNameForeground
		}
	}
	c.ground.set(fill, stroke, width)
	c.text.paint()
}

func (c *dayCell) place(size fyne.Size) {
	const room = 2
	c.ground.Move(fyne.NewPos(room, room))
	c.ground.Resize(size.SubtractWidthHeight(2*room, 2*room))
	centreIn(c.text, size)
}

// centreIn puts a label of one line into the middle of a place.
func centreIn(l *Label, size fyne.Size) {
	wide := l.MinSize()
	l.Resize(wide)
	l.Move(fyne.NewPos((size.Width-wide.Width)/2, (size.Height-wide.Height)/2))
}

func (c *dayCell) least() fyne.Size {
	return fyne.NewSize(target, max(target, c.text.MinSize().Height))
}

func (c *dayCell) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.ground, c.text} }

// newWeekday is the name of a day in the middle above its column.
func newWeekday(dir Direction, name string) fyne.CanvasObject {
	return &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{NewLabel(dir, Caption, name)}}
}

// middle is a layout that puts a label into the middle of its place, as wide as it
// is in one line where there is room.
type middle struct{}

// MinSize serves Fyne.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout serves Fyne.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := min(wish(objects[0]), size.Width)
	high := fit(objects[0], wide)
	objects[0].Move(fyne.NewPos((size.Width-wide)/2, (size.Height-high)/2))
}
