package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Label is text: wrapped to its width, in the order of its direction and
// aligned to the side where the language begins.
type Label struct {
	widget.BaseWidget
	text  string
	dir   Direction
	style Style
	tone  Tone
	wraps bool
	head  bool    // is a heading, whatever its style
	end   bool    // aligned to the right, whatever the paragraph says
	width float32 // of the present lines; 0 before the first layout
	lines []line
	cuts  []int // in how many texts each line is drawn
	drawn []*canvas.Text
	wide  float32 // the least width
}

var (
	_ drawn           = (*Label)(nil)
	_ Accessible      = (*Label)(nil)
	_ fyne.Accessible = (*Label)(nil)
)

// NewLabel returns text that wraps to the width that it gets.
func NewLabel(dir Direction, style Style, text string) *Label {
	l := &Label{text: text, dir: dir, style: style, tone: style.tone(), wraps: true}
	l.ExtendBaseWidget(l)
	return l
}

// NewLine returns text that never wraps but where it has line ends: for bars
// and other places that grow with their text.
func NewLine(dir Direction, style Style, text string) *Label {
	l := NewLabel(dir, style, text)
	l.wraps = false
	return l
}

// Toned gives the label a tone and returns it.
func (l *Label) Toned(t Tone) *Label {
	l.tone = t
	return l
}

// Heading tells programs that read the screen that the text is a heading, and
// returns the label.
func (l *Label) Heading() *Label {
	l.head = true
	return l
}

// SetText changes the text.
func (l *Label) SetText(text string) {
	if text == l.text {
		return
	}
	l.text = text
	l.Refresh()
}

// SetTone changes the tone.
func (l *Label) SetTone(t Tone) {
	l.tone = t
	l.Refresh()
}

// Name returns the text in logical order.
func (l *Label) Name() string { return l.text }

// Role returns RoleHeading for a title or a heading, else RoleText.
func (l *Label) Role() Role {
	if l.head || l.style == Title || l.style == Heading {
		return RoleHeading
	}
	return RoleText
}

// Value returns nothing: the name says all.
func (l *Label) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (l *Label) AccessibilityLabel() string { return label(l) }

// AccessibilityRole serves Fyne.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return role(l) }

// CreateRenderer serves Fyne.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return render(l) }

// paint breaks the text anew, since sizes may have changed too.
func (l *Label) paint() {
	size, bold := l.style.size()
	style := fyne.TextStyle{Bold: bold}
	points := stock.Size(size)
	b := breaker{dir: l.dir, measure: func(s string) float32 { return textWidth(s, points, style) }}
	if l.wraps {
		b.width = l.width
	}
	l.lines = b.lines(l.text)
	n := 0
	l.cuts = l.cuts[:0]
	for _, line := range l.lines {
		cut := pieces(line.visual)
		l.cuts = append(l.cuts, len(cut))
		for _, p := range cut {
			if n == len(l.drawn) {
				l.drawn = append(l.drawn, &canvas.Text{})
			}
			t := l.drawn[n]
			p.onto(t, points, style)
			t.Color, t.Alignment = colour(l.tone.text()), fyne.TextAlignLeading
			if l.right(line) && len(cut) == 1 {
				t.Alignment = fyne.TextAlignTrailing
			}
			n++
		}
	}
	l.drawn = l.drawn[:n]
	l.wide = l.leastWidth()
}

// leastWidth is the width of the present lines, or what a text that wraps can be
// squeezed to.
func (l *Label) leastWidth() float32 {
	wide, drawn := float32(0), l.drawn
	for _, n := range l.cuts {
		wide = max(wide, width(drawn[:n]))
		drawn = drawn[n:]
		if l.wraps && wide >= narrowest {
			return narrowest
		}
	}
	return wide
}

// right reports whether a line is aligned to the right.
func (l *Label) right(x line) bool { return x.right || l.end }

// place breaks the text where the width is new, and puts the lines one below
// the other, on whole units so that they stay sharp.
func (l *Label) place(size fyne.Size) {
	if l.wraps && size.Width != l.width {
		l.width = size.Width
		l.paint()
	}
	pitch, drawn := l.pitch(), l.drawn
	for i, line := range l.lines {
		texts := drawn[:l.cuts[i]]
		drawn = drawn[l.cuts[i]:]
		wide := size.Width
		x := float32(0)
		if len(texts) > 1 && l.right(line) {
			x = size.Width - width(texts)
		}
		for _, t := range texts {
			least := t.MinSize()
			if len(texts) > 1 {
				wide = least.Width
			}
			top := float32(i)*pitch + (pitch-least.Height)/2
			t.Move(fyne.NewPos(x, float32(math.Round(float64(top)))))
			t.Resize(fyne.NewSize(wide, least.Height))
			x += wide
		}
	}
}

// width is that of texts side by side.
func width(texts []*canvas.Text) float32 {
	wide := float32(0)
	for _, t := range texts {
		wide += t.MinSize().Width
	}
	return wide
}

// pitch is the distance of two lines, in whole units.
func (l *Label) pitch() float32 {
	size, _ := l.style.size()
	factor := lineHeight
	if l.style == Title {
		factor = 1.25
	}
	return float32(math.Round(float64(stock.Size(size)) * factor))
}

// least asks for the height of the present lines. A label that wraps asks for
// no more than some width, and for its natural width before its first layout.
func (l *Label) least() fyne.Size {
	return fyne.NewSize(l.wide, float32(len(l.lines))*l.pitch())
}

// narrowest is the width that a wrapped text can be squeezed to.
const narrowest = 48

// natural returns the width of the text without wrapping.
func (l *Label) natural() float32 {
	if !l.wraps {
		return l.MinSize().Width
	}
	size, bold := l.style.size()
	points, style := stock.Size(size), fyne.TextStyle{Bold: bold}
	b := breaker{dir: l.dir, measure: func(string) float32 { return 0 }}
	wide := float32(0)
	for _, line := range b.lines(l.text) {
		wide = max(wide, textWidth(line.visual, points, style))
	}
	return float32(math.Ceil(float64(wide)))
}

func (l *Label) parts() []fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(l.drawn))
	for i, t := range l.drawn {
		parts[i] = t
	}
	return parts
}
