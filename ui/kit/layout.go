package kit

import (
	"math"

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
// centred in height, each as wide as its text in one line. A spacer takes what
// is left. It never wraps; where the width may be short, Flow does.
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
		size.Width += wish(o)
		size.Height = max(size.Height, o.MinSize().Height)
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
		wide := wish(o)
		high := fit(o, wide)
		o.Move(fyne.NewPos(mirrorX(r.Dir, x, wide, size.Width), (size.Height-high)/2))
		x += wide + r.Gap
	}
}

// Grid is a layout of equal columns in the writing direction. It has as many of
// the asked columns as find the least width of one; the things of a row are
// equally high, so the controls of its fields stand in line.
type Grid struct {
	Columns int
	Least   float32 // width of a column, at text scale 1
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
	return extent(objects)
}

// extent is the least width of things, and the height that they take at their
// present places.
func extent(objects []fyne.CanvasObject) fyne.Size {
	var width, bottom float32
	top := float32(math.MaxFloat32)
	for _, o := range shown(objects) {
		least := o.MinSize()
		width = max(width, least.Width)
		if least.Height > 0 {
			top = min(top, o.Position().Y)
			bottom = max(bottom, o.Position().Y+least.Height)
		}
	}
	return fyne.NewSize(width, max(bottom-top, 0))
}

// Layout serves Fyne.
func (g Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	things := shown(objects)
	n := max(min(g.Columns, int((size.Width+g.Gap)/(scaled(g.Least)+g.Gap))), 1)
	width := (size.Width - g.Gap*float32(n-1)) / float32(n)
	top := float32(0)
	for first := 0; first < len(things); first += n {
		row := things[first:min(first+n, len(things))]
		for _, o := range row {
			fit(o, width)
		}
		align(row)
		high := float32(0)
		for _, o := range row {
			high = max(high, fit(o, width))
		}
		for i, o := range row {
			x := mirrorX(g.Dir, float32(i)*(width+g.Gap), width, size.Width)
			o.Resize(fyne.NewSize(width, high))
			o.Move(fyne.NewPos(x, top))
		}
		top += high + g.Below
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
