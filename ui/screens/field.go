package screens

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// field is one thing asked. It stays as long as its key is on the page.
type field struct {
	r       *Root
	dir     kit.Direction
	shown   vm.Field
	drawn   bool
	box     *fyne.Container
	parts   []*part
	choices *kit.Choices
	list    *kit.Select
	files   *kit.DropArea
	newFile bool // was added to the choices, and is to have the keyboard
	problem *region[problemState]
	skips   *region[[]vm.Option]
	items   []*kit.Button
	rows    []itemRow
}

// problemState is a problem of a field, or none.
type problemState struct{ Problem *vm.Message }

func newField(r *Root, dir kit.Direction, x vm.Field) *field {
	f := &field{r: r, dir: dir, box: kit.NewColumn(8)}
	f.problem = newRegion(0, func(s problemState) []fyne.CanvasObject {
		if s.Problem == nil {
			return nil
		}
		return []fyne.CanvasObject{message(dir, kit.Red, s.Problem)}
	})
	f.skips = newRegion(0, f.drawSkips)
	f.arrange(x)
	f.show(x)
	return f
}

// do calls the interview, where it is still on screen.
func (f *field) do(call func(*vm.Interview)) {
	if v := f.r.app.Interview(); v != nil {
		call(v)
	}
}

// leave says that the keyboard has left a part. It has not where the field has only
// been drawn anew, in another language.
func (f *field) leave(part string) {
	key := f.shown.Key
	if now, ok := f.r.now.(*interview); ok && slices.ContainsFunc(now.fields, func(o *field) bool { return o != f && o.shown.Key == key }) {
		return
	}
	f.do(func(v *vm.Interview) { v.LeavePart(key, part) })
}

// frame is a field without what changes from view to view: two fields of one
// frame are drawn by the same widgets.
func frame(x vm.Field) vm.Field {
	x.Problem, x.Skips = nil, nil
	strip := func(list []vm.Option) []vm.Option {
		list = append([]vm.Option{}, list...)
		for i := range list {
			list[i].Chosen = false
		}
		return list
	}
	x.Options, x.More = strip(x.Options), strip(x.More)
	parts := make([]vm.Part, len(x.Parts))
	for i, p := range x.Parts {
		parts[i] = form(p)
	}
	x.Parts = parts
	return x
}

// show brings the field up to date, and tells whether it needs another place.
// What still fits stays.
func (f *field) show(x vm.Field) bool {
	if reflect.DeepEqual(x, f.shown) && f.drawn {
		return false
	}
	changed := !f.drawn
	if !reflect.DeepEqual(frame(x), frame(f.shown)) {
		f.newFile = f.added(x)
		f.arrange(x)
		changed = true
	}
	f.shown, f.drawn = x, true
	for i, p := range x.Parts {
		f.parts[i].show(p, x.Problem != nil)
	}
	if now := chosen(x.Options); f.choices != nil && !slices.Equal(now, f.choices.Chosen()) {
		f.choices.Choose(now...)
	}
	if f.list != nil {
		_, now := labels(f.listed(x))
		if now != f.list.Chosen() {
			f.list.Choose(now)
		}
	}
	problem, skips := f.problem.show(problemState{x.Problem}), f.skips.show(x.Skips)
	return changed || problem || skips
}

// added tells whether the person, who has the keyboard on the way to choose a file,
// has added one.
func (f *field) added(x vm.Field) bool {
	return f.drawn && f.files != nil && f.files.Focused() && len(x.Options) > len(f.shown.Options)
}

// welcome puts the keyboard on a file that was added.
func (f *field) welcome() {
	if f.newFile && f.choices != nil {
		cards := f.choices.Cards()
		cards[len(cards)-1].FocusOn(f.r.on)
	}
	f.newFile = false
}

func chosen(options []vm.Option) []int {
	var out []int
	for i, o := range options {
		if o.Chosen {
			out = append(out, i)
		}
	}
	return out
}

// listed are the options that the field shows in a list to open.
func (f *field) listed(x vm.Field) []vm.Option {
	if x.Shape == vm.Body {
		return x.More
	}
	return x.Options
}

// arrange puts the widgets of the field in their places, and makes those that
// are missing.
func (f *field) arrange(x vm.Field) {
	f.shown = x
	f.match(x.Parts)
	f.choices, f.list, f.files, f.items, f.rows = nil, nil, nil, nil, nil
	f.box.Objects = f.head(x)
	if x.Drop != nil {
		f.box.Add(f.drop(x.Drop))
	}
	switch x.Shape {
	case vm.Typed:
		f.box.Add(f.form(x))
	case vm.Listed:
		f.box.Add(f.offered(x))
	case vm.Searched:
		f.box.Add(f.search(x, x.Name, x.Options))
	case vm.Body:
		f.arrangeBody(x)
	case vm.Listing:
		f.arrangeItems(x)
	}
	f.box.Add(f.problem.box)
	f.box.Add(f.skips.box)
	if x.Fixed {
		f.fix()
	}
	f.box.Refresh()
}

// fix keeps what is answered as it is: it can be looked at and copied.
func (f *field) fix() {
	for _, p := range f.parts {
		p.fix()
	}
	if f.choices != nil {
		for _, c := range f.choices.Cards() {
			c.Disable()
		}
	}
	if f.list != nil {
		f.list.Disable()
	}
}

