package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/vm"
)

// checking opens the check of a complete case.
func checking(t *testing.T, lang vm.Tag) (*vm.App, *check, fyne.Window) {
	t.Helper()
	app, r, w := show(t, lang, map[string][]byte{})
	app.Start().Submit(secret)
	store(t, app, complaint, lang)
	for app.Check() == nil {
		app.Interview().Continue()
	}
	return app, r.now.(*check), w
}

// The page stands beside the check, at the end of the line in either direction,
// and a click on words leads to their question; one on white leads nowhere.
func TestClickOnPageLeadsToQuestion(t *testing.T) {
	for _, lang := range []vm.Tag{"en", "ar"} {
		app, c, w := checking(t, lang)
		s := app.View().Check.Preview
		if s.Picture == nil || len(s.Areas) < 3 {
			t.Fatalf("%s: no picture: %q", lang, s.Note)
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.paper.picture)
		size := c.paper.picture.Size()
		if left := at.X < w.Canvas().Size().Width/2; left != (lang == "ar") || size.Width != pictureWidth {
			t.Errorf("%s: the picture stands at %v, %v large", lang, at, size)
		}
		test.TapAt(c.paper.picture, fyne.NewPos(1, 1)) // the margin
		if app.Check() == nil {
			t.Fatalf("%s: the margin leads somewhere", lang)
		}
		b := s.Areas[1].Boxes[0]
		test.TapAt(c.paper.picture, fyne.NewPos((b.X+b.Width/2)*size.Width, (b.Y+b.Height/2)*size.Height))
		if app.Check() != nil || !asks(app, s.Areas[1].At) {
			t.Errorf("%s: %s is not asked", lang, s.Areas[1].At)
		}
	}
}

// asks tells whether a question is on screen.
func asks(app *vm.App, at vm.Path) bool {
	if app.View().Interview != nil {
		for _, f := range app.View().Interview.Fields {
			if f.Key == at {
				return true
			}
		}
	}
	return false
}

// By keyboard the arrows go through the answers on the page, their questions are
// said, and space goes to one; the buttons turn the page and keep the keyboard.
func TestPageByKeyboard(t *testing.T) {
	app, c, w := checking(t, "en")
	w.Canvas().Focus(c.paper.picture)
	press(w, fyne.KeyUp)
	for i, a := range app.View().Check.Preview.Areas[:3] {
		if i > 0 {
			press(w, fyne.KeyDown)
		}
		if c.paper.picture.Value() != a.Name || a.Name == "" {
			t.Errorf("place %d is %q, want %q", i, c.paper.picture.Value(), a.Name)
		}
	}
	w.Canvas().Focus(c.paper.next)
	press(w, fyne.KeySpace)
	if got := app.View().Check.Preview; got.Previous == "" || c.paper.picture.Name() != got.Page {
		t.Errorf("the page was not turned: %q", got.Page)
	}
	if focused(w) != c.paper.next.Name() {
		t.Errorf("the keyboard is on %q", focused(w))
	}
	for app.View().Check.Preview.Next != "" {
		press(w, fyne.KeySpace)
	}
	if focused(w) != c.paper.picture.Name() {
		t.Errorf("on the last page the keyboard is on %q", focused(w))
	}
	press(w, fyne.KeyUp)
	want := app.View().Check.Preview.Areas[0].At
	press(w, fyne.KeySpace)
	if !asks(app, want) {
		t.Errorf("%s is not asked", want)
	}
}

// A new picture leaves the rest of the check as it is, the keyboard with it.
func TestNewPictureDrawsNothingElse(t *testing.T) {
	app, c, w := checking(t, "de")
	c.save.FocusOn(w.Canvas())
	save := c.save
	app.Check().TurnPage(1)
	if c.save != save || !save.Focused() {
		t.Error("the page was drawn anew")
	}
}

// Where there is no room for the page of paper it goes, and comes back; the side
// column goes before it.
func TestRoomForThePage(t *testing.T) {
	_, c, w := checking(t, "en")
	for _, x := range []struct {
		width       float32
		side, paper bool
	}{{1280, false, true}, {900, true, false}, {1600, true, true}, {1024, false, true}} {
		w.Resize(fyne.NewSize(x.width, 700))
		if c.side.box.Visible() != x.side || c.paper.column.Visible() != x.paper {
			t.Errorf("at %.0f: side %v, paper %v", x.width, c.side.box.Visible(), c.paper.column.Visible())
		}
	}
}

// Without a picture words on the page say why there is none, and the list has the
// room of the paper, in either direction.
func TestWordsInPlaceOfThePage(t *testing.T) {
	for _, lang := range []vm.Tag{"en", "ar"} {
		app, r, w := show(t, lang, map[string][]byte{})
		begin(t, app, complaint)
		for app.Check() == nil {
			app.Interview().Continue()
		}
		c, note := r.now.(*check), app.View().Check.Preview.Note
		if c.paper.picture != nil || note == "" || c.paper.column.Visible() {
			t.Errorf("%s: an incomplete case has a page", lang)
		}
		if !c.side.box.Visible() || c.page.Size().Width < 900 {
			t.Errorf("%s: the list has only %.0f", lang, c.page.Size().Width)
		}
		told := false
		for _, x := range surveyed(w.Content(), usual).texts {
			told = told || lang == "ar" || x.text == note
		}
		if !told {
			t.Errorf("%s: %q is not said", lang, note)
		}
	}
}
