package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"

	"recourse/i18n/bidi"
	"recourse/ui/kit/edit"
	"recourse/ui/theme"
)

// pane draws the lines of a text that are in sight, with selection and caret. It
// sets only these on the canvas, whatever the length of the text.
type pane struct {
	dir    Direction
	long   bool
	lay    *edit.Layout
	points float32
	theme  fyne.Theme // that the text was measured in
	size   fyne.Size
	top    float32 // what is above, in a long text
	begin  float32 // what is to the left, in a single line
	box    *fyne.Container
	marks  []*canvas.Rectangle // selection, each with its underline
	texts  []*canvas.Text
	caret  *canvas.Rectangle
	other  *canvas.Rectangle // where a letter of the other direction would come
}

// caretWide is the width of the caret, which has room of its own.
const caretWide = 2

// endless is the width of the lines of a single line: far more than any answer
// needs, and as much as is measured at once.
const endless = 8000

func newPane(dir Direction, long bool) *pane {
	p := &pane{dir: dir, long: long, box: &fyne.Container{}}
	p.caret, p.other = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	p.lay = edit.NewLayout(p.measure, bidi.Direction(dir), endless)
	return p
}

func (p *pane) measure(s string) float32 {
	return textWidth(s, p.points, fyne.TextStyle{})
}

// dress measures anew where the theme or the width is another.
func (p *pane) dress() {
	now, points, width := fyne.CurrentApp().Settings().Theme(), stock.Size(stock.SizeNameText), float32(endless)
	if p.long {
		width = max(p.size.Width-caretWide, narrowest)
	}
	if now == p.theme && points == p.points && width == p.lay.Width() {
		return
	}
	at := p.anchor()
	p.theme, p.points = now, points
	p.lay.Reset(p.measure, width)
	p.restore(at)
}

// pitch is the distance of two lines, in whole units.
func (p *pane) pitch() float32 {
	return float32(math.Round(float64(stock.Size(stock.SizeNameText)) * lineHeight))
}

// anchor is what stands at the top, which stays there when lines above it become
// more or fewer.
type anchor struct {
	caret edit.Caret
	rest  float32
}

func (p *pane) anchor() anchor {
	first := min(int(p.top/p.pitch()), p.lay.Lines()-1)
	line := p.lay.Line(first)
	return anchor{edit.Caret{Pos: edit.Pos{Par: line.Par, At: line.Start}}, p.top - float32(first)*p.pitch()}
}

func (p *pane) restore(a anchor) {
	p.top = float32(p.lay.LineOf(a.caret))*p.pitch() + a.rest
}

// update takes another text.
func (p *pane) update(t edit.Text) { p.lay.Update(t) }

// settle makes the lines in sight exact.
func (p *pane) settle() {
	p.dress()
	for range settleMost {
		p.bound()
		at := p.anchor()
		first := int(p.top / p.pitch())
		if !p.lay.Settle(first, first+p.rows()+1) {
			return
		}
		p.restore(at)
	}
}

// settleMost ends the settling: each round makes more characters exact, and what
// is still an estimate afterwards is so at the edge of sight.
const settleMost = 8

// rows is the number of lines that fit.
func (p *pane) rows() int { return max(1, int(p.size.Height/p.pitch())) }

// high is the height of the text.
func (p *pane) high() float32 { return float32(p.lay.Lines()) * p.pitch() }

// bound keeps the text in its place.
func (p *pane) bound() { p.top = max(0, min(p.top, p.high()-p.size.Height)) }

// scroll moves the text up, and reports whether it moved.
func (p *pane) scroll(by float32) bool {
	before := p.top
	p.top += by
	p.settle()
	return p.top != before
}

// follow brings the caret into sight.
func (p *pane) follow(c edit.Caret) {
	for range settleMost {
		p.settle()
		line := float32(p.lay.LineOf(c))
		top, before := line*p.pitch(), p.top
		if !p.long {
			p.top = top
			p.followX(c)
			return
		}
		p.top = min(p.top, top)
		p.top = max(p.top, top+p.pitch()-p.size.Height)
		if p.top == before {
			return
		}
	}
}

// edge is how much of a single line is seen beside the caret.
const edge = 24

// followX brings the caret of a single line into sight.
func (p *pane) followX(c edit.Caret) {
	v := p.lay.Visual(p.lay.LineOf(c))
	x, room := v.X(c), p.size.Width-caretWide
	if v.Width <= room {
		p.begin = 0
		return
	}
	p.begin = min(p.begin, max(0, x-edge))
	p.begin = max(p.begin, min(v.Width-room, x-room+edge))
	p.begin = max(0, min(p.begin, v.Width-room))
}

// left returns where the left edge of a line is.
func (p *pane) left(v edit.Visual) float32 {
	room := p.size.Width - caretWide
	switch {
	case !p.long && v.Width > room:
		return -p.begin
	case v.RTL || !p.long && p.dir == RTL:
		return room - v.Width
	}
	return 0
}

// at returns the caret nearest to a point of the pane.
func (p *pane) at(point fyne.Position) edit.Caret {
	line := int(math.Floor(float64((point.Y + p.top) / p.pitch())))
	if !p.long {
		line = int(p.top / p.pitch())
	}
	v := p.lay.Visual(max(0, min(line, p.lay.Lines()-1)))
	return v.Hit(point.X - p.left(v))
}

