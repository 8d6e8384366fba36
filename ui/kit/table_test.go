package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

// tableCalls is what a table has called.
type tableCalls struct{ open, more, sort []int }

// tabled is a table with n rows in a window.
func tabled(t *testing.T, dir Direction, n int, size fyne.Size) (*Table, *tableCalls, fyne.Window) {
	t.Helper()
	calls := &tableCalls{}
	columns := []TableColumn{{Title: "Case", Share: 0.4}, {Title: "For", Share: 0.2}, {Title: "Status", Share: 0.2, Sort: Ascending, Words: "sorted"}, {Title: "Next", Share: 0.2}}
	x := NewTable(dir, "Cases", columns, TableActs{Open: func(i int) { calls.open = append(calls.open, i) },
		More: func(i int) { calls.more = append(calls.more, i) }, Sort: func(i int) { calls.sort = append(calls.sort, i) }, MoreName: "More"})
	x.SetRows(n, func(i int) TableRow {
		return TableRow{{Text: fmt.Sprintf("Case %d with a name that is much longer than its column has room for", i), Caption: "Complaint", Strong: true},
			{Text: "Amina Rahimi"}, {Text: "Draft · 62 %", Pill: true, Tone: Teal}, {Text: "File by Wed 25 Nov 2026", Pill: true, Tone: Amber}}
	}, true)
	w := test.NewTempWindow(t, NewPage(x))
	w.SetPadded(false)
	x.SetRoom(size.Height)
	w.Resize(size)
	return x, calls, w
}

func key(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// TestTableDrawsWhatIsInSight proves that a table of ten thousand rows draws a
// dozen, wherever it is scrolled to.
func TestTableDrawsWhatIsInSight(t *testing.T) {
	dress(t, theme.LightVariant, 1)
	x, _, w := tabled(t, LTR, 10_000, fyne.NewSize(1100, 600))
	x.FocusOn(w.Canvas())
	for _, to := range []fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown, fyne.KeyEnd} {
		key(w, to)
		if n := x.InSight(); n < 4 || n > 16 {
			t.Errorf("%s: %d rows are drawn", to, n)
		}
	}
	if x.Now() != 9999 || !strings.Contains(x.body.Value(), "Case 9999") {
		t.Errorf("at row %d: %q", x.Now(), x.body.Value())
	}
	first := x.body.drawn[0].index
	if first < 9980 {
		t.Errorf("the last rows are not in sight: from %d", first)
	}
}

// TestTableKeys proves that the arrows move, enter opens, space and delete ask what
// else, Tab goes over the titles to the rows, and a title sorts.
func TestTableKeys(t *testing.T) {
	dress(t, theme.LightVariant, 1)
	x, calls, w := tabled(t, RTL, 3, fyne.NewSize(1100, 600))
	test.FocusNext(w.Canvas())
	key(w, fyne.KeySpace)
	x.FocusOn(w.Canvas())
	key(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeySpace, fyne.KeyHome, fyne.KeyDelete)
	if got := fmt.Sprint(calls.sort, calls.open, calls.more); got != "[0] [2] [1 0]" {
		t.Errorf("sorted, opened, asked: %s", got)
	}
	x.SetRows(0, nil, false)
	key(w, fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown)
	if len(calls.open) != 1 || x.Now() != -1 {
		t.Error("a table without rows has opened one")
	}
}

// TestTableInNoRoom proves that a table for which there is no room has its whole
// height, that the keys bring its rows into sight by the page around it, and that
// one of very many rows goes on to scroll by itself.
func TestTableInNoRoom(t *testing.T) {
	dress(t, theme.LightVariant, 2)
	x, calls, w := tabled(t, LTR, 12, fyne.NewSize(900, 300))
	x.SetRoom(100)
	w.Resize(fyne.NewSize(901, 300))
	if x.InSight() != 12 || x.Size().Height < 12*x.body.height() {
		t.Fatalf("%d rows in %g", x.InSight(), x.Size().Height)
	}
	x.FocusOn(w.Canvas())
	key(w, fyne.KeyEnd, fyne.KeyReturn)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.body.drawn[11])
	if at.Y < 0 || at.Y > 300 || fmt.Sprint(calls.open) != "[11]" {
		t.Errorf("the last row is at %g, opened %v", at.Y, calls.open)
	}
	x.SetRows(10_000, x.body.row, true)
	w.Resize(fyne.NewSize(900, 300))
	if x.InSight() > 20 {
		t.Errorf("%d rows are drawn", x.InSight())
	}
}

// TestTableTaps proves that a tap on a row opens it and a tap on its dots asks what
// else, in both directions.
func TestTableTaps(t *testing.T) {
	dress(t, theme.LightVariant, 1)
	for _, dir := range []Direction{LTR, RTL} {
		x, calls, w := tabled(t, dir, 5, fyne.NewSize(1100, 600))
		row := x.body.drawn[1]
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
		test.TapCanvas(w.Canvas(), at.AddXY(300, 20))
		dots := fyne.CurrentApp().Driver().AbsolutePositionForObject(row.dots)
		test.TapCanvas(w.Canvas(), dots.AddXY(10, 20))
		if got := fmt.Sprint(calls.open, calls.more); got != "[1] [1]" {
			t.Errorf("direction %d: opened, asked: %s", dir, got)
		}
	}
}

// TestTableKeepsItsTextsInside proves that no text leaves its row or stands on
// another, in wide and narrow tables, at twice the size of text, in both directions.
func TestTableKeepsItsTextsInside(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		dress(t, theme.LightVariant, scale)
		for _, dir := range []Direction{LTR, RTL} {
			for _, wide := range []float32{480, 900, 1136} {
				x, _, _ := tabled(t, dir, 5, fyne.NewSize(wide, 700))
				for _, r := range x.body.drawn {
					outside(t, fmt.Sprintf("row at %g, scale %g", wide, scale), r, fyne.Position{}.Subtract(r.Position()), r.Size())
					apart(t, r)
				}
			}
		}
	}
}

// apart reports texts of a row that stand on each other.
func apart(t *testing.T, r *tableRow) {
	t.Helper()
	type box struct{ from, to fyne.Position }
	var boxes []box
	add := func(o fyne.CanvasObject, wide float32) {
		if o.Visible() {
			boxes = append(boxes, box{o.Position(), o.Position().AddXY(wide, o.Size().Height)})
		}
	}
	for _, c := range r.cells {
		add(c.text, c.text.Size().Width)
		add(c.caption, c.caption.Size().Width)
		add(c.pill, c.pill.Size().Width)
	}
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if a.from.X < b.to.X-1 && b.from.X < a.to.X-1 && a.from.Y < b.to.Y-1 && b.from.Y < a.to.Y-1 {
				t.Errorf("two texts stand on each other: %+v, %+v", a, b)
			}
		}
	}
}

// TestCutTakesWhatFits proves that a text is cut to its width, and only then.
func TestCutTakesWhatFits(t *testing.T) {
	dress(t, theme.LightVariant, 1)
	if got := cut("short", Body, 200); got != "short" {
		t.Errorf("%q", got)
	}
	got := cut(strings.Repeat("long ", 40), Body, 200)
	if !strings.HasSuffix(got, "…") || NewLine(LTR, Body, got).natural() > 200 || len(got) < 15 {
		t.Errorf("%q", got)
	}
}