// match keeps the parts that fit, so that the keyboard stays where it is.
func (f *field) match(parts []vm.Part) {
	old := f.parts
	f.parts = nil
	for _, p := range parts {
		var found *part
		for _, o := range old {
			if o.fits(p) {
				found = o
			}
		}
		if found == nil {
			found = f.newPart(p)
		}
		f.parts = append(f.parts, found)
	}
}

// head is the label of the field and its hint.
func (f *field) head(x vm.Field) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	switch {
	case x.Label != "" && x.Mark != "":
		out = append(out, kit.NewFlow(f.dir, 8, kit.NewLabel(f.dir, kit.Strong, x.Label), kit.NewLabel(f.dir, kit.Caption, x.Mark)))
	case x.Label != "":
		out = append(out, kit.NewLabel(f.dir, kit.Strong, x.Label))
	case x.Mark != "" && x.Shape != vm.Listing:
		out = append(out, kit.NewLabel(f.dir, kit.Caption, x.Mark))
	}
	if x.Hint != "" {
		out = append(out, kit.NewLabel(f.dir, kit.Hint, x.Hint))
	}
	return out
}

// form sets the parts: those of the whole width alone, the others side by side.
func (f *field) form(x vm.Field) fyne.CanvasObject {
	column := kit.NewColumn(16)
	var beside []fyne.CanvasObject
	flush := func() {
		if len(beside) > 0 {
			column.Add(kit.NewGrid(f.dir, 2, beside...))
		}
		beside = nil
	}
	for i, p := range x.Parts {
		if p.Full {
			flush()
			column.Add(f.parts[i].named(f.dir))
		} else {
			beside = append(beside, f.parts[i].named(f.dir))
		}
	}
	flush()
	return column
}

// offered are options on cards.
func (f *field) offered(x vm.Field) fyne.CanvasObject {
	if len(x.Options) == 0 {
		return kit.NewLabel(f.dir, kit.Hint, x.Empty)
	}
	options := make([]kit.Option, len(x.Options))
	for i, o := range x.Options {
		options[i] = kit.Option{Label: o.Label, Hint: o.Hint}
	}
	pick := func(indexes []int) {
		codes := make([]string, len(indexes))
		for i, n := range indexes {
			codes[i] = x.Options[n].Code
		}
		f.do(func(v *vm.Interview) { v.Choose(x.Key, codes...) })
	}
	if x.Many {
		f.choices = kit.NewChecks(f.dir, x.Name, options, chosen(x.Options), pick)
	} else {
		now := append(chosen(x.Options), -1)[0]
		f.choices = kit.NewRadios(f.dir, x.Name, options, now, func(i int) { pick([]int{i}) })
	}
	return f.choices
}

// search is a list that opens.
func (f *field) search(x vm.Field, name string, options []vm.Option) fyne.CanvasObject {
	names, now := labels(options)
	f.list = f.r.searched(kit.NewSelect(f.dir, name, names, now, name, func(i int) {
		f.do(func(v *vm.Interview) { v.Choose(x.Key, options[i].Code) })
	}), options)
	return f.list
}

// arrangeBody offers the bodies that fit, a list of all others, and parts for
// one that is in no list.
func (f *field) arrangeBody(x vm.Field) {
	if len(x.Options) > 0 {
		f.box.Add(f.offered(x))
	}
	f.box.Add(kit.NewInset(0, 6, f.search(x, x.MoreName, x.More)))
	if len(x.Detail) > 0 {
		lines := kit.NewColumn(0)
		for _, d := range x.Detail {
			lines.Add(kit.NewLabel(f.dir, kit.Hint, d))
		}
		f.box.Add(kit.NewCard(lines))
	}
	if len(x.Parts) > 0 {
		f.box.Add(f.form(x))
	}
}

func (f *field) drawSkips(skips []vm.Option) []fyne.CanvasObject {
	if len(skips) == 0 {
		return nil
	}
	row := kit.NewFlow(f.dir, 4)
	key := f.shown.Key
	for _, s := range skips {
		label := s.Label
		if s.Chosen {
			label = "✓  " + label
		}
		row.Add(kit.NewButton(f.dir, kit.Quiet, label, func() { f.do(func(v *vm.Interview) { v.Skip(key, s.Code) }) }).Small())
	}
	return []fyne.CanvasObject{row}
}

// place is where the keyboard is within the field: the name of a part, "" for
// its options; ok is false where it is elsewhere.
func (f *field) place() (name string, ok bool) {
	for _, p := range f.parts {
		if p.focused() {
			return p.made.Name, true
		}
	}
	if f.choices != nil {
		for _, c := range f.choices.Cards() {
			if c.Focused() {
				return "", true
			}
		}
	}
	return "", f.list != nil && f.list.Focused()
}

// focus puts the keyboard on a part; on the first thing there is for "".
func (f *field) focus(name string) {
	for _, p := range f.parts {
		if p.made.Name == name || name == "" && f.choices == nil {
			p.focusOn(f.r.on)
			return
		}
	}
	switch {
	case f.choices != nil:
		f.choices.FocusOn(f.r.on)
	case f.list != nil:
		f.list.FocusOn(f.r.on)
	case len(f.items) > 0:
		f.items[0].FocusOn(f.r.on)
	case f.files != nil:
		f.files.FocusOn(f.r.on)
	}
}
