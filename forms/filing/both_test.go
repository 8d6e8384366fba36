package filing_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/sample"
)

// TestOneCaseServesBoth proves that a case made for one procedure leaves open in
// the other only what the first does not ask, and then gives both documents.
func TestOneCaseServesBoth(t *testing.T) {
	m := maker(t)
	all := m.Library.Procedures()
	for _, first := range all {
		for _, second := range all {
			if first == second {
				continue
			}
			for c, err := range sample.Cases(first, 1, 20, sample.Options{On: on}) {
				if err != nil {
					t.Fatal(err)
				}
				checkOpen(t, first, second, c)
			}
			both := serving(t, first, second)
			for _, p := range []*forms.Procedure{first, second} {
				complete(t, m, filing.Request{Case: both, Procedure: p.ID, Language: "en"})
			}
		}
	}
}

// serving is a case made for one procedure and completed for another: the first
// whose answers do not close that one, as a representative may.
func serving(t *testing.T, first, second *forms.Procedure) forms.Case {
	t.Helper()
	for seed := uint64(5); seed < 45; seed++ {
		c, err := sample.Case(first, seed, sample.Options{On: on})
		if err != nil {
			t.Fatal(err)
		}
		if both, err := sample.Extend(second, c, seed, sample.Options{On: on}); err == nil {
			return both
		}
	}
	t.Fatalf("no case for %s serves %s", first.ID, second.ID)
	return forms.Case{}
}

func checkOpen(t *testing.T, first, second *forms.Procedure, c forms.Case) {
	t.Helper()
	before := interview.Resolve(first, c.Answers, on)
	asked := 0
	for _, sec := range interview.Resolve(second, c.Answers, on).Sections {
		for _, a := range sec.Asked {
			was, known := before.Ask(a.Path)
			if known && was.Done {
				asked++
				if !a.Done {
					t.Errorf("%s asks %s again, which %s has been told", second.ID, a.Path, first.ID)
				}
			}
		}
	}
	if asked < 8 {
		t.Errorf("%s and %s share only %d answers", first.ID, second.ID, asked)
	}
}
