package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// exchange is the page that hands a case over, or takes one in. Its fields stay as
// long as the page does; all else is drawn anew as it changes.
type exchange struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	state  *region[exchangeState]
	card   *region[cardState]
	own    *region[vm.CardWords]
	paths  map[string]*kit.Entry
	typed  map[string]string
	ticked bool        // the fingerprint was compared
	next   *kit.Button // seals the case; nil where one is taken in
	page   *kit.Page
	bottom *bottom
	whole  *fyne.Container
}

// exchangeState is what is being done, and what came of it.
type exchangeState struct {
	Busy, Done, Open string
	Problem          *vm.Message
}

// cardState is the card of the other one. The tick below it keeps its own state, so
// that the keyboard stays on it.
type cardState struct {
	Card     *vm.CardWords
	Compared string // the words of the tick; "" for none
}

// The fields.
const (
	pathFrom = "from"
	pathTo   = "to"
	pathOwn  = "own"
	nameOwn  = "name"
)

func newExchange(r *Root, v vm.View) *exchange {
	x := &exchange{r: r, dir: direction(v), bar: newBar(r, v), paths: map[string]*kit.Entry{}, typed: map[string]string{}}
	x.state, x.card, x.own = newRegion(10, x.drawState), newRegion(10, x.drawCard), newRegion(4, x.drawOwn)
	parts := []fyne.CanvasObject{}
	if v.HandOver != nil {
		parts = x.handOver(*v.HandOver)
	} else {
		parts = x.receive(*v.Receive)
	}
	x.page = kit.NewPage(kit.NewInset(72, 36, kit.NewMeasure(x.dir, 760, kit.NewColumn(18, parts...))))
	x.bottom = bottomOf(x.dir, x.back, nil, nil)
	x.whole = newShell(shell{top: x.bar.box, page: x.page, bottom: x.bottom.box, rtl: v.RTL})
	x.update(v)
	return x
}

func (x *exchange) head(title, lead string) fyne.CanvasObject {
	return kit.NewColumn(2, kit.NewLabel(x.dir, kit.Title, title), kit.NewLabel(x.dir, kit.Body, lead).Toned(kit.Slate))
}

func (x *exchange) handOver(s vm.HandOverScreen) []fyne.CanvasObject {
	read := kit.NewButton(x.dir, kit.Secondary, s.From.Button, func() { x.r.app.HandOver().ReadCard(x.typed[pathFrom]) })
	x.next = kit.NewButton(x.dir, kit.Primary, s.To.Button, func() { x.r.app.HandOver().Save(x.typed[pathTo]) })
	own := x.ownCard(s.Own, func(n string) { x.r.app.HandOver().SetName(n) }, func(p string) { x.r.app.HandOver().SaveCard(p) })
	return []fyne.CanvasObject{x.head(s.Title, s.Lead), x.step(pathFrom, s.From, read, func() { x.r.app.HandOver().Choose() }), x.card.box,
		x.step(pathTo, s.To, x.next, nil), x.state.box, own}
}

func (x *exchange) receive(s vm.ReceiveScreen) []fyne.CanvasObject {
	take := kit.NewButton(x.dir, kit.Primary, s.File.Button, func() { x.r.app.Receive().Take(x.typed[pathFrom]) })
	own := x.ownCard(s.Own, func(n string) { x.r.app.Receive().SetName(n) }, func(p string) { x.r.app.Receive().SaveCard(p) })
	return []fyne.CanvasObject{x.head(s.Title, s.Lead), x.step(pathFrom, s.File, take, func() { x.r.app.Receive().Choose() }), x.state.box, x.card.box, own}
}

// step is a path with the button that does something with it, and where it can be
// chosen the way to that.
func (x *exchange) step(name string, p vm.PathField, do *kit.Button, choose func()) fyne.CanvasObject {
	ways := kit.NewFlow(x.dir, 12, do)
	if p.Choose != "" {
		ways = kit.NewFlow(x.dir, 12, do, kit.NewButton(x.dir, kit.Secondary, p.Choose, choose))
	}
	return kit.NewCard(kit.NewLabel(x.dir, kit.Heading, p.Title), kit.NewField(x.dir, p.Label, p.Hint, x.entry(name, p.Label, p.Path, nil)),
		kit.NewInset(0, 6, ways))
}

// entry is a field for a path, or for the name, which goes in the direction of the
// language.
func (x *exchange) entry(name, label, text string, changed func(string)) *kit.Entry {
	dir := kit.LTR
	if name == nameOwn {
		dir = x.dir
	}
	x.typed[name] = text
	x.paths[name] = x.r.menu(kit.NewEntry(dir, label, text, func(s string) {
		x.typed[name] = s
		if changed != nil {
			changed(s)
		}
	}))
	return x.paths[name]
}

