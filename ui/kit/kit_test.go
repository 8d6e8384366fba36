package kit

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

// TestMain starts one application for all tests, since Fyne has no more than
// one, in light colours.
func TestMain(m *testing.M) {
	app := test.NewApp()
	app.Settings().SetTheme(theme.New(theme.LightVariant, 1))
	os.Exit(m.Run())
}

// dress gives the application another theme for the length of a test.
func dress(t *testing.T, v theme.Variant, scale float32) {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(v, scale))
	t.Cleanup(func() { fyne.CurrentApp().Settings().SetTheme(theme.New(theme.LightVariant, 1)) })
}

// show puts an object on a window of the given size.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// press types a key on whatever has the keyboard.
func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}
