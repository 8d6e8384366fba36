package routes

import (
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
	"recourse/i18n"
)

// evaluator evaluates the routes of one case on one day.
type evaluator struct {
	world World
	facts interview.State
	cas   forms.Case
	today forms.Date
}

// draft is a route while it is evaluated.
type draft struct {
	evaluator
	Route
	p     *forms.Procedure
	state interview.State // of the procedure, by the answers so far
}

func (e evaluator) route(p *forms.Procedure) Route {
	d := &draft{evaluator: e, p: p, state: interview.ResolveCase(p, e.cas, e.today)}
	d.Procedure, d.State = p, Open
	if !d.matter() {
		return d.Route
	}
	d.fit()
	d.first()
	d.force()
	d.limits()
	d.conflicts()
	d.closed()
	d.filed()
	if p.Role == forms.InformationOnly && d.State != Closed {
		d.become(Information, Why{Code: WhyInformation})
	}
	d.tells()
	d.languages()
	return d.Route
}

// eval evaluates a condition over the facts, and notes which facts are missing
// where that leaves it open.
func (d *draft) eval(e cond.Expr) (cond.Truth, []cond.Reason) {
	env := d.facts.Env("")
	truth := e.Eval(env)
	if truth == cond.Unknown {
		d.miss(e)
	}
	return truth, e.Explain(env)
}

// miss notes the facts of a condition that are asked and not answered.
func (d *draft) miss(e cond.Expr) {
	for _, ref := range e.Refs() {
		id := forms.ID(ref)
		a, asked := d.facts.Ask(forms.Path(id))
		answer, _ := d.facts.Known.Get(forms.Path(id))
		if asked && answer.Value == nil && a.Question != nil && !slices.Contains(d.Missing, id) {
			d.Missing = append(d.Missing, id)
		}
	}
}

// become brings a route into a state, with the reason. A later state of the same
// rank adds its reason; an earlier one does not come back.
func (d *draft) become(s State, why Why) {
	if slices.Index(States(), s) > slices.Index(States(), d.State) {
		d.State = s
	}
	d.Whys = append(d.Whys, why)
}

// matter decides whether the route is for the matter of the case at all.
func (d *draft) matter() bool {
	truth, because := d.eval(d.p.Route.For)
	d.For = truth == cond.Yes
	switch {
	case truth == cond.Yes:
		return true
	case truth == cond.Unknown && len(d.Missing) > 0:
		d.become(Unclear, Why{Code: WhyUnclear})
		return true
	}
	d.become(Closed, Why{Code: WhyNotFor, Because: because})
	return false
}

// The weights of reasons.
const (
	strongWeight = 4
	goodWeight   = 2
	weakWeight   = -3
)

func (d *draft) fit() {
	for _, f := range d.p.Route.Fit {
		env := d.facts.Env("")
		if f.When.Eval(env) != cond.Yes {
			continue
		}
		why := Why{Code: WhyFits, Text: d.p.Key("ask.w", f.ID), Because: f.When.Explain(env)}
		switch f.Strength {
		case forms.StrongFit:
			d.Fit += strongWeight
		case forms.GoodFit:
			d.Fit += goodWeight
		case forms.WeakFit:
			d.Fit += weakWeight
			why.Code = WhyWeak
		}
		d.Whys = append(d.Whys, why)
	}
}

// first finds what must come before the route is open. A rule with a wait holds
// only while such a wait runs: not before one has begun, nor once one is over.
func (d *draft) first() {
	for _, r := range d.p.Route.First {
		truth, because := d.eval(r.When)
		if truth != cond.Yes {
			continue
		}
		waits := d.deadlines(r.Wait)
		if r.Wait != "" && len(waits) == 0 || slices.ContainsFunc(waits, func(w interview.Deadline) bool { return !w.Day.IsZero() && !d.today.Before(w.Day) }) {
			continue
		}
		d.become(NotYet, Why{Code: WhyFirst, Text: d.p.Key("ask.w", r.ID), Route: r.Route, Basis: r.Basis, Because: because})
		d.wait(waits)
	}
}

// wait says from which day on the route is open: the first on which a wait ends.
func (d *draft) wait(waits []interview.Deadline) {
	var day forms.Date
	for _, w := range waits {
		if !w.Day.IsZero() && (day.IsZero() || w.Day.Before(day)) {
			day = w.Day
		}
	}
	d.Waits = append(d.Waits, waits...)
	switch {
	case !day.IsZero():
		d.Whys = append(d.Whys, Why{Code: WhyWait, Date: day})
	case len(waits) > 0:
		d.Whys = append(d.Whys, Why{Code: WhyWaitUnknown})
	}
}

// deadlines are those that a rule has in this case: one for each item, if its
// question stands in a repeat.
func (d *draft) deadlines(rule forms.ID) []interview.Deadline {
	var out []interview.Deadline
	for _, x := range d.state.Deadlines {
		if x.Rule.ID == rule {
			out = append(out, x)
		}
	}
	return out
}

// force holds the day against the time in which the procedure exists.
func (d *draft) force() {
	v := d.p.Valid
	switch {
	case d.p.Status == forms.Withdrawn:
		d.become(Closed, Why{Code: WhyWithdrawn})
	case !v.To.IsZero() && d.today.After(v.To):
		d.become(Closed, Why{Code: WhyEnded, Date: v.To})
	case !v.From.IsZero() && d.today.Before(v.From):
		d.become(NotYet, Why{Code: WhyNotInForce, Date: v.From})
	}
}

