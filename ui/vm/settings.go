package vm

import (
	"strconv"

	"recourse/i18n"
	"recourse/storage"
)

// Settings are how the program looks and behaves, and the care of the vault.
type Settings struct {
	form
	taken string // the title of the case that was taken in last
}

// The choices.
const (
	fieldDigits  = "digits"
	fieldColours = "colours"
	fieldText    = "text"
	fieldIdle    = "idle"
)

// What the buttons do.
const (
	keyPassphrase = "change-passphrase"
	keySheet      = "new-sheet"
	keyBackup     = "backup"
	keyVerify     = "verify"
	keyErase      = "erase"
	keyAbout      = "about"
	keyTakeIn     = "take-in"
)

// OpenSettings shows the settings over whatever is on screen.
func (a *App) OpenSettings() {
	if a.vault == nil || a.busy != "" || open[*Settings](a) != nil {
		return
	}
	a.flush(func() { a.enter(&Settings{form: newForm(a)}) })
}

func (s *Settings) fill(v *View) {
	t := s.a.t
	f := &FormScreen{Key: "settings", Title: t.Text("ui.settings", nil), Back: t.Text("ui.back", nil)}
	f.Parts = append([]FormPart{s.notice(Soft, s.where())}, s.state()...)
	if s.taken != "" {
		f.Parts = append(f.Parts, s.notice(Good, t.Text("ui.take-in.done", i18n.Args{"case": s.taken})))
	}
	f.Parts = append(append(f.Parts, s.language()), s.digits()...)
	f.Parts = append(f.Parts, s.colours(), s.size(), s.idle())
	f.Parts = append(f.Parts, s.care()...)
	f.Parts = append(f.Parts, s.line(FormHeading, "ui.about"), s.row(s.button(keyAbout, ButtonSecondary, "ui.about.open"),
		s.button(keyThreats, ButtonSecondary, "ui.first.threats")))
	v.Form = f
}

// where says where the cases are.
func (s *Settings) where() string {
	switch {
	case s.a.nothing:
		return s.a.text("ui.settings.nothing")
	case s.a.w.Portable:
		return s.a.text("ui.settings.portable")
	}
	return s.a.text("ui.settings.kept")
}

func (s *Settings) row(list ...FormButton) FormPart {
	for i := range list {
		list[i].Off = s.a.busy != ""
	}
	return buttons(list...)
}

func (s *Settings) language() FormPart {
	return FormPart{Key: keyLanguage, Kind: FormSelect, Text: s.a.text("ui.language"), Options: options(i18n.Locales(), s.a.tag)}
}

func (s *Settings) colours() FormPart {
	p := FormPart{Key: fieldColours, Kind: FormSelect, Text: s.a.text("ui.settings.colours")}
	for _, c := range allColours() {
		p.Options = append(p.Options, Option{Code: string(c), Label: s.a.text(i18n.Key("ui.colours." + c)), Chosen: c == s.a.prefs.Colours})
	}
	return p
}

func (s *Settings) size() FormPart {
	p := FormPart{Key: fieldText, Kind: FormSelect, Text: s.a.text("ui.settings.text")}
	for _, n := range textSizes() {
		p.Options = append(p.Options, Option{Code: strconv.Itoa(n), Label: s.a.t.Text("ui.settings.percent", i18n.Args{"percent": n}), Chosen: n == s.a.prefs.Text})
	}
	return p
}

func (s *Settings) idle() FormPart {
	name := i18n.Key("ui.settings.idle")
	if s.a.nothing {
		name = "ui.settings.idle.nothing"
	}
	p := FormPart{Key: fieldIdle, Kind: FormSelect, Text: s.a.text(name)}
	for _, n := range idleTimes() {
		p.Options = append(p.Options, Option{Code: strconv.Itoa(n), Label: s.a.t.Text("ui.settings.minutes", i18n.Args{"n": n}), Chosen: n == s.a.prefs.Idle})
	}
	return p
}

// care is all that takes care of the vault on a disk; nothing of it makes sense
// for one that leaves nothing.
func (s *Settings) care() []FormPart {
	if s.a.nothing {
		return nil
	}
	sheet := s.notice(Good, s.a.text("ui.settings.sheet.there"))
	if s.a.sheetMissing() {
		sheet = s.notice(Warn, s.a.text("ui.settings.sheet.missing"))
	}
	keys, copies := []FormButton{}, []FormButton{s.button(keyBackup, ButtonSecondary, "ui.backup.title"), s.button(keyVerify, ButtonSecondary, "ui.verify.open")}
	if s.a.readOnly == nil {
		copies = append(copies, s.button(keyTakeIn, ButtonSecondary, "ui.take-in.open"))
		keys = append(keys, s.button(keyPassphrase, ButtonSecondary, "ui.pass.change"), s.button(keySheet, ButtonSecondary, "ui.sheet.new"))
	}
	out := []FormPart{s.line(FormHeading, "ui.settings.access"), sheet, s.row(keys...),
		s.line(FormHeading, "ui.settings.copies"), s.line(FormHint, "ui.settings.copies.hint"), s.row(copies...)}
	if s.a.readOnly == nil {
		out = append(out, s.line(FormHeading, "ui.erase.title"), s.line(FormHint, "ui.settings.erase.hint"), s.row(s.button(keyErase, ButtonSecondary, "ui.erase.open")))
	}
	return out
}

