package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// tableRow is a row in sight. It shows one row after another as the table scrolls.
type tableRow struct {
	widget.BaseWidget
	of      *tableBody
	index   int
	cells   []*tableCell
	hovered bool
	ground  *ground
	line    *ground
	dots    *dots
}

var (
	_ drawn             = (*tableRow)(nil)
	_ fyne.Tappable     = (*tableRow)(nil)
	_ desktop.Hoverable = (*tableRow)(nil)
)

// tableCell are the widgets of a cell.
type tableCell struct {
	text, caption *Label
	pill          *Badge
	full          TableCell
}

func newTableRow(of *tableBody) *tableRow {
	dir := of.of.dir
	r := &tableRow{of: of, ground: newGround("", "", 0, 8), line: newGround(theme.ColorLine, "", 0, 0)}
	for range of.of.columns {
		r.cells = append(r.cells, &tableCell{text: NewLine(dir, Body, ""), caption: NewLine(dir, Caption, ""), pill: NewPill(dir, Slate, "")})
	}
	r.dots = newDots(of.acts.MoreName, func() {
		of.hold(r.index)
		of.more(r.index)
	})
	r.ExtendBaseWidget(r)
	return r
}

// set shows a row.
func (r *tableRow) set(index int, row TableRow) {
	r.index = index
	for i, c := range r.cells {
		full := TableCell{}
		if i < len(row) {
			full = row[i]
		}
		c.full = full
		c.text.style, c.text.tone = Body, full.Tone
		if full.Strong {
			c.text.style = Strong
		}
		c.text.Hidden, c.pill.Hidden = full.Pill || full.Text == "", !full.Pill || full.Text == ""
		c.caption.Hidden = full.Caption == ""
	}
}

// Tapped opens the row.
func (r *tableRow) Tapped(*fyne.PointEvent) {
	r.of.hold(r.index)
	r.of.open(r.index)
}

