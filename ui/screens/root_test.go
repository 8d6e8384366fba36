package screens

import (
	"testing"

	"fyne.io/fyne/v2"
)

// counting is a canvas that counts how often something is given the keyboard.
type counting struct {
	fyne.Canvas
	given int
}

func (c *counting) Focus(f fyne.Focusable) {
	c.given++
	c.Canvas.Focus(f)
}

// Nothing is given the keyboard before the window has its content, where Fyne would
// complain of it; Begin gives it then.
func TestKeyboardWaitsForTheContent(t *testing.T) {
	app, _, w := show(t, "en", map[string][]byte{})
	on := &counting{Canvas: w.Canvas()}
	r := NewRoot(app, on)
	if on.given != 0 {
		t.Errorf("the keyboard was given %d times before the content", on.given)
	}
	w.SetContent(r.Content())
	r.Begin()
	if on.given == 0 || w.Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
}
