package vm

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recourse/forms"
)

const bank ProcedureID = "us-rfpa-customer-challenge"

// start makes a vault and begins a case by its facts.
func start(t *testing.T, lang Tag) (*world, *App) {
	t.Helper()
	w := newWorld(t)
	a := New(w.world(), "/vault", lang)
	a.Start().Submit(secret)
	a.Cases().BeginNew()
	if a.Asking() == nil {
		t.Fatal("a new case does not begin with the facts")
	}
	return w, a
}

// facts puts facts in place of those of the open case, and goes on to the routes.
func facts(t *testing.T, a *App, answers map[forms.Path]forms.Value) *RoutesScreen {
	t.Helper()
	c := a.file.c
	for at, v := range answers {
		c.Answers = c.Answers.With(at, forms.Answer{Value: v})
	}
	a.file.change(c)
	a.Interview().resolve()
	for range 40 {
		if a.Routes() != nil {
			return a.View().Routes
		}
		a.Asking().Continue()
	}
	t.Fatal("the facts do not end")
	return nil
}

func day(year, month, d int) forms.Value {
	return forms.When{Date: forms.Date{Year: year, Month: month, Day: d}, Precision: forms.Exact}
}

// subpoena are the facts of somebody whose bank records a prosecutor of the United
// States wants.
func subpoena() map[forms.Path]forms.Value {
	return map[forms.Path]forms.Value{"facts.danger": forms.YesNo(false), "facts.matter": forms.Multi{"order"}, "data.kinds": forms.Multi{"financial"},
		"facts.authority": forms.Choice("prosecutor"), "order.state": forms.Country("US"), "person.country": forms.Country("PT"),
		"order.learned": day(2026, 11, 14), "order.notice": forms.YesNo(true), "order.informed": day(2026, 11, 14),
		"facts.notice_how": forms.Choice("mailed"), "facts.mailed": day(2026, 11, 12), "earlier.started": forms.YesNo(false),
		"facts.role": forms.Choice("third-party")}
}

// A case begins with danger, then what it is about, one thing a page, each a step
// of the side column; it ends with the routes, and the procedure that is begun asks
// none of it again.
func TestNewCaseByTheFacts(t *testing.T) {
	w, a := start(t, "en")
	s := a.View().Interview
	if s.Key != factDanger || s.Intro == "" || s.Known == "" || s.Danger != nil || len(s.Fields) != 1 {
		t.Fatalf("the first page: %+v", s)
	}
	w.pass(time.Minute)
	if w.disk.puts != 0 {
		t.Error("stored before anything was told")
	}
	a.Asking().Choose(factDanger, codeNo)
	a.Asking().Continue()
	if s := a.View().Interview; s.Key != factMatter || s.Steps[0].State != StepDone || s.Steps[1].State != StepCurrent || s.Steps[1].Title != "What it is about" {
		t.Fatalf("the second page: %s, %+v", s.Key, s.Steps)
	}
	r := facts(t, a, subpoena())
	if r.Title != "One route is open to you" || len(r.Cards) != 1 || r.Cards[0].ID != bank || !r.Cards[0].Advised {
		t.Fatalf("%q, %d cards: %+v", r.Title, len(r.Cards), r.Cards)
	}
	card := r.Cards[0]
	if card.Limit.Tone != Warn || !strings.Contains(card.Limit.Text, "Fri 27 Nov 2026") { // the 26th is a holiday there
		t.Errorf("the limit: %+v", card.Limit)
	}
	if card.Text == "" || len(card.Alerts) != 0 || card.Body == "" || !strings.Contains(card.Law, "3410") || card.Whys != nil || card.Details != nil {
		t.Errorf("%+v", card)
	}
	if !slices.ContainsFunc(r.Told, func(x Told) bool { return x.Label == "Where you live" && x.Value == "Portugal" }) {
		t.Errorf("told: %+v", r.Told)
	}
	a.Routes().Begin(bank)
	v := a.Interview()
	if v.p.ID != bank || len(v.told) < 4 || len(w.storedAfter(t).Filings) != 1 {
		t.Fatalf("%s, %d told", v.p.ID, len(v.told))
	}
	for v.Continue(); a.View().Interview != nil; v.Continue() {
		if p := v.pages[pageOf(v.pages, v.at)]; v.skipped(p) {
			t.Fatalf("%s is asked again", p.key())
		}
	}
}

