package vm

import (
	"slices"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// Routes shows where the open case can go, by its facts.
type Routes struct {
	a      *App
	v      *Interview // of the facts
	s      routes.Survey
	found  bool
	more   map[ProcedureID]bool // cards of which all is shown
	others bool                 // the routes that are not open are shown
}

// RoutesScreen is where a case can go.
type RoutesScreen struct {
	Title, Lead string
	Danger      *DangerWords // nil where nobody is in danger
	Doubts      []Notice     // facts that cannot all be true
	Lists       *ListOffer   // what to do at once; nil for none
	Cards       []RouteCard  // those that are not closed, best first
	Others      string       // how many are not open; "" for none
	ShowOthers  string       // words that show or hide them
	Closed      []RouteCard  // where they are shown
	Advice      string       // that all of it is information and no legal advice
	ToldTitle   string
	Told        []Told
	Change      string // words that change an answer
	Known       string // words of the way to all procedures
	Back        string
	Busy        string
}

// World of the routes: all procedures, and the checklists.
func (a *App) routesWorld() routes.World {
	l := a.w.Library
	return routes.World{Facts: l.Facts(), Procedures: l.Procedures(), Languages: l.DocLanguages, Lists: l.Checklists()}
}

// Routes is the page with the routes; nil where it is not on screen.
func (a *App) Routes() *Routes { return here[*Routes](a) }

// OpenRoutes shows the routes of the open case, or asks for the facts where they
// were not asked yet. Back leads to where the person was.
func (a *App) OpenRoutes() {
	if a.file == nil || a.Routes() != nil {
		return
	}
	v := a.newFacts()
	a.enter(v)
	if v.factsTold() || factsAsked(v.answers()) {
		v.openRoutes()
		return
	}
	a.publish()
}

// openRoutes lays the routes on the facts.
func (v *Interview) openRoutes() {
	a := v.a
	a.returnTo(v)
	v.changing = false
	clear(v.typed)
	r := &Routes{a: a, v: v, more: map[ProcedureID]bool{}}
	a.enter(r)
	r.find()
}

// find looks for the routes beside the window.
func (r *Routes) find() {
	a, c, today := r.a, r.a.file.c, r.a.w.today()
	a.run("ui.routes.busy", func() (then, undo func()) {
		s := routes.Make(a.routesWorld(), c, today)
		return func() { r.s, r.found = s, true }, nil
	})
}

func (r *Routes) fill(v *View) { v.Routes = r.screen() }

// speak looks again where the search was called off. A view has the words.
func (r *Routes) speak() {
	if !r.found {
		r.find()
	}
}

func (r *Routes) screen() *RoutesScreen {
	a := r.a
	s := &RoutesScreen{ToldTitle: a.text("ui.routes.told"), Told: r.v.toldFacts(), Change: a.text("ui.routes.change"),
		Known: a.text("ui.known"), Back: a.text("ui.back")}
	if inDanger(r.v.answers()) {
		s.Danger = a.dangerWords()
	}
	if !r.found {
		s.Title, s.Busy = a.text("ui.facts.short"), a.text("ui.routes.busy")
		return s
	}
	s.Title, s.Lead = r.title()
	for _, d := range r.s.Doubts {
		s.Doubts = append(s.Doubts, Notice{Tone: Warn, Text: a.text(d.Code.Key())})
	}
	s.Lists, s.Advice = r.lists(), a.text("doc.not-legal-advice")
	r.cards(s)
	return s
}

// cards puts the routes on cards, those that are not open apart.
func (r *Routes) cards(s *RoutesScreen) {
	closed := 0
	for _, x := range r.s.Routes {
		switch {
		case x.State != routes.Closed:
			s.Cards = append(s.Cards, r.card(x, len(s.Cards) == 0 && x.State == routes.Open))
		case r.others:
			s.Closed = append(s.Closed, r.card(x, false))
			fallthrough
		default:
			closed++
		}
	}
	if closed == 0 {
		return
	}
	s.Others, s.ShowOthers = r.a.t.Text("ui.routes.closed", i18n.Args{"n": closed}), r.a.text("ui.routes.show-closed")
	if r.others {
		s.ShowOthers = r.a.text("ui.routes.hide-closed")
	}
}

// mostInWords is up to how many routes the title counts in words.
const mostInWords = 10

// title counts the routes that are open.
func (r *Routes) title() (title, lead string) {
	t := r.a.t
	open := 0
	for _, x := range r.s.Routes {
		if x.State == routes.Open {
			open++
		}
	}
	switch {
	case r.s.Nothing():
		return t.Text("ui.routes.none", nil), t.Text("ui.routes.none.lead", nil)
	case open == 0:
		return t.Text("ui.routes.later", nil), t.Text("ui.routes.later.lead", nil)
	case open > mostInWords:
		return t.Text("ui.routes.many", i18n.Args{"n": open}), t.Text("ui.routes.lead", nil)
	}
	return t.Text(i18n.Key("ui.routes.open."+numeral(open)), nil), t.Text("ui.routes.lead", nil)
}

// numeral is a small number in Western digits, for keys.
func numeral(n int) string { return i18n.Number("en", int64(n)) }

// lists offers what to do at once; where no route is open, where else to turn.
func (r *Routes) lists() *ListOffer {
	ids := []string{}
	for _, l := range r.s.Lists {
		ids = append(ids, l.ID)
	}
	if r.s.Nothing() {
		ids = append(ids, listNowhere)
	}
	return r.a.listOffer(ids)
}

// ToggleOthers shows the routes that are not open, or hides them.
func (r *Routes) ToggleOthers() {
	r.others = !r.others
	r.a.publish()
}

// ToggleMore shows all of a card, or hides it.
func (r *Routes) ToggleMore(id ProcedureID) {
	r.more[id] = !r.more[id]
	r.a.publish()
}

// Change goes to the page of a fact; "" is the first one.
func (r *Routes) Change(at Path) {
	r.a.drop()
	r.v.changeFact(at)
}

// Known shows all procedures, for a person who knows which one it is to be.
func (r *Routes) Known() { r.a.openPick() }

// Begin uses the case for a procedure: for one more, or for one that was begun.
func (r *Routes) Begin(id ProcedureID) { r.a.beginFiling(id) }

// Back leaves the routes for what lies beneath the facts, else for the last page
// of the facts.
func (r *Routes) Back() {
	if r.a.returnBeneath(r.v) {
		r.a.publish()
		return
	}
	r.a.drop()
	r.v.at = r.v.pages[len(r.v.pages)-1].key()
	r.v.GoTo(r.v.at)
}

// beginFiling opens the interview of a procedure on the open case, which is used
// for it from now on.
func (a *App) beginFiling(id ProcedureID) {
	p, ok := a.procedure(id)
	if !ok || a.file == nil {
		return
	}
	a.drop()
	if _, there := a.file.c.Filing(id); !there {
		a.file.change(a.file.c.WithFiling(draft(p)))
	}
	a.show(p)
	a.publish()
}

// filed lists the procedures that a case is used for.
func filedFor(c forms.Case, id ProcedureID) bool {
	return slices.ContainsFunc(c.Filings, func(f forms.Filing) bool { return f.Procedure == id })
}
