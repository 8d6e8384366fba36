package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// pick is the choice among all procedures.
type pick struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	list   *region[vm.PickScreen]
	page   *kit.Page
	bottom *bottom
	first  *kit.Button
	whole  *fyne.Container
}

func newPick(r *Root, v vm.View) *pick {
	p := &pick{r: r, dir: direction(v), bar: newBar(r, v)}
	p.list = newRegion(14, p.draw)
	p.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(p.dir, 860, p.list.box)))
	p.bottom = bottomOf(p.dir, func() { p.do((*vm.Pick).Back) }, nil, nil)
	p.whole = newShell(shell{top: p.bar.box, page: p.page, bottom: p.bottom.box, rtl: v.RTL})
	p.update(v)
	return p
}

// do calls the choice, where it is still on screen.
func (p *pick) do(call func(*vm.Pick)) {
	if v := p.r.app.Pick(); v != nil {
		call(v)
	}
}

func (p *pick) object() fyne.CanvasObject { return p.whole }

func (p *pick) update(v vm.View) {
	higher := p.bar.update(v)
	if p.list.show(*v.Pick) {
		p.page.Refresh()
	}
	p.bottom.show(bottomState{Back: v.Pick.Back})
	if higher {
		p.whole.Refresh()
	}
}

func (p *pick) begin() {
	if p.first != nil {
		p.first.FocusOn(p.r.on)
		p.page.Top()
	}
}

func (p *pick) take(screen) { p.begin() }

func (p *pick) draw(s vm.PickScreen) []fyne.CanvasObject {
	p.first = nil
	out := []fyne.CanvasObject{kit.NewColumn(2, kit.NewLabel(p.dir, kit.Title, s.Title), kit.NewLabel(p.dir, kit.Body, s.Lead).Toned(kit.Slate))}
	for _, x := range s.Procedures {
		button := kit.NewButton(p.dir, kit.Secondary, x.Button, func() { p.do(func(v *vm.Pick) { v.Choose(x.ID) }) })
		if p.first == nil {
			p.first = button
		}
		out = append(out, kit.NewCard(kit.NewLabel(p.dir, kit.Heading, x.Name), kit.NewLabel(p.dir, kit.Body, x.About),
			kit.NewLabel(p.dir, kit.Caption, x.Role+" · "+x.Status), kit.NewFlow(p.dir, 12, button)))
	}
	return out
}
