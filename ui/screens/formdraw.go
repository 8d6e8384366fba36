package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// draw draws a part that is only looked at.
func (x *formPart) draw(p vm.FormPart) []fyne.CanvasObject {
	dir := x.f.dir
	switch p.Kind {
	case vm.FormText:
		return []fyne.CanvasObject{kit.NewLabel(x.side(p), kit.Body, p.Text)}
	case vm.FormHint:
		return []fyne.CanvasObject{kit.NewLabel(dir, kit.Hint, p.Text)}
	case vm.FormHeading:
		return []fyne.CanvasObject{kit.NewInset(0, 6, kit.NewLabel(dir, kit.Heading, p.Text))}
	case vm.FormNotice:
		return []fyne.CanvasObject{kit.NewNotice(dir, noticeTone(p.Tone), p.Text)}
	case vm.FormPoints:
		return x.points(p)
	case vm.FormWords:
		return []fyne.CanvasObject{kit.NewPhrase(p.Text, p.Lines[0])}
	case vm.FormBusy:
		return x.busy(p)
	case vm.FormProblem:
		return []fyne.CanvasObject{message(dir, kit.Red, p.Problem)}
	case vm.FormFigures:
		return x.figures(p)
	case vm.FormRule:
		return []fyne.CanvasObject{kit.NewRule()}
	case vm.FormMore:
		return x.more(p)
	case vm.FormField, vm.FormSecret, vm.FormRadio, vm.FormSelect, vm.FormButtons, vm.FormButtonUp:
	}
	return nil
}

// noticeTone is the tone of a notice: a note is in the colour of notices.
func noticeTone(t vm.Tone) kit.Tone {
	if t == vm.Plain {
		return kit.Slate
	}
	return tone(t)
}

// points are a list: each with a sign that says whether it holds.
func (x *formPart) points(p vm.FormPart) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, line := range p.Lines {
		var sign fyne.CanvasObject = kit.NewInset(8, 0, kit.NewColumn(0, kit.NewLabel(x.f.dir, kit.Strong, "•").Toned(kit.Slate)))
		switch p.Tone {
		case vm.Good:
			sign = kit.NewMark(kit.Well)
		case vm.Warn:
			sign = kit.NewMark(kit.Wanting)
		case vm.Plain, vm.Soft, vm.Bad:
		}
		out = append(out, kit.NewSides(x.f.dir, sign, nil, kit.NewLabel(x.f.dir, kit.Body, line)))
	}
	return out
}

// busy says what is being done, how far it is, and has a way to call it off.
func (x *formPart) busy(p vm.FormPart) []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewNotice(x.f.dir, kit.Teal, p.Text)}
	if p.Share >= 0 {
		bar := kit.NewProgress(x.f.dir, p.Text)
		bar.Set(p.Share, p.Value)
		out = append(out, bar)
	}
	row := kit.NewFlow(x.f.dir, 12)
	for _, b := range p.Buttons {
		row.Add(x.button(b, false))
	}
	if len(p.Buttons) > 0 {
		out = append(out, row)
	}
	return out
}

// figures are names with their values.
func (x *formPart) figures(p vm.FormPart) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := 0; i+1 < len(p.Lines); i += 2 {
		out = append(out, kit.NewFlow(x.f.dir, 12, kit.NewLabel(x.f.dir, kit.Strong, p.Lines[i]), kit.NewLabel(x.f.dir, kit.Body, p.Lines[i+1])))
	}
	return out
}

// more is a list of things to open.
func (x *formPart) more(p vm.FormPart) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range p.Options {
		open := kit.NewButton(x.f.dir, kit.Quiet, o.Label, func() { x.f.do(func(v vm.Form) { v.Choose(p.Key, o.Code) }) })
		out = append(out, kit.NewFlow(x.f.dir, 8, open, kit.NewLabel(x.f.dir, kit.Hint, o.Hint)))
	}
	return out
}
