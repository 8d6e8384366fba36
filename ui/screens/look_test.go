package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// A change of colours and of the size of text in the middle of a word keeps the
// word, the caret and the keyboard, and sets everything where a window puts it that
// had this look from the beginning.
func TestLookChangesInPlace(t *testing.T) {
	open := func(before, after func()) (*vm.App, fyne.Window) {
		app, _, w := show(t, "en", map[string][]byte{})
		before()
		w.Resize(fyne.NewSize(1280, 1600)) // high enough that nothing scrolls
		begin(t, app, complaint).GoTo("events.account")
		typed(t, w, "One moning")
		for range 4 {
			press(w, fyne.KeyLeft)
		}
		after()
		return app, w
	}
	look := func() { SetLook(theme.DarkVariant, 1.75) }
	_, fresh := open(look, func() {})
	want := surveyed(fresh.Content(), usual).texts
	app, w := open(func() {}, look)
	got := surveyed(w.Content(), usual).texts
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Errorf("%v, from the beginning %v", got[i], want[i])
			}
		}
		t.Errorf("%d texts, from the beginning %d", len(got), len(want))
	}
	typed(t, w, "r")
	if got := value(t, app, "events.account", "text"); got != "One morning" {
		t.Errorf("typed on: %q", got)
	}
}

// Where large text leaves no room for the sections, a button shows them in the
// place of the page; choosing one leads to it.
func TestSideFoldsAway(t *testing.T) {
	app, r, w := show(t, "de", map[string][]byte{})
	SetLook(theme.LightVariant, 2)
	begin(t, app, complaint).GoTo("events.account")
	x := r.now.(*interview)
	if !x.side.box.Visible() {
		t.Error("no sections in the usual window")
	}
	w.Resize(small)
	if x.side.box.Visible() || !x.page.Visible() {
		t.Fatal("the sections have not folded away")
	}
	name := app.View().Interview.StepList
	for range 60 {
		if strings.HasSuffix(focused(w), name) {
			break
		}
		test.FocusNext(w.Canvas())
	}
	press(w, fyne.KeySpace)
	if !x.side.box.Visible() || x.page.Visible() {
		t.Fatalf("%q does not show the sections", focused(w))
	}
	look(t, "sections", w)
	w.Resize(small)
	x.side.steps[0].Tapped(nil)
	if !x.page.Visible() || x.side.box.Visible() || app.View().Interview.Steps[0].State != vm.StepCurrent {
		t.Error("choosing a section does not lead to it")
	}
}

// What is typed in a search stays when the look changes while it is open.
func TestLookKeepsOpenList(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, challenge).GoTo("person.address")
	for _, p := range r.now.(*interview).fields[0].parts {
		if p.choice != nil {
			p.choice.Open()
		}
	}
	typed(t, w, "Fr")
	before := w.Canvas().Focused().(*kit.Entry)
	SetLook(theme.ContrastVariant, 1.5)
	if w.Canvas().Focused() != fyne.Focusable(before) || before.Text() != "Fr" {
		t.Error("the search is gone")
	}
}
