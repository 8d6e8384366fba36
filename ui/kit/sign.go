package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// sign is a small round or square mark with a character in it.
type sign struct {
	widget.BaseWidget
	side   float32
	radius float32
	ground *ground
	text   canvas.Text
	mark   string
	points float32
	ink    fyne.ThemeColorName
}

func newSign(side, radius float32) *sign {
	s := &sign{side: side, radius: radius, points: 12, ground: newGround("", "", 2, radius)}
	s.text.TextStyle, s.text.Alignment = fyne.TextStyle{Bold: true}, fyne.TextAlignCenter
	s.ExtendBaseWidget(s)
	return s
}

// set changes mark and colours.
func (s *sign) set(mark string, ink, fill, stroke fyne.ThemeColorName) {
	s.mark, s.ink = mark, ink
	s.ground.set(fill, stroke, 2)
	s.paint()
}

func (s *sign) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *sign) paint() {
	s.ground.radius = scaled(s.radius)
	s.ground.paint()
	piece{s.mark, theme.Common}.onto(&s.text, scaled(s.points), fyne.TextStyle{Bold: true})
	s.text.Color = colour(s.ink)
	s.text.Refresh()
}

func (s *sign) place(size fyne.Size) {
	s.ground.Resize(size)
	high := s.text.MinSize().Height
	s.text.Resize(fyne.NewSize(size.Width, high))
	s.text.Move(fyne.NewPos(0, (size.Height-high)/2))
}

func (s *sign) least() fyne.Size { return fyne.NewSquareSize(scaled(s.side)) }

// scaled is a measure that grows with the text.
func scaled(measure float32) float32 {
	return float32(math.Round(float64(measure * stock.TextSize() / 16)))
}

func (s *sign) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.ground, &s.text} }
