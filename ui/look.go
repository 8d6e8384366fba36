package ui

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/screens"
	"recourse/ui/theme"
)

// Looks dresses the window as the person chose, or as the system asks where
// nothing was chosen. Begin with NewLooks and SetLook.
type Looks struct {
	settings fyne.Settings
	variant  theme.Variant
	scale    float32
	silent   bool // the system has not said yet whether it is light or dark
	setting  bool // the change that settings tell of is ours
}

// NewLooks returns the looks of an application on an operating system, under its
// name in Go. Some systems say later than the window opens whether they are dark,
// or never: until then the window is light.
func NewLooks(settings fyne.Settings, system string) *Looks {
	l := &Looks{settings: settings, silent: system != "windows" && system != "darwin"}
	settings.AddListener(l.heard)
	return l
}

// SetLook draws the window in a variant and with text of a scale, where 0 stands
// for 1. What is typed, the caret and the keyboard stay where they are.
func (l *Looks) SetLook(v theme.Variant, scale float32) {
	if scale == 0 {
		scale = 1
	}
	l.variant, l.scale = v, scale
	if v == theme.SystemVariant && l.silent {
		v = theme.LightVariant
	}
	l.setting = true
	screens.SetLook(v, scale)
	l.setting = false
}

// heard takes what the system says later.
func (l *Looks) heard(s fyne.Settings) {
	if l.setting || !l.silent {
		return
	}
	l.silent = s.ThemeVariant() != stock.VariantDark && s.ThemeVariant() != stock.VariantLight
	if l.variant == theme.SystemVariant && !l.silent {
		l.SetLook(l.variant, l.scale)
	}
}

// ParseVariant returns the variant that a person names: "system", "light", "dark",
// "contrast" or "dark-contrast".
func ParseVariant(name string) (theme.Variant, error) { return theme.ParseVariant(name) }
