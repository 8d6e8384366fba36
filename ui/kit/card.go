package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// NewCard returns things one below the other on a card.
func NewCard(objects ...fyne.CanvasObject) *fyne.Container {
	return card(theme.ColorLine, 1, objects)
}

// NewChosenCard returns a card with the border of what is chosen or advised. A
// word in it has to say so too.
func NewChosenCard(objects ...fyne.CanvasObject) *fyne.Container {
	return card(stock.ColorNamePrimary, 2, objects)
}

func card(stroke fyne.ThemeColorName, width float32, objects []fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newGround(theme.ColorCard, stroke, width, 12), NewInset(20, 18, NewColumn(6, objects...)))
}

// NewBar returns a thing on the ground of a bar, with a hairline at its lower
// edge where it is at the top of the window, else at its upper edge.
func NewBar(top bool, object fyne.CanvasObject) *fyne.Container {
	line := NewRule()
	if top {
		return container.NewStack(newGround(theme.ColorCard, "", 0, 0), NewFrame(nil, line, object))
	}
	return container.NewStack(newGround(theme.ColorCard, "", 0, 0), NewFrame(line, nil, object))
}

// NewSide returns a thing on the ground of the side column.
func NewSide(object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newGround(theme.ColorSide, "", 0, 0), object)
}

// Rule is a hairline.
type Rule struct {
	widget.BaseWidget
	ground *ground
}

// NewRule returns a hairline across the width, or down the height, of its place.
func NewRule() *Rule {
	r := &Rule{ground: newGround(theme.ColorLine, "", 0, 0)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer serves Fyne.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer { return render(r) }

func (r *Rule) paint()                     { r.ground.paint() }
func (r *Rule) place(size fyne.Size)       { r.ground.Resize(size) }
func (r *Rule) least() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *Rule) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground} }

// NewBanner returns a thing on the ground of a tone, with a button at its end.
func NewBanner(dir Direction, tone Tone, words fyne.CanvasObject, button *Button) *fyne.Container {
	return container.NewStack(newGround(tone.ground(), "", 0, 12),
		NewInset(24, 18, NewSides(dir, nil, NewInset(8, 0, NewRow(dir, 0, button)), words)))
}
