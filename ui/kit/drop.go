package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// DropArea takes files that are dropped on it, or chosen with its button: a dashed
// frame with words. DropOn finds the area under a file.
type DropArea struct {
	widget.BaseWidget
	dir    Direction
	text   *Label
	button *Button
	take   func(paths []string)
	ground *ground
	dashes []*canvas.Rectangle
}

var (
	_ drawn           = (*DropArea)(nil)
	_ Accessible      = (*DropArea)(nil)
	_ fyne.Accessible = (*DropArea)(nil)
)

// NewDropArea returns an area with words, a button that calls choose, and what takes
// the files, under their paths.
func NewDropArea(dir Direction, words, button string, choose func(), take func(paths []string)) *DropArea {
	a := &DropArea{dir: dir, take: take, text: NewLabel(dir, Body, words).Toned(Slate), button: NewButton(dir, Secondary, button, choose)}
	a.ground = newGround(theme.ColorCard, "", 0, 10)
	a.ExtendBaseWidget(a)
	return a
}

// FocusOn puts the keyboard on the button, on a canvas that shows it or is about to.
func (a *DropArea) FocusOn(canvas fyne.Canvas) { a.button.FocusOn(canvas) }

// Focused reports whether the keyboard is on the button.
func (a *DropArea) Focused() bool { return a.button.Focused() }

// DropOn hands dropped files to the area at a position of a canvas, in what lies
// uppermost, and reports whether there is one.
func DropOn(on fyne.Canvas, at fyne.Position, paths []string) bool {
	top := on.Content()
	if over := on.Overlays().Top(); over != nil {
		top = over
	}
	area := dropAt(top, fyne.Position{}, at)
	if area == nil {
		return false
	}
	area.take(paths)
	return true
}

// dropAt finds the area at a position under a thing.
func dropAt(o fyne.CanvasObject, from, at fyne.Position) *DropArea {
	if o == nil || !o.Visible() {
		return nil
	}
	from = from.Add(o.Position())
	if a, ok := o.(*DropArea); ok {
		if liesAt(from, a.Size(), at) {
			return a
		}
		return nil
	}
	if _, page := o.(*Page); page && !liesAt(from, o.Size(), at) {
		return nil // scrolled out of sight
	}
	for _, part := range partsOf(o) {
		if a := dropAt(part, from, at); a != nil {
			return a
		}
	}
	return nil
}

func liesAt(from fyne.Position, size fyne.Size, at fyne.Position) bool {
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}

// partsOf returns what a thing of the screen holds.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch x := o.(type) {
	case *Page:
		return []fyne.CanvasObject{x.content}
	case interface{ held() []fyne.CanvasObject }:
		return x.held()
	case drawn:
		return x.parts()
	case *fyne.Container:
		return x.Objects
	case *widget.PopUp:
		return []fyne.CanvasObject{x.Content}
	}
	return nil
}

// Name returns the words of the area.
func (a *DropArea) Name() string { return a.text.text }

// Role returns RoleGroup: its button does the same by keyboard.
func (a *DropArea) Role() Role { return RoleGroup }

// Value returns nothing.
func (a *DropArea) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (a *DropArea) AccessibilityLabel() string { return label(a) }

// AccessibilityRole serves Fyne.
func (a *DropArea) AccessibilityRole() fyne.AccessibleRole { return role(a) }

// CreateRenderer serves Fyne.
func (a *DropArea) CreateRenderer() fyne.WidgetRenderer { return render(a) }

func (a *DropArea) paint() {
	a.ground.paint()
	a.text.paint()
	for _, d := range a.dashes {
		d.FillColor = colour(theme.ColorEdge)
	}
}

// The dashes of the frame, the gaps between them, and the room inside.
const (
	dashLong = 8
	dashGap  = 6
	dashWide = 1.5
	dropEdge = 20
	dropGap  = 12 // between words and button
)

// place centres words and button on one line, or puts the button below where there
// is no room for both.
func (a *DropArea) place(size fyne.Size) {
	a.ground.Resize(size)
	a.frame(size)
	wide := size.Width - 2*dropEdge
	if line := a.line(); line <= wide {
		x, text := (size.Width-line)/2, a.text.natural()
		high, button := fit(a.text, text), fit(a.button, wish(a.button))
		a.text.Move(fyne.NewPos(mirrorX(a.dir, x, text, size.Width), (size.Height-high)/2))
		a.button.Move(fyne.NewPos(mirrorX(a.dir, x+text+dropGap, a.button.Size().Width, size.Width), (size.Height-button)/2))
		return
	}
	top := float32(dropEdge) + fit(a.text, wide)
	a.text.Move(fyne.NewPos(dropEdge, dropEdge))
	button := min(wish(a.button), wide)
	fit(a.button, button)
	a.button.Move(fyne.NewPos(mirrorX(a.dir, dropEdge, button, size.Width), top+dropGap))
}

// line is the width of words and button on one line.
func (a *DropArea) line() float32 { return a.text.natural() + dropGap + wish(a.button) }

// frame sets the dashes around the area.
func (a *DropArea) frame(size fyne.Size) {
	n := 0
	dash := func(x, y, wide, high float32) {
		if n == len(a.dashes) {
			a.dashes = append(a.dashes, canvas.NewRectangle(colour(theme.ColorEdge)))
		}
		a.dashes[n].Move(fyne.NewPos(mirrorX(a.dir, x, wide, size.Width), y))
		a.dashes[n].Resize(fyne.NewSize(wide, high))
		n++
	}
	for x := float32(dashGap); x+dashLong <= size.Width-dashGap; x += dashLong + dashGap {
		dash(x, 0, dashLong, dashWide)
		dash(x, size.Height-dashWide, dashLong, dashWide)
	}
	for y := float32(dashGap); y+dashLong <= size.Height-dashGap; y += dashLong + dashGap {
		dash(0, y, dashWide, dashLong)
		dash(size.Width-dashWide, y, dashWide, dashLong)
	}
	a.dashes = a.dashes[:n]
}

func (a *DropArea) least() fyne.Size {
	text, button := a.text.MinSize(), a.button.MinSize()
	high := text.Height + dropGap + button.Height
	if a.line() <= a.Size().Width-2*dropEdge {
		high = max(text.Height, button.Height)
	}
	return fyne.NewSize(max(text.Width, button.Width)+2*dropEdge, high+2*dropEdge)
}

func (a *DropArea) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{a.ground}
	for _, d := range a.dashes {
		out = append(out, d)
	}
	return append(out, a.text, a.button)
}

func (a *DropArea) held() []fyne.CanvasObject { return []fyne.CanvasObject{a.button} }
