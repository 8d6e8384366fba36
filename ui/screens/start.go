package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// start opens the vault, or makes it.
type start struct {
	r          *Root
	dir        kit.Direction
	view       vm.StartScreen
	passphrase *kit.Entry
	repeat     *kit.Entry
	typed      [2]string
	state      *region[startState]
	button     *kit.Button
	card       *fyne.Container
	whole      *fyne.Container
}

// startState is what changes while the person is here.
type startState struct {
	Busy    string
	Problem *vm.Message
}

// The width of the card, and the room within it.
const (
	startWidth = 520
	startRoom  = 24
)

func newStart(r *Root, v vm.View) *start {
	s := &start{r: r, dir: direction(v), view: *v.Start}
	s.state = newRegion(8, s.drawState)
	s.card = kit.NewCard(kit.NewInset(startRoom, startRoom, kit.NewColumn(16, s.parts(v)...)))
	page := kit.NewPage(kit.NewInset(0, 24, &fyne.Container{Layout: centred{startWidth}, Objects: []fyne.CanvasObject{s.card}}))
	s.whole = &fyne.Container{Layout: layout.NewStackLayout(), Objects: []fyne.CanvasObject{page}}
	s.update(v)
	return s
}

func (s *start) parts(v vm.View) []fyne.CanvasObject {
	x := v.Start
	names, chosen := labels(v.Bar.Languages)
	language := kit.NewSelect(s.dir, v.Bar.Language, names, chosen, "", func(i int) {
		s.r.app.SetLanguage(vm.Tag(v.Bar.Languages[i].Code))
	})
	parts := []fyne.CanvasObject{
		kit.NewRow(s.dir, 10, mark(), kit.NewLine(kit.LTR, kit.Heading, v.Bar.Product).Toned(kit.Teal), kit.Spacer(), language),
		kit.NewColumn(4, kit.NewLabel(s.dir, kit.Title, x.Title), kit.NewLabel(s.dir, kit.Hint, x.Lead)),
	}
	if len(x.Promises) > 0 {
		promises := kit.NewColumn(4)
		for _, p := range x.Promises {
			promises.Add(kit.NewLabel(s.dir, kit.Hint, "✓  "+p).Toned(kit.Teal))
		}
		parts = append(parts, promises)
	}
	s.passphrase = kit.NewSecret(s.dir, x.Passphrase, func(t string) { s.typed[0] = t }).OnSubmit(s.submit)
	s.r.menu(s.passphrase)
	parts = append(parts, kit.NewField(s.dir, x.Passphrase, x.Hint, s.passphrase))
	if x.Repeat != "" {
		s.repeat = kit.NewSecret(s.dir, x.Repeat, func(t string) { s.typed[1] = t }).OnSubmit(s.submit)
		s.r.menu(s.repeat)
		parts = append(parts, kit.NewField(s.dir, x.Repeat, "", s.repeat))
	}
	s.button = kit.NewButton(s.dir, kit.Primary, x.Button, s.submit)
	return append(parts, s.state.box, s.button)
}

func (s *start) submit() {
	if vm := s.r.app.Start(); vm != nil {
		vm.Submit(s.typed[0], s.typed[1])
	}
}

func (s *start) drawState(x startState) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if x.Busy != "" {
		out = append(out, kit.NewNotice(s.dir, kit.Teal, x.Busy))
	}
	if x.Problem != nil {
		out = append(out, message(s.dir, kit.Red, x.Problem))
	}
	return out
}

func (s *start) object() fyne.CanvasObject { return s.whole }

func (s *start) update(v vm.View) {
	if s.view.Repeat != v.Start.Repeat {
		s.redraw(v)
		return
	}
	s.state.show(startState{v.Start.Busy, v.Start.Problem})
	if v.Start.Busy != "" {
		s.button.Disable()
	} else {
		s.button.Enable()
	}
	s.whole.Refresh()
}

// redraw changes between making a vault and opening one.
func (s *start) redraw(v vm.View) {
	fresh := newStart(s.r, v)
	*s = *fresh
	s.r.now = s
	s.r.body.Objects = []fyne.CanvasObject{ground(), s.whole}
	s.r.body.Refresh()
	s.begin()
}

func (s *start) begin() { s.passphrase.FocusOn(s.r.on) }

// take keeps what was typed, and the keyboard.
func (s *start) take(from screen) {
	old, ok := from.(*start)
	if !ok {
		return
	}
	again := old.repeat != nil && old.repeat.Focused()
	s.begin()
	carry(old.passphrase, s.passphrase)
	if old.repeat != nil && s.repeat != nil {
		if again {
			s.repeat.FocusOn(s.r.on)
		}
		carry(old.repeat, s.repeat)
	}
	s.typed = old.typed
}

// carry puts text and caret of a field into the one in its place.
func carry(from, to *kit.Entry) {
	to.SetText(from.Text())
	to.TakeCaret(from)
}

// centred holds one thing to a width, in the middle.
type centred struct{ width float32 }

// MinSize serves Fyne.
func (c centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout serves Fyne.
func (c centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := min(c.width, size.Width)
	high := height(objects[0], wide)
	objects[0].Resize(fyne.NewSize(wide, high))
	objects[0].Move(fyne.NewPos((size.Width-wide)/2, max(0, (size.Height-high)/2)))
}
