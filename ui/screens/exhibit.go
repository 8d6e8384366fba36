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
	column := kit.NewColumn(10, f.files, kit.NewMeasure(f.dir, measure, kit.NewLabel(f.dir, kit.Hint, d.Hint)))
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

// exhibitCard is an exhibit: what it is, the state of its file, its fingerprint, what
// it is used for, and what can be done with it, between what comes first and last.
func (f *field) exhibitCard(it vm.Item, first, last []fyne.CanvasObject) fyne.CanvasObject {
	x := it.File
	words := kit.NewColumn(0, kit.NewLabel(f.dir, kit.StrongCaption, it.Title).Toned(kit.Slate))
	if it.Name != "" {
		words.Add(kit.NewLabel(f.dir, kit.Strong, it.Name))
	}
	if x.Kind != "" {
		words.Add(kit.NewLabel(f.dir, kit.Caption, vm.Beside(x.Kind, x.Fingerprint)))
	}
	parts := []fyne.CanvasObject{kit.NewBeside(kit.Beside{Dir: f.dir, Gap: 12, Least: leastItem, Words: words,
		Ends: []fyne.CanvasObject{kit.NewPill(f.dir, tone(x.State.Tone), x.State.Text)}})}
	for _, text := range []string{it.Summary, x.Used} {
		if text != "" {
			parts = append(parts, kit.NewMeasure(f.dir, measure, kit.NewLabel(f.dir, kit.Hint, text)))
		}
	}
	acts := kit.NewFlow(f.dir, 4, first...)
	if x.Give != "" {
		acts.Add(kit.NewButton(f.dir, kit.Quiet, x.Give, func() { f.give(it) }).Small())
		acts.Add(kit.NewButton(f.dir, kit.Quiet, x.Trace, func() { f.do(func(v *vm.Interview) { v.Trace(it.ID) }) }).Small())
	}
	acts.Objects = append(acts.Objects, last...)
	return kit.NewCard(append(parts, acts)...)
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
