package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// CalendarMonth is what a Calendar shows: a month, the ways to others, and in words
// what is uncertain about its days.
type CalendarMonth struct {
	System, Month, Year string // names of the two choices and of the field
	Systems, Months     []string
	SystemNow, MonthNow int
	YearNow             string
	Before, After       string // words of the buttons
	Weekdays            []string
	Lead                int // places before the first day
	Days                []CalendarDay
	Note                string
}

// CalendarDay is a day of the month: its number, and its name in full.
type CalendarDay struct {
	Label, Name   string
	Chosen, Today bool
}

// CalendarMove is where a person goes in a Calendar: to another system, a month, a
// year as it was typed, some months on.
type CalendarMove struct {
	System, Month int
	Year          string
	By            int
}

// Calendar is a month whose days can be chosen. The arrow keys go from day to day,
// Page Up and Page Down to the months beside.
type Calendar struct {
	widget.BaseWidget
	dir    Direction
	shown  CalendarMonth
	turn   func(CalendarMove) CalendarMonth
	chosen func(day int)
	top    *fyne.Container
	grid   *fyne.Container
	days   []*dayCell
	note   *Label
	whole  *fyne.Container
	escape func()
	grow   func() // takes another height
}

var (
	_ drawn      = (*Calendar)(nil)
	_ Accessible = (*Calendar)(nil)
)

// NewCalendar returns a calendar that begins with a month, asks turn for others, and
// calls chosen with the index of a day.
func NewCalendar(dir Direction, first CalendarMonth, turn func(CalendarMove) CalendarMonth, chosen func(day int)) *Calendar {
	c := &Calendar{dir: dir, turn: turn, chosen: chosen, note: NewLabel(dir, Hint, "")}
	c.grid = &fyne.Container{Layout: weeks{dir}}
	c.top = NewColumn(4)
	c.whole = NewColumn(4, c.top, c.grid, c.note)
	c.ExtendBaseWidget(c)
	c.show(first)
	return c
}

// move shows another month.
func (c *Calendar) move(m CalendarMove) { c.show(c.turn(m)) }

// here is the place of the month that is shown.
func (c *Calendar) here() CalendarMove {
	return CalendarMove{System: c.shown.SystemNow, Month: c.shown.MonthNow, Year: c.shown.YearNow}
}

func (c *Calendar) by(months int) {
	m := c.here()
	m.By = months
	c.move(m)
}

func (c *Calendar) show(m CalendarMonth) {
	year := c.yearField()
	c.shown = m
	if year == nil || year.Text() != m.YearNow || len(c.top.Objects) == 0 {
		year = nil
	}
	c.showTop(year)
	c.showDays()
	c.note.text, c.note.Hidden = m.Note, m.Note == ""
	c.whole.Refresh()
	c.Refresh()
	if c.grow != nil {
		c.grow()
	}
}

// yearField is the field for the year, if it has the keyboard.
func (c *Calendar) yearField() *Entry {
	var found *Entry
	each(c.top, func(o fyne.CanvasObject) {
		if e, ok := o.(*Entry); ok && e.Focused() {
			found = e
		}
	})
	return found
}

// showTop sets what leads to other months; a field that is typed in stays.
func (c *Calendar) showTop(year *Entry) {
	m := c.shown
	system := NewSelect(c.dir, m.System, m.Systems, m.SystemNow, "", func(i int) { c.move(CalendarMove{System: i, Month: -1}) })
	month := NewSelect(c.dir, m.Month, m.Months, m.MonthNow, "", func(i int) {
		to := c.here()
		to.Month = i
		c.move(to)
	})
	if year == nil {
		year = NewEntry(c.dir, m.Year, m.YearNow, nil)
		year.changed = func(text string) {
			to := c.here()
			to.Year = text
			c.move(to)
		}
	}
	before, after := "‹ "+m.Before, m.After+" ›"
	c.top.Objects = []fyne.CanvasObject{NewField(c.dir, m.System, "", system),
		NewGrid(c.dir, 2, NewField(c.dir, m.Month, "", month), NewField(c.dir, m.Year, "", year)),
		NewFlow(c.dir, 8, NewButton(c.dir, Quiet, before, func() { c.by(-1) }).Small(), Spacer(),
			NewButton(c.dir, Quiet, after, func() { c.by(1) }).Small())}
}

