package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// cases is the list of cases.
type cases struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	top    *region[casesTop]
	query  *kit.Entry
	filter *kit.Select
	note   *region[casesNote]
	table  *kit.Table
	empty  *region[string]
	due    *region[dueState]
	page   *kit.Page
	whole  *fyne.Container
	first  *kit.Button
	lead   *kit.Label // goes where the list has too little room
	shown  vm.CasesScreen
}

// casesTop is what stands above the search.
type casesTop struct {
	Title, New, Receive, Busy string
	Problem                   *vm.Message
}

// casesNote is what stands between the search and the list.
type casesNote struct{ Found, Looking string }

type dueState struct{ Due *vm.DueBanner }

func newCases(r *Root, v vm.View) *cases {
	c := &cases{r: r, dir: direction(v), bar: newBar(r, v)}
	c.lead = kit.NewLabel(c.dir, kit.Body, v.Cases.Lead).Toned(kit.Slate)
	c.top, c.note = newRegion(14, c.drawTop), newRegion(0, c.drawNote)
	c.empty, c.due = newRegion(0, c.drawEmpty), newRegion(0, c.drawDue)
	c.makeSearch(*v.Cases)
	c.makeTable(*v.Cases)
	search := kit.NewSides(c.dir, nil, kit.NewWidth(356, kit.NewSides(c.dir, kit.NewWidth(16, kit.NewColumn(0)), nil, c.filter)), c.query)
	list := &fyne.Container{Layout: casesLayout{c}, Objects: []fyne.CanvasObject{kit.NewColumn(2, c.top.box, c.lead), search, c.note.box, c.table, c.empty.box, c.due.box}}
	c.page = kit.NewPage(kit.NewInset(casesSide, casesAbove, kit.NewMeasure(c.dir, 1136, list)))
	c.whole = newShell(shell{top: c.bar.box, page: c.page, rtl: v.RTL})
	c.paint(v)
	return c
}

// The room around the list.
const (
	casesSide  = 72
	casesAbove = 36
	casesGap   = 18
	leastList  = 300 // below which the list needs the room of the lead
)

// casesLayout puts the parts one below the other and gives the table the height
// that is left of the window.
type casesLayout struct{ of *cases }

// MinSize serves Fyne.
func (l casesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return kit.Column{Gap: casesGap}.MinSize(objects)
}

// Layout serves Fyne.
func (l casesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	column := kit.Column{Gap: casesGap}
	l.of.lead.Hidden = false
	column.Layout(objects, size)
	if l.room(column, objects) < leastList {
		l.of.lead.Hidden = true
		column.Layout(objects, size)
	}
	l.of.table.SetRoom(l.room(column, objects))
	column.Layout(objects, size)
}

// room is the height that the other parts leave for the table.
func (l casesLayout) room(column kit.Column, objects []fyne.CanvasObject) float32 {
	rest := column.MinSize(objects).Height - l.of.table.MinSize().Height
	return l.of.page.Size().Height - 2*casesAbove - rest
}

func (c *cases) makeSearch(x vm.CasesScreen) {
	c.query = c.r.searching(kit.NewEntry(c.dir, x.Search.Name, x.Search.Value, func(text string) { c.do(func(v *vm.Cases) { v.Search(text) }) })).Hinted(x.Search.Hint)
	names, now := labels(x.Filter.Options)
	c.filter = kit.NewSelect(c.dir, x.Filter.Name, names, now, "", func(i int) { c.do(func(v *vm.Cases) { v.Filter(x.Filter.Options[i].Code) }) })
}

func (c *cases) makeTable(x vm.CasesScreen) {
	acts := kit.TableActs{MoreName: x.Words.More, Open: c.open, More: c.more,
		Sort: func(i int) { c.do(func(v *vm.Cases) { v.SortBy(x.Columns[i].Code) }) }}
	c.table = kit.NewTable(c.dir, x.Title, columns(x.Columns), acts)
}

