package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Option is one thing to choose: its words, and a hint that may be empty.
type Option struct {
	Label, Hint string
}

// Choices is a list of options, of which one or several are chosen. Options are
// known by their index.
type Choices struct {
	widget.BaseWidget
	name    string
	cards   []*Choice
	column  *fyne.Container
	several bool
	changed func([]int)
}

var (
	_ drawn           = (*Choices)(nil)
	_ Accessible      = (*Choices)(nil)
	_ fyne.Accessible = (*Choices)(nil)
)

// NewRadios returns options of which one can be chosen, by index; -1 for none
// yet. It calls changed with the new choice.
func NewRadios(dir Direction, name string, options []Option, chosen int, changed func(int)) *Choices {
	c := newChoices(dir, name, options, false, func(now []int) { changed(now[0]) })
	c.Choose(chosen)
	return c
}

// NewChecks returns options of which any number can be chosen, by index. It
// calls changed with all that are chosen, in the order of the options.
func NewChecks(dir Direction, name string, options []Option, chosen []int, changed func([]int)) *Choices {
	c := newChoices(dir, name, options, true, changed)
	c.Choose(chosen...)
	return c
}

func newChoices(dir Direction, name string, options []Option, several bool, changed func([]int)) *Choices {
	c := &Choices{name: name, several: several, changed: changed, column: NewColumn(10)}
	for i, o := range options {
		card := newChoice(dir, o, several, func() { c.tap(i) })
		card.key = func(k fyne.KeyName) { c.move(i, k) }
		c.cards = append(c.cards, card)
		c.column.Add(card)
	}
	c.ExtendBaseWidget(c)
	return c
}

// tap chooses option i, or takes it back where several can be chosen.
func (c *Choices) tap(i int) {
	if c.several {
		c.cards[i].set(!c.cards[i].chosen)
	} else {
		if c.cards[i].chosen {
			return
		}
		c.Choose(i)
	}
	if c.changed != nil {
		c.changed(c.Chosen())
	}
}

// move goes to the option before or after i with the arrow keys.
func (c *Choices) move(i int, key fyne.KeyName) {
	switch {
	case key == fyne.KeyDown && i+1 < len(c.cards):
		c.cards[i+1].Focus()
	case key == fyne.KeyUp && i > 0:
		c.cards[i-1].Focus()
	}
}

// Choose sets what is chosen without calling back. An index outside the options
// stands for none.
func (c *Choices) Choose(chosen ...int) {
	for i, card := range c.cards {
		on := false
		for _, n := range chosen {
			on = on || n == i
		}
		card.set(on)
	}
}

// Chosen returns the indexes of the chosen options in their order.
func (c *Choices) Chosen() []int {
	var chosen []int
	for i, card := range c.cards {
		if card.chosen {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

// Cards returns the options as they stand on the page.
func (c *Choices) Cards() []*Choice { return append([]*Choice(nil), c.cards...) }

// Focus puts the keyboard on the chosen option, or on the first.
func (c *Choices) Focus() {
	for _, card := range c.cards {
		if card.chosen {
			card.Focus()
			return
		}
	}
	if len(c.cards) > 0 {
		c.cards[0].Focus()
	}
}

// Name returns what the options are for.
func (c *Choices) Name() string { return c.name }

// Role returns RoleGroup.
func (c *Choices) Role() Role { return RoleGroup }

// Value returns the words of the chosen options.
func (c *Choices) Value() string {
	var words []string
	for _, i := range c.Chosen() {
		words = append(words, c.cards[i].text.text)
	}
	return strings.Join(words, "; ")
}

// AccessibilityLabel serves Fyne.
func (c *Choices) AccessibilityLabel() string { return label(c) }

// AccessibilityRole serves Fyne.
func (c *Choices) AccessibilityRole() fyne.AccessibleRole { return role(c) }

// CreateRenderer serves Fyne.
func (c *Choices) CreateRenderer() fyne.WidgetRenderer { return render(c) }

func (c *Choices) paint()                     {}
func (c *Choices) place(size fyne.Size)       { c.column.Resize(size) }
func (c *Choices) least() fyne.Size           { return c.column.MinSize() }
func (c *Choices) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.column} }

func (c *Choices) held() []fyne.CanvasObject { return c.column.Objects }
