package vm

import (
	"strings"
	"time"

	"recourse/i18n"
	"recourse/storage"
)

// Start opens the vault with its passphrase.
type Start struct {
	form
	why i18n.Key // why the vault was locked by itself; "" where it was not
}

// fieldPassphrase is the field for the passphrase that there is.
const fieldPassphrase = "passphrase"

// What the buttons of the screen do.
const (
	keyRecover = "recover"
	keyLeave   = "leave"
	keyRestore = "restore"
)

func newStart(a *App) *Start { return &Start{form: newForm(a)} }

// begin is the first screen: that which opens the vault, or the first start.
func (a *App) begin() place {
	if a.w.Vaults.Exists(a.folder) {
		return newStart(a)
	}
	return newFirst(a)
}

func (s *Start) fill(v *View) {
	f := &FormScreen{Key: "unlock", Card: true, Title: s.a.text("ui.unlock.title"), Lead: s.a.text("ui.unlock.lead")}
	if s.why != "" && s.problem == "" && s.a.busy == "" {
		f.Parts = append(f.Parts, s.notice(Soft, s.a.text(s.why)))
	}
	f.Parts = append(f.Parts, s.secret(fieldPassphrase, "ui.passphrase", ""))
	open := s.button(keyGo, ButtonPrimary, "ui.unlock")
	open.Off = s.a.busy != "" || s.a.wait() > 0
	f.Parts = append(append(f.Parts, s.state()...), s.waiting()...)
	links := buttons(s.button(keyRecover, ButtonQuiet, "ui.unlock.recover"), s.button(keyLeave, ButtonSoft, "ui.leave"))
	links.Small = true
	f.Parts = append(f.Parts, FormPart{Kind: FormButtonUp, Buttons: []FormButton{open}}, links, FormPart{Kind: FormRule}, s.languages())
	v.Form = f
}

// waiting says how long the next try has to wait.
func (s *Start) waiting() []FormPart {
	left := s.a.wait()
	if left <= 0 || s.a.busy != "" {
		return nil
	}
	return []FormPart{s.notice(Warn, s.a.t.Text("ui.unlock.wait", i18n.Args{"n": int(left / time.Second)}))}
}

// Press does what a button says.
func (s *Start) Press(key string) {
	switch {
	case s.common(key):
	case key == keyLeave:
		s.a.Leave()
	case s.a.busy != "":
	case key == keyGo:
		s.Submit(s.typed[fieldPassphrase])
	case key == keyRecover:
		s.a.enter(newRecover(s.a))
		s.a.publish()
	}
}

// Back does nothing: there is nothing behind the locked door.
func (s *Start) Back() {}

// Submit opens the vault with a passphrase.
func (s *Start) Submit(typed string) {
	if s.a.busy != "" || s.a.wait() > 0 {
		return
	}
	s.clear()
	if strings.TrimSpace(typed) == "" {
		s.fail("", faultEmpty)
		return
	}
	s.a.open(&s.form, "ui.unlock.busy", func() (Vault, error) { return s.a.w.Vaults.Open(s.a.folder, []byte(typed)) },
		func() { s.a.arrive() })
}

// open has a vault opened, and counts the tries that fail.
func (a *App) open(f *form, what i18n.Key, how func() (Vault, error), then func()) {
	closing := a.closing
	a.runJob(what, func(storage.Progress) (func(), func()) {
		if closing != nil {
			<-closing
		}
		v, err := how()
		p := defaults()
		if err == nil {
			p = readPrefs(v)
		}
		return func() { a.opened(f, v, p, err, then) }, func() { discard(v) }
	})
}

// opened takes the outcome of opening.
func (a *App) opened(f *form, v Vault, p prefs, err error, then func()) {
	if err != nil {
		a.refused(f, faultOf(err, faultInternal))
		return
	}
	a.wrong = 0
	a.take(v, p)
	then()
}

// refused says why a vault did not open, and has the next try wait.
func (a *App) refused(f *form, why fault) {
	f.at, f.problem = "", why
	if why != faultPassphrase && why != faultRecovery {
		return
	}
	a.wrong++
	counting := a.left > 0
	a.left = storage.TryDelay(a.wrong)
	if !counting {
		a.countDown()
	}
}

// wait is how long the next try has to wait still. It is counted in seconds that
// pass, so that a clock that jumps neither shortens it nor locks anybody out.
func (a *App) wait() time.Duration { return a.left }

// countDown shows each second how long there is to wait.
func (a *App) countDown() {
	if a.left <= 0 {
		return
	}
	a.w.After(time.Second, func() {
		a.left -= time.Second
		a.countDown()
		a.publish()
	})
}

// discard closes a vault that nobody waits for any more. A failure to close it
// frees nothing that could be freed otherwise.
func discard(v Vault) {
	if v != nil {
		_ = v.Close()
	}
}
