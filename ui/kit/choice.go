package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// Choice is one option on a card of its own, with its sign, its words and a
// hint below them. The whole card can be tapped.
type Choice struct {
	control
	dir     Direction
	several bool
	chosen  bool
	text    *Label
	hint    *Label
	ground  *ground
	sign    *sign
	dot     *ground
}

var (
	_ drawn           = (*Choice)(nil)
	_ Accessible      = (*Choice)(nil)
	_ fyne.Accessible = (*Choice)(nil)
)

// NewCheck returns a choice by itself, that calls changed with what it has
// become.
func NewCheck(dir Direction, o Option, chosen bool, changed func(bool)) *Choice {
	c := newChoice(dir, o, true, nil)
	c.chosen = chosen
	c.act = func() {
		c.set(!c.chosen)
		changed(c.chosen)
	}
	return c
}

func newChoice(dir Direction, o Option, several bool, act func()) *Choice {
	c := &Choice{dir: dir, several: several, text: NewLabel(dir, Strong, o.Label), hint: NewLabel(dir, Caption, o.Hint)}
	c.hint.Hidden = o.Hint == ""
	c.ground = newGround(theme.ColorCard, theme.ColorLine, 1, 10)
	c.sign, c.dot = newSign(20, 10), newGround("", "", 0, 4)
	if several {
		c.sign = newSign(20, 4)
	}
	c.init(c, act)
	return c
}

// Plain sets the words of the choice in running text, where many stand in a list,
// and returns it.
func (c *Choice) Plain() *Choice {
	c.text.style = Body
	return c
}

// Set chooses the option, or not, without calling back.
func (c *Choice) Set(on bool) { c.set(on) }

// set chooses the option, or not, without telling anyone.
func (c *Choice) set(on bool) {
	c.chosen = on
	c.Refresh()
}

// Chosen reports whether the option is chosen.
func (c *Choice) Chosen() bool { return c.chosen }

// Name returns the words of the option and its hint.
func (c *Choice) Name() string {
	if c.hint.text == "" {
		return c.text.text
	}
	return c.text.text + ". " + c.hint.text
}

// Role returns RoleCheck or RoleRadio.
func (c *Choice) Role() Role {
	if c.several {
		return RoleCheck
	}
	return RoleRadio
}

// Value returns "true" or "false".
func (c *Choice) Value() string { return strconv.FormatBool(c.chosen) }

// AccessibilityLabel serves Fyne.
func (c *Choice) AccessibilityLabel() string { return label(c) }

// AccessibilityRole serves Fyne.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return role(c) }

// CreateRenderer serves Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return render(c) }

func (c *Choice) paint() {
	fill, stroke, width := theme.ColorCard, theme.ColorLine, float32(1)
	switch {
	case c.chosen:
		fill, stroke, width = theme.ColorSoftTeal, stock.ColorNamePrimary, 2
	case c.hovered:
		stroke = theme.ColorEdge
	}
	if c.focused {
		stroke, width = stock.ColorNamePrimary, 3
	}
	c.ground.set(fill, stroke, width)
	c.paintSign()
	c.text.paint()
	c.hint.paint()
}

func (c *Choice) paintSign() {
	c.dot.Hidden = !c.chosen || c.several
	switch {
	case c.chosen && c.several:
		c.sign.set("✓", stock.ColorNameForegroundOnPrimary, stock.ColorNamePrimary, stock.ColorNamePrimary)
	case c.chosen:
		c.sign.set("", "", stock.ColorNamePrimary, stock.ColorNamePrimary)
		c.dot.set(stock.ColorNameForegroundOnPrimary, "", 0)
	default:
		c.sign.set("", "", theme.ColorCard, theme.ColorEdge)
	}
}

// The measures of a card: room at the sides, above and below, between its sign
// and its words, and the sign at scale 1.
const (
	choiceSide  = 16
	choiceAbove = 14
	choiceGap   = 14
	choiceSign  = 20
)

// indent is the distance from the beginning of the card to its words.
func (c *Choice) indent() float32 { return choiceSide + scaled(choiceSign) + choiceGap }

func (c *Choice) place(size fyne.Size) {
	c.ground.Resize(size)
	wide := size.Width - c.indent() - choiceSide
	x := mirrorX(c.dir, c.indent(), wide, size.Width)
	high := fit(c.text, wide)
	top := max(choiceAbove, (size.Height-high)/2)
	if !c.hint.Hidden {
		top = choiceAbove
		fit(c.hint, wide)
		c.hint.Move(fyne.NewPos(x, top+high))
	}
	c.text.Move(fyne.NewPos(x, top))
	c.placeSign(top+c.text.pitch()/2, size.Width)
}

// placeSign centres the sign, and the dot in it, on the first line.
func (c *Choice) placeSign(middle, whole float32) {
	side, dot := scaled(choiceSign), scaled(8)
	c.sign.Resize(fyne.NewSquareSize(side))
	c.sign.Move(fyne.NewPos(mirrorX(c.dir, choiceSide, side, whole), middle-side/2))
	c.dot.radius = dot / 2
	c.dot.paint()
	c.dot.Resize(fyne.NewSquareSize(dot))
	c.dot.Move(fyne.NewPos(mirrorX(c.dir, choiceSide+(side-dot)/2, dot, whole), middle-dot/2))
}

func (c *Choice) least() fyne.Size {
	text := c.text.MinSize()
	size := fyne.NewSize(text.Width+c.indent()+choiceSide, text.Height+2*choiceAbove)
	if !c.hint.Hidden {
		size.Height += c.hint.MinSize().Height
	}
	return fyne.NewSize(size.Width, max(target, size.Height))
}

func (c *Choice) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ground, c.sign, c.dot, c.text, c.hint}
}
