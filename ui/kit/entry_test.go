package kit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit/edit"
)

// open shows a field of a width that has the keyboard.
func open(t *testing.T, e *Entry, width float32) fyne.Window {
	t.Helper()
	w := show(t, NewColumn(0, e), width, 400)
	w.Canvas().Focus(e)
	return w
}

func shortcut(e *Entry, key fyne.KeyName, mod fyne.KeyModifier) {
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

// shifted types keys while Shift is down.
func shifted(w fyne.Window, e *Entry, keys ...fyne.KeyName) {
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(w, keys...)
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func clip() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }

// What is drawn is the same at rest and with the keyboard: the text in visual
// order, at the side where its paragraph begins.
func TestEntryDraws(t *testing.T) {
	for name, c := range map[string]struct {
		e     *Entry
		want  []string
		right bool
	}{
		"latin":             {NewEntry(LTR, "n", "Amina (12)", nil), []string{"Amina (12)"}, false},
		"arabic":            {NewEntry(LTR, "n", "رقم 12", nil), []string{"\u200e" + l("12") + r(" ") + r("رقم")}, true},
		"latin in arabic":   {NewEntry(RTL, "n", "Amina", nil), []string{"Amina"}, true},
		"number in arabic":  {NewLongEntry(RTL, "n", "12", 2, nil), []string{"12"}, true},
		"an override typed": {NewEntry(LTR, "n", "\u202dאב\u202c", nil), []string{"\u200e" + l("אב")}, true},
		"secret":            {secret("أمي"), []string{"\u200e" + r("•") + r("•") + r("•")}, true},
		"paragraphs":        {NewLongEntry(LTR, "n", "a\n\tb", 2, nil), []string{"a", "    b"}, false},
		"controls":          {NewEntry(LTR, "n", "a\nb\u200e\x07c", nil), []string{"a bc"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := show(t, NewColumn(0, c.e), 300, 200)
			for range 2 {
				var got []string
				for _, text := range c.e.pane.texts {
					got = append(got, text.Text)
				}
				if !reflect.DeepEqual(got, c.want) {
					t.Errorf("drawn %+q, want %+q", got, c.want)
				}
				if x := c.e.pane.texts[0].Position().X; (x > 50) != c.right {
					t.Errorf("begins at %g", x)
				}
				w.Canvas().Focus(c.e)
			}
		})
	}
}

func secret(text string) *Entry {
	e := NewSecret(RTL, "Passphrase", nil)
	e.SetText(text)
	return e
}

// The hint stands in an empty field, and goes with the first key.
func TestHint(t *testing.T) {
	e := NewEntry(LTR, "n", "", nil).Hinted("Search")
	open(t, e, 300)
	if e.hint.Hidden {
		t.Error("no hint in an empty field")
	}
	e.TypedRune('a')
	if !e.hint.Hidden {
		t.Error("the hint stands over the text")
	}
}

// Arrow keys go as the text is seen: in Arabic the left one goes on.
func TestArrowsAreVisual(t *testing.T) {
	e := NewEntry(RTL, "n", "اب 12", nil)
	w := open(t, e, 300)
	press(w, fyne.KeyHome)
	x := e.pane.x(e.model.Caret())
	for i := range 3 {
		press(w, fyne.KeyLeft)
		if now := e.pane.x(e.model.Caret()); now >= x {
			t.Fatalf("step %d to the left goes from %g to %g", i, x, now)
		} else {
			x = now
		}
	}
	if at := e.model.Caret().At; at != 3 {
		t.Errorf("after three steps at %d", at)
	}
}

// Shift selects, by characters, lines and words; the selection is copied in
// logical order; and an arrow ends it at its side.
func TestSelectByKeys(t *testing.T) {
	e := NewLongEntry(LTR, "n", "one شكوى two\nthree", 4, nil)
	w := open(t, e, 600)
	shortcut(e, fyne.KeyHome, fyne.KeyModifierControl)
	shifted(w, e, fyne.KeyEnd)
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip()})
	if got := clip().Content(); got != "one شكوى two" {
		t.Errorf("copied %q", got)
	}
	press(w, fyne.KeyLeft)
	if e.Selected() != "" || e.model.Caret().At != 0 {
		t.Errorf("the selection ended at %v", e.model.Caret())
	}
	shortcut(e, fyne.KeyRight, fyne.KeyModifierControl|fyne.KeyModifierShift)
	shortcut(e, fyne.KeyRight, fyne.KeyModifierControl|fyne.KeyModifierShift)
	if got := e.Selected(); got != "one شكوى " {
		t.Errorf("two words are %q", got)
	}
	shifted(w, e, fyne.KeyDown)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	press(w, fyne.KeyBackspace)
	if e.Text() != "" {
		t.Errorf("left %q", e.Text())
	}
}

