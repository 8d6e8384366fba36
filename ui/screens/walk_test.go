package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"recourse/forms"
	"recourse/forms/sample"
	"recourse/i18n"
	"recourse/storage"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// Every screen stands in every language, and every page of both interviews, with
// text of its usual size and of twice that, in a window of the usual size and in
// the smallest: see look.
func TestEveryScreenInEveryLanguage(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		dress(theme.LightVariant, scale)
		for _, lang := range i18n.Locales() {
			t.Run(fmt.Sprintf("%s, %.0f %%", lang, 100*scale), func(t *testing.T) {
				app, _, w := showDressed(t, lang, map[string][]byte{})
				everywhere(t, lang, app, w)
			})
		}
	}
}

func everywhere(t *testing.T, lang vm.Tag, app *vm.App, w fyne.Window) {
	look(t, "unlock", w)
	app.Start().Submit("wrong words")
	look(t, "unlock, refused", w)
	app.Start().Submit(secret)
	look(t, "no cases", w)
	app.Cases().BeginNew()
	lookAtRoutes(t, app, w)
	app.GoHome()
	app.Cases().New(challenge)
	walk(t, "empty", app, w)
	app.GoHome()
	for _, p := range []vm.ProcedureID{complaint, challenge} {
		store(t, app, p, lang)
		walk(t, string(p), app, w)
		app.GoHome()
	}
	look(t, "cases", w)
	app.Lock()
	look(t, "unlock", w)
}

// walk looks at every page on the way, and at the check.
func walk(t *testing.T, name string, app *vm.App, w fyne.Window) {
	t.Helper()
	for i := 0; app.Check() == nil; i++ {
		s := app.View().Interview
		look(t, name+": "+string(s.Key), w)
		app.Interview().Continue()
		if i > 300 {
			t.Fatal("the way does not end")
		}
	}
	look(t, name+": check", w)
}

// shelf is the vault of the test that is running.
var shelf *vault

// store puts a complete case into the vault and opens it.
func store(t testing.TB, app *vm.App, id vm.ProcedureID, lang vm.Tag) {
	t.Helper()
	library, err := library()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := library.Procedure(id)
	c, err := sample.Case(p, 3, sample.Options{On: forms.Date{Year: 2026, Month: 11, Day: 23}, Language: lang})
	if err != nil {
		t.Fatal(err)
	}
	data, err := forms.EncodeCase(c)
	if err != nil {
		t.Fatal(err)
	}
	shelf.cases[storage.ID(c.ID)], shelf.revs[storage.ID(c.ID)] = data, 1
	app.Lock()
	app.Start().Submit(secret)
	if app.Cases() == nil {
		app.GoHome() // it has gone back to where the person was
	}
	app.Cases().Open(c.ID, id)
	if app.Interview() == nil {
		t.Fatal("the stored case does not open")
	}
	app.Interview().GoTo("")
}
