package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"recourse/ui/theme"
)

// box is a thing of a fixed least size.
func box(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

type place struct{ x, y, w, h float32 }

func placeOf(o fyne.CanvasObject) place {
	return place{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height}
}

// TestLayouts proves where each layout puts things, in both directions.
func TestLayouts(t *testing.T) {
	a, b, c := box(40, 10), box(60, 20), box(30, 30)
	for name, k := range map[string]struct {
		in   *fyne.Container
		want [3]place
	}{
		"column":          {NewColumn(5, a, b, c), [3]place{{0, 0, 200, 10}, {0, 15, 200, 20}, {0, 40, 200, 30}}},
		"row":             {NewRow(LTR, 5, a, b, c), [3]place{{0, 45, 40, 10}, {45, 40, 60, 20}, {110, 35, 30, 30}}},
		"row mirrored":    {NewRow(RTL, 5, a, b, c), [3]place{{160, 45, 40, 10}, {95, 40, 60, 20}, {60, 35, 30, 30}}},
		"row, spacer":     {NewRow(LTR, 5, a, Spacer(), b, c), [3]place{{0, 45, 40, 10}, {105, 40, 60, 20}, {170, 35, 30, 30}}},
		"flow":            {NewFlow(LTR, 5, a, b, c), [3]place{{0, 45, 40, 10}, {45, 40, 60, 20}, {110, 35, 30, 30}}},
		"flow mirrored":   {NewFlow(RTL, 5, a, b, c), [3]place{{160, 45, 40, 10}, {95, 40, 60, 20}, {60, 35, 30, 30}}},
		"flow, spacer":    {NewFlow(LTR, 5, a, Spacer(), b, c), [3]place{{0, 45, 40, 10}, {105, 40, 60, 20}, {170, 35, 30, 30}}},
		"flow, two lines": {NewFlow(LTR, 50, a, b, c), [3]place{{0, 5, 40, 10}, {90, 0, 60, 20}, {0, 70, 30, 30}}},
		"sides":           {NewSides(LTR, a, c, b), [3]place{{0, 0, 40, 100}, {40, 0, 130, 100}, {170, 0, 30, 100}}},
		"sides mirrored":  {NewSides(RTL, a, c, b), [3]place{{160, 0, 40, 100}, {30, 0, 130, 100}, {0, 0, 30, 100}}},
		"frame":           {NewFrame(a, c, b), [3]place{{0, 0, 200, 10}, {0, 10, 200, 60}, {0, 70, 200, 30}}},
		"grid": {&fyne.Container{Layout: Grid{2, 60, 10, 5, LTR}, Objects: []fyne.CanvasObject{a, b, c}},
			[3]place{{0, 0, 95, 20}, {105, 0, 95, 20}, {0, 25, 95, 30}}},
		"grid mirrored": {&fyne.Container{Layout: Grid{2, 60, 10, 5, RTL}, Objects: []fyne.CanvasObject{a, b, c}},
			[3]place{{105, 0, 95, 20}, {0, 0, 95, 20}, {105, 25, 95, 30}}},
		"grid, no room": {&fyne.Container{Layout: Grid{2, 150, 10, 5, LTR}, Objects: []fyne.CanvasObject{a, b, c}},
			[3]place{{0, 0, 200, 10}, {0, 15, 200, 20}, {0, 40, 200, 30}}},
	} {
		k.in.Resize(fyne.NewSize(0, 0))
		k.in.Resize(fyne.NewSize(200, 100))
		if got := [3]place{placeOf(a), placeOf(b), placeOf(c)}; got != k.want {
			t.Errorf("%s: %v, want %v", name, got, k.want)
		}
	}
}

// TestMeasure proves that a text keeps to its measure at the side where the
// language begins, and takes less where there is less.
func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		dir         Direction
		width, x, w float32
	}{{LTR, 500, 0, 300}, {RTL, 500, 200, 300}, {RTL, 250, 0, 250}} {
		a := box(40, 10)
		NewMeasure(c.dir, 300, a).Resize(fyne.NewSize(c.width, 100))
		if got := placeOf(a); got.x != c.x || got.w != c.w {
			t.Errorf("at %g: %v, want x %g and width %g", c.width, got, c.x, c.w)
		}
	}
}

