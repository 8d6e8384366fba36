package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Table shows facts in rows under heads. Its texts wrap; where the columns would
// become too narrow, each row stands by itself, its heads before its facts.
type Table struct {
	widget.BaseWidget
	dir    Direction
	name   string
	shares []float32 // of the width, by column
	heads  []*Label
	cells  [][]*Label
	before [][]*Label // the heads in each row, for narrow places
	rules  []*Rule
	rows   []string
	high   float32
}

var (
	_ drawn           = (*Table)(nil)
	_ Accessible      = (*Table)(nil)
	_ fyne.Accessible = (*Table)(nil)
)

// NewTable returns a table. The shares say how wide the columns are against each
// other; each row has as many facts as there are heads.
func NewTable(dir Direction, name string, heads []string, shares []float32, rows [][]string) *Table {
	t := &Table{dir: dir, name: name, shares: shares}
	for _, h := range heads {
		t.heads = append(t.heads, NewLabel(dir, StrongCaption, h))
	}
	for _, row := range rows {
		var cells, before []*Label
		var said []string
		for i, text := range row {
			cells = append(cells, NewLabel(dir, Hint, text).Toned(Ink))
			before = append(before, NewLabel(dir, StrongCaption, heads[i]).Toned(Slate))
			said = append(said, heads[i]+": "+text)
		}
		t.cells, t.before, t.rules = append(t.cells, cells), append(t.before, before), append(t.rules, NewRule())
		t.rows = append(t.rows, strings.Join(said, ", "))
	}
	t.ExtendBaseWidget(t)
	return t
}

// Name returns what the table is of.
func (t *Table) Name() string { return t.name }

// Role returns RoleGroup.
func (t *Table) Role() Role { return RoleGroup }

// Value returns the rows, each fact with its head.
func (t *Table) Value() string { return strings.Join(t.rows, "; ") }

// AccessibilityLabel serves Fyne.
func (t *Table) AccessibilityLabel() string { return label(t) }

// AccessibilityRole serves Fyne.
func (t *Table) AccessibilityRole() fyne.AccessibleRole { return role(t) }

// CreateRenderer serves Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return render(t) }

func (t *Table) paint() {
	for _, l := range t.labels() {
		l.paint()
	}
}

// The room between two columns, above and below a row, and the least width of a
// column at text scale 1.
const (
	tableGap  = 16
	tableRoom = 8
	tableCell = 96
)

// wide reports whether a width has room for the columns.
func (t *Table) wide(width float32) bool {
	for _, w := range t.widths(width) {
		if w < scaled(tableCell) {
			return false
		}
	}
	return true
}

// widths are those of the columns.
func (t *Table) widths(width float32) []float32 {
	all, out := float32(0), make([]float32, len(t.shares))
	for _, s := range t.shares {
		all += s
	}
	rest := width - tableGap*float32(len(t.shares)-1)
	for i, s := range t.shares {
		out[i] = rest * s / all
	}
	return out
}

func (t *Table) place(size fyne.Size) {
	columns := t.wide(size.Width)
	for _, h := range t.heads {
		h.Hidden = !columns
	}
	y := float32(0)
	if columns {
		y = t.row(t.heads, y, size.Width)
	}
	for i, row := range t.cells {
		t.rules[i].Move(fyne.NewPos(0, y))
		t.rules[i].Resize(fyne.NewSize(size.Width, 1))
		for _, h := range t.before[i] {
			h.Hidden = columns
		}
		if columns {
			y = t.row(row, y, size.Width)
		} else {
			y = t.stacked(i, y, size.Width)
		}
	}
	t.high = y
}

// row places cells side by side, and returns where the next row begins.
func (t *Table) row(cells []*Label, y, width float32) float32 {
	x, high := float32(0), float32(0)
	for i, w := range t.widths(width) {
		high = max(high, fit(cells[i], w))
		cells[i].Move(fyne.NewPos(mirrorX(t.dir, x, w, width), y+tableRoom))
		x += w + tableGap
	}
	return y + high + 2*tableRoom
}

// stacked places the facts of a row one below the other, and returns where the next
// row begins.
func (t *Table) stacked(i int, y, width float32) float32 {
	y += tableRoom
	for n, cell := range t.cells[i] {
		for _, l := range []*Label{t.before[i][n], cell} {
			l.Move(fyne.NewPos(0, y))
			y += fit(l, width)
		}
	}
	return y + tableRoom
}

func (t *Table) least() fyne.Size {
	if t.high == 0 {
		t.place(fyne.NewSize(max(t.Size().Width, narrowest), 0))
	}
	return fyne.NewSize(2*narrowest, t.high)
}

func (t *Table) labels() []*Label {
	out := append([]*Label{}, t.heads...)
	for i := range t.cells {
		out = append(append(out, t.before[i]...), t.cells[i]...)
	}
	return out
}

func (t *Table) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range t.rules {
		out = append(out, r)
	}
	for _, l := range t.labels() {
		out = append(out, l)
	}
	return out
}
