package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// staged shows an object on a stage, and collects the keys that it is told of.
func staged(t *testing.T, o fyne.CanvasObject) (fyne.Window, *[]fyne.KeyName) {
	t.Helper()
	var keys []fyne.KeyName
	return show(t, NewStage(o, Ears{Pressed: func(k fyne.KeyName) { keys = append(keys, k) }}), 300, 300), &keys
}

// escape presses and releases Escape on what has the keyboard, as Fyne does.
func escape(t *testing.T, w fyne.Window) {
	t.Helper()
	f, ok := w.Canvas().Focused().(desktop.Keyable)
	if !ok {
		t.Fatalf("%T has the keyboard and hears no keys", w.Canvas().Focused())
	}
	k := &fyne.KeyEvent{Name: fyne.KeyEscape}
	f.KeyDown(k)
	if still, ok := w.Canvas().Focused().(desktop.Keyable); ok {
		still.(fyne.Focusable).TypedKey(k)
		still.KeyUp(k)
	}
}

// TestTheWindowHearsEveryKey proves that a key pressed on any widget reaches the
// window, once; also within lists, dialogs and menus that lie over it.
func TestTheWindowHearsEveryKey(t *testing.T) {
	for name, o := range everything(LTR) {
		f, ok := o.(fyne.Focusable)
		if !ok {
			continue
		}
		w, keys := staged(t, o)
		w.Canvas().Focus(f)
		escape(t, w)
		if len(*keys) != 1 || (*keys)[0] != fyne.KeyEscape {
			t.Errorf("%s: the window heard %v", name, *keys)
		}
	}
	options := []string{"a", "b", "c"}
	over := map[string]func(w fyne.Window, s *Select){
		"list": func(w fyne.Window, s *Select) { test.Tap(s) },
		"dialog": func(w fyne.Window, s *Select) {
			ShowDialog(w.Canvas(), LTR, "Ask", NewLabel(LTR, Body, "?"), func() {}, NewButton(LTR, Primary, "Yes", nil))
		},
		"searched": func(w fyne.Window, s *Select) {
			s.Searched(SearchWords{More: func(int, int) string { return "" }}, nil)
			test.Tap(s)
		},
		"field in a dialog": func(w fyne.Window, s *Select) {
			e := NewEntry(LTR, "Path", "", nil)
			ShowDialog(w.Canvas(), LTR, "Ask", e, func() {}, NewButton(LTR, Primary, "Yes", nil))
			w.Canvas().Focus(e)
		},
	}
	for name, open := range over {
		s := NewSelect(LTR, "Which", options, 0, "", func(int) {})
		w, keys := staged(t, s)
		open(w, s)
		escape(t, w)
		if len(*keys) != 1 {
			t.Errorf("%s: the window heard %v", name, *keys)
		}
	}
}

// TestTheWindowHearsTheMouse proves that the window is told when the mouse moves
// over a widget or beside it, and what is copied.
func TestTheWindowHearsTheMouse(t *testing.T) {
	e := NewEntry(LTR, "Name", "copied words", nil)
	moved, copied := 0, ""
	b := NewButton(LTR, Primary, "Go", nil)
	stage := NewStage(NewColumn(0, b, e), Ears{Stirred: func() { moved++ }, Copied: func(text string) { copied = text }})
	show(t, stage, 300, 200)
	b.MouseMoved(&desktop.MouseEvent{})
	stage.MouseMoved(&desktop.MouseEvent{})
	if moved != 2 {
		t.Errorf("heard of %d movements of 2", moved)
	}
	e.selectAll()
	e.copy()
	if copied != "copied words" {
		t.Errorf("heard that %q was copied", copied)
	}
	secret := NewSecret(LTR, "Passphrase", nil)
	secret.SetText("correct horse")
	secret.Unmask(true)
	secret.selectAll()
	secret.copy()
	if copied != "copied words" || fyne.CurrentApp().Clipboard().Content() == "correct horse" {
		t.Error("a secret was copied")
	}
}

// TestSecretIsShownAndHidden proves that a secret is drawn as dots until it is
// wanted otherwise, and that the text stays.
func TestSecretIsShownAndHidden(t *testing.T) {
	e := NewSecret(LTR, "Passphrase", nil)
	e.SetText("coral tent")
	show(t, e, 300, 60)
	drawn := func() string {
		out := ""
		for _, l := range e.pane.texts {
			out += l.Text
		}
		return out
	}
	hidden := drawn()
	e.Unmask(true)
	if !e.Unmasked() || drawn() == hidden {
		t.Errorf("shown: %q", drawn())
	}
	e.Unmask(false)
	if drawn() != hidden || e.Text() != "coral tent" {
		t.Errorf("hidden again: %q, text %q", drawn(), e.Text())
	}
}
