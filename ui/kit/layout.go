package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
)

// Column is a layout that puts things one below the other, each over the whole
// width and as high as it needs to be at that width.
type Column struct {
	Gap float32 // between two things
}

// NewColumn returns a container with the layout Column.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Column{gap}, Objects: objects}
}

// MinSize serves Fyne.
func (c Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
		if i > 0 {
			size.Height += c.Gap
		}
	}
	return size
}

// Layout serves Fyne.
func (c Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := float32(0)
	for _, o := range shown(objects) {
		o.Move(fyne.NewPos(0, top))
		top += fit(o, size.Width) + c.Gap
	}
}

// Row is a layout that puts things beside each other in the writing direction,
// centred in height. A spacer of Fyne takes what is left.
type Row struct {
	Gap float32
	Dir Direction
}

// NewRow returns a container with the layout Row.
func NewRow(dir Direction, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Row{gap, dir}, Objects: objects}
}

// MinSize serves Fyne.
func (r Row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	count := 0
	for _, o := range shown(objects) {
		if spacer(o) {
			continue
		}
		least := o.MinSize()
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
		count++
	}
	size.Width += r.Gap * float32(max(count-1, 0))
	return size
}

// Layout serves Fyne.
func (r Row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - r.MinSize(objects).Width
	spacers := 0
	for _, o := range shown(objects) {
		if spacer(o) {
			spacers++
		}
	}
	x := float32(0)
	for _, o := range shown(objects) {
		if spacer(o) {
			x += max(rest, 0) / float32(spacers)
			continue
		}
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos(mirrorX(r.Dir, x, least.Width, size.Width), (size.Height-least.Height)/2))
		x += least.Width + r.Gap
	}
}

// Grid is a layout of equal columns in the writing direction. It has as many of
// the asked columns as find the least width of one; the things of a row end at
// one height, so fields stand in line below names of several lines.
type Grid struct {
	Columns int
	Least   float32 // width of a column
	Gap     float32 // between columns
	Below   float32 // between rows
	Dir     Direction
}

// NewGrid returns a container with the layout Grid, with the design's gaps.
func NewGrid(dir Direction, columns int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Grid{columns, 220, 16, 22, dir}, Objects: objects}
}

// MinSize serves Fyne.
func (g Grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width, height := float32(0), float32(0)
	for _, o := range shown(objects) {
		width = max(width, o.MinSize().Width)
		height = max(height, o.Position().Y+o.MinSize().Height)
	}
	return fyne.NewSize(width, height)
}

// Layout serves Fyne.
func (g Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	things := shown(objects)
	n := max(min(g.Columns, int((size.Width+g.Gap)/(g.Least+g.Gap))), 1)
	width := (size.Width - g.Gap*float32(n-1)) / float32(n)
	top := float32(0)
	for first := 0; first < len(things); first += n {
		row := things[first:min(first+n, len(things))]
		high := float32(0)
		for _, o := range row {
			high = max(high, fit(o, width))
		}
		for i, o := range row {
			x := mirrorX(g.Dir, float32(i)*(width+g.Gap), width, size.Width)
			o.Move(fyne.NewPos(x, top+high-o.Size().Height))
		}
		top += high + g.Below
	}
}

// Flow is a layout like Row that goes on below where the width is used up.
type Flow struct {
	Gap float32
	Dir Direction
}

// NewFlow returns a container with the layout Flow.
func NewFlow(dir Direction, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Flow{gap, dir}, Objects: objects}
}

// MinSize serves Fyne.
func (f Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return Grid{}.MinSize(objects)
}

// Layout serves Fyne.
func (f Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, top, high := float32(0), float32(0), float32(0)
	for _, o := range shown(objects) {
		least := o.MinSize()
		if x > 0 && x+least.Width > size.Width {
			x, top, high = 0, top+high+f.Gap, 0
		}
		o.Resize(least)
		o.Move(fyne.NewPos(mirrorX(f.Dir, x, least.Width, size.Width), top))
		x += least.Width + f.Gap
		high = max(high, least.Height)
	}
}

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

// Mirror turns any layout around for a language written from right to left.
type Mirror struct {
	In  fyne.Layout
	Dir Direction
}

// MinSize serves Fyne.
func (m Mirror) MinSize(objects []fyne.CanvasObject) fyne.Size { return m.In.MinSize(objects) }

// Layout serves Fyne.
func (m Mirror) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m.In.Layout(objects, size)
	if m.Dir != RTL {
		return
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(size.Width-o.Position().X-o.Size().Width, o.Position().Y))
	}
}

// NewSides returns a container with a thing at the beginning, one at the end
// and one that takes the rest; either side may be nil.
func NewSides(dir Direction, begin, end, rest fyne.CanvasObject) *fyne.Container {
	in := layout.NewBorderLayout(nil, nil, begin, end)
	c := &fyne.Container{Layout: Mirror{in, dir}}
	for _, o := range []fyne.CanvasObject{rest, begin, end} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
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

// Spacer returns a thing that takes the rest of a Row.
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

func spacer(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok
}

// shown returns the objects that are not hidden.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	visible := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return visible
}
