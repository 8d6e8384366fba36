// Package deadline counts time limits and clocks and shows how each was counted.
//
// Call Count for a span from an event. The day of the event is day zero: the
// length is added to the event's own date, never to the day after. Months and
// years end on the same-numbered day by calendar correspondence; where that
// month lacks the day, its last day is our convention and the count says so.
// An event that is known only about leads to the safe side: a limit is counted
// from the earliest day that it could have been, a wait from the latest.
//
// The package knows no rule of law and rolls nothing over to a working day:
// which limits run is said by the packs, and a weekend never gives a day more.
package deadline

import (
	"recourse/forms"
	"recourse/i18n"
)

// Counted is the outcome of a count.
type Counted struct {
	Day    forms.Date // the last day of the limit, or of the wait
	Steps  []Step     // how it was counted, in order
	Approx bool       // the event is not known to the day; Day is on the safe side
}

// Step is one step of a count, for showing: the key of its words and the
// arguments; days are forms.Date and are written out in the reader's language.
type Step struct {
	Text i18n.Key
	Days map[string]forms.Date
	Args i18n.Args
}

// Side is the side on which an uncertain event is counted.
type Side uint8

// The two sides.
const (
	Limit Side = iota // from the earliest day: the limit ends no later than shown
	Wait              // from the latest day: the wait is over when shown
)

// Span is a length of time in one unit.
type Span struct {
	Length int
	Unit   forms.Unit
}

// Countable tells whether a unit is counted here. Hours are not, since no hour
// is asked for; working days are not, since holidays are not known here.
func Countable(u forms.Unit) bool {
	switch u {
	case forms.Days, forms.Weeks, forms.Months, forms.Years:
		return true
	default:
		return false
	}
}

// Count adds spans to an event, one after the other. Spans of units that are
// not Countable, or of a length below one, give ok false.
func Count(event forms.When, side Side, spans ...Span) (c Counted, ok bool) {
	for _, s := range spans {
		if !Countable(s.Unit) || s.Length < 1 {
			return Counted{}, false
		}
	}
	c = start(event, side)
	for _, s := range spans {
		c = c.add(s)
	}
	return c, true
}

// start is the count of nothing: the event itself.
func start(event forms.When, side Side) Counted {
	if event.Precision == forms.Exact {
		return Counted{Day: event.Date, Steps: []Step{{Text: "deadline.step.event", Days: days(event.Date)}}}
	}
	if side == Wait {
		day := event.Latest()
		return Counted{Day: day, Approx: true, Steps: []Step{{Text: "deadline.step.latest", Days: days(day)}}}
	}
	day := event.Earliest()
	return Counted{Day: day, Approx: true, Steps: []Step{{Text: "deadline.step.earliest", Days: days(day)}}}
}

func days(d forms.Date) map[string]forms.Date { return map[string]forms.Date{"date": d} }

func (c Counted) add(s Span) Counted {
	clamped := false
	asked := c.Day.Day
	switch s.Unit {
	case forms.Days:
		c.Day = c.Day.AddDays(s.Length)
	case forms.Weeks:
		c.Day = c.Day.AddDays(7 * s.Length)
	case forms.Months:
		c.Day, clamped = c.Day.AddMonths(s.Length)
	case forms.Years:
		c.Day, clamped = c.Day.AddMonths(12 * s.Length)
	}
	c.Steps = append(c.Steps, Step{Text: i18n.Key("deadline.step." + string(s.Unit)), Days: days(c.Day), Args: i18n.Args{"n": s.Length}})
	if clamped {
		c.Steps = append(c.Steps, Step{Text: "deadline.step.clamped", Days: days(c.Day), Args: i18n.Args{"day": asked}})
	}
	return c
}
