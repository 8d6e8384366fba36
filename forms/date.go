package forms

import (
	"fmt"
	"time"

	"recourse/forms/cond"
)

// Date is a day of the Gregorian calendar, without time or zone. The zero Date
// is no day.
type Date struct {
	Year  int // 1 to 9999
	Month int // 1 to 12
	Day   int // 1 to 31
}

// ParseDate reads a day written as 2026-11-23. It refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is no day of the calendar: write it as 2026-11-23", s)
	}
	return dateOf(t), nil
}

func dateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// IsZero tells whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the day as 2026-11-23.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Compare is -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int { return d.time().Compare(e.time()) }

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After tells whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// AddDays counts n calendar days on, or back where n is negative.
func (d Date) AddDays(n int) Date { return dateOf(d.time().AddDate(0, 0, n)) }

// AddMonths goes n months on to the same-numbered day, or to the last day of
// the month where that month lacks the day; clamped says that it did.
func (d Date) AddMonths(n int) (end Date, clamped bool) {
	first := time.Date(d.Year, time.Month(d.Month)+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), int(first.Month()), min(d.Day, last)}, d.Day > last
}

// DaysUntil counts the days from d to e; it is negative where e is earlier.
func (d Date) DaysUntil(e Date) int { return int(e.time().Sub(d.time()).Hours() / 24) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

func (d Date) day() cond.Day { return cond.Day{Year: d.Year, Month: uint8(d.Month), Day: uint8(d.Day)} }

// Precision says how well a day is known.
type Precision string

// The precisions of a When.
const (
	Exact    Precision = "exact" // that day
	About    Precision = "about" // the earliest day it could have been, and not over a month later
	YearOnly Precision = "year"  // some day of that year; Date is 1 January
)

// When is a day as far as the person knows it. The interval from Earliest to
// Latest holds the true day; the document keeps the words "about" and "in".
type When struct {
	Date      Date
	Precision Precision
}

// aboutSpan is how many days after the given day an "about" may reach. It is
// our convention: the question asks for the earliest day it could have been.
const aboutSpan = 31

// Earliest is the first day that the answer allows.
func (w When) Earliest() Date { return w.Date }

// Latest is the last day that the answer allows.
func (w When) Latest() Date {
	switch w.Precision {
	case About:
		return w.Date.AddDays(aboutSpan)
	case YearOnly:
		return Date{w.Date.Year, 12, 31}
	default:
		return w.Date
	}
}

// Valid tells whether w is a day with a known precision.
func (w When) Valid() bool {
	switch w.Precision {
	case Exact, About:
	case YearOnly:
		if w.Date.Month != 1 || w.Date.Day != 1 {
			return false
		}
	default:
		return false
	}
	return !w.Date.IsZero() && dateOf(w.Date.time()) == w.Date
}
