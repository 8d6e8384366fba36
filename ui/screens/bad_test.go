package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/vm"
)

// A paste of 500 KB with control and bidi characters is answered in words, keeps
// what was typed and all that is seen of the pasted text, and the page goes on.
func TestHugePaste(t *testing.T) {
	app, _, w := show(t, "de", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.account")
	typed(t, w, "Zuerst. ")
	line := "Am 14.11. \u202eevil\u202c شكوى رقم 12\x00\x1b und weiter.\r\n"
	fyne.CurrentApp().Clipboard().SetContent(strings.Repeat(line, 500_000/len(line)))
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	typed(t, w, "Danach.")
	got := value(t, app, "events.account", "text")
	if !strings.HasPrefix(got, "Zuerst. Am 14.11. evil شكوى رقم 12") || !strings.HasSuffix(got, "und weiter.\nDanach.") || strings.ContainsAny(got, "\u202e\x00\r") {
		t.Errorf("%d characters begin with %.40q and end with %q", len(got), got, got[len(got)-30:])
	}
	said := ""
	for _, x := range surveyed(w.Content(), usual).texts {
		said += x.text + " "
	}
	for _, words := range []string{"verborgene Zeichen wurden", "langen Text"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not said", words)
		}
	}
	look(t, "after the paste", w)
	app.Interview().Continue()
	if app.View().Interview.Fields[0].Problem == nil {
		t.Error("nobody says that it is too long")
	}
	look(t, "with the problem", w)
	app.Interview().Continue()
	if app.View().Interview.Key == "events.account" {
		t.Error("it does not go on")
	}
}

// Files that are dropped where none is wanted are answered in words, and nothing
// changes; the answer is closed by keyboard.
func TestDropNowhere(t *testing.T) {
	app, r, w := show(t, "ar", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.account")
	typed(t, w, "before")
	r.Drop(fyne.NewPos(500, 300), []string{"/secret.pdf"})
	if told := app.View().Bar.Told; told == nil || strings.Contains(told.What+told.Means+told.Next, "secret") {
		t.Errorf("said %+v", told)
	}
	look(t, "dropped", w)
	app.Dismiss()
	typed(t, w, " after")
	if got := value(t, app, "events.account", "text"); got != "before after" || app.View().Bar.Told != nil {
		t.Errorf("%q stands there", got)
	}
}

// An item of a list is moved by its buttons and by Alt with the arrows, keeps the
// keyboard, and what is removed is brought back from where the keyboard then is.
func TestItemsMoveByKeyboard(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint)
	store(t, app, complaint, "en")
	list := vm.Path("exhibits.list")
	for range 3 {
		app.Interview().GoTo(list)
		app.Interview().AddItem(list)
	}
	app.Interview().GoTo(list)
	ids := func() []string {
		var out []string
		for _, it := range app.View().Interview.Fields[0].Items {
			out = append(out, it.ID)
		}
		return out
	}
	f := r.now.(*interview).fields[0]
	before := ids()
	last := len(before) - 1
	f.rows[last].up.FocusOn(w.Canvas())
	press(w, fyne.KeySpace)
	if got := ids(); got[last-1] != before[last] || !f.rows[last-1].up.Focused() {
		t.Fatalf("%v became %v, the keyboard is on %q", before, got, focused(w))
	}
	r.MoveItem(-last)
	if got := ids(); got[0] != before[last] || !f.rows[0].change.Focused() {
		t.Errorf("%v became %v, the keyboard is on %q", before, got, focused(w))
	}
	f.removeItem(list, before[last])
	if got := focused(w); got != app.View().Interview.Undo.Label {
		t.Fatalf("the keyboard is on %q", got)
	}
	press(w, fyne.KeySpace)
	if got := ids(); got[0] != before[last] || len(got) != len(before) {
		t.Errorf("brought back %v", got)
	}
	app.Interview().GoTo("events.account")
	if r.MoveItem(1) {
		t.Error("moves what is not there")
	}
	test.FocusNext(w.Canvas())
}
