package cond

import (
	"cmp"
	"fmt"
	"strconv"
)

// Day is a civil day of the proleptic Gregorian calendar, without time or
// zone. The zero Day is no day and is not Valid.
type Day struct {
	Year       int
	Month, Day uint8
}

// Unit is the unit in which a Span counts.
type Unit uint8

// The units of a Span.
const (
	Days Unit = iota
	Weeks
	Months
	Years
)

// Span is a length of calendar time, such as one month; a negative Count
// reaches back.
type Span struct {
	Count int
	Unit  Unit
}

// String returns the span as conditions write it, for instance "1m".
func (s Span) String() string {
	return strconv.Itoa(s.Count) + s.Unit.String()
}

// String returns the unit's letter: "d", "w", "m" or "y".
func (u Unit) String() string {
	switch u {
	case Days:
		return "d"
	case Weeks:
		return "w"
	case Months:
		return "m"
	case Years:
		return "y"
	}
	return "?"
}

// Valid reports whether the day exists, in a year from 1 to 9999.
func (d Day) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 &&
		d.Day >= 1 && int(d.Day) <= monthLength(d.Year, int(d.Month))
}

// Compare returns -1 if d is before e, 0 if they are the same day and +1 if d
// is after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Add returns the day that lies the span after d. Months and years keep the
// day of the month, or take the last day of a month that is too short: a month
// after 31 January is the last of February. An invalid day is returned as it
// is. The result may lie outside the years of Valid and still compares rightly.
func (d Day) Add(s Span) Day {
	if !d.Valid() {
		return d
	}
	switch s.Unit {
	case Weeks:
		return fromNumber(d.number() + 7*s.Count)
	case Months:
		return d.addMonths(s.Count)
	case Years:
		return d.addMonths(12 * s.Count)
	default:
		return fromNumber(d.number() + s.Count)
	}
}

// String returns the day in the form of ISO 8601, for instance "2026-08-18".
func (d Day) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func (d Day) addMonths(n int) Day {
	months := d.Year*12 + int(d.Month) - 1 + n
	year, month := floorDiv(months, 12), floorMod(months, 12)+1
	day := min(int(d.Day), monthLength(year, month))
	return Day{Year: year, Month: uint8(month), Day: uint8(day)}
}

// The day number counts from 1 March of the year 0, so that a leap day is the
// last day of its counting year; 400 years have 146,097 days.
const daysIn400Years = 146097

func (d Day) number() int {
	year, month := d.Year, int(d.Month)-3
	if month < 0 {
		year, month = year-1, month+12
	}
	return 365*year + floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400) +
		daysBefore(month) + int(d.Day) - 1
}

func fromNumber(n int) Day {
	era, rest := floorDiv(n, daysIn400Years), floorMod(n, daysIn400Years)
	year := (rest - rest/1460 + rest/36524 - rest/(daysIn400Years-1)) / 365
	rest -= 365*year + year/4 - year/100
	month := (5*rest + 2) / 153
	day := rest - daysBefore(month) + 1
	year += 400 * era
	if month += 3; month > 12 {
		year, month = year+1, month-12
	}
	return Day{Year: year, Month: uint8(month), Day: uint8(day)}
}

// daysBefore returns the days before a month of the counting year, in which
// March is 0 and February is 11: months of 31, 30, 31, 30 and 31 days in turn.
func daysBefore(month int) int { return (153*month + 2) / 5 }

func monthLength(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if floorMod(year, 4) == 0 && (floorMod(year, 100) != 0 || floorMod(year, 400) == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }

func floorMod(a, b int) int { return (a%b + b) % b }

// parseDay reads a valid day written as 2026-08-18.
func parseDay(s string) (Day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Day{}, false
	}
	year, ok1 := parseDigits(s[:4])
	month, ok2 := parseDigits(s[5:7])
	day, ok3 := parseDigits(s[8:])
	d := Day{Year: year, Month: uint8(month), Day: uint8(day)}
	return d, ok1 && ok2 && ok3 && d.Valid()
}

// parseDigits reads one to nine decimal digits.
func parseDigits(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}
