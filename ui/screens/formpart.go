package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// formPart is a part of a form. A field stays as long as it is on the page; what
// is only looked at is drawn anew when it changes.
type formPart struct {
	f       *formPage
	made    vm.FormPart // as it was made
	object  fyne.CanvasObject
	draws   *region[vm.FormPart]
	entry   *kit.Entry
	field   *kit.Field
	toggle  *kit.Button
	choices *kit.Choices
	list    *kit.Select
	buttons map[string]*kit.Button
	order   []string // keys of the buttons
	row     *fyne.Container
}

func newFormPart(f *formPage, p vm.FormPart) *formPart {
	x := &formPart{f: f, made: p}
	switch p.Kind {
	case vm.FormField, vm.FormSecret:
		x.typed(p)
	case vm.FormRadio:
		x.radio(p)
	case vm.FormSelect:
		x.choose(p)
	case vm.FormButtons, vm.FormButtonUp:
		x.row = kit.NewFlow(f.dir, 12)
		if p.Small {
			x.row = kit.NewFlow(f.dir, 0)
		}
		if p.Kind == vm.FormButtonUp {
			x.row = kit.NewColumn(0)
		}
		x.object = x.row
	default:
		x.draws = newRegion(6, x.draw)
		x.object = x.draws.box
	}
	return x
}

// fits tells whether the part can show p.
func (x *formPart) fits(p vm.FormPart) bool {
	if x.made.Key != p.Key || x.made.Kind != p.Kind {
		return false
	}
	switch p.Kind {
	case vm.FormField, vm.FormSecret:
		return x.made.Text == p.Text && x.made.Hint == p.Hint
	case vm.FormRadio, vm.FormSelect:
		return x.made.Text == p.Text && sameOptions(x.made.Options, p.Options)
	}
	return true
}

func sameOptions(a, b []vm.Option) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Label != b[i].Label || a[i].Code != b[i].Code || a[i].Hint != b[i].Hint {
			return false
		}
	}
	return true
}

// side is the direction of a field: a path and a key read from left to right.
func (x *formPart) side(p vm.FormPart) kit.Direction {
	if p.LTR {
		return kit.LTR
	}
	return x.f.dir
}

// typed makes a field that is typed in.
func (x *formPart) typed(p vm.FormPart) {
	set := func(text string) { x.f.do(func(v vm.Form) { v.Set(p.Key, text) }) }
	x.entry = kit.NewEntry(x.side(p), p.Text, p.Value, set)
	if p.Kind == vm.FormSecret {
		x.entry = kit.NewSecret(x.side(p), p.Text, set)
		x.entry.SetText(p.Value)
	}
	x.f.r.menu(x.entry)
	x.entry.OnSubmit(x.f.submit)
	var control fyne.CanvasObject = x.entry
	if p.Toggle != "" {
		x.toggle = kit.NewButton(x.f.dir, kit.Quiet, p.Toggle, func() { x.f.press("toggle." + p.Key) }).Small()
		control = kit.NewSides(x.f.dir, nil, x.toggle, x.entry)
	}
	x.field = kit.NewField(x.f.dir, p.Text, p.Hint, control)
	x.object = x.field
}

// submit does what the next step of the form is.
func (f *formPage) submit() {
	for _, p := range f.parts {
		for _, key := range p.order {
			if b := p.buttons[key]; p.primary(key) && !b.Disabled() {
				f.press(key)
				return
			}
		}
	}
}

func (x *formPart) primary(key string) bool {
	for _, b := range x.made.Buttons {
		if b.Key == key {
			return b.Kind == vm.ButtonPrimary
		}
	}
	return false
}

func (x *formPart) radio(p vm.FormPart) {
	options := make([]kit.Option, len(p.Options))
	for i, o := range p.Options {
		options[i] = kit.Option{Label: o.Label, Hint: o.Hint}
	}
	now := append(chosen(p.Options), -1)[0]
	x.choices = kit.NewRadios(x.f.dir, p.Text, options, now, func(i int) {
		x.f.do(func(v vm.Form) { v.Choose(p.Key, p.Options[i].Code) })
	})
	x.object = x.choices
}

