package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// interview is one page of questions with all that stands around it.
type interview struct {
	r       *Root
	dir     kit.Direction
	bar     *bar
	side    *side
	head    *region[heading]
	fields  []*field
	list    *fyne.Container
	notices *region[[]vm.Notice]
	undo    *region[undoState]
	help    *region[helpState]
	aside   *region[asideState]
	page    *kit.Page
	helper  *kit.Page
	bottom  *bottom
	key     vm.Path
	whole   *fyne.Container
	paged   *fyne.Container // the questions, held to a width
	wide    bool            // the page has the room of the help
	back    *kit.Button     // brings a removed item back, or nil
}

// heading is the top of a page.
type heading struct {
	Place, Title, Lead, Intro string
	Facts                     []string
	Hard                      *vm.Hard
}

type undoState struct{ Undo *vm.Undo }

// asideState is what stands below the questions: what a person in danger is told,
// what to do at once, other ways on.
type asideState struct {
	Danger        *vm.DangerWords
	Lists         *vm.ListOffer
	Known, Routes string
}

// helpState is what stands beside the questions.
type helpState struct {
	Help      []vm.Help
	Limits    string
	Deadlines []vm.Deadline
}

// The greatest width of the questions and of other text, and of a list that has
// the room of the help too.
const (
	measure     = 640
	wideMeasure = 900
)

func newInterview(r *Root, v vm.View) *interview {
	x := &interview{r: r, dir: direction(v), bar: newBar(r, v), list: kit.NewColumn(22), key: "none"}
	x.side = newSide(x.dir, v.Interview.StepList, func(i int) {
		if vm := r.app.Interview(); vm != nil {
			vm.GoToSection(i)
		}
		showPage(x.whole)
	})
	x.head, x.undo = newRegion(8, x.drawHead), newRegion(0, x.drawUndo)
	x.notices = newRegion(10, func(n []vm.Notice) []fyne.CanvasObject { return notices(x.dir, n) })
	x.help = newRegion(22, x.drawHelp)
	x.aside = newRegion(16, x.drawAside)
	text := func(o fyne.CanvasObject) fyne.CanvasObject { return kit.NewMeasure(x.dir, measure, o) }
	x.paged = kit.NewMeasure(x.dir, measure, kit.NewColumn(22, text(x.head.box), x.undo.box, x.list, text(x.notices.box), text(x.aside.box)))
	x.page = kit.NewPage(kit.NewInset(48, 36, x.paged))
	x.bottom = newBottom(r, x.dir)
	x.helper = kit.NewPage(kit.NewInset(28, 36, x.help.box))
	x.whole = newShell(shell{top: x.bar.box, side: x.side.box, page: x.page, bottom: x.bottom.box, rtl: v.RTL, sideName: v.Interview.StepList,
		help: kit.NewSides(x.dir, kit.NewRule(), nil, x.helper), wanted: func() bool { return !x.wide }})
	x.draw(v)
	return x
}

func (x *interview) object() fyne.CanvasObject { return x.whole }

func (x *interview) update(v vm.View) {
	turned := x.key != v.Interview.Key
	x.draw(v)
	if turned {
		showPage(x.whole)
		x.page.Top()
		x.begin()
	}
}

func (x *interview) draw(v vm.View) {
	s := v.Interview
	higher := x.bar.update(v)
	x.side.show(sideState{s.Step, s.Answered, s.Share, s.Steps})
	head := x.head.show(heading{s.Place, s.Title, s.Lead, s.Intro, s.Facts, s.Hard})
	undo := x.undo.show(undoState{s.Undo})
	fields := x.keyed(s)
	told := x.notices.show(s.Notices)
	aside := x.aside.show(asideState{s.Danger, s.Lists, s.Known, s.Routes})
	if head || undo || fields || told || aside {
		x.page.Refresh()
	}
	if x.help.show(helpState{s.Help, s.Limits, s.Deadline}) {
		x.helper.Refresh()
	}
	widened := x.widen(s.Wide)
	if x.bottom.show(bottomState{s.Back, s.Skip, s.Continue, s.Pill}) || higher || widened {
		x.whole.Refresh()
	}
}

// widen gives the page the room of the help, or takes it back, and tells whether
// that is new.
func (x *interview) widen(wide bool) bool {
	if wide == x.wide {
		return false
	}
	x.wide = wide
	most := float32(measure)
	if wide {
		most = wideMeasure
	}
	x.paged.Layout = kit.Measure{Most: most, Dir: x.dir}
	return true
}

func (x *interview) drawAside(s asideState) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if s.Danger != nil {
		out = append(out, danger(x.r, x.dir, s.Danger))
	}
	if s.Lists != nil {
		out = append(out, listOffer(x.r, x.dir, s.Lists))
	}
	if s.Known != "" {
		out = append(out, kit.NewFlow(x.dir, 12, kit.NewButton(x.dir, kit.Quiet, s.Known, func() {
			if v := x.r.app.Interview(); v != nil {
				v.AskKnown()
			}
		})))
	}
	if s.Routes != "" {
		out = append(out, kit.NewFlow(x.dir, 12, kit.NewButton(x.dir, kit.Quiet, s.Routes, x.r.app.OpenRoutes)))
	}
	return out
}