// storedAfter reads the only case after a pause.
func (w *world) storedAfter(t *testing.T) forms.Case {
	t.Helper()
	w.pass(time.Minute)
	return w.stored()
}

// Somebody in danger is told so first, on every page and on the routes, with a way
// out that closes everything; what to do at once is offered as soon as the facts
// call for it.
func TestDangerComesFirst(t *testing.T) {
	w, a := start(t, "en")
	a.Asking().Choose(factDanger, codeYes)
	if s := a.View().Interview; s.Danger == nil || s.Danger.Leave == "" || s.Lists != nil {
		t.Fatalf("danger: %+v", s.Danger)
	}
	a.Asking().Continue()
	a.Asking().Choose(factMatter, "fraud", "identity")
	if s := a.View().Interview; s.Danger == nil || s.Lists == nil || len(s.Lists.Lists) != 2 || s.Lists.Practical == "" {
		t.Fatalf("lists: %+v", s.Lists)
	}
	r := facts(t, a, nil)
	if r.Danger == nil || r.Lists == nil {
		t.Error("the routes do not say it")
	}
	a.Lock()
	if a.Start() == nil || w.disk.open != 0 {
		t.Error("not closed")
	}
}

// A case without a filing is stored with its first answer, shown in the list, and
// goes on where the person was: at an open fact, or at the routes.
func TestCaseWithoutFilingGoesOn(t *testing.T) {
	w, a := start(t, "en")
	a.Asking().Choose(factDanger, codeNo)
	a.Asking().Continue()
	a.Asking().Choose(factMatter, "fraud")
	w.pass(time.Second)
	b := w.reopen("de")
	rows := b.View().Cases.Rows
	if len(rows) != 1 || rows[0].Problem != nil || len(rows[0].Filings) != 0 {
		t.Fatalf("%+v", rows)
	}
	b.Cases().Open(rows[0].ID, "")
	if s := b.View().Interview; s == nil || s.Key != "other.known" {
		t.Fatalf("goes on at %+v", s)
	}
	b.GoHome()
	if b.Cases() == nil {
		t.Fatal("does not go home")
	}
	b.Cases().Open(rows[0].ID, "")
	w.answerAll(b)
	b.GoHome()
	b.Cases().Open(rows[0].ID, "")
	if b.Routes() == nil {
		t.Error("does not go on at the routes")
	}
}

// answerAll skips or answers every fact that is open.
func (w *world) answerAll(a *App) {
	v := a.Interview()
	for range 60 {
		ask, ok := v.state.Next()
		if !ok {
			return
		}
		c := a.file.c
		x := forms.Answer{Skip: forms.DontKnow}
		if ask.Repeat != nil {
			x = forms.Answer{Value: forms.Items{}}
		} else if !slices.Contains(ask.Question.Skips, forms.DontKnow) {
			x = forms.Answer{Value: sampleOf(ask.Question)}
		}
		c.Answers = c.Answers.With(ask.Path, x)
		a.file.change(c)
		v.resolve()
	}
	w.t.Fatal("the facts do not end")
}

func sampleOf(q *forms.Question) forms.Value {
	switch q.Kind {
	case forms.KindChoice:
		return forms.Choice(q.Options[0].Code)
	case forms.KindMulti:
		return forms.Multi{q.Options[0].Code}
	case forms.KindCountry:
		return forms.Country("PT")
	case forms.KindDate:
		return day(2026, 11, 1)
	case forms.KindPeriod:
		return forms.Period{From: &forms.When{Date: forms.Date{Year: 2026, Month: 10, Day: 1}, Precision: forms.Exact}}
	}
	return forms.YesNo(false)
}

