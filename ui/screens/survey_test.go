package screens

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"recourse/ui/kit"
)

// rect is a part of the window.
type rect struct{ left, top, right, bottom float32 }

func place(at fyne.Position, size fyne.Size) rect {
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (r rect) and(s rect) rect {
	return rect{max(r.left, s.left), max(r.top, s.top), min(r.right, s.right), min(r.bottom, s.bottom)}
}

// holds tells whether s lies in r but for some units.
func (r rect) holds(s rect, but float32) bool {
	return s.left >= r.left-but && s.right <= r.right+but && s.top >= r.top-but && s.bottom <= r.bottom+but
}

// meets tells whether the two have more than some units in common.
func (r rect) meets(s rect, more float32) bool {
	both := r.and(s)
	return both.right-both.left > more && both.bottom-both.top > more
}

// seen is a text on screen: the part of the window that its letters take, without
// the room that a line has for marks above and below them.
type seen struct {
	text string
	rect rect
}

// filled is a coloured part of the window.
type filled struct {
	rect  rect
	shade color.Color
}

// survey is what is wrong on a window: see look.
type survey struct {
	window rect
	texts  []seen
	fills  []filled
	faults []string
}

// surround is what a thing on screen lies in.
type surround struct {
	clip   rect // what is seen of it, from side to side
	tall   rect // the innermost thing that does not scroll
	widget string
	typing bool // in a field, where a text may be longer than its place
	moved  bool // in something that scrolls
}

// surveyed measures a window.
func surveyed(content fyne.CanvasObject, size fyne.Size) *survey {
	s := &survey{window: place(fyne.Position{}, size)}
	s.walk(content, fyne.Position{}, surround{clip: s.window, tall: s.window})
	s.overlaps()
	return s
}

func (s *survey) fault(format string, args ...any) {
	s.faults = append(s.faults, fmt.Sprintf(format, args...))
}

func (s *survey) walk(o fyne.CanvasObject, at fyne.Position, in surround) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if a, ok := o.(kit.Accessible); ok {
		s.named(o, a)
	}
	switch x := o.(type) {
	case *canvas.Text:
		s.text(x, at, in)
	case *canvas.Rectangle:
		if _, _, _, alpha := x.FillColor.RGBA(); alpha == 0xffff {
			s.fills = append(s.fills, filled{place(at, x.Size()).and(in.clip), x.FillColor})
		}
	case *container.Scroll:
		s.scroll(x, at, in)
	case fyne.Widget:
		s.widget(x, at, in)
	case *fyne.Container:
		for _, part := range x.Objects {
			s.walk(part, at, in)
		}
	}
}

// scroll measures what can be scrolled up and down: it may be as high as it wants,
// but enough of it has to be seen. One within another is brought in sight by that.
func (s *survey) scroll(x *container.Scroll, at fyne.Position, in surround) {
	own := place(at, x.Size())
	const least = 160
	if seen := own.and(s.window); !in.moved && seen.bottom-seen.top < least && x.Content.Size().Height > seen.bottom-seen.top {
		s.fault("only %.0f of a page of %.0f are in sight", seen.bottom-seen.top, x.Content.Size().Height)
	}
	in.clip, in.moved = in.clip.and(own), true
	in.tall = rect{in.tall.left, -math.MaxFloat32, in.tall.right, math.MaxFloat32}
	for _, part := range test.WidgetRenderer(x).Objects() {
		s.walk(part, at, in)
	}
}

func (s *survey) widget(x fyne.Widget, at fyne.Position, in surround) {
	own := place(at, x.Size())
	_, tap := x.(fyne.Tappable)
	if a, ok := x.(kit.Accessible); ok {
		if tap && x.Size().Height < 44 {
			s.fault("%T %q is only %.0f high", x, a.Name(), x.Size().Height)
		}
		empty := x.Size() == fyne.Size{} // a text that waits for its words
		if !empty && !in.tall.holds(own, 1) {
			s.fault("%T %q leaves what it lies in: %.0f, not in %.0f", x, a.Name(), own, in.tall)
		}
		if _, label := x.(*kit.Label); !label {
			in.widget = a.Name()
		}
		in.tall = own
	}
	if _, entry := x.(*kit.Entry); entry {
		in.typing = true
	}
	if _, cut := x.(fyne.Scrollable); cut && in.typing {
		in.clip = in.clip.and(own) // the part of a field in which its text is seen
	}
	for _, part := range test.WidgetRenderer(x).Objects() {
		s.walk(part, at, in)
	}
}

func (s *survey) named(o fyne.CanvasObject, a kit.Accessible) {
	if _, label := o.(*kit.Label); strings.TrimSpace(a.Name()) == "" && !label {
		s.fault("a %T without a name", o)
	}
	if _, button := o.(*kit.Button); button && !strings.ContainsFunc(a.Name(), unicode.IsLetter) {
		s.fault("a button is called %q, which is no word", a.Name())
	}
	if strings.Contains(a.Name()+a.Value(), "⟦") {
		s.fault("a text is missing: %q", a.Name())
	}
}

