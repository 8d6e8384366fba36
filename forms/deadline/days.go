package deadline

import (
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// DayKind says what a single day is in a count.
type DayKind string

// The kinds of days. The words are in the locale catalogs under Key.
const (
	DayZero    DayKind = "zero"    // the day of the event
	DayCounted DayKind = "counted" // {n}: the n-th day or working day
	DayPasses  DayKind = "passes"  // a day within months or years, which are not counted by days
	DayWeekend DayKind = "weekend" // not counted
	DayHoliday DayKind = "holiday" // not counted
	DayRolls   DayKind = "rolls"   // would have been the last, but is no working day
	DayLast    DayKind = "last"    // the last day
)

// DayKinds lists the kinds.
func DayKinds() []DayKind {
	return []DayKind{DayZero, DayCounted, DayPasses, DayWeekend, DayHoliday, DayRolls, DayLast}
}

// Key is the place of the words of a kind.
func (k DayKind) Key() i18n.Key { return "deadline.day." + i18n.Key(k) }

// Day is one day of a count.
type Day struct {
	Date forms.Date
	Kind DayKind
	N    int // which day it is, for DayCounted
}

// maxDays is the longest count that is shown day by day.
const maxDays = 750

// Days shows a count day by day, from the event to the last day. A count of more
// than about two years gives nil.
func (c Counted) Days() []Day {
	var out []Day
	n := 0
	d := c.From
	if c.rule.Method != forms.EventIncluded {
		out, d = []Day{{Date: d, Kind: DayZero}}, d.AddDays(1)
	}
	for ; !d.After(c.Day); d = d.AddDays(1) {
		kind := c.kind(d)
		if kind == DayCounted {
			n++
		}
		out = append(out, Day{Date: d, Kind: kind, N: n})
		if len(out) > maxDays {
			return nil
		}
	}
	return out
}

func (c Counted) kind(d forms.Date) DayKind {
	byWorking := c.has(forms.WorkingDays)
	switch {
	case d == c.Day:
		return DayLast
	case !d.Before(c.Plain):
		return DayRolls
	case byWorking && !working(d, forms.Weekends):
		return DayWeekend
	case byWorking && !working(d, c.rule.Calendar):
		return DayHoliday
	case c.has(forms.Months) || c.has(forms.Years):
		return DayPasses
	}
	return DayCounted
}

func (c Counted) has(u forms.Unit) bool {
	return slices.ContainsFunc(c.spans, func(s Span) bool { return s.Unit == u })
}