// An answer is changed from the routes: the way leads over what the change opens,
// and else straight back to the routes.
func TestChangeAnAnswer(t *testing.T) {
	_, a := start(t, "en")
	facts(t, a, subpoena())
	a.Routes().Change("person.country")
	if s := a.View().Interview; s == nil || s.Key != "person.country" || s.Continue != "Show my routes" {
		t.Fatalf("%+v", s)
	}
	a.Asking().Choose("person.country", "BR")
	a.Asking().Choose("person.work_country", "BR")
	for range 20 {
		if a.Routes() != nil {
			break
		}
		if p := a.Interview().pages[pageOf(a.Interview().pages, a.Interview().at)]; p.done() && p.key() != "person.country" {
			t.Fatalf("%s is shown again", p.key())
		}
		a.Asking().Continue()
	}
	if !slices.ContainsFunc(a.View().Routes.Told, func(x Told) bool { return x.Value == "Brazil" }) {
		t.Errorf("told: %+v", a.View().Routes.Told)
	}
	a.Routes().Change("")
	if a.View().Interview.Key != factDanger {
		t.Error("the button does not lead to the first fact")
	}
	a.Asking().Back()
	if a.Routes() == nil {
		t.Error("back does not lead to the routes again")
	}
}

// Where nothing is open, the page says so without giving up, and has the list of
// where to turn; a case about nothing that is known depends on what is missing, and
// a procedure can be begun all the same.
func TestNoRouteIsOpen(t *testing.T) {
	_, a := start(t, "en")
	r := facts(t, a, map[forms.Path]forms.Value{"facts.danger": forms.YesNo(false), "facts.matter": forms.Multi{"fraud"},
		"other.known": forms.Choice("unknown"), "person.country": forms.Country("BR"), "earlier.started": forms.YesNo(false)})
	if len(r.Cards) != 0 || r.Lists == nil || !slices.ContainsFunc(r.Lists.Lists, func(l ListLink) bool { return l.ID == listNowhere }) {
		t.Fatalf("%q, %d cards, lists %+v", r.Title, len(r.Cards), r.Lists)
	}
	all := len(library(t).Index())
	if !strings.Contains(r.Others, fmt.Sprint(all)) || r.Closed != nil {
		t.Errorf("%q, %d shown", r.Others, len(r.Closed))
	}
	a.Routes().ToggleOthers()
	closed := a.View().Routes.Closed
	if len(closed) != all || closed[0].Text == "" || closed[0].Begin == "" {
		t.Fatalf("%d closed: %+v", len(closed), closed)
	}
	a.Routes().Begin(closed[0].ID)
	if a.Interview().p.ID != closed[0].ID {
		t.Error("does not begin all the same")
	}
}

// Who knows which procedure it is to be picks it directly, and may go back.
func TestKnownProcedure(t *testing.T) {
	w, a := start(t, "fr")
	a.Asking().AskKnown()
	if s := a.View().Pick; s == nil || len(s.Procedures) != len(library(t).Index()) {
		t.Fatalf("%+v", s)
	}
	a.Pick().Back()
	if a.View().Interview.Key != factDanger {
		t.Error("not back at the facts")
	}
	a.Asking().AskKnown()
	a.Pick().Choose(challenge)
	if a.Interview().p.ID != challenge || len(w.storedAfter(t).Filings) != 1 {
		t.Error("not begun")
	}
}

