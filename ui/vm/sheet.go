package vm

import (
	"path/filepath"
	"strings"

	"recourse/forms/sheet"
	"recourse/i18n"
)

// Sheet makes a recovery sheet and has its key typed back.
type Sheet struct {
	form
	first  bool   // at the first start
	saved  string // where it was saved
	proved bool
}

func newSheet(a *App, first bool) *Sheet {
	s := &Sheet{form: newForm(a), first: first}
	s.shown[fieldKey] = true // it is copied from paper
	return s
}

func (s *Sheet) fill(v *View) {
	f := &FormScreen{Title: s.a.text("ui.sheet.title"), Lead: s.a.text("ui.sheet.lead")}
	if s.first {
		f.Card, f.Step = true, s.a.step(5)
	} else {
		f.Back = s.a.text("ui.back")
	}
	switch {
	case s.proved:
		s.end(f)
	case s.saved != "":
		s.prove(f)
	default:
		s.offer(f)
	}
	v.Form = f
}

// offer asks where the sheet is to be saved.
func (s *Sheet) offer(f *FormScreen) {
	f.Key = "sheet.save"
	f.Parts = []FormPart{s.line(FormHint, "ui.sheet.key"), s.path("ui.export.path", "ui.sheet.place", filepath.Join(s.a.w.Exports, "recovery-sheet.pdf"))}
	if s.a.vault != nil && s.a.vault.HasRecovery() {
		f.Parts = append(f.Parts, s.notice(Warn, s.a.text("ui.sheet.replaces")))
	}
	save := s.button(keyGo, ButtonPrimary, "ui.sheet.save")
	save.Off = s.a.busy != ""
	f.Parts = append(append(f.Parts, s.state()...), FormPart{Kind: FormButtonUp, Buttons: []FormButton{save}})
	s.later(f, "ui.sheet.later.reason")
}

// prove has the key typed back from the paper.
func (s *Sheet) prove(f *FormScreen) {
	f.Key, f.Title, f.Lead = "sheet.prove", s.a.text("ui.sheet.prove.title"), s.a.text("ui.sheet.prove.lead")
	f.Parts = []FormPart{s.notice(Good, s.a.t.Text("ui.export.done", i18n.Args{"path": s.saved})), s.line(FormHint, "ui.sheet.print")}
	key := s.secret(fieldKey, "ui.recover.key", "ui.recover.hint")
	key.LTR = true
	check := s.button(keyGo, ButtonPrimary, "ui.sheet.check")
	check.Off = s.a.busy != ""
	f.Parts = append(append(append(f.Parts, key), s.state()...), FormPart{Kind: FormButtonUp, Buttons: []FormButton{check}})
	s.later(f, "ui.sheet.later.unproved")
}

// later lets the sheet wait, with the reason why it matters.
func (s *Sheet) later(f *FormScreen, reason i18n.Key) {
	if s.first || s.saved != "" {
		f.Parts = append(f.Parts, buttons(s.button(keyLater, ButtonQuiet, "ui.sheet.later")), s.line(FormHint, reason))
	}
}

// end says that the sheet works.
func (s *Sheet) end(f *FormScreen) {
	f.Key, f.Title, f.Lead, f.Back = "sheet.end", s.a.text("ui.sheet.end.title"), s.a.text("ui.sheet.end.lead"), ""
	f.Parts = []FormPart{{Kind: FormButtonUp, Buttons: []FormButton{s.button(keyGo, ButtonPrimary, "ui.continue")}}}
}

// Press does what a button says.
func (s *Sheet) Press(key string) {
	switch {
	case s.common(key):
	case s.a.busy != "":
	case key == keyLater, key == keyGo && s.proved:
		s.finish()
	case key == keyGo && s.saved != "":
		s.check()
	case key == keyGo:
		s.save()
	}
}

// finish leaves the sheet.
func (s *Sheet) finish() {
	if s.first {
		s.a.arrive()
	} else {
		s.a.leavePlace()
	}
	s.a.publish()
}

// save makes the key and writes the sheet. One that could not be written leaves a
// key behind that nobody has; the next one takes its place.
func (s *Sheet) save() {
	s.clear()
	path := strings.TrimSpace(s.typed[keyPath])
	if path == "" {
		s.fail(keyPath, faultNoName)
		return
	}
	if !strings.EqualFold(filepath.Ext(path), ".pdf") {
		path += ".pdf"
	}
	v, t, w := s.a.vault, s.a.t, s.a.w
	s.a.run("ui.sheet.busy", func() (then, undo func()) {
		err := writeSheet(v, t.In(i18n.Western), w, path)
		return func() {
			s.a.prefs.Proved = false
			if err != nil {
				s.at, s.problem = "", faultOf(err, faultInternal)
				return
			}
			s.saved = path
		}, nil
	})
}

func writeSheet(v Vault, t *i18n.Catalog, w World, path string) error {
	key, err := v.NewRecovery()
	if err != nil {
		return err
	}
	y, m, d := key.Made.Date()
	pdf, err := sheet.Print(t, sheet.Sheet{Vault: key.Vault, Key: key.Groups(), Made: i18n.Date(t.Tag(), y, int(m), d)})
	if err != nil {
		return err
	}
	return w.Write(path, pdf)
}

// check holds what was typed against the key.
func (s *Sheet) check() {
	s.clear()
	v, typed := s.a.vault, s.typed[fieldKey]
	s.a.run("ui.sheet.checking", func() (then, undo func()) {
		err := v.ProveRecovery([]byte(typed))
		return func() {
			if err != nil {
				s.at, s.problem = fieldKey, faultOf(err, faultInternal)
				return
			}
			s.proved = true
			s.a.prefs.Proved = true
			s.a.remember()
			clear(s.typed)
		}, nil
	})
}
