package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is the part of a widget that can be tapped and focused. A widget
// embeds it, calls init, and gives it what to do.
type control struct {
	widget.BaseWidget
	self     fyne.Widget
	act      func()             // on tap, space and enter
	key      func(fyne.KeyName) // other keys
	escape   func()             // on escape, where something has to close
	reveal   func(fyne.CanvasObject)
	focused  bool
	hovered  bool
	disabled bool
}

var (
	_ fyne.Tappable      = (*control)(nil)
	_ fyne.Focusable     = (*control)(nil)
	_ desktop.Hoverable  = (*control)(nil)
	_ desktop.Cursorable = (*control)(nil)
	_ fyne.Disableable   = (*control)(nil)
)

func (c *control) init(self fyne.Widget, act func()) {
	c.self, c.act = self, act
	c.ExtendBaseWidget(self)
}

// Tapped focuses the widget and does what it is for.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.Focus()
	c.run()
}

func (c *control) run() {
	if c.act != nil && !c.disabled {
		c.act()
	}
}

// Focus puts the keyboard on the widget, where it is on a canvas.
func (c *control) Focus() {
	f, ok := c.self.(fyne.Focusable)
	if on := fyne.CurrentApp().Driver().CanvasForObject(c.self); on != nil && ok {
		on.Focus(f)
	}
}

// FocusGained serves Fyne.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	c.show()
}

// FocusLost serves Fyne.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune serves Fyne; a space comes as a key too.
func (c *control) TypedRune(rune) {}

// TypedKey acts on space and enter.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		c.run()
	case e.Name == fyne.KeyEscape && c.escape != nil:
		c.escape()
	case c.key != nil && !c.disabled:
		c.key(e.Name)
	}
}

// MouseIn serves Fyne.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved serves Fyne.
func (c *control) MouseMoved(*desktop.MouseEvent) { stirred() }

// MouseOut serves Fyne.
func (c *control) MouseOut() { c.hover(false) }

func (c *control) hover(on bool) {
	stirred()
	c.hovered = on
	c.Refresh()
}

// Cursor is a hand over what can be tapped.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Disable keeps the widget from acting.
func (c *control) Disable() { c.disable(true) }

// Enable undoes Disable.
func (c *control) Enable() { c.disable(false) }

// Disabled reports whether the widget acts.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) disable(on bool) {
	c.disabled = on
	c.Refresh()
}

// onReveal tells the widget whom to call when it gets the keyboard.
func (c *control) onReveal(do func(fyne.CanvasObject)) { c.reveal = do }

// onEscape tells the widget what closes what it stands in.
func (c *control) onEscape(do func()) { c.escape = do }
