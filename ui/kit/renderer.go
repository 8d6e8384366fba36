package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn is what a widget of the kit has to say to be drawn.
type drawn interface {
	fyne.Widget
	// place puts the parts at their places for a size of the whole.
	place(size fyne.Size)
	// least is the least size; its height is the one at the present width.
	least() fyne.Size
	// paint takes the colours and texts anew.
	paint()
	// parts are the things that are drawn, the lowest first.
	parts() []fyne.CanvasObject
}

// renderer lets Fyne draw a widget of the kit.
type renderer struct{ of drawn }

func render(of drawn) fyne.WidgetRenderer {
	of.paint()
	return renderer{of}
}

func (r renderer) Layout(size fyne.Size)        { r.of.place(size) }
func (r renderer) MinSize() fyne.Size           { return r.of.least() }
func (r renderer) Objects() []fyne.CanvasObject { return r.of.parts() }
func (r renderer) Destroy()                     {}

func (r renderer) Refresh() {
	r.of.paint()
	r.of.place(r.of.Size())
	for _, part := range r.of.parts() {
		if w, ok := part.(fyne.Widget); ok {
			w.Refresh()
		}
	}
	canvas.Refresh(r.of)
}

// fit gives o the width and returns the height that it then needs.
func fit(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}

// mirrorX returns the left edge of a part of the given width that stands at x
// from the beginning of a whole.
func mirrorX(dir Direction, x, width, whole float32) float32 {
	if dir == RTL {
		return whole - x - width
	}
	return x
}
