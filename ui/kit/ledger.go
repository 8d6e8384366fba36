package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// Ledger is a list of many rows in columns, of which only those in sight are drawn.
// A row is opened by a tap, or by enter once it is under the keyboard; the dots at
// its end, space and delete ask what else can be done with it. The titles of the
// columns sort. Where a table is narrow, the cells of a row stand one below the
// other.
type Ledger struct {
	widget.BaseWidget
	dir     Direction
	name    string
	columns []LedgerColumn
	heads   []*ledgerHead
	body    *ledgerBody
	ground  *ground
	line    *ground
	room    float32 // the height that there is for it
}

// LedgerColumn is a column: its title, its share of the width, and how the rows are
// sorted by it.
type LedgerColumn struct {
	Title string
	Share float32
	Sort  Sorting
	Words string // of the sorting, for those who do not see the sign
}

// Sorting says how rows are sorted by a column.
type Sorting int8

// The ways of sorting.
const (
	Unsorted Sorting = iota
	Ascending
	Descending
)

// LedgerRow is one row: a cell for each column.
type LedgerRow []LedgerCell

// LedgerCell is a text with a caption below it, or a pill.
type LedgerCell struct {
	Text, Caption string
	Strong, Pill  bool
	Tone          Tone
}

// LedgerActs is what a table calls: with a row, or for Sort with a column.
type LedgerActs struct {
	Open, More, Sort func(int)
	MoreName         string // what the dots at the end of a row are called
}

var (
	_ drawn           = (*Ledger)(nil)
	_ Accessible      = (*Ledger)(nil)
	_ fyne.Accessible = (*Ledger)(nil)
)

// NewLedger returns a table without rows.
func NewLedger(dir Direction, name string, columns []LedgerColumn, acts LedgerActs) *Ledger {
	t := &Ledger{dir: dir, name: name, columns: columns, room: usualRoom}
	t.ground, t.line = newGround(theme.ColorCard, theme.ColorLine, 1, 12), newGround(theme.ColorLine, "", 0, 0)
	t.body = newLedgerBody(t, acts)
	for i := range columns {
		t.heads = append(t.heads, newLedgerHead(dir, columns[i], func() { acts.Sort(i) }))
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetRows shows n rows, each as row gives it. The keyboard goes to the first row
// where top is set; else it stays on the row that it was on, by its number.
func (t *Ledger) SetRows(n int, row func(int) LedgerRow, top bool) {
	t.body.n, t.body.row = n, row
	if top {
		t.body.now = 0
		t.body.scroll.ScrollToTop()
	}
	t.body.now = max(0, min(t.body.now, n-1))
	t.Refresh()
}

// SetSort shows by which column the rows are sorted.
func (t *Ledger) SetSort(columns []LedgerColumn) {
	t.columns = columns
	for i, h := range t.heads {
		h.column = columns[i]
		h.Refresh()
	}
}

// SetRoom says how high the table may be. It is never lower than a few rows.
func (t *Ledger) SetRoom(high float32) {
	if t.room != high {
		t.room = high
		t.Refresh()
	}
}

// FocusOn puts the keyboard on the rows.
func (t *Ledger) FocusOn(on fyne.Canvas) { on.Focus(t.body) }

// Focused reports whether the rows have the keyboard.
func (t *Ledger) Focused() bool { return t.body.focused }

// Now is the row under the keyboard; -1 for none.
func (t *Ledger) Now() int {
	if t.body.n == 0 {
		return -1
	}
	return t.body.now
}

// InSight counts the rows that are drawn.
func (t *Ledger) InSight() int { return len(t.body.drawn) }

// Name returns the name of the table.
func (t *Ledger) Name() string { return t.name }

// Role returns RoleGroup.
func (t *Ledger) Role() Role { return RoleGroup }

// Value returns nothing: the rows say what is in them.
func (t *Ledger) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (t *Ledger) AccessibilityLabel() string { return label(t) }

// AccessibilityRole serves Fyne.
func (t *Ledger) AccessibilityRole() fyne.AccessibleRole { return role(t) }

// CreateRenderer serves Fyne.
func (t *Ledger) CreateRenderer() fyne.WidgetRenderer { return render(t) }

// held are the parts that take the keyboard.
func (t *Ledger) held() []fyne.CanvasObject {
	out := []fyne.CanvasObject{}
	for _, h := range t.heads {
		out = append(out, h)
	}
	return append(out, t.body)
}

func (t *Ledger) paint() {
	t.ground.paint()
	t.line.paint()
	for _, h := range t.heads {
		h.paint()
	}
	t.body.paint()
}

// The room around the rows, the least number of them in sight, and the height of
// a table until it is told how high it may be.
const (
	ledgerSide  = 16
	ledgerAbove = 6
	leastRows   = 3
	usualRoom   = 600
)

// stacked tells whether the cells of a row stand one below the other.
func (t *Ledger) stacked(width float32) bool { return width < scaled(700) }

func (t *Ledger) place(size fyne.Size) {
	t.ground.Resize(size)
	inner := size.Width - 2*ledgerSide
	t.body.stacked = t.stacked(size.Width)
	top := t.placeHeads(inner)
	t.line.Move(fyne.NewPos(ledgerSide, top))
	t.line.Resize(fyne.NewSize(inner, 1))
	t.body.Move(fyne.NewPos(ledgerSide, top+1))
	t.body.Resize(fyne.NewSize(inner, max(0, size.Height-top-1-ledgerAbove)))
	t.body.arrange()
}

// placeHeads puts the titles above their columns, or one after the other where the
// cells are stacked, and returns where they end.
func (t *Ledger) placeHeads(inner float32) float32 {
	x, y, high := float32(0), float32(ledgerAbove), float32(0)
	for i, h := range t.heads {
		wide := t.columns[i].Share * (inner - dotsWide)
		if t.body.stacked {
			wide = min(h.natural(), inner)
			if x > 0 && x+wide > inner {
				x, y = 0, y+high
			}
		}
		high = max(fit(h, wide), target)
		h.Move(fyne.NewPos(ledgerSide+mirrorX(t.dir, x, wide, inner), y))
		x += wide
	}
	return y + high
}

func (t *Ledger) least() fyne.Size {
	t.body.stacked = t.stacked(t.Size().Width)
	head := t.placeHeads(t.Size().Width - 2*ledgerSide)
	row := t.body.height()
	high := head + 1 + ledgerAbove + row*float32(t.body.n)
	least := head + 1 + ledgerAbove + row*float32(min(t.body.n, leastRows))
	return fyne.NewSize(scaled(240), min(high, max(t.room, least)))
}

func (t *Ledger) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.ground, t.line}
	return append(out, t.held()...)
}

