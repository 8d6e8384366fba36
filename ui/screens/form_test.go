package screens

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"recourse/i18n"
	"recourse/storage"
	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// fresh is the program where there is no vault yet.
func fresh(t *testing.T, lang vm.Tag) (*vm.App, *Root, fyne.Window) {
	t.Helper()
	app, r, w := showDressed(t, lang, map[string][]byte{})
	shelf.made = false
	app.Start().Submit(secret)
	app.Lock() // and begins anew, where there is nothing
	r.Begin()
	if app.View().Form == nil || app.View().Form.Key != "first.language" {
		t.Fatalf("begins with %+v", app.View().Form)
	}
	return app, r, w
}

// Every page of the first start, of unlocking and of the care of the vault stands
// in every language, with text of its usual size and of twice that: see look.
func TestEveryFormInEveryLanguage(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		for variant, walk := range map[theme.Variant]func(*testing.T, vm.Tag){theme.LightVariant: first, theme.DarkVariant: care} {
			dress(variant, scale)
			for _, lang := range i18n.Locales() {
				t.Run(fmt.Sprintf("%s, %s, %.0f %%", lang, variant, 100*scale), func(t *testing.T) { walk(t, lang) })
			}
		}
	}
}

// press presses buttons of the forms that follow on one another, and looks at each.
func walkForms(t *testing.T, app *vm.App, w fyne.Window, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if app.Form() == nil {
			t.Fatalf("no form to press %s on", key)
		}
		if key == "back" {
			app.Form().Back()
		} else {
			app.Form().Press(key)
		}
		if f := app.View().Form; f != nil {
			look(t, f.Key+" after "+key, w)
		}
	}
}

// set types into a field of the form.
func set(app *vm.App, key, text string) { app.Form().Set(key, text) }

// words are those that the form shows to write down.
func words(app *vm.App) string {
	for _, p := range app.View().Form.Parts {
		if p.Kind == vm.FormWords {
			return p.Lines[0]
		}
	}
	return ""
}

// first goes through the first start with slips.
func first(t *testing.T, lang vm.Tag) {
	app, _, w := fresh(t, lang)
	look(t, "language", w)
	walkForms(t, app, w, "go", "threats", "back", "go", "restore")
	app.Form().Choose("by", "key")
	walkForms(t, app, w, "go", "back", "go", "own-choice")
	set(app, "own", "abcdefghijklmnop")
	walkForms(t, app, w, "toggle.own", "drawn", "draw")
	drawn := words(app)
	walkForms(t, app, w, "go", "go")
	set(app, "again", drawn)
	walkForms(t, app, w, "go", "go")
	set(app, "key", "wrong")
	walkForms(t, app, w, "go")
	set(app, "key", "AGE-SECRET-KEY-1QQQQ")
	walkForms(t, app, w, "go", "go")
	if app.Cases() == nil {
		t.Fatalf("the first start does not end: %+v", app.View().Form)
	}
}

// care goes through all that takes care of an open vault.
func care(t *testing.T, lang vm.Tag) {
	app, _, w := showDressed(t, lang, map[string][]byte{})
	look(t, "unlock", w)
	for range 4 {
		app.Start().Submit("wrong words")
	}
	look(t, "unlock, waiting", w)
	walkForms(t, app, w, "recover", "back")
	app, _, w = showDressed(t, lang, map[string][]byte{})
	shelf.findings = []storage.Finding{{Kind: storage.Copy, Case: "0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10", File: "c/x/draft.2 (conflicted copy).age"}, {Kind: storage.Damaged, File: "m/0b.3.age"}}
	shelf.versions = []storage.Version{{Name: "draft.2 (conflicted copy).age", Rev: 2, Modified: time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)}}
	app.Start().Submit(secret)
	look(t, "cases with banners", w)
	app.PressBanner("found")
	look(t, "found", w)
	app.Form().Back()
	app.OpenSettings()
	look(t, "settings", w)
	walkForms(t, app, w, "verify", "back", "change-passphrase", "go", "go", "back", "back", "new-sheet", "back", "backup", "go", "back", "erase", "go", "back", "about")
	app.Form().Choose("notices.", "0")
	look(t, "licence", w)
	app.Form().Back()
	app.Form().Back()
	app.Form().Back()
	if app.Cases() == nil {
		t.Fatal("the way back does not end")
	}
}

