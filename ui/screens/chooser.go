package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// chooser is the files of a folder.
type chooser struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	head   *region[chooserHead]
	rows   *region[chooserRows]
	search *kit.Entry
	page   *kit.Page
	whole  *fyne.Container
	folder string
}

// chooserHead is the top of the page: where it is, and where it can go.
type chooserHead struct {
	Title, Lead, Folder, Up, Cancel string
	Places                          []vm.Option
	Problem                         *vm.Message
}

// chooserRows is the files, with the heads of the columns.
type chooserRows struct {
	Name, Changed, Size, Empty, More string
	Rows                             []vm.FileRow
}

func newChooser(r *Root, v vm.View) *chooser {
	c := &chooser{r: r, dir: direction(v), bar: newBar(r, v)}
	c.head, c.rows = newRegion(14, c.drawHead), newRegion(0, c.drawRows)
	c.search = r.searching(kit.NewEntry(c.dir, v.Chooser.Search, v.Chooser.Filter, func(text string) {
		c.do(func(x *vm.Chooser) { x.Search(text) })
	}))
	c.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(c.dir, 960,
		kit.NewColumn(16, c.head.box, kit.NewField(c.dir, v.Chooser.Search, "", c.search), c.rows.box))))
	c.whole = newShell(shell{top: c.bar.box, page: c.page, rtl: v.RTL})
	c.paint(v)
	return c
}

// do calls the chooser, where it is still on screen.
func (c *chooser) do(call func(*vm.Chooser)) {
	if v := c.r.app.Chooser(); v != nil {
		call(v)
	}
}

func (c *chooser) object() fyne.CanvasObject { return c.whole }
func (c *chooser) begin()                    { c.search.FocusOn(c.r.on) }

func (c *chooser) take(from screen) {
	if old, ok := from.(*chooser); ok {
		carry(old.search, c.search)
	}
	c.begin()
}

func (c *chooser) update(v vm.View) {
	if c.folder != v.Chooser.Folder {
		c.page.Top()
		c.search.SetText(v.Chooser.Filter)
		c.begin()
	}
	c.paint(v)
}

func (c *chooser) paint(v vm.View) {
	s := v.Chooser
	c.folder = s.Folder
	higher := c.bar.update(v)
	head := c.head.show(chooserHead{s.Title, s.Lead, s.Folder, s.Up, s.Cancel, s.Places, s.Problem})
	if c.rows.show(chooserRows{s.Name, s.Changed, s.Size, s.Empty, s.More, s.Rows}) || head {
		c.page.Refresh()
	}
	if higher {
		c.whole.Refresh()
	}
}

func (c *chooser) drawHead(h chooserHead) []fyne.CanvasObject {
	cancel := kit.NewButton(c.dir, kit.Secondary, h.Cancel, func() { c.do((*vm.Chooser).Cancel) })
	out := []fyne.CanvasObject{
		kit.NewFlow(c.dir, 12, kit.NewLabel(c.dir, kit.Title, h.Title), kit.Spacer(), cancel),
		kit.NewLabel(c.dir, kit.Body, h.Lead).Toned(kit.Slate),
	}
	if h.Problem != nil {
		out = append(out, message(c.dir, kit.Red, h.Problem))
	}
	places := kit.NewFlow(c.dir, 8)
	for _, p := range h.Places {
		places.Add(kit.NewButton(c.dir, kit.Secondary, p.Label, func() { c.do(func(v *vm.Chooser) { v.Go(p.Code) }) }).Small())
	}
	where := kit.NewFlow(c.dir, 12, kit.NewLabel(kit.LTR, kit.Strong, h.Folder))
	if h.Up != "" {
		where.Add(kit.Spacer())
		where.Add(kit.NewButton(c.dir, kit.Secondary, h.Up, func() { c.do((*vm.Chooser).Up) }).Small())
	}
	return append(out, places, where)
}

func (c *chooser) drawRows(x chooserRows) []fyne.CanvasObject {
	card := kit.NewColumn(0)
	for _, row := range x.Rows {
		card.Add(c.drawRow(row))
		card.Add(kit.NewRule())
	}
	if x.Empty != "" {
		card.Add(kit.NewLabel(c.dir, kit.Body, x.Empty).Toned(kit.Slate))
	}
	if x.More != "" {
		card.Add(kit.NewLabel(c.dir, kit.Hint, x.More))
	}
	return []fyne.CanvasObject{kit.NewCard(card)}
}

func (c *chooser) drawRow(row vm.FileRow) fyne.CanvasObject {
	open := kit.NewButton(c.dir, kit.Quiet, row.Name, func() { c.do(func(v *vm.Chooser) { v.Choose(row) }) })
	told := row.Size
	if row.Folder {
		told = row.Kind
	}
	return kit.NewFlow(c.dir, 16, open, kit.Spacer(), kit.NewLabel(c.dir, kit.Caption, told), kit.NewLabel(c.dir, kit.Caption, row.Changed))
}
