package screens

import (
	"slices"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// itemRow is an item of a list with its buttons; up and down are nil at the ends.
type itemRow struct {
	id               string
	change, up, down *kit.Button
}

// arrangeItems lists the items with what can be done with each, and the way to one
// more.
func (f *field) arrangeItems(x vm.Field) {
	if x.Empty != "" {
		f.box.Add(kit.NewLabel(f.dir, kit.Hint, x.Empty))
	}
	for _, it := range x.Items {
		row, card := f.itemCard(x.Key, it)
		f.rows, f.items = append(f.rows, row), append(f.items, row.change)
		f.box.Add(card)
	}
	if x.Add != "" {
		add := kit.NewButton(f.dir, kit.Secondary, "+  "+x.Add, func() { f.do(func(v *vm.Interview) { v.AddItem(x.Key) }) })
		f.items = append([]*kit.Button{add}, f.items...)
		f.box.Add(kit.NewFlow(f.dir, 12, add))
	}
}

// itemCard is an item with its buttons; those of an exhibit stand below what is
// known of its file.
func (f *field) itemCard(at vm.Path, it vm.Item) (itemRow, fyne.CanvasObject) {
	row := itemRow{id: it.ID}
	row.change = kit.NewButton(f.dir, kit.Secondary, it.Change, func() { f.do(func(v *vm.Interview) { v.OpenItem(at, it.ID) }) }).Small()
	if it.Up != "" {
		row.up = kit.NewButton(f.dir, kit.Quiet, "▴ "+it.Up, func() { f.moveItem(it.ID, -1) }).Small()
	}
	if it.Down != "" {
		row.down = kit.NewButton(f.dir, kit.Quiet, "▾ "+it.Down, func() { f.moveItem(it.ID, 1) }).Small()
	}
	var remove *kit.Button
	if it.Remove != "" {
		remove = kit.NewButton(f.dir, kit.Quiet, it.Remove, func() { f.removeItem(at, it.ID) }).Small()
	}
	if it.File != nil {
		return row, f.exhibitCard(it, buttons(row.change), buttons(row.up, row.down, remove))
	}
	words := kit.NewColumn(2, kit.NewLabel(f.dir, kit.Strong, it.Title))
	if it.Summary != "" {
		words.Add(kit.NewLabel(f.dir, kit.Hint, it.Summary))
	}
	return row, kit.NewCard(kit.NewBeside(kit.Beside{Dir: f.dir, Gap: 8, Least: leastItem, Words: words, Ends: buttons(row.up, row.down, remove, row.change)}))
}

// leastItem is the least width of what is told of an item beside its buttons.
const leastItem = 200

// buttons are those that there are.
func buttons(list ...*kit.Button) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range list {
		if b != nil {
			out = append(out, b)
		}
	}
	return out
}

// moveItem moves an item and keeps the keyboard on what moved it, or on the item
// where that goes no further.
func (f *field) moveItem(id string, by int) {
	f.do(func(v *vm.Interview) { v.MoveItem(f.shown.Key, id, by) })
	for _, row := range f.rows {
		if row.id != id {
			continue
		}
		now := row.up
		if by > 0 {
			now = row.down
		}
		if now == nil {
			now = row.change
		}
		now.FocusOn(f.r.on)
	}
}

// removeItem removes an item and puts the keyboard on the way back.
func (f *field) removeItem(at vm.Path, id string) {
	f.do(func(v *vm.Interview) { v.RemoveItem(at, id) })
	if x, ok := f.r.now.(*interview); ok && x.back != nil {
		x.back.FocusOn(f.r.on)
	}
}

// moveFocused moves the item that has the keyboard on one of its buttons, and
// reports whether there is one.
func (f *field) moveFocused(by int) bool {
	focused := func(b *kit.Button) bool { return b != nil && b.Focused() }
	i := slices.IndexFunc(f.rows, func(r itemRow) bool { return focused(r.change) || focused(r.up) || focused(r.down) })
	if i < 0 {
		return false
	}
	f.moveItem(f.rows[i].id, by)
	return true
}

// MoveItem moves the item of a list that has the keyboard, by places, and reports
// whether one has.
func (r *Root) MoveItem(by int) bool {
	x, ok := r.now.(*interview)
	return ok && slices.ContainsFunc(x.fields, func(f *field) bool { return f.moveFocused(by) })
}
