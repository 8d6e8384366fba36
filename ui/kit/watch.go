package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Watch lies under all else and tells the window of the mouse wherever nothing
// above it does. It is not seen.
type Watch struct{ widget.BaseWidget }

var (
	_ desktop.Hoverable = (*Watch)(nil)
	_ desktop.Mouseable = (*Watch)(nil)
)

// NewWatch returns a Watch; it has to be as large as the window.
func NewWatch() *Watch {
	w := &Watch{}
	w.ExtendBaseWidget(w)
	return w
}

// MouseIn serves Fyne.
func (w *Watch) MouseIn(*desktop.MouseEvent) { tell(Stirred{}) }

// MouseMoved serves Fyne.
func (w *Watch) MouseMoved(*desktop.MouseEvent) { tell(Stirred{}) }

// MouseOut serves Fyne.
func (w *Watch) MouseOut() {}

// MouseDown serves Fyne.
func (w *Watch) MouseDown(*desktop.MouseEvent) { tell(Stirred{}) }

// MouseUp serves Fyne.
func (w *Watch) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer serves Fyne.
func (w *Watch) CreateRenderer() fyne.WidgetRenderer { return render(w) }

func (w *Watch) paint()                     {}
func (w *Watch) place(fyne.Size)            {}
func (w *Watch) least() fyne.Size           { return fyne.Size{} }
func (w *Watch) parts() []fyne.CanvasObject { return nil }
