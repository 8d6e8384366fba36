package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recourse/ui/theme"
)

// piece is a stretch of a line that one face draws.
type piece struct {
	text   string
	script theme.Script
}

// pieces cuts a line that is ready for Fyne into what each face draws.
func pieces(visual string) []piece {
	if !mixed(visual) {
		return []piece{{visual, theme.Common}}
	}
	c := cutter{}
	for _, r := range visual {
		switch r {
		case leftOverride, rightOverride:
			c.flush()
			c.override, c.script = r, theme.Common
		case popOverride:
			c.flush()
			c.override, c.script = 0, theme.Common
		case leftMark:
		default:
			c.take(r)
		}
	}
	c.flush()
	return c.out
}

// cutter cuts a line into pieces.
type cutter struct {
	out      []piece
	now      []rune
	script   theme.Script
	override rune // that the present stretch is under, or 0
}

// take goes on with a character. Spaces, marks and joiners belong to what is before
// them.
func (c *cutter) take(r rune) {
	goesOn := r == ' ' || unicode.IsMark(r) || r == '\u200d'
	if s := theme.ScriptOf(r); s != c.script && !(goesOn && len(c.now) > 0) {
		c.flush()
		c.script = s
	}
	c.now = append(c.now, r)
}

// flush ends a piece. What Fyne could order anew keeps its override.
func (c *cutter) flush() {
	shown := appendShown(nil, c.now)
	c.now = c.now[:0]
	switch {
	case len(shown) == 0:
		return
	case c.override != 0 && (c.script == theme.Common || c.script == theme.Foreign):
		shown = append(append([]rune{leftMark, c.override}, shown...), popOverride)
	}
	c.out = append(c.out, piece{string(shown), c.script})
}

// mixed reports whether a text needs more than the face that most is in.
func mixed(text string) bool {
	for _, r := range text {
		if r >= 0x250 && theme.ScriptOf(r) != theme.Common {
			return true
		}
	}
	return false
}

// textWidth returns how wide a line is that is ready for Fyne.
func textWidth(visual string, points float32, style fyne.TextStyle) float32 {
	wide := float32(0)
	for _, p := range pieces(visual) {
		wide += p.width(points, style)
	}
	return wide
}

func (p piece) width(points float32, style fyne.TextStyle) float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(p.text, points, style, theme.Face(p.script, style.Bold))
	return size.Width
}

// onto gives a text of the canvas the piece to draw.
func (p piece) onto(t *canvas.Text, points float32, style fyne.TextStyle) {
	t.Text, t.FontSource, t.TextSize, t.TextStyle = p.text, theme.Face(p.script, style.Bold), points, style
}
