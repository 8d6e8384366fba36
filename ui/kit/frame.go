package kit

import "fyne.io/fyne/v2"

// Inset is a layout that leaves room around the one thing that it holds.
type Inset struct {
	X, Y float32
}

// NewInset returns a container with the layout Inset.
func NewInset(x, y float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Inset{x, y}, Objects: []fyne.CanvasObject{object}}
}

// MinSize serves Fyne.
func (i Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return Column{}.MinSize(objects).AddWidthHeight(2*i.X, 2*i.Y)
}

// Layout serves Fyne.
func (i Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		o.Move(fyne.NewPos(i.X, i.Y))
		fit(o, size.Width-2*i.X)
		o.Resize(fyne.NewSize(size.Width-2*i.X, max(o.MinSize().Height, size.Height-2*i.Y)))
	}
}

// Measure is a layout that holds one thing to a greatest width, at the side
// where the language begins.
type Measure struct {
	Most float32
	Dir  Direction
}

// NewMeasure returns a container with the layout Measure.
func NewMeasure(dir Direction, most float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Measure{most, dir}, Objects: []fyne.CanvasObject{object}}
}

// MinSize serves Fyne.
func (m Measure) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return Column{}.MinSize(objects)
}

// Layout serves Fyne.
func (m Measure) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, m.Most)
	for _, o := range shown(objects) {
		fit(o, width)
		o.Move(fyne.NewPos(mirrorX(m.Dir, 0, width, size.Width), 0))
	}
}

// Sides is a layout of three things side by side: one at the beginning, one at
// the end, and between them one that takes the rest. Each has the whole height.
type Sides struct {
	Begin, End, Rest fyne.CanvasObject
	Dir              Direction
}

// NewSides returns a container with the layout Sides; begin and end may be nil.
func NewSides(dir Direction, begin, end, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Sides{begin, end, rest, dir}, Objects: present(rest, begin, end)}
}

// MinSize serves Fyne.
func (s Sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range shown(objects) {
		least := o.MinSize()
		if o != s.Rest {
			least.Width = wish(o)
		}
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}

// Layout serves Fyne.
func (s Sides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	begin, end := s.side(s.Begin), s.side(s.End)
	put := func(o fyne.CanvasObject, x, width float32) {
		if o != nil {
			o.Resize(fyne.NewSize(width, size.Height))
			o.Move(fyne.NewPos(mirrorX(s.Dir, x, width, size.Width), 0))
		}
	}
	put(s.Begin, 0, begin)
	put(s.Rest, begin, size.Width-begin-end)
	put(s.End, size.Width-end, end)
}

func (s Sides) side(o fyne.CanvasObject) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	return wish(o)
}

// Frame is a layout of three things one below the other: one at the top, one at
// the bottom, both as high as they need to be, and one that takes the rest.
type Frame struct{ Top, Bottom, Rest fyne.CanvasObject }

// NewFrame returns a container with the layout Frame; top and bottom may be
// nil.
func NewFrame(top, bottom, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Frame{top, bottom, rest}, Objects: present(rest, top, bottom)}
}

// MinSize serves Fyne.
func (f Frame) MinSize(objects []fyne.CanvasObject) fyne.Size { return Column{}.MinSize(objects) }

// Layout serves Fyne.
func (f Frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	high := func(o fyne.CanvasObject) float32 {
		if o == nil || !o.Visible() {
			return 0
		}
		return fit(o, size.Width)
	}
	top, bottom := high(f.Top), high(f.Bottom)
	if f.Top != nil {
		f.Top.Move(fyne.Position{})
	}
	if f.Bottom != nil {
		f.Bottom.Move(fyne.NewPos(0, size.Height-bottom))
	}
	f.Rest.Move(fyne.NewPos(0, top))
	f.Rest.Resize(fyne.NewSize(size.Width, size.Height-top-bottom))
}

// present returns the objects that are not nil.
func present(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	there := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o != nil {
			there = append(there, o)
		}
	}
	return there
}

// Width is a layout that gives the one thing that it holds a fixed width and
// the whole height: for side columns.
type Width struct{ Of float32 }

// NewWidth returns a container with the layout Width.
func NewWidth(of float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Width{of}, Objects: []fyne.CanvasObject{object}}
}

// MinSize serves Fyne.
func (w Width) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range shown(objects) {
		if o.Size().Width != w.Of {
			fit(o, w.Of)
		}
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(w.Of, height)
}

// Layout serves Fyne.
func (w Width) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(fyne.NewSize(w.Of, size.Height))
	}
}
