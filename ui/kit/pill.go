package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Badge is a text on the soft ground of its tone: a pill or a notice.
type Badge struct {
	widget.BaseWidget
	text   *Label
	ground *ground
	x, y   float32 // room around the text
	round  bool
}

var (
	_ drawn           = (*Badge)(nil)
	_ Accessible      = (*Badge)(nil)
	_ fyne.Accessible = (*Badge)(nil)
)

// NewPill returns a short fact, such as a date, in a pill.
func NewPill(dir Direction, tone Tone, text string) *Badge {
	return newBadge(NewLabel(dir, StrongCaption, text).Toned(tone), 11, 3, true)
}

// NewNotice returns a sentence or two on the ground of the tone.
func NewNotice(dir Direction, tone Tone, text string) *Badge {
	return newBadge(NewLabel(dir, Hint, text).Toned(tone), 14, 10, false)
}

func newBadge(text *Label, x, y float32, round bool) *Badge {
	b := &Badge{text: text, x: x, y: y, round: round, ground: newGround("", "", 0, 8)}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the words and their tone.
func (b *Badge) SetText(tone Tone, text string) {
	b.text.text, b.text.tone = text, tone
	b.Refresh()
}

// Name returns the text in logical order.
func (b *Badge) Name() string { return b.text.text }

// Role returns RoleStatus.
func (b *Badge) Role() Role { return RoleStatus }

// Value returns nothing: the name says all.
func (b *Badge) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (b *Badge) AccessibilityLabel() string { return label(b) }

// AccessibilityRole serves Fyne.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return role(b) }

// CreateRenderer serves Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return render(b) }

func (b *Badge) paint() {
	b.ground.set(b.text.tone.ground(), "", 0)
	b.text.paint()
}

func (b *Badge) place(size fyne.Size) {
	b.text.Move(fyne.NewPos(b.x, b.y))
	fit(b.text, size.Width-2*b.x)
	if b.round {
		b.ground.radius = min(size.Height/2, b.text.pitch()/2+b.y)
		b.ground.paint()
	}
	b.ground.Resize(size)
}

// natural is the width of the badge with its text in one line.
func (b *Badge) natural() float32 { return b.text.natural() + 2*b.x }

func (b *Badge) least() fyne.Size { return b.text.MinSize().AddWidthHeight(2*b.x, 2*b.y) }

func (b *Badge) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.ground, b.text} }
