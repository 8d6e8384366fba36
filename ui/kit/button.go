package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// ButtonKind is the weight of a button.
type ButtonKind uint8

const (
	// Primary is the one next step of a page.
	Primary ButtonKind = iota
	// Secondary is any other step.
	Secondary
	// Quiet looks like a link.
	Quiet
	// Soft looks like a link of less weight.
	Soft
)

// Button does something. Its words are a verb.
type Button struct {
	control
	kind  ButtonKind
	text  *Label
	outer *ground // the border, and the focus
	inner *ground // the fill
}

var (
	_ drawn           = (*Button)(nil)
	_ Accessible      = (*Button)(nil)
	_ fyne.Accessible = (*Button)(nil)
)

// NewButton returns a button that calls act when it is tapped, or with space
// or enter.
func NewButton(dir Direction, kind ButtonKind, text string, act func()) *Button {
	b := &Button{kind: kind, text: NewLabel(dir, Strong, text)}
	b.outer, b.inner = newGround("", "", 0, 8), newGround("", "", 0, 8)
	b.init(b, act)
	return b
}

// SetText changes the words of the button.
func (b *Button) SetText(text string) {
	b.text.SetText(text)
	b.Refresh()
}

// Small sets the words of the button in caption size, for bars, and returns it.
// Its height stays that of any target.
func (b *Button) Small() *Button {
	b.text.style = StrongCaption
	return b
}

// Name returns the words of the button.
func (b *Button) Name() string { return b.text.text }

// Role returns RoleButton.
func (b *Button) Role() Role { return RoleButton }

// Value returns nothing: the name says all.
func (b *Button) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (b *Button) AccessibilityLabel() string { return label(b) }

// AccessibilityRole serves Fyne.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return role(b) }

// CreateRenderer serves Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return render(b) }

func (b *Button) paint() {
	fill, stroke, tone := b.colours()
	if b.hovered && !b.disabled && b.kind != Primary {
		fill = stock.ColorNameHover
	}
	if b.disabled {
		fill, stroke, tone = theme.ColorSide, theme.ColorLine, Slate
	}
	width := float32(1)
	if b.focused {
		stroke, width = stock.ColorNamePrimary, 2
	}
	ground := theme.ColorCard
	if b.kind == Quiet || b.kind == Soft {
		ground = ""
	}
	b.outer.set(ground, stroke, width)
	b.inner.set(fill, "", 0)
	b.text.tone = tone
	b.text.paint()
}

// colours returns fill, border and tone of the button at rest.
func (b *Button) colours() (fill, stroke fyne.ThemeColorName, tone Tone) {
	switch b.kind {
	case Primary:
		return stock.ColorNamePrimary, stock.ColorNamePrimary, OnTeal
	case Secondary:
		return theme.ColorCard, theme.ColorLine, Ink
	case Quiet:
		return "", "", Teal
	case Soft:
		return "", "", Slate
	}
	return theme.ColorCard, theme.ColorLine, Ink
}

// place centres the words. A focused primary button shows its ring as a gap
// between border and fill.
func (b *Button) place(size fyne.Size) {
	b.outer.Resize(size)
	gap := float32(0)
	switch {
	case b.focused && b.kind == Primary:
		gap = 4
	case b.kind != Primary || b.disabled:
		gap = 1
	}
	b.inner.radius = 8 - gap
	b.inner.paint()
	b.inner.Move(fyne.NewPos(gap, gap))
	b.inner.Resize(size.SubtractWidthHeight(2*gap, 2*gap))
	wide := min(b.text.natural(), size.Width-2*b.pad())
	high := fit(b.text, wide)
	b.text.Move(fyne.NewPos((size.Width-wide)/2, (size.Height-high)/2))
}

// pad is the room at either side of the words.
func (b *Button) pad() float32 {
	if b.kind == Quiet || b.kind == Soft {
		return 8
	}
	return 19
}

// natural is the width of the button with its words in one line.
func (b *Button) natural() float32 { return b.text.natural() + 2*b.pad() }

func (b *Button) least() fyne.Size {
	text := b.text.MinSize()
	return fyne.NewSize(text.Width+2*b.pad(), max(target, text.Height+20))
}

func (b *Button) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.outer, b.inner, b.text} }
