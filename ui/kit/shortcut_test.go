package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Which shortcuts leave a field for the window, on which systems.
func TestWalks(t *testing.T) {
	for _, c := range []struct {
		name   string
		key    fyne.KeyName
		mod    fyne.KeyModifier
		system string
		want   bool
	}{
		{"on", fyne.KeyReturn, fyne.KeyModifierControl, "linux", true},
		{"a new line", fyne.KeyReturn, fyne.KeyModifierShift, "linux", false},
		{"back", fyne.KeyLeft, fyne.KeyModifierAlt, "windows", true},
		{"a word on macOS", fyne.KeyLeft, fyne.KeyModifierAlt, "darwin", false},
		{"a word", fyne.KeyRight, fyne.KeyModifierControl, "linux", false},
		{"another key", fyne.KeyB, fyne.KeyModifierControl, "linux", false},
	} {
		if got := walks(&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}, c.system); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}