// A vault that can only be looked at: fields cannot be typed in and choices not
// chosen, but can be reached; the banner stands over every screen.
func TestReadOnlyScreens(t *testing.T) {
	app, r, w := show(t, "de", map[string][]byte{})
	begin(t, app, complaint)
	app.Interview().GoTo("events.account")
	typed(t, w, "first")
	app.GoHome()
	app.Lock()
	shelf.readOnly = storage.ErrLocked
	app.Start().Submit(secret)
	look(t, "cases", w)
	app.Cases().Open(app.View().Cases.Rows[0].ID, complaint)
	app.Interview().GoTo("events.account")
	look(t, "question", w)
	typed(t, w, "more")
	if e := r.now.(*interview).fields[0].parts[0].entry; e.Text() != "first" {
		t.Errorf("typed into what cannot be changed: %q", e.Text())
	}
	app.Interview().GoTo("events.kinds")
	press(w, fyne.KeySpace)
	for _, o := range app.View().Interview.Fields[0].Options {
		if o.Chosen {
			t.Error("chosen where nothing can be changed")
		}
	}
	if len(app.View().Bar.Banners) != 1 {
		t.Error("no banner")
	}
}

// The first start, from the choice of the language to the list of cases, by
// keyboard alone: Tab, space, enter and letters.
func TestFirstStartByKeyboardAlone(t *testing.T) {
	app, _, w := fresh(t, "en")
	enter := func(name string) {
		t.Helper()
		for range 30 {
			if strings.HasPrefix(focused(w), name) {
				press(w, fyne.KeyReturn)
				return
			}
			test.FocusNext(w.Canvas())
		}
		t.Fatalf("Tab does not lead to %s on %s", name, app.View().Form.Key)
	}
	enter("Continue")
	press(w, fyne.KeyReturn) // goes on: it has the keyboard
	enter("Continue")
	drawn := words(app)
	if drawn == "" {
		t.Fatalf("no words on %s", app.View().Form.Key)
	}
	press(w, fyne.KeyReturn)
	typed(t, w, drawn)
	press(w, fyne.KeyReturn)
	press(w, fyne.KeyReturn) // saves the sheet where it is offered
	typed(t, w, "AGE-SECRET-KEY-1QQQQ")
	press(w, fyne.KeyReturn)
	press(w, fyne.KeyReturn)
	if app.Cases() == nil {
		t.Errorf("stands at %+v", app.View().Form)
	}
}

// A field keeps its text, its caret and the keyboard while the page around it
// changes, and when a secret is shown.
func TestFormKeepsWhatIsTyped(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	typed(t, w, "four words ")
	before := w.Canvas().Focused()
	app.Form().Press("toggle.passphrase")
	typed(t, w, "of mine")
	entry, ok := w.Canvas().Focused().(*kit.Entry)
	if w.Canvas().Focused() != before || !ok || !entry.Unmasked() {
		t.Fatalf("%T has the keyboard", w.Canvas().Focused())
	}
	app.Form().Press("language.ar")
	if r.now.(*formPage).holder() != "passphrase" {
		t.Error("the keyboard is lost with the language")
	}
	press(w, fyne.KeyReturn)
	if app.Cases() == nil {
		t.Error("it was not kept")
	}
}

// Dialogs and menus of a screen go with it, and Escape on them is heard.
func TestLockTakesDialogsAway(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	begin(t, app, complaint)
	app.GoHome()
	r.now.(*cases).ask(app.View().Cases.Rows[0])
	w.Canvas().Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: fyne.KeyEscape})
	app.Lock()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a dialog lies over the locked vault")
	}
}
