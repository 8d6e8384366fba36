package kit

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestButtonKeys proves that space, enter and a tap act, and nothing else does.
func TestButtonKeys(t *testing.T) {
	acted := 0
	b := NewButton(LTR, Primary, "Continue", func() { acted++ })
	w := show(t, b, 300, 60)
	test.FocusNext(w.Canvas())
	if w.Canvas().Focused() != b {
		t.Fatal("Tab does not reach the button")
	}
	press(w, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyEscape, fyne.KeyA)
	test.Tap(b)
	if acted != 4 {
		t.Errorf("acted %d times, want 4", acted)
	}
	b.Disable()
	press(w, fyne.KeySpace)
	test.Tap(b)
	if acted != 4 {
		t.Error("a disabled button acts")
	}
}

// TestFocusShows proves that each thing that takes the keyboard looks different
// while it has it, and as before when it has lost it.
func TestFocusShows(t *testing.T) {
	for name, o := range everything(LTR) {
		f, ok := o.(fyne.Focusable)
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			w := show(t, o, 300, 200)
			rest := w.Canvas().Capture()
			w.Canvas().Focus(f)
			if reflect.DeepEqual(rest, w.Canvas().Capture()) {
				t.Error("looks the same with the keyboard")
			}
			w.Canvas().Unfocus()
			if !reflect.DeepEqual(rest, w.Canvas().Capture()) {
				t.Error("looks otherwise after the keyboard has left")
			}
		})
	}
}

