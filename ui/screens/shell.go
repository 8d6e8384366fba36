package screens

import "fyne.io/fyne/v2"

// shell is the layout of a screen with all its parts: a bar at the top, a side
// column, the page, a column of help or one with the pages of a document, a bar
// at the bottom. Any but the page may be nil. The order of its objects is that of
// the Tab key: the page, the bottom, the paper, the side, the help, the top.
type shell struct {
	top, side, page, help, paper, bottom fyne.CanvasObject
	rtl                                  bool
	sideWide                             float32 // of the side where there is room; 0 for the usual width
}

// The widths of the columns, and the least one of the page beside the help.
const (
	sideWidth = 280
	helpWidth = 300
	leastPage = 420
	leastText = 480 // of the page beside the paper
	wideFrom  = 880 // of all beside a wide side
)

func newShell(s shell) *fyne.Container {
	c := &fyne.Container{Layout: &s}
	for _, o := range []fyne.CanvasObject{s.page, s.bottom, s.paper, s.side, s.help, s.top} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// MinSize serves Fyne.
func (s *shell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout serves Fyne. Where the page would become too narrow, the help goes, or
// the side for the paper, or else the paper.
func (s *shell) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := height(s.top, size.Width), height(s.bottom, size.Width)
	high := size.Height - top - bottom
	side, help := s.columns(size.Width)
	s.put(s.top, 0, 0, size.Width, top, size.Width)
	s.put(s.bottom, 0, size.Height-bottom, size.Width, bottom, size.Width)
	s.put(s.side, 0, top, side, high, size.Width)
	s.put(s.page, side, top, size.Width-side-help, high, size.Width)
	s.put(s.help, size.Width-help, top, help, high, size.Width)
	s.put(s.paper, size.Width-help, top, help, high, size.Width)
}

// columns shows the columns that a width has room for, and returns the widths of
// the one before the page and of the one behind it.
func (s *shell) columns(width float32) (side, behind float32) {
	if s.side != nil {
		side = min(max(s.sideWide, sideWidth), max(sideWidth, width-wideFrom))
	}
	switch {
	case s.help != nil && showIf(s.help, width-side-helpWidth >= leastPage):
		behind = helpWidth
	case s.paper != nil && showIf(s.paper, width-previewWidth >= max(leastText, s.page.MinSize().Width)):
		behind = previewWidth
		if s.side != nil && !showIf(s.side, width-side-behind >= leastText+leastPage/2) {
			side = 0
		}
	case s.side != nil:
		s.side.Show()
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