// x returns where a caret is, from the left side of the pane.
func (p *pane) x(c edit.Caret) float32 {
	v := p.lay.Visual(p.lay.LineOf(c))
	return max(0, min(p.left(v)+v.X(c), p.size.Width-caretWide))
}

// draw sets the lines in sight on the canvas. With caret, the caret is seen.
func (p *pane) draw(m *edit.Editor, tone Tone, caret bool) {
	texts, marks := 0, 0
	from, to := m.Selection()
	first := int(p.top / p.pitch())
	for i := first; i < min(p.lay.Lines(), first+p.rows()+2); i++ {
		v := p.lay.Visual(i)
		y := float32(math.Round(float64(float32(i)*p.pitch() - p.top)))
		if from != to {
			marks = p.mark(v, y, from, to, marks)
		}
		texts = p.text(v, y, tone, texts)
		if !p.long {
			break
		}
	}
	p.texts, p.marks = p.texts[:texts], p.marks[:marks]
	p.putCaret(m.Caret(), caret)
	p.box.Objects = p.box.Objects[:0]
	for _, r := range p.marks {
		p.box.Objects = append(p.box.Objects, r)
	}
	for _, t := range p.texts {
		p.box.Objects = append(p.box.Objects, t)
	}
	p.box.Objects = append(p.box.Objects, p.other, p.caret)
}

// text draws a line from the nth text on, and returns how many texts there are
// then: one for each face.
func (p *pane) text(v edit.Visual, y float32, tone Tone, n int) int {
	left := p.left(v)
	visual, x := visualSpans(v, -left, p.size.Width-left)
	for _, piece := range pieces(visual) {
		if n == len(p.texts) {
			p.texts = append(p.texts, &canvas.Text{})
		}
		t := p.texts[n]
		if shade := colour(tone.text()); t.Text != piece.text || t.FontSource != theme.Face(piece.script, false) || t.TextSize != p.points || t.Color != shade {
			piece.onto(t, p.points, fyne.TextStyle{})
			t.Color = shade
			t.Refresh()
		}
		size := t.MinSize()
		t.Move(fyne.NewPos(left+x, y+float32(math.Round(float64(p.pitch()-size.Height)/2))))
		t.Resize(size)
		x += size.Width
		n++
	}
	return n
}

// mark draws what is selected of a line, and returns how many rectangles there
// are then. The end of a paragraph is as wide as a space.
func (p *pane) mark(v edit.Visual, y float32, from, to edit.Pos, n int) int {
	start, end := v.Start, v.End
	if from.Par > v.Par || to.Par < v.Par {
		return n
	}
	if from.Par == v.Par {
		start = max(start, from.At)
	}
	if to.Par == v.Par {
		end = min(end, to.At)
	}
	left := p.left(v)
	ranges := v.Range(start, end)
	if to.Par > v.Par && !v.Soft && start <= v.End {
		x := [2]float32{v.Width, v.Width + p.points/3}
		if v.RTL {
			x = [2]float32{-p.points / 3, 0}
		}
		ranges = append(ranges, x)
	}
	const under = 2
	for _, r := range ranges {
		n = p.fill(n, theme.ColorSoftTeal, left+r[0], y, r[1]-r[0], p.pitch())
		n = p.fill(n, stock.ColorNamePrimary, left+r[0], y+p.pitch()-under, r[1]-r[0], under)
	}
	return n
}

// fill draws the nth rectangle.
func (p *pane) fill(n int, name fyne.ThemeColorName, x, y, wide, high float32) int {
	if n == len(p.marks) {
		p.marks = append(p.marks, canvas.NewRectangle(nil))
	}
	if shade := colour(name); p.marks[n].FillColor != shade {
		p.marks[n].FillColor = shade
		p.marks[n].Refresh()
	}
	p.marks[n].Move(fyne.NewPos(x, y))
	p.marks[n].Resize(fyne.NewSize(wide, high))
	return n + 1
}

// putCaret draws the caret, and where the direction changes at its place a lower
// one where the other direction would go on.
func (p *pane) putCaret(c edit.Caret, seen bool) {
	p.caret.Hidden, p.other.Hidden = !seen, true
	p.caret.FillColor, p.other.FillColor = colour(stock.ColorNamePrimary), colour(stock.ColorNamePrimary)
	if !seen {
		return
	}
	line := p.lay.LineOf(c)
	y := float32(math.Round(float64(float32(line)*p.pitch() - p.top)))
	x := p.x(c)
	p.caret.Move(fyne.NewPos(x, y+1))
	p.caret.Resize(fyne.NewSize(caretWide, p.pitch()-2))
	c.After = !c.After
	if elsewhere := p.x(c); p.lay.LineOf(c) == line && math.Abs(float64(elsewhere-x)) > 2 {
		p.other.Hidden = false
		p.other.Move(fyne.NewPos(elsewhere, y+p.pitch()*2/3))
		p.other.Resize(fyne.NewSize(caretWide, p.pitch()/3-1))
	}
}
