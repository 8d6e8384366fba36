package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Buttons stand at the end of words where these keep their room, else below them,
// in either direction; nothing leaves its place, and the whole is as high as it is.
func TestBesideOrBelow(t *testing.T) {
	for _, dir := range []Direction{LTR, RTL} {
		for _, c := range []struct {
			width float32
			below bool
		}{{700, false}, {420, true}, {150, true}} {
			words := NewLabel(dir, Body, "Article 77 of the Regulation, to be checked against the official text")
			more, begin := NewButton(dir, Quiet, "More", nil), NewButton(dir, Primary, "Begin with this", nil)
			b := NewBeside(Beside{Dir: dir, Gap: 12, Least: 300, Words: words, Ends: []fyne.CanvasObject{more, begin}})
			below := NewLabel(dir, Body, "what follows")
			w := test.NewTempWindow(t, NewColumn(0, b, below))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(c.width, 600))
			if got := begin.Position().Y >= words.Size().Height; got != c.below {
				t.Errorf("%v, %.0f wide: words %v, button at %v", dir, c.width, words.Size(), begin.Position())
			}
			if !c.below && (dir == LTR) != (words.Position().X < begin.Position().X) {
				t.Errorf("%v: words at %v, button at %v", dir, words.Position(), begin.Position())
			}
			for _, o := range b.Objects {
				at, size := o.Position(), o.Size()
				if at.X < 0 || at.X+size.Width > c.width+0.5 || at.Y+size.Height > below.Position().Y+0.5 {
					t.Errorf("%v, %.0f wide: %T at %v, %v; what follows at %v", dir, c.width, o, at, size, below.Position())
				}
			}
		}
	}
}
