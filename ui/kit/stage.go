package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Stage is the whole of a window: what is on it, and below that what hears of every
// key, of the mouse, and of what is copied. Fyne tells of a key only what has the
// keyboard, and of the mouse only what lies under it; every widget of this package
// passes it on, also from within a dialog or a list that lies over the window.
type Stage struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ears    Ears
}

// Ears is what hears; any of them may be nil.
type Ears struct {
	Pressed func(fyne.KeyName) // a key goes down, once
	Stirred func()             // the mouse moves, a finger touches, a text scrolls
	Copied  func(string)       // a field has put a text on the clipboard
}

var (
	_ drawn             = (*Stage)(nil)
	_ desktop.Hoverable = (*Stage)(nil)
	_ desktop.Mouseable = (*Stage)(nil)
)

// NewStage returns a stage with a content, to be the content of a window.
func NewStage(content fyne.CanvasObject, ears Ears) *Stage {
	s := &Stage{content: content, ears: ears}
	s.ExtendBaseWidget(s)
	return s
}

// Press tells the stage of a key that nothing on it has heard.
func (s *Stage) Press(key fyne.KeyName) {
	if s.ears.Pressed != nil {
		s.ears.Pressed(key)
	}
}

func (s *Stage) stir() {
	if s.ears.Stirred != nil {
		s.ears.Stirred()
	}
}

// MouseIn serves Fyne.
func (s *Stage) MouseIn(*desktop.MouseEvent) { s.stir() }

// MouseMoved serves Fyne.
func (s *Stage) MouseMoved(*desktop.MouseEvent) { s.stir() }

// MouseOut serves Fyne.
func (s *Stage) MouseOut() {}

// MouseDown serves Fyne.
func (s *Stage) MouseDown(*desktop.MouseEvent) { s.stir() }

// MouseUp serves Fyne.
func (s *Stage) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer serves Fyne.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *Stage) paint()                     {}
func (s *Stage) place(size fyne.Size)       { s.content.Resize(size) }
func (s *Stage) least() fyne.Size           { return s.content.MinSize() }
func (s *Stage) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// stages are those of the windows that are open.
func stages(do func(*Stage)) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if s, ok := w.Content().(*Stage); ok {
			do(s)
		}
	}
}

// pressed tells the window of a key that a widget was told of.
func pressed(k *fyne.KeyEvent) { stages(func(s *Stage) { s.Press(k.Name) }) }

// stirred tells the window that somebody is there.
func stirred() { stages((*Stage).stir) }

// copied tells the window what a field has put on the clipboard.
func copied(text string) {
	stages(func(s *Stage) {
		if s.ears.Copied != nil {
			s.ears.Copied(text)
		}
	})
}

// KeyDown tells the window of the key.
func (c *control) KeyDown(k *fyne.KeyEvent) { pressed(k) }

// KeyUp serves Fyne.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// KeyDown tells the window of the key.
func (l *optionList) KeyDown(k *fyne.KeyEvent) { pressed(k) }

// KeyUp serves Fyne.
func (l *optionList) KeyUp(*fyne.KeyEvent) {}

// KeyDown tells the window of the key.
func (r *searchRows) KeyDown(k *fyne.KeyEvent) { pressed(k) }

// KeyUp serves Fyne.
func (r *searchRows) KeyUp(*fyne.KeyEvent) {}
