package vm

import (
	"fmt"
	"strconv"

	"recourse/i18n"
)

// Threats is the text of what Recourse protects and what it cannot.
type Threats struct {
	form
	card bool // nothing is open yet
}

func newThreats(a *App, card bool) *Threats { return &Threats{newForm(a), card} }

func (x *Threats) fill(v *View) {
	t := x.a.t
	f := &FormScreen{Key: "threats", Card: x.card, Title: t.Text("threats.title", nil), Lead: t.Text("threats.lead", nil), Back: t.Text("ui.back", nil)}
	for _, part := range []struct {
		name string
		tone Tone
	}{{"promise", Good}, {"cannot", Warn}, {"advice", Soft}} {
		points := FormPart{Kind: FormPoints, Tone: part.tone}
		for n := 1; t.Has(i18n.Key(fmt.Sprintf("threats.%s.%d", part.name, n))); n++ {
			points.Lines = append(points.Lines, t.Text(i18n.Key(fmt.Sprintf("threats.%s.%d", part.name, n)), nil))
		}
		f.Parts = append(f.Parts, x.line(FormHeading, i18n.Key("threats."+part.name+".title")), points)
	}
	v.Form = f
}

// Press does what a button says.
func (x *Threats) Press(key string) { x.common(key) }

// About says what the program is and what it is made of.
type About struct{ form }

// keyNotices stands before the number of a part in the key of its button.
const keyNotices = "notices."

func newAbout(a *App) *About { return &About{newForm(a)} }

func (x *About) fill(v *View) {
	t := x.a.t
	f := &FormScreen{Key: "about", Title: t.Text("ui.about", nil), Lead: t.Text("ui.about.lead", nil), Back: t.Text("ui.back", nil)}
	f.Parts = []FormPart{{Kind: FormFigures, Lines: []string{t.Text("ui.about.version", nil), x.a.w.Version}},
		x.notice(Warn, t.Text("ui.about.advice", nil)), buttons(x.button(keyThreats, ButtonSecondary, "ui.first.threats")),
		x.line(FormHeading, "ui.about.parts"), x.line(FormHint, "ui.about.parts.hint")}
	more := FormPart{Key: keyNotices, Kind: FormMore}
	for i, n := range x.a.w.Notices {
		more.Options = append(more.Options, Option{Code: strconv.Itoa(i), Label: n.Name, Hint: n.Licence})
	}
	f.Parts = append(f.Parts, more)
	v.Form = f
}

// Choose shows the licence of a part.
func (x *About) Choose(key, code string) {
	i, err := strconv.Atoi(code)
	if key != keyNotices || err != nil || i < 0 || i >= len(x.a.w.Notices) {
		return
	}
	x.a.enter(&Licence{newForm(x.a), x.a.w.Notices[i]})
	x.a.publish()
}

// Press does what a button says.
func (x *About) Press(key string) {
	if !x.common(key) && key == keyThreats {
		x.a.enter(newThreats(x.a, false))
		x.a.publish()
	}
}

// Licence is the licence and the notices of one part of the program.
type Licence struct {
	form
	of Notices
}

func (x *Licence) fill(v *View) {
	v.Form = &FormScreen{Key: "licence", Title: x.of.Name, Lead: x.of.Licence, Back: x.a.text("ui.back"),
		Parts: []FormPart{{Kind: FormText, Text: x.of.Text, LTR: true}}}
}

// Press does what a button says.
func (x *Licence) Press(key string) { x.common(key) }