// text measures one text: whether it has its place, whether it is cut, and whether
// it can be read on its ground.
func (s *survey) text(x *canvas.Text, at fyne.Position, in surround) {
	if strings.TrimSpace(x.Text) == "" {
		return
	}
	wide, left := x.MinSize().Width, at.X
	switch x.Alignment {
	case fyne.TextAlignTrailing:
		left = at.X + x.Size().Width - wide
	case fyne.TextAlignCenter:
		left = at.X + (x.Size().Width-wide)/2
	}
	middle, half := at.Y+x.Size().Height/2, x.TextSize*0.6
	own := rect{left, middle - half, left + wide, middle + half}
	if in.typing {
		if own = own.and(in.clip); own.right > own.left && own.bottom > own.top {
			s.texts = append(s.texts, seen{x.Text, own})
		}
		return
	}
	if own.left < in.clip.left-1 || own.right > in.clip.right+1 {
		s.fault("%q stands from %.0f to %.0f, where %.0f to %.0f is seen", x.Text, own.left, own.right, in.clip.left, in.clip.right)
	}
	if !in.tall.holds(own, 2) {
		s.fault("%q leaves its place: %.0f, not in %.0f", x.Text, own, in.tall)
	}
	if x.Size().Width > 0 && wide > x.Size().Width+2 && strings.ContainsFunc(x.Text, unicode.IsLetter) {
		s.fault("%q is %.0f wide in a place of %.0f", x.Text, wide, x.Size().Width)
	}
	if shown := own.and(in.clip); shown.bottom-shown.top > half {
		s.readable(x, shown)
		s.texts = append(s.texts, seen{x.Text, shown})
	}
}

// readable measures the contrast of a text with what was filled below it last, or
// else with the window.
func (s *survey) readable(x *canvas.Text, own rect) {
	shade := theme.Color(theme.ColorNameBackground)
	for i := len(s.fills) - 1; i >= 0; i-- {
		if s.fills[i].rect.holds(own, 1) {
			shade = s.fills[i].shade
			break
		}
	}
	if got := contrast(x.Color, shade); got < 4.5 {
		s.fault("%q has a contrast of %.1f with its ground", x.Text, got)
	}
}

// overlaps finds texts that lie on others.
func (s *survey) overlaps() {
	for i, a := range s.texts {
		for _, b := range s.texts[:i] {
			if a.rect.meets(b.rect, 2) {
				s.fault("%q lies on %q: %.0f, %.0f", a.text, b.text, a.rect, b.rect)
			}
		}
	}
}

// contrast is that of WCAG 2.2.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	part := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// The sizes of the window that every screen has to hold at.
var (
	usual = fyne.NewSize(1280, 820)
	small = fyne.NewSize(1024, 700)
)

// look reports what is wrong on a window, in its usual size and in the smallest: a
// widget without a name or lower than a finger needs, a text that no catalog has,
// that is cut, leaves its place, lies on another, or cannot be read on its ground,
// a page of which hardly anything is seen, a bar of too many lines.
func look(t *testing.T, name string, w fyne.Window) {
	t.Helper()
	now, other := w.Canvas().Size(), usual
	if now == usual {
		other = small
	}
	for _, size := range []fyne.Size{now, other} { // the other one stays, which spares a change of size
		w.Resize(size)
		s := surveyed(w.Content(), size)
		for _, f := range s.faults {
			t.Errorf("%s at %.0f: %s", name, size.Width, f)
		}
		if b := topBar(w.Content()); b != nil && barLines(b) > mostLines() {
			t.Errorf("%s at %.0f: the bar has %d lines", name, size.Width, barLines(b))
		}
		if len(s.texts) < 3 {
			t.Errorf("%s: only %d texts on screen", name, len(s.texts))
		}
	}
	free(t, w)
}

// The survey finds what it is for.
func TestSurveyFindsFaults(t *testing.T) {
	label := func(text string) fyne.CanvasObject { return kit.NewLine(kit.LTR, kit.Body, text) }
	narrow := label("far too long for its place")
	over := container.NewWithoutLayout(label("one"), label("two"))
	for _, o := range over.Objects {
		o.Resize(o.MinSize())
	}
	for _, c := range []struct {
		name, want string
		o          fyne.CanvasObject
	}{
		{"narrow", "wide in a place of", kit.NewWidth(60, narrow)},
		{"overlap", "lies on", over},
		{"low", "leaves what it lies in", &fyne.Container{Layout: low{}, Objects: []fyne.CanvasObject{kit.NewNotice(kit.LTR, kit.Red, "one line and another line and another one")}}},
		{"outside", "is seen", container.NewVScroll(kit.NewWidth(400, label("a text that goes on beyond the side")))},
		{"faint", "contrast", kit.NewLine(kit.LTR, kit.Body, "faint").Toned(kit.OnTeal)},
		{"small", "high", &fyne.Container{Layout: low{}, Objects: []fyne.CanvasObject{kit.NewButton(kit.LTR, kit.Primary, "low", nil)}}},
		{"nameless", "without a name", kit.NewButton(kit.LTR, kit.Primary, "", nil)},
		{"wordless", "no word", kit.NewButton(kit.LTR, kit.Primary, "☰ ", nil)},
		{"missing", "is missing", label("⟦ui.missing⟧")},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, w := show(t, "en", map[string][]byte{})
			w.SetContent(container.NewStack(c.o))
			w.Resize(fyne.NewSize(200, 300))
			if got := surveyed(w.Content(), w.Canvas().Size()).faults; !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("found %q", got)
			}
		})
	}
}

// low gives its one thing too little height.
type low struct{}

func (low) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 20) }
func (low) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	o[0].Resize(fyne.NewSize(100, 20))
}
