package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// said are settings in which the system says what it wants.
type said struct {
	fyne.Settings
	variant fyne.ThemeVariant
	heard   []func(fyne.Settings)
}

func (s *said) AddListener(do func(fyne.Settings)) { s.heard = append(s.heard, do) }
func (s *said) ThemeVariant() fyne.ThemeVariant    { return s.variant }
func (s *said) says(v fyne.ThemeVariant) {
	s.variant = v
	for _, do := range s.heard {
		do(s)
	}
}

// drawn is the variant and the scale that the window has now.
func drawn(t *testing.T) (theme.Variant, float32) {
	t.Helper()
	now, ok := fyne.CurrentApp().Settings().Theme().(theme.Theme)
	if !ok {
		t.Fatal("the window has a theme of somebody else")
	}
	return now.Variant(), now.TextScale()
}

// The window follows the system only where the person has chosen nothing, and is
// light on systems that have not said what they want.
func TestLooksFollowTheSystem(t *testing.T) {
	for _, c := range []struct {
		name, system  string
		chosen        theme.Variant
		before, after theme.Variant // before and after the system says that it is dark
	}{
		{"nothing chosen, says later", "linux", theme.SystemVariant, theme.LightVariant, theme.SystemVariant},
		{"nothing chosen, says at once", "windows", theme.SystemVariant, theme.SystemVariant, theme.SystemVariant},
		{"light chosen", "linux", theme.LightVariant, theme.LightVariant, theme.LightVariant},
		{"contrast chosen", "darwin", theme.DarkContrastVariant, theme.DarkContrastVariant, theme.DarkContrastVariant},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &said{Settings: test.NewTempApp(t).Settings(), variant: stock.VariantDark}
			l := NewLooks(s, c.system)
			l.SetLook(c.chosen, 0)
			if v, scale := drawn(t); v != c.before || scale != 1 {
				t.Errorf("at first %d in scale %g", v, scale)
			}
			s.says(stock.VariantDark)
			if v, _ := drawn(t); v != c.after {
				t.Errorf("then %d", v)
			}
			l.SetLook(theme.ContrastVariant, 1.5)
			s.says(stock.VariantLight)
			if v, scale := drawn(t); v != theme.ContrastVariant || scale != 1.5 {
				t.Errorf("chosen contrast became %d in scale %g", v, scale)
			}
		})
	}
}
