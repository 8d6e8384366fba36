package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// optionList is the open list of a Select. The arrow keys move in it, a letter
// goes to the next option that begins with it, space and enter choose, escape
// and a tap beside it close it.
type optionList struct {
	widget.List
	of    *Select
	now   int // the option under the keyboard
	popup *widget.PopUp
}

// openOptions shows the list below its select, or above it where there is more
// room.
func openOptions(on fyne.Canvas, s *Select) *optionList {
	l := &optionList{of: s}
	l.Length = func() int { return len(s.options) }
	l.CreateItem = func() fyne.CanvasObject { return newOption(s.dir) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*option).set(s.options[i], i == s.Chosen()) }
	l.OnHighlighted = func(i widget.ListItemID) { l.now = i }
	l.OnSelected = func(i widget.ListItemID) { l.close(i) }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.popup = widget.NewPopUp(l, on)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	wide := max(s.Size().Width, l.unbroken())
	top, height := room(at.Y, s.Size().Height, on.Size().Height, l.heights(wide))
	l.popup.Resize(fyne.NewSize(wide, height))
	l.popup.ShowAtPosition(fyne.NewPos(beside(s.dir, at.X, s.Size().Width, wide, on.Size().Width), top))
	on.Focus(l)
	l.Highlight(max(s.Chosen(), 0))
	return l
}

// heights gives each option the height of its lines at a width, and returns the
// height of all, with the gaps between them.
func (l *optionList) heights(width float32) float32 {
	row, all := newOption(l.of.dir), float32(0)
	usual := row.MinSize().Height
	for i, text := range l.of.options {
		row.set(text, false)
		high := fit(row, width)
		if high > usual {
			l.SetItemHeight(i, high)
		}
		all += high + stock.Padding()
	}
	return all
}

// unbroken returns the width at which no word of an option is broken.
func (l *optionList) unbroken() float32 {
	row, wide := newOption(l.of.dir), float32(0)
	for _, text := range l.of.options {
		for _, word := range strings.Fields(text) {
			wide = max(wide, NewLine(l.of.dir, Body, word).MinSize().Width)
		}
	}
	return wide + row.beside()
}

// beside returns the left edge of a list of some width at a thing at x: both begin
// at the same edge, and the list stays on a canvas of the given whole.
func beside(dir Direction, x, thing, wide, whole float32) float32 {
	if dir == RTL {
		x += thing - wide
	}
	return max(0, min(x, whole-wide))
}

// room returns top and height of a list that wants some height, beside a thing
// at y of the given height on a canvas of the given whole.
func room(y, high, whole, wanted float32) (top, height float32) {
	const edge, most = 8, 8 * (target + 4)
	below, above := whole-y-high-edge, y-edge
	wanted = min(wanted, most)
	if wanted <= below || below >= above {
		return y + high, min(wanted, below)
	}
	height = min(wanted, above)
	return y - height, height
}

// close takes the list away and chooses option i; a negative one changes
// nothing.
func (l *optionList) close(i int) {
	l.popup.Hide()
	l.of.list = nil
	l.of.Focus()
	l.of.pick(i)
	l.of.Refresh()
}

// FocusLost closes the list where the person went elsewhere.
func (l *optionList) FocusLost() {
	l.List.FocusLost()
	if l.of.list == l {
		l.popup.Hide()
		l.of.list = nil
		l.of.Refresh()
	}
}

// TypedKey serves Fyne.
func (l *optionList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		l.close(-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.close(l.now)
	default:
		l.List.TypedKey(e)
	}
}

// TypedRune goes to the next option that begins with the letter.
func (l *optionList) TypedRune(r rune) {
	if i, ok := beginning(l.of.options, l.now, r); ok {
		l.Highlight(i)
	}
}

// beginning returns the first option after i, in a round, that begins with r.
func beginning(options []string, i int, r rune) (int, bool) {
	for n := range options {
		k := (max(i, -1) + 1 + n) % len(options)
		for _, first := range options[k] {
			if strings.EqualFold(string(first), string(r)) {
				return k, true
			}
			break
		}
	}
	return 0, false
}

// option is a row of the list.
type option struct {
	widget.BaseWidget
	dir    Direction
	chosen bool
	here   bool // under the keyboard, which is elsewhere
	text   *Label
	mark   *Label
	ground *ground
}

func newOption(dir Direction) *option {
	o := &option{dir: dir, text: NewLabel(dir, Body, ""), mark: NewLine(LTR, Body, "✓").Toned(Teal)}
	o.ground = newGround("", "", 0, 6)
	o.ExtendBaseWidget(o)
	return o
}

func (o *option) set(text string, chosen bool) {
	o.text.text, o.chosen = text, chosen
	o.Refresh()
}

// Name returns the words of the option.
func (o *option) Name() string { return o.text.text }

// AccessibilityLabel serves Fyne.
func (o *option) AccessibilityLabel() string { return o.text.text }

// AccessibilityRole serves Fyne.
func (o *option) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (o *option) CreateRenderer() fyne.WidgetRenderer { return render(o) }

func (o *option) paint() {
	fill := fyne.ThemeColorName("")
	if o.chosen {
		fill = theme.ColorSoftTeal
	}
	o.ground.set(fill, "", 0)
	if o.here {
		o.ground.set(fill, stock.ColorNamePrimary, 2)
	}
	o.mark.Hidden = !o.chosen
	o.text.paint()
	o.mark.paint()
}

func (o *option) place(size fyne.Size) {
	const stroke = 3 // room for it, since a list cuts what it holds
	o.ground.Move(fyne.NewPos(stroke, stroke))
	o.ground.Resize(size.SubtractWidthHeight(2*stroke, 2*stroke))
	mark := o.mark.MinSize()
	o.mark.Resize(mark)
	o.mark.Move(fyne.NewPos(mirrorX(o.dir, size.Width-fieldSide-mark.Width, mark.Width, size.Width), (size.Height-mark.Height)/2))
	wide := size.Width - o.beside()
	high := fit(o.text, wide)
	o.text.Move(fyne.NewPos(mirrorX(o.dir, fieldSide, wide, size.Width), (size.Height-high)/2))
}

// beside is the width that the words do not have: the edges and the mark.
func (o *option) beside() float32 { return 2*fieldSide + o.mark.MinSize().Width + 8 }

func (o *option) least() fyne.Size {
	text := o.text.MinSize()
	return fyne.NewSize(text.Width+2*fieldSide, max(target, text.Height+16))
}

func (o *option) parts() []fyne.CanvasObject { return []fyne.CanvasObject{o.ground, o.text, o.mark} }

// AccessibilityLabel serves Fyne: it tells the option under the keyboard.
func (l *optionList) AccessibilityLabel() string {
	if l.now < 0 || l.now >= len(l.of.options) {
		return l.of.name
	}
	return l.of.options[l.now]
}

// AccessibilityRole serves Fyne.
func (l *optionList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
