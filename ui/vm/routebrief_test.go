package vm

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// ways are facts that lead to routes of many kinds.
func ways() map[string]map[forms.Path]forms.Value {
	return map[string]map[forms.Path]forms.Value{"subpoena": subpoena(),
		"police": {"facts.matter": forms.Multi{"records"}, "facts.authority": forms.Choice("police"), "facts.state": forms.Country("FR"), "person.country": forms.Country("FR")},
		"watched": {"facts.matter": forms.Multi{"watched", "data", "order"}, "facts.authority": forms.Choice("intelligence"), "order.state": forms.Country("US"),
			"person.country": forms.Country("DE"), "data.kinds": forms.Multi{"content"}},
		"order": {"facts.matter": forms.Multi{"data", "order"}, "facts.authority": forms.Choice("police"), "order.state": forms.Country("DE"), "person.country": forms.Country("PT"), "order.notice": forms.YesNo(true)}}
}

// A card of which not all is shown is short, but nothing is left out that protects:
// every warning, every reason that is no mere fit, every mark that asks to check
// something. Showing all and less again leads back to it, and other cards stay.
func TestBriefCardKeepsWarnings(t *testing.T) {
	for _, tag := range i18n.Locales() {
		seen := 0
		for name, told := range ways() {
			_, a := start(t, tag)
			brief := facts(t, a, told).Cards
			for i, before := range brief {
				a.Routes().ToggleMore(before.ID)
				all := a.View().Routes.Cards
				seen += warned(t, string(tag)+", "+name, a, before, all[i])
				if before.More == "" {
					continue // it is not for the person, and has no more
				}
				if all[i].Text != "" || len(all[i].Tells) == 0 || len(all[i].Details) == 0 || all[i].Status == "" {
					t.Errorf("%s, %s: not all is shown: %+v", tag, name, all[i])
				}
				if i > 0 && !reflect.DeepEqual(all[i-1], brief[i-1]) {
					t.Errorf("%s, %s: showing all of %s changes %s", tag, name, before.ID, all[i-1].ID)
				}
				a.Routes().ToggleMore(before.ID)
				if after := a.View().Routes.Cards[i]; !reflect.DeepEqual(after, before) {
					t.Errorf("%s, %s: less again is not as before: %+v", tag, name, after)
				}
			}
		}
		if seen < 8 {
			t.Errorf("%s: only %d warnings on all cards", tag, seen)
		}
	}
}

// warned compares a brief card with the whole one, and counts what must be on both.
func warned(t *testing.T, at string, a *App, brief, all RouteCard) (seen int) {
	t.Helper()
	i := slices.IndexFunc(a.Routes().s.Routes, func(r routes.Route) bool { return r.Procedure.ID == brief.ID })
	w := teller{Routes: a.Routes(), r: a.Routes().s.Routes[i], p: a.Routes().s.Routes[i].Procedure, t: a.texts(brief.ID)}
	for _, n := range all.Alerts {
		if n.Tone != Soft && !slices.ContainsFunc(brief.Alerts, func(b Notice) bool { return b.Text == n.Text }) {
			t.Errorf("%s, %s: not warned of %q", at, brief.ID, n.Text)
		}
		seen++
	}
	for _, y := range w.r.Whys {
		if text := w.why(y).Text; y.Code != routes.WhyFits && !strings.Contains(brief.Text, text) {
			t.Errorf("%s, %s: %q is not said", at, brief.ID, text)
		}
	}
	for _, s := range append(append(slices.Clone(all.Whys), all.Tells...), all.Details...) {
		for _, m := range []forms.Mark{forms.Unverified, forms.SecondHand} {
			mark := a.text(i18n.Key("mark." + m))
			if strings.Contains(s.Mark, mark) && !strings.Contains(brief.Law, mark) {
				t.Errorf("%s, %s: %q stands at %q, not in %q", at, brief.ID, mark, s.Text, brief.Law)
			}
			seen++
		}
	}
	if n := len([]rune(brief.Text)); n > 560 {
		t.Errorf("%s, %s: %d characters: %s", at, brief.ID, n, brief.Text)
	}
	return seen
}

// A limit with a day says on the brief card how it was counted, and by when to send
// it to be safe; routes that can run at the same time name each other in one line.
func TestBriefCardCountsAndNamesWhatRunsBeside(t *testing.T) {
	_, a := start(t, "en")
	card := facts(t, a, subpoena()).Cards[0]
	for _, want := range []string{"14 days later is 26 November 2026", "To be safe, send it by"} {
		if !strings.Contains(card.Counted, want) {
			t.Errorf("%q does not say %q", card.Counted, want)
		}
	}
	_, b := start(t, "en")
	for _, c := range facts(t, b, ways()["order"]).Cards {
		if c.ID == "eu-eevidence-order-challenge" && !strings.Contains(c.Law, "can run beside: \u2068GDPR complaint") {
			t.Errorf("beside the challenge: %q", c.Law)
		}
	}
}

// A route that has time limits never says that none is known, as long as which of
// them holds depends on facts that are still missing.
func TestLimitIsOpenWhereItsFactsAreMissing(t *testing.T) {
	_, a := start(t, "en")
	told := subpoena()
	delete(told, "facts.notice_how")
	delete(told, "facts.mailed")
	for _, c := range facts(t, a, told).Cards {
		if c.ID == bank && (c.Limit.Tone != Warn || c.Limit.Text != "Time limit not yet known") {
			t.Errorf("%+v", c.Limit)
		}
	}
}