// MouseIn serves Fyne.
func (r *tableRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved serves Fyne.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut serves Fyne.
func (r *tableRow) MouseOut() { r.hover(false) }

func (r *tableRow) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// Cursor is a hand: the row can be opened.
func (r *tableRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer serves Fyne.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer { return render(r) }

func (r *tableRow) paint() {
	r.ground.paintRing(r.of.focused && r.of.now == r.index)
	if r.hovered && r.ground.stroke == "" {
		r.ground.set(stock.ColorNameHover, "", 0)
	}
	r.line.paint()
}

// The room above and below the cells of a row, and between those that are stacked.
const (
	rowAbove = 11
	rowGap   = 4
	dotsWide = 44
)

// height is that of every row of the table.
func (r *tableRow) height(stacked bool) float32 {
	strong, caption := NewLine(LTR, Strong, "").pitch(), NewLine(LTR, Caption, "").pitch()
	if stacked {
		return 2*rowAbove + strong + caption + 2*(rowGap+caption+6)
	}
	return max(target, 2*rowAbove+strong+caption) + 1
}

func (r *tableRow) place(size fyne.Size) {
	r.ground.Move(fyne.NewPos(0, 1))
	r.ground.Resize(fyne.NewSize(size.Width, size.Height-3))
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	inner := size.Width - dotsWide
	high := r.dots.least().Height
	r.dots.Resize(fyne.NewSize(dotsWide, high))
	r.dots.Move(fyne.NewPos(mirrorX(r.of.of.dir, inner, dotsWide, size.Width), (size.Height-high)/2))
	if r.of.stacked {
		r.stack(inner, size.Width)
		return
	}
	x := float32(0)
	for i, c := range r.cells {
		wide := r.of.of.columns[i].Share * inner
		high := c.height()
		c.place(r.of.of.dir, x+headSide, (size.Height-high)/2, wide-2*headSide, size.Width)
		x += wide
	}
}

// stack puts the first cell above, the others below it: a text on a line of its
// own, pills beside each other.
func (r *tableRow) stack(inner, whole float32) {
	x, y, below := float32(headSide), float32(rowAbove), float32(0)
	for i, c := range r.cells {
		wide := inner - 2*headSide
		if c.full.Pill {
			wide = (inner - 3*headSide) / 2
		}
		if c.full.Text == "" && i > 0 {
			continue
		}
		c.place(r.of.of.dir, x, y, wide, whole)
		below = c.height() + rowGap
		if c.full.Pill && x == headSide {
			x += wide + headSide
			continue
		}
		x, y = headSide, y+below
	}
}

// height is how high what is in the cell is.
func (c *tableCell) height() float32 {
	if c.full.Pill {
		return c.pill.text.pitch() + 2*c.pill.y
	}
	high := c.text.pitch()
	if c.full.Caption != "" {
		high += c.caption.pitch()
	}
	return high
}

// place puts what is in the cell into its place, cut to its width.
func (c *tableCell) place(dir Direction, x, y, wide, whole float32) {
	wide = max(wide, 0)
	if c.full.Pill {
		c.pill.SetText(c.full.Tone, cut(c.full.Text, StrongCaption, wide-2*c.pill.x))
		natural := min(c.pill.natural(), wide)
		fit(c.pill, natural)
		c.pill.Move(fyne.NewPos(mirrorX(dir, x, natural, whole), y))
		return
	}
	c.text.text = apartFrom(cut(c.full.Text, c.text.style, wide))
	c.caption.text = cut(c.full.Caption, Caption, wide)
	c.text.Refresh()
	c.caption.Refresh()
	high := fit(c.text, wide)
	fit(c.caption, wide)
	c.text.Move(fyne.NewPos(mirrorX(dir, x, wide, whole), y))
	c.caption.Move(fyne.NewPos(mirrorX(dir, x, wide, whole), y+high))
}

func (r *tableRow) least() fyne.Size { return fyne.NewSize(0, r.height(r.of.stacked)) }

func (r *tableRow) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground, r.line}
	for _, c := range r.cells {
		out = append(out, c.text, c.caption, c.pill)
	}
	return append(out, r.dots)
}

// apartFrom keeps words that a person typed in their own direction, so that a full
// stop at their end stays there.
func apartFrom(text string) string { return "\u2068" + text + "\u2069" }

// dots are three dots at the end of a row, which ask what else can be done with it.
// The keyboard has space for it.
type dots struct {
	widget.BaseWidget
	name string
	text *Label
	act  func()
}

var (
	_ drawn           = (*dots)(nil)
	_ Accessible      = (*dots)(nil)
	_ fyne.Tappable   = (*dots)(nil)
	_ fyne.Accessible = (*dots)(nil)
)

func newDots(name string, act func()) *dots {
	d := &dots{name: name, text: NewLine(LTR, Strong, "⋮").Toned(Slate), act: act}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped serves Fyne.
func (d *dots) Tapped(*fyne.PointEvent) { d.act() }

// Name returns what the dots are called.
func (d *dots) Name() string { return d.name }

// Role returns RoleButton.
func (d *dots) Role() Role { return RoleButton }

// Value returns nothing: the name says all.
func (d *dots) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (d *dots) AccessibilityLabel() string { return label(d) }

// AccessibilityRole serves Fyne.
func (d *dots) AccessibilityRole() fyne.AccessibleRole { return role(d) }

// CreateRenderer serves Fyne.
func (d *dots) CreateRenderer() fyne.WidgetRenderer { return render(d) }

func (d *dots) paint() { d.text.paint() }

func (d *dots) place(size fyne.Size) {
	wide := d.text.natural()
	high := fit(d.text, wide)
	d.text.Move(fyne.NewPos((size.Width-wide)/2, (size.Height-high)/2))
}

func (d *dots) least() fyne.Size { return fyne.NewSize(dotsWide, max(target, d.text.pitch())) }

func (d *dots) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.text} }
