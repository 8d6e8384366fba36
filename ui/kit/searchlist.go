package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// searchList is the open list of a Select with many options: a field to type in,
// and below it what is found. It lies over the window; a tap beside it closes it.
type searchList struct {
	widget.BaseWidget
	of     *Select
	on     fyne.Canvas
	shown  []int // the options in the list
	now    int   // the row under the keyboard
	query  *Entry
	rows   *searchRows
	note   *Label
	ground *ground
}

var (
	_ drawn         = (*searchList)(nil)
	_ fyne.Tappable = (*searchList)(nil)
)

// searchRows is what is found. Its keys are those of the field above it.
type searchRows struct {
	widget.List
	of *searchList
}

// openSearch shows the list of a select, and begins to search with a text.
func openSearch(on fyne.Canvas, s *Select, begin string) *searchList {
	l := &searchList{of: s, on: on}
	l.query = NewEntry(s.dir, s.name, begin, l.search).Hinted(s.search.Hint)
	l.query.keys, l.query.option = l.key, l.option
	l.note = NewLabel(s.dir, Caption, "")
	l.ground = newGround(theme.ColorCard, theme.ColorEdge, 1, 8)
	l.rows = &searchRows{of: l}
	l.rows.Length = func() int { return len(l.shown) }
	l.rows.CreateItem = func() fyne.CanvasObject { return newOption(s.dir) }
	l.rows.UpdateItem = func(row widget.ListItemID, o fyne.CanvasObject) { l.showRow(row, o.(*option)) }
	l.rows.OnHighlighted = l.to
	l.rows.OnSelected = func(row widget.ListItemID) { l.pick(row) }
	l.rows.HideSeparators = true
	l.rows.ExtendBaseWidget(l.rows)
	l.ExtendBaseWidget(l)
	on.Overlays().Add(l)
	l.Resize(on.Size())
	l.search(begin)
	on.Focus(l.query)
	return l
}

// showRow draws a row of the list.
func (l *searchList) showRow(row int, o *option) {
	if row < len(l.shown) {
		o.here = row == l.now
		o.set(l.of.options[l.shown[row]], l.shown[row] == l.of.Chosen())
	}
}

// option is what enter takes, or that nothing is found.
func (l *searchList) option() string {
	if l.now < len(l.shown) {
		return l.of.options[l.shown[l.now]]
	}
	return l.note.text
}

// to brings a row under the keyboard.
func (l *searchList) to(row int) {
	before := l.now
	l.now = row
	l.rows.RefreshItem(before)
	l.rows.RefreshItem(row)
}

// search shows what is found by a text, the chosen option or else the first under
// the keyboard.
func (l *searchList) search(text string) {
	var all int
	l.shown, all = l.of.index().find(text, mostShown)
	l.now = 0
	for row, i := range l.shown {
		if i == l.of.Chosen() {
			l.now = row
		}
	}
	l.note.text = ""
	switch {
	case all == 0:
		l.note.text = l.of.search.None
	case all > len(l.shown):
		l.note.text = l.of.search.More(len(l.shown), all)
	}
	l.note.Hidden = l.note.text == ""
	l.heights()
	l.Refresh()
	l.rows.Refresh()
	if len(l.shown) > 0 {
		l.rows.Highlight(l.now)
	}
}

// heights gives the rows that need more than one line the room for them.
func (l *searchList) heights() {
	row := newOption(l.of.dir)
	usual, wide := row.MinSize().Height, l.rows.Size().Width
	points := stock.Size(stock.SizeNameText)
	for i, n := range l.shown {
		high, text := usual, l.of.options[n]
		if wide > 0 && textWidth(text, points, fyne.TextStyle{}) > wide-row.beside() {
			row.set(text, false)
			high = max(usual, fit(row, wide))
		}
		l.rows.SetItemHeight(i, high)
	}
}

// key does what a key does in the list, and reports whether it is one of its own.
func (l *searchList) key(k *fyne.KeyEvent) bool {
	page := max(1, int(l.rows.Size().Height/target)-1)
	switch k.Name {
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyPageDown:
		l.move(page)
	case fyne.KeyPageUp:
		l.move(-page)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.pick(l.now)
	case fyne.KeyEscape:
		l.close()
	default:
		return false
	}
	return true
}

func (l *searchList) move(by int) {
	if len(l.shown) > 0 {
		l.rows.Highlight(max(0, min(l.now+by, len(l.shown)-1)))
	}
}

// pick chooses the option of a row and closes the list.
func (l *searchList) pick(row int) {
	if row >= len(l.shown) {
		return
	}
	i := l.shown[row]
	l.close()
	l.of.pick(i)
}

// close takes the list away and gives the keyboard back.
func (l *searchList) close() {
	l.on.Overlays().Remove(l)
	l.of.found = nil
	l.of.Focus()
	l.of.Refresh()
}

// Tapped closes the list: the tap was beside it.
func (l *searchList) Tapped(*fyne.PointEvent) { l.close() }

// TypedKey serves Fyne.
func (r *searchRows) TypedKey(k *fyne.KeyEvent) {
	if !r.of.key(k) {
		r.List.TypedKey(k)
	}
}

// TypedRune goes on typing in the field.
func (r *searchRows) TypedRune(c rune) {
	r.of.on.Focus(r.of.query)
	r.of.query.TypedRune(c)
}

// AccessibilityLabel serves Fyne.
func (r *searchRows) AccessibilityLabel() string { return r.of.of.name }

// AccessibilityRole serves Fyne.
func (r *searchRows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer serves Fyne.
func (l *searchList) CreateRenderer() fyne.WidgetRenderer { return render(l) }

func (l *searchList) paint() {
	l.ground.paint()
	l.note.paint()
}

// place puts the panel below the select, or above it where there is more room.
func (l *searchList) place(size fyne.Size) {
	const gap, wanted = 8, 420
	at, s := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.of), l.of.Size()
	wide := min(max(s.Width, 320), size.Width)
	top, high := room(at.Y, s.Height, size.Height, wanted)
	x := beside(l.of.dir, at.X, s.Width, wide, size.Width)
	l.ground.Move(fyne.NewPos(x, top))
	l.ground.Resize(fyne.NewSize(wide, high))
	inner, y := wide-2*gap, top+gap
	l.query.Move(fyne.NewPos(x+gap, y))
	y += fit(l.query, inner) + gap
	if !l.note.Hidden {
		l.note.Move(fyne.NewPos(x+gap, y))
		y += fit(l.note, inner) + gap
	}
	l.rows.Move(fyne.NewPos(x+gap, y))
	l.rows.Resize(fyne.NewSize(inner, max(0, top+high-gap-y)))
}

func (l *searchList) least() fyne.Size { return fyne.Size{} }

func (l *searchList) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.query, l.note, l.rows}
}
