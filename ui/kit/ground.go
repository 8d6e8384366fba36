package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ground is a rounded rectangle that takes its colours from the theme.
type ground struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	width        float32 // of the stroke
	radius       float32
	rect         canvas.Rectangle
}

func newGround(fill, stroke fyne.ThemeColorName, width, radius float32) *ground {
	g := &ground{fill: fill, stroke: stroke, width: width, radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// set changes the colours.
func (g *ground) set(fill, stroke fyne.ThemeColorName, width float32) {
	g.fill, g.stroke, g.width = fill, stroke, width
	g.paint()
}

func (g *ground) CreateRenderer() fyne.WidgetRenderer { return render(g) }

func (g *ground) paint() {
	g.rect.FillColor, g.rect.StrokeColor = colour(g.fill), colour(g.stroke)
	g.rect.StrokeWidth, g.rect.CornerRadius = g.width, g.radius
	g.rect.Refresh()
}

func (g *ground) place(size fyne.Size) { g.rect.Resize(size) }

func (g *ground) least() fyne.Size { return fyne.Size{} }

func (g *ground) parts() []fyne.CanvasObject { return []fyne.CanvasObject{&g.rect} }
