package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// cases is the list of cases.
type cases struct {
	r     *Root
	dir   kit.Direction
	bar   *bar
	list  *region[vm.CasesScreen]
	page  *kit.Page
	whole *fyne.Container
	first *kit.Button
}

func newCases(r *Root, v vm.View) *cases {
	c := &cases{r: r, dir: direction(v), bar: newBar(r, v)}
	c.list = newRegion(20, c.draw)
	c.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(c.dir, 1136, c.list.box)))
	c.whole = newShell(shell{top: c.bar.box, page: c.page, rtl: v.RTL})
	c.paint(v)
	return c
}

func (c *cases) object() fyne.CanvasObject { return c.whole }

func (c *cases) update(v vm.View) {
	old := c.first
	c.paint(v)
	if old != c.first {
		c.page.Top()
		c.begin()
	}
}

func (c *cases) paint(v vm.View) {
	higher := c.bar.update(v)
	if c.list.show(*v.Cases) {
		c.page.Refresh()
	}
	if higher {
		c.whole.Refresh()
	}
}

func (c *cases) begin() {
	if c.first != nil {
		c.first.FocusOn(c.r.on)
	}
}

func (c *cases) take(screen) { c.begin() }

func (c *cases) draw(x vm.CasesScreen) []fyne.CanvasObject {
	head := kit.NewColumn(2, kit.NewLabel(c.dir, kit.Title, x.Title), kit.NewLabel(c.dir, kit.Body, x.Lead).Toned(kit.Slate))
	var out []fyne.CanvasObject
	if x.Problem != nil {
		out = append(out, message(c.dir, kit.Red, x.Problem))
	}
	if x.Busy != "" {
		out = append(out, kit.NewNotice(c.dir, kit.Teal, x.Busy))
	}
	c.first = kit.NewButton(c.dir, kit.Primary, x.New, func() { c.do((*vm.Cases).BeginNew) })
	c.first.Hidden = x.New == ""
	out = append([]fyne.CanvasObject{head, kit.NewFlow(c.dir, 12, c.first)}, out...)
	if x.Empty != "" {
		out = append(out, kit.NewCard(kit.NewLabel(c.dir, kit.Body, x.Empty).Toned(kit.Slate)))
	}
	for _, row := range x.Rows {
		out = append(out, c.drawRow(row))
	}
	return out
}

// opener is the button that opens a case; where nothing can be begun, the first of
// them has the keyboard.
func (c *cases) opener(row vm.CaseRow, p vm.ProcedureID) *kit.Button {
	b := kit.NewButton(c.dir, kit.Secondary, row.Open, func() { c.do(func(v *vm.Cases) { v.Open(row.ID, p) }) })
	if c.first.Hidden {
		c.first = b
	}
	return b
}

// do calls the list, where it is still on screen.
func (c *cases) do(f func(*vm.Cases)) {
	if list := c.r.app.Cases(); list != nil {
		f(list)
	}
}

func (c *cases) drawRow(row vm.CaseRow) fyne.CanvasObject {
	if row.Problem != nil {
		return kit.NewCard(message(c.dir, kit.Red, row.Problem))
	}
	title := kit.NewFlow(c.dir, 12, kit.NewLabel(c.dir, kit.Heading, row.Title), kit.Spacer(), kit.NewLabel(c.dir, kit.Caption, row.Changed))
	parts := []fyne.CanvasObject{title}
	if row.For != "" {
		parts = append(parts, kit.NewLabel(c.dir, kit.Body, row.For))
	}
	for _, f := range row.Filings {
		parts = append(parts, kit.NewRule(), filingRow(c.dir, f, c.opener(row, f.Procedure)))
	}
	if len(row.Filings) == 0 {
		parts = append(parts, kit.NewFlow(c.dir, 12, kit.Spacer(), c.opener(row, "")))
	}
	if row.Remove == "" {
		return kit.NewCard(parts...)
	}
	remove := kit.NewButton(c.dir, kit.Quiet, row.Remove, func() { c.ask(row) }).Small()
	return kit.NewCard(append(parts, kit.NewRule(), kit.NewFlow(c.dir, 12, kit.Spacer(), remove))...)
}

// filingRow is one use of a case: its procedure, how far it is, its next date.
func filingRow(dir kit.Direction, f vm.FilingRow, open *kit.Button) fyne.CanvasObject {
	row := kit.NewFlow(dir, 12, kit.NewLabel(dir, kit.Body, f.Name), kit.Spacer(), kit.NewPill(dir, tone(f.Status.Tone), f.Status.Text))
	if f.Due.Text != "" {
		row.Add(kit.NewPill(dir, tone(f.Due.Tone), f.Due.Text))
	}
	row.Add(open)
	return row
}

// ask makes sure before a case is removed.
func (c *cases) ask(row vm.CaseRow) {
	q := row.Question
	var d *kit.Dialog
	keep := kit.NewButton(c.dir, kit.Primary, q.No, func() { d.Hide() })
	remove := kit.NewButton(c.dir, kit.Secondary, q.Yes, func() {
		d.Hide()
		c.do(func(v *vm.Cases) { v.Remove(row.ID) })
	})
	d = kit.ShowDialog(c.r.on, c.dir, q.Title, kit.NewLabel(c.dir, kit.Body, q.Text), func() {}, keep, remove)
}
