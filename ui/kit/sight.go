package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sight is the part of a field in which its text is seen. Fyne cuts what it holds
// at its edges, since it can be scrolled.
type sight struct {
	widget.BaseWidget
	box *fyne.Container
	by  func(float32) // scrolls down
}

var _ fyne.Scrollable = (*sight)(nil)

func newSight(box *fyne.Container, by func(float32)) *sight {
	s := &sight{box: box, by: by}
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled serves Fyne.
func (s *sight) Scrolled(e *fyne.ScrollEvent) { s.by(-e.Scrolled.DY) }

// CreateRenderer serves Fyne.
func (s *sight) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *sight) paint()                     {}
func (s *sight) place(size fyne.Size)       { s.box.Resize(size) }
func (s *sight) least() fyne.Size           { return fyne.NewSize(1, 1) }
func (s *sight) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.box} }