func (c *Calendar) showDays() {
	c.grid.Objects, c.days = nil, nil
	for _, w := range c.shown.Weekdays {
		c.grid.Add(newWeekday(c.dir, w))
	}
	for range c.shown.Lead {
		c.grid.Add(NewLine(c.dir, Body, ""))
	}
	for i, d := range c.shown.Days {
		cell := newDay(c.dir, d, func() { c.chosen(i) })
		cell.escape = c.escape
		cell.key = func(k fyne.KeyName) { c.key(i, k) }
		c.days = append(c.days, cell)
		c.grid.Add(cell)
	}
}

// key goes on from a day.
func (c *Calendar) key(i int, k fyne.KeyName) {
	aside := 1
	if c.dir == RTL {
		aside = -1
	}
	switch k {
	case fyne.KeyRight:
		c.reach(i + aside)
	case fyne.KeyLeft:
		c.reach(i - aside)
	case fyne.KeyDown:
		c.reach(i + 7)
	case fyne.KeyUp:
		c.reach(i - 7)
	case fyne.KeyPageDown:
		c.by(1)
		c.reach(min(i, len(c.days)-1))
	case fyne.KeyPageUp:
		c.by(-1)
		c.reach(min(i, len(c.days)-1))
	}
}

// reach puts the keyboard on a day, in another month where it is before or after
// this one.
func (c *Calendar) reach(i int) {
	switch {
	case len(c.days) == 0:
	case i < 0:
		c.by(-1)
		c.focus(len(c.days) + i)
	case i >= len(c.days):
		over := i - len(c.days)
		c.by(1)
		c.focus(over)
	default:
		c.focus(i)
	}
}

func (c *Calendar) focus(i int) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil && i >= 0 && i < len(c.days) {
		c.days[i].FocusOn(on)
	}
}

// FocusOn puts the keyboard on the chosen day, else on today, else on the first, on
// a canvas that shows it or is about to.
func (c *Calendar) FocusOn(canvas fyne.Canvas) {
	best := -1
	for i, d := range c.shown.Days {
		if d.Chosen || best < 0 && d.Today {
			best = i
		}
	}
	if len(c.days) > 0 {
		c.days[max(best, 0)].FocusOn(canvas)
	}
}

// Name returns the month and its year.
func (c *Calendar) Name() string {
	return c.shown.Months[c.shown.MonthNow] + " " + c.shown.YearNow
}

// Role returns RoleGroup: each day is a button.
func (c *Calendar) Role() Role { return RoleGroup }

// Value returns the name of the chosen day.
func (c *Calendar) Value() string {
	for _, d := range c.shown.Days {
		if d.Chosen {
			return d.Name
		}
	}
	return ""
}

// AccessibilityLabel serves Fyne.
func (c *Calendar) AccessibilityLabel() string { return label(c) }

// AccessibilityRole serves Fyne.
func (c *Calendar) AccessibilityRole() fyne.AccessibleRole { return role(c) }

// CreateRenderer serves Fyne.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// onEscape tells the days what closes what they stand in.
func (c *Calendar) onEscape(do func()) {
	c.escape = do
	for _, d := range c.days {
		d.escape = do
	}
}

// onGrow tells the calendar whom to call when it needs another height.
func (c *Calendar) onGrow(do func()) { c.grow = do }

func (c *Calendar) paint()                     {}
func (c *Calendar) place(size fyne.Size)       { c.whole.Resize(size) }
func (c *Calendar) least() fyne.Size           { return c.whole.MinSize() }
func (c *Calendar) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.whole} }
func (c *Calendar) held() []fyne.CanvasObject  { return []fyne.CanvasObject{c.whole} }

// Next shows the same in the next of the systems, the first after the last.
func (c *Calendar) Next() {
	c.move(CalendarMove{System: (c.shown.SystemNow + 1) % len(c.shown.Systems), Month: -1})
}
