package screens

import (
	"bytes"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// typed types into what has the keyboard.
func typed(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	for _, r := range text {
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatal("nothing has the keyboard")
		}
		if k, ok := f.(desktop.Keyable); ok { // a key goes down before its character comes
			k.KeyDown(&fyne.KeyEvent{})
		}
		f.TypedRune(r)
	}
}

func press(w fyne.Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// value is what the view says of a part.
func value(t *testing.T, app *vm.App, at vm.Path, part string) string {
	t.Helper()
	for _, f := range app.View().Interview.Fields {
		for _, p := range f.Parts {
			if f.Key == at && p.Name == part {
				return p.Value
			}
		}
	}
	t.Fatalf("no part %s of %s", part, at)
	return ""
}

// focused is the name of what has the keyboard.
func focused(w fyne.Window) string {
	switch f := w.Canvas().Focused().(type) {
	case nil:
		return ""
	case kit.Accessible:
		return f.Name()
	case fyne.Accessible:
		return f.AccessibilityLabel()
	}
	return "?"
}

// tabTo goes on with Tab to what begins with a name.
func tabTo(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	for range 80 {
		if strings.HasPrefix(focused(w), name) {
			return
		}
		test.FocusNext(w.Canvas())
	}
	t.Fatalf("Tab does not lead to %q", name)
}

// The field that is typed in keeps the keyboard and its widget while the page
// around it changes.
func TestKeyedUpdateKeepsFocus(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	v := begin(t, app, complaint)
	v.GoTo("events.account")
	before := w.Canvas().Focused()
	field := r.now.(*interview).fields[0]
	typed(t, w, "One morning")
	if w.Canvas().Focused() != before || r.now.(*interview).fields[0] != field {
		t.Error("the field lost the keyboard, or was drawn anew")
	}
	if got := value(t, app, "events.account", "text"); got != "One morning" {
		t.Errorf("typed %q", got)
	}
	v.Choose("events.kinds", "breach", "disclosure")
	typed(t, w, " in May")
	if got := value(t, app, "events.account", "text"); got != "One morning in May" {
		t.Errorf("after more sections: %q", got)
	}
}

// A change of language in the middle of a word keeps the word, the keyboard and
// the caret.
func TestLanguageSwitchKeepsCaret(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.account")
	typed(t, w, "14 Nov 2026")
	for range 5 {
		press(w, fyne.KeyLeft)
	}
	app.SetLanguage("ar")
	typed(t, w, "ember")
	if got := value(t, app, "events.account", "text"); got != "14 November 2026" {
		t.Errorf("after the switch: %q", got)
	}
	if !app.View().RTL {
		t.Error("the window is not in Arabic")
	}
}

// A date in boxes keeps what stands in them, the keyboard and the caret when the
// language changes in the middle of it; what is not there yet is no answer.
func TestLanguageSwitchKeepsBoxes(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.learned")
	typed(t, w, "14")
	test.FocusNext(w.Canvas())
	typed(t, w, "1")
	app.SetLanguage("ar")
	typed(t, w, "1")
	if f := app.View().Interview.Fields[0]; f.Problem != nil {
		t.Errorf("a problem before it is whole: %+v", f.Problem)
	}
	if got := value(t, app, "events.learned", "text"); got != "?-11-14" {
		t.Errorf("in the middle: %q", got)
	}
	test.FocusNext(w.Canvas())
	typed(t, w, "2026")
	if got := value(t, app, "events.learned", "text"); got != "2026-11-14" {
		t.Errorf("at the end: %q", got)
	}
	if f := app.View().Interview.Fields[0]; f.Problem != nil {
		t.Errorf("a problem: %+v", f.Problem)
	}
}

// A whole date typed or pasted into the first box goes to all when the keyboard
// leaves.
func TestWholeDateInOneBox(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.learned")
	typed(t, w, "14 Nov 2026")
	date := r.now.(*interview).fields[0].parts[0].date
	if got := date.Values(); got[0] != "14 Nov 2026" {
		t.Errorf("while typing: %q", got)
	}
	test.FocusNext(w.Canvas())
	if got := date.Value(); got != "14 11 2026" {
		t.Errorf("after leaving: %q", got)
	}
}

// A passphrase stays in its field when the language changes.
func TestLanguageSwitchKeepsPassphrase(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	typed(t, w, secret[:4])
	app.SetLanguage("de")
	typed(t, w, secret[4:])
	press(w, fyne.KeyReturn)
	if app.Cases() == nil {
		t.Errorf("the vault did not open: %+v", app.View().Form)
	}
}

// Tab goes through the fields of the page, then to the bar below it.
func TestTabOrder(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	begin(t, app, challenge).GoTo("person.address")
	s := app.View().Interview
	var want []string
	for _, p := range s.Fields[0].Parts {
		want = append(want, p.Label)
	}
	want = append(want, "‹ "+s.Back, s.Continue+" ›", s.Steps[0].Title)
	for i, name := range want {
		if got := focused(w); !strings.HasPrefix(got, name) {
			t.Errorf("place %d: %q, want %q", i, got, name)
		}
		test.FocusNext(w.Canvas())
	}
}

// The whole way from the locked vault to a saved PDF without a mouse.
func TestByKeyboardAlone(t *testing.T) {
	files := map[string][]byte{}
	app, _, w := show(t, "fr", files)
	typed(t, w, secret)
	press(w, fyne.KeyReturn)
	press(w, fyne.KeySpace) // a new case, by its facts
	press(w, fyne.KeyDown)
	press(w, fyne.KeySpace) // nobody is in danger
	tabTo(t, w, "‹ ")
	test.FocusNext(w.Canvas()) // past what is not known yet
	tabTo(t, w, app.View().Interview.Continue)
	press(w, fyne.KeySpace)
	press(w, fyne.KeySpace) // the first matter
	tabTo(t, w, app.View().Interview.Known)
	press(w, fyne.KeySpace)
	press(w, fyne.KeySpace) // the first procedure
	press(w, fyne.KeySpace) // begin
	if app.Interview() == nil || app.View().Interview.Key == "" {
		t.Fatal("the interview did not begin")
	}
	press(w, fyne.KeySpace) // the first option
	chosen := false
	for _, o := range app.View().Interview.Fields[0].Options {
		chosen = chosen || o.Chosen
	}
	if !chosen {
		t.Error("space chooses nothing")
	}
	store(t, app, complaint, "fr")
	for app.Check() == nil {
		app.Interview().Continue()
	}
	tabTo(t, w, app.View().Check.Exports[0].Label)
	press(w, fyne.KeySpace)  // asks where
	press(w, fyne.KeyReturn) // there
	s := app.View().Check
	if s.Done == "" || !bytes.HasPrefix(files[s.Exports[0].Path], []byte("%PDF")) {
		t.Errorf("nothing was saved: %q, %+v", s.Done, s.Problem)
	}
}

// A case is removed only after the dialog, whose first button keeps it.
func TestRemoveAsks(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint)
	app.GoHome()
	row := app.View().Cases.Rows[0]
	r.now.(*cases).ask(row)
	press(w, fyne.KeySpace)
	if len(app.View().Cases.Rows) != 1 {
		t.Fatal("removed without being asked to")
	}
	r.now.(*cases).ask(row)
	test.FocusNext(w.Canvas())
	press(w, fyne.KeySpace)
	if len(app.View().Cases.Rows) != 0 {
		t.Error("not removed")
	}
}

// A button that is drawn anew by its own press keeps the keyboard: Tab goes on from
// there.
func TestSkipKeepsKeyboard(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.learned_how")
	skips := app.View().Interview.Fields[1].Skips
	last := skips[len(skips)-1].Label
	tabTo(t, w, last)
	for _, want := range []string{"✓  " + last, last} {
		press(w, fyne.KeySpace)
		if got := focused(w); got != want {
			t.Errorf("%q has the keyboard, want %q", got, want)
		}
	}
	test.FocusNext(w.Canvas())
	if got := focused(w); !strings.HasPrefix(got, "‹ ") {
		t.Errorf("Tab goes on to %q", got)
	}
}

// A page that asks for files alone, of which there are none yet, has the keyboard on
// the way to choose one.
func TestFilePageHasKeyboard(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	v := begin(t, app, complaint)
	v.Choose("events.kinds", "breach")
	v.Choose(vm.Path(complaint+".breach_told"), "yes")
	v.GoTo(vm.Path(complaint + ".breach_notice"))
	if got, want := focused(w), app.View().Interview.Fields[0].Drop.Choose; got != want {
		t.Errorf("%q has the keyboard, want %q", got, want)
	}
}
