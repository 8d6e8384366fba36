package kit

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/kit/edit"
)

// pointAt returns where a caret is seen.
func pointAt(e *Entry, c edit.Caret) fyne.Position {
	y := float32(e.pane.lay.LineOf(c))*e.pane.pitch() - e.pane.top + e.pane.pitch()/2
	return e.clip.Position().AddXY(e.pane.x(c), y)
}

// mouse presses and releases the mouse.
func mouse(e *Entry, at fyne.Position, mod fyne.KeyModifier) {
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: mod})
	e.MouseUp(nil)
}

// A click puts the caret, a second selects the word, a third the paragraph; Shift
// selects up to a click; a drag selects, after a third click by paragraphs.
func TestMouse(t *testing.T) {
	e := NewLongEntry(LTR, "n", "one two three\nfour five", 3, nil)
	open(t, e, 600)
	point := func(par, at int) fyne.Position {
		return pointAt(e, edit.Caret{Pos: edit.Pos{Par: par, At: at}})
	}
	mouse(e, point(0, 5), 0)
	if c := e.model.Caret(); c.Pos != (edit.Pos{Par: 0, At: 5}) {
		t.Errorf("clicked to %v", c.Pos)
	}
	mouse(e, point(0, 8), fyne.KeyModifierShift)
	if e.Selected() != "wo " {
		t.Errorf("Shift selects %q", e.Selected())
	}
	mouse(e, point(0, 5), 0)
	e.DoubleTapped(&fyne.PointEvent{Position: point(0, 5)})
	if e.Selected() != "two" {
		t.Errorf("two clicks select %q", e.Selected())
	}
	mouse(e, point(0, 5), 0)
	if e.Selected() != "one two three" {
		t.Errorf("three clicks select %q", e.Selected())
	}
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: point(1, 2)}})
	if e.Selected() != "one two three\nfour five" {
		t.Errorf("and a drag %q", e.Selected())
	}
	e.DragEnd()
	mouse(e, point(1, 2), 0)
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: point(0, 8)}})
	if e.Selected() != "three\nfo" {
		t.Errorf("dragged back %q", e.Selected())
	}
	mouse(e, point(1, 2), 0)
	e.Tapped(&fyne.PointEvent{Position: point(0, 0)})
	if c := e.model.Caret(); c.Pos != (edit.Pos{Par: 1, At: 2}) {
		t.Errorf("the tap that follows a press moves the caret to %v", c.Pos)
	}
}

// A word in the middle of the other direction is selected where it is seen.
func TestMouseInMixedText(t *testing.T) {
	e := NewEntry(RTL, "n", "إشعار Meridia وصل", nil)
	open(t, e, 600)
	e.DoubleTapped(&fyne.PointEvent{Position: pointAt(e, edit.Caret{Pos: edit.Pos{At: 9}})})
	if e.Selected() != "Meridia" || len(e.pane.marks) != 2 {
		t.Errorf("selected %q in %d rectangles", e.Selected(), len(e.pane.marks)/2)
	}
}

// A long text scrolls with the wheel, and the page where it has no more.
func TestWheel(t *testing.T) {
	e := NewLongEntry(LTR, "n", strings.Repeat("line\n", 30), 3, nil)
	column := NewColumn(0, e)
	for range 30 {
		column.Add(NewButton(LTR, Primary, "b", nil))
	}
	p := NewPage(column)
	show(t, p, 300, 300)
	down := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -400)}
	e.clip.Scrolled(down)
	if e.pane.top != 400 || p.scroll.Offset.Y != 0 {
		t.Errorf("the text is at %g, the page at %g", e.pane.top, p.scroll.Offset.Y)
	}
	e.clip.Scrolled(down)
	e.clip.Scrolled(down)
	if p.scroll.Offset.Y != 400 {
		t.Errorf("at the end of the text the page is at %g", p.scroll.Offset.Y)
	}
}

// The menu offers what can be done, in the caller's words, acts, and gives the
// keyboard back; without words there is none.
func TestMenu(t *testing.T) {
	e := NewEntry(LTR, "n", "text", nil)
	w := open(t, e, 300)
	menu := func() []string {
		press(w, desktop.KeyMenu)
		var got []string
		for b, ok := w.Canvas().Focused().(*Button); ok && len(got) < 9; b, ok = w.Canvas().Focused().(*Button) {
			got = append(got, b.Name())
			press(w, fyne.KeyDown)
			if len(got) > 1 && w.Canvas().Focused() != nil && w.Canvas().Focused().(*Button).Name() == got[0] {
				break
			}
		}
		return got
	}
	if got := menu(); got != nil {
		t.Errorf("a menu without words: %v", got)
	}
	e.Menu(MenuWords{"Undo", "Redo", "Cut", "Copy", "Paste", "Select all"})
	clip().SetContent("")
	if got, want := menu(), []string{"Select all"}; !reflect.DeepEqual(got[:1], want) {
		t.Errorf("offered %v", got)
	}
	press(w, fyne.KeySpace)
	if w.Canvas().Focused() != e || e.Selected() != "text" {
		t.Errorf("the keyboard is on %T, selected is %q", w.Canvas().Focused(), e.Selected())
	}
	if got, want := menu(), []string{"Cut", "Copy", "Select all"}; !reflect.DeepEqual(got, want) {
		t.Errorf("offered %v, want %v", got, want)
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Focused() != e || len(w.Canvas().Overlays().List()) != 0 {
		t.Error("escape leaves the menu open")
	}
}
