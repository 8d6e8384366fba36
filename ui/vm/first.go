package vm

import (
	"recourse/i18n"
	"recourse/storage"
)

// First is the first start: the language, what Recourse promises, and whether
// the cases are kept. The passphrase and the recovery sheet follow on it.
type First struct {
	form
	page firstPage
	mode string
}

// firstPage is a page of the first start.
type firstPage uint8

const (
	pageLanguage firstPage = iota
	pagePromises
	pageMode
)

// Where cases are kept.
const (
	modeKeep    = "keep"
	modeNothing = "nothing"
)

// fieldMode is the choice of where cases are kept.
const fieldMode = "mode"

// What its other buttons do.
const keyThreats = "threats"

func newFirst(a *App) *First { return &First{form: newForm(a), mode: modeKeep} }

// step says which step of the first start this is. Where nothing is to be left,
// there is no more to choose after what Recourse promises.
func (a *App) step(n int) string {
	steps := 5
	if a.w.LeaveNothing {
		steps = 2
	}
	return a.t.Text("ui.step", i18n.Args{"step": n, "steps": steps})
}

func (f *First) fill(v *View) {
	switch f.page {
	case pageLanguage:
		v.Form = f.tongues()
	case pagePromises:
		v.Form = f.promises()
	case pageMode:
		v.Form = f.modes()
	}
}

// tongues offers all languages at once, each in its own script.
func (f *First) tongues() *FormScreen {
	p := FormPart{Key: keyLanguage, Kind: FormRadio, Text: f.a.text("ui.choose-language")}
	for _, tag := range i18n.Locales() {
		t, _ := i18n.Locale(tag)
		p.Options = append(p.Options, Option{Code: string(tag), Label: i18n.Self(tag), Hint: t.Text("ui.choose-language", nil), Chosen: tag == f.a.tag})
	}
	return &FormScreen{Key: "first.language", Card: true, Step: f.a.step(1), Title: f.a.text("ui.choose-language"),
		Parts: []FormPart{p, {Kind: FormButtonUp, Buttons: []FormButton{f.button(keyGo, ButtonPrimary, "ui.continue")}}, f.leaving()}}
}

// leaving is the way out that every step of the first start has.
func (f *form) leaving() FormPart {
	p := buttons(f.button(keyLeave, ButtonSoft, "ui.leave"))
	p.Small = true
	return p
}

// promises says in short what can be relied on and what cannot.
func (f *First) promises() *FormScreen {
	t := f.a.t
	points := func(tone Tone, keys ...i18n.Key) FormPart {
		p := FormPart{Kind: FormPoints, Tone: tone}
		for _, k := range keys {
			p.Lines = append(p.Lines, t.Text(k, nil))
		}
		return p
	}
	more := buttons(f.button(keyThreats, ButtonQuiet, "ui.first.threats"), f.button(keyLeave, ButtonSoft, "ui.leave"))
	more.Small = true
	s := &FormScreen{Key: "first.promises", Card: true, Step: f.a.step(2), Title: t.Text("ui.first.title", nil), Lead: t.Text("ui.first.lead", nil), Back: t.Text("ui.back", nil)}
	s.Parts = []FormPart{points(Good, "ui.promise.local", "ui.promise.sealed", "ui.promise.once"),
		points(Warn, "ui.first.cannot.forced", "ui.first.cannot.watched", "ui.first.cannot.lost")}
	if f.a.w.LeaveNothing {
		s.Parts = append(s.Parts, f.notice(Soft, t.Text("ui.settings.nothing", nil)))
	}
	s.Parts = append(append(s.Parts, f.state()...), FormPart{Kind: FormButtonUp, Buttons: []FormButton{f.button(keyGo, ButtonPrimary, "ui.continue")}}, more)
	return s
}

// modes asks where the cases are kept.
func (f *First) modes() *FormScreen {
	t := f.a.t
	s := &FormScreen{Key: "first.mode", Card: true, Step: f.a.step(3), Title: t.Text("ui.first.mode", nil), Back: t.Text("ui.back", nil)}
	mode := FormPart{Key: fieldMode, Kind: FormRadio, Text: t.Text("ui.first.mode", nil)}
	for _, m := range []string{modeKeep, modeNothing} {
		key := i18n.Key("ui.first." + m)
		mode.Options = append(mode.Options, Option{Code: m, Label: t.Text(key, nil), Hint: t.Text(key+".hint", nil), Chosen: m == f.mode})
	}
	next := f.button(keyGo, ButtonPrimary, "ui.continue")
	next.Off = f.a.busy != ""
	restore := buttons(f.button(keyRestore, ButtonQuiet, "ui.first.restore"), f.button(keyLeave, ButtonSoft, "ui.leave"))
	restore.Small = true
	s.Parts = append([]FormPart{mode}, f.state()...)
	s.Parts = append(s.Parts, FormPart{Kind: FormButtonUp, Buttons: []FormButton{next}}, restore)
	return s
}

// Choose takes the language, or where cases are kept.
func (f *First) Choose(key, code string) {
	switch key {
	case keyLanguage:
		f.a.SetLanguage(Tag(code))
	case fieldMode:
		f.mode = code
		f.a.publish()
	}
}

// Back goes back a page.
func (f *First) Back() {
	f.a.drop()
	if f.page > pageLanguage {
		f.page--
	}
	f.a.publish()
}

// Press does what a button says.
func (f *First) Press(key string) {
	switch {
	case f.common(key):
	case key == keyLeave:
		f.a.Leave()
	case f.a.busy != "":
	case key == keyThreats:
		f.a.enter(newThreats(f.a, true))
		f.a.publish()
	case key == keyRestore:
		f.a.enter(newRestore(f.a))
		f.a.publish()
	case key == keyGo && (f.page == pageMode && f.mode == modeNothing || f.page == pagePromises && f.a.w.LeaveNothing):
		f.leaveNothing()
	case key == keyGo && f.page < pageMode:
		f.page++
		f.a.publish()
	case key == keyGo:
		f.a.choosePassphrase()
	}
}

// choosePassphrase has the passphrase of a new vault chosen.
func (a *App) choosePassphrase() {
	a.enter(newPassphrase(a, forCreate))
	a.publish()
}

// leaveNothing begins with a vault that is gone at the end.
func (f *First) leaveNothing() {
	f.clear()
	f.a.open(&f.form, "ui.create.busy", f.a.w.Vaults.Memory, func() {
		f.a.nothing = true
		f.a.arrive()
	})
}

// create makes a vault with a passphrase; the recovery sheet is next. What was
// made after the person has called it off is taken away again.
func (a *App) create(f *form, typed string) {
	a.runJob("ui.create.busy", func(storage.Progress) (then, undo func()) {
		v, err := a.w.Vaults.Create(a.folder, []byte(typed))
		return func() {
			a.opened(f, v, defaults(), err, func() { a.restart(newSheet(a, true)) })
		}, func() { unmake(v) }
	})
}

// unmake takes a new vault away.
func unmake(v Vault) {
	if v == nil {
		return
	}
	if v.EraseAll() != nil {
		discard(v)
	}
}
