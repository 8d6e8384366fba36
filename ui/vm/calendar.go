package vm

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"recourse/forms"
	"recourse/i18n"
	"recourse/i18n/calendar"
)

// Calendar is a month to choose a day from, in one of the calendars that people
// remember days in. What is chosen is kept as a Gregorian day.
type Calendar struct {
	At       CalendarPlace
	Title    string
	Name     string // of the choice of a calendar
	Systems  []Option
	Month    string // of the choice of a month
	Months   []Option
	Year     string // of the field for the year
	Weekdays []string
	Lead     int // places before the first day
	Days     []CalendarDay
	Note     string // what is uncertain, or why there are no days
	Before   string
	After    string
	Close    string
}

// CalendarDay is a day of the month.
type CalendarDay struct {
	Label  string
	Name   string // the day in full, and in the Gregorian calendar
	Date   string // Gregorian: year, month and day
	Chosen bool
	Today  bool
}

// CalendarPlace is a month of a calendar; the year as it was typed. The empty place
// is the month of the chosen day, else of today.
type CalendarPlace struct {
	System string
	Year   string
	Month  int
}

// Calendar returns the month at a place, for a date that is asked; by months later.
func (v *Interview) Calendar(at Path, part string, place CalendarPlace, by int) Calendar {
	chosen := v.chosenDay(v.parts(at)[part])
	return v.a.calendar(place, by, chosen, v.state.Today)
}

// chosenDay is the day that stands in a part; the empty one where none does.
func (v *Interview) chosenDay(raw string) forms.Date {
	b := v.unbox(raw)
	y, _ := typedNumber(b[BoxYear])
	m, _ := typedNumber(b[BoxMonth])
	d, _ := typedNumber(b[BoxDay])
	if calendar.Gregorian.Days(y, m) < d {
		return forms.Date{}
	}
	return forms.Date{Year: y, Month: m, Day: d}
}

// PickDay takes a day of a Calendar by its Date.
func (v *Interview) PickDay(at Path, part, date string) {
	day, err := forms.ParseDate(date)
	if err != nil {
		return
	}
	v.SetBoxes(at, part, map[string]string{BoxYear: v.a.numeral(day.Year), BoxMonth: v.a.numeral(day.Month), BoxDay: v.a.numeral(day.Day)})
	v.Leave(at)
}

func (a *App) calendar(at CalendarPlace, by int, chosen, today forms.Date) Calendar {
	system := calendar.System(at.System)
	if at.System == "" {
		system = calendar.Gregorian
	}
	at = a.settle(system, at, by, chosen, today)
	c := Calendar{At: at, Title: a.text("ui.calendar.title"), Name: a.text("ui.calendar.system"), Month: a.text("ui.date.box.month"),
		Year: a.text("ui.date.box.year"), Before: a.text("ui.calendar.before"), After: a.text("ui.calendar.after"), Close: a.text("ui.close")}
	for _, s := range calendar.Systems() {
		c.Systems = append(c.Systems, Option{Code: string(s), Label: a.text(i18n.Key("ui.calendar." + s)), Chosen: s == system})
	}
	for m := 1; m <= 12; m++ {
		c.Months = append(c.Months, Option{Code: strconv.Itoa(m), Label: a.monthName(system, m), Chosen: m == at.Month})
	}
	first := i18n.FirstWeekday(a.tag)
	for i := range 7 {
		c.Weekdays = append(c.Weekdays, i18n.WeekdayShort(a.tag, (first+time.Weekday(i))%7))
	}
	a.days(&c, system, first, chosen, today)
	return c
}

// settle is the place that is shown: months go on over years, and another calendar
// shows the month in which the one before it was.
func (a *App) settle(system calendar.System, at CalendarPlace, by int, chosen, today forms.Date) CalendarPlace {
	year, typed := typedNumber(at.Year)
	if at.Month == 0 {
		day := chosen
		if day == (forms.Date{}) {
			day = today
		}
		there, ok := system.Of(calendar.Date(day))
		if !ok {
			there, _ = system.Of(calendar.Date(today))
		}
		return CalendarPlace{System: string(system), Year: a.numeral(there.Year), Month: there.Month}
	}
	if typed && by != 0 {
		month := at.Month - 1 + by
		year += month / 12
		if month %= 12; month < 0 {
			month, year = month+12, year-1
		}
		at.Month, at.Year = month+1, a.numeral(year)
	}
	return at
}

// typedNumber is a number that was typed in any digits; ok is false for what is none.
func typedNumber(s string) (n int, ok bool) {
	n, err := strconv.Atoi(i18n.WesternDigits(strings.TrimSpace(s)))
	return n, err == nil
}

// days fills in the days of the month, or why there are none.
func (a *App) days(c *Calendar, system calendar.System, first time.Weekday, chosen, today forms.Date) {
	year, _ := typedNumber(c.At.Year)
	for d := 1; d <= system.Days(year, c.At.Month); d++ {
		day, _ := system.Gregorian(calendar.Date{Year: year, Month: c.At.Month, Day: d})
		if d == 1 {
			c.Lead = (calendar.Weekday(day) - int(first) + 7) % 7
		}
		c.Days = append(c.Days, CalendarDay{Label: a.numeral(d), Name: a.dayName(system, year, c.At.Month, d, day, forms.Date(day) == today),
			Date:   fmt.Sprintf("%04d-%02d-%02d", day.Year, day.Month, day.Day),
			Chosen: forms.Date(day) == chosen, Today: forms.Date(day) == today})
	}
	switch {
	case len(c.Days) == 0:
		there, _ := system.Of(calendar.Date(today))
		c.Note = a.t.Text("ui.calendar.none", i18n.Args{"year": a.numeral(there.Year)})
	case !system.Exact():
		c.Note = joinWords(a.text("ui.calendar.kept"), a.text("ui.calendar.moon"))
	case system != calendar.Gregorian:
		c.Note = a.text("ui.calendar.kept")
	}
}

// dayName is a day in full, in its calendar and in the Gregorian one.
func (a *App) dayName(system calendar.System, y, m, d int, day calendar.Date, today bool) string {
	name := i18n.WeekdayDate(a.t.Writing(), day.Year, day.Month, day.Day)
	if system != calendar.Gregorian {
		own := a.numeral(d) + " " + a.monthName(system, m) + " " + a.numeral(y)
		name = a.t.Text("ui.calendar.both", i18n.Args{"day": own, "gregorian": name})
	}
	if today {
		name = a.t.Text("ui.calendar.today", i18n.Args{"day": name})
	}
	return name
}

func (a *App) monthName(s calendar.System, m int) string {
	if s == calendar.Gregorian {
		return i18n.MonthName(a.tag, m)
	}
	return a.text(i18n.Key("calendar." + string(s) + "." + strconv.Itoa(m)))
}