// Up and down keep their place over shorter lines, go to the two ends from the
// first and the last line, and a page at a time.
func TestUpAndDown(t *testing.T) {
	e := NewLongEntry(LTR, "n", "eeeee\ne\neeeee"+strings.Repeat("\ne", 20), 4, nil)
	w := open(t, e, 300)
	shortcut(e, fyne.KeyHome, fyne.KeyModifierControl)
	press(w, fyne.KeyEnd, fyne.KeyDown, fyne.KeyDown)
	if c := e.model.Caret(); c.Pos != (edit.Pos{Par: 2, At: 5}) {
		t.Errorf("two lines down at %v", c.Pos)
	}
	press(w, fyne.KeyPageDown)
	if c := e.model.Caret(); c.Par != 6 {
		t.Errorf("a page down in paragraph %d", c.Par)
	}
	if y := e.pane.caret.Position().Y; y < 0 || y > e.pane.size.Height {
		t.Errorf("the caret is at %g of %g", y, e.pane.size.Height)
	}
	press(w, fyne.KeyPageUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if c := e.model.Caret(); c.Pos != (edit.Pos{}) {
		t.Errorf("above the first line at %v", c.Pos)
	}
}

// What a paste takes, in one line and in several, and that it can be undone.
func TestPaste(t *testing.T) {
	for _, c := range []struct {
		e    *Entry
		want string
	}{
		{NewEntry(LTR, "n", "", nil), "a b c d"},
		{NewLongEntry(LTR, "n", "", 3, nil), "a\nb\tc d"},
	} {
		var told []string
		c.e.changed = func(s string) { told = append(told, s) }
		open(t, c.e, 300)
		clip().SetContent("a\r\nb\tc\x00\u202ed")
		c.e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip()})
		if c.e.Text() != c.want || !reflect.DeepEqual(told, []string{c.want}) {
			t.Errorf("pasted %q, told %q, want %q", c.e.Text(), told, c.want)
		}
		c.e.TypedShortcut(&fyne.ShortcutUndo{})
		if c.e.Text() != "" {
			t.Errorf("undone to %q", c.e.Text())
		}
		c.e.TypedShortcut(&fyne.ShortcutRedo{})
		if c.e.Text() != c.want {
			t.Errorf("redone to %q", c.e.Text())
		}
	}
}

// A secret is not copied, cut or read out, though it can be erased as a whole.
func TestSecretStays(t *testing.T) {
	e := secret("correct horse")
	open(t, e, 300)
	clip().SetContent("before")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip()})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip()})
	if clip().Content() != "before" || e.Text() != "correct horse" || e.Value() != "" || e.Selected() != "" {
		t.Errorf("the clipboard has %q", clip().Content())
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if e.Text() != "" {
		t.Error("a selected secret is not erased")
	}
}

// A field to read can be selected and copied, and takes nothing; a disabled one
// does not take the keyboard either.
func TestReadOnly(t *testing.T) {
	e := NewEntry(LTR, "n", "kept", func(string) { t.Error("told of a change") })
	e.SetReadOnly(true)
	w := open(t, e, 300)
	clip().SetContent("x")
	e.TypedRune('a')
	press(w, fyne.KeyBackspace, fyne.KeyDelete)
	shortcut(e, fyne.KeyBackspace, fyne.KeyModifierControl)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip()})
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip()})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip()})
	if e.Text() != "kept" || clip().Content() != "kept" {
		t.Errorf("the field has %q, the clipboard %q", e.Text(), clip().Content())
	}
	w.Canvas().Unfocus()
	e.Disable()
	test.FocusNext(w.Canvas())
	if w.Canvas().Focused() == e {
		t.Error("a disabled field has the keyboard")
	}
}

// A single line follows its caret to both sides, however long it is.
func TestSingleLineFollows(t *testing.T) {
	for _, dir := range []Direction{LTR, RTL} {
		for _, text := range []string{strings.Repeat("abc def ", 2500), strings.Repeat("شكوى رقم ", 2500)} {
			e := NewEntry(dir, "n", text, nil)
			w := open(t, e, 300)
			press(w, fyne.KeyEnd)
			for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyRight} {
				press(w, key)
				if x := e.pane.caret.Position().X; x < 0 || x > e.pane.size.Width {
					t.Errorf("after %s the caret is at %g of %g", key, x, e.pane.size.Width)
				}
			}
			if n := len([]rune(e.pane.texts[0].Text)); n > 400 {
				t.Errorf("%d characters drawn", n)
			}
		}
	}
}

// The count of a limit is in the caller's words; a text beyond it stays, and is
// marked.
func TestLimit(t *testing.T) {
	e := NewEntry(LTR, "n", "", nil).Limited(3, func(used, most int) string { return fmt.Sprintf("%d of %d", used, most) })
	open(t, e, 300)
	before := e.MinSize().Height
	for _, r := range "abcd" {
		e.TypedRune(r)
	}
	if e.Text() != "abcd" || e.count.text != "4 of 3" || e.count.tone != Red || e.MinSize().Height != before {
		t.Errorf("the field has %q, the count is %q", e.Text(), e.count.text)
	}
	if _, width := e.stroke(); width != 2 || before <= NewEntry(LTR, "n", "", nil).MinSize().Height {
		t.Error("not marked, or the count has no room")
	}
}

// A field in the place of another goes on with its selection and its undo.
func TestTakeCaret(t *testing.T) {
	old := NewEntry(LTR, "n", "", nil)
	open(t, old, 300)
	for _, r := range "one two" {
		old.TypedRune(r)
	}
	shortcut(old, fyne.KeyLeft, fyne.KeyModifierControl|fyne.KeyModifierShift)
	e := NewEntry(RTL, "m", "one two", nil)
	e.TakeCaret(old)
	if e.Selected() != "two" {
		t.Errorf("selected %q", e.Selected())
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "one " {
		t.Errorf("undone to %q", e.Text())
	}
}
