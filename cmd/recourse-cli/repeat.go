package main

import (
	"slices"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// change is what can be done with the items of a repeat.
type change int

const (
	add change = iota
	alter
	remove
	none // there are no items
	goOn
)

// repeat shows the items of a repeat and what can be done with them.
func (a *interviewer) repeat(x interview.Asked) (command, error) {
	items := a.c.Answers.Items(x.Path)
	a.print("\n%s", label(a.proc, a.texts, a.c.Answers, x.Path))
	for i, id := range items {
		a.print("%s", a.words("cli.field", i18n.Args{"label": itemName(a.proc, a.texts, a.c.Answers, x.Path, id), "value": a.title(x, items[i])}))
	}
	can := changes(x, len(items))
	labels := make([]string, len(can))
	for i, c := range can {
		labels[i] = a.changeLabel(x, c)
	}
	for {
		n, cmd := a.pick(labels)
		switch {
		case cmd == help:
			a.explain(x)
		case cmd == back:
			a.goBack(x.Path)
			return cmd, nil
		case cmd == quit || cmd == ended:
			return cmd, nil
		case n < 0:
			return a.doChange(x, goOn)
		default:
			return a.doChange(x, can[n])
		}
	}
}

// changes lists what can be done with n items.
func changes(x interview.Asked, n int) []change {
	most := x.Repeat.Max
	if most == 0 {
		most = forms.DefaultMaxItems
	}
	var out []change
	if n < most {
		out = append(out, add)
	}
	if n > 0 {
		return append(out, alter, remove, goOn)
	}
	if x.Required {
		return append(out, goOn)
	}
	return append(out, none)
}

func (a *interviewer) changeLabel(x interview.Asked, c change) string {
	switch c {
	case add:
		return a.word(a.proc.Key("ask.r", x.Repeat.ID, "add"))
	case alter:
		return a.words("ui.change", nil)
	case remove:
		return a.words("ui.remove", nil)
	case none:
		return a.words("word.none", nil)
	case goOn:
	}
	return a.words("ui.continue", nil)
}

// title is the first thing answered in an item that says what it is.
func (a *interviewer) title(x interview.Asked, item string) string {
	for _, it := range x.Repeat.Items {
		if q := it.Question; q != nil {
			if answer, _ := a.c.Answers.Get(x.Path.In(item, q.ID)); answer.Value != nil {
				return a.answer(q, answer)
			}
		}
	}
	return ""
}

func (a *interviewer) doChange(x interview.Asked, c change) (command, error) {
	switch c {
	case add:
		a.working[x.Path] = true
		delete(a.passed, x.Path)
		return answered, a.change(a.c.Answers.AddItem(x.Path, a.newID()))
	case alter, remove:
		item, cmd := a.chooseItem(x)
		if cmd == quit || cmd == ended {
			return cmd, nil
		}
		a.queue = append([]forms.Path{x.Path}, a.queue...)
		if item == "" {
			return answered, nil
		}
		if c == remove {
			return answered, a.change(a.c.Answers.RemoveItem(x.Path, item))
		}
		a.revisit(x, item)
	case none:
		delete(a.working, x.Path)
		return answered, a.set(x.Path, forms.Answer{Value: forms.Items{}})
	case goOn:
		a.passed[x.Path] = true
		delete(a.working, x.Path)
	}
	return answered, nil
}

// chooseItem finds the one item, or asks which; "" for none.
func (a *interviewer) chooseItem(x interview.Asked) (string, command) {
	items := a.c.Answers.Items(x.Path)
	if len(items) == 1 {
		return items[0], answered
	}
	names := make([]string, len(items))
	for i, id := range items {
		names[i] = itemName(a.proc, a.texts, a.c.Answers, x.Path, id)
	}
	n, cmd := a.pick(names)
	if n < 0 {
		return "", cmd
	}
	return items[n], cmd
}

// revisit calls for everything that is asked in an item.
func (a *interviewer) revisit(x interview.Asked, item string) {
	var paths []forms.Path
	for _, s := range a.steps() {
		if inside(s.Path, x.Path+"/"+forms.Path(item)) {
			paths = append(paths, s.Path)
		}
	}
	a.queue = slices.Concat(paths, a.queue)
}
