package kit

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"recourse/ui/theme"
)

// Progress shows how far something has come, from the side where the language
// begins. Words beside it say the same.
type Progress struct {
	widget.BaseWidget
	dir         Direction
	name, words string
	share       float32
	track, done *ground
}

var (
	_ drawn           = (*Progress)(nil)
	_ Accessible      = (*Progress)(nil)
	_ fyne.Accessible = (*Progress)(nil)
)

// NewProgress returns a bar with nothing done. The name says what it measures.
func NewProgress(dir Direction, name string) *Progress {
	p := &Progress{dir: dir, name: name}
	p.track = newGround(theme.ColorTrack, "", 0, 3)
	p.done = newGround(stock.ColorNamePrimary, "", 0, 3)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows a share from 0 to 1, and keeps the words that say it.
func (p *Progress) Set(share float32, words string) {
	p.share, p.words = min(max(share, 0), 1), words
	p.Refresh()
}

// Name returns what the bar measures.
func (p *Progress) Name() string { return p.name }

// Role returns RoleProgress.
func (p *Progress) Role() Role { return RoleProgress }

// Value returns the words that say how far it is.
func (p *Progress) Value() string { return p.words }

// AccessibilityLabel serves Fyne.
func (p *Progress) AccessibilityLabel() string { return label(p) }

// AccessibilityRole serves Fyne.
func (p *Progress) AccessibilityRole() fyne.AccessibleRole { return role(p) }

// CreateRenderer serves Fyne.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer { return render(p) }

func (p *Progress) paint() {
	p.track.paint()
	p.done.paint()
}

func (p *Progress) place(size fyne.Size) {
	wide := size.Width * p.share
	p.track.Resize(size)
	p.done.Resize(fyne.NewSize(wide, size.Height))
	p.done.Move(fyne.NewPos(mirrorX(p.dir, 0, wide, size.Width), 0))
	p.done.Hidden = p.share == 0
}

func (p *Progress) least() fyne.Size { return fyne.NewSize(48, 6) }

func (p *Progress) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.track, p.done} }