// limits holds the day against the limits that the route stands or falls with.
// It is closed by those that have passed if none of them still runs.
func (d *draft) limits() {
	var over []interview.Deadline
	for _, id := range d.p.Route.Limits {
		for _, x := range d.deadlines(id) {
			d.Limits = append(d.Limits, x)
			if x.Over(d.today) {
				over = append(over, x)
			} else {
				d.press(x)
			}
		}
	}
	if d.Urgency.Known {
		return
	}
	for _, x := range over {
		d.past(x)
	}
}

// past says what follows from a limit that has passed.
func (d *draft) past(x interview.Deadline) {
	why := Why{Code: WhyOver, Date: x.Day, Basis: x.Rule.Basis}
	switch late := x.Rule.Late; {
	case x.Counted.Approx:
		why.Code = WhyMayBeOver
		d.Whys = append(d.Whys, why)
	case late != nil && late.Allowed:
		d.Whys = append(d.Whys, why, Why{Code: WhyLate, Text: d.p.Key("ask.d", x.Rule.ID, "late"), Basis: late.Basis})
	case x.Rule.Kind != forms.Hard:
		d.Whys = append(d.Whys, why)
	default:
		d.become(Closed, why)
		return
	}
	d.Urgency = Urgency{Day: x.Day, Days: 0, Runs: true, Known: true}
}

// press takes a limit that runs, or may run, into the urgency.
func (d *draft) press(x interview.Deadline) {
	u := Urgency{Day: x.Day, Runs: true, Known: !x.Day.IsZero()}
	switch {
	case u.Known:
		u.Days = d.today.DaysUntil(x.Day)
	case x.Rule.Count != nil:
		u.Days = roughly(x.Rule.Count)
	default:
		return
	}
	if !d.Urgency.Runs || u.Known && !d.Urgency.Known || u.Known == d.Urgency.Known && u.Days < d.Urgency.Days {
		d.Urgency = u
	}
}

// roughly is the length of a limit in days, for comparing alone.
func roughly(c *forms.Count) int {
	switch c.Unit {
	case forms.Hours:
		return c.Length / 24
	case forms.Weeks:
		return 7 * c.Length
	case forms.Months:
		return 30 * c.Length
	case forms.Years:
		return 365 * c.Length
	case forms.Days, forms.WorkingDays:
	}
	return c.Length
}

// conflicts finds what the same matter elsewhere does to the route.
func (d *draft) conflicts() {
	for _, x := range d.p.Route.Conflicts {
		clash := Clash{Of: d.p.ID, Rule: x.Rule, Text: d.p.Key("ask.w", x.ID), Basis: x.Basis}
		var because []cond.Reason
		if !x.When.IsZero() {
			var truth cond.Truth
			truth, because = d.eval(x.When)
			clash.Now = truth == cond.Yes
		}
		if clash.Now && bars(x.Rule) {
			d.become(Closed, Why{Code: WhyBarred, Text: clash.Text, Basis: x.Basis, Because: because})
		}
		if len(x.With) == 0 {
			d.Clashes = append(d.Clashes, clash)
		}
		for _, with := range x.With {
			d.clashWith(clash, with)
		}
	}
}

func (d *draft) clashWith(c Clash, with forms.ProcedureID) {
	c.With = with
	if f, ok := d.cas.Filing(with); ok && f.Status == forms.FilingFiled {
		if !c.Now && barsWhenFiled(c.Rule) {
			d.become(Closed, Why{Code: WhyBarred, Text: c.Text, Route: with, Basis: c.Basis})
		}
		c.Now = true
	}
	if !c.Now && !slices.ContainsFunc(d.world.Procedures, func(p *forms.Procedure) bool { return p.ID == with }) {
		return // nobody can choose it here
	}
	d.Clashes = append(d.Clashes, c)
}

// closed finds what closes the route: by its own conditions, or by a notice of
// the procedure that stands in the way of filing.
func (d *draft) closed() {
	for _, r := range d.p.Route.Closed {
		if truth, because := d.eval(r.When); truth == cond.Yes {
			d.become(Closed, Why{Code: WhyClosed, Text: d.p.Key("ask.w", r.ID), Route: r.Route, Basis: r.Basis, Because: because})
		}
	}
	for _, n := range d.state.Notices {
		if n.Effect == forms.Stop || n.Effect == forms.EffectOtherRoute {
			d.become(Closed, Why{Code: WhyClosed, Text: d.p.Key("ask.n", n.ID), Route: n.Route, Basis: n.Basis,
				Because: n.When.Explain(d.state.Env(""))})
		}
	}
}

func (d *draft) filed() {
	if f, ok := d.cas.Filing(d.p.ID); ok && f.Filed != nil {
		d.Filed = f.Filed
		d.Whys = append(d.Whys, Why{Code: WhyFiled, Date: f.Filed.On})
	}
}

// tells lists what the person should know, by topic.
func (d *draft) tells() {
	env := d.facts.Env("")
	for _, topic := range forms.Topics() {
		for _, t := range d.p.Route.Tells {
			if t.About == topic && (t.When.IsZero() || t.When.Eval(env) == cond.Yes) {
				d.Tells = append(d.Tells, t)
			}
		}
	}
}

// languages says in which language the document could be written.
func (d *draft) languages() {
	tags, _ := Accepts(d.p, d.state.Known)
	var have []i18n.Tag
	if d.world.Languages != nil {
		have = d.world.Languages(d.p.ID)
	}
	d.Accepts, d.Language = tags, languageFit(tags, have, []i18n.Tag{d.cas.Language})
}
