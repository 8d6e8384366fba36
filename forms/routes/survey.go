package routes

import (
	"cmp"
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
	"recourse/i18n"
)

// World is what a survey looks at beside the case.
type World struct {
	Facts      *forms.Procedure                   // the questions before a procedure is chosen
	Procedures []*forms.Procedure                 // those without a Route are left out
	Languages  func(forms.ProcedureID) []i18n.Tag // of the documents that there are; nil: none
	Lists      []forms.Checklist                  // to be offered
}

// Survey is where a case can go on a day.
type Survey struct {
	Facts  interview.State   // the facts, as far as they are answered
	Routes []Route           // best first
	Lists  []forms.Checklist // what to do at once
	Doubts []Doubt           // facts that contradict each other
}

// State says how far a route is open.
type State string

// The states, in the order in which routes are shown.
const (
	Open        State = "open"
	NotYet      State = "not-yet"
	Unclear     State = "unclear" // facts are missing on which it depends
	Information State = "information"
	Closed      State = "closed"
)

// States lists the states in their order.
func States() []State { return []State{Open, NotYet, Unclear, Information, Closed} }

// Key is the place of the words of a state in the locale catalogs.
func (s State) Key() i18n.Key { return "routes.state." + i18n.Key(s) }

// Route is a procedure as a way to go.
type Route struct {
	Procedure *forms.Procedure
	State     State
	For       bool       // it is for the matter of the case
	Whys      []Why      // why it is in its state and how it fits, the most telling first
	Fit       int        // the sum of what speaks for it and against
	Urgency   Urgency    //
	Missing   []forms.ID // facts that could still change its state
	Tells     []forms.RouteTell
	Accepts   []i18n.Tag           // languages known to be accepted
	Language  LanguageFit          //
	Clashes   []Clash              // what other ways do to this one
	Bars      []Clash              // what this one does to other ways
	Filed     *forms.Filed         // the case has been filed here
	Limits    []interview.Deadline // those that it stands or falls with
	Waits     []interview.Deadline // those that keep it from being open
}

// Make surveys a case. It is pure: the same world, case and day give the same
// survey.
func Make(w World, c forms.Case, today forms.Date) Survey {
	s := Survey{Facts: interview.Resolve(w.Facts, c.Answers, today)}
	e := evaluator{world: w, facts: s.Facts, cas: c, today: today}
	for _, p := range w.Procedures {
		if p.Route != nil {
			s.Routes = append(s.Routes, e.route(p))
		}
	}
	clash(s.Routes)
	slices.SortFunc(s.Routes, Route.compare)
	for _, l := range w.Lists {
		if !l.When.IsZero() && l.When.Eval(s.Facts.Env("")) == cond.Yes {
			s.Lists = append(s.Lists, l)
		}
	}
	s.Doubts = doubts(s.Facts.Known)
	return s
}

// Ways lists the routes that are for the matter of the case and not closed.
func (s Survey) Ways() []Route {
	return slices.DeleteFunc(slices.Clone(s.Routes), func(r Route) bool { return r.State == Closed })
}

// Nothing tells whether no route is open, nor may open when a wait is over or a
// fact is told: then it is said where else to turn.
func (s Survey) Nothing() bool {
	return !slices.ContainsFunc(s.Routes, func(r Route) bool { return r.State == Open || r.State == NotYet || r.State == Unclear })
}

// compare orders routes by state, by how pressing their limits are, by fit, by
// the days left, by id.
func (r Route) compare(o Route) int {
	rank := func(s State) int { return slices.Index(States(), s) }
	return cmp.Or(
		cmp.Compare(rank(r.State), rank(o.State)),
		-compareBool(r.For, o.For),
		cmp.Compare(r.Urgency.class(), o.Urgency.class()),
		cmp.Compare(o.Fit, r.Fit),
		cmp.Compare(r.Urgency.days(), o.Urgency.days()),
		cmp.Compare(r.Procedure.ID, o.Procedure.ID),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
