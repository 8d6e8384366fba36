package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
)

// Drop hands files that were dropped on the window to the area under them. Where
// nothing takes files, it says so, and nothing changes.
func (r *Root) Drop(at fyne.Position, paths []string) {
	if kit.DropOn(r.on, at, paths) || r.on.Overlays().Top() != nil {
		return
	}
	words, dir := r.app.DropWords(), direction(r.last)
	var d *kit.Dialog
	d = kit.ShowDialog(r.on, dir, words.What, kit.NewLabel(dir, kit.Body, words.Next), func() {},
		kit.NewButton(dir, kit.Primary, r.app.CloseWord(), func() { d.Hide() }))
}
