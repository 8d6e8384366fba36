package interview

import (
	"slices"

	"recourse/forms"
	"recourse/forms/deadline"
	"recourse/i18n"
)

// notices finds the notices that hold, and notes a problem for each that stands
// in the way of filing.
func (r *resolver) notices(limits []Deadline) []*forms.Notice {
	var out []*forms.Notice
	for i := range r.p.Notices {
		n := &r.p.Notices[i]
		if !n.Valid.Holds(r.env.today) || !r.yes(n.When, "") || n.Over != "" && !r.over(n.Over, limits) {
			continue
		}
		out = append(out, n)
		if code, blocks := blocking[n.Effect]; blocks {
			r.problems = append(r.problems, forms.Problem{Code: code, At: r.placeOf(n), Text: r.p.Key("ask.n", n.ID)})
		}
	}
	return out
}

// over tells whether the last day of a limit has passed.
func (r *resolver) over(id forms.ID, limits []Deadline) bool {
	return slices.ContainsFunc(limits, func(d Deadline) bool {
		return d.Rule.ID == id && !d.Day.IsZero() && d.Day.Before(r.env.today)
	})
}

var blocking = map[forms.Effect]forms.ProblemCode{
	forms.EffectMissing:    forms.Missing,
	forms.Stop:             forms.Stopped,
	forms.EffectOtherRoute: forms.OtherRoute,
}

// placeOf is the question that a notice stands with; "" for a place that is no
// question, or a question inside a repeat.
func (r *resolver) placeOf(n *forms.Notice) forms.Path {
	if forms.ID(n.At).Valid() {
		return forms.Path(n.At)
	}
	return ""
}

func (r *resolver) deadlines() []Deadline {
	var out []Deadline
	for i := range r.p.Deadlines {
		d := &r.p.Deadlines[i]
		if d.Valid.Holds(r.env.today) {
			out = append(out, r.deadline(d)...)
		}
	}
	return out
}

func (r *resolver) deadline(d *forms.DeadlineRule) []Deadline {
	if d.Count != nil && d.Count.From != "" {
		return r.eachCount(d)
	}
	if !r.yes(d.When, "") {
		return nil
	}
	switch {
	case d.Count != nil:
		return []Deadline{r.countLodged(d)}
	case d.Notice != nil:
		return []Deadline{r.limitOfNotice(d)}
	}
	return []Deadline{{Rule: d}}
}

// countLodged counts a clock that begins with the filing: from the day that is
// recorded, else as if it were today.
func (r *resolver) countLodged(d *forms.DeadlineRule) Deadline {
	event, step := forms.When{Date: r.filed, Precision: forms.Exact}, i18n.Key("deadline.step.filed")
	if r.filed.IsZero() {
		event.Date, step = r.env.today, "deadline.step.lodged"
	}
	out := r.count(d, "", event, "")
	if len(out.Counted.Steps) > 0 {
		out.Counted.Steps[0].Text = step
	}
	return out
}

// eachCount counts a rule from every answer to its question, which may stand in
// the items of a repeat.
func (r *resolver) eachCount(d *forms.DeadlineRule) []Deadline {
	var out []Deadline
	for _, a := range r.allAsked(d.Count.From) {
		if !r.yes(d.When, a.Prefix()) {
			continue
		}
		event, known := r.env.known[a].Value.(forms.When)
		switch {
		case known && outside(event, d.Events):
		case known:
			out = append(out, r.count(d, a, event, a.Prefix()))
		default:
			out = append(out, r.countUnknown(d, a))
		}
	}
	return out
}

// outside tells whether an event was certainly not on the days of a rule.
func outside(event forms.When, on forms.Validity) bool {
	return !on.From.IsZero() && event.Latest().Before(on.From) || !on.To.IsZero() && event.Earliest().After(on.To)
}

// countUnknown counts a limit whose event is not known from a day that it cannot
// be earlier than, where there is one.
func (r *resolver) countUnknown(d *forms.DeadlineRule, from forms.Path) Deadline {
	out := Deadline{Rule: d, From: from}
	if d.Kind == forms.WaitBeforeFiling {
		return out
	}
	for _, id := range d.Count.NotBefore {
		earliest, ok := r.env.known[forms.Path(id)].Value.(forms.When)
		if !ok || outside(earliest, d.Events) {
			continue
		}
		spans, extended := r.spans(d, from.Prefix())
		if c, ok := deadline.From(earliest.Earliest(), deadline.RuleOf(d.Count), spans...); ok {
			out.Counted, out.Day, out.Extended = c, c.Day, extended
		}
		return out
	}
	return out
}

// allAsked lists the paths at which a question is asked, in order; none where its
// section is not.
func (r *resolver) allAsked(id forms.ID) []forms.Path {
	var out []forms.Path
	for _, s := range r.sections {
		for _, a := range s.Asked {
			if a.Question != nil && a.Question.ID == id {
				out = append(out, a.Path)
			}
		}
	}
	return out
}

// spans are the length of a count, with the extension where it holds.
func (r *resolver) spans(d *forms.DeadlineRule, prefix string) (spans []deadline.Span, extended bool) {
	spans = []deadline.Span{{Length: d.Count.Length, Unit: d.Count.Unit}}
	if d.Extend != nil && r.yes(d.Extend.When, prefix) {
		return append(spans, deadline.Span{Length: d.Extend.Length, Unit: d.Extend.Unit}), true
	}
	return spans, false
}

func (r *resolver) count(d *forms.DeadlineRule, from forms.Path, event forms.When, prefix string) Deadline {
	spans, extended := r.spans(d, prefix)
	out := Deadline{Rule: d, From: from, Extended: extended}
	side := deadline.Limit
	if d.Kind == forms.WaitBeforeFiling {
		side = deadline.Wait
	}
	if c, ok := deadline.Count(event, side, deadline.RuleOf(d.Count), spans...); ok {
		out.Counted, out.Day = c, c.Day
		if d.Kind == forms.WaitBeforeFiling {
			out.Day = c.Day.AddDays(1)
		}
	}
	return out
}

// noticeRule counts what a notice says as it says it.
var noticeRule = deadline.Rule{Method: forms.EventExcluded}

// limitOfNotice is the limit that the person copied from a notice: its last day
// as printed, or its length counted from the event that the notice names.
func (r *resolver) limitOfNotice(d *forms.DeadlineRule) Deadline {
	out := Deadline{Rule: d, Notice: true}
	n := d.Notice
	if last, ok := r.env.known[forms.Path(n.LastDay)].Value.(forms.When); ok && last.Precision == forms.Exact {
		out.From, out.Day = forms.Path(n.LastDay), last.Date
		return out
	}
	length, _ := r.env.known[forms.Path(n.Length)].Value.(forms.Number)
	unit, _ := r.env.known[forms.Path(n.Unit)].Value.(forms.Choice)
	event, ok := r.env.known[forms.Path(n.From)].Value.(forms.When)
	if !ok {
		return out
	}
	out.From = forms.Path(n.From)
	if c, ok := deadline.Count(event, deadline.Limit, noticeRule, deadline.Span{Length: int(length), Unit: forms.Unit(unit)}); ok {
		out.Counted, out.Day = c, c.Day
	}
	return out
}