// ownCard is the card that others hand cases over to.
func (x *exchange) ownCard(o vm.OwnCard, named, save func(string)) fyne.CanvasObject {
	button := kit.NewButton(x.dir, kit.Secondary, o.Save, func() { save(x.typed[pathOwn]) })
	return kit.NewCard(x.own.box, kit.NewField(x.dir, o.Label, o.Hint, x.entry(nameOwn, o.Label, o.Name, named)),
		kit.NewField(x.dir, o.File, "", x.entry(pathOwn, o.File, o.Path, nil)), kit.NewInset(0, 6, kit.NewFlow(x.dir, 12, button)))
}

func (x *exchange) back() {
	if h := x.r.app.HandOver(); h != nil {
		h.Back()
	} else if r := x.r.app.Receive(); r != nil {
		r.Back()
	}
}

func (x *exchange) object() fyne.CanvasObject { return x.whole }

func (x *exchange) update(v vm.View) {
	state, card, own, back := stateOf(v)
	x.ticked = v.HandOver != nil && v.HandOver.Compared.Chosen
	higher := x.bar.update(v)
	fresh := x.state.show(state)
	fresh = x.card.show(card) || fresh
	if fresh = x.own.show(own.Card) || fresh; fresh {
		x.page.Refresh()
	}
	if x.next != nil && x.next.Disabled() == v.HandOver.Ready {
		if v.HandOver.Ready {
			x.next.Enable()
		} else {
			x.next.Disable()
		}
	}
	x.bottom.show(bottomState{Back: back})
	if higher {
		x.whole.Refresh()
	}
}

// stateOf takes apart what either page shows.
func stateOf(v vm.View) (exchangeState, cardState, vm.OwnCard, string) {
	if h := v.HandOver; h != nil {
		return exchangeState{h.Busy, joined(h.Done, h.Own.Done), "", h.Problem}, cardState{h.Card, h.Compared.Label}, h.Own, h.Back
	}
	r := v.Receive
	return exchangeState{r.Busy, joined(r.Done, r.Own.Done), r.Open, r.Problem}, cardState{Card: r.From}, r.Own, r.Back
}

// joined is the first of two texts that is there.
func joined(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (x *exchange) begin() { x.paths[pathFrom].FocusOn(x.r.on) }

// take keeps what was typed, and the keyboard.
func (x *exchange) take(from screen) {
	old, ok := from.(*exchange)
	if !ok {
		x.begin()
		return
	}
	for name, e := range x.paths {
		carry(old.paths[name], e)
		x.typed[name] = old.typed[name]
		if old.paths[name].Focused() {
			e.FocusOn(x.r.on)
			carry(old.paths[name], e)
		}
	}
}

func (x *exchange) drawState(s exchangeState) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if s.Busy != "" {
		out = append(out, kit.NewNotice(x.dir, kit.Teal, s.Busy))
	}
	if s.Problem != nil {
		out = append(out, message(x.dir, kit.Red, s.Problem))
	}
	if s.Done != "" {
		out = append(out, kit.NewNotice(x.dir, kit.Green, "✓  "+s.Done))
	}
	if s.Open != "" {
		out = append(out, kit.NewFlow(x.dir, 12, kit.NewButton(x.dir, kit.Primary, s.Open, func() { x.r.app.Receive().Open() })))
	}
	return out
}

func (x *exchange) drawCard(s cardState) []fyne.CanvasObject {
	if s.Card == nil {
		return nil
	}
	parts := append(x.drawOwn(*s.Card), kit.NewLabel(x.dir, kit.Hint, s.Card.Compare))
	out := []fyne.CanvasObject{kit.NewCard(parts...)}
	if s.Compared != "" {
		out = append(out, kit.NewCheck(x.dir, kit.Option{Label: s.Compared}, x.ticked, func(on bool) {
			if h := x.r.app.HandOver(); h != nil {
				h.Compare(on)
			}
		}))
	}
	return out
}

// drawOwn is whose card it is, and its fingerprint in both forms.
func (x *exchange) drawOwn(c vm.CardWords) []fyne.CanvasObject {
	return []fyne.CanvasObject{kit.NewLabel(x.dir, kit.Heading, c.Title), kit.NewLabel(kit.Auto, kit.Strong, c.Name),
		kit.NewLabel(kit.LTR, kit.Body, c.Groups), kit.NewLabel(kit.LTR, kit.Hint, c.Words)}
}
