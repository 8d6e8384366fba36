package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// checked is the card of what is in order: how many answers there are, with the
// way to each section, and every limit, with how it was counted.
func (c *check) checked(s vm.Checked) fyne.CanvasObject {
	card := kit.NewColumn(8, kit.NewFlow(c.dir, 0, kit.NewMark(kit.Well), kit.NewLabel(c.dir, kit.Strong, s.Text), kit.Spacer(), c.fold(s.Fold)))
	if s.Fold.Open {
		for _, x := range s.Sections {
			card.Add(c.section(x))
		}
	}
	for _, d := range s.Limits {
		card.Add(c.limit(d))
	}
	return kit.NewCard(card)
}

func (c *check) section(s vm.CheckedSection) fyne.CanvasObject {
	words := kit.NewColumn(0, kit.NewLabel(c.dir, kit.Body, s.Title), kit.NewLabel(c.dir, kit.Caption, s.Answered))
	open := kit.NewButton(c.dir, kit.Quiet, s.Go, func() { c.do(func(v *vm.Check) { v.GoToSection(s.Section) }) })
	mark := kit.Wanting
	if s.Done {
		mark = kit.Well
	}
	return c.inset(c.marked(mark, kit.NewRow(c.dir, 0, open), words))
}

// limit says a limit in a few words; how it was counted unfolds below it.
func (c *check) limit(d vm.CheckedLimit) fyne.CanvasObject {
	mark := kit.Well
	switch d.Tone {
	case vm.Bad:
		mark = kit.Wrong
	case vm.Plain, vm.Soft:
		mark = kit.Noted
	case vm.Good, vm.Warn:
	}
	words := kit.NewColumn(0, kit.NewLabel(c.dir, kit.Strong, d.Text), kit.NewLabel(c.dir, kit.Hint, d.Hint), c.fold(d.Fold))
	if d.Fold.Open {
		words.Add(c.counted(d.Deadline))
	}
	return c.marked(mark, nil, words)
}

// counted is what a limit is, and how it was counted, step by step.
func (c *check) counted(d vm.Deadline) fyne.CanvasObject {
	lines := kit.NewColumn(4, dayLine(c.dir, d), kit.NewLabel(c.dir, kit.Hint, d.Kind))
	for _, s := range append(append([]string{}, d.Steps...), d.Notes...) {
		lines.Add(kit.NewLabel(c.dir, kit.Hint, s))
	}
	if d.Mark != "" {
		lines.Add(kit.NewLabel(c.dir, kit.Caption, d.Mark))
	}
	return lines
}

// marked puts a sign before words, and a way behind them; nil for none.
func (c *check) marked(mark kit.Mark, way, words fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewSides(c.dir, kit.NewMark(mark), way, words)
}

func (c *check) inset(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewSides(c.dir, kit.NewWidth(32, kit.NewColumn(0)), nil, o)
}

// fold is the button that shows what is hidden, and keeps the keyboard.
func (c *check) fold(f vm.Fold) fyne.CanvasObject {
	b := kit.NewButton(c.dir, kit.Quiet, f.Words, func() { c.do(func(v *vm.Check) { v.Unfold(f.Key) }) }).Small()
	c.folds[f.Key] = b
	return kit.NewRow(c.dir, 0, b)
}

// unfolded is the key of the fold that has the keyboard; "" for none.
func (c *check) unfolded() string {
	for key, b := range c.folds {
		if b.Focused() {
			return key
		}
	}
	return ""
}
