package screens

import (
	"reflect"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// part is a piece of a field that is typed, or chosen from a list.
type part struct {
	made   vm.Part // as it was made, without its value
	wrong  bool
	entry  *kit.Entry
	choice *kit.Select
}

// form is a part without what changes from view to view.
func form(p vm.Part) vm.Part {
	p.Value = ""
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
		out.choice = f.r.searched(kit.NewSelect(f.dir, name, names, chosen, "", func(i int) { set(p.Options[i].Code) }), p.Options)
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
		out.entry.OnLeave(func(string) { f.do(func(v *vm.Interview) { v.Leave(key) }) })
	}
	return out
}

// fits tells whether the part can show p as it is.
func (x *part) fits(p vm.Part) bool { return reflect.DeepEqual(x.made, form(p)) }

func (x *part) show(p vm.Part, wrong bool) {
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

func (x *part) widget() fyne.CanvasObject {
	if x.choice != nil {
		return x.choice
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
	return x.entry.Focused()
}

func (x *part) focusOn(canvas fyne.Canvas) {
	if x.choice != nil {
		x.choice.FocusOn(canvas)
	} else {
		x.entry.FocusOn(canvas)
	}
}