func (x *formPart) choose(p vm.FormPart) {
	names, now := labels(p.Options)
	x.list = kit.NewSelect(x.f.dir, p.Text, names, now, "", func(i int) {
		x.f.do(func(v vm.Form) { v.Choose(p.Key, p.Options[i].Code) })
	})
	x.object = kit.NewField(x.f.dir, p.Text, p.Hint, x.list)
}

// show brings the part up to date.
func (x *formPart) show(p vm.FormPart) {
	x.made = p
	switch {
	case x.entry != nil:
		x.showTyped(p)
	case x.choices != nil:
		if now := append(chosen(p.Options), -1)[0]; now != append(x.choices.Chosen(), -1)[0] {
			x.choices.Choose(now)
		}
	case x.list != nil:
		if _, now := labels(p.Options); now != x.list.Chosen() {
			x.list.Choose(now)
		}
	case x.row != nil:
		x.showButtons(p)
	default:
		x.draws.show(p)
	}
}

func (x *formPart) showTyped(p vm.FormPart) {
	trouble := ""
	if p.Problem != nil {
		trouble = sentences(p.Problem.What, p.Problem.Means, p.Problem.Next)
	}
	x.field.SetProblem(trouble)
	x.entry.SetWrong(trouble != "")
	if x.toggle != nil {
		x.entry.Unmask(p.Shown)
		x.toggle.SetText(p.Toggle)
	}
}

// showButtons keeps the buttons that are still there, so that the keyboard stays.
func (x *formPart) showButtons(p vm.FormPart) {
	old := x.buttons
	x.buttons, x.order, x.row.Objects = map[string]*kit.Button{}, nil, nil
	for _, b := range p.Buttons {
		made, there := old[b.Key]
		if !there {
			made = x.button(b, p.Small)
		}
		made.SetText(b.Text)
		if b.Off {
			made.Disable()
		} else {
			made.Enable()
		}
		x.buttons[b.Key], x.order = made, append(x.order, b.Key)
		x.row.Objects = append(x.row.Objects, made)
	}
	x.row.Refresh()
}

func (x *formPart) button(b vm.FormButton, small bool) *kit.Button {
	made := kit.NewButton(x.f.dir, buttonKind(b.Kind), b.Text, func() { x.f.press(b.Key) })
	if small {
		made.Small()
	}
	return made
}

func buttonKind(k vm.ButtonKind) kit.ButtonKind {
	switch k {
	case vm.ButtonPrimary:
		return kit.Primary
	case vm.ButtonSecondary:
		return kit.Secondary
	case vm.ButtonQuiet:
		return kit.Quiet
	case vm.ButtonSoft:
		return kit.Soft
	}
	return kit.Secondary
}

// first is what a person begins with in the part: a field, or a choice.
func (x *formPart) first() fyne.Focusable {
	switch {
	case x.entry != nil:
		return x.entry
	case x.choices != nil:
		for _, c := range x.choices.Cards() {
			if c.Chosen() {
				return c
			}
		}
		return x.choices.Cards()[0]
	case x.list != nil:
		return x.list
	}
	return nil
}

// next is the next step, where the part has it.
func (x *formPart) next() fyne.Focusable {
	for _, key := range x.order {
		if x.primary(key) && !x.buttons[key].Disabled() {
			return x.buttons[key]
		}
	}
	return nil
}

// holder is the key of what has the keyboard in the part; "" for nothing.
func (x *formPart) holder() string {
	switch {
	case x.entry != nil && x.entry.Focused(), x.list != nil && x.list.Focused():
		return x.made.Key
	case x.toggle != nil && x.toggle.Focused():
		return "toggle." + x.made.Key
	}
	if x.choices != nil {
		for i, c := range x.choices.Cards() {
			if c.Focused() {
				return x.made.Key + "." + x.made.Options[i].Code
			}
		}
	}
	for key, b := range x.buttons {
		if b.Focused() {
			return key
		}
	}
	return ""
}

// holds is what has a key in the part; nil for nothing.
func (x *formPart) holds(key string) fyne.Focusable {
	if b, ok := x.buttons[key]; ok {
		return b
	}
	if x.toggle != nil && key == "toggle."+x.made.Key {
		return x.toggle
	}
	if x.choices != nil {
		for i, o := range x.made.Options {
			if key == x.made.Key+"."+o.Code {
				return x.choices.Cards()[i]
			}
		}
		return nil
	}
	if x.made.Key != "" && key == x.made.Key {
		return x.first()
	}
	return nil
}
