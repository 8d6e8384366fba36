package screens

import (
	"reflect"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// routes is the page with the ways that a case can go.
type routes struct {
	r      *Root
	dir    kit.Direction
	bar    *bar
	told   *region[toldState]
	body   *region[vm.RoutesScreen]
	teller *kit.Page
	page   *kit.Page
	bottom *bottom
	whole  *fyne.Container
	first  *kit.Button // begins with the first route
	last   string      // what was pressed last, to give the keyboard back to it
	again  map[string]*kit.Button
}

// toldState is the side column: what the person has told.
type toldState struct {
	Title, Change string
	Told          []vm.Told
}

// toldWidth is the width of the side column where there is room.
const toldWidth = 360

func newRoutes(r *Root, v vm.View) *routes {
	x := &routes{r: r, dir: direction(v), bar: newBar(r, v)}
	x.told, x.body = newRegion(8, x.drawTold), newRegion(14, x.draw)
	x.teller = kit.NewPage(kit.NewInset(16, 28, x.told.box))
	x.page = kit.NewPage(kit.NewInset(40, 32, kit.NewMeasure(x.dir, 860, x.body.box)))
	x.bottom = bottomOf(x.dir, func() { x.do((*vm.Routes).Back) }, func() { x.do((*vm.Routes).Known) }, nil)
	x.whole = newShell(shell{top: x.bar.box, page: x.page, bottom: x.bottom.box, rtl: v.RTL, sideName: v.Routes.ToldTitle, sideWide: toldWidth,
		side: kit.NewSides(x.dir, nil, kit.NewRule(), kit.NewSide(x.teller))})
	x.paint(v)
	return x
}

// do calls the routes, where they are still on screen.
func (x *routes) do(call func(*vm.Routes)) {
	if v := x.r.app.Routes(); v != nil {
		call(v)
	}
}

func (x *routes) object() fyne.CanvasObject { return x.whole }

func (x *routes) update(v vm.View) {
	if !x.paint(v) {
		return
	}
	if b := x.again[x.last]; b != nil {
		b.FocusOn(x.r.on)
		return
	}
	x.begin()
}

// paint tells whether the page was drawn anew.
func (x *routes) paint(v vm.View) bool {
	s := v.Routes
	higher := x.bar.update(v)
	if x.told.show(toldState{s.ToldTitle, s.Change, s.Told}) {
		x.teller.Refresh()
	}
	fresh := !reflect.DeepEqual(*s, x.body.shown)
	if fresh {
		x.body.show(*s)
		x.page.Refresh()
	}
	x.bottom.show(bottomState{Back: s.Back, Skip: s.Known})
	if higher {
		x.whole.Refresh()
	}
	return fresh
}

func (x *routes) begin() {
	if x.first != nil {
		x.first.FocusOn(x.r.on)
		x.page.Top()
		return
	}
	x.bottom.back.FocusOn(x.r.on)
}

func (x *routes) take(screen) { x.begin() }

func (x *routes) drawTold(s toldState) []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewInset(8, 0, kit.NewLabel(x.dir, kit.Heading, s.Title))}
	for _, t := range s.Told {
		out = append(out, kit.NewFact(x.dir, t.Label, t.Value, func() { x.do(func(v *vm.Routes) { v.Change(t.At) }) }))
	}
	change := kit.NewButton(x.dir, kit.Secondary, s.Change, func() { x.do(func(v *vm.Routes) { v.Change("") }) })
	return append(out, kit.NewInset(8, 6, kit.NewFlow(x.dir, 8, change)))
}

func (x *routes) draw(s vm.RoutesScreen) []fyne.CanvasObject {
	x.first, x.again = nil, map[string]*kit.Button{}
	head := kit.NewColumn(2, kit.NewLabel(x.dir, kit.Title, s.Title))
	if s.Lead != "" {
		head.Add(kit.NewLabel(x.dir, kit.Body, s.Lead).Toned(kit.Slate))
	}
	out := []fyne.CanvasObject{}
	if s.Danger != nil {
		out = append(out, danger(x.r, x.dir, s.Danger))
	}
	out = append(out, head)
	if s.Busy != "" {
		out = append(out, kit.NewNotice(x.dir, kit.Teal, s.Busy))
	}
	out = append(out, notices(x.dir, s.Doubts)...)
	if s.Lists != nil {
		out = append(out, listOffer(x.r, x.dir, s.Lists))
	}
	for _, c := range s.Cards {
		out = append(out, x.card(c))
	}
	if s.Others != "" {
		out = append(out, x.others(s))
	}
	for _, c := range s.Closed {
		out = append(out, x.card(c))
	}
	if s.Advice != "" {
		out = append(out, kit.NewLabel(x.dir, kit.Caption, s.Advice))
	}
	return out
}

// others says how many routes are not open, and shows or hides them.
func (x *routes) others(s vm.RoutesScreen) fyne.CanvasObject {
	show := x.keep("others", kit.NewButton(x.dir, kit.Quiet, s.ShowOthers, func() {
		x.last = "others"
		x.do((*vm.Routes).ToggleOthers)
	}).Small())
	return kit.NewFlow(x.dir, 4, kit.NewLabel(x.dir, kit.Caption, s.Others), show)
}

// keep notes a button that the keyboard may go back to.
func (x *routes) keep(name string, b *kit.Button) *kit.Button {
	x.again[name] = b
	return b
}

