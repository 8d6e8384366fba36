package filing_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// printedLists are the list for a fraud in each language, without facts.
func printedLists(t *testing.T, m filing.Maker) []filing.Document {
	t.Helper()
	l, ok := m.Library.Checklist("fraud")
	if !ok {
		t.Fatal("there is no list for a fraud")
	}
	var out []filing.Document
	for _, tag := range m.Library.AskLanguages(packs.FactsID) {
		d, err := m.List(l, interview.Resolve(m.Library.Facts(), forms.Answers{}, on), tag)
		if err != nil || len(d.PDF) == 0 || len(d.Problems) > 0 {
			t.Fatalf("%s: %v, %v", tag, d.Problems, err)
		}
		out = append(out, d)
	}
	return out
}

// TestListsSayAll proves that every list is printed with each of its items that
// the facts do not leave out, says that it is practical advice, is the same twice,
// and names nobody.
func TestListsSayAll(t *testing.T) {
	m := maker(t)
	facts := interview.Resolve(m.Library.Facts(), forms.NewAnswers(map[forms.Path]forms.Answer{
		"facts.matter": {Value: forms.Multi{"data"}}, "data.kinds": {Value: forms.Multi{"contact"}},
		"person.name": {Value: forms.Person{Given: "Ada", Family: "Lovelace"}},
	}), on)
	words, _ := m.Library.Texts(packs.FactsID, "en")
	for _, l := range m.Library.Checklists() {
		d, err := m.List(l, facts, "en")
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := m.List(l, facts, "en"); !bytes.Equal(d.PDF, again.PDF) {
			t.Errorf("%s: not the same twice", l.ID)
		}
		text := doc.Text(d.Content)
		if !strings.Contains(text, "practical advice") || strings.Contains(text, "Lovelace") {
			t.Errorf("%s:\n%s", l.ID, text)
		}
		for _, g := range l.Groups {
			for _, i := range g.Items {
				out := !i.When.IsZero() && i.When.Eval(facts.Env("")) == cond.No
				if strings.Contains(text, words.Plain(i18n.Key("ask.li."+i.ID), nil)) == out {
					t.Errorf("%s: item %s is there: %t", l.ID, i.ID, !out)
				}
			}
		}
	}
	var unknown *filing.UnknownError
	if _, err := m.List(m.Library.Checklists()[0], facts, "xx"); !errors.As(err, &unknown) {
		t.Errorf("a language that is not there: %v", err)
	}
}