// TestRadios proves that one of several can be chosen, that choosing it again
// changes nothing, and that the arrow keys move between the options.
func TestRadios(t *testing.T) {
	var calls []int
	c := NewRadios(LTR, "How", []Option{{"a", ""}, {"b", "hint"}, {"c", ""}}, -1, func(i int) { calls = append(calls, i) })
	w := show(t, c, 300, 300)
	c.Focus()
	press(w, fyne.KeyUp, fyne.KeyDown, fyne.KeySpace, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	test.Tap(c.Cards()[0])
	if want := []int{1, 2, 0}; !reflect.DeepEqual(calls, want) {
		t.Errorf("called with %v, want %v", calls, want)
	}
	if got := c.Chosen(); !reflect.DeepEqual(got, []int{0}) {
		t.Errorf("chosen %v", got)
	}
	c.Choose(2)
	if got := c.Chosen(); !reflect.DeepEqual(got, []int{2}) || len(calls) != 3 {
		t.Errorf("Choose left %v and called %d times", got, len(calls))
	}
}

// TestChecks proves that any number can be chosen and taken back.
func TestChecks(t *testing.T) {
	var last []int
	c := NewChecks(RTL, "What", []Option{{"a", ""}, {"b", ""}, {"c", ""}}, []int{2}, func(now []int) { last = now })
	w := show(t, c, 300, 300)
	test.FocusNext(w.Canvas())
	press(w, fyne.KeySpace)
	if want := []int{0, 2}; !reflect.DeepEqual(last, want) {
		t.Errorf("chosen %v, want %v", last, want)
	}
	test.Tap(c.Cards()[2])
	press(w, fyne.KeyUp, fyne.KeySpace)
	if want := []int{0, 1}; !reflect.DeepEqual(last, want) {
		t.Errorf("chosen %v, want %v", last, want)
	}
}

// TestCheck proves that a choice by itself tells what it has become.
func TestCheck(t *testing.T) {
	var got []bool
	c := NewCheck(LTR, Option{"I agree", ""}, true, func(on bool) { got = append(got, on) })
	show(t, c, 300, 100)
	test.Tap(c)
	test.Tap(c)
	if want := []bool{false, true}; !reflect.DeepEqual(got, want) || c.Value() != "true" {
		t.Errorf("called with %v, value %s", got, c.Value())
	}
}

// TestSelectKeys proves that a closed select changes with arrows and letters.
func TestSelectKeys(t *testing.T) {
	var calls []int
	s := NewSelect(LTR, "Country", []string{"France", "Georgia", "Germany", "Ägypten"}, -1, "Choose", func(i int) { calls = append(calls, i) })
	w := show(t, s, 300, 60)
	w.Canvas().Focus(s)
	press(w, fyne.KeyUp, fyne.KeyDown, fyne.KeyUp)
	for _, letter := range "ggGäx" {
		s.TypedRune(letter)
	}
	if want := []int{0, 1, 2, 1, 3}; !reflect.DeepEqual(calls, want) {
		t.Errorf("called with %v, want %v", calls, want)
	}
}

// TestSelectList proves that the open list takes the keyboard, begins at the
// chosen option, that enter chooses, escape and a tap beside do not, and that the keyboard comes back.
func TestSelectList(t *testing.T) {
	var calls []int
	s := NewSelect(LTR, "Sure", []string{"Exact day", "About", "Unknown"}, 1, "", func(i int) { calls = append(calls, i) })
	w := show(t, NewColumn(0, s), 300, 400)
	w.Canvas().Focus(s)
	press(w, fyne.KeySpace)
	if _, ok := w.Canvas().Focused().(*optionList); !ok {
		t.Fatalf("the keyboard is on %T", w.Canvas().Focused())
	}
	press(w, fyne.KeyDown, fyne.KeyReturn)
	if w.Canvas().Focused() != s || s.Value() != "Unknown" {
		t.Errorf("the keyboard is on %T, chosen is %q", w.Canvas().Focused(), s.Value())
	}
	press(w, fyne.KeyReturn)
	w.Canvas().Focused().TypedRune('a')
	press(w, fyne.KeyEscape)
	test.Tap(s)
	test.TapCanvas(w.Canvas(), fyne.NewPos(290, 390))
	if want := []int{2}; !reflect.DeepEqual(calls, want) || len(w.Canvas().Overlays().List()) != 0 {
		t.Errorf("called with %v, want %v; %d lists open", calls, want, len(w.Canvas().Overlays().List()))
	}
	test.Tap(s)
	if len(w.Canvas().Overlays().List()) != 1 {
		t.Error("the list does not open again")
	}
}

// TestRoom proves where the list stands: below where there is room, above where
// there is more, and never outside the window.
func TestRoom(t *testing.T) {
	for name, c := range map[string]struct{ y, wanted, top, height float32 }{
		"below":                  {100, 150, 146, 150},
		"above":                  {500, 150, 350, 150},
		"below, cut":             {200, 900, 246, 346},
		"above, cut":             {400, 900, 16, 384},
		"no more than eight":     {40, 900, 86, 384},
		"below where it is best": {250, 900, 296, 296},
	} {
		if top, height := room(c.y, 46, 600, c.wanted); top != c.top || height != c.height {
			t.Errorf("%s: at %g, %g high, want %g, %g", name, top, height, c.top, c.height)
		}
	}
}

// TestEntry proves what a field tells its owner, and that a text set by the
// program does not come back as the person's.
func TestEntry(t *testing.T) {
	var changes, left []string
	submitted := 0
	e := NewEntry(LTR, "Name", "A", func(s string) { changes = append(changes, s) }).
		OnSubmit(func() { submitted++ }).OnLeave(func(s string) { left = append(left, s) })
	w := show(t, e, 300, 60)
	e.Focus()
	press(w, fyne.KeyEnd)
	test.Type(e, "b")
	e.SetText("C")
	press(w, fyne.KeyReturn)
	w.Canvas().Unfocus()
	if !reflect.DeepEqual(changes, []string{"Ab"}) || !reflect.DeepEqual(left, []string{"C"}) || submitted != 1 {
		t.Errorf("changes %q, left with %q, submitted %d times", changes, left, submitted)
	}
}

// TestLongEntryTab proves that Tab goes on from a field of many lines, and that
// enter stays in it.
func TestLongEntryTab(t *testing.T) {
	long, next := NewLongEntry(LTR, "Story", "a", 4, nil), NewButton(LTR, Primary, "Continue", nil)
	w := show(t, NewColumn(8, long, next), 300, 300)
	long.Focus()
	if _, keeps := fyne.Focusable(long).(fyne.Tabbable); keeps {
		t.Error("the field keeps Tab")
	}
	press(w, fyne.KeyHome)
	press(w, fyne.KeyReturn)
	if long.Text() != "\na" {
		t.Errorf("enter left %q", long.Text())
	}
	test.FocusNext(w.Canvas())
	if w.Canvas().Focused() != next {
		t.Errorf("the keyboard is on %T", w.Canvas().Focused())
	}
}

// TestDialog proves that a dialog takes the keyboard, that escape cancels, and
// that the keyboard comes back to where it was.
func TestDialog(t *testing.T) {
	before := NewButton(LTR, Secondary, "Delete", nil)
	w := show(t, before, 600, 400)
	w.Canvas().Focus(before)
	cancelled := 0
	keep := NewButton(LTR, Secondary, "Keep", nil)
	d := ShowDialog(w.Canvas(), LTR, "Delete the case?", NewLabel(LTR, Body, "It cannot be undone."), func() { cancelled++ },
		keep, NewButton(LTR, Primary, "Delete", nil))
	if w.Canvas().Focused() != keep || d.Name() != "Delete the case?" || d.Role() != RoleDialog {
		t.Errorf("the keyboard is on %v in %q", w.Canvas().Focused(), d.Name())
	}
	press(w, fyne.KeyEscape)
	if cancelled != 1 || len(w.Canvas().Overlays().List()) != 0 || w.Canvas().Focused() != before {
		t.Errorf("cancelled %d times, the keyboard is on %v", cancelled, w.Canvas().Focused())
	}
}

// TestReveal proves that a page brings into sight what gets the keyboard.
func TestReveal(t *testing.T) {
	column := NewColumn(10)
	for range 40 {
		column.Add(NewRadios(LTR, "n", []Option{{"a", ""}}, -1, nil))
	}
	last := NewButton(LTR, Primary, "Continue", nil)
	column.Add(last)
	p := NewPage(NewInset(10, 10, column))
	w := show(t, p, 300, 300)
	w.Canvas().Focus(last)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if at < 0 || at+last.Size().Height > 300 {
		t.Errorf("the button is at %g in a window 300 high", at)
	}
	first := column.Objects[0].(*Choices)
	first.Focus()
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(first).Y; at < 0 || at > 300 {
		t.Errorf("the first choice is at %g", at)
	}
	p.Turn(100)
	if got, want := p.scroll.Offset.Y, p.content.Size().Height-300; got != want {
		t.Errorf("turned to %g, the end is %g", got, want)
	}
	p.Top()
	if p.scroll.Offset.Y != 0 {
		t.Errorf("the top is %g", p.scroll.Offset.Y)
	}
}

// The space that chose a button does not come into the field to which the button
// leads; one that is typed there does.
func TestSpaceOfTheButton(t *testing.T) {
	e := NewEntry(LTR, "n", "", nil)
	w := show(t, NewColumn(0, e), 300, 100)
	w.Canvas().Focus(e)
	e.TypedRune(' ')
	if e.Text() != "" {
		t.Errorf("%q is in the field", e.Text())
	}
	for range 2 {
		e.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
		e.TypedRune(' ')
	}
	if e.Text() != "  " {
		t.Errorf("typed spaces became %q", e.Text())
	}
}