// card is one route: what it is, why it fits, what must be known before it is
// chosen, what that rests on, and how to begin.
func (x *routes) card(c vm.RouteCard) fyne.CanvasObject {
	parts := []fyne.CanvasObject{x.head(c)}
	if c.Body != "" {
		parts = append(parts, kit.NewLabel(x.dir, kit.Caption, c.Body))
	}
	if c.Text != "" {
		parts = append(parts, kit.NewLabel(x.dir, kit.Hint, c.Text).Toned(kit.Ink))
	}
	for _, w := range c.Whys {
		parts = append(parts, x.stated(w, kit.Body))
	}
	if c.Counted != "" {
		parts = append(parts, kit.NewLabel(x.dir, kit.Caption, c.Counted))
	}
	for _, t := range append(append([]vm.Stated{}, c.Tells...), c.Details...) {
		parts = append(parts, x.stated(t, kit.Hint))
	}
	parts = append(parts, notices(x.dir, c.Alerts)...)
	parts = append(parts, x.foot(c))
	if c.Advised {
		return kit.NewChosenCard(parts...)
	}
	return kit.NewCard(parts...)
}

// The least widths of the name of a route beside its pill, and of the line that it
// rests on beside its buttons.
const (
	leastName = 260
	leastLaw  = 300
)

func (x *routes) head(c vm.RouteCard) fyne.CanvasObject {
	return kit.NewBeside(kit.Beside{Dir: x.dir, Gap: 12, Least: leastName, Words: kit.NewLabel(x.dir, kit.Heading, c.Name),
		Ends: []fyne.CanvasObject{kit.NewPill(x.dir, tone(c.Limit.Tone), c.Limit.Text)}})
}

// foot is what the route rests on, the answer that it waits for, and the buttons.
func (x *routes) foot(c vm.RouteCard) fyne.CanvasObject {
	words := kit.NewColumn(2)
	if c.Missing != "" {
		words.Add(kit.NewLabel(x.dir, kit.Hint, c.Missing).Toned(kit.Ink))
	}
	for _, text := range []string{c.Law, c.Status} {
		if text != "" {
			words.Add(kit.NewLabel(x.dir, kit.Caption, text))
		}
	}
	return kit.NewBeside(kit.Beside{Dir: x.dir, Gap: 10, Least: leastLaw, Words: words, Ends: x.ways(c)})
}

// ways are the buttons of a card.
func (x *routes) ways(c vm.RouteCard) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if c.More != "" {
		name := "more " + string(c.ID)
		out = append(out, x.keep(name, kit.NewButton(x.dir, kit.Quiet, c.More, func() {
			x.last = name
			x.do(func(v *vm.Routes) { v.ToggleMore(c.ID) })
		}).Small()))
	}
	if c.Missing != "" {
		out = append(out, kit.NewButton(x.dir, kit.Secondary, c.Answer, func() { x.do(func(v *vm.Routes) { v.Change(c.At) }) }).Small())
	}
	kind := kit.Secondary
	if c.Advised {
		kind = kit.Primary
	}
	begin := kit.NewButton(x.dir, kind, c.Begin, func() { x.do(func(v *vm.Routes) { v.Begin(c.ID) }) }).Small()
	if x.first == nil {
		x.first = begin
	}
	return append(out, begin)
}

// stated is a statement under its label, with its mark.
func (x *routes) stated(s vm.Stated, style kit.Style) fyne.CanvasObject {
	column := kit.NewColumn(0)
	if s.Label != "" {
		column.Add(kit.NewLabel(x.dir, kit.StrongCaption, s.Label))
	}
	column.Add(kit.NewLabel(x.dir, style, s.Text))
	if s.Mark != "" {
		column.Add(kit.NewLabel(x.dir, kit.Caption, s.Mark))
	}
	return column
}

// danger is what a person in danger is told, with the way out.
func danger(r *Root, dir kit.Direction, d *vm.DangerWords) fyne.CanvasObject {
	leave := kit.NewButton(dir, kit.Primary, d.Leave, r.app.Lock)
	return kit.NewColumn(10, kit.NewNotice(dir, kit.Red, d.Text), kit.NewFlow(dir, 12, leave))
}

// listOffer offers checklists; one alone is called by its name, several stand below
// what they are.
func listOffer(r *Root, dir kit.Direction, o *vm.ListOffer) fyne.CanvasObject {
	row := func(l vm.ListLink, words fyne.CanvasObject) fyne.CanvasObject {
		open := kit.NewButton(dir, kit.Secondary, o.Open, func() { r.app.OpenList(l.ID) }).Small()
		return kit.NewBeside(kit.Beside{Dir: dir, Gap: 12, Least: leastName, Words: words, Ends: []fyne.CanvasObject{open}})
	}
	advice := kit.NewLabel(dir, kit.Caption, o.Title+" · "+o.Practical)
	if len(o.Lists) == 1 {
		return kit.NewCard(row(o.Lists[0], kit.NewColumn(0, kit.NewLabel(dir, kit.Strong, o.Lists[0].Name), advice)))
	}
	parts := []fyne.CanvasObject{advice}
	for _, l := range o.Lists {
		parts = append(parts, row(l, kit.NewLabel(dir, kit.Strong, l.Name)))
	}
	return kit.NewCard(parts...)
}
