package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recourse/ui/vm"
)

// lookAtRoutes looks at every page of the facts of a person in danger, at the
// routes with all that they show, at all procedures, and at a checklist.
func lookAtRoutes(t *testing.T, app *vm.App, w fyne.Window) {
	t.Helper()
	v := app.Asking()
	v.Choose("facts.danger", "yes")
	look(t, "danger", w)
	v.AskKnown()
	look(t, "all procedures", w)
	app.Pick().Back()
	v.Continue()
	v.Choose("facts.matter", "data", "order", "fraud", "watched")
	for i := 0; app.Routes() == nil; i++ {
		look(t, "facts: "+string(app.View().Interview.Key), w)
		for _, f := range app.View().Interview.Fields {
			switch {
			case f.Key == "order.state":
				v.Choose(f.Key, "US")
			case f.Key != "facts.matter" && len(f.Options) > 0:
				v.Choose(f.Key, f.Options[0].Code)
			}
		}
		if i > 60 {
			t.Fatal("the facts do not end")
		}
		v.Continue()
	}
	look(t, "routes", w)
	app.Routes().ToggleOthers()
	for _, c := range app.View().Routes.Cards {
		app.Routes().ToggleMore(c.ID)
	}
	look(t, "routes, all shown", w)
	app.OpenList(app.View().Routes.Lists.Lists[0].ID)
	look(t, "checklist", w)
	app.Checklist().Back()
}

// The routes stand in the smallest window too, in both directions.
func TestRoutesInASmallWindow(t *testing.T) {
	for _, lang := range []vm.Tag{"de", "ar"} {
		app, _, w := show(t, lang, map[string][]byte{})
		w.Resize(fyne.NewSize(1024, 700))
		app.Start().Submit(secret)
		app.Cases().BeginNew()
		lookAtRoutes(t, app, w)
	}
}

// The keyboard stays on what was pressed when the page of the routes is drawn anew,
// and a tick of a checklist keeps its widget.
func TestRoutesKeepTheKeyboard(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	app.Start().Submit(secret)
	app.Cases().BeginNew()
	lookAtRoutes(t, app, w)
	app.Routes().ToggleOthers()
	tabTo(t, w, app.View().Routes.ShowOthers)
	press(w, fyne.KeySpace)
	if got := focused(w); got != app.View().Routes.ShowOthers {
		t.Errorf("after showing the others: %q", got)
	}
	more := app.View().Routes.Cards[0].More
	tabTo(t, w, more)
	press(w, fyne.KeySpace)
	if got := app.View().Routes.Cards[0]; focused(w) != got.More || got.More == more {
		t.Errorf("after showing more of a route: %q", focused(w))
	}
	app.OpenList("fraud")
	before := w.Canvas().Focused()
	press(w, fyne.KeySpace)
	if w.Canvas().Focused() != before {
		t.Error("a tick took the keyboard away")
	}
	ticked := func(g vm.ListGroup) bool {
		return slices.ContainsFunc(g.Items, func(o vm.Option) bool { return o.Chosen })
	}
	if !slices.ContainsFunc(app.View().List.Groups, ticked) {
		t.Error("space ticks nothing")
	}
	tabTo(t, w, app.View().List.Save)
	press(w, fyne.KeySpace)
	press(w, fyne.KeyReturn)
	if app.View().List.Done == "" {
		t.Errorf("not saved: %+v", app.View().List.Problem)
	}
	tabTo(t, w, "‹ "+app.View().List.Back)
	press(w, fyne.KeySpace)
	if app.Routes() == nil {
		t.Error("back does not lead to the routes")
	}
}

// A fact of the side column leads to its question.
func TestFactLeadsToItsQuestion(t *testing.T) {
	app, _, w := show(t, "fr", map[string][]byte{})
	app.Start().Submit(secret)
	app.Cases().BeginNew()
	lookAtRoutes(t, app, w)
	told := app.View().Routes.Told[0]
	tabTo(t, w, told.Label)
	press(w, fyne.KeySpace)
	if s := app.View().Interview; s == nil || s.Key != told.At {
		t.Errorf("leads to %+v", s)
	}
}

// At least two routes are in sight in the usual window: their names, their limits
// and why they fit, the first one with its button.
func TestTwoRoutesInSight(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	app.Start().Submit(secret)
	app.Cases().BeginNew()
	v := app.Asking()
	v.Continue()
	v.Choose("facts.matter", "data", "order")
	for app.Routes() == nil {
		for _, f := range app.View().Interview.Fields {
			switch {
			case f.Key == "order.state":
				v.Choose(f.Key, "DE")
			case f.Key != "facts.matter" && len(f.Options) > 0:
				v.Choose(f.Key, f.Options[0].Code)
			}
		}
		v.Continue()
	}
	cards, texts := app.View().Routes.Cards, surveyed(w.Content(), usual).texts
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.now.(*routes).bottom.box).Y
	inSight := func(text string) bool {
		text = strings.NewReplacer("\u2068", "", "\u2069", "").Replace(text)
		return slices.ContainsFunc(texts, func(x seen) bool { return strings.HasPrefix(text, x.text) && x.text != "" && x.rect.bottom <= bottom })
	}
	for i, c := range cards[:2] {
		for _, text := range []string{c.Name, c.Limit.Text, c.Text} {
			if !inSight(text) {
				t.Errorf("card %d: %q is not in sight", i, text)
			}
		}
	}
	if !inSight(cards[0].Law) || !inSight(cards[0].More) || !inSight(cards[0].Alerts[0].Text) {
		t.Error("the first card is not in sight as a whole")
	}
}

// What has the keyboard after a card has opened is in sight, however long the card is.
func TestOpenedRouteStaysInSight(t *testing.T) {
	app, _, w := show(t, "ar", map[string][]byte{})
	app.Start().Submit(secret)
	app.Cases().BeginNew()
	lookAtRoutes(t, app, w)
	for _, c := range app.View().Routes.Cards {
		if len(c.Details) > 0 {
			app.Routes().ToggleMore(c.ID) // closed again
		}
	}
	tabTo(t, w, app.View().Routes.Cards[0].More)
	press(w, fyne.KeySpace)
	o := w.Canvas().Focused().(fyne.CanvasObject)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	cards := app.View().Routes.Cards
	opened := slices.IndexFunc(cards, func(c vm.RouteCard) bool { return len(c.Details) > 0 })
	if bottom := top + o.Size().Height; opened < 0 || focused(w) != cards[opened].More || top < 56 || bottom > 748 {
		t.Errorf("%q is at %g to %g", focused(w), top, bottom)
	}
}
