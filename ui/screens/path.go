package screens

import (
	"recourse/ui/kit"
	"recourse/ui/vm"
)

// askPath asks where a file is to be written.
func (r *Root) askPath(dir kit.Direction, words vm.ExportWords, path, hint string, write func(path string)) {
	entry := r.menu(kit.NewEntry(kit.LTR, words.Label, path, func(text string) { path = text }))
	var d *kit.Dialog
	save := func() {
		d.Hide()
		write(path)
	}
	entry.OnSubmit(save)
	body := kit.NewColumn(12, kit.NewField(dir, words.Label, "", entry), kit.NewLabel(dir, kit.Hint, words.Text))
	if hint != "" {
		body = kit.NewColumn(12, kit.NewNotice(dir, kit.Slate, hint), body)
	}
	d = kit.ShowDialog(r.on, dir, words.Title, body, func() {},
		kit.NewButton(dir, kit.Secondary, words.Cancel, func() { d.Hide() }), kit.NewButton(dir, kit.Primary, words.Save, save))
	entry.FocusOn(r.on)
}
