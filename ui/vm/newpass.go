package vm

import (
	"time"

	"recourse/i18n"
	"recourse/storage/passphrase"
)

// Passphrase is the choice of a new passphrase: words that are drawn, or the
// person's own.
type Passphrase struct {
	form
	purpose purpose
	words   string // that are drawn
	own     bool
	again   bool // it is typed once more
	done    bool
	copied  bool // the words are on the clipboard
}

// purpose is what a passphrase is chosen for.
type purpose uint8

const (
	forCreate  purpose = iota // a new vault
	forChange                 // in place of the one that there is
	forRecover                // in place of one that is forgotten
)

// The fields.
const (
	fieldOwn   = "own"
	fieldAgain = "again"
)

// What the other buttons do.
const (
	keyDraw  = "draw"
	keyOwn   = "own-choice"
	keyDrawn = "drawn"
	keyShow  = "show-again"
	keyCopy  = "copy"
)

func newPassphrase(a *App, for_ purpose) *Passphrase {
	p := &Passphrase{form: newForm(a), purpose: for_}
	p.draw()
	return p
}

// draw draws other words.
func (p *Passphrase) draw() {
	words, err := passphrase.Generate(p.a.w.Chance, passphrase.Usual)
	if err != nil {
		p.own, p.problem = true, faultInternal // nothing to draw from: the person's own remains
		return
	}
	p.words = words
}

func (p *Passphrase) fill(v *View) {
	s := &FormScreen{Title: p.a.text("ui.pass.title"), Back: p.a.text("ui.back")}
	switch p.purpose {
	case forCreate:
		s.Card, s.Step = true, p.a.step(4)
	case forChange:
	case forRecover:
		s.Card, s.Back = true, ""
	}
	switch {
	case p.done:
		p.changed(s)
	case p.again:
		p.repeat(s)
	case p.own:
		p.choose(s)
	default:
		p.offer(s)
	}
	v.Form = s
}

// offer shows the words that were drawn.
func (p *Passphrase) offer(s *FormScreen) {
	s.Key, s.Lead = "pass.words", p.a.text("ui.pass.lead")
	next := FormPart{Kind: FormButtonUp, Buttons: []FormButton{p.button(keyGo, ButtonPrimary, "ui.pass.written")}}
	other := buttons(p.button(keyDraw, ButtonSecondary, "ui.pass.other"), p.button(keyOwn, ButtonQuiet, "ui.pass.own"), p.button(keyCopy, ButtonQuiet, "ui.edit.copy"))
	s.Parts = append([]FormPart{{Kind: FormWords, Text: p.a.text("ui.passphrase"), Lines: []string{p.words}}, other,
		p.line(FormHint, "ui.pass.keep")}, p.state()...)
	if p.copied {
		s.Parts = append(s.Parts, p.notice(Soft, p.a.t.Text("ui.pass.copied", i18n.Args{"n": int(copiedFor / time.Second)})))
	}
	s.Parts = append(s.Parts, next)
	p.later(s)
}

// later lets a person in who came with the recovery sheet and has no time.
func (p *Passphrase) later(s *FormScreen) {
	if p.purpose == forRecover {
		link := buttons(p.button(keyLater, ButtonSoft, "ui.pass.later"))
		link.Small = true
		s.Parts = append(s.Parts, link)
	}
}

// choose lets the person choose.
func (p *Passphrase) choose(s *FormScreen) {
	s.Key, s.Lead = "pass.own", p.a.text("ui.pass.own.lead")
	field := p.secret(fieldOwn, "ui.passphrase", "")
	field.Hint = p.a.t.Text("ui.passphrase.hint", i18n.Args{"n": passphrase.Least})
	tone, words, good := p.judge(p.typed[fieldOwn])
	next := p.button(keyGo, ButtonPrimary, "ui.continue")
	next.Off = !good
	s.Parts = []FormPart{field, p.notice(tone, p.a.text(words)), buttons(p.button(keyDrawn, ButtonQuiet, "ui.pass.drawn"))}
	s.Parts = append(append(s.Parts, p.state()...), FormPart{Kind: FormButtonUp, Buttons: []FormButton{next}})
	p.later(s)
}

// veryStrong is how many bits an own choice has that is as good as drawn words.
const veryStrong = 70

// judge says what an own choice is worth, in words.
func (p *Passphrase) judge(typed string) (Tone, i18n.Key, bool) {
	text, err := passphrase.Normal([]byte(typed))
	if err != nil {
		return Plain, "ui.pass.judge.empty", false
	}
	j := passphrase.Judge(text)
	switch j.Verdict {
	case passphrase.Short:
		return Warn, "ui.pass.judge.short", false
	case passphrase.Common:
		return Bad, "ui.pass.judge.common", false
	case passphrase.Weak:
		return Warn, "ui.pass.judge.weak", false
	case passphrase.Good:
	}
	if j.Bits >= veryStrong {
		return Good, "ui.pass.judge.strong", true
	}
	return Good, "ui.pass.judge.good", true
}

