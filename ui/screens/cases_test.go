package screens

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/forms"
	"recourse/storage"
	"recourse/ui/vm"
)

// shelve puts n small cases into the vault and shows the list.
func shelve(t testing.TB, app *vm.App, n int) {
	t.Helper()
	app.Start().Submit(secret)
	for i := range n {
		answers := map[forms.Path]forms.Answer{"facts.matter": {Value: forms.Multi{"fraud"}},
			"other.name": {Value: forms.Text(fmt.Sprintf("Company %d", i))}, "person.name": {Value: forms.Person{Given: "Li", Family: "Hua"}}}
		c := forms.Case{ID: fmt.Sprintf("%08d-0000-4000-8000-000000000000", i), Language: "en", Answers: forms.NewAnswers(answers)}
		data, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		shelf.cases[storage.ID(c.ID)], shelf.revs[storage.ID(c.ID)] = data, 1
	}
	app.Lock()
	app.Start().Submit(secret)
}

// The list is walked, searched, filtered, sorted and opened by keyboard alone; the
// search keeps the keyboard and its caret while the rows change.
func TestCasesByKeyboard(t *testing.T) {
	app, r, w := show(t, "en", map[string][]byte{})
	shelve(t, app, 30)
	list := r.now.(*cases)
	tabTo(t, w, "Search")
	typed(t, w, "company 2")
	if s := app.View().Cases; len(s.Rows) != 12 || !list.query.Focused() {
		t.Fatalf("%d rows, the keyboard on %q", len(s.Rows), focused(w))
	}
	app.SetLanguage("de")
	list = r.now.(*cases)
	typed(t, w, "7")
	if s := app.View().Cases; len(s.Rows) != 1 || s.Search.Value != "company 27" {
		t.Fatalf("%q: %d rows", s.Search.Value, len(s.Rows))
	}
	app.Cases().Search("")
	tabTo(t, w, app.View().Cases.Columns[0].Title)
	press(w, fyne.KeySpace)
	if app.View().Cases.Columns[0].Order != vm.Upward {
		t.Error("a title does not sort")
	}
	list.table.FocusOn(w.Canvas())
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if app.Asking() == nil || app.View().Interview.Key == "" {
		t.Error("enter opens nothing")
	}
}

// Space on a row asks what else can be done: its routes, handing it over, removing
// it.
func TestMoreOfACase(t *testing.T) {
	app, r, w := show(t, "fr", map[string][]byte{})
	shelve(t, app, 3)
	list := r.now.(*cases)
	list.table.FocusOn(w.Canvas())
	press(w, fyne.KeySpace)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("space asks nothing")
	}
	test.FocusNext(w.Canvas())
	press(w, fyne.KeyEscape)
	list.table.FocusOn(w.Canvas())
	press(w, fyne.KeySpace)
	tabTo(t, w, app.View().Cases.Words.HandOver)
	press(w, fyne.KeySpace)
	if app.HandOver() == nil || !strings.Contains(app.View().HandOver.Title, "Company") {
		t.Errorf("%+v", app.View().HandOver)
	}
}

// The list and both pages of handing over stand in every language, in the smallest
// window, with many cases, with one that cannot be opened, and with none found.
func TestCasesInEveryLanguage(t *testing.T) {
	for _, lang := range []vm.Tag{"en", "fr", "de", "ar"} {
		files := map[string][]byte{}
		app, _, w := show(t, lang, files)
		w.Resize(fyne.NewSize(1024, 700))
		shelve(t, app, 40)
		shelf.cases["99999999-0000-4000-8000-000000000000"] = []byte("{}")
		app.Lock()
		app.Start().Submit(secret)
		look(t, "many cases", w)
		app.Cases().Search("company 3")
		look(t, "searched", w)
		app.Cases().Search("nobody")
		look(t, "none found", w)
		app.OpenReceive()
		app.Receive().SaveCard("/card")
		app.Receive().Take("/nothing")
		look(t, "receive, refused", w)
		app.Receive().Back()
		app.OpenHandOver(app.View().Cases.Rows[0].ID)
		app.HandOver().ReadCard("/card")
		if app.View().HandOver.Card == nil {
			t.Fatalf("the card is not read: %+v", app.View().HandOver.Problem)
		}
		app.HandOver().Compare(true)
		app.HandOver().Save("/out")
		look(t, "handed over", w)
		if len(files["/out"]) == 0 {
			t.Errorf("nothing written: %+v", app.View().HandOver.Problem)
		}
	}
}
