package screens

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"recourse/ui/kit"
)

// shell is the layout of a screen with all its parts: a bar at the top, a side
// column, the page, a column of help or one with the pages of a document, a bar
// at the bottom. Any but the page may be nil. The order of its objects is that of
// the Tab key: the page, the bottom, the paper, the side, the help, the top. A side
// column that has no room folds away: a button above the page then shows it in the
// place of the page.
type shell struct {
	top, side, page, help, paper, bottom fyne.CanvasObject
	rtl                                  bool
	sideName                             string            // words of the button
	fold                                 fyne.CanvasObject // the button
	whole                                *fyne.Container
	open                                 bool        // the folded side stands in the place of the page
	sideWide                             float32     // of the side where there is room; 0 for the usual width
	wanted                               func() bool // whether help or paper have something to show; nil for always
}

// The widths of the columns, and the least one of the page beside the help.
const (
	sideWidth = 280
	helpWidth = 300
	leastPage = 420
	leastText = 480 // of the page beside the paper
	mostSide  = 1.4 // a column grows no more than this with its text
	wideFrom  = 880 // of all beside a wide side
)

func newShell(s shell) *fyne.Container {
	c := &fyne.Container{Layout: &s}
	s.whole = c
	if s.side != nil {
		dir := kit.LTR
		if s.rtl {
			dir = kit.RTL
		}
		s.fold = kit.NewInset(16, 0, kit.NewFlow(dir, 0, kit.NewButton(dir, kit.Quiet, "☰  "+s.sideName, s.toggle).Small()))
	}
	for _, o := range []fyne.CanvasObject{s.page, s.bottom, s.paper, s.fold, s.side, s.help, s.top} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// toggle shows the folded side, or the page again.
func (s *shell) toggle() {
	s.open = !s.open
	s.whole.Refresh()
}

// showPage shows the page of a screen where its folded side stands in its place.
func showPage(screen *fyne.Container) {
	if s, ok := screen.Layout.(*shell); ok && s.open {
		s.toggle()
	}
}

// MinSize serves Fyne.
func (s *shell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout serves Fyne. Where the page would become too narrow, the help goes, or
// the side for the paper, or else the paper; and the side where text is large.
func (s *shell) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := height(s.top, size.Width), height(s.bottom, size.Width)
	high := size.Height - top - bottom
	side, behind := s.columns(size.Width)
	s.put(s.top, 0, 0, size.Width, top, size.Width)
	s.put(s.bottom, 0, size.Height-bottom, size.Width, bottom, size.Width)
	begin, fold := top, float32(0)
	if s.folded(side) {
		fold = height(s.fold, size.Width-behind)
		s.put(s.fold, 0, top, size.Width-behind, fold, size.Width)
		begin += fold
	}
	if s.open {
		side = size.Width - behind
	}
	s.put(s.side, 0, begin, side, high-fold, size.Width)
	s.put(s.page, side, begin, size.Width-side-behind, high-fold, size.Width)
	s.put(s.help, size.Width-behind, top, behind, high, size.Width)
	s.put(s.paper, size.Width-behind, top, behind, high, size.Width)
}

// folded shows the button where the side has no room, and the side or the page.
func (s *shell) folded(side float32) bool {
	if s.side == nil {
		return false
	}
	away := side == 0
	s.open = s.open && away
	showIf(s.fold, away)
	showIf(s.side, !away || s.open)
	showIf(s.page, !s.open)
	return away
}

// columns shows the columns that a width has room for, and returns the widths of
// the one before the page and of the one behind it.
func (s *shell) columns(width float32) (side, behind float32) {
	text := max(stock.TextSize()/16, 1)
	if s.side != nil {
		side = min(max(s.sideWide, sideWidth*min(text, mostSide)), max(sideWidth*min(text, mostSide), width-wideFrom))
	}
	if width-side < leastPage*text {
		side = 0
	}
	wanted := s.wanted == nil || s.wanted()
	switch {
	case s.help != nil && showIf(s.help, wanted && width-side-helpWidth*min(text, mostSide) >= leastPage*text):
		behind = helpWidth * min(text, mostSide)
	case s.paper != nil && showIf(s.paper, wanted && width-previewWidth >= max(leastText*min(text, mostSide), s.page.MinSize().Width)):
		behind = previewWidth
		if width-side-behind < leastText+leastPage/2 {
			side = 0
		}
	}
	return side, behind
}

// showIf shows a thing or hides it, and says which.
func showIf(o fyne.CanvasObject, on bool) bool {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
	return on
}

// put places a part at x from the beginning of the whole.
func (s *shell) put(o fyne.CanvasObject, x, y, width, height, whole float32) {
	if o == nil {
		return
	}
	if s.rtl {
		x = whole - x - width
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// height is how high a part has to be at a width.
func height(o fyne.CanvasObject, width float32) float32 {
	if o == nil {
		return 0
	}
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}
