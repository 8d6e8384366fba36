package kit

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Trail is text in one line that gives way: one place in another, such as a case and
// a procedure in it. Where there is no room for all, the longest are cut, with an
// ellipsis; the name of the widget is always the whole text.
type Trail struct {
	widget.BaseWidget
	dir    Direction
	places []string
	line   *Label
	width  float32 // that the line was cut to; 0 before the first layout
}

var (
	_ drawn           = (*Trail)(nil)
	_ Accessible      = (*Trail)(nil)
	_ fyne.Accessible = (*Trail)(nil)
)

// NewTrail returns a line of places, each in the one before it; one alone is any
// text that may be cut.
func NewTrail(dir Direction, style Style, places ...string) *Trail {
	t := &Trail{dir: dir, places: places, line: NewLine(dir, style, "").Toned(Slate)}
	t.Hidden = t.Name() == ""
	t.ExtendBaseWidget(t)
	return t
}

// Set changes the places and their tone. Without words the widget is hidden.
func (t *Trail) Set(tone Tone, places ...string) {
	t.places, t.line.tone = places, tone
	t.Hidden = t.Name() == ""
	t.Refresh()
}

// between stands between two places, and ellipsis for what was cut.
const (
	between  = " › "
	ellipsis = "…"
)

// Name returns the whole text in logical order.
func (t *Trail) Name() string { return strings.Join(t.places, between) }

// Role returns RoleText.
func (t *Trail) Role() Role { return RoleText }

// Value returns nothing: the name says all.
func (t *Trail) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (t *Trail) AccessibilityLabel() string { return label(t) }

// AccessibilityRole serves Fyne.
func (t *Trail) AccessibilityRole() fyne.AccessibleRole { return role(t) }

// CreateRenderer serves Fyne.
func (t *Trail) CreateRenderer() fyne.WidgetRenderer { return render(t) }

func (t *Trail) paint() {
	t.line.text = t.cutTo(t.width)
	t.line.paint()
}

// cutTo returns the places in one line of a width; 0 for all of it.
func (t *Trail) cutTo(width float32) string {
	whole := joined(t.places)
	if width <= 0 || t.measure(whole) <= width {
		return whole
	}
	gap := t.measure("x"+between+"x") - t.measure("xx")
	shares := t.shares(width - gap*float32(len(t.places)-1))
	cut := make([]string, len(t.places))
	for i, p := range t.places {
		cut[i] = shorten(p, shares[i], t.measure)
	}
	return joined(cut)
}

// shares divides a width among the places: those that are shorter than their equal
// share keep what they need, the others share the rest.
func (t *Trail) shares(room float32) []float32 {
	out, open := make([]float32, len(t.places)), len(t.places)
	for again := true; again && open > 0; {
		again = false
		share := room / float32(open)
		for i, p := range t.places {
			if wide := t.measure(p); out[i] == 0 && wide <= share {
				out[i], again = wide, true
				room, open = room-wide, open-1
			}
		}
	}
	for i := range out {
		if out[i] == 0 {
			out[i] = room / float32(max(open, 1))
		}
	}
	return out
}

// joined puts places behind each other, each in its own direction.
func joined(places []string) string {
	const isolate, end = "\u2068", "\u2069"
	if len(places) < 2 {
		return strings.Join(places, "")
	}
	return isolate + strings.Join(places, end+between+isolate) + end
}

func (t *Trail) measure(text string) float32 { return lineWidth(t.dir, text, t.line.style) }

// natural is the width of the whole text; 0 for none.
func (t *Trail) natural() float32 {
	if t.Name() == "" {
		return 0
	}
	return float32(math.Ceil(float64(t.measure(joined(t.places)))))
}

func (t *Trail) place(size fyne.Size) {
	if size.Width != t.width {
		t.width = size.Width
		t.paint()
	}
	t.line.Resize(size)
}

func (t *Trail) least() fyne.Size {
	if t.Name() == "" {
		return fyne.Size{}
	}
	return fyne.NewSize(min(narrowest, t.line.MinSize().Width), t.line.pitch())
}

func (t *Trail) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.line} }
