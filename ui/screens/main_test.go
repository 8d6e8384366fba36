package screens

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

// TestMain starts one application for all tests: another one, or another look, has
// Fyne read all typefaces anew, and keep the old ones for long.
func TestMain(m *testing.M) {
	app := test.NewApp()
	app.Settings().SetTheme(theme.New(theme.LightVariant, 1))
	code := m.Run()
	app.Quit()
	os.Exit(code)
}

// dress gives the application the look that a test begins with, where it has
// another one.
func dress(variant theme.Variant, scale float32) {
	is, ok := fyne.CurrentApp().Settings().Theme().(theme.Theme)
	if !ok || is.Variant() != variant || is.TextScale() != scale {
		fyne.CurrentApp().Settings().SetTheme(theme.New(variant, scale))
	}
}
