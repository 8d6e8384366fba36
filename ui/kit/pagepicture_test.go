package kit

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A tap on an area, or less than a line beside it, leads where the area does, one
// on the area itself before one beside another; all else leads nowhere. What is
// under the pointer has a frame and a hand.
func TestPagePictureLeads(t *testing.T) {
	led := []int{}
	p := NewPagePicture("Page 1", image.NewGray(image.Rect(0, 0, 4, 6)), 1.5, []PageArea{
		{"one", []PageBox{{0.1, 0.1, 0.5, 0.02}, {0.1, 0.13, 0.2, 0.02}}},
		{"two", []PageBox{{0.1, 0.155, 0.5, 0.02}}},
	}, func(i int) { led = append(led, i) })
	show(t, p, 400, 600)
	if got := p.MinSize().Height; got != 600 {
		t.Errorf("%g high at a width of 400", got)
	}
	for _, c := range []struct {
		name string
		x, y float32
		want int
	}{
		{"on the first line", 100, 66, 0}, {"between its lines", 60, 75, 0}, {"on its second line", 60, 85, 0},
		{"on the other", 100, 94, 1}, {"between both, on the other", 60, 93.5, 1}, {"just below", 100, 107, 1},
		{"far below", 100, 112, -1}, {"far to the side", 246, 66, -1}, {"corner", 0, 0, -1},
	} {
		led = nil
		at := fyne.NewPos(c.x, c.y)
		p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		test.TapAt(p, at)
		if got := append(led, -1)[0]; got != c.want || p.now != c.want {
			t.Errorf("%s: leads to %d, shows %d, want %d", c.name, got, p.now, c.want)
		}
		boxes, cursor := 0, desktop.DefaultCursor
		if c.want >= 0 {
			boxes, cursor = len(p.areas[c.want].Boxes), desktop.PointerCursor
		}
		if len(p.marks) != boxes || p.Cursor() != cursor {
			t.Errorf("%s: %d frames, cursor %v", c.name, len(p.marks), p.Cursor())
		}
	}
	p.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 66)}})
	if p.Value() != "one" {
		t.Errorf("the pointer comes in on %q", p.Value())
	}
	p.MouseOut()
	if p.now >= 0 || p.Value() != "" {
		t.Error("the frame stays behind")
	}
}

// Without areas the arrows and space do nothing.
func TestPagePictureWithoutAreas(t *testing.T) {
	p := NewPagePicture("Page 1", image.NewGray(image.Rect(0, 0, 4, 6)), 1.5, nil, func(int) { t.Error("leads somewhere") })
	show(t, p, 400, 600)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeySpace} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if p.now >= 0 {
		t.Errorf("area %d of none", p.now)
	}
}
