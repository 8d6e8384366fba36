package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// record is the page that notes what was filed. Its fields stay as long as it does.
type record struct {
	r       *Root
	dir     kit.Direction
	bar     *bar
	view    vm.RecordScreen
	date    *kit.Date
	entries map[string]*kit.Entry
	selects map[string]*kit.Select
	problem *region[problemState]
	page    *kit.Page
	bottom  *bottom
	whole   *fyne.Container
}

// The fields.
const (
	recordBody      = "body"
	recordReference = "reference"
	recordNote      = "note"
	recordChannel   = "channel"
	recordProof     = "proof"
)

func newRecord(r *Root, v vm.View) *record {
	x := &record{r: r, dir: direction(v), bar: newBar(r, v), view: *v.Record, entries: map[string]*kit.Entry{}, selects: map[string]*kit.Select{}}
	x.problem = newRegion(0, func(s problemState) []fyne.CanvasObject {
		if s.Problem == nil {
			return nil
		}
		return []fyne.CanvasObject{message(x.dir, kit.Red, s.Problem)}
	})
	s := x.view
	head := kit.NewColumn(2, kit.NewLabel(x.dir, kit.Title, s.Title), kit.NewLabel(x.dir, kit.Body, s.Lead).Toned(kit.Slate))
	body := kit.NewColumn(22, head, kit.NewField(x.dir, s.Date.Label, s.Date.Example, x.makeDate(s.Date)), x.problem.box,
		x.text(recordBody, s.Body, (*vm.Record).SetBody), x.choice(recordChannel, s.Channel, (*vm.Record).SetChannel),
		x.text(recordReference, s.Reference, (*vm.Record).SetReference), x.choice(recordProof, s.Proof, (*vm.Record).SetProof),
		x.text(recordNote, s.Note, (*vm.Record).SetNote))
	if s.TakeBack != "" {
		body.Add(kit.NewFlow(x.dir, 12, kit.NewButton(x.dir, kit.Quiet, s.TakeBack, func() { x.do((*vm.Record).TakeBack) })))
	}
	x.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(x.dir, measure, body)))
	x.bottom = bottomOf(x.dir, func() { x.do((*vm.Record).Back) }, nil, func() { x.do((*vm.Record).Save) })
	x.whole = newShell(shell{top: x.bar.box, page: x.page, bottom: x.bottom.box, rtl: v.RTL})
	x.update(v)
	return x
}

// do calls the record, where it is still on screen.
func (x *record) do(call func(*vm.Record)) {
	if v := x.r.app.Record(); v != nil {
		call(v)
	}
}

// makeDate makes the day in boxes; a whole day in the first of them goes to all when
// the keyboard leaves.
func (x *record) makeDate(p vm.Part) *kit.Date {
	boxes := make([]kit.Box, len(p.Boxes))
	for i, b := range p.Boxes {
		boxes[i] = kit.Box{Label: b.Label, Value: b.Value, Chars: boxChars(b.Name)}
	}
	x.date = kit.NewDate(x.dir, p.Label, boxes, func(texts []string) {
		values := map[string]string{}
		for i, b := range p.Boxes {
			values[b.Name] = texts[i]
		}
		x.do(func(v *vm.Record) { v.SetDate(values) })
	}).Menu(x.r.words())
	x.date.OnLeave(func(bool) { x.fillDate() })
	return x.date
}

func (x *record) fillDate() {
	values := make([]string, len(x.view.Date.Boxes))
	for i, b := range x.view.Date.Boxes {
		values[i] = b.Value
	}
	x.date.SetValues(values)
}

func (x *record) text(name string, f vm.RecordField, set func(*vm.Record, string)) fyne.CanvasObject {
	x.entries[name] = x.r.menu(kit.NewEntry(x.dir, f.Label, f.Value, func(s string) { x.do(func(v *vm.Record) { set(v, s) }) }))
	return kit.NewField(x.dir, f.Label, f.Hint, x.entries[name])
}

func (x *record) choice(name string, c vm.RecordChoice, set func(*vm.Record, string)) fyne.CanvasObject {
	names, now := labels(c.Options)
	x.selects[name] = kit.NewSelect(x.dir, c.Label, names, now, c.Prompt, func(i int) { x.do(func(v *vm.Record) { set(v, c.Options[i].Code) }) })
	return kit.NewField(x.dir, c.Label, c.Hint, x.selects[name])
}

func (x *record) object() fyne.CanvasObject { return x.whole }

func (x *record) update(v vm.View) {
	x.view = *v.Record
	higher := x.bar.update(v)
	if !x.date.Focused() {
		x.fillDate()
	}
	for name, c := range map[string]vm.RecordChoice{recordChannel: x.view.Channel, recordProof: x.view.Proof} {
		if _, now := labels(c.Options); now != x.selects[name].Chosen() {
			x.selects[name].Choose(now)
		}
	}
	if x.problem.show(problemState{v.Record.Problem}) {
		x.date.SetWrong(v.Record.Problem != nil)
		x.page.Refresh()
	}
	x.bottom.show(bottomState{Back: v.Record.Back, Continue: v.Record.Save})
	if higher {
		x.whole.Refresh()
	}
}

func (x *record) begin() { x.date.FocusOn(x.r.on) }

// take keeps the keyboard and the caret; what was typed is in the view.
func (x *record) take(from screen) {
	old, ok := from.(*record)
	if !ok {
		x.begin()
		return
	}
	for name, e := range x.entries {
		if old.entries[name].Focused() {
			e.FocusOn(x.r.on)
			e.TakeCaret(old.entries[name])
			return
		}
	}
	for name, s := range x.selects {
		if old.selects[name].Focused() {
			s.FocusOn(x.r.on)
			return
		}
	}
	x.begin()
}
