package vm

import (
	"strings"

	"recourse/i18n"
	"recourse/storage/passphrase"
)

// Start opens the vault, or makes it.
type Start struct {
	a       *App
	create  bool
	problem fault
}

// StartScreen is the first screen. Repeat is "" where an existing vault is
// opened. Busy says what is being done while it lasts.
type StartScreen struct {
	Title, Lead string
	Promises    []string // what holds for all that is told here; when a vault is made
	Passphrase  string
	Repeat      string
	Hint        string
	Button      string
	Busy        string
	Problem     *Message
}

func newStart(a *App) *Start { return &Start{a: a, create: !a.w.Vaults.Exists(a.folder)} }

func (s *Start) screen() *StartScreen {
	t := s.a.t
	out := &StartScreen{Passphrase: t.Text("ui.passphrase", nil)}
	if s.create {
		out.Title, out.Lead = t.Text("ui.create.title", nil), t.Text("ui.create.lead", nil)
		out.Promises = []string{t.Text("ui.promise.local", nil), t.Text("ui.promise.sealed", nil), t.Text("ui.promise.once", nil)}
		out.Repeat, out.Button = t.Text("ui.passphrase.repeat", nil), t.Text("ui.create.button", nil)
		out.Hint = t.Text("ui.passphrase.hint", i18n.Args{"n": passphrase.Least})
	} else {
		out.Title, out.Lead = t.Text("ui.unlock.title", nil), t.Text("ui.unlock.lead", nil)
		out.Button = t.Text("ui.unlock", nil)
	}
	if s.a.busy != "" {
		out.Busy = t.Text(s.a.busy, nil)
	}
	if s.problem != "" {
		m := s.problem.words(t)
		out.Problem = &m
	}
	return out
}

func (s *Start) fill(v *View) { v.Start = s.screen() }

// speak changes nothing: a view has the words.
func (s *Start) speak() {}

// Submit opens the vault with a passphrase; where there is none yet it makes
// one, and repeat has to be the same.
func (s *Start) Submit(typed, repeat string) {
	if s.a.busy != "" {
		return
	}
	if s.problem = s.refuse(typed, repeat); s.problem != "" {
		s.a.publish()
		return
	}
	what, open := i18n.Key("ui.unlock.busy"), s.a.w.Vaults.Open
	if s.create {
		what, open = "ui.create.busy", s.a.w.Vaults.Create
	}
	s.a.run(what, func() (then, undo func()) {
		v, err := open(s.a.folder, []byte(typed))
		return func() { s.opened(v, err) }, func() { discard(v) }
	})
}

func (s *Start) refuse(typed, repeat string) fault {
	bare := strings.TrimSpace(typed)
	switch {
	case bare == "":
		return faultEmpty
	case s.create && typed != repeat:
		return faultRepeat
	case s.create:
		return poor(bare)
	}
	return ""
}

// poor says why a new passphrase is refused; "" where it may protect a vault.
func poor(typed string) fault {
	text, err := passphrase.Normal([]byte(typed))
	if err != nil {
		return faultEmpty
	}
	switch passphrase.Judge(text).Verdict {
	case passphrase.Short:
		return faultShort
	case passphrase.Common, passphrase.Weak:
		return faultWeak
	case passphrase.Good:
	}
	return ""
}

// opened takes the outcome of opening.
func (s *Start) opened(v Vault, err error) {
	if err != nil {
		s.problem = faultOf(err, faultInternal)
		s.create = !s.a.w.Vaults.Exists(s.a.folder)
		return
	}
	s.a.vault = v
	s.a.showCases()
}

// discard closes a vault that nobody waits for any more. A failure to close it
// frees nothing that could be freed otherwise.
func discard(v Vault) {
	if v != nil {
		_ = v.Close()
	}
}
