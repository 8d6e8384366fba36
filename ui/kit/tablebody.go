package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	stock "fyne.io/fyne/v2/theme"
)

// tableBody is the rows of a table. It is one place of the Tab key; the arrows go
// from row to row.
type tableBody struct {
	control
	of      *Table
	acts    TableActs
	n       int
	row     func(int) TableRow
	now     int // the row under the keyboard
	stacked bool
	free    bool // all rows are drawn, and the page scrolls
	scroll  *container.Scroll
	box     *fyne.Container
	drawn   []*tableRow // those in sight, from the first
	model   *tableRow   // by which heights are measured
}

var (
	_ drawn           = (*tableBody)(nil)
	_ Accessible      = (*tableBody)(nil)
	_ fyne.Accessible = (*tableBody)(nil)
)

func newTableBody(of *Table, acts TableActs) *tableBody {
	b := &tableBody{of: of, acts: acts, row: func(int) TableRow { return nil }}
	b.model = newTableRow(b)
	b.box = &fyne.Container{Layout: tableLayout{b}}
	b.scroll = container.NewVScroll(b.box)
	b.scroll.OnScrolled = func(fyne.Position) { b.arrange() }
	b.key = b.typed
	b.init(b, func() {})
	return b
}

// tableLayout gives the rows the height of all of them.
type tableLayout struct{ of *tableBody }

// MinSize serves Fyne.
func (l tableLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.of.height()*float32(l.of.n))
}

// Layout serves Fyne.
func (l tableLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// height is that of a row.
func (b *tableBody) height() float32 { return b.model.height(b.stacked) }

// inSight are the first of the rows in sight, and the one behind the last.
func (b *tableBody) inSight() (first, last int) {
	if b.free {
		return 0, b.n
	}
	high, offset := b.height(), b.scroll.Offset.Y
	return max(0, int(offset/high)), min(b.n, int((offset+b.scroll.Size().Height)/high)+1)
}

// arrange draws the rows in sight.
func (b *tableBody) arrange() {
	high, size := b.height(), b.scroll.Size()
	if size.Height <= 0 || size.Width <= 0 {
		return
	}
	first, last := b.inSight()
	count := max(0, last-first)
	for len(b.drawn) < count {
		b.drawn = append(b.drawn, newTableRow(b))
	}
	b.drawn = b.drawn[:count]
	objects := make([]fyne.CanvasObject, count)
	for i, r := range b.drawn {
		r.set(first+i, b.row(first+i))
		r.Move(fyne.NewPos(0, high*float32(first+i)))
		r.Resize(fyne.NewSize(size.Width, high))
		r.Refresh()
		objects[i] = r
	}
	b.box.Objects = objects
	b.box.Refresh()
}

// typed is a key on the rows.
func (b *tableBody) typed(k fyne.KeyName) {
	page := max(1, int(b.scroll.Size().Height/b.height())-1)
	switch k {
	case fyne.KeyDown:
		b.to(b.now + 1)
	case fyne.KeyUp:
		b.to(b.now - 1)
	case fyne.KeyPageDown:
		b.to(b.now + page)
	case fyne.KeyPageUp:
		b.to(b.now - page)
	case fyne.KeyHome:
		b.to(0)
	case fyne.KeyEnd:
		b.to(b.n - 1)
	case fyne.KeyDelete:
		b.more(b.now)
	}
}

// TypedKey opens a row with enter, and asks what else with space.
func (b *tableBody) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open(b.now)
	case fyne.KeySpace:
		b.more(b.now)
	default:
		b.control.TypedKey(e)
	}
}

func (b *tableBody) open(i int) {
	if i >= 0 && i < b.n {
		b.acts.Open(i)
	}
}

func (b *tableBody) more(i int) {
	if i >= 0 && i < b.n {
		b.acts.More(i)
	}
}

// to brings a row under the keyboard, and into sight.
func (b *tableBody) to(i int) {
	b.now = max(0, min(i, b.n-1))
	if b.free {
		b.arrange()
		if b.reveal != nil && b.now < len(b.drawn) {
			b.reveal(b.drawn[b.now])
		}
		return
	}
	high, offset, sight := b.height(), b.scroll.Offset.Y, b.scroll.Size().Height
	top := high * float32(b.now)
	switch {
	case top < offset:
		offset = top
	case top+high > offset+sight:
		offset = top + high - sight
	}
	b.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	b.arrange()
}

// FocusGained serves Fyne.
func (b *tableBody) FocusGained() {
	b.control.FocusGained()
	b.to(b.now)
}

// FocusLost serves Fyne.
func (b *tableBody) FocusLost() {
	b.control.FocusLost()
	b.arrange()
}

// hold puts the keyboard on a row.
func (b *tableBody) hold(i int) {
	b.now = i
	b.Focus()
}

// Name returns the name of the table.
func (b *tableBody) Name() string { return b.of.name }

// Role returns RoleSelect.
func (b *tableBody) Role() Role { return RoleSelect }

// Value returns the words of the row under the keyboard.
func (b *tableBody) Value() string {
	if b.n == 0 {
		return ""
	}
	return b.row(b.now).words()
}

// words are the texts of a row, one after the other.
func (r TableRow) words() string {
	var out []string
	for _, c := range r {
		for _, s := range []string{c.Text, c.Caption} {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, ", ")
}

// AccessibilityLabel serves Fyne.
func (b *tableBody) AccessibilityLabel() string { return label(b) }

// AccessibilityRole serves Fyne.
func (b *tableBody) AccessibilityRole() fyne.AccessibleRole { return role(b) }

// CreateRenderer serves Fyne.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer { return render(b) }

func (b *tableBody) paint() {
	for _, r := range b.drawn {
		r.paint()
	}
}

func (b *tableBody) place(size fyne.Size) {
	b.scroll.Resize(size)
	b.box.Resize(size)
	b.scroll.Refresh()
	b.arrange()
}

func (b *tableBody) least() fyne.Size { return fyne.NewSize(scaled(200), target) }

func (b *tableBody) parts() []fyne.CanvasObject {
	if b.free {
		return []fyne.CanvasObject{b.box}
	}
	return []fyne.CanvasObject{b.scroll}
}

// paintRing shows the focus as a ring on nothing.
func (g *ground) paintRing(on bool) {
	if on {
		g.set("", stock.ColorNamePrimary, 2)
		return
	}
	g.set("", "", 0)
}