// From inside a case its routes can be seen, and left again for where one was; a
// procedure that was begun can be gone on with, a second one begun.
func TestRoutesOfACase(t *testing.T) {
	_, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	a.openCheck()
	a.OpenRoutes()
	if a.Asking() == nil || a.View().Interview.Key != factDanger {
		t.Fatal("facts that were never asked are not asked first")
	}
	a.Asking().Back()
	if a.Check() == nil {
		t.Fatal("not back at the check")
	}
	a.OpenRoutes()
	r := facts(t, a, map[forms.Path]forms.Value{"facts.danger": forms.YesNo(false), "facts.matter": forms.Multi{"data"}})
	i := slices.IndexFunc(r.Cards, func(c RouteCard) bool { return c.ID == complaint })
	if i < 0 || r.Cards[i].Begin != "Continue with this" {
		t.Fatalf("%+v", r.Cards)
	}
	a.Routes().Back()
	if a.Check() == nil {
		t.Fatal("not back at the check")
	}
	a.OpenRoutes()
	if a.Routes() == nil {
		t.Fatal("facts that were told are asked again")
	}
	a.Routes().Begin(challenge)
	if a.Interview().p.ID != challenge || len(a.file.c.Filings) != 2 || len(a.Interview().told) == 0 {
		t.Error("no second procedure")
	}
}

// Every card has all its words in every language, for facts that lead to routes of
// every state.
func TestRoutesHaveWords(t *testing.T) {
	for _, tag := range []Tag{"en", "fr", "de", "ar"} {
		for name, told := range map[string]map[forms.Path]forms.Value{"subpoena": subpoena(), "nothing told": nil,
			"police": {"facts.matter": forms.Multi{"records"}, "facts.authority": forms.Choice("police"), "facts.state": forms.Country("FR"), "person.country": forms.Country("FR")},
			"watched": {"facts.matter": forms.Multi{"watched", "data", "order"}, "facts.authority": forms.Choice("intelligence"), "order.state": forms.Country("US"),
				"person.country": forms.Country("DE"), "data.kinds": forms.Multi{"content"}, "facts.danger": forms.YesNo(true)}} {
			_, a := start(t, tag)
			r := facts(t, a, told)
			a.Routes().ToggleOthers()
			for _, c := range r.Cards {
				a.Routes().ToggleMore(c.ID)
			}
			r = a.View().Routes
			if text := fmt.Sprintf("%+v", *r); strings.Contains(text, "⟦") {
				t.Errorf("%s, %s: a text is missing: %s", tag, name, text[strings.Index(text, "⟦"):][:80])
			}
			for _, c := range slices.Concat(r.Cards, r.Closed) {
				if c.Name == "" || c.Limit.Text == "" || c.Text == "" && c.State == "" || c.Law == "" || c.Begin == "" {
					t.Errorf("%s, %s: %+v", tag, name, c)
				}
			}
		}
	}
}

// Things that were done are ticked, kept in the case, the same in every list, and
// reach no document; the list is printed as a PDF that names nobody.
func TestChecklist(t *testing.T) {
	w, a := start(t, "de")
	facts(t, a, map[forms.Path]forms.Value{"facts.matter": forms.Multi{"fraud", "identity"}})
	a.OpenList("fraud")
	s := a.View().List
	if s == nil || len(s.Groups) < 3 || s.Lead == "" {
		t.Fatalf("%+v", s)
	}
	code := s.Groups[0].Items[0].Code
	a.Checklist().Tick(code)
	if !a.View().List.Groups[0].Items[0].Chosen || a.View().List.Progress == s.Progress {
		t.Error("not ticked")
	}
	if got := w.storedAfter(t).Answers.Value(listTicks); !slices.Equal(got.(forms.Multi), forms.Multi{code}) {
		t.Errorf("stored: %v", got)
	}
	a.Checklist().Save(s.Path)
	if !bytes.HasPrefix(w.files[s.Path], []byte("%PDF")) || a.View().List.Done == "" {
		t.Errorf("no PDF: %+v", a.View().List.Problem)
	}
	a.Checklist().Save(" ")
	if a.View().List.Problem == nil {
		t.Error("saved without a name")
	}
	a.Checklist().Tick(code)
	if _, there := w.storedAfter(t).Answers.Get(listTicks); there {
		t.Error("not taken back")
	}
	a.Checklist().Back()
	if a.Routes() == nil || len(a.View().Routes.Cards) == 0 && a.View().Routes.Busy != "" {
		t.Error("not back at the routes")
	}
}