// repeat has it typed once more, out of sight.
func (p *Passphrase) repeat(s *FormScreen) {
	s.Key, s.Title, s.Lead = "pass.again", p.a.text("ui.pass.again.title"), p.a.text("ui.pass.again.lead")
	if p.purpose == forChange {
		s.Parts = append(s.Parts, p.secret(fieldPassphrase, "ui.pass.current", ""))
	}
	name := i18n.Key("ui.passphrase.new")
	if p.purpose == forCreate {
		name = "ui.passphrase"
	}
	s.Parts = append(s.Parts, p.secret(fieldAgain, name, ""))
	words := map[purpose]i18n.Key{forCreate: "ui.create.button", forChange: "ui.pass.change", forRecover: "ui.pass.change"}
	next := p.button(keyGo, ButtonPrimary, words[p.purpose])
	next.Off = p.a.busy != ""
	s.Parts = append(append(s.Parts, p.state()...), FormPart{Kind: FormButtonUp, Buttons: []FormButton{next}})
	if !p.own && p.a.busy == "" {
		s.Parts = append(s.Parts, buttons(p.button(keyShow, ButtonQuiet, "ui.pass.show-again")))
	}
	s.Back = p.a.text("ui.back")
}

// changed says that the new passphrase holds, and what it does not change.
func (p *Passphrase) changed(s *FormScreen) {
	s.Key, s.Title, s.Lead, s.Back = "pass.changed", p.a.text("ui.pass.changed.title"), p.a.text("ui.pass.changed.lead"), ""
	s.Parts = []FormPart{{Kind: FormButtonUp, Buttons: []FormButton{p.button(keyGo, ButtonPrimary, "ui.continue")}}}
}

// Set keeps what was typed, and judges an own choice.
func (p *Passphrase) Set(key, text string) {
	p.form.Set(key, text)
	if key == fieldOwn {
		p.a.publish()
	}
}

// Back goes back within the choice, then out of it.
func (p *Passphrase) Back() {
	switch {
	case p.a.busy != "":
		p.a.cancel()
	case p.again:
		p.unrepeat()
	case p.purpose == forRecover:
	default:
		p.form.Back()
	}
}

// unrepeat goes back to the words.
func (p *Passphrase) unrepeat() {
	p.again = false
	p.clear()
	p.typed[fieldAgain] = ""
	p.a.publish()
}

// Press does what a button says.
func (p *Passphrase) Press(key string) {
	switch {
	case p.common(key):
	case p.a.busy != "":
	case key == keyCopy:
		p.a.copySecret(p.words)
		p.copied = true
		p.a.publish()
	case key == keyDraw:
		p.copied = false
		p.draw()
		p.a.publish()
	case key == keyOwn, key == keyDrawn:
		p.own = key == keyOwn
		p.clear()
		p.a.publish()
	case key == keyShow:
		p.unrepeat()
	case key == keyLater, key == keyGo && p.done:
		p.finish()
	case key == keyGo && p.again:
		p.submit()
	case key == keyGo:
		p.confirm()
	}
}

// chosen is the passphrase that was chosen.
func (p *Passphrase) chosen() string {
	if p.own {
		return p.typed[fieldOwn]
	}
	return p.words
}

// confirm goes on to typing it once more.
func (p *Passphrase) confirm() {
	if p.own {
		if _, _, good := p.judge(p.typed[fieldOwn]); !good {
			p.a.publish()
			return
		}
	}
	p.again = true
	p.clear()
	p.a.publish()
}

// submit takes the passphrase if it was typed twice alike.
func (p *Passphrase) submit() {
	p.clear()
	first, errFirst := passphrase.Normal([]byte(p.chosen()))
	again, errAgain := passphrase.Normal([]byte(p.typed[fieldAgain]))
	switch {
	case errAgain != nil:
		p.fail(fieldAgain, faultEmpty)
	case errFirst != nil || first != again:
		p.fail(fieldAgain, faultRepeat)
	case p.purpose == forCreate:
		p.a.create(&p.form, first)
	default:
		p.change(first)
	}
}

// change puts the new passphrase in the place of the old one, which has to be
// known where the vault was not opened by the recovery sheet.
func (p *Passphrase) change(text string) {
	v, vaults, folder, old := p.a.vault, p.a.w.Vaults, p.a.folder, p.typed[fieldPassphrase]
	asked := p.purpose == forChange
	p.a.run("ui.pass.busy", func() (then, undo func()) {
		var err error
		if asked {
			err = knows(vaults, folder, old)
		}
		if err == nil {
			err = v.ChangePassphrase([]byte(text))
		}
		return func() { p.took(err) }, nil
	})
}

// knows tells whether a passphrase opens the vault.
func knows(v Vaults, folder, typed string) error {
	open, err := v.Open(folder, []byte(typed))
	discard(open)
	return err
}

func (p *Passphrase) took(err error) {
	if err == nil {
		p.done = true
		clear(p.typed)
		p.words = ""
		return
	}
	p.at, p.problem = "", faultOf(err, faultInternal)
	if p.problem == faultPassphrase {
		p.at = fieldPassphrase
	}
}

// finish leaves the choice.
func (p *Passphrase) finish() {
	if p.purpose == forRecover {
		p.a.arrive()
	} else {
		p.a.leavePlace()
	}
	p.a.publish()
}
