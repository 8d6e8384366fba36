package sample_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/sample"
)

var on = forms.Date{Year: 2026, Month: 11, Day: 23}

func library(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := packs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestComplete proves that the samples of 200 seeds are complete.
func TestComplete(t *testing.T) {
	for _, p := range library(t).Procedures() {
		for c, err := range sample.Cases(p, 1, 200, sample.Options{On: on}) {
			if err != nil {
				t.Fatal(err)
			}
			if s := interview.Resolve(p, c.Answers, on); !s.Complete() {
				t.Errorf("%s: %v", p.ID, s.Problems)
			}
		}
	}
}
