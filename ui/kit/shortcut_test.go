package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What shortcuts do in a field, on which systems; those that do nothing there go
// to the window.
func TestStepOf(t *testing.T) {
	const ctrl, alt, shift, super = fyne.KeyModifierControl, fyne.KeyModifierAlt, fyne.KeyModifierShift, fyne.KeyModifierSuper
	for _, c := range []struct {
		name   string
		key    fyne.KeyName
		mod    fyne.KeyModifier
		system string
		want   step
		extend bool
	}{
		{"a word", fyne.KeyRight, ctrl, "linux", stepWordRight, false},
		{"select a word", fyne.KeyLeft, ctrl | shift, "windows", stepWordLeft, true},
		{"a word on macOS", fyne.KeyLeft, alt, "darwin", stepWordLeft, false},
		{"a line on macOS", fyne.KeyRight, super | shift, "darwin", stepLineRight, true},
		{"the end on macOS", fyne.KeyDown, super, "darwin", stepEnd, false},
		{"a paragraph", fyne.KeyUp, ctrl, "linux", stepParagraphUp, false},
		{"the beginning", fyne.KeyHome, ctrl, "linux", stepBegin, false},
		{"erase a word", fyne.KeyBackspace, ctrl, "linux", stepEraseWord, false},
		{"redo", fyne.KeyZ, fyne.KeyModifierShortcutDefault | shift, "linux", stepRedo, false},
		{"on", fyne.KeyReturn, ctrl, "linux", stepNone, false},
		{"back", fyne.KeyLeft, alt, "windows", stepNone, false},
		{"another key", fyne.KeyB, ctrl, "linux", stepNone, false},
	} {
		got, extend := stepOf(&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}, c.system)
		if got != c.want || got != stepNone && extend != c.extend {
			t.Errorf("%s: step %d, extending %t", c.name, got, extend)
		}
	}
}
