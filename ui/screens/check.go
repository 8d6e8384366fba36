package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// check is the page that checks and files.
type check struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	side   *side
	body   *region[checkState]
	page   *kit.Page
	bottom *bottom
	paper  *preview // nil where there is none
	whole  *fyne.Container
	tongue *kit.Select
	save   *kit.Button
	folds  map[string]*kit.Button
}

// checkState is what the page shows.
type checkState struct {
	vm.CheckScreen
	Pages string // why there are no pages beside it; "" where there are
}

func newCheck(r *Root, v vm.View) *check {
	c := &check{r: r, dir: direction(v), bar: newBar(r, v)}
	c.side = newSide(c.dir, v.Check.StepList, func(i int) { c.do(func(x *vm.Check) { x.GoToSection(i) }) })
	c.body = newRegion(16, c.draw)
	c.page = kit.NewPage(kit.NewInset(48, 36, kit.NewMeasure(c.dir, 820, c.body.box)))
	c.bottom = bottomOf(c.dir, func() { c.do((*vm.Check).Back) }, nil, nil)
	parts := shell{top: c.bar.box, side: c.side.box, page: c.page, bottom: c.bottom.box, rtl: v.RTL, sideName: v.Check.StepList}
	if v.Check.Preview != nil {
		c.paper = newPreview(r, c.dir)
		parts.paper, parts.wanted = c.paper.column, func() bool { return c.paper.wanted }
	}
	c.whole = newShell(parts)
	c.paint(v)
	return c
}

// do calls the check, where it is still on screen.
func (c *check) do(call func(*vm.Check)) {
	if v := c.r.app.Check(); v != nil {
		call(v)
	}
}

func (c *check) object() fyne.CanvasObject { return c.whole }

func (c *check) update(v vm.View) {
	chose, unfolded := c.tongue.Focused(), c.unfolded()
	if !c.paint(v) {
		return
	}
	if b := c.folds[unfolded]; b != nil {
		b.FocusOn(c.r.on)
		return
	}
	c.resume(chose)
}

// paint tells whether the page was drawn anew.
func (c *check) paint(v vm.View) bool {
	s := v.Check
	higher := c.bar.update(v)
	c.side.show(sideState{s.Step, s.Answered, s.Share, s.Steps})
	rest, moved := *s, false
	if c.paper != nil && s.Preview != nil {
		moved = c.paper.show(*s.Preview)
	}
	rest.Preview = nil // a new picture does not draw the page anew
	fresh := c.body.show(checkState{rest, c.pages(s.Preview)})
	if fresh {
		c.page.Refresh()
	}
	if c.bottom.show(bottomState{Back: s.Back, Pill: s.Pill}) || higher || moved {
		c.whole.Refresh()
	}
	return fresh
}

// pages says why no pages stand beside the page; "" where they do.
func (c *check) pages(p *vm.PreviewScreen) string {
	if p == nil || p.Beside {
		return ""
	}
	return p.Note
}

// resume puts the keyboard back after the page was drawn anew.
func (c *check) resume(chose bool) {
	switch {
	case chose:
		c.tongue.FocusOn(c.r.on)
	case c.save != nil && !c.save.Disabled():
		c.save.FocusOn(c.r.on)
	default:
		c.begin()
	}
}

func (c *check) begin()      { c.bottom.back.FocusOn(c.r.on) }
func (c *check) take(screen) { c.begin() }

func (c *check) draw(x checkState) []fyne.CanvasObject {
	s := x.CheckScreen
	c.folds = map[string]*kit.Button{}
	head := kit.NewColumn(6, kit.NewLabel(c.dir, kit.Title, s.Title))
	if s.Lead != "" {
		head.Add(kit.NewLabel(c.dir, kit.Body, s.Lead).Toned(kit.Slate))
	}
	if x.Pages != "" {
		head.Add(kit.NewLabel(c.dir, kit.Hint, x.Pages))
	}
	out := []fyne.CanvasObject{head}
	if s.Record.Filed {
		out = append(out, c.record(s.Record))
	}
	for _, it := range s.Problems {
		out = append(out, c.item(it))
	}
	if s.Translate != nil {
		out = append(out, c.untranslated(s))
	}
	out = append(out, c.checked(s.Checked))
	out = append(out, notices(c.dir, s.Notices)...)
	out = append(out, kit.NewLabel(c.dir, kit.Heading, s.HowToFile), c.filing(s))
	out = append(out, c.documents(s)...)
	if !s.Record.Filed {
		out = append(out, c.record(s.Record))
	}
	out = append(out, c.others(s)...)
	return append(out, kit.NewLabel(c.dir, kit.Caption, s.Disclaimer))
}

