package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
)

// Drop hands files that were dropped on the window to the area under them, or else
// to the page; behind a dialog nothing takes them.
func (r *Root) Drop(at fyne.Position, paths []string) {
	if !kit.DropOn(r.on, at, paths) && r.on.Overlays().Top() == nil {
		r.app.DropFiles(paths)
	}
}
