package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

func dateOf(dir Direction, changed func([]string)) *Date {
	return NewDate(dir, "Learned", []Box{{"Day", "14", 2}, {"Month", "", 2}, {"Year", "2026", 4}}, changed)
}

// Tab goes through the boxes in their order, each tells the texts of all, and a
// text set by the program is not told.
func TestDateBoxes(t *testing.T) {
	var told [][]string
	var left []bool
	d := dateOf(LTR, func(v []string) { told = append(told, v) }).OnLeave(func(through bool) { left = append(left, through) })
	w := show(t, NewColumn(0, d), 400, 200)
	d.FocusOn(w.Canvas())
	test.FocusNext(w.Canvas())
	w.Canvas().Focused().TypedRune('3')
	if len(told) != 1 || !slices.Equal(told[0], []string{"14", "3", "2026"}) || !d.Focused() {
		t.Errorf("told %q", told)
	}
	test.FocusNext(w.Canvas())
	d.boxes[1].SetText("")
	test.FocusPrevious(w.Canvas())
	if !slices.Equal(left, []bool{false, true, true}) {
		t.Errorf("left %v", left)
	}
	d.SetValues([]string{"1", "2", "3"})
	if d.Value() != "1 2 3" || len(told) != 1 {
		t.Errorf("the value is %q, told %d times", d.Value(), len(told))
	}
	if a := w.Canvas().Focused().(Accessible); a.Name() != "Learned: Month" || a.Role() != RoleField || d.Role() != RoleGroup {
		t.Errorf("the box is called %q", a.Name())
	}
}

// The boxes stand in the direction of the language, one beside the other and
// inside of what there is, at each size of text.
func TestDatePlaces(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		dress(t, theme.LightVariant, scale)
		for _, wide := range []float32{220, 294, 600} {
			left, right := dateOf(LTR, nil), dateOf(RTL, nil)
			for _, d := range []*Date{left, right} {
				d.Resize(fyne.NewSize(wide, d.MinSize().Height))
			}
			end := float32(0)
			for i, f := range left.fields {
				if x := f.Position().X; x < end || x+f.Size().Width > wide+0.01 {
					t.Errorf("scale %g, %g wide: box %d is from %g to %g", scale, wide, i, x, x+f.Size().Width)
				}
				end = f.Position().X + f.Size().Width
				other := right.fields[i]
				if got := wide - other.Position().X - other.Size().Width; got-f.Position().X > 0.01 || f.Position().X-got > 0.01 {
					t.Errorf("box %d is mirrored to %g, want %g", i, got, f.Position().X)
				}
			}
		}
	}
}

// A date in the place of another, in another order, goes on in the same box.
func TestDateTakeCaret(t *testing.T) {
	old := dateOf(LTR, nil)
	d := NewDate(LTR, "Learned", []Box{{"Month", "", 2}, {"Day", "14", 2}, {"Year", "2026", 4}}, nil)
	w := show(t, NewColumn(0, old, d), 400, 300)
	old.FocusOn(w.Canvas())
	press(w, fyne.KeyHome)
	w.Canvas().Unfocus()
	d.TakeCaret(old, []int{1, 0, 2}, w.Canvas())
	if w.Canvas().Focused() != d.boxes[1] || d.boxes[1].model.Caret().At != 0 {
		t.Errorf("the keyboard is on %v", w.Canvas().Focused())
	}
}
