package screens

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/forms/sample"
	"recourse/i18n"
	"recourse/storage"
	"recourse/ui/kit"
	"recourse/ui/vm"
)

// looked is what a look at a window has found.
type looked struct {
	t     *testing.T
	name  string
	texts int
}

// look reports what is wrong on screen: a widget without a name, a text that no
// catalog has, a text that leaves the window to the side or its own place.
func look(t *testing.T, name string, w fyne.Window) {
	t.Helper()
	l := &looked{t: t, name: name}
	l.walk(w.Content(), fyne.Position{}, w.Canvas().Size().Width)
	if l.texts < 3 {
		t.Errorf("%s: only %d texts on screen", name, l.texts)
	}
}

func (l *looked) walk(o fyne.CanvasObject, at fyne.Position, width float32) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if a, ok := o.(kit.Accessible); ok {
		l.named(o, a)
	}
	switch x := o.(type) {
	case *canvas.Text:
		l.text(x, at, width)
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(x).Objects() {
			l.walk(part, at, width)
		}
	case *fyne.Container:
		for _, part := range x.Objects {
			l.walk(part, at, width)
		}
	}
}

func (l *looked) named(o fyne.CanvasObject, a kit.Accessible) {
	if strings.TrimSpace(a.Name()) == "" && !spare(o) {
		l.t.Errorf("%s: a %T without a name", l.name, o)
	}
	if strings.Contains(a.Name()+a.Value(), "⟦") {
		l.t.Errorf("%s: a text is missing: %q", l.name, a.Name())
	}
}

// spare tells whether an empty label takes no place on screen, as those have
// that wait inside of another widget.
func spare(o fyne.CanvasObject) bool {
	_, label := o.(*kit.Label)
	return label
}

func (l *looked) text(x *canvas.Text, at fyne.Position, width float32) {
	if x.Text == "" {
		return
	}
	l.texts++
	wide := x.MinSize().Width
	left := at.X
	if x.Alignment == fyne.TextAlignTrailing {
		left = at.X + x.Size().Width - wide
	}
	if left < -1 || left+wide > width+1 {
		l.t.Errorf("%s: %q stands from %.0f to %.0f in a window of %.0f", l.name, x.Text, left, left+wide, width)
	}
	if x.Size().Width > 0 && wide > x.Size().Width+2 && strings.ContainsFunc(x.Text, unicode.IsLetter) {
		l.t.Errorf("%s: %q is %.0f wide in a place of %.0f", l.name, x.Text, wide, x.Size().Width)
	}
}

// Every screen stands in every language, and every page of both interviews, with
// a complete case and with an empty one: no name is empty, no text is missing,
// none is cut at a side.
func TestEveryScreenInEveryLanguage(t *testing.T) {
	for _, lang := range i18n.Locales() {
		t.Run(string(lang), func(t *testing.T) {
			app, _, w := show(t, lang, map[string][]byte{})
			look(t, "unlock", w)
			app.Start().Submit("wrong words")
			look(t, "unlock, refused", w)
			app.Start().Submit(secret)
			look(t, "no cases", w)
			app.Cases().BeginNew()
			look(t, "new case", w)
			for _, p := range []vm.ProcedureID{complaint, challenge} {
				app.Cases().New(p)
				walk(t, string(p)+", empty", app, w)
				app.GoHome()
				store(t, app, p, lang)
				walk(t, string(p)+", complete", app, w)
				app.GoHome()
			}
			look(t, "cases", w)
			app.Lock()
			look(t, "unlock", w)
		})
	}
}

// The smallest window that the design asks for has room for every page too.
func TestSmallWindow(t *testing.T) {
	for _, lang := range []vm.Tag{"de", "ar"} {
		app, _, w := show(t, lang, map[string][]byte{})
		w.Resize(fyne.NewSize(1024, 700))
		look(t, "unlock", w)
		app.Start().Submit(secret)
		app.Cases().New(challenge)
		walk(t, "small", app, w)
		app.GoHome()
		look(t, "cases", w)
	}
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
	library, err := packs.Embedded()
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
