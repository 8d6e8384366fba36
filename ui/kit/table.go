package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// Table is a list of many rows in columns, of which only those in sight are drawn.
// A row is opened by a tap, or by enter once it is under the keyboard; the dots at
// its end, space and delete ask what else can be done with it. The titles of the
// columns sort. Where a table is narrow, the cells of a row stand one below the
// other.
type Table struct {
	widget.BaseWidget
	dir     Direction
	name    string
	columns []TableColumn
	heads   []*tableHead
	body    *tableBody
	ground  *ground
	line    *ground
	room    float32 // the height that there is for it
}

// TableColumn is a column: its title, its share of the width, and how the rows are
// sorted by it.
type TableColumn struct {
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

// TableRow is one row: a cell for each column.
type TableRow []TableCell

// TableCell is a text with a caption below it, or a pill.
type TableCell struct {
	Text, Caption string
	Strong, Pill  bool
	Tone          Tone
}

// TableActs is what a table calls: with a row, or for Sort with a column.
type TableActs struct {
	Open, More, Sort func(int)
	MoreName         string // what the dots at the end of a row are called
}

var (
	_ drawn           = (*Table)(nil)
	_ Accessible      = (*Table)(nil)
	_ fyne.Accessible = (*Table)(nil)
)

// NewTable returns a table without rows.
func NewTable(dir Direction, name string, columns []TableColumn, acts TableActs) *Table {
	t := &Table{dir: dir, name: name, columns: columns, room: usualRoom}
	t.ground, t.line = newGround(theme.ColorCard, theme.ColorLine, 1, 12), newGround(theme.ColorLine, "", 0, 0)
	t.body = newTableBody(t, acts)
	for i := range columns {
		t.heads = append(t.heads, newTableHead(dir, columns[i], func() { acts.Sort(i) }))
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetRows shows n rows, each as row gives it. The keyboard goes to the first row
// where top is set; else it stays on the row that it was on, by its number.
func (t *Table) SetRows(n int, row func(int) TableRow, top bool) {
	t.body.n, t.body.row, t.body.free = n, row, t.body.free && n <= mostFree
	if top {
		t.body.now = 0
		t.body.scroll.ScrollToTop()
	}
	t.body.now = max(0, min(t.body.now, n-1))
	t.Refresh()
}

// SetSort shows by which column the rows are sorted.
func (t *Table) SetSort(columns []TableColumn) {
	t.columns = columns
	for i, h := range t.heads {
		h.column = columns[i]
		h.Refresh()
	}
}

// SetRoom says how high the table may be. It is never lower than a few rows; where
// there is not even room for these and there are not many, it has its whole height
// and the page around it scrolls.
func (t *Table) SetRoom(high float32) {
	if t.room != high {
		t.room = high
		t.Refresh()
	}
}

// FocusOn puts the keyboard on the rows.
func (t *Table) FocusOn(on fyne.Canvas) { on.Focus(t.body) }

// Focused reports whether the rows have the keyboard.
func (t *Table) Focused() bool { return t.body.focused }

// Now is the row under the keyboard; -1 for none.
func (t *Table) Now() int {
	if t.body.n == 0 {
		return -1
	}
	return t.body.now
}

// InSight counts the rows that are drawn.
func (t *Table) InSight() int { return len(t.body.drawn) }

// Name returns the name of the table.
func (t *Table) Name() string { return t.name }

// Role returns RoleGroup.
func (t *Table) Role() Role { return RoleGroup }

// Value returns nothing: the rows say what is in them.
func (t *Table) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (t *Table) AccessibilityLabel() string { return label(t) }

// AccessibilityRole serves Fyne.
func (t *Table) AccessibilityRole() fyne.AccessibleRole { return role(t) }

// CreateRenderer serves Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return render(t) }

// held are the parts that take the keyboard.
func (t *Table) held() []fyne.CanvasObject {
	out := []fyne.CanvasObject{}
	for _, h := range t.heads {
		out = append(out, h)
	}
	return append(out, t.body)
}

func (t *Table) paint() {
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
	tableSide  = 16
	tableAbove = 6
	leastRows  = 3
	mostFree   = 60 // rows that may all be drawn, where the page scrolls in the place of the table
	usualRoom  = 600
)

// stacked tells whether the cells of a row stand one below the other.
func (t *Table) stacked(width float32) bool { return width < scaled(700) }

func (t *Table) place(size fyne.Size) {
	t.ground.Resize(size)
	inner := size.Width - 2*tableSide
	t.body.stacked = t.stacked(size.Width)
	top := t.placeHeads(inner)
	t.line.Move(fyne.NewPos(tableSide, top))
	t.line.Resize(fyne.NewSize(inner, 1))
	t.body.Move(fyne.NewPos(tableSide, top+1))
	t.body.Resize(fyne.NewSize(inner, max(0, size.Height-top-1-tableAbove)))
	t.body.arrange()
}

// placeHeads puts the titles above their columns, or one after the other where the
// cells are stacked, and returns where they end.
func (t *Table) placeHeads(inner float32) float32 {
	x, y, high := float32(0), float32(tableAbove), float32(0)
	for i, h := range t.heads {
		wide := t.columns[i].Share * (inner - dotsWide)
		if t.body.stacked {
			wide = min(h.natural(), inner)
			if x > 0 && x+wide > inner {
				x, y = 0, y+high
			}
		}
		high = max(fit(h, wide), target)
		h.Move(fyne.NewPos(tableSide+mirrorX(t.dir, x, wide, inner), y))
		x += wide
	}
	return y + high
}

func (t *Table) least() fyne.Size {
	t.body.stacked = t.stacked(t.Size().Width)
	head := t.placeHeads(t.Size().Width - 2*tableSide)
	row := t.body.height()
	high := head + 1 + tableAbove + row*float32(t.body.n)
	least := head + 1 + tableAbove + row*float32(min(t.body.n, leastRows))
	t.body.free = t.room < least && t.body.n <= mostFree
	if t.body.free {
		return fyne.NewSize(scaled(240), high)
	}
	return fyne.NewSize(scaled(240), min(high, max(t.room, least)))
}

func (t *Table) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.ground, t.line}
	return append(out, t.held()...)
}

// tableHead is the title of a column, which sorts by it.
type tableHead struct {
	control
	dir    Direction
	column TableColumn
	text   *Label
	ground *ground
}

var (
	_ drawn           = (*tableHead)(nil)
	_ Accessible      = (*tableHead)(nil)
	_ fyne.Accessible = (*tableHead)(nil)
)

func newTableHead(dir Direction, c TableColumn, act func()) *tableHead {
	h := &tableHead{dir: dir, column: c, text: NewLine(dir, StrongCaption, c.Title).Toned(Slate), ground: newGround("", "", 0, 8)}
	h.init(h, act)
	return h
}

// Name returns the title of the column.
func (h *tableHead) Name() string { return h.column.Title }

// Role returns RoleButton.
func (h *tableHead) Role() Role { return RoleButton }

// Value returns how the rows are sorted by the column.
func (h *tableHead) Value() string { return h.column.Words }

// AccessibilityLabel serves Fyne.
func (h *tableHead) AccessibilityLabel() string { return label(h) }

// AccessibilityRole serves Fyne.
func (h *tableHead) AccessibilityRole() fyne.AccessibleRole { return role(h) }

// CreateRenderer serves Fyne.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return render(h) }

func (h *tableHead) paint() {
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

func (h *tableHead) place(size fyne.Size) {
	h.ground.Resize(size)
	wide := size.Width - headSide
	high := fit(h.text, wide)
	h.text.Move(fyne.NewPos(mirrorX(h.dir, headSide, wide, size.Width), (size.Height-high)/2))
}

func (h *tableHead) natural() float32 { return h.text.natural() + 2*headSide }

func (h *tableHead) least() fyne.Size { return fyne.NewSize(scaled(24), target) }

func (h *tableHead) parts() []fyne.CanvasObject { return []fyne.CanvasObject{h.ground, h.text} }
