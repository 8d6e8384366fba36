package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// custody is what was done with the file of an exhibit.
type custody struct {
	r     *Root
	dir   kit.Direction
	bar   *bar
	body  *region[vm.CustodyScreen]
	whole *fyne.Container
	back  *kit.Button
}

func newCustody(r *Root, v vm.View) *custody {
	c := &custody{r: r, dir: direction(v), bar: newBar(r, v)}
	c.body = newRegion(16, c.draw)
	c.body.show(*v.Custody)
	page := kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(c.dir, 820, c.body.box)))
	c.whole = newShell(shell{top: c.bar.box, page: page, rtl: v.RTL})
	return c
}

func (c *custody) draw(x vm.CustodyScreen) []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewLabel(c.dir, kit.Title, x.Title), kit.NewLabel(c.dir, kit.Body, x.Lead).Toned(kit.Slate)}
	if x.Problem != nil {
		out = append(out, message(c.dir, kit.Red, x.Problem))
	}
	list := kit.NewColumn(6)
	for _, e := range x.Events {
		list.Add(kit.NewLabel(c.dir, kit.Body, e))
	}
	if x.Whole != "" {
		list.Add(kit.NewRule())
		list.Add(kit.NewLabel(c.dir, kit.StrongCaption, x.Fingerprint))
		list.Add(kit.NewLabel(kit.LTR, kit.Caption, x.Whole))
	}
	c.back = kit.NewButton(c.dir, kit.Secondary, x.Back, func() {
		if v := c.r.app.Custody(); v != nil {
			v.Back()
		}
	})
	return append(out, kit.NewCard(list), kit.NewFlow(c.dir, 12, c.back))
}

func (c *custody) object() fyne.CanvasObject { return c.whole }
func (c *custody) begin()                    { c.back.FocusOn(c.r.on) }
func (c *custody) take(screen)               { c.begin() }

func (c *custody) update(v vm.View) {
	c.body.show(*v.Custody)
	if c.bar.update(v) {
		c.whole.Refresh()
	}
}