// columns are the columns with the shares of the design.
func columns(list []vm.Column) []kit.TableColumn {
	shares := []float32{0.32, 0.18, 0.23, 0.27}
	orders := map[vm.Order]kit.Sorting{vm.NoOrder: kit.Unsorted, vm.Upward: kit.Ascending, vm.Downward: kit.Descending}
	out := make([]kit.TableColumn, len(list))
	for i, x := range list {
		out[i] = kit.TableColumn{Title: x.Title, Share: shares[i], Sort: orders[x.Order], Words: x.Words}
	}
	return out
}

// tableRow puts a case into cells.
func tableRow(r *vm.CaseRow) kit.TableRow {
	if r.Problem != nil {
		return kit.TableRow{{Text: r.Problem.What, Caption: sentences(r.Problem.Means, r.Problem.Next), Tone: kit.Red}}
	}
	return kit.TableRow{{Text: r.Title, Caption: r.Caption, Strong: true}, {Text: r.For},
		{Text: r.Status.Text, Pill: true, Tone: tone(r.Status.Tone)}, {Text: r.Due.Text, Pill: true, Tone: tone(r.Due.Tone)}}
}

func (c *cases) object() fyne.CanvasObject { return c.whole }

func (c *cases) update(v vm.View) {
	old := c.first
	c.paint(v)
	if old != c.first && !c.query.Focused() && !c.table.Focused() {
		c.begin()
	}
}

func (c *cases) paint(v vm.View) {
	x := *v.Cases
	higher := c.bar.update(v)
	fresh := c.top.show(casesTop{x.Title, x.New, x.Receive, x.Busy, x.Problem})
	fresh = c.note.show(casesNote{x.Found, x.Looking}) || fresh
	fresh = c.empty.show(x.Empty) || fresh
	fresh = c.due.show(dueState{x.Due}) || fresh
	if c.query.Text() != x.Search.Value {
		c.query.SetText(x.Search.Value)
	}
	if _, now := labels(x.Filter.Options); now != c.filter.Chosen() {
		c.filter.Choose(now)
	}
	if fresh = c.paintTable(x) || fresh; fresh {
		c.page.Refresh()
	}
	if higher {
		c.whole.Refresh()
	}
}

// paintTable tells whether the table was drawn anew.
func (c *cases) paintTable(x vm.CasesScreen) bool {
	before := c.shown
	c.shown = x
	c.table.Hidden = len(x.Rows) == 0
	if same(before.Rows, x.Rows) && len(before.Columns) > 0 {
		return false
	}
	c.table.SetSort(columns(x.Columns))
	moved := len(before.Rows) != len(x.Rows) || before.Search.Value != x.Search.Value
	c.table.SetRows(len(x.Rows), func(i int) kit.TableRow { return tableRow(x.Rows[i]) }, moved)
	return true
}

// same tells whether two lists are one.
func same(a, b []*vm.CaseRow) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func (c *cases) begin() {
	if c.first != nil {
		c.first.FocusOn(c.r.on)
	}
}

// take keeps the keyboard in the search, with its caret.
func (c *cases) take(from screen) {
	if old, ok := from.(*cases); ok && old.query.Focused() {
		c.query.FocusOn(c.r.on)
		c.query.TakeCaret(old.query)
		return
	}
	c.begin()
}

func (c *cases) drawTop(x casesTop) []fyne.CanvasObject {
	c.first = kit.NewButton(c.dir, kit.Primary, x.New, func() { c.do((*vm.Cases).BeginNew) })
	receive := kit.NewButton(c.dir, kit.Secondary, x.Receive, c.r.app.OpenReceive)
	c.first.Hidden, receive.Hidden = x.New == "", x.Receive == ""
	head := kit.NewFlow(c.dir, 12, kit.NewLabel(c.dir, kit.Title, x.Title), kit.Spacer(), receive, c.first)
	out := []fyne.CanvasObject{head}
	if x.Problem != nil {
		out = append(out, message(c.dir, kit.Red, x.Problem))
	}
	if x.Busy != "" {
		out = append(out, kit.NewNotice(c.dir, kit.Teal, x.Busy))
	}
	return out
}

