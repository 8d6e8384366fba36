package vm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"testing"

	"recourse/forms"
	"recourse/forms/sample"
	"recourse/storage"
)

// pictures are pictures of nothing, and a record of what was asked for.
type pictures struct {
	warm  int
	asked []string
	ended []context.Context
	fail  error
}

func (p *pictures) Warm() { p.warm++ }

func (p *pictures) Page(ctx context.Context, name string, pdf []byte, page int, scale float64) (image.Image, error) {
	p.asked = append(p.asked, fmt.Sprintf("%s %d at %.2f", name, page, scale))
	p.ended = append(p.ended, ctx)
	if p.fail != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		return nil, errors.Join(p.fail, ctx.Err())
	}
	return image.NewGray(image.Rect(0, 0, page+1, 1)), ctx.Err()
}

// checking opens the check of a stored complete case, with pictures.
func checking(t *testing.T) (*world, *App, *pictures) {
	t.Helper()
	w, drawn := newWorld(t), &pictures{}
	outside := w.world()
	outside.Pictures = drawn
	a := New(outside, "/vault", "en")
	a.SetPictureWidth(300)
	a.Start().Submit(secret)
	p, _ := library(t).Procedure(complaint)
	c, err := sample.Case(p, 3, sample.Options{On: forms.Date{Year: 2026, Month: 11, Day: 23}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	data, err := forms.EncodeCase(c)
	if err != nil {
		t.Fatal(err)
	}
	w.disk.cases[storage.ID(c.ID)], w.disk.revs[storage.ID(c.ID)] = data, 1
	a.Lock()
	a.Start().Submit(secret)
	if drawn.warm > 0 {
		t.Error("warmed up before a case is open")
	}
	a.Cases().Open(c.ID, complaint)
	if drawn.warm != 1 || len(drawn.asked) > 0 {
		t.Errorf("an open case warms up %d times and draws %q", drawn.warm, drawn.asked)
	}
	return w, a, drawn
}

func toCheck(t *testing.T, a *App) {
	t.Helper()
	for i := 0; a.Check() == nil; i++ {
		a.Interview().Continue()
		if i > 300 {
			t.Fatal("the way does not end")
		}
	}
}

// The pages come after the check is on screen, one at a time and in the width of
// the window, with the answers that they say.
func TestPreviewComesWhenReady(t *testing.T) {
	w, a, drawn := checking(t)
	w.hold = true
	toCheck(t, a)
	if s := a.View().Check.Preview; s.Picture != nil || s.Note == "" || s.Page != "" {
		t.Errorf("before it is drawn: %+v", s)
	}
	w.release()
	s := a.View().Check.Preview
	if s.Picture == nil || s.Note != "" || s.Previous != "" || s.Next == "" || s.Page == "" || s.Ratio < 1.4 || s.Ratio > 1.42 {
		t.Errorf("the first page: %+v", s)
	}
	if want := string(complaint) + " 0 at 0.50"; len(drawn.asked) != 1 || drawn.asked[0] != want {
		t.Errorf("asked for %q, want %q", drawn.asked, want)
	}
	for _, area := range s.Areas {
		if area.Name == "" || len(area.Boxes) == 0 {
			t.Errorf("%s has the name %q and %d boxes", area.At, area.Name, len(area.Boxes))
		}
		for _, b := range area.Boxes {
			if b.X < 0 || b.Y < 0 || b.Width <= 0 || b.Height <= 0 || b.X+b.Width > 1 || b.Y+b.Height > 1 {
				t.Errorf("%s has the box %+v", area.At, b)
			}
		}
	}
	a.Check().TurnPage(-1)
	a.Check().TurnPage(1)
	if s := a.View().Check.Preview; s.Previous == "" || s.Picture.Bounds().Dx() != 2 || len(drawn.asked) != 2 {
		t.Errorf("the second page: %+v", s)
	}
	a.Check().Go(s.Areas[0].At)
	field(t, a, s.Areas[0].At)
}

// Of pages that are turned while others are drawn, only the last is shown, and
// the rest are called off; so is all of it when the person leaves.
func TestPreviewOfThePastIsDropped(t *testing.T) {
	w, a, drawn := checking(t)
	toCheck(t, a)
	w.hold = true
	a.Check().TurnPage(1)
	a.Check().TurnPage(1)
	w.release()
	if s := a.View().Check.Preview; s.Picture.Bounds().Dx() != 3 {
		t.Errorf("the picture of page %d is shown, want 3", s.Picture.Bounds().Dx())
	}
	if n := len(drawn.ended); drawn.ended[n-1].Err() == nil {
		t.Error("the page before was not called off")
	}
	w.hold = true
	a.Check().SetLanguage("fr")
	if s := a.View().Check.Preview; s.Picture != nil {
		t.Error("the picture of the old language is still shown")
	}
	a.Check().Back()
	before := a.View()
	w.release()
	if a.View().Check != nil || before.Interview == nil {
		t.Error("a picture brings the check back")
	}
	if n := len(drawn.ended); drawn.ended[n-1].Err() == nil {
		t.Error("leaving calls nothing off")
	}
}

// An incomplete case, and pages that cannot be drawn, have words in the place of
// the picture, and the document can be saved all the same; without pictures there
// is no preview.
func TestNoPictureHasItsWords(t *testing.T) {
	w, a, drawn := checking(t)
	drawn.fail = errors.New("out of order")
	toCheck(t, a)
	s := a.View().Check
	if s.Preview.Picture != nil || s.Preview.Note != a.text("ui.preview.none") || !s.Exports[0].Ready {
		t.Errorf("failed: %+v", s.Preview)
	}
	a.Check().Save(s.Exports[0].ID, "/exports/a.pdf")
	if len(w.files) != 1 {
		t.Errorf("nothing was saved: %+v", a.View().Check.Problem)
	}
	a.Check().Back()
	a.GoHome()
	a.Cases().New(challenge)
	toCheck(t, a)
	if s := a.View().Check.Preview; s.Note != a.text("ui.preview.later") {
		t.Errorf("incomplete: %+v", s)
	}
	_, plain := begin(t, "en", complaint)
	toCheck(t, plain)
	if plain.View().Check.Preview != nil {
		t.Error("a preview without pictures")
	}
}
