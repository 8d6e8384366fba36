package screens

import "fyne.io/fyne/v2"

// shell is the layout of a screen with all its parts: a bar at the top, a side
// column, the page, a column of help, a bar at the bottom. Any but the page may
// be nil. The order of its objects is that of the Tab key: the page, the bottom,
// the side, the help, the top.
type shell struct {
	top, side, page, help, bottom fyne.CanvasObject
	rtl                           bool
}

// The widths of the columns, and the least one of the page beside the help.
const (
	sideWidth = 280
	helpWidth = 300
	leastPage = 420
)

func newShell(s shell) *fyne.Container {
	c := &fyne.Container{Layout: &s}
	for _, o := range []fyne.CanvasObject{s.page, s.bottom, s.side, s.help, s.top} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// MinSize serves Fyne.
func (s *shell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout serves Fyne. Where the page would become too narrow, the help goes.
func (s *shell) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := height(s.top, size.Width), height(s.bottom, size.Width)
	high := size.Height - top - bottom
	side, help := float32(0), float32(0)
	if s.side != nil {
		side = sideWidth
	}
	if s.help != nil {
		s.help.Hide()
		if size.Width-side-helpWidth >= leastPage {
			help = helpWidth
			s.help.Show()
		}
	}
	s.put(s.top, 0, 0, size.Width, top, size.Width)
	s.put(s.bottom, 0, size.Height-bottom, size.Width, bottom, size.Width)
	s.put(s.side, 0, top, side, high, size.Width)
	s.put(s.page, side, top, size.Width-side-help, high, size.Width)
	s.put(s.help, size.Width-help, top, help, high, size.Width)
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
