// Package interview resolves a procedure: from its structure and a person's
// answers to what is asked, what is known, what is wrong, which limits run.
//
// Resolve is the one function to call. It is pure and makes one forward pass:
// since a condition may name only what is asked before it, that one pass settles
// relevance, order and pruning, and an answer never changes anything before it.
// Where the person stands in the interview is derived from the State, never kept.
package interview

import (
	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/deadline"
)

// State is everything that follows from a procedure, answers and a day. It is
// immutable. All later stages see Known and nothing else of the answers.
type State struct {
	Procedure *forms.Procedure
	Today     forms.Date
	Filed     forms.Date // the day of the recorded filing; zero where there is none
	Sections  []Section
	Known     forms.Answers // answers of the right kind to what is asked, and to nothing else
	Problems  []forms.Problem
	Notices   []*forms.Notice
	Deadlines []Deadline
	Progress  Progress
	env       env
}

// Section is a section that is asked, with what is asked in it, in order;
// repeats are spread out, each followed by the questions of its items.
type Section struct {
	*forms.Section
	Asked []Asked
}

// Asked is one thing asked: a question, or a repeat's list of items.
type Asked struct {
	Path     forms.Path
	Question *forms.Question // nil for a repeat
	Repeat   *forms.Repeat   // nil for a question
	Options  []forms.Option  // those that are offered
	Required bool
	Done     bool        // answered or skipped
	when     []cond.Expr // why it is asked: its own condition and those around it
}

// Progress counts what is asked and what of it is answered or skipped.
type Progress struct{ Done, Total int }

// Deadline is a limit or clock that runs in this case.
type Deadline struct {
	Rule     *forms.DeadlineRule
	From     forms.Path       // the answer it is counted from; "" for none
	Counted  deadline.Counted // zero where nothing is counted
	Day      forms.Date       // last day of a limit; first day on which a wait is over; zero if not known
	Notice   bool             // as the person's notice says, not Recourse
	Extended bool             // the extension was added
}

// Over tells whether the last day of a limit that the person keeps had passed
// before a day. Waits and the clocks of others are never over in this sense.
func (d Deadline) Over(on forms.Date) bool {
	return d.Rule.Kind.Persons() && !d.Day.IsZero() && d.Day.Before(on)
}

// Awaits tells whether a clock begins with a filing that is not recorded yet: then
// it is counted as if the document were filed today.
func (s State) Awaits(d Deadline) bool {
	return d.Rule.Count != nil && d.Rule.Count.Lodged && s.Filed.IsZero()
}

// Kept tells whether the recorded filing has kept a limit of the person.
func (s State) Kept(d Deadline) bool {
	return !s.Filed.IsZero() && d.Rule.Kind.Persons() && !d.Day.IsZero() && !d.Day.Before(s.Filed)
}

// Safe is the day by which something is best done: earlier than the last day
// where that has rolled over or the rule advises so. It is zero where it is the
// last day itself, or where no day is known.
func (d Deadline) Safe() forms.Date {
	if d.Day.IsZero() || !d.Rule.Kind.Persons() {
		return forms.Date{}
	}
	c := d.Counted
	if len(c.Steps) == 0 {
		c = deadline.Counted{Plain: d.Day}
	}
	if safe := c.Safe(d.Rule.Safe); safe != d.Day {
		return safe
	}
	return forms.Date{}
}

// Complete tells whether nothing stands in the way of filing.
func (s State) Complete() bool {
	for _, p := range s.Problems {
		if p.Code.Blocking() {
			return false
		}
	}
	return true
}

// Ask finds what is asked at a path.
func (s State) Ask(p forms.Path) (Asked, bool) {
	for _, sec := range s.Sections {
		for _, a := range sec.Asked {
			if a.Path == p {
				return a, true
			}
		}
	}
	return Asked{}, false
}

// Next finds the first thing asked that is neither answered nor skipped: where
// the person stands.
func (s State) Next() (Asked, bool) {
	for _, sec := range s.Sections {
		for _, a := range sec.Asked {
			if !a.Done {
				return a, true
			}
		}
	}
	return Asked{}, false
}

// Why says which answers made a thing asked: the tests that decided it. It is
// empty for what is always asked.
func (s State) Why(a Asked) []cond.Reason {
	var out []cond.Reason
	e := s.env.at(a.Path.Prefix())
	for _, w := range a.when {
		out = append(out, w.Explain(e)...)
	}
	return out
}

// Holds evaluates a condition of the procedure on this state; prefix is the
// place of an item of a repeat, or "" for the top.
func (s State) Holds(e cond.Expr, prefix string) bool {
	return e.IsZero() || e.Eval(s.Env(prefix)) == cond.Yes
}

// Env shows the state to conditions, at the top or in an item of a repeat.
func (s State) Env(prefix string) cond.Env { return s.env.at(prefix) }
