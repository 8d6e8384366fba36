package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/vm"
)

// period is the question that is asked by two days.
const period vm.Path = "events.period"

// periodPart finds a part of the period on the page.
func periodPart(t *testing.T, r *Root, name string) *part {
	t.Helper()
	for _, p := range r.now.(*interview).fields[0].parts {
		if p.made.Name == name {
			return p
		}
	}
	t.Fatalf("the period has no part %s", name)
	return nil
}

// asked is a part of the period as the view has it.
func asked(t *testing.T, app *vm.App, name string) vm.Part {
	t.Helper()
	for _, p := range app.View().Interview.Fields[0].Parts {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("the period has no part %s", name)
	return vm.Part{}
}

// Both ends of a period are filled by keyboard alone, and a change of language in the
// middle of either keeps what stands in all boxes, the keyboard and the caret.
func TestPeriodByKeyboard(t *testing.T) {
	for _, lang := range []vm.Tag{"en", "ar"} {
		other := map[vm.Tag]vm.Tag{"en": "ar", "ar": "en"}[lang]
		app, _, w := show(t, lang, map[string][]byte{})
		begin(t, app, complaint).GoTo(period)
		for _, text := range []string{"1", "3"} {
			typed(t, w, text)
			test.FocusNext(w.Canvas())
		}
		typed(t, w, "20")
		app.SetLanguage(other)
		typed(t, w, "26")
		if got := value(t, app, period, "from"); got != "2026-3-1" {
			t.Errorf("%s: the first day is %q", lang, got)
		}
		tabTo(t, w, asked(t, app, "to").Label)
		typed(t, w, "14")
		test.FocusNext(w.Canvas())
		typed(t, w, "1")
		app.SetLanguage(lang)
		typed(t, w, "1")
		if got := value(t, app, period, "to"); got != "?-11-14" {
			t.Errorf("%s: in the middle of the last day: %q", lang, got)
		}
		if f := app.View().Interview.Fields[0]; f.Problem != nil {
			t.Errorf("%s: a problem before it is whole: %+v", lang, f.Problem)
		}
		test.FocusNext(w.Canvas())
		typed(t, w, "2026")
		test.FocusNext(w.Canvas())
		if from, to := value(t, app, period, "from"), value(t, app, period, "to"); from != "2026-3-1" || to != "2026-11-14" {
			t.Errorf("%s: from %q to %q", lang, from, to)
		}
		if f := app.View().Interview.Fields[0]; f.Problem != nil {
			t.Errorf("%s: a problem: %+v", lang, f.Problem)
		}
	}
}

// Each end has its own calendar, which fills its own boxes; and an end that is said to
// be open has none, while the keyboard stays on what said so.
func TestPeriodHasCalendars(t *testing.T) {
	app, r, w := show(t, "ar", map[string][]byte{})
	begin(t, app, complaint).GoTo(period)
	for _, end := range []string{"to", "from"} {
		r.now.begin()
		tabTo(t, w, asked(t, app, end).Calendar)
		press(w, fyne.KeySpace)
		if got := focused(w); !strings.Contains(got, "23") {
			t.Errorf("%s: the calendar begins at %q", end, got)
		}
		press(w, fyne.KeyRight) // from right to left: the day before
		press(w, fyne.KeyReturn)
		if got := periodPart(t, r, end).date.Value(); got != "22 11 2026" {
			t.Errorf("%s: the boxes have %q", end, got)
		}
	}
	r.now.begin()
	tabTo(t, w, asked(t, app, "to.precision").Label)
	for range 3 {
		press(w, fyne.KeyDown)
	}
	if parts := app.View().Interview.Fields[0].Parts; len(parts) != 3 || focused(w) != asked(t, app, "to.precision").Label {
		t.Errorf("%d parts, the keyboard is on %q", len(parts), focused(w))
	}
	press(w, fyne.KeyUp)
	press(w, fyne.KeyUp)
	if got := periodPart(t, r, "to").date.Value(); got != "22 11 2026" {
		t.Errorf("what stood there before is %q", got)
	}
}

// Only the end that cannot be read is marked.
func TestPeriodMarksTheEnd(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint).GoTo(period)
	for _, text := range []string{"31", "2", "2026"} {
		typed(t, w, text)
		test.FocusNext(w.Canvas())
	}
	if !periodPart(t, r, "from").wrong || periodPart(t, r, "to").wrong {
		t.Errorf("marked: from %t, to %t", periodPart(t, r, "from").wrong, periodPart(t, r, "to").wrong)
	}
}
