package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Hold remembers what has the keyboard on a canvas. Call what it returns after
// things were drawn anew: where that thing is gone, what stands in its place has the
// keyboard then, so that a person goes on from there.
func Hold(on fyne.Canvas) (give func()) {
	held := on.Focused()
	if held == nil {
		return func() {}
	}
	words := wordsOf(held)
	at := slices.Index(focusables(on), held)
	return func() {
		now := focusables(on)
		if on.Focused() != held || at < 0 || len(now) == 0 || slices.Contains(now, held) {
			return
		}
		i := slices.IndexFunc(now, func(f fyne.Focusable) bool { return wordsOf(f) == words })
		if i < 0 || at < len(now) && wordsOf(now[at]) == words {
			i = min(at, len(now)-1)
		}
		on.Focus(now[i])
	}
}

// wordsOf is the role and the name of what can have the keyboard.
func wordsOf(f fyne.Focusable) string {
	if a, ok := f.(Accessible); ok {
		return a.Role().String() + "\t" + a.Name()
	}
	return ""
}

// focusables lists what Tab goes to in what lies uppermost on a canvas.
func focusables(on fyne.Canvas) []fyne.Focusable {
	var out []fyne.Focusable
	seek(uppermost(on), func(o fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		if d, can := o.(fyne.Disableable); ok && !(can && d.Disabled()) {
			out = append(out, f)
		}
		return true
	})
	return out
}