// Choose takes a setting; it holds at once.
func (s *Settings) Choose(key, code string) {
	n, _ := strconv.Atoi(code)
	switch key {
	case keyLanguage:
		s.a.SetLanguage(Tag(code))
		return
	case fieldDigits:
		s.a.writeIn(Digits(code))
	case fieldColours:
		s.a.prefs.Colours = Colours(code)
	case fieldText:
		s.a.prefs.Text = n
	case fieldIdle:
		s.a.prefs.Idle = n
	}
	s.a.prefs = s.a.prefs.sound()
	s.a.remember()
	s.a.publish()
}

// Back leaves the settings; the list of cases may have one more.
func (s *Settings) Back() {
	if s.a.busy != "" {
		return
	}
	s.a.leavePlace()
	if c := s.a.Cases(); c != nil && s.taken != "" {
		c.load()
	}
	s.a.publish()
}

// Press does what a button says.
func (s *Settings) Press(key string) {
	if s.common(key) || s.a.busy != "" || s.a.vault == nil {
		return
	}
	s.clear()
	switch key {
	case keyVerify:
		s.verify()
		return
	case keyTakeIn:
		s.takeIn()
		return
	case keyPassphrase:
		s.a.enter(newPassphrase(s.a, forChange))
	case keySheet:
		s.a.enter(newSheet(s.a, false))
	case keyBackup:
		s.a.enter(newBackup(s.a))
	case keyErase:
		s.a.enter(newErase(s.a))
	case keyAbout:
		s.a.enter(newAbout(s.a))
	case keyThreats:
		s.a.enter(newThreats(s.a, false))
	}
	s.a.publish()
}

// verify reads every file and shows what was found.
func (s *Settings) verify() {
	v := s.a.vault
	s.a.runJob("ui.verify.busy", func(p storage.Progress) (then, undo func()) {
		found, err := v.Verify(p)
		return func() {
			if err != nil {
				s.at, s.problem = "", faultOf(err, faultInternal)
				return
			}
			s.a.findings = found
			s.a.enter(newFound(s.a, found))
		}, nil
	})
}

// Erase destroys the whole vault.
type Erase struct{ form }

// fieldWord is the field for the word that confirms.
const fieldWord = "word"

func newErase(a *App) *Erase { return &Erase{newForm(a)} }

func (e *Erase) fill(v *View) {
	t := e.a.t
	f := &FormScreen{Key: "erase", Title: t.Text("ui.erase.title", nil), Lead: t.Text("ui.erase.lead", nil), Back: t.Text("ui.cancel", nil)}
	word := e.field(fieldWord, "ui.erase.word", "", "")
	word.Hint = t.Text("ui.erase.type", i18n.Args{"word": t.Text("ui.erase.yes", nil)})
	do := e.button(keyGo, ButtonSecondary, "ui.erase.go") // enter alone erases nothing
	do.Off = e.a.busy != ""
	f.Parts = append([]FormPart{e.notice(Bad, t.Text("ui.erase.honest", nil)), e.line(FormHint, "ui.erase.law"), word}, e.state()...)
	f.Parts = append(f.Parts, buttons(do))
	v.Form = f
}

// Press does what a button says.
func (e *Erase) Press(key string) {
	if e.common(key) || key != keyGo || e.a.busy != "" || e.a.vault == nil {
		return
	}
	e.clear()
	if line(e.typed[fieldWord]) != e.a.t.Plain("ui.erase.yes", nil) {
		e.fail(fieldWord, faultErase)
		return
	}
	a := e.a
	v := a.vault
	a.run("ui.erase.busy", func() (then, undo func()) {
		err := v.EraseAll()
		return func() { a.erased(err) }, nil
	})
}

// erased begins anew after the vault was erased. Keys and slots are gone even where
// something could not be removed.
func (a *App) erased(err error) {
	a.shut()
	a.clearCopied()
	a.vault, a.readOnly, a.findings, a.prefs = nil, nil, nil, defaults()
	a.speak(a.tag)
	p := a.begin()
	a.restart(p)
	if err != nil {
		switch p := p.(type) {
		case *Start:
			p.problem = faultOf(err, faultInternal)
		case *First:
			p.page, p.problem = pageMode, faultOf(err, faultInternal)
		}
	}
}

// Ending asks before a vault that leaves nothing is given up.
type Ending struct{ form }

func (e *Ending) fill(v *View) {
	v.Form = &FormScreen{Key: "ending", Title: e.a.text("ui.nothing.end.title"), Lead: e.a.text("ui.nothing.end.lead"), Back: e.a.text("ui.back"),
		Parts: []FormPart{buttons(e.button(keyGo, ButtonSecondary, "ui.nothing.end.go"))}}
}

// Press does what a button says.
func (e *Ending) Press(key string) {
	if e.common(key) || key != keyGo || e.a.vault == nil {
		return
	}
	e.a.flush(e.a.lock)
}
