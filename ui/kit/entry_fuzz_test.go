package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

var keys = []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp,
	fyne.KeyPageDown, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF10, desktop.KeyMenu}

// drive does one thing that a person can do to a field.
func drive(t *rapid.T, e *Entry) {
	point := func() fyne.Position {
		return fyne.NewPos(rapid.Float32Range(-50, 400).Draw(t, "x"), rapid.Float32Range(-50, 300).Draw(t, "y"))
	}
	switch rapid.IntRange(0, 10).Draw(t, "act") {
	case 0, 1:
		e.TypedRune(rapid.SampledFrom([]rune("a شé\u0301\u200d12(\U0001F468\n")).Draw(t, "rune"))
	case 2, 3, 4:
		e.hand.shift = rapid.Bool().Draw(t, "shift")
		e.TypedKey(&fyne.KeyEvent{Name: rapid.SampledFrom(keys).Draw(t, "key")})
	case 5:
		mod := rapid.SampledFrom([]fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierControl | fyne.KeyModifierShift}).Draw(t, "mod")
		e.custom(&desktop.CustomShortcut{KeyName: rapid.SampledFrom(keys).Draw(t, "key"), Modifier: mod}, "linux")
	case 6:
		some := rapid.SampledFrom([]string{"", "x", "شكوى رقم 12 (a) ", "long ", "\n", "中文字元。"}).Draw(t, "paste")
		clip().SetContent(strings.Repeat(some, rapid.IntRange(1, 400).Draw(t, "times")))
		e.paste()
	case 7:
		mouse(e, point(), rapid.SampledFrom([]fyne.KeyModifier{0, fyne.KeyModifierShift}).Draw(t, "mod"))
		e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: point()}})
		e.DoubleTapped(&fyne.PointEvent{Position: point()})
	case 8:
		e.TypedShortcut(rapid.SampledFrom([]fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutSelectAll{},
			&fyne.ShortcutCut{}, &fyne.ShortcutCopy{}}).Draw(t, "shortcut"))
	case 9:
		e.clip.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, rapid.Float32Range(-900, 900).Draw(t, "by"))})
	default:
		e.Resize(fyne.NewSize(rapid.Float32Range(80, 600).Draw(t, "width"), e.MinSize().Height))
	}
}

// Whatever a person does, the field holds: what was told last is its text, the
// caret is in it after a key, and no more is drawn than what is in sight.
func TestEntryHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir := rapid.SampledFrom([]Direction{LTR, RTL}).Draw(t, "direction")
		told := "شكوى one"
		change := func(s string) { told = s }
		e := NewLongEntry(dir, "n", told, 3, change)
		if rapid.Bool().Draw(t, "single") {
			e = NewEntry(dir, "n", told, change)
		}
		test.WidgetRenderer(e)
		e.Resize(fyne.NewSize(300, e.MinSize().Height))
		e.FocusGained()
		for range rapid.IntRange(1, 15).Draw(t, "acts") {
			drive(t, e)
		}
		if e.Text() != told {
			t.Fatalf("the text is %q, told was %q", e.Text(), told)
		}
		e.TypedRune('x')
		at := e.pane.caret.Position()
		if at.X < 0 || at.X > e.pane.size.Width || at.Y < 0 || at.Y > e.pane.size.Height {
			t.Fatalf("the caret is at %v of %v", at, e.pane.size)
		}
		lines := map[float32]bool{}
		for _, x := range e.pane.texts { // one for each face of a line
			lines[x.Position().Y] = true
		}
		if len(lines) > e.pane.rows()+2 {
			t.Fatalf("%d lines drawn", len(lines))
		}
	})
}
