package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page scrolls what is higher than its place. It gives its content its own
// width, so that texts wrap, and brings what gets the keyboard into sight.
type Page struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
	grown   func() // its content needs another height
}

var (
	_ drawn           = (*Page)(nil)
	_ fyne.Accessible = (*Page)(nil)
)

// NewPage returns a page with a content.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{content: content, scroll: container.NewVScroll(content)}
	p.scroll.OnScrolled = func(fyne.Position) { stirred() }
	p.ExtendBaseWidget(p)
	return p
}

// Top scrolls to the beginning.
func (p *Page) Top() { p.scroll.ScrollToTop() }

// Turn scrolls by a share of the height of the page; a negative one goes up.
func (p *Page) Turn(share float32) { p.to(p.scroll.Offset.Y + share*p.scroll.Size().Height) }

// to scrolls so that y of the content is at the top, as far as there is.
func (p *Page) to(y float32) {
	most := max(p.content.Size().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), most)))
}

// depth is how far below the top of a thing another one stands that is somewhere
// under it. The driver knows that only of what was painted.
func depth(under, thing fyne.CanvasObject) (y float32, found bool) {
	if under == thing {
		return 0, true
	}
	for _, part := range partsOf(under) {
		if y, found := depth(part, thing); found {
			return part.Position().Y + y, true
		}
	}
	return 0, false
}

// Reveal scrolls as little as needed to bring a thing of the page into sight.
func (p *Page) Reveal(o fyne.CanvasObject) {
	const edge = 24
	top, found := depth(p.content, o)
	if !found {
		d := fyne.CurrentApp().Driver()
		top = d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p.content).Y
	}
	bottom, seen := top+o.Size().Height, p.scroll.Offset.Y
	switch {
	case top-edge < seen:
		p.to(top - edge)
	case bottom+edge > seen+p.scroll.Size().Height:
		p.to(bottom + edge - p.scroll.Size().Height)
	}
}

// AccessibilityLabel serves Fyne, which reaches nothing inside of what scrolls: it
// reads out all that stands on the page, from the thing that has the keyboard on.
func (p *Page) AccessibilityLabel() string {
	var before, from []string
	found := false
	each(p.content, func(o fyne.CanvasObject) {
		a, ok := o.(Accessible)
		if !ok || !o.Visible() || label(a) == "" {
			return
		}
		if f, ok := o.(interface{ Focused() bool }); ok && f.Focused() {
			found = true
		}
		if found {
			from = append(from, label(a))
		} else {
			before = append(before, label(a))
		}
	})
	return strings.Join(append(from, before...), ". ")
}

// AccessibilityRole serves Fyne.
func (p *Page) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer serves Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return render(p) }

// grow makes room for what needs another height.
func (p *Page) grow() {
	if p.grown != nil {
		p.grown()
		return
	}
	p.Refresh()
}

func (p *Page) paint() {}

func (p *Page) place(size fyne.Size) {
	watch(p.content, p.Reveal)
	each(p.content, func(o fyne.CanvasObject) {
		if t, ok := o.(interface{ onTurn(func(float32)) }); ok {
			t.onTurn(func(by float32) { p.to(p.scroll.Offset.Y + by) })
		}
		if g, ok := o.(interface{ onGrow(func()) }); ok {
			g.onGrow(p.grow)
		}
	})
	fit(p.content, size.Width)
	p.scroll.Resize(size)
	p.scroll.Refresh()
	p.to(p.scroll.Offset.Y)
}

func (p *Page) least() fyne.Size {
	return fyne.NewSize(p.content.MinSize().Width, 2*target)
}

func (p *Page) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.scroll} }

// watch tells everything under o that can be focused whom to call.
func watch(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	each(o, func(o fyne.CanvasObject) {
		if r, ok := o.(interface{ onReveal(func(fyne.CanvasObject)) }); ok {
			r.onReveal(do)
		}
	})
}

// each calls do for o and for everything under it, but not for the parts of what
// takes the keyboard as a whole.
func each(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	do(o)
	switch thing := o.(type) {
	case interface{ onReveal(func(fyne.CanvasObject)) }:
	case interface{ held() []fyne.CanvasObject }:
		for _, part := range thing.held() {
			each(part, do)
		}
	case *fyne.Container:
		for _, part := range thing.Objects {
			each(part, do)
		}
	}
}
