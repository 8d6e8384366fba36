package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// Select shows one of several options and opens a list of them. Options are
// known by their index.
type Select struct {
	control
	dir     Direction
	name    string
	options []string
	chosen  int
	hint    string
	wrong   bool
	changed func(int)
	text    *Label
	arrow   *Label
	ground  *ground
	list    *optionList // while it is open
	search  SearchWords // of a list that is searched
	also    [][]string
	indexed *index
	found   *searchList // while it is open
}

var (
	_ drawn           = (*Select)(nil)
	_ Accessible      = (*Select)(nil)
	_ fyne.Accessible = (*Select)(nil)
)

// NewSelect returns a list of options of which one is chosen; an index outside
// the options stands for none, and then the hint is drawn. It calls changed
// with the index of a new choice.
func NewSelect(dir Direction, name string, options []string, chosen int, hint string, changed func(int)) *Select {
	s := &Select{dir: dir, name: name, options: append([]string(nil), options...), chosen: chosen, hint: hint, changed: changed}
	s.text, s.arrow = NewLabel(dir, Body, ""), NewLine(LTR, Body, "▾")
	s.ground = newGround(theme.ColorCard, theme.ColorEdge, 1, 8)
	s.key = s.typed
	s.init(s, s.Open)
	return s
}

// Searched lets the list be searched by typing: by the words of the options, and
// by other words for them, also[i] for option i. It returns the select.
func (s *Select) Searched(words SearchWords, also [][]string) *Select {
	s.search, s.also = words, also
	return s
}

// Small sets the chosen option in caption size, for bars, and returns the select.
// Its height stays that of any target.
func (s *Select) Small() *Select {
	s.text.style, s.arrow.style = StrongCaption, Caption
	return s
}

// index returns the index of the options, which is made once.
func (s *Select) index() *index {
	if s.indexed == nil {
		s.indexed = newIndex(s.options, s.also)
	}
	return s.indexed
}

// searched reports whether the list is searched.
func (s *Select) searched() bool { return s.search.More != nil }

// Chosen returns the index of the chosen option, or -1.
func (s *Select) Chosen() int {
	if s.chosen < 0 || s.chosen >= len(s.options) {
		return -1
	}
	return s.chosen
}

// Choose sets the chosen option without calling back.
func (s *Select) Choose(i int) {
	s.chosen = i
	s.Refresh()
}

// SetWrong marks the field; the words that say what is wrong stand below it.
func (s *Select) SetWrong(wrong bool) {
	s.wrong = wrong
	s.Refresh()
}

// pick chooses an option for the person.
func (s *Select) pick(i int) {
	if i == s.Chosen() || i < 0 || i >= len(s.options) {
		return
	}
	s.Choose(i)
	if s.changed != nil {
		s.changed(i)
	}
}

// typed changes the choice with the arrow keys.
func (s *Select) typed(key fyne.KeyName) {
	switch key {
	case fyne.KeyDown:
		s.pick(s.Chosen() + 1)
	case fyne.KeyUp:
		s.pick(s.Chosen() - 1)
	}
}

// TypedRune goes to the next option that begins with the letter; where the list
// is searched, it opens it and searches.
func (s *Select) TypedRune(r rune) {
	if s.disabled {
		return
	}
	if s.searched() {
		if r != ' ' {
			s.openWith(string(r))
		}
		return
	}
	if i, ok := beginning(s.options, s.Chosen(), r); ok {
		s.pick(i)
	}
}

// Open shows the list of options.
func (s *Select) Open() { s.openWith("") }

// openWith shows the list, which begins to search with a text.
func (s *Select) openWith(text string) {
	on := fyne.CurrentApp().Driver().CanvasForObject(s)
	if on == nil || s.disabled || s.list != nil || s.found != nil {
		return
	}
	if s.searched() {
		s.found = openSearch(on, s, text)
		s.Refresh()
		return
	}
	s.list = openOptions(on, s)
}

// Name returns what is to be chosen.
func (s *Select) Name() string { return s.name }

// Role returns RoleSelect.
func (s *Select) Role() Role { return RoleSelect }

// Value returns the chosen option.
func (s *Select) Value() string {
	if i := s.Chosen(); i >= 0 {
		return s.options[i]
	}
	return ""
}

// AccessibilityLabel serves Fyne.
func (s *Select) AccessibilityLabel() string { return label(s) }

// AccessibilityRole serves Fyne.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return role(s) }

// CreateRenderer serves Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *Select) paint() {
	stroke, width := theme.ColorEdge, float32(1)
	switch {
	case s.focused || s.list != nil || s.found != nil:
		stroke, width = stock.ColorNamePrimary, 2
	case s.wrong:
		stroke, width = stock.ColorNameError, 2
	case s.hovered:
		stroke = theme.ColorSlate
	}
	s.ground.set(theme.ColorCard, stroke, width)
	s.text.text, s.text.tone = s.Value(), Ink
	if s.Chosen() < 0 {
		s.text.text, s.text.tone = s.hint, Slate
	}
	s.text.paint()
	s.arrow.tone = Slate
	s.arrow.paint()
}

func (s *Select) place(size fyne.Size) {
	s.ground.Resize(size)
	arrow := s.arrow.MinSize()
	s.arrow.Resize(arrow)
	s.arrow.Move(fyne.NewPos(mirrorX(s.dir, size.Width-fieldSide-arrow.Width, arrow.Width, size.Width), (size.Height-arrow.Height)/2))
	wide := size.Width - 2*fieldSide - arrow.Width - 8
	high := fit(s.text, wide)
	s.text.Move(fyne.NewPos(mirrorX(s.dir, fieldSide, wide, size.Width), (size.Height-high)/2))
}

func (s *Select) least() fyne.Size {
	text, arrow := s.text.MinSize(), s.arrow.MinSize()
	return fyne.NewSize(text.Width+arrow.Width+2*fieldSide+8, max(target+2, text.Height+20))
}

// natural is the width of the field with the present option in one line.
func (s *Select) natural() float32 {
	return s.text.natural() + s.arrow.MinSize().Width + 2*fieldSide + 8
}

func (s *Select) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.ground, s.text, s.arrow} }
