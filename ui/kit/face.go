package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recourse/ui/theme"
)

// piece is a stretch of a line that one face draws.
type piece struct {
	text string
	face fyne.Resource // nil for that of the theme
}

// pieces cuts a line that is ready for Fyne into what each face draws. What is
// Chinese, Japanese or Korean has faces of its own, which the theme does not have
// room for.
func pieces(visual string) []piece {
	if !wideIn(visual) {
		return []piece{{visual, nil}}
	}
	var out []piece
	override, script := rune(0), theme.Common
	var now []rune
	flush := func() {
		if shown := appendShown(nil, now); len(shown) > 0 && (script != theme.Common || override == 0) {
			out = append(out, piece{string(shown), theme.Face(script)})
		} else if len(shown) > 0 {
			out = append(out, piece{string(append(append([]rune{leftMark, override}, shown...), popOverride)), nil})
		}
		now = now[:0]
	}
	for _, r := range visual {
		switch {
		case r == leftOverride || r == rightOverride || r == popOverride:
			flush()
			override, script = r, theme.Common
			if r == popOverride {
				override = 0
			}
			continue
		case r == leftMark:
			continue
		}
		if s := theme.ScriptOf(r); s != script && r != ' ' {
			flush()
			script = s
		}
		now = append(now, r)
	}
	flush()
	return out
}

// wideIn reports whether a face of its own is needed for a part of a text.
func wideIn(text string) bool {
	for _, r := range text {
		if r >= 0x1100 && theme.ScriptOf(r) != theme.Common {
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
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(p.text, points, style, p.face)
	return size.Width
}

// onto gives a text of the canvas the piece to draw.
func (p piece) onto(t *canvas.Text, points float32, style fyne.TextStyle) {
	t.Text, t.FontSource, t.TextSize, t.TextStyle = p.text, p.face, points, style
}
