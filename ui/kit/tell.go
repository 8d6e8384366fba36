package kit

import "fyne.io/fyne/v2"

// Pressed is the press of a key, which Fyne tells only to what has the keyboard:
// every widget here tells the window too. Add a handler for it to the canvas with
// AddShortcut.
type Pressed struct{ Key fyne.KeyName }

// ShortcutName serves Fyne.
func (Pressed) ShortcutName() string { return "recourse:pressed" }

// Stirred is told to the window when the mouse moves or a finger touches.
type Stirred struct{}

// ShortcutName serves Fyne.
func (Stirred) ShortcutName() string { return "recourse:stirred" }

// Copied is told to the window when a field has put a text on the clipboard.
type Copied struct{ Text string }

// ShortcutName serves Fyne.
func (Copied) ShortcutName() string { return "recourse:copied" }

// tell tells the windows what happened, also from within a dialog or a list that
// lies over them.
func tell(what fyne.Shortcut) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if on, ok := w.Canvas().(fyne.Shortcutable); ok {
			on.TypedShortcut(what)
		}
	}
}

// KeyDown tells the window of the key.
func (c *control) KeyDown(k *fyne.KeyEvent) { tell(Pressed{k.Name}) }

// KeyUp serves Fyne.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// KeyDown tells the window of the key.
func (l *optionList) KeyDown(k *fyne.KeyEvent) { tell(Pressed{k.Name}) }

// KeyUp serves Fyne.
func (l *optionList) KeyUp(*fyne.KeyEvent) {}

// KeyDown tells the window of the key.
func (r *searchRows) KeyDown(k *fyne.KeyEvent) { tell(Pressed{k.Name}) }

// KeyUp serves Fyne.
func (r *searchRows) KeyUp(*fyne.KeyEvent) {}
