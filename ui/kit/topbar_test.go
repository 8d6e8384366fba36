package kit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A trail that has no room for all cuts the longest of its places, with an
// ellipsis, keeps to its width, and is called by the whole in either direction.
func TestTrailGivesWay(t *testing.T) {
	for _, c := range []struct {
		dir    Direction
		places []string
		kept   string // a place that is short enough for its share
	}{
		{LTR, []string{"Meridia Health and everybody to whom it has passed on what it knew", "Complaint"}, "Complaint"},
		{LTR, []string{"Meridia", "Challenge to a production order of another State"}, "Meridia"},
		{RTL, []string{"ضاعت بياناتي أو أسيء استعمالها أو سُلمت إلى غيري", "شكوى"}, ""},
	} {
		x := NewTrail(c.dir, Body, c.places...)
		w := test.NewTempWindow(t, NewMeasure(c.dir, 1000, x))
		w.Resize(fyne.NewSize(1000, 60))
		if whole := x.natural(); x.Size().Width < whole || strings.Contains(x.line.text, ellipsis) {
			t.Errorf("%q is cut in a place that is wide enough", x.line.text)
		}
		x.Resize(fyne.NewSize(200, 30))
		if got := x.line.MinSize().Width; got > 200 || !strings.Contains(x.line.text, ellipsis) || !utf8.ValidString(x.line.text) {
			t.Errorf("%q takes %.0f of 200", x.line.text, got)
		}
		if !strings.Contains(x.line.text, c.kept) {
			t.Errorf("%q has not kept %q", x.line.text, c.kept)
		}
		if x.Name() != strings.Join(c.places, " › ") {
			t.Errorf("called %q", x.Name())
		}
	}
}

// The bar is one line where there is room, then the trail gives way, then it has
// two lines; what has no words takes no room, and nothing leaves the bar.
func TestTopBarLines(t *testing.T) {
	for _, dir := range []Direction{LTR, RTL} {
		for _, c := range []struct {
			width  float32
			trail  string
			higher bool
		}{
			{1000, "Meridia Mail", false}, {600, "Meridia Mail and all the others", false}, {330, "Meridia Mail and all the others", true}, {500, "", false}, {300, "", true},
		} {
			trail, state := NewTrail(dir, Body, c.trail), NewTrail(dir, Caption, "Saved at 14:02")
			home, lock := NewButton(dir, Quiet, "All cases", nil).Small(), NewButton(dir, Secondary, "Lock", nil).Small()
			b := NewTopBar(TopBar{Dir: dir, Start: []fyne.CanvasObject{home}, Trail: trail, State: state, Controls: []fyne.CanvasObject{NewButton(dir, Secondary, "Settings", nil).Small(), lock}})
			w := test.NewTempWindow(t, NewColumn(0, b))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(c.width, 300))
			if got := b.MinSize().Height > 60; got != c.higher {
				t.Errorf("%v, %.0f wide: %.0f high", dir, c.width, b.MinSize().Height)
			}
			if c.higher != (lock.Position().Y > home.Position().Y) {
				t.Errorf("%v, %.0f wide: the lock at %v, the way home at %v", dir, c.width, lock.Position(), home.Position())
			}
			if trail.Visible() != (c.trail != "") {
				t.Errorf("a trail of %q is seen: %v", c.trail, trail.Visible())
			}
			for _, o := range b.Objects {
				if x := o.Position().X; x < 0 || x+o.Size().Width > c.width+0.5 {
					t.Errorf("%v, %.0f wide: %q from %.0f to %.0f", dir, c.width, o.(Accessible).Name(), x, x+o.Size().Width)
				}
			}
		}
	}
}
