package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Work shows long work: words that say what is being done, how far it is where that
// is known, and a button that calls it off.
type Work struct {
	widget.BaseWidget
	dir    Direction
	text   *Label
	bar    *Progress
	cancel *Button
	whole  *fyne.Container
}

var (
	_ drawn           = (*Work)(nil)
	_ Accessible      = (*Work)(nil)
	_ fyne.Accessible = (*Work)(nil)
)

// NewWork returns long work of which nothing is known yet but what it is. The button
// calls stop; without words there is none, for what cannot be called off.
func NewWork(dir Direction, words, cancel string, stop func()) *Work {
	w := &Work{dir: dir, text: NewLabel(dir, Hint, words).Toned(Teal), bar: NewProgress(dir, words), cancel: NewButton(dir, Secondary, cancel, stop)}
	w.bar.Hidden, w.cancel.Hidden = true, cancel == ""
	w.whole = NewColumn(8, w.text, w.bar, NewFlow(dir, 8, w.cancel))
	w.ExtendBaseWidget(w)
	return w
}

// Set says what is being done now, and how far it is, from 0 to 1; below 0 nobody
// knows.
func (w *Work) Set(words string, share float32) {
	w.text.text, w.bar.name, w.bar.Hidden = words, words, share < 0
	w.bar.Set(max(share, 0), words)
	w.Refresh()
}

// FocusOn puts the keyboard on the button, where there is one.
func (w *Work) FocusOn(canvas fyne.Canvas) {
	if !w.cancel.Hidden {
		w.cancel.FocusOn(canvas)
	}
}

// Name returns the words.
func (w *Work) Name() string { return w.text.text }

// Role returns RoleProgress.
func (w *Work) Role() Role { return RoleProgress }

// Value returns nothing: the words say all.
func (w *Work) Value() string { return "" }

// AccessibilityLabel serves Fyne.
func (w *Work) AccessibilityLabel() string { return label(w) }

// AccessibilityRole serves Fyne.
func (w *Work) AccessibilityRole() fyne.AccessibleRole { return role(w) }

// CreateRenderer serves Fyne.
func (w *Work) CreateRenderer() fyne.WidgetRenderer { return render(w) }

func (w *Work) paint()                     { w.text.paint() }
func (w *Work) place(size fyne.Size)       { w.whole.Resize(size); w.whole.Refresh() }
func (w *Work) least() fyne.Size           { return w.whole.MinSize() }
func (w *Work) parts() []fyne.CanvasObject { return []fyne.CanvasObject{w.whole} }
func (w *Work) held() []fyne.CanvasObject  { return []fyne.CanvasObject{w.whole} }
