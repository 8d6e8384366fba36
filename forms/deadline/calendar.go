package deadline

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/us"

	"recourse/forms"
)

// working tells whether a day is a working day of a calendar. No calendar knows
// the days on which a single court or office is closed.
func working(d forms.Date, c forms.Calendar) bool {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	return !holiday(d, holidays(c))
}

// holidays are those of a calendar, from github.com/rickar/cal (docs/adr/0021).
func holidays(c forms.Calendar) []*cal.Holiday {
	switch c {
	case forms.USFederal:
		return us.Holidays
	case forms.EnglandWales:
		return gb.Holidays
	case forms.NoCalendar, forms.Weekends:
	}
	return nil
}

// holiday tells whether a day is a holiday or the day on which one is observed;
// one of January may be observed in December before.
func holiday(d forms.Date, list []*cal.Holiday) bool {
	for _, h := range list {
		for year := d.Year; year <= d.Year+1; year++ {
			actual, observed := h.Calc(year)
			if on(actual, d) || on(observed, d) {
				return true
			}
		}
	}
	return false
}

// on compares the day of a time at its noon: the library gives the beginning of
// days in the zone of the machine, which some zones do not have on some days.
func on(t time.Time, d forms.Date) bool {
	if t.IsZero() {
		return false
	}
	year, month, day := t.Add(12 * time.Hour).Date()
	return year == d.Year && int(month) == d.Month && day == d.Day
}

// nextWorking is the day itself, or the first working day after it.
func nextWorking(d forms.Date, c forms.Calendar) forms.Date {
	for !working(d, c) {
		d = d.AddDays(1)
	}
	return d
}

// workingDays goes n working days on.
func workingDays(d forms.Date, n int, c forms.Calendar) forms.Date {
	for ; n > 0; n-- {
		d = nextWorking(d.AddDays(1), c)
	}
	return d
}
