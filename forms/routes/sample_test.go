package routes_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/forms/sample"
	"recourse/i18n"
)

// TestAnyFacts proves of sampled facts that each question of the facts is reached
// and answered in every way, that the same facts give the same survey, that its
// routes stand in the order of their states, and that every reason and statement
// has words in every language that the procedure is asked in.
func TestAnyFacts(t *testing.T) {
	lib := shipped(t)
	seen := map[string]bool{}
	for c, err := range sample.Cases(lib.Facts(), 1, 40, sample.Options{On: today, Language: "en"}) {
		if err != nil {
			t.Fatal(err)
		}
		s := routes.Make(world(lib), c, today)
		if again := routes.Make(world(lib), c, today); !reflect.DeepEqual(allOf(s), allOf(again)) {
			t.Error("not the same twice")
		}
		if !slices.IsSortedFunc(s.Routes, func(a, b routes.Route) int {
			return slices.Index(routes.States(), a.State) - slices.Index(routes.States(), b.State)
		}) {
			t.Errorf("out of order: %q", allOf(s))
		}
		for _, r := range s.Routes {
			checkWords(t, lib, r)
		}
		note(seen, s.Facts.Known)
	}
	for q := range lib.Facts().Questions() {
		for _, o := range q.Options {
			if !seen[fmt.Sprint(q.ID, " ", o.Code)] {
				t.Errorf("no sample answers %s with %s", q.ID, o.Code)
			}
		}
		if !seen[string(q.ID)] {
			t.Errorf("no sample answers %s", q.ID)
		}
	}
}

// allOf writes every route of a survey, those for another matter too.
func allOf(s routes.Survey) []string {
	var out []string
	for _, r := range s.Routes {
		out = append(out, fmt.Sprint(r.Procedure.ID, r.State, r.Fit, r.Urgency, r.Missing, r.Whys))
	}
	return out
}

func checkWords(t *testing.T, lib *packs.Library, r routes.Route) {
	t.Helper()
	for _, tag := range lib.AskLanguages(r.Procedure.ID) {
		words, _ := lib.Texts(r.Procedure.ID, tag)
		keys := []i18n.Key{r.State.Key()}
		for _, w := range r.Whys {
			if w.Text == "" {
				keys = append(keys, w.Code.Key())
			} else {
				keys = append(keys, w.Text)
			}
		}
		for _, x := range r.Tells {
			keys = append(keys, r.Procedure.Key("ask.w", x.ID))
		}
		for _, k := range keys {
			if !words.Has(k) {
				t.Errorf("%s: no words for %s in %s", r.Procedure.ID, k, tag)
			}
		}
	}
}

// note remembers what was answered.
func note(seen map[string]bool, known forms.Answers) {
	for at, a := range known.All() {
		id := at.Question()
		switch v := a.Value.(type) {
		case nil:
			continue
		case forms.Choice:
			seen[fmt.Sprint(id, " ", v)] = true
		case forms.Multi:
			for _, code := range v {
				seen[fmt.Sprint(id, " ", code)] = true
			}
		}
		seen[string(id)] = true
	}
}
