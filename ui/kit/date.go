package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Box is one of the boxes of a date: a day, a month or a year, with its label.
type Box struct {
	Label string
	Value string
	Chars int // how many digits it is made for
}

// Date is a day in boxes, which stand in the order of the language. Each takes
// any text: what it means is for the caller to find out.
type Date struct {
	widget.BaseWidget
	dir     Direction
	name    string
	chars   []int
	boxes   []*Entry
	fields  []*Field
	recent  int     // the box that the keyboard was on last
	way     *Button // to a calendar, or nil
	leave   func(bool)
	changed func([]string)
}

var (
	_ drawn           = (*Date)(nil)
	_ Accessible      = (*Date)(nil)
	_ fyne.Accessible = (*Date)(nil)
)

// NewDate returns a date that calls changed with the texts of all boxes.
func NewDate(dir Direction, name string, boxes []Box, changed func([]string)) *Date {
	d := &Date{dir: dir, name: name, changed: changed}
	for i, b := range boxes {
		e := NewEntry(dir, name+": "+b.Label, b.Value, func(string) { d.tell() })
		e.OnLeave(func(string) {
			d.recent = i
			if d.leave != nil {
				d.leave(i == len(d.boxes)-1 || !slices.Contains(d.Values(), ""))
			}
		})
		d.boxes, d.chars = append(d.boxes, e), append(d.chars, b.Chars)
		f := NewField(dir, b.Label, "", e)
		f.name = NewLabel(dir, Hint, b.Label)
		d.fields = append(d.fields, f)
	}
	d.ExtendBaseWidget(d)
	return d
}

func (d *Date) tell() {
	if d.changed != nil {
		d.changed(d.Values())
	}
}

// Values returns the texts of the boxes.
func (d *Date) Values() []string {
	out := make([]string, len(d.boxes))
	for i, b := range d.boxes {
		out[i] = b.Text()
	}
	return out
}

// SetValues changes the texts that are others, without calling back.
func (d *Date) SetValues(values []string) {
	for i, b := range d.boxes {
		if i < len(values) && b.Text() != values[i] {
			b.SetText(values[i])
		}
	}
}

// OnLeave sets what happens when the keyboard leaves a box, and returns the date.
// The call tells whether the person is through with it: the box was the last, or
// all are filled.
func (d *Date) OnLeave(do func(through bool)) *Date {
	d.leave = do
	return d
}

// Calendar sets a button below the boxes that leads to a calendar, and returns the
// date.
func (d *Date) Calendar(words string, open func()) *Date {
	d.way = NewButton(d.dir, Quiet, words, open).Small()
	return d
}

// Menu gives the boxes their menu, and returns the date.
func (d *Date) Menu(words MenuWords) *Date {
	for _, b := range d.boxes {
		b.Menu(words)
	}
	return d
}

// SetWrong marks the boxes; the words that say what is wrong stand below them.
func (d *Date) SetWrong(wrong bool) {
	for _, b := range d.boxes {
		b.SetWrong(wrong)
	}
}

// Focused reports whether the keyboard is on one of the boxes.
func (d *Date) Focused() bool {
	return slices.ContainsFunc(d.boxes, (*Entry).Focused)
}

// FocusOn puts the keyboard on the first box, on a canvas that shows it or is
// about to.
func (d *Date) FocusOn(canvas fyne.Canvas) { d.boxes[0].FocusOn(canvas) }

// TakeCaret puts the keyboard on the box where it is, or was last, in another date, which
// this one takes the place of, and the caret where it was there. The other has its
// boxes in places of its own: at[i] is where its box i is here, or -1. It reports
// whether that box is here.
func (d *Date) TakeCaret(from *Date, at []int, canvas fyne.Canvas) bool {
	i := slices.IndexFunc(from.boxes, (*Entry).Focused)
	if i < 0 {
		i = from.recent
	}
	if i >= len(at) || at[i] < 0 || at[i] >= len(d.boxes) {
		return false
	}
	d.boxes[at[i]].FocusOn(canvas)
	d.boxes[at[i]].TakeCaret(from.boxes[i])
	return true
}

// Name returns what the date is of.
func (d *Date) Name() string { return d.name }

// Role returns RoleGroup: each box is a field.
func (d *Date) Role() Role { return RoleGroup }

// Value returns the texts of the boxes, in their order.
func (d *Date) Value() string {
	value := ""
	for _, v := range d.Values() {
		if v != "" && value != "" {
			value += " "
		}
		value += v
	}
	return value
}

// AccessibilityLabel serves Fyne.
func (d *Date) AccessibilityLabel() string { return label(d) }

// AccessibilityRole serves Fyne.
func (d *Date) AccessibilityRole() fyne.AccessibleRole { return role(d) }

// CreateRenderer serves Fyne.
func (d *Date) CreateRenderer() fyne.WidgetRenderer { return render(d) }

func (d *Date) paint() {}

// boxGap is the room between two boxes.
const boxGap = 12

// wide is how wide a box is where there is room.
func (d *Date) wide(i int) float32 {
	return float32(d.chars[i])*stock.Size(stock.SizeNameText)*0.75 + 2*fieldSide + 16
}

// place puts the boxes side by side, narrower where there is no room.
func (d *Date) place(size fyne.Size) {
	whole, gaps := float32(0), boxGap*float32(len(d.boxes)-1)
	for i := range d.boxes {
		whole += d.wide(i)
	}
	share := min(1, (size.Width-gaps)/whole)
	objects := make([]fyne.CanvasObject, len(d.fields))
	for i, f := range d.fields {
		fit(f, d.wide(i)*share)
		objects[i] = f
	}
	align(objects)
	x := float32(0)
	for i, f := range d.fields {
		wide := d.wide(i) * share
		fit(f, wide)
		f.Move(fyne.NewPos(mirrorX(d.dir, x, wide, size.Width), 0))
		x += wide + boxGap
	}
	if d.way != nil {
		wide := min(wish(d.way), size.Width)
		fit(d.way, wide)
		d.way.Move(fyne.NewPos(mirrorX(d.dir, 0, wide, size.Width), d.boxHeight()))
	}
}

// boxHeight is the height of the boxes with their labels.
func (d *Date) boxHeight() float32 {
	high := float32(0)
	for _, f := range d.fields {
		high = max(high, f.MinSize().Height)
	}
	return high
}

func (d *Date) least() fyne.Size {
	var size fyne.Size
	for _, f := range d.fields {
		least := f.MinSize()
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	size.Width += boxGap * float32(len(d.fields)-1)
	if d.way != nil {
		size.Height += d.way.MinSize().Height
	}
	return size
}

func (d *Date) parts() []fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(d.fields))
	for i, f := range d.fields {
		parts[i] = f
	}
	if d.way != nil {
		parts = append(parts, d.way)
	}
	return parts
}

func (d *Date) held() []fyne.CanvasObject { return d.parts() }

// SetReadOnly keeps what stands in the boxes as it is.
func (d *Date) SetReadOnly(on bool) {
	for _, e := range d.boxes {
		e.SetReadOnly(on)
	}
}
