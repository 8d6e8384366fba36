package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// Phrase shows words that are to be written down: each large and by itself, in
// their order, from left to right.
type Phrase struct {
	widget.BaseWidget
	name   string
	text   string
	row    *fyne.Container
	ground *ground
}

var (
	_ drawn           = (*Phrase)(nil)
	_ Accessible      = (*Phrase)(nil)
	_ fyne.Accessible = (*Phrase)(nil)
)

// NewPhrase returns the words of a text under a name. Between them stands a space;
// they go on below where the width is used up.
func NewPhrase(name, text string) *Phrase {
	p := &Phrase{name: name, ground: newGround(theme.ColorSoftTeal, "", 0, 10), row: NewFlow(LTR, 14)}
	p.ExtendBaseWidget(p)
	p.SetText(text)
	return p
}

// SetText changes the words.
func (p *Phrase) SetText(text string) {
	if text == p.text {
		return
	}
	p.text, p.row.Objects = text, nil
	for _, word := range strings.Fields(text) {
		p.row.Add(NewLine(LTR, Title, word).Toned(Teal))
	}
	p.Refresh()
}

// Name returns what the words are.
func (p *Phrase) Name() string { return p.name }

// Role returns RoleText.
func (p *Phrase) Role() Role { return RoleText }

// Value returns the words.
func (p *Phrase) Value() string { return p.text }

// AccessibilityLabel serves Fyne.
func (p *Phrase) AccessibilityLabel() string { return label(p) }

// AccessibilityRole serves Fyne.
func (p *Phrase) AccessibilityRole() fyne.AccessibleRole { return role(p) }

// CreateRenderer serves Fyne.
func (p *Phrase) CreateRenderer() fyne.WidgetRenderer { return render(p) }

// phraseRoom is the room around the words.
const phraseRoom = 18

func (p *Phrase) paint() { p.ground.paint() }

func (p *Phrase) place(size fyne.Size) {
	p.ground.Resize(size)
	p.row.Move(fyne.NewPos(phraseRoom, phraseRoom))
	fit(p.row, size.Width-2*phraseRoom)
}

func (p *Phrase) least() fyne.Size { return p.row.MinSize().AddWidthHeight(2*phraseRoom, 2*phraseRoom) }

func (p *Phrase) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.ground, p.row} }
