// Package theme gives the screens their colours, sizes and typeface: the
// figures of the design, as a Fyne theme.
//
// Call New with a variant and the text scale that the person chose, and set the
// result on the application. The names beginning with Color and Size are those
// that Fyne does not know; the kit asks for them by name, so a change of theme
// reaches every widget. Recourse Sans holds all scripts of the program in one
// file, so nothing depends on the fonts of the system.
//
// The package draws nothing and chooses no variant.
package theme

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// Variant is a set of colours.
type Variant uint8

const (
	// SystemVariant is light or dark as the system asks, for those who have not
	// chosen.
	SystemVariant Variant = iota
	// LightVariant is dark text on a light ground.
	LightVariant
	// DarkVariant is light text on a dark ground.
	DarkVariant
	// ContrastVariant is black on white, for eyes that need it.
	ContrastVariant
	// DarkContrastVariant is white on black, for eyes that need it.
	DarkContrastVariant
)

// variantNames are the names of the variants in settings and on the command line.
func variantNames() map[Variant]string {
	return map[Variant]string{SystemVariant: "system", LightVariant: "light", DarkVariant: "dark",
		ContrastVariant: "contrast", DarkContrastVariant: "dark-contrast"}
}

// String returns the name of the variant, by which ParseVariant finds it again.
func (v Variant) String() string { return variantNames()[v] }

// ParseVariant returns the variant of a name: "system", "light", "dark",
// "contrast" or "dark-contrast".
func ParseVariant(name string) (Variant, error) {
	for v, n := range variantNames() {
		if n == name {
			return v, nil
		}
	}
	return SystemVariant, fmt.Errorf("find look %q: there are system, light, dark, contrast and dark-contrast", name)
}

// The colours that Fyne has no name for.
const (
	ColorSlate     fyne.ThemeColorName = "recourse-slate"
	ColorCard      fyne.ThemeColorName = "recourse-card"
	ColorSide      fyne.ThemeColorName = "recourse-side"
	ColorLine      fyne.ThemeColorName = "recourse-line"
	ColorEdge      fyne.ThemeColorName = "recourse-edge"
	ColorTrack     fyne.ThemeColorName = "recourse-track"
	ColorSoftTeal  fyne.ThemeColorName = "recourse-soft-teal"
	ColorSoftAmber fyne.ThemeColorName = "recourse-soft-amber"
	ColorSoftRed   fyne.ThemeColorName = "recourse-soft-red"
	ColorSoftGreen fyne.ThemeColorName = "recourse-soft-green"
)

// The sizes of type that Fyne has no name for, before scaling: 27, 19, 14.5 and
// 13. Body text is Fyne's own text size, 16.
const (
	SizeTitle   fyne.ThemeSizeName = "recourse-title"
	SizeHeading fyne.ThemeSizeName = "recourse-heading"
	SizeHint    fyne.ThemeSizeName = "recourse-hint"
	SizeCaption fyne.ThemeSizeName = "recourse-caption"
)

// Least and most of the text scale.
const (
	MinScale = 0.8
	MaxScale = 2.5
)

// Theme is a fyne.Theme of this program. It is immutable.
type Theme struct {
	variant Variant
	scale   float32
	stock   fyne.Theme
}

// New returns the theme of a variant. The text scale is 1 for the sizes of the
// design and 2 for text of twice the size; it is held between MinScale and
// MaxScale. Other measures do not scale with the text.
func New(v Variant, textScale float32) Theme {
	return Theme{variant: v, scale: min(max(textScale, MinScale), MaxScale), stock: stock.DefaultTheme()}
}

// Palette returns the colours of the theme where the system asks for light or
// for dark; only SystemVariant has regard to that.
func (t Theme) Palette(system fyne.ThemeVariant) Palette {
	switch t.variant {
	case SystemVariant:
		if system == stock.VariantDark {
			return Dark()
		}
		return Light()
	case LightVariant:
		return Light()
	case DarkVariant:
		return Dark()
	case ContrastVariant:
		return Contrast()
	case DarkContrastVariant:
		return DarkContrast()
	}
	return Light()
}

// fynes returns Fyne's variant that is nearest to ours.
func (t Theme) fynes(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.variant {
	case SystemVariant:
		if system == stock.VariantDark {
			return stock.VariantDark
		}
		return stock.VariantLight
	case DarkVariant, DarkContrastVariant:
		return stock.VariantDark
	case LightVariant, ContrastVariant:
		return stock.VariantLight
	}
	return stock.VariantLight
}

// Variant returns the variant of the theme.
func (t Theme) Variant() Variant { return t.variant }

// TextScale returns the scale of the text.
func (t Theme) TextScale() float32 { return t.scale }

// Font returns Recourse Sans, regular or bold, and Fyne's own font for symbols
// and for text of fixed width.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol, style.Monospace:
		return t.stock.Font(style)
	case style.Bold:
		return sansBold
	default:
		return sans
	}
}

// Icon returns Fyne's own icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.stock.Icon(name) }

// Color returns the colour of a name. The variant that Fyne passes is that of
// the system.
func (t Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	p := t.Palette(system)
	if c, ok := p.own(name); ok {
		return c
	}
	if c, ok := p.fynes(name); ok {
		return c
	}
	return t.stock.Color(name, t.fynes(system))
}

// Size returns the measure of a name, text sizes after scaling.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := textSize(name); ok {
		return size * t.scale
	}
	switch name {
	case stock.SizeNameInnerPadding:
		return 8
	case stock.SizeNamePadding:
		return 4
	case stock.SizeNameInputRadius, stock.SizeNameButtonRadius, stock.SizeNamePopupRadius, stock.SizeNameMenuRadius:
		return 8
	case stock.SizeNameCardRadius, stock.SizeNameDialogRadius:
		return 12
	case stock.SizeNameModalBlurRadius:
		return 0
	default:
		return t.stock.Size(name)
	}
}

// textSize returns the size of type of a name at scale 1.
func textSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case SizeTitle, stock.SizeNameHeadingText:
		return 27, true
	case SizeHeading, stock.SizeNameSubHeadingText:
		return 19, true
	case stock.SizeNameText:
		return 16, true
	case SizeHint:
		return 14.5, true
	case SizeCaption, stock.SizeNameCaptionText:
		return 13, true
	default:
		return 0, false
	}
}
