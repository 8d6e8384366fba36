package filing_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/sample"
)

// TestOneCaseServesBoth proves that a case made for one procedure leaves open in any
// other only what the first does not ask, and that with what the next of them asks
// it gives the documents of both.
func TestOneCaseServesBoth(t *testing.T) {
	m := maker(t)
	all := m.Library.Procedures()
	for i, first := range all {
		var cases []forms.Case
		for c, err := range sample.Cases(first, 1, 20, sample.Options{On: on}) {
			if err != nil {
				t.Fatal(err)
			}
			cases = append(cases, c)
		}
		for _, second := range all {
			for _, c := range cases {
				if second != first {
					checkOpen(t, first, second, c)
				}
			}
		}
		second := all[(i+1)%len(all)]
		both := serving(t, second, cases)
		for _, p := range []*forms.Procedure{first, second} {
			complete(t, m, filing.Request{Case: both, Procedure: p.ID, Language: "en"})
		}
	}
}

// serving completes for a procedure the first of the cases whose answers do not
// close it, as those of a representative may.
func serving(t *testing.T, p *forms.Procedure, cases []forms.Case) forms.Case {
	t.Helper()
	for _, c := range cases {
		if both, err := sample.Extend(p, c, 5, sample.Options{On: on}); err == nil {
			return both
		}
	}
	t.Fatalf("no case serves %s", p.ID)
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
	if asked < 5 { // who the person is, how to reach them, place and day of the signature
		t.Errorf("%s and %s share only %d answers", first.ID, second.ID, asked)
	}
}
