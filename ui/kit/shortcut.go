package kit

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut serves Fyne. What walks the window goes to the window, since
// Fyne hands it to the field alone.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	on, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable)
	if custom, is := s.(*desktop.CustomShortcut); is && ok && walks(custom, runtime.GOOS) {
		on.TypedShortcut(custom)
		return
	}
	f.Entry.TypedShortcut(s)
}

// walks tells whether a shortcut is one that a field has no use for: Enter or an
// arrow with Control or Alt, but for Alt with an arrow on macOS, which moves by a
// word there, as Control with an arrow does elsewhere.
func walks(s *desktop.CustomShortcut, system string) bool {
	switch s.KeyName {
	case fyne.KeyReturn, fyne.KeyEnter:
		return s.Modifier == fyne.KeyModifierControl
	case fyne.KeyLeft, fyne.KeyRight:
		return s.Modifier == fyne.KeyModifierAlt && system != "darwin"
	}
	return false
}
