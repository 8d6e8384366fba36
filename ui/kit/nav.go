package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/theme"
)

// StepState is how far a place of the way has come.
type StepState uint8

const (
	// Open is a step that was not begun or not finished.
	Open StepState = iota
	// Current is the step on screen.
	Current
	// Done is a step with nothing missing.
	Done
	// Attention is a step that something is wrong in.
	Attention
)

// Step is a place of the way in the side column: a sign for its state and its
// words.
type Step struct {
	control
	dir    Direction
	number string
	words  string
	state  StepState
	text   *Label
	ground *ground
	sign   *sign
}

var (
	_ drawn           = (*Step)(nil)
	_ Accessible      = (*Step)(nil)
	_ fyne.Accessible = (*Step)(nil)
)

// NewStep returns a step that calls act when it is chosen. The number stands in
// its sign while the step is open or current; the words of the state are for
// those who do not see the sign.
func NewStep(dir Direction, number, text string, state StepState, words string, act func()) *Step {
	s := &Step{dir: dir, number: number, words: words, state: state, text: NewLabel(dir, Body, text)}
	s.ground, s.sign = newGround("", "", 0, 8), newSign(22, 11)
	s.init(s, act)
	return s
}

// Set changes the state and its words.
func (s *Step) Set(state StepState, words string) {
	s.state, s.words = state, words
	s.Refresh()
}

// State returns the state of the step.
func (s *Step) State() StepState { return s.state }

// Name returns the words of the step.
func (s *Step) Name() string { return s.text.text }

// Role returns RoleStep.
func (s *Step) Role() Role { return RoleStep }

// Value returns the words of the state.
func (s *Step) Value() string { return s.words }

// AccessibilityLabel serves Fyne.
func (s *Step) AccessibilityLabel() string { return label(s) }

// AccessibilityRole serves Fyne.
func (s *Step) AccessibilityRole() fyne.AccessibleRole { return role(s) }

// CreateRenderer serves Fyne.
func (s *Step) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *Step) paint() {
	fill, stroke, width := fyne.ThemeColorName(""), fyne.ThemeColorName(""), float32(0)
	s.text.style = Body
	switch {
	case s.state == Current:
		fill, stroke, width = theme.ColorCard, theme.ColorLine, 1
		s.text.style = Strong
	case s.hovered:
		fill = stock.ColorNameHover
	}
	if s.focused {
		stroke, width = stock.ColorNamePrimary, 2
	}
	s.ground.set(fill, stroke, width)
	s.paintSign()
	s.text.paint()
}

func (s *Step) paintSign() {
	switch s.state {
	case Open:
		s.sign.set(s.number, theme.ColorSlate, "", theme.ColorSlate)
	case Current:
		s.sign.set(s.number, stock.ColorNamePrimary, "", stock.ColorNamePrimary)
	case Done:
		s.sign.set("✓", stock.ColorNameForegroundOnPrimary, stock.ColorNamePrimary, stock.ColorNamePrimary)
	case Attention:
		s.sign.set("!", stock.ColorNameWarning, "", stock.ColorNameWarning)
	}
}

// The measures of a step: room at its beginning and between its sign and its
// words, and the sign at scale 1.
const (
	stepSide = 12
	stepSign = 22
)

// indent is the distance from the beginning of the step to its words.
func (s *Step) indent() float32 { return 2*stepSide + scaled(stepSign) }

func (s *Step) place(size fyne.Size) {
	s.ground.Resize(size)
	wide, side := size.Width-s.indent()-8, scaled(stepSign)
	high := fit(s.text, wide)
	top := (size.Height - high) / 2
	s.text.Move(fyne.NewPos(mirrorX(s.dir, s.indent(), wide, size.Width), top))
	s.sign.Resize(fyne.NewSquareSize(side))
	s.sign.Move(fyne.NewPos(mirrorX(s.dir, stepSide, side, size.Width), top+(s.text.pitch()-side)/2))
}

func (s *Step) least() fyne.Size {
	text := s.text.MinSize()
	return fyne.NewSize(text.Width+s.indent()+8, max(target, text.Height+16))
}

func (s *Step) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ground, s.sign, s.text}
}