func (c *cases) drawNote(x casesNote) []fyne.CanvasObject {
	text := sentences(x.Found, x.Looking)
	if text == "" {
		return nil
	}
	return []fyne.CanvasObject{kit.NewLabel(c.dir, kit.Caption, text)}
}

func (c *cases) drawEmpty(text string) []fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return []fyne.CanvasObject{kit.NewCard(kit.NewLabel(c.dir, kit.Body, text).Toned(kit.Slate))}
}

// drawDue is the banner of what is due next.
func (c *cases) drawDue(x dueState) []fyne.CanvasObject {
	if x.Due == nil {
		return nil
	}
	words := kit.NewColumn(2, kit.NewLabel(c.dir, kit.Strong, x.Due.Text).Toned(kit.Amber))
	if x.Due.How != "" {
		words.Add(kit.NewLabel(c.dir, kit.Caption, x.Due.How).Toned(kit.Ink))
	}
	on := kit.NewButton(c.dir, kit.Secondary, x.Due.Continue, func() { c.do((*vm.Cases).Continue) })
	return []fyne.CanvasObject{kit.NewBanner(c.dir, kit.Amber, words, on)}
}

// do calls the list, where it is still on screen.
func (c *cases) do(f func(*vm.Cases)) {
	if list := c.r.app.Cases(); list != nil {
		f(list)
	}
}

func (c *cases) open(i int) {
	row := c.shown.Rows[i]
	c.do(func(v *vm.Cases) { v.Open(row.ID, row.Main) })
}

// more asks what else can be done with a case.
func (c *cases) more(i int) {
	row, words := c.shown.Rows[i], c.shown.Words
	if row.Problem != nil {
		c.trouble(row)
		return
	}
	var d *kit.Dialog
	do := func(kind kit.ButtonKind, text string, act func()) *kit.Button {
		return kit.NewButton(c.dir, kind, text, func() {
			d.Hide()
			act()
		})
	}
	body := kit.NewColumn(10, kit.NewLabel(c.dir, kit.Caption, vm.Beside(row.For, row.Changed)))
	for _, f := range row.Filings {
		open := do(kit.Secondary, words.Open, func() { c.do(func(v *vm.Cases) { v.Open(row.ID, f.Procedure) }) })
		body.Add(filingRow(c.dir, f, open))
	}
	body.Add(kit.NewFlow(c.dir, 8, do(kit.Quiet, words.Routes, func() { c.do(func(v *vm.Cases) { v.OpenRoutes(row.ID) }) }),
		do(kit.Quiet, words.HandOver, func() { c.r.app.OpenHandOver(row.ID) })))
	buttons := []*kit.Button{do(kit.Secondary, words.Close, func() {})}
	if words.Remove != "" {
		buttons = append(buttons, do(kit.Quiet, words.Remove, func() { c.ask(row) }))
	}
	d = kit.ShowDialog(c.r.on, c.dir, row.Title, body, func() {}, buttons...)
}

// trouble says why a case cannot be opened.
func (c *cases) trouble(row *vm.CaseRow) {
	var d *kit.Dialog
	p := row.Problem
	shut := kit.NewButton(c.dir, kit.Secondary, c.shown.Words.Close, func() { d.Hide() })
	d = kit.ShowDialog(c.r.on, c.dir, p.What, kit.NewLabel(c.dir, kit.Body, sentences(p.Means, p.Next)), func() {}, shut)
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
func (c *cases) ask(row *vm.CaseRow) {
	q := row.Question
	var d *kit.Dialog
	keep := kit.NewButton(c.dir, kit.Primary, q.No, func() { d.Hide() })
	remove := kit.NewButton(c.dir, kit.Secondary, q.Yes, func() {
		d.Hide()
		c.do(func(v *vm.Cases) { v.Remove(row.ID) })
	})
	d = kit.ShowDialog(c.r.on, c.dir, q.Title, kit.NewLabel(c.dir, kit.Body, q.Text), func() {}, keep, remove)
}
