// Package calendar turns days of the Persian and of the Islamic calendar into days
// of the Gregorian one and back, for people who remember a day in theirs. Call
// System.Gregorian and System.Of; System.Days says how long a month is.
//
// The Persian calendar is the solar Hijri one of Iran and Afghanistan, by the rule
// of 33 years, which gives the years of the Iranian calendar centre within the
// range that the package takes. The Islamic one is that of Umm al-Qura, the civil
// calendar of Saudi Arabia, from the table of it, and beyond the table the tabular
// calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty.
// Where the month begins with the sight of the moon, a day may differ by one from
// this: whoever shows such a day has to say so.
//
// The arithmetic is after Reingold and Dershowitz, Calendrical Calculations. The
// package knows no names of months and no language.
package calendar

// System is a calendar.
type System string

const (
	// Gregorian is the calendar that all answers are kept in.
	Gregorian System = "gregorian"
	// Persian is the solar Hijri calendar.
	Persian System = "persian"
	// Islamic is the lunar Hijri calendar.
	Islamic System = "islamic"
)

// Systems returns all calendars, the Gregorian first.
func Systems() []System { return []System{Gregorian, Persian, Islamic} }

// Date is a day of some calendar. Months and days count from 1.
type Date struct{ Year, Month, Day int }

// Exact tells whether a day of the calendar is one day for all who use it.
func (s System) Exact() bool { return s != Islamic }

// years returns the first and the last year that the calendar is counted for here.
func (s System) years() (first, last int) {
	switch s {
	case Gregorian:
		return 1600, 2200
	case Persian:
		return 1200, 1500
	case Islamic:
		return 1200, 1600
	}
	return 0, -1
}

// Days returns how many days a month has; 0 for a month that is none, or that the
// package does not count.
func (s System) Days(year, month int) int {
	if first, last := s.years(); year < first || year > last || month < 1 || month > 12 {
		return 0
	}
	switch s {
	case Gregorian:
		return gregorianDays(year, month)
	case Persian:
		return persianDays(year, month)
	case Islamic:
		return islamicDays(year, month)
	}
	return 0
}

// Gregorian returns the Gregorian day of a day; false for a day that is none.
func (s System) Gregorian(d Date) (Date, bool) {
	if d.Day < 1 || d.Day > s.Days(d.Year, d.Month) {
		return Date{}, false
	}
	return gregorianOf(s.number(d)), true
}

// Of returns the day of the calendar for a Gregorian day; false for a day that is
// none, or lies outside of what the package counts.
func (s System) Of(d Date) (Date, bool) {
	if d.Day < 1 || d.Day > Gregorian.Days(d.Year, d.Month) {
		return Date{}, false
	}
	n := Gregorian.number(d)
	out := d
	switch s {
	case Gregorian:
	case Persian:
		out = persianOf(n)
	case Islamic:
		out = islamicOf(n)
	}
	return out, s.Days(out.Year, out.Month) >= out.Day
}

// Weekday returns the day of the week of a Gregorian day, 0 for Sunday.
func Weekday(d Date) int { return Gregorian.number(d) % 7 }

// number counts the days from the first of January of the year 1, which is 1.
func (s System) number(d Date) int {
	switch s {
	case Persian:
		return persianStart(d.Year) + persianBefore(d.Month) + d.Day - 1
	case Islamic:
		return islamicStart(d.Year, d.Month) + d.Day - 1
	case Gregorian:
	}
	return gregorianStart(d.Year) + gregorianBefore(d.Year, d.Month) + d.Day - 1
}
