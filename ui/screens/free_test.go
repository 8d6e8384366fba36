package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// held are the widgets of a window at its last look.
var held = map[fyne.Window]map[fyne.Widget]bool{}

// free lets go of what has left a window since the last look: outside of a real
// window nothing else does, and a walk over all screens would hold gigabytes.
func free(t *testing.T, w fyne.Window) {
	t.Helper()
	now := map[fyne.Widget]bool{}
	gather(w.Content(), now)
	var gone []fyne.Widget
	for x := range held[w] {
		if !now[x] {
			gone = append(gone, x)
		}
	}
	held[w] = now
	if len(gone) == 0 {
		return
	}
	t.Run("free", func(t *testing.T) {
		for _, x := range gone {
			test.TempWidgetRenderer(t, x) // goes at the end of this
		}
	})
}

// freeAll lets go of a window at the end of its test.
func freeAll(tb testing.TB, w fyne.Window) {
	t, ok := tb.(*testing.T)
	if !ok {
		return // a benchmark, which ends with its process
	}
	t.Cleanup(func() {
		all := held[w]
		delete(held, w)
		if all == nil {
			all = map[fyne.Widget]bool{}
		}
		gather(w.Content(), all)
		for x := range all {
			test.TempWidgetRenderer(t, x)
		}
	})
}

// gather notes the widgets under a thing of the screen, the hidden ones too.
func gather(o fyne.CanvasObject, all map[fyne.Widget]bool) {
	switch x := o.(type) {
	case fyne.Widget:
		all[x] = true
		for _, part := range test.WidgetRenderer(x).Objects() {
			gather(part, all)
		}
	case *fyne.Container:
		for _, part := range x.Objects {
			gather(part, all)
		}
	}
}
