// Package deadline counts time limits and clocks and shows how each was counted.
//
// Call Count for a span from an event, under the rule that the law has for it.
// The day of the event is day zero: the length is added to the event's own date,
// never to the day after. Months and years end on the same-numbered day by
// calendar correspondence; where that month lacks the day, its last day is our
// convention and the count says so. An event that is known only about leads to
// the safe side: a limit is counted from the earliest day that it could have
// been, a wait from the latest.
//
// The package knows no limit of any law: which limits run, by which method, over
// which calendar, and whether a last day rolls over, is said by the packs. Nothing
// rolls over where they do not say so. Counted.Days shows a count day by day, ICS
// writes days as a calendar file.
package deadline

import (
	"recourse/forms"
	"recourse/i18n"
)

// Counted is the outcome of a count.
type Counted struct {
	Day    forms.Date // the last day of the limit, or of the wait
	Plain  forms.Date // the same before it rolled over; a plan is safe with the earlier
	From   forms.Date // the day that the count began with: day zero
	Steps  []Step     // how it was counted, in order
	Approx bool       // the event is not known to the day; Day is on the safe side
	Rough  bool       // working days without public holidays; Day is on the safe side
	Silent bool       // the law is silent on the counting: our method is not verified

	rule  Rule
	spans []Span
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

// Rule is what the law says of counting.
type Rule struct {
	Method   forms.Method
	Calendar forms.Calendar // the days that are no working days
	Roll     bool           // a last day that is none of them is followed by the next that is
}

// RuleOf is the rule of a count of a pack.
func RuleOf(c *forms.Count) Rule { return Rule{Method: c.Method, Calendar: c.Calendar, Roll: c.Roll} }

// Countable tells whether a unit is counted on a side under a rule. Hours are
// not, since no hour is asked for. Working days without a calendar are counted
// over Mondays to Fridays: a limit then ends no later than shown; a wait could.
func Countable(u forms.Unit, side Side, r Rule) bool {
	switch u {
	case forms.Days, forms.Weeks, forms.Months, forms.Years:
		return true
	case forms.WorkingDays:
		return side == Limit || r.Calendar != forms.NoCalendar
	case forms.Hours:
	}
	return false
}

// Count adds spans to an event, one after the other. Spans of units that are
// not Countable, or of a length below one, give ok false.
func Count(event forms.When, side Side, rule Rule, spans ...Span) (c Counted, ok bool) {
	for _, s := range spans {
		if !Countable(s.Unit, side, rule) || s.Length < 1 {
			return Counted{}, false
		}
	}
	c = start(event, side)
	c.From, c.rule, c.spans = c.Day, rule, spans
	c.Silent = rule.Method == forms.SilentMethod
	if rule.Method == forms.EventIncluded {
		c.Day = c.Day.AddDays(-1)
		c.step("deadline.step.included", c.From, nil)
	}
	for _, s := range spans {
		c.add(s)
	}
	c.Plain = c.Day
	c.roll()
	return c, true
}

// From counts from the earliest day that an unknown event can have had, so that
// the last day is the earliest safe date.
func From(earliest forms.Date, rule Rule, spans ...Span) (c Counted, ok bool) {
	c, ok = Count(forms.When{Date: earliest, Precision: forms.Exact}, Limit, rule, spans...)
	if ok {
		c.Approx = true
		c.Steps[0].Text = "deadline.step.unknown"
	}
	return c, ok
}

// Safe is the day by which something is best done: the last day before it rolled
// over, less the time that the law's commentators or we advise.
func (c Counted) Safe(s forms.Safety) forms.Date {
	day := c.Plain
	for left := s.Length; left > 0; left-- {
		day = day.AddDays(-1)
		for s.Unit == forms.WorkingDays && !working(day, c.rule.Calendar) {
			day = day.AddDays(-1)
		}
	}
	return day
}

// Notes are the keys of what is to be said about a count beside its steps.
func (c Counted) Notes() []i18n.Key {
	var out []i18n.Key
	if c.Silent {
		out = append(out, "deadline.counting-unverified")
	}
	if c.Rough {
		out = append(out, "deadline.no-holidays")
	}
	if c.Plain != c.Day {
		out = append(out, "deadline.plan-without")
	}
	return out
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

func (c *Counted) step(text i18n.Key, day forms.Date, args i18n.Args) {
	c.Steps = append(c.Steps, Step{Text: text, Days: days(day), Args: args})
}

func (c *Counted) add(s Span) {
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
	case forms.WorkingDays:
		c.Day, c.Rough = workingDays(c.Day, s.Length, c.rule.Calendar), c.rule.Calendar == forms.NoCalendar
	case forms.Hours: // not Countable
	}
	c.step(i18n.Key("deadline.step."+string(s.Unit)), c.Day, i18n.Args{"n": s.Length})
	if clamped {
		c.step("deadline.step.clamped", c.Day, i18n.Args{"day": asked})
	}
}

// roll lets a last day that is no working day be followed by the next that is
// one, where the rule says so. Under Regulation 1182/71 a period of two days or
// more has two working days at least.
func (c *Counted) roll() {
	if !c.rule.Roll {
		return
	}
	from := c.Day
	c.Day = nextWorking(c.Day, c.rule.Calendar)
	if c.Day != from {
		c.Steps = append(c.Steps, Step{Text: "deadline.step.rolled", Days: map[string]forms.Date{"date": c.Day, "from": from}})
	}
	if c.rule.Method == forms.Reg1182 && c.longer(1) && c.workingSince() < 2 {
		c.Day = workingDays(c.Day, 2-c.workingSince(), c.rule.Calendar)
		c.step("deadline.step.two-working-days", c.Day, nil)
	}
}

// longer tells whether the spans are of more than n days.
func (c *Counted) longer(n int) bool {
	return len(c.spans) > 1 || c.spans[0].Unit != forms.Days && c.spans[0].Unit != forms.WorkingDays || c.spans[0].Length > n
}

// workingSince counts the working days after day zero, the last day included.
func (c *Counted) workingSince() int {
	n := 0
	for d := c.From.AddDays(1); !d.After(c.Day) && n < 2; d = d.AddDays(1) {
		if working(d, c.rule.Calendar) {
			n++
		}
	}
	return n
}
