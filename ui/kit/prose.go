package kit

import (
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/go-text/typesetting/segmenter"

	"recourse/i18n/bidi"
)

// Span is a stretch of running text, bold or not.
type Span struct {
	Text string
	Bold bool
}

// Prose is a paragraph of which parts are bold, wrapped to its width, in the order of
// its direction.
type Prose struct {
	widget.BaseWidget
	dir   Direction
	style Style
	tone  Tone
	runes []rune
	bold  []bool
	width float32
	lines [][2]int
	drawn []*canvas.Text
	at    []fyne.Position
}

var (
	_ drawn           = (*Prose)(nil)
	_ Accessible      = (*Prose)(nil)
	_ fyne.Accessible = (*Prose)(nil)
)

// NewProse returns a paragraph of spans in a style.
func NewProse(dir Direction, style Style, spans []Span) *Prose {
	p := &Prose{dir: dir, style: style, tone: style.tone()}
	for _, s := range spans {
		for _, r := range lineEnds.Replace(s.Text) {
			if r == '\n' {
				r = ' '
			}
			p.runes, p.bold = append(p.runes, r), append(p.bold, s.Bold)
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Name returns the text in logical order, without control characters.
func (p *Prose) Name() string { return string(appendShown(nil, p.runes)) }

// Role returns RoleText.
func (p *Prose) Role() Role { return RoleText }

// Value returns nothing: the name says all.
func (p *Prose) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (p *Prose) AccessibilityLabel() string { return label(p) }

// AccessibilityRole serves Fyne.
func (p *Prose) AccessibilityRole() fyne.AccessibleRole { return role(p) }

// CreateRenderer serves Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return render(p) }

func (p *Prose) paint() {
	p.wrap()
	p.draw()
}

func (p *Prose) points() float32 {
	size, _ := p.style.size()
	return stock.Size(size)
}

// measure is the width of runes from one up to another, each in its weight.
func (p *Prose) measure(start, end int) float32 {
	wide := float32(0)
	for start < end {
		stop := p.sameWeight(start, end)
		wide += textWidth(string(appendShown(nil, p.runes[start:stop])), p.points(), fyne.TextStyle{Bold: p.bold[start]})
		start = stop
	}
	return wide
}

// sameWeight returns where the weight changes after a rune.
func (p *Prose) sameWeight(start, end int) int {
	stop := start
	for stop < end && p.bold[stop] == p.bold[start] {
		stop++
	}
	return stop
}

// wrap breaks the paragraph at the opportunities of UAX #14; a word wider than a line
// is cut.
func (p *Prose) wrap() {
	p.lines = p.lines[:0]
	var seg segmenter.Segmenter
	seg.Init(p.runes)
	start, end, used := 0, 0, float32(0)
	finish := func(at int) {
		p.lines = append(p.lines, [2]int{start, at})
		start, end, used = at, at, 0
	}
	for it := seg.LineIterator(); it.Next(); {
		stop := it.Line().Offset + len(it.Line().Text)
		for p.width > 0 && used+p.measure(end, p.trim(end, stop)) > p.width {
			if end > start {
				finish(end)
				continue
			}
			cut := p.cut(end, stop)
			if cut == stop {
				break
			}
			finish(cut)
		}
		used += p.measure(end, stop)
		end = stop
	}
	if start < len(p.runes) || len(p.runes) == 0 {
		finish(len(p.runes))
	}
}

// trim returns the end of a stretch without the white space behind it.
func (p *Prose) trim(start, end int) int {
	for end > start && unicode.IsSpace(p.runes[end-1]) {
		end--
	}
	return end
}

// cut returns where a word fills a line, after at least one letter with its marks.
func (p *Prose) cut(start, stop int) int {
	end := start + 1
	for end < stop && (unicode.IsMark(p.runes[end]) || p.measure(start, end+1) <= p.width) {
		end++
	}
	return end
}

// draw makes the texts of all lines: each run of a line, in the order in which it is
// seen, in pieces of one weight and one face.
func (p *Prose) draw() {
	order := bidi.New(p.runes, p.dir)
	p.drawn, p.at = p.drawn[:0], p.at[:0]
	for i, line := range p.lines {
		end := p.trim(line[0], line[1])
		x := float32(0)
		if order.Level() == 1 {
			x = p.width - p.measure(line[0], end)
		}
		top := float32(i) * p.pitch()
		for _, run := range order.Line(line[0], end) {
			for _, part := range p.weights(run) {
				x = p.put(part, run.RTL(), x, top)
			}
		}
	}
}

// weights cuts a run where the weight changes, in the order in which it is seen.
func (p *Prose) weights(run bidi.Run) [][2]int {
	var out [][2]int
	for start := run.Start; start < run.End; {
		stop := p.sameWeight(start, run.End)
		if run.RTL() {
			out = append([][2]int{{start, stop}}, out...)
		} else {
			out = append(out, [2]int{start, stop})
		}
		start = stop
	}
	return out
}

// put draws a stretch of one run and one weight, and returns where the next begins.
func (p *Prose) put(part [2]int, rtl bool, x, top float32) float32 {
	runes := p.runes[part[0]:part[1]]
	visual := string(appendShown(nil, runes))
	if rtl {
		visual = string(appendRight([]rune{leftMark}, runes))
	} else if strings.ContainsFunc(visual, func(r rune) bool { return rightIn([]rune{r}) }) {
		visual = string(leftMark) + string(leftOverride) + visual + string(popOverride)
	}
	style := fyne.TextStyle{Bold: p.bold[part[0]]}
	for _, piece := range pieces(visual) {
		t := &canvas.Text{Color: colour(p.tone.text())}
		piece.onto(t, p.points(), style)
		size := t.MinSize()
		p.drawn = append(p.drawn, t)
		p.at = append(p.at, fyne.NewPos(x, float32(math.Round(float64(top+(p.pitch()-size.Height)/2)))))
		x += size.Width
	}
	return x
}

// pitch is the distance of two lines.
func (p *Prose) pitch() float32 {
	return float32(math.Round(float64(p.points()) * lineHeight))
}

func (p *Prose) place(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.paint()
	}
	for i, t := range p.drawn {
		t.Move(p.at[i])
		t.Resize(t.MinSize())
	}
}

func (p *Prose) least() fyne.Size {
	return fyne.NewSize(narrowest, float32(len(p.lines))*p.pitch())
}

// natural is the width of the text in one line.
func (p *Prose) natural() float32 {
	return float32(math.Ceil(float64(p.measure(0, len(p.runes)))))
}

func (p *Prose) parts() []fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(p.drawn))
	for i, t := range p.drawn {
		parts[i] = t
	}
	return parts
}
