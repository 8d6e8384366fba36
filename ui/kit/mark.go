package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Mark is a sign before words that says how the thing stands which they are about.
// It adds nothing to the words for who does not see it.
type Mark uint8

const (
	// Well marks what is in order.
	Well Mark = iota
	// Noted marks what is worth a look.
	Noted
	// Wanting marks what is missing.
	Wanting
	// Wrong marks what is too late or cannot be.
	Wrong
)

// NewMark returns a round mark with its room before the words, in line with the
// first of them.
func NewMark(m Mark) fyne.CanvasObject {
	w := &marker{sign: newSign(markSide, markSide/2)}
	switch m {
	case Well:
		w.sign.set("✓", stock.ColorNameForegroundOnPrimary, stock.ColorNamePrimary, stock.ColorNamePrimary)
	case Noted:
		w.sign.set("i", stock.ColorNamePrimary, "", stock.ColorNamePrimary)
	case Wanting:
		w.sign.set("!", stock.ColorNameWarning, "", stock.ColorNameWarning)
	case Wrong:
		w.sign.set("!", stock.ColorNameError, "", stock.ColorNameError)
	}
	w.ExtendBaseWidget(w)
	return w
}

// The measures of a mark at scale 1: its side, and the room that it takes of a line
// in width and in height.
const (
	markSide = 22
	markRoom = 34
	markLine = 24
)

// marker places a sign at the beginning of its place.
type marker struct {
	widget.BaseWidget
	sign *sign
}

// CreateRenderer serves Fyne.
func (m *marker) CreateRenderer() fyne.WidgetRenderer { return render(m) }

func (m *marker) paint() { m.sign.paint() }

// place leaves what is over of the width at both sides alike, which is the same in
// both directions, and what is over of the height below.
func (m *marker) place(size fyne.Size) {
	side := scaled(markSide)
	m.sign.Resize(fyne.NewSquareSize(side))
	m.sign.Move(fyne.NewPos((size.Width-side)/2, (min(size.Height, scaled(markLine))-side)/2))
}

func (m *marker) least() fyne.Size {
	return fyne.NewSize(scaled(markRoom), scaled(markLine))
}

func (m *marker) parts() []fyne.CanvasObject { return []fyne.CanvasObject{m.sign} }
