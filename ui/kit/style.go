package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// Style is a way to set text.
type Style uint8

const (
	// Body is running text.
	Body Style = iota
	// Strong is body text in bold: the name of a field or an option.
	Strong
	// Title is the question of a page.
	Title
	// Heading is the title of a card or of a part of the page.
	Heading
	// Hint is help beside or below something.
	Hint
	// Caption is the smallest text.
	Caption
	// StrongCaption is the smallest text in bold.
	StrongCaption
)

// Tone is a meaning that has a colour. A word or a sign always stands with it.
type Tone uint8

const (
	// Ink is plain text.
	Ink Tone = iota
	// Slate is second text.
	Slate
	// Teal is for actions and for notices.
	Teal
	// Amber is for dates and warnings.
	Amber
	// Red is for errors and overdue dates.
	Red
	// Green is for what is done or kept.
	Green
	// OnTeal is text on the ground of a primary button.
	OnTeal
)

// size returns the name of the size of type, and whether it is bold.
func (s Style) size() (fyne.ThemeSizeName, bool) {
	switch s {
	case Body:
		return stock.SizeNameText, false
	case Strong:
		return stock.SizeNameText, true
	case Title:
		return theme.SizeTitle, true
	case Heading:
		return theme.SizeHeading, true
	case Hint:
		return theme.SizeHint, false
	case Caption:
		return theme.SizeCaption, false
	case StrongCaption:
		return theme.SizeCaption, true
	}
	return stock.SizeNameText, false
}

// tone returns the tone of a style where none is asked for.
func (s Style) tone() Tone {
	switch s {
	case Hint, Caption:
		return Slate
	case Body, Strong, Title, Heading, StrongCaption:
		return Ink
	}
	return Ink
}

// text returns the name of the colour of text in the tone.
func (t Tone) text() fyne.ThemeColorName {
	switch t {
	case Ink:
		return stock.ColorNameForeground
	case Slate:
		return theme.ColorSlate
	case Teal:
		return stock.ColorNamePrimary
	case Amber:
		return stock.ColorNameWarning
	case Red:
		return stock.ColorNameError
	case Green:
		return stock.ColorNameSuccess
	case OnTeal:
		return stock.ColorNameForegroundOnPrimary
	}
	return stock.ColorNameForeground
}

// ground returns the name of the colour that text in the tone stands on.
func (t Tone) ground() fyne.ThemeColorName {
	switch t {
	case Ink, Slate:
		return theme.ColorSide
	case Teal:
		return theme.ColorSoftTeal
	case Amber:
		return theme.ColorSoftAmber
	case Red:
		return theme.ColorSoftRed
	case Green:
		return theme.ColorSoftGreen
	case OnTeal:
		return stock.ColorNamePrimary
	}
	return theme.ColorSide
}

// target is the least height of a thing that can be tapped.
const target = 44

// lineHeight is the distance of two lines, in sizes of the type.
const lineHeight = 1.5

// colour returns the colour of a name in the theme of the application.
func colour(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return stock.Color(name)
}
