package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// checklist is what to do at once, to be ticked.
type checklist struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	head   *region[checklistHead]
	list   *fyne.Container
	ticks  map[string]*kit.Choice
	first  *kit.Choice
	page   *kit.Page
	bottom *bottom
	whole  *fyne.Container
	shown  vm.ListScreen
}

// checklistHead is what stands above the list.
type checklistHead struct {
	Title, Lead, Progress, Busy, Done string
	Problem                           *vm.Message
}

func newChecklist(r *Root, v vm.View) *checklist {
	c := &checklist{r: r, dir: direction(v), bar: newBar(r, v), list: kit.NewColumn(20), ticks: map[string]*kit.Choice{}}
	c.head = newRegion(10, c.drawHead)
	c.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(c.dir, 760, kit.NewColumn(20, c.head.box, c.list))))
	c.bottom = bottomOf(c.dir, func() { c.do((*vm.Checklist).Back) }, c.ask, nil)
	c.whole = newShell(shell{top: c.bar.box, page: c.page, bottom: c.bottom.box, rtl: v.RTL})
	c.draw(*v.List)
	c.update(v)
	return c
}

// do calls the list, where it is still on screen.
func (c *checklist) do(call func(*vm.Checklist)) {
	if v := c.r.app.Checklist(); v != nil {
		call(v)
	}
}

func (c *checklist) object() fyne.CanvasObject { return c.whole }

// update ticks what is ticked; the widgets, and so the keyboard, stay.
func (c *checklist) update(v vm.View) {
	s := *v.List
	c.shown = s
	higher := c.bar.update(v)
	for _, g := range s.Groups {
		for _, o := range g.Items {
			if t := c.ticks[o.Code]; t != nil && t.Chosen() != o.Chosen {
				t.Set(o.Chosen)
			}
		}
	}
	if c.head.show(checklistHead{s.Title, s.Lead, s.Progress, s.Busy, s.Done, s.Problem}) {
		c.page.Refresh()
	}
	c.bottom.show(bottomState{Back: s.Back, Skip: s.Save})
	if higher {
		c.whole.Refresh()
	}
}

func (c *checklist) begin() {
	if c.first != nil {
		c.first.FocusOn(c.r.on)
		c.page.Top()
	}
}

func (c *checklist) take(screen) { c.begin() }

func (c *checklist) drawHead(s checklistHead) []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewColumn(2, kit.NewLabel(c.dir, kit.Title, s.Title), kit.NewLabel(c.dir, kit.Body, s.Lead).Toned(kit.Slate)),
		kit.NewLabel(c.dir, kit.StrongCaption, s.Progress).Toned(kit.Teal)}
	if s.Busy != "" {
		out = append(out, kit.NewNotice(c.dir, kit.Teal, s.Busy))
	}
	if s.Problem != nil {
		out = append(out, message(c.dir, kit.Red, s.Problem))
	}
	if s.Done != "" {
		out = append(out, kit.NewNotice(c.dir, kit.Green, "✓  "+s.Done))
	}
	return out
}

func (c *checklist) draw(s vm.ListScreen) {
	for _, g := range s.Groups {
		column := kit.NewColumn(8, kit.NewLabel(c.dir, kit.Heading, g.Title))
		for _, o := range g.Items {
			tick := kit.NewCheck(c.dir, kit.Option{Label: o.Label}, o.Chosen, func(bool) { c.do(func(v *vm.Checklist) { v.Tick(o.Code) }) }).Plain()
			c.ticks[o.Code] = tick
			if c.first == nil {
				c.first = tick
			}
			column.Add(tick)
		}
		c.list.Add(column)
	}
}

// ask asks where the PDF is to be written.
func (c *checklist) ask() {
	s := c.shown
	path := s.Path
	entry := c.r.menu(kit.NewEntry(kit.LTR, s.Dialog.Label, path, func(text string) { path = text }))
	var d *kit.Dialog
	save := func() {
		d.Hide()
		c.do(func(v *vm.Checklist) { v.Save(path) })
	}
	entry.OnSubmit(save)
	body := kit.NewColumn(12, kit.NewField(c.dir, s.Dialog.Label, "", entry), kit.NewLabel(c.dir, kit.Hint, s.Dialog.Text))
	d = kit.ShowDialog(c.r.on, c.dir, s.Dialog.Title, body, func() {},
		kit.NewButton(c.dir, kit.Secondary, s.Dialog.Cancel, func() { d.Hide() }), kit.NewButton(c.dir, kit.Primary, s.Dialog.Save, save))
	entry.FocusOn(c.r.on)
}
