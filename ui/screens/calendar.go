package screens

import (
	"recourse/ui/kit"
	"recourse/ui/vm"
)

// openCalendar lets a day of a field be chosen in a calendar.
func openCalendar(f *field, part string) {
	at, v := f.shown.Key, f.r.app.Interview()
	if v == nil {
		return
	}
	now := v.Calendar(at, part, vm.CalendarPlace{}, 0)
	var d *kit.Dialog
	turn := func(m kit.CalendarMove) kit.CalendarMonth {
		to := vm.CalendarPlace{System: now.Systems[m.System].Code, Year: m.Year, Month: m.Month + 1}
		now = v.Calendar(at, part, to, m.By)
		return month(now)
	}
	c := kit.NewCalendar(f.dir, month(now), turn, func(day int) {
		d.Hide()
		f.do(func(v *vm.Interview) { v.PickDay(at, part, now.Days[day].Date) })
		f.refill()
	})
	d = kit.ShowDialog(f.r.on, f.dir, now.Title, c, func() {}, kit.NewButton(f.dir, kit.Secondary, now.Close, func() { d.Hide() }))
	c.FocusOn(f.r.on)
}

// refill puts a chosen day into boxes that have the keyboard.
func (f *field) refill() {
	for _, p := range f.parts {
		if p.date != nil {
			p.fill()
		}
	}
}

// month is what the widget shows of a month.
func month(c vm.Calendar) kit.CalendarMonth {
	m := kit.CalendarMonth{System: c.Name, Month: c.Month, Year: c.Year, YearNow: c.At.Year, Before: c.Before, After: c.After,
		Weekdays: c.Weekdays, Lead: c.Lead, Note: c.Note}
	m.Systems, m.SystemNow = labels(c.Systems)
	m.Months, m.MonthNow = labels(c.Months)
	for _, d := range c.Days {
		m.Days = append(m.Days, kit.CalendarDay{Label: d.Label, Name: d.Name, Chosen: d.Chosen, Today: d.Today})
	}
	return m
}
