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
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

//go:embed RecourseSans-Regular.ttf
var regular []byte

//go:embed RecourseSans-Bold.ttf
var bold []byte

// Licence is the licence of Recourse Sans, which has to stand beside the font
// wherever it is given away.
//
//go:embed OFL.txt
var Licence string

// Variant is a set of colours.
type Variant uint8

const (
	// LightVariant is dark text on a light ground.
	LightVariant Variant = iota
	// DarkVariant is light text on a dark ground.
	DarkVariant
	// ContrastVariant is black on white, for eyes that need it.
	ContrastVariant
)

// The colours that Fyne has no name for.
const (
	ColorSlate     fyne.ThemeColorName = "recourse-slate"
	ColorCard      fyne.ThemeColorName = "recourse-card"
	ColorSide      fyne.ThemeColorName = "recourse-side"
	ColorLine      fyne.ThemeColorName = "recourse-line"
	ColorEdge      fyne.ThemeColorName = "recourse-edge"
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
	palette Palette
	variant fyne.ThemeVariant
	scale   float32
	stock   fyne.Theme
}

// New returns the theme of a variant. The text scale is 1 for the sizes of the
// design and 2 for text of twice the size; it is held between MinScale and
// MaxScale. Other measures do not scale with the text.
func New(v Variant, textScale float32) Theme {
	t := Theme{palette: Light(), variant: stock.VariantLight, stock: stock.DefaultTheme()}
	switch v {
	case LightVariant:
	case DarkVariant:
		t.palette, t.variant = Dark(), stock.VariantDark
	case ContrastVariant:
		t.palette = Contrast()
	}
	t.scale = min(max(textScale, MinScale), MaxScale)
	return t
}

// Palette returns the colours of the theme.
func (t Theme) Palette() Palette { return t.palette }

// TextScale returns the scale of the text.
func (t Theme) TextScale() float32 { return t.scale }

// Font returns Recourse Sans, regular or bold, and Fyne's own font for symbols
// and for text of fixed width.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol, style.Monospace:
		return t.stock.Font(style)
	case style.Bold:
		return fyne.NewStaticResource("RecourseSans-Bold.ttf", bold)
	default:
		return fyne.NewStaticResource("RecourseSans-Regular.ttf", regular)
	}
}

// Icon returns Fyne's own icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.stock.Icon(name) }

// Color returns the colour of a name. The variant that Fyne passes is that of
// the system; this theme has its own.
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.own(name); ok {
		return c
	}
	if c, ok := t.fynes(name); ok {
		return c
	}
	return t.stock.Color(name, t.variant)
}

// own returns the colours that only this program names.
func (t Theme) own(name fyne.ThemeColorName) (color.Color, bool) {
	p := t.palette
	switch name {
	case ColorSlate:
		return p.Slate, true
	case ColorCard:
		return p.Card, true
	case ColorSide:
		return p.Side, true
	case ColorLine:
		return p.Line, true
	case ColorEdge:
		return p.Edge, true
	case ColorSoftTeal:
		return p.SoftTeal, true
	case ColorSoftAmber:
		return p.SoftAmber, true
	case ColorSoftRed:
		return p.SoftRed, true
	case ColorSoftGreen:
		return p.SoftGreen, true
	}
	return nil, false
}

// fynes returns our colours for Fyne's names.
func (t Theme) fynes(name fyne.ThemeColorName) (color.Color, bool) {
	p := t.palette
	switch name {
	case stock.ColorNameBackground:
		return p.Paper, true
	case stock.ColorNameForeground:
		return p.Ink, true
	case stock.ColorNamePlaceHolder, stock.ColorNameDisabled:
		return p.Slate, true
	case stock.ColorNamePrimary, stock.ColorNameHyperlink:
		return p.Primary, true
	case stock.ColorNameForegroundOnPrimary:
		return p.OnPrimary, true
	case stock.ColorNameButton, stock.ColorNameDisabledButton, stock.ColorNameInputBackground,
		stock.ColorNameMenuBackground, stock.ColorNameOverlayBackground, stock.ColorNameHeaderBackground:
		return p.Card, true
	case stock.ColorNameInputBorder:
		return p.Edge, true
	case stock.ColorNameSeparator:
		return p.Line, true
	case stock.ColorNameFocus, stock.ColorNameSelection:
		return p.SoftTeal, true
	case stock.ColorNameHover:
		return faded(p.Ink, 0x0c), true
	case stock.ColorNamePressed:
		return faded(p.Ink, 0x1c), true
	case stock.ColorNameScrollBar:
		return faded(p.Slate, 0xa0), true
	case stock.ColorNameScrollBarBackground:
		return faded(p.Slate, 0x10), true
	case stock.ColorNameShadow:
		return color.NRGBA{A: 0x38}, true
	case stock.ColorNameError:
		return p.Red, true
	case stock.ColorNameWarning:
		return p.Amber, true
	case stock.ColorNameSuccess:
		return p.Green, true
	}
	return nil, false
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
