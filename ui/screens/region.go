package screens

import (
	"image/color"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/kit"
)

// region is a part of a screen that is drawn anew when what it shows changes.
type region[T any] struct {
	box   *fyne.Container
	shown T
	drawn bool
	draw  func(T) []fyne.CanvasObject
}

func newRegion[T any](gap float32, draw func(T) []fyne.CanvasObject) *region[T] {
	return &region[T]{box: kit.NewColumn(gap), draw: draw}
}

// show draws x, unless it is drawn already, and tells whether it did.
func (r *region[T]) show(x T) bool {
	if r.drawn && reflect.DeepEqual(x, r.shown) {
		return false
	}
	r.shown, r.drawn = x, true
	r.box.Objects = r.draw(x)
	r.box.Hidden = len(r.box.Objects) == 0
	r.box.Refresh()
	return true
}

// settle places the things of a container anew, without drawing them anew.
func settle(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

// fill is a rectangle in a colour of the theme, which follows the theme.
type fill struct {
	widget.BaseWidget
	name   fyne.ThemeColorName
	radius float32
}

func newFill(name fyne.ThemeColorName, radius float32) *fill {
	f := &fill{name: name, radius: radius}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer serves Fyne.
func (f *fill) CreateRenderer() fyne.WidgetRenderer {
	r := &fillRenderer{of: f, box: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type fillRenderer struct {
	of  *fill
	box *canvas.Rectangle
}

func (r *fillRenderer) paint() {
	r.box.FillColor, r.box.CornerRadius = stock.Color(r.of.name), r.of.radius
}

func (r *fillRenderer) Layout(size fyne.Size)        { r.box.Resize(size) }
func (r *fillRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }
func (r *fillRenderer) Destroy()                     {}

func (r *fillRenderer) Refresh() {
	r.paint()
	r.box.Refresh()
}

// mark is the sign of the program: three lines on a small square.
func mark() fyne.CanvasObject {
	c := &fyne.Container{Layout: markLayout{}}
	c.Add(newFill(stock.ColorNamePrimary, 5))
	for range 3 {
		c.Add(newFill(stock.ColorNameForegroundOnPrimary, 0))
	}
	return c
}

type markLayout struct{}

func (markLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(22 * markScale()) }

func (markLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	scale := markScale()
	objects[0].Resize(fyne.NewSquareSize(22 * scale))
	for i, line := range objects[1:] {
		line.Resize(fyne.NewSize(12*scale, 2*scale))
		line.Move(fyne.NewPos(5*scale, (6+4*float32(i))*scale))
	}
}

// markScale lets the sign grow with the name beside it.
func markScale() float32 { return stock.TextSize() / 16 }
