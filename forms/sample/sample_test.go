package sample_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/sample"
)

var on = forms.Date{Year: 2026, Month: 11, Day: 23}

// strict is the library of all tests, read once; it never changes.
var strict = sync.OnceValues(packs.Embedded)

func library(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := strict()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestCoverage proves that the first twenty samples of each procedure are
// complete and choose every option that leaves the procedure open, skip in both
// ways, nest repeats, leave dates uncertain, and write long texts and texts in
// Latin, Greek, Cyrillic and Arabic script.
func TestCoverage(t *testing.T) {
	for _, p := range library(t).Procedures() {
		t.Run(string(p.ID), func(t *testing.T) {
			seen := map[string]bool{}
			var samples []forms.Case
			for c, err := range sample.Cases(p, 1, 20, sample.Options{On: on}) {
				if err != nil {
					t.Fatal(err)
				}
				samples = append(samples, c)
				s := interview.Resolve(p, c.Answers, on)
				if !s.Complete() {
					t.Errorf("%v", s.Problems)
				}
				for at, a := range s.Known.All() {
					note(seen, at, a)
				}
			}
			for _, want := range wanted(p) {
				id, code, isOption := strings.Cut(want, "=")
				if !seen[want] && !(isOption && closes(p, samples, forms.ID(id), code)) {
					t.Errorf("no sample has %s", want)
				}
			}
		})
	}
}

func note(seen map[string]bool, at forms.Path, a forms.Answer) {
	id := string(at.Question())
	seen["skip "+string(a.Skip)] = true
	if at.Depth() == 2 {
		seen["a repeat two deep"] = true
	}
	switch v := a.Value.(type) {
	case forms.Choice:
		seen[id+"="+string(v)] = true
	case forms.Multi:
		for _, code := range v {
			seen[id+"="+code] = true
		}
	case forms.YesNo:
		seen[fmt.Sprint(id, "=", bool(v))] = true
	case forms.When:
		seen["date "+string(v.Precision)] = true
	case forms.Prose:
		seen["prose in "+string(v.Lang)] = true
		seen["a text of several pages"] = seen["a text of several pages"] || len(v.Words) > 6000
		seen["a translation"] = seen["a translation"] || len(v.Translations) > 0
	}
}

// closes tells whether an option closes the procedure wherever it is offered, so
// that no complete sample can have it.
func closes(p *forms.Procedure, samples []forms.Case, id forms.ID, code string) bool {
	for _, c := range samples {
		for at := range c.Answers.All() {
			q := p.Question(id)
			if at.Question() != id || q.Kind == forms.KindYesNo {
				continue
			}
			var v forms.Value = forms.Choice(code)
			if q.Kind == forms.KindMulti {
				v = forms.Multi{code}
			}
			s := interview.Resolve(p, c.Answers.With(at, forms.Answer{Value: v}), on)
			if !slices.ContainsFunc(s.Problems, func(p forms.Problem) bool {
				return p.Code == forms.Stopped || p.Code == forms.OtherRoute || p.Code == forms.OptionClosed
			}) {
				return false
			}
		}
	}
	return true
}

func wanted(p *forms.Procedure) []string {
	out := []string{"skip dont-know", "skip prefer-not", "date exact", "date about", "date year", "a text of several pages", "a translation",
		"prose in en", "prose in fr", "prose in de", "prose in ar", "prose in el", "prose in ru"}
	for q, around := range p.Questions() {
		if len(around) == 2 {
			out = append(out, "a repeat two deep")
		}
		for _, o := range q.Options {
			if len(q.Options) <= 20 { // of more options, twenty seeds cannot choose each
				out = append(out, string(q.ID)+"="+o.Code)
			}
		}
		if q.Kind == forms.KindYesNo {
			out = append(out, string(q.ID)+"=true", string(q.ID)+"=false")
		}
	}
	return out
}

// TestSameSeedSameCase proves that a seed always gives the same bytes.
func TestSameSeedSameCase(t *testing.T) {
	p := library(t).Procedures()[0]
	var first []byte
	for range 2 {
		c, err := sample.Case(p, 7, sample.Options{On: on})
		if err != nil {
			t.Fatal(err)
		}
		data, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, data) {
			t.Error("not the same bytes")
		}
		first = data
	}
}
