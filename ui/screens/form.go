package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// formPage is a page of texts, fields and buttons: on a card in the middle of the
// window, or under the bar.
type formPage struct {
	r     *Root
	dir   kit.Direction
	rtl   bool
	key   string
	bar   *bar // nil on a card
	back  *kit.Button
	foot  *fyne.Container // holds the way back
	step  *kit.Label
	title *kit.Label
	lead  *kit.Label
	parts []*formPart
	list  *fyne.Container
	page  *kit.Page
	whole *fyne.Container
}

// The widths of cards and pages, and the room within a card.
const (
	doorWidth = 504 // of the card that unlocks
	cardWidth = 640
	formWidth = 760
	cardRoom  = 44
)

func newForm(r *Root, v vm.View) *formPage {
	x := v.Form
	f := &formPage{r: r, dir: direction(v), rtl: v.RTL, key: x.Key, list: kit.NewColumn(18)}
	f.step, f.title, f.lead = kit.NewLabel(f.dir, kit.Caption, ""), kit.NewLabel(f.dir, kit.Title, ""), kit.NewLabel(f.dir, kit.Body, "").Toned(kit.Slate)
	f.back = kit.NewButton(f.dir, kit.Secondary, "", func() { f.do(vm.Form.Back) })
	f.foot = kit.NewFlow(f.dir, 16, f.back)
	if x.Card {
		f.drawCard(v)
	} else {
		f.drawPage(v)
	}
	f.update(v)
	return f
}

// drawCard puts the form on a card.
func (f *formPage) drawCard(v vm.View) {
	head := kit.NewFlow(f.dir, 10, mark(), kit.NewLine(kit.LTR, kit.Heading, v.Bar.Product).Toned(kit.Teal), kit.Spacer(), f.step)
	width := float32(cardWidth)
	if f.key == "unlock" {
		width = doorWidth
		f.lead = kit.NewLabel(f.dir, kit.Hint, "")
	}
	f.back.Small()
	words := kit.NewColumn(4, f.title, f.lead)
	card := kit.NewCard(kit.NewInset(cardRoom-20, cardRoom-18, kit.NewColumn(20, head, words, f.list, f.foot)))
	f.page = kit.NewPage(kit.NewInset(16, 24, &fyne.Container{Layout: centred{width}, Objects: []fyne.CanvasObject{card}}))
	f.whole = kit.NewColumn(0)
	f.whole.Layout = middle{}
	f.whole.Add(f.page)
}

// drawPage puts the form under the bar.
func (f *formPage) drawPage(v vm.View) {
	f.bar = newBar(f.r, v)
	words := kit.NewColumn(6, f.title, f.lead)
	f.page = kit.NewPage(kit.NewInset(48, 36, kit.NewMeasure(f.dir, formWidth, kit.NewColumn(20, words, f.list))))
	bottom := kit.NewBar(false, kit.NewInset(32, 14, f.foot))
	f.whole = newShell(shell{top: f.bar.box, page: f.page, bottom: bottom, rtl: f.rtl})
}

// do calls the form, where one is still on screen.
func (f *formPage) do(call func(vm.Form)) {
	if x := f.r.app.Form(); x != nil {
		call(x)
	}
}

func (f *formPage) press(key string) { f.do(func(x vm.Form) { x.Press(key) }) }

func (f *formPage) object() fyne.CanvasObject { return f.whole }

func (f *formPage) update(v vm.View) {
	x := v.Form
	f.words(x)
	if f.bar != nil && f.bar.update(v) {
		f.whole.Refresh()
	}
	held := f.holder()
	f.match(x.Parts)
	for i, p := range x.Parts {
		f.parts[i].show(p)
	}
	f.list.Objects = f.arranged()
	f.list.Refresh()
	f.page.Refresh()
	if held != "" {
		f.hold(held)
	}
}

// arranged are the parts one below the other; lists to open that follow on one
// another stand side by side.
func (f *formPage) arranged() []fyne.CanvasObject {
	var out, beside []fyne.CanvasObject
	flush := func() {
		if len(beside) > 0 {
			out = append(out, kit.NewGrid(f.dir, 2, beside...))
		}
		beside = nil
	}
	for _, p := range f.parts {
		if p.list != nil {
			beside = append(beside, p.object)
			continue
		}
		flush()
		out = append(out, p.object)
	}
	flush()
	return out
}

// words puts the words of the head.
func (f *formPage) words(x *vm.FormScreen) {
	f.step.SetText(x.Step)
	f.step.Hidden = x.Step == ""
	f.title.SetText(x.Title)
	f.lead.SetText(x.Lead)
	f.lead.Hidden = x.Lead == ""
	f.back.Hidden = x.Back == ""
	f.foot.Hidden = f.back.Hidden && f.bar == nil
	f.back.SetText("‹ " + x.Back)
}

// match keeps the parts that still fit, in the order of the view.
func (f *formPage) match(parts []vm.FormPart) {
	old := f.parts
	f.parts = make([]*formPart, len(parts))
	for i, p := range parts {
		for j, o := range old {
			if o != nil && o.fits(p) {
				f.parts[i], old[j] = o, nil
				break
			}
		}
		if f.parts[i] == nil {
			f.parts[i] = newFormPart(f, p)
		}
	}
}

// holder is the key of what has the keyboard; "" where it is elsewhere.
func (f *formPage) holder() string {
	for _, p := range f.parts {
		if key := p.holder(); key != "" {
			return key
		}
	}
	return ""
}

// hold gives the keyboard to what has a key, and tells whether there is such a
// thing.
func (f *formPage) hold(key string) bool {
	for _, p := range f.parts {
		if o := p.holds(key); o != nil {
			if f.r.on.Focused() != o {
				f.r.on.Focus(o)
			}
			return true
		}
	}
	return false
}

// begin puts the keyboard on the first field, else on the first choice, else on
// the next step.
func (f *formPage) begin() {
	for _, want := range []func(*formPart) fyne.Focusable{(*formPart).first, (*formPart).next} {
		for _, p := range f.parts {
			if o := want(p); o != nil {
				f.r.on.Focus(o)
				return
			}
		}
	}
	if !f.back.Hidden {
		f.back.FocusOn(f.r.on)
	}
}

// take keeps what was typed, and the keyboard.
func (f *formPage) take(from screen) {
	old, ok := from.(*formPage)
	if !ok {
		f.begin()
		return
	}
	held := old.holder()
	for _, p := range f.parts {
		for _, o := range old.parts {
			if p.entry != nil && o.entry != nil && p.made.Key == o.made.Key {
				carry(o.entry, p.entry)
			}
		}
	}
	if held == "" || !f.hold(held) {
		f.begin()
	}
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

// middle gives the one thing that it holds all the room.
type middle struct{}

// MinSize serves Fyne.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout serves Fyne.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}
