package vm

import (
	"slices"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// The facts are asked as a procedure is, by an Interview, before a procedure is
// chosen. What is different: they end with the routes in place of the check, each
// page is a step of its own, and there is no page about them.

// DangerWords are what a person in danger is told, with a way out.
type DangerWords struct {
	Text  string
	Leave string // locks at once
}

// The first facts.
const (
	factDanger Path = "facts.danger"
	factMatter Path = "facts.matter"
)

// newFacts makes the interview of the facts of the open case.
func (a *App) newFacts() *Interview {
	v := newInterview(a, a.w.Library.Facts())
	v.facts = true
	v.speak()
	v.told = v.toldBefore()
	v.at = v.standing()
	a.warm()
	return v
}

// warm reads the procedures beside the window, since routes are found among all
// of them.
func (a *App) warm() {
	library, tag := a.w.Library, a.tag
	a.w.Dispatch.Go(func() func() {
		for _, p := range library.Procedures() {
			library.Texts(p.ID, tag)
		}
		return func() {}
	})
}

// askFacts leaves everything for the facts of the open case: for their open
// pages, or for the routes where none is open.
func (a *App) askFacts() {
	v := a.newFacts()
	a.restart(v)
	if v.factsTold() {
		v.openRoutes()
	}
}

// factsTold tells whether every page of the facts needs no look any more.
func (v *Interview) factsTold() bool {
	return !slices.ContainsFunc(v.pages, func(p page) bool { return !p.done() })
}

// factsAsked tells whether the facts of a case were begun.
func factsAsked(answers forms.Answers) bool {
	_, danger := answers.Get(factDanger)
	_, matter := answers.Get(factMatter)
	return danger || matter
}

// inDanger tells whether the person has said that somebody is in danger.
func inDanger(answers forms.Answers) bool {
	said, _ := answers.Value(factDanger).(forms.YesNo)
	return bool(said)
}

// changeFact goes to the page of a fact; from there the way leads to what has
// become open by the change, and else back to the routes.
func (v *Interview) changeFact(at Path) {
	v.changing = true
	if at == "" || pageOf(v.pages, at) < 0 {
		at = v.pages[0].key()
	}
	v.GoTo(at)
}

// passed tells whether a page is passed over on the way on.
func (v *Interview) passed(p page) bool {
	return v.skipped(p) || v.changing && p.done()
}

// leaveFacts goes back from the first page of the facts: to the routes that they
// were changed for, to what lies beneath, else to the cases.
func (v *Interview) leaveFacts() {
	switch {
	case v.changing:
		v.openRoutes()
	case v.a.returnBeneath(v):
		v.a.publish()
	default:
		v.a.GoHome()
	}
}

// factsScreen changes a page to one of the facts.
func (v *Interview) factsScreen(s *InterviewScreen) {
	s.StepList, s.Pill = v.a.text("ui.facts.steps"), Pill{}
	i := pageOf(v.pages, v.at)
	s.Step = v.a.t.Text("ui.step", i18n.Args{"step": i + 1, "steps": len(s.Steps)})
	if i == 0 {
		s.Intro = v.a.text("ui.facts.lead")
	}
	if i <= 1 {
		s.Known = v.a.text("ui.known")
	}
	if i == len(v.pages)-1 || v.changing {
		s.Continue = v.a.text("ui.facts.routes")
	}
	if inDanger(v.answers()) {
		s.Danger = v.a.dangerWords()
		s.Lists = v.a.offeredLists(v.state)
	}
}

func (a *App) dangerWords() *DangerWords {
	return &DangerWords{Text: a.text("routes.danger"), Leave: a.text("ui.danger.leave")}
}

// factSteps are the pages of the facts, and the routes at the end.
func (v *Interview) factSteps() []Step {
	here := pageOf(v.pages, v.at)
	var out []Step
	for i, p := range v.pages {
		state := StepOpen
		switch {
		case i == here && v.a.Routes() == nil:
			state = StepCurrent
		case v.wrongPage(p):
			state = StepAttention
		case p.done():
			state = StepDone
		}
		out = append(out, v.step(i, v.factLabel(p.key()), state))
	}
	return append(out, v.step(len(out), v.a.text("ui.facts.end"), StepOpen))
}

// wrongPage tells whether something on a page that was left is wrong.
func (v *Interview) wrongPage(p page) bool {
	return slices.ContainsFunc(p.asked, func(x interview.Asked) bool { return v.problem(x) != nil })
}

// goToFact goes to a step of the facts, by its index.
func (v *Interview) goToFact(n int) {
	if n >= len(v.pages) {
		v.openRoutes()
		return
	}
	v.GoTo(v.pages[n].key())
}

// factLabel is what a fact is called in few words.
func (v *Interview) factLabel(at Path) string {
	if key := i18n.Key("ui.fact." + at.Question()); v.a.t.Has(key) {
		return v.a.text(key)
	}
	return v.label(at)
}

// Told is a fact as the person told it.
type Told struct {
	Label string
	Value string
	At    Path // the way to it
}

// toldFacts lists the facts that were told, in the order in which they are asked.
func (v *Interview) toldFacts() []Told {
	var out []Told
	for _, p := range v.pages {
		for _, a := range p.asked {
			if value := v.factValue(a); value != "" && a.Path != factDanger && a.Path.Depth() == 0 {
				out = append(out, Told{Label: v.factLabel(a.Path), Value: value, At: a.Path})
			}
		}
	}
	return out
}

// factValue says an answer, or how many items a list has.
func (v *Interview) factValue(a interview.Asked) string {
	if a.Repeat == nil {
		x, _ := v.answers().Get(a.Path)
		if x.Value != nil {
			return v.valueWords(a.Question, x.Value)
		}
		return v.answerWords(a.Path)
	}
	if n := len(v.answers().Items(a.Path)); n > 0 {
		return v.a.t.Text("ui.facts.items", i18n.Args{"n": n})
	}
	return ""
}

// AskKnown shows all procedures, for a person who knows which one it is to be.
func (v *Interview) AskKnown() {
	if v.facts {
		v.a.openPick()
	}
}
