package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// drop is the place for files of a list: its words, the way to choose one, what is
// being done, what went wrong.
func (f *field) drop(d *vm.Drop) fyne.CanvasObject {
	choose := func() { f.do(func(v *vm.Interview) { v.ChooseFiles(f.shown.Key) }) }
	take := func(paths []string) { f.do(func(v *vm.Interview) { v.AddFiles(f.shown.Key, paths) }) }
	f.files = kit.NewDropArea(f.dir, d.Title, d.Choose, choose, take)
	column := kit.NewColumn(10, f.files, kit.NewLabel(f.dir, kit.Hint, d.Hint))
	if d.Busy != "" {
		work := kit.NewWork(f.dir, d.Busy, d.Cancel, func() { f.do((*vm.Interview).StopFiles) })
		work.Set(d.Busy, d.Share)
		column.Add(work)
	}
	if d.Fault != nil {
		column.Add(message(f.dir, kit.Red, d.Fault))
	}
	return column
}

// itemFile is what is known of the file of an exhibit, with what can be done.
func (f *field) itemFile(it vm.Item) []fyne.CanvasObject {
	x := it.File
	facts := kit.NewFlow(f.dir, 12, kit.NewPill(f.dir, tone(x.State.Tone), x.State.Text))
	if x.Kind != "" {
		facts.Add(kit.NewLabel(f.dir, kit.Caption, x.Kind))
		facts.Add(kit.NewLabel(kit.LTR, kit.Caption, x.Fingerprint))
	}
	out := []fyne.CanvasObject{facts, kit.NewLabel(f.dir, kit.Hint, x.Used)}
	if x.Give == "" {
		return out
	}
	give := kit.NewButton(f.dir, kit.Quiet, x.Give, func() { f.give(it) }).Small()
	trace := kit.NewButton(f.dir, kit.Quiet, x.Trace, func() { f.do(func(v *vm.Interview) { v.Trace(it.ID) }) }).Small()
	return append(out, kit.NewFlow(f.dir, 12, give, trace))
}

// give asks where the copy of an exhibit is to be written.
func (f *field) give(it vm.Item) {
	f.do(func(v *vm.Interview) {
		words := v.GiveWords()
		f.r.askPath(f.dir, words, v.GivePath(it.ID), "", func(path string) {
			f.do(func(v *vm.Interview) { v.Give(it.ID, path) })
		})
	})
}