// keyed brings the fields up to date: one that is still asked keeps its widgets.
// It tells whether any of them needs another place.
func (x *interview) keyed(s *vm.InterviewScreen) bool {
	changed := x.key != s.Key || len(x.fields) != len(s.Fields)
	old := map[vm.Path]*field{}
	if x.key == s.Key {
		for _, f := range x.fields {
			old[f.shown.Key] = f
		}
	}
	x.key, x.fields, x.list.Objects = s.Key, nil, nil
	for _, now := range s.Fields {
		f := old[now.Key]
		if f == nil {
			f = newField(x.r, x.dir, now)
			changed = true
		} else if f.show(now) {
			changed = true
		}
		x.fields = append(x.fields, f)
		x.list.Objects = append(x.list.Objects, f.box)
	}
	x.list.Hidden = len(x.fields) == 0
	if changed {
		x.list.Refresh()
	}
	for _, f := range x.fields {
		f.welcome()
	}
	return changed
}

// begin puts the keyboard on the first field, or on the way on.
func (x *interview) begin() {
	if len(x.fields) > 0 {
		x.fields[0].focus("")
		return
	}
	x.bottom.next.FocusOn(x.r.on)
}

// take gives the keyboard to the field that had it, with its caret.
func (x *interview) take(from screen) {
	before, ok := from.(*interview)
	if !ok {
		x.begin()
		return
	}
	for _, b := range before.fields {
		name, had := b.place()
		for _, f := range x.fields {
			if had && f.shown.Key == b.shown.Key {
				f.resume(b, name)
				return
			}
		}
	}
	x.begin()
}

// resume puts the keyboard and the caret where they were in another field, which this
// one takes the place of: in the part of a name.
func (f *field) resume(from *field, name string) {
	for _, p := range f.parts {
		for _, old := range from.parts {
			if p.made.Name == name && old.made.Name == name {
				p.resume(old, f.r.on)
				return
			}
		}
	}
	f.focus(name)
}

func (x *interview) drawHead(h heading) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if h.Place != "" {
		out = append(out, kit.NewLabel(x.dir, kit.StrongCaption, h.Place).Toned(kit.Teal))
	}
	if h.Hard != nil {
		pause := kit.NewButton(x.dir, kit.Quiet, h.Hard.Pause, func() {
			if v := x.r.app.Interview(); v != nil {
				v.Pause()
			}
		})
		out = append(out, kit.NewNotice(x.dir, kit.Teal, h.Hard.Text), kit.NewFlow(x.dir, 0, pause.Small()))
	}
	if h.Intro != "" {
		out = append(out, kit.NewNotice(x.dir, kit.Slate, h.Intro))
	}
	out = append(out, kit.NewLabel(x.dir, kit.Title, h.Title))
	if h.Lead != "" {
		out = append(out, kit.NewLabel(x.dir, kit.Body, h.Lead).Toned(kit.Slate))
	}
	if len(h.Facts) > 0 {
		facts := kit.NewColumn(6)
		for _, f := range h.Facts {
			facts.Add(kit.NewLabel(x.dir, kit.Hint, "·  "+f))
		}
		out = append(out, kit.NewCard(facts))
	}
	return out
}

func (x *interview) drawUndo(u undoState) []fyne.CanvasObject {
	x.back = nil
	if u.Undo == nil {
		return nil
	}
	x.back = kit.NewButton(x.dir, kit.Secondary, u.Undo.Label, func() {
		if vm := x.r.app.Interview(); vm != nil {
			vm.Undo()
		}
	})
	return []fyne.CanvasObject{kit.NewFlow(x.dir, 12, kit.NewNotice(x.dir, kit.Slate, u.Undo.Text), x.back)}
}

func (x *interview) drawHelp(h helpState) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, part := range h.Help {
		column := kit.NewColumn(6)
		if i == 0 || h.Help[i-1].Title != part.Title {
			column.Add(kit.NewLabel(x.dir, kit.Strong, part.Title))
		}
		column.Add(kit.NewRich(x.dir, kit.Hint, part.Text))
		out = append(out, column)
	}
	if len(h.Deadlines) > 0 {
		column := kit.NewColumn(10, kit.NewLabel(x.dir, kit.Strong, h.Limits))
		for _, d := range h.Deadlines {
			column.Add(kit.NewColumn(0, kit.NewLabel(x.dir, kit.Hint, d.Title), dayLine(x.dir, d)))
		}
		out = append(out, column)
	}
	return out
}

// dayLine says the day of a limit, and how long still.
func dayLine(dir kit.Direction, d vm.Deadline) fyne.CanvasObject {
	return kit.NewLabel(dir, kit.StrongCaption, vm.Beside(d.Day, d.Left)).Toned(tone(d.Tone))
}

// notices draws what the person is told: the text, what to do, the mark.
func notices(dir kit.Direction, list []vm.Notice) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, n := range list {
		column := kit.NewColumn(4, kit.NewNotice(dir, tone(n.Tone), sentences(n.Text, n.Do)))
		if n.Mark != "" {
			column.Add(kit.NewInset(14, 0, kit.NewLabel(dir, kit.Caption, n.Mark)))
		}
		out = append(out, column)
	}
	return out
}