// TestHidden proves that a hidden thing leaves no gap.
func TestHidden(t *testing.T) {
	a, b, c := box(40, 10), box(60, 20), box(30, 30)
	b.Hide()
	for name, in := range map[string]*fyne.Container{"column": NewColumn(5, a, b, c), "row": NewRow(LTR, 5, a, b, c)} {
		least := in.MinSize()
		if name == "column" && least != fyne.NewSize(40, 45) || name == "row" && least != fyne.NewSize(75, 30) {
			t.Errorf("%s asks for %v", name, least)
		}
	}
}

// TestHeightForWidth proves that a wrapped text gets the height of its lines in
// one pass, through cards, insets, pages and frames, and gives it back when it
// gets more width.
func TestHeightForWidth(t *testing.T) {
	text := NewLabel(LTR, Body, "If you are not sure, give the earliest day it could have been: the limit in your notice runs from it.")
	below := box(10, 10)
	column := NewColumn(6, NewCard(NewInset(10, 10, text)), below)
	show(t, NewFrame(NewBar(true, box(1, 20)), nil, NewPage(column)), 300, 500)
	narrow := text.Size().Height
	if lines := narrow / 24; lines < 4 || lines != float32(len(text.lines)) {
		t.Errorf("%d lines in a height of %g", len(text.lines), narrow)
	}
	if got := below.Position().Y; got != narrow+20+36+6 {
		t.Errorf("the thing below is at %g, the text is %g high", got, narrow)
	}
	column.Resize(fyne.NewSize(900, 500))
	if text.Size().Height != 24 {
		t.Errorf("the height at 900 is %g, want one line of 24", text.Size().Height)
	}
}

// TestLabelSides proves the alignment of lines, and that text scales.
func TestLabelSides(t *testing.T) {
	for name, c := range map[string]struct {
		dir  Direction
		text string
		want fyne.TextAlign
	}{
		"latin":            {LTR, "a", fyne.TextAlignLeading},
		"arabic":           {RTL, "ا", fyne.TextAlignTrailing},
		"latin in arabic":  {RTL, "a", fyne.TextAlignTrailing},
		"arabic in latin":  {LTR, "ا", fyne.TextAlignLeading},
		"arabic by itself": {Auto, "ا", fyne.TextAlignTrailing},
	} {
		label := NewLabel(c.dir, Body, c.text)
		label.Resize(fyne.NewSize(100, 24))
		if got := label.drawn[0].Alignment; got != c.want {
			t.Errorf("%s is aligned %d, want %d", name, got, c.want)
		}
	}
	dress(t, theme.LightVariant, 2)
	if got := NewLabel(LTR, Body, "a").MinSize().Height; got != 48 {
		t.Errorf("a line at scale 2 is %g high, want 48", got)
	}
}

// TestProblem proves that a field shows what is wrong and marks its control,
// and takes both back.
func TestProblem(t *testing.T) {
	e := NewEntry(LTR, "Day", "", nil)
	f := NewField(LTR, "Day", "", e)
	before := f.MinSize().Height
	f.SetProblem("This day does not exist.")
	if !e.wrong || f.Value() != "This day does not exist." || f.MinSize().Height <= before {
		t.Errorf("wrong %t, says %q", e.wrong, f.Value())
	}
	f.SetProblem("")
	if e.wrong || f.Value() != "" || f.MinSize().Height != before {
		t.Errorf("still wrong %t, says %q", e.wrong, f.Value())
	}
}

