package vm

import (
	"strings"
	"testing"
)

// bare is a text without the marks that set apart what was put into it.
func bare(s string) string { return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(s) }

// What the check does not always show unfolds in its place, and folds again: the
// sections with their answers and a way to each, how a limit was counted, why a
// question that stands open is asked.
func TestCheckUnfolds(t *testing.T) {
	_, a := begin(t, "en", challenge)
	finish(t, a, challenge, 4, "en", "en")
	v := a.Interview()
	v.Choose("order.notice", codeYes)
	v.Choose("order.limit_form", "last-day")
	v.Set("order.last_day", "text", "14 December 2026")
	a.openCheck()
	s := a.View().Check.Checked
	if s.Fold.Open || !strings.Contains(s.Text, "answers checked") || len(s.Sections) < 3 || len(s.Limits) == 0 {
		t.Fatalf("%+v", s)
	}
	if got := s.Limits[0]; bare(got.Text) != "In time: file by Mon 14 Dec 2026, as your notice says" || got.Fold.Open || got.Fold.Words != "How this was counted" {
		t.Errorf("the limit: %+v", got)
	}
	a.Check().Unfold(s.Limits[0].Fold.Key)
	if got := a.View().Check.Checked; !got.Limits[0].Fold.Open || got.Limits[0].Fold.Words != "Hide" || got.Fold.Open {
		t.Errorf("unfolded: %+v", got)
	}
	a.Check().Unfold(s.Limits[0].Fold.Key)
	if a.View().Check.Checked.Limits[0].Fold.Open {
		t.Error("it does not fold again")
	}
	last := s.Sections[len(s.Sections)-1]
	a.Check().GoToSection(last.Section)
	if x := a.View().Interview; x == nil || x.Steps[last.Section].State != StepCurrent || x.Steps[last.Section].Title != last.Title {
		t.Errorf("the way to %q leads elsewhere", last.Title)
	}
}

// A question that is missing says why it is asked, in the words of its page.
func TestCheckSaysWhy(t *testing.T) {
	_, a := begin(t, "de", complaint)
	a.openCheck()
	told := 0
	for _, it := range a.View().Check.Problems {
		if it.Why == "" {
			continue
		}
		told++
		a.Check().Unfold(it.Fold.Key)
		a.View()
		if it.Fold.Words == "" || it.Fold.Open || strings.Contains(it.Why, "⟦") {
			t.Errorf("%s: %+v", it.At, it)
		}
	}
	for _, it := range a.View().Check.Problems {
		if (it.Why != "") != it.Fold.Open {
			t.Errorf("%s is not shown", it.At)
		}
	}
	if told == 0 {
		t.Error("no question has a reason")
	}
}

// The number of things that are missing is said in words as far as ten.
func TestMissingInWords(t *testing.T) {
	for _, c := range []struct {
		lang Tag
		n    int
		want string
	}{
		{"en", 1, "Almost ready: one thing is missing"}, {"en", 3, "Still missing: three things"}, {"en", 12, "Still missing: 12 things"},
		{"fr", 2, "Il manque encore deux éléments"}, {"de", 10, "Es fehlen noch zehn Dinge"},
		{"ar", 2, "أوشكت على الانتهاء: ينقص أمران"}, {"ar", 5, "ما زالت تنقص خمسة أمور"}, {"ar", 11, "ما زال ينقص 11 أمرًا"},
	} {
		_, a := begin(t, c.lang, complaint)
		a.openCheck()
		items := make([]CheckItem, c.n)
		for i := range items {
			items[i].Blocking = true
		}
		if got := bare(a.Check().title(items)); got != c.want {
			t.Errorf("%s, %d: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}