func (c *check) item(it vm.CheckItem) fyne.CanvasObject {
	words := kit.NewColumn(2, kit.NewLabel(c.dir, kit.Strong, it.Message.What))
	if it.Where != "" {
		words = kit.NewColumn(2, kit.NewLabel(c.dir, kit.Strong, it.Where), kit.NewLabel(c.dir, kit.Hint, it.Message.What))
	}
	if more := sentences(it.Message.Means, it.Message.Next); more != "" {
		words.Add(kit.NewLabel(c.dir, kit.Hint, more))
	}
	if it.Why != "" {
		words.Add(c.fold(it.Fold))
	}
	if it.Fold.Open {
		words.Add(kit.NewLabel(c.dir, kit.Hint, it.Why))
	}
	mark := kit.Noted
	if it.Blocking {
		mark = kit.Wanting
	}
	var way fyne.CanvasObject
	if it.Go != "" {
		way = kit.NewInset(12, 0, kit.NewRow(c.dir, 0, c.way(it, kit.Secondary)))
	}
	return kit.NewCard(c.marked(mark, way, words))
}

// way is the button that leads to where something stands.
func (c *check) way(it vm.CheckItem, kind kit.ButtonKind) *kit.Button {
	return kit.NewButton(c.dir, kind, it.Go, func() { c.do(func(v *vm.Check) { v.Go(it.At) }) })
}

// untranslated lists on one card the words that have no translation.
func (c *check) untranslated(s vm.CheckScreen) fyne.CanvasObject {
	head := kit.NewColumn(2, kit.NewLabel(c.dir, kit.Strong, s.Translate.What),
		kit.NewLabel(c.dir, kit.Hint, sentences(s.Translate.Means, s.Translate.Next)))
	card := kit.NewColumn(6, c.marked(kit.Noted, nil, head))
	for _, it := range s.Untranslated {
		card.Add(c.inset(kit.NewFlow(c.dir, 12, kit.NewLabel(c.dir, kit.Body, it.Where), kit.Spacer(), c.way(it, kit.Quiet))))
	}
	return kit.NewCard(card)
}

func (c *check) filing(s vm.CheckScreen) fyne.CanvasObject {
	card := kit.NewColumn(8)
	for _, step := range s.Filing {
		number := kit.NewLabel(c.dir, kit.Body, step.Number+".")
		words := kit.NewColumn(0, kit.NewLabel(c.dir, kit.Body, step.Text))
		if step.Mark != "" {
			words.Add(kit.NewLabel(c.dir, kit.Caption, step.Mark))
		}
		card.Add(kit.NewSides(c.dir, kit.NewInset(8, 0, kit.NewColumn(0, number)), nil, words))
	}
	return kit.NewCard(card)
}

// record is what is recorded of the filing, or the way to record it.
func (c *check) record(r vm.RecordWords) fyne.CanvasObject {
	words := kit.NewColumn(4, kit.NewLabel(c.dir, kit.Strong, r.Title))
	for i, line := range r.Lines {
		style := kit.Hint
		if r.Filed && i == 0 {
			style = kit.Strong
			line = "✓  " + line
		}
		words.Add(kit.NewLabel(c.dir, style, line))
	}
	button := kit.NewButton(c.dir, kit.Secondary, r.Button, func() { c.do((*vm.Check).OpenRecord) })
	return kit.NewCard(kit.NewSides(c.dir, nil, kit.NewInset(12, 0, kit.NewRow(c.dir, 0, button)), words))
}

// documents are the language of the document and what can be saved.
func (c *check) documents(s vm.CheckScreen) []fyne.CanvasObject {
	names, now := labels(s.Languages)
	c.tongue = kit.NewSelect(c.dir, s.Language, names, now, "", func(i int) {
		c.do(func(v *vm.Check) { v.SetLanguage(s.Languages[i].Code) })
	})
	out := []fyne.CanvasObject{kit.NewMeasure(c.dir, 340, kit.NewField(c.dir, s.Language, "", c.tongue))}
	if s.Warning != nil {
		out = append(out, message(c.dir, kit.Amber, s.Warning))
	}
	row := kit.NewFlow(c.dir, 12)
	for i, e := range s.Exports {
		kind := kit.Secondary
		if i == 0 {
			kind = kit.Primary
		}
		b := kit.NewButton(c.dir, kind, e.Label, func() { c.ask(s.Dialog, e) })
		if !e.Ready {
			b.Disable()
		}
		if i == 0 {
			c.save = b
		}
		row.Add(b)
	}
	row.Add(kit.NewButton(c.dir, kit.Secondary, s.HandOver, func() { c.r.app.OpenHandOver("") }))
	out = append(out, row)
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

// ask asks where a document is to be written.
func (c *check) ask(words vm.ExportWords, e vm.Export) {
	c.r.askPath(c.dir, words, e.Path, e.Hint, func(path string) { c.do(func(v *vm.Check) { v.Save(e.ID, path) }) })
}

// others are the other procedures that the case serves, and the way to more.
func (c *check) others(s vm.CheckScreen) []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewLabel(c.dir, kit.Heading, s.Others)}
	for _, f := range s.Filings {
		open := kit.NewButton(c.dir, kit.Secondary, s.Open, func() { c.do(func(v *vm.Check) { v.OpenFiling(f.Procedure) }) })
		out = append(out, kit.NewCard(filingRow(c.dir, f, open)))
	}
	return append(out, kit.NewFlow(c.dir, 12, kit.NewButton(c.dir, kit.Secondary, s.Routes, c.r.app.OpenRoutes)))
}