// TestFieldsInLine proves that the controls of a row stand in line, whatever
// stands above and below them.
func TestFieldsInLine(t *testing.T) {
	a, b := NewEntry(LTR, "Day", "", nil), NewEntry(LTR, "How sure", "", nil)
	one, two := NewField(LTR, "Day", "For example 14 11 2026", a), NewField(LTR, "How sure", "", b)
	one.SetProblem("This day does not exist.")
	NewGrid(LTR, 2, one, two).Resize(fyne.NewSize(600, 300))
	if a.Position().Y != b.Position().Y || a.Position().Y < 40 {
		t.Errorf("the controls are at %g and %g", a.Position().Y, b.Position().Y)
	}
}

// TestProgress proves the bounds of the bar.
func TestProgress(t *testing.T) {
	p := NewProgress(RTL, "Steps")
	p.Resize(fyne.NewSize(100, 6))
	for _, c := range []struct{ share, x, w float32 }{{0.25, 75, 25}, {2, 0, 100}, {-1, 100, 0}} {
		p.Set(c.share, "words")
		if got := placeOf(p.done); got.x != c.x || got.w != c.w {
			t.Errorf("share %g: %v, want x %g and width %g", c.share, got, c.x, c.w)
		}
	}
}

// TestSqueezed proves that buttons, pills and selects with long words break them
// where the width is short, and keep to one line where it is not.
func TestSqueezed(t *testing.T) {
	long := "Ask the authority of the country where the provider is"
	for name, o := range map[string]fyne.Widget{
		"button": NewButton(LTR, Primary, long, nil), "quiet": NewButton(RTL, Quiet, long, nil),
		"pill": NewPill(LTR, Amber, long), "select": NewSelect(LTR, "n", []string{long}, 0, "", nil),
	} {
		flow := NewFlow(LTR, 8, o)
		flow.Resize(fyne.NewSize(200, 400))
		narrow := o.Size()
		if narrow.Width > 200 || narrow.Height < 60 {
			t.Errorf("%s is %v at 200", name, narrow)
		}
		outside(t, name, o, fyne.NewPos(-o.Position().X, -o.Position().Y), narrow)
		flow.Resize(fyne.NewSize(900, 400))
		if wide := o.Size(); wide.Height >= narrow.Height || wide.Width < 300 {
			t.Errorf("%s is %v at 900", name, wide)
		}
	}
}

// TestLongOptions proves that a long option in the list has the height of its
// lines.
func TestLongOptions(t *testing.T) {
	s := NewSelect(LTR, "n", []string{"short", "the authority of the country where the provider is"}, 0, "", nil)
	show(t, NewColumn(0, s), 240, 500)
	s.Open()
	all := s.list.popup.Size().Height
	if want := float32(44 + 3*24 + 16 + 2*4); all != want {
		t.Errorf("the list is %g high, want %g", all, want)
	}
}

// TestNarrowSelect proves that the list of a narrow select is as wide as its
// longest word, and begins at the select's leading edge in both directions.
func TestNarrowSelect(t *testing.T) {
	for name, dir := range map[string]Direction{"left to right": LTR, "right to left": RTL} {
		t.Run(name, func(t *testing.T) {
			s := NewSelect(dir, "Language", []string{"Deutsch", "Français"}, 0, "", nil)
			show(t, container.NewWithoutLayout(s), 600, 500)
			s.Resize(fyne.NewSize(70, 44))
			s.Move(fyne.NewPos(300, 0))
			s.Open()
			list := s.list.popup.Content
			word := NewLine(dir, Body, "Français").MinSize().Width
			if wide := list.Size().Width; wide < word || wide > word+100 {
				t.Errorf("the list is %g wide, its longest word %g", wide, word)
			}
			x := fyne.CurrentApp().Driver().AbsolutePositionForObject(list).X
			lead := map[Direction]float32{LTR: 300, RTL: 370 - list.Size().Width}[dir]
			if x != lead {
				t.Errorf("the list begins at %g, the select at %g", x, lead)
			}
		})
	}
}
