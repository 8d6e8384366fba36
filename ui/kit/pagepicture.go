package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// PageArea is a part of a page that leads somewhere: its name, and its boxes.
type PageArea struct {
	Name  string
	Boxes []PageBox
}

// PageBox is a rectangle in shares of the width and height of the page, from
// its upper left corner.
type PageBox struct{ X, Y, Width, Height float32 }

// PagePicture is the picture of a page of paper, white in every colour scheme.
// A tap on an area leads where the area does; by keyboard the arrows go through
// the areas and space leads. It has the width of its place, up to that of the
// picture, and the shape of the page.
type PagePicture struct {
	control
	name    string
	ratio   float32
	areas   []PageArea
	lead    func(area int)
	now     int // the area under the pointer or chosen by keyboard; -1 for none
	picture *canvas.Image
	frame   *ground
	marks   []*ground // around the boxes of the present area
}

var (
	_ drawn              = (*PagePicture)(nil)
	_ Accessible         = (*PagePicture)(nil)
	_ fyne.Accessible    = (*PagePicture)(nil)
	_ desktop.Cursorable = (*PagePicture)(nil)
)

// NewPagePicture returns a picture under a name, of a page whose height is ratio
// times its width, and calls lead with the index of an area.
func NewPagePicture(name string, picture image.Image, ratio float32, areas []PageArea, lead func(area int)) *PagePicture {
	p := &PagePicture{name: name, ratio: ratio, areas: areas, lead: lead, now: -1}
	p.picture = canvas.NewImageFromImage(picture)
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	p.frame = newGround("", theme.ColorLine, 1, 0)
	p.init(p, func() { p.follow(p.now) })
	p.key = p.step
	return p
}

// follow leads where an area does.
func (p *PagePicture) follow(area int) {
	if area >= 0 && area < len(p.areas) {
		p.lead(area)
	}
}

// Tapped leads where the area under the pointer does.
func (p *PagePicture) Tapped(e *fyne.PointEvent) {
	p.Focus()
	p.follow(p.at(e.Position))
}

// near is how far from an area a tap still means it: less than a line.
const near = 4

// at returns the area at a position, or else one that is near it, -1 where there
// is none.
func (p *PagePicture) at(pos fyne.Position) int {
	if i := p.within(pos, 0); i >= 0 {
		return i
	}
	return p.within(pos, near)
}

// within returns the first area that a position lies in, with some room around.
func (p *PagePicture) within(pos fyne.Position, room float32) int {
	size := p.Size()
	for i, a := range p.areas {
		for _, b := range a.Boxes {
			x, y := pos.X-b.X*size.Width, pos.Y-b.Y*size.Height
			if x >= -room && x < b.Width*size.Width+room && y >= -room && y < b.Height*size.Height+room {
				return i
			}
		}
	}
	return -1
}

// step goes through the areas with the arrows.
func (p *PagePicture) step(key fyne.KeyName) {
	switch key {
	case fyne.KeyDown:
		p.mark(min(p.now+1, len(p.areas)-1))
	case fyne.KeyUp:
		p.mark(max(p.now-1, min(0, len(p.areas)-1)))
	}
}

// mark shows another area as the present one.
func (p *PagePicture) mark(area int) {
	if area == p.now {
		return
	}
	p.now, p.marks = area, nil
	if area >= 0 {
		for range p.areas[area].Boxes {
			p.marks = append(p.marks, newGround("", stock.ColorNamePrimary, 2, 3))
		}
	}
	p.Refresh()
}

// MouseIn shows what is under the pointer.
func (p *PagePicture) MouseIn(e *desktop.MouseEvent) {
	p.control.MouseIn(e)
	p.MouseMoved(e)
}

// MouseMoved shows what is under the pointer.
func (p *PagePicture) MouseMoved(e *desktop.MouseEvent) { p.mark(p.at(e.Position)) }

// MouseOut forgets what was under the pointer.
func (p *PagePicture) MouseOut() {
	p.control.MouseOut()
	p.mark(-1)
}

// Cursor is a hand over what leads somewhere.
func (p *PagePicture) Cursor() desktop.Cursor {
	if p.now >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Name returns what the picture is called.
func (p *PagePicture) Name() string { return p.name }

// Role returns RoleSelect: one of the areas can be chosen.
func (p *PagePicture) Role() Role { return RoleSelect }

// Value returns the name of the present area.
func (p *PagePicture) Value() string {
	if p.now < 0 {
		return ""
	}
	return p.areas[p.now].Name
}

// AccessibilityLabel serves Fyne.
func (p *PagePicture) AccessibilityLabel() string { return label(p) }

// AccessibilityRole serves Fyne.
func (p *PagePicture) AccessibilityRole() fyne.AccessibleRole { return role(p) }

// CreateRenderer serves Fyne.
func (p *PagePicture) CreateRenderer() fyne.WidgetRenderer { return render(p) }

func (p *PagePicture) paint() {
	stroke, width := theme.ColorLine, float32(1)
	if p.focused {
		stroke, width = stock.ColorNamePrimary, 2
	}
	p.frame.set("", stroke, width)
}

func (p *PagePicture) place(size fyne.Size) {
	p.picture.Resize(size)
	p.frame.Resize(size)
	for i, m := range p.marks {
		const room = 2
		b := p.areas[p.now].Boxes[i]
		m.Move(fyne.NewPos(b.X*size.Width-room, b.Y*size.Height-room))
		m.Resize(fyne.NewSize(b.Width*size.Width+2*room, b.Height*size.Height+2*room))
	}
}

// least has the height that the page has at the present width.
func (p *PagePicture) least() fyne.Size {
	const narrowest = 200
	return fyne.NewSize(narrowest, p.ratio*max(p.Size().Width, narrowest))
}

func (p *PagePicture) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.picture, p.frame}
	for _, m := range p.marks {
		out = append(out, m)
	}
	return out
}
