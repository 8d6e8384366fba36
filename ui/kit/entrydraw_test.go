package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"recourse/ui/theme"
)

// At each size of text, in both directions, nothing is drawn outside of a field,
// whatever is in it.
func TestEntryInside(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		dress(t, theme.LightVariant, scale)
		for _, dir := range []Direction{LTR, RTL} {
			e := NewLongEntry(dir, "n", "Nachricht über die شكوى رقم 12 (Meridia Mail) und ein Donaudampfschifffahrtsgesellschaftskapitän.", 9, nil)
			show(t, NewColumn(0, e), 260, 900)
			for i := range e.pane.lay.Lines() {
				v := e.pane.lay.Visual(i)
				end := v.End
				for end > v.Start && []rune(e.Text())[end-1] == ' ' {
					end--
				}
				for _, x := range v.Range(v.Start, end) {
					if left := e.pane.left(v); left+x[0] < -1 || left+x[1] > e.pane.size.Width+1 {
						t.Errorf("scale %g: line %d is from %g to %g of %g", scale, i, left+x[0], left+x[1], e.pane.size.Width)
					}
				}
			}
		}
	}
}

// The picture of a selection differs where the selected letters stand, and the
// caret stands where the next letter comes.
func TestSelectionIsSeen(t *testing.T) {
	e := NewEntry(LTR, "n", "mmmm", nil)
	w := open(t, e, 300)
	press(w, fyne.KeyHome)
	shifted(w, e, fyne.KeyRight, fyne.KeyRight)
	p := theme.Light()
	picture := w.Canvas().Capture()
	at := func(x float32) color.Color {
		return color.NRGBAModel.Convert(picture.At(int(fieldSide+x), int(e.clip.Position().Y)+1))
	}
	one := e.pane.measure("m")
	if at(one/2) != p.SoftTeal || at(3*one) != p.Card {
		t.Errorf("the selected letter stands on %v, the other on %v", at(one/2), at(3*one))
	}
	if at(2*one+1) != p.Primary {
		t.Errorf("the caret is %v", at(2*one+1))
	}
}
