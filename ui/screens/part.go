package screens

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// part is a piece of a field that is typed, or chosen from a list.
type part struct {
	made   vm.Part // as it was made, without its value
	wrong  bool
	entry  *kit.Entry
	date   *kit.Date
	last   vm.Part // as it is now
	choice *kit.Select
}

// form is a part without what changes from view to view.
func form(p vm.Part) vm.Part {
	p.Value, p.Sound = "", false
	p.Boxes = append([]vm.DateBox(nil), p.Boxes...)
	for i := range p.Boxes {
		p.Boxes[i].Value = ""
	}
	if p.Options == nil {
		return p
	}
	p.Options = append([]vm.Option{}, p.Options...)
	for i := range p.Options {
		p.Options[i].Chosen = false
	}
	return p
}

func (f *field) newPart(p vm.Part) *part {
	out := &part{made: form(p)}
	name := p.Label
	if name == "" {
		name = f.shown.Name
	}
	key := f.shown.Key
	set := func(text string) { f.do(func(v *vm.Interview) { v.Set(key, p.Name, text) }) }
	switch {
	case p.Options != nil:
		names, chosen := labels(p.Options)
		out.choice = f.r.searched(kit.NewSelect(f.dir, name, names, chosen, p.Hint, func(i int) { set(p.Options[i].Code) }), p.Options)
	case p.Boxes != nil:
		out.makeDate(f, name, p)
	case p.Rows > 0:
		out.entry = kit.NewLongEntry(f.dir, name, p.Value, p.Rows, set)
	default:
		out.entry = kit.NewEntry(f.dir, name, p.Value, set)
	}
	if out.entry != nil {
		f.r.menu(out.entry)
		if p.Most > 0 {
			out.entry.Limited(p.Most, f.r.app.Count)
		}
		out.entry.OnLeave(func(string) { f.leave(p.Name) })
	}
	return out
}

// makeDate makes a date in boxes. What stands in them is put in order when the
// keyboard leaves: a whole date typed into the first goes to all.
func (x *part) makeDate(f *field, name string, p vm.Part) {
	key := f.shown.Key
	boxes := make([]kit.Box, len(p.Boxes))
	for i, b := range p.Boxes {
		boxes[i] = kit.Box{Label: b.Label, Value: b.Value, Chars: boxChars(b.Name)}
	}
	x.date = kit.NewDate(f.dir, name, boxes, func(texts []string) {
		values := map[string]string{}
		for i, b := range p.Boxes {
			values[b.Name] = texts[i]
		}
		f.do(func(v *vm.Interview) { v.SetBoxes(key, p.Name, values) })
	}).Menu(f.r.words())
	if p.Calendar != "" {
		x.date.Calendar(p.Calendar, func() { openCalendar(f, p.Name) })
	}
	x.date.OnLeave(func(through bool) {
		if through {
			f.leave(p.Name)
		}
		x.fill()
	})
}

func boxChars(name string) int {
	if name == vm.BoxYear {
		return 4
	}
	return 2
}

// fill puts into the boxes what the view has.
func (x *part) fill() {
	values := make([]string, len(x.last.Boxes))
	for i, b := range x.last.Boxes {
		values[i] = b.Value
	}
	x.date.SetValues(values)
}

// fits tells whether the part can show p as it is.
func (x *part) fits(p vm.Part) bool { return reflect.DeepEqual(x.made, form(p)) }

func (x *part) show(p vm.Part, wrong bool) {
	x.last = p
	wrong = wrong && !p.Sound
	if x.date != nil {
		if !x.date.Focused() {
			x.fill()
		}
		if wrong != x.wrong {
			x.wrong = wrong
			x.date.SetWrong(wrong)
		}
		return
	}
	if x.choice != nil {
		_, chosen := labels(p.Options)
		if chosen != x.choice.Chosen() {
			x.choice.Choose(chosen)
		}
		return
	}
	if x.entry.Text() != p.Value {
		x.entry.SetText(p.Value)
	}
	if wrong != x.wrong {
		x.wrong = wrong
		x.entry.SetWrong(wrong)
	}
}

// fix keeps what stands in the part as it is.
func (x *part) fix() {
	switch {
	case x.choice != nil:
		x.choice.Disable()
	case x.date != nil:
		x.date.SetReadOnly(true)
	default:
		x.entry.SetReadOnly(true)
	}
}

func (x *part) widget() fyne.CanvasObject {
	if x.choice != nil {
		return x.choice
	}
	if x.date != nil {
		return x.date
	}
	return x.entry
}

// named is the part with its label and its example above it.
func (x *part) named(dir kit.Direction) fyne.CanvasObject {
	if x.made.Label == "" && x.made.Example == "" {
		return x.widget()
	}
	if x.made.Label == "" {
		return kit.NewColumn(4, kit.NewLabel(dir, kit.Hint, x.made.Example), x.widget())
	}
	return kit.NewField(dir, x.made.Label, x.made.Example, x.widget())
}

func (x *part) focused() bool {
	if x.choice != nil {
		return x.choice.Focused()
	}
	if x.date != nil {
		return x.date.Focused()
	}
	return x.entry.Focused()
}

func (x *part) focusOn(canvas fyne.Canvas) {
	switch {
	case x.choice != nil:
		x.choice.FocusOn(canvas)
	case x.date != nil:
		x.date.FocusOn(canvas)
	default:
		x.entry.FocusOn(canvas)
	}
}

// resume puts the keyboard and the caret where they are in a part that this one takes
// the place of.
func (x *part) resume(from *part, canvas fyne.Canvas) {
	if x.date != nil && from.date != nil {
		at := make([]int, len(from.made.Boxes))
		for i, b := range from.made.Boxes {
			at[i] = slices.IndexFunc(x.made.Boxes, func(o vm.DateBox) bool { return o.Name == b.Name })
		}
		if x.date.TakeCaret(from.date, at, canvas) {
			return
		}
	}
	x.focusOn(canvas)
	if x.entry != nil && from.entry != nil {
		x.entry.TakeCaret(from.entry)
	}
}
