package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// own returns the colours that only this program names.
func (p Palette) own(name fyne.ThemeColorName) (color.Color, bool) {
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
	case ColorTrack:
		return p.Track, true
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
func (p Palette) fynes(name fyne.ThemeColorName) (color.Color, bool) {
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
	}
	return p.faint(name)
}

// faint returns our colours for what Fyne draws over others, and for its states.
func (p Palette) faint(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case stock.ColorNameHover:
		return faded(p.Ink, 0x0c), true
	case stock.ColorNamePressed:
		return faded(p.Ink, 0x1c), true
	case stock.ColorNameScrollBar:
		return p.Edge, true
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