// ledgerHead is the title of a column, which sorts by it.
type ledgerHead struct {
	control
	dir    Direction
	column LedgerColumn
	text   *Label
	ground *ground
}

var (
	_ drawn           = (*ledgerHead)(nil)
	_ Accessible      = (*ledgerHead)(nil)
	_ fyne.Accessible = (*ledgerHead)(nil)
)

func newLedgerHead(dir Direction, c LedgerColumn, act func()) *ledgerHead {
	h := &ledgerHead{dir: dir, column: c, text: NewLine(dir, StrongCaption, c.Title).Toned(Slate), ground: newGround("", "", 0, 8)}
	h.init(h, act)
	return h
}

// Name returns the title of the column.
func (h *ledgerHead) Name() string { return h.column.Title }

// Role returns RoleButton.
func (h *ledgerHead) Role() Role { return RoleButton }

// Value returns how the rows are sorted by the column.
func (h *ledgerHead) Value() string { return h.column.Words }

// AccessibilityLabel serves Fyne.
func (h *ledgerHead) AccessibilityLabel() string { return label(h) }

// AccessibilityRole serves Fyne.
func (h *ledgerHead) AccessibilityRole() fyne.AccessibleRole { return role(h) }

// CreateRenderer serves Fyne.
func (h *ledgerHead) CreateRenderer() fyne.WidgetRenderer { return render(h) }

func (h *ledgerHead) paint() {
	sign := map[Sorting]string{Ascending: "  ▲", Descending: "  ▼"}
	h.text.text, h.text.tone = h.column.Title+sign[h.column.Sort], Slate
	if h.hovered {
		h.text.tone = Teal
	}
	h.ground.paintRing(h.focused)
	h.text.paint()
}

// headSide is the room before the title of a column, and before a cell.
const headSide = 10

func (h *ledgerHead) place(size fyne.Size) {
	h.ground.Resize(size)
	wide := size.Width - headSide
	high := fit(h.text, wide)
	h.text.Move(fyne.NewPos(mirrorX(h.dir, headSide, wide, size.Width), (size.Height-high)/2))
}

func (h *ledgerHead) natural() float32 { return h.text.natural() + 2*headSide }

func (h *ledgerHead) least() fyne.Size { return fyne.NewSize(scaled(24), target) }

func (h *ledgerHead) parts() []fyne.CanvasObject { return []fyne.CanvasObject{h.ground, h.text} }
