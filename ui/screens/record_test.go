package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/vm"
)

// A filing is recorded by keyboard alone, in every language, in the smallest window;
// what is typed stays in its field when the language changes.
func TestRecordByKeyboard(t *testing.T) {
	for _, lang := range []vm.Tag{"en", "fr", "de", "ar"} {
		app, r, w := show(t, lang, map[string][]byte{})
		w.Resize(fyne.NewSize(1024, 700))
		app.Start().Submit(secret)
		store(t, app, complaint, lang)
		for app.Check() == nil {
			app.Interview().Continue()
		}
		tabTo(t, w, app.View().Check.Record.Button)
		press(w, fyne.KeySpace)
		if app.Record() == nil {
			t.Fatal("the button does not lead to the record")
		}
		look(t, "record", w)
		tabTo(t, w, app.View().Record.Save)
		press(w, fyne.KeySpace)
		look(t, "record, refused", w)
		r.now.begin()
		for _, text := range []string{"12", "11", "2026"} {
			typed(t, w, text)
			test.FocusNext(w.Canvas())
		}
		way := r.now.(*record).selects[recordChannel]
		tabTo(t, w, app.View().Record.Channel.Label)
		if way.Chosen() >= 0 {
			t.Errorf("%s: sent by %q before anything was chosen", lang, way.Value())
		}
		press(w, fyne.KeyDown)
		if way.Chosen() != 0 || way.Value() == "" {
			t.Errorf("%s: chosen is %q", lang, way.Value())
		}
		for range app.View().Record.Channel.Options[1:] {
			press(w, fyne.KeyDown)
		}
		if way.Chosen() >= 0 {
			t.Errorf("%s: taken back, it shows %q", lang, way.Value())
		}
		tabTo(t, w, app.View().Record.Reference.Label)
		typed(t, w, "RR 12")
		app.SetLanguage("en")
		typed(t, w, "3")
		if got := app.View().Record.Reference.Value; got != "RR 123" {
			t.Errorf("%s: %q", lang, got)
		}
		tabTo(t, w, app.View().Record.Save)
		press(w, fyne.KeySpace)
		if s := app.View().Check; s == nil || !s.Record.Filed {
			t.Fatalf("%s: not recorded: %+v", lang, app.View().Record)
		}
		look(t, "check, filed", w)
	}
}
