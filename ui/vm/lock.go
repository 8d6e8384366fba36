package vm

import (
	"time"

	"recourse/i18n"
)

// The times of locking: how often it is looked, how much longer than that is a
// sleep of the computer, and within what time three presses of Escape are one wish.
const (
	lookEvery   = 5 * time.Second
	sleptAfter  = 20 * time.Second
	escapesIn   = 2 * time.Second
	escapesWant = 3
	leaveAtMost = 2 * time.Second // that the draft may take when one leaves quickly
)

// watch begins to look whether the vault has to be locked.
func (a *App) watch() {
	a.idle, a.looked = 0, a.wallClock()
	a.looks++
	a.lookAgain(a.looks)
}

// wallClock is the time that goes on while the computer sleeps.
func (a *App) wallClock() time.Time { return a.w.Now().Round(0) }

func (a *App) lookAgain(round int) {
	a.w.After(lookEvery, func() {
		if a.vault != nil && round == a.looks {
			a.look()
			a.lookAgain(round)
		}
	})
}

// look locks where the computer has slept, or nobody was here for long. What is
// counted are looks, so that a clock that jumps neither locks late nor never.
func (a *App) look() {
	gap := a.wallClock().Sub(a.looked)
	a.looked = a.wallClock()
	a.idle += lookEvery
	slept := gap > lookEvery+sleptAfter
	switch {
	case a.nothing && slept: // it cannot be locked; its time goes on
		a.idle += gap - lookEvery
	case slept:
		a.asleep = "ui.locked.slept"
	}
	if a.idle >= a.idleLimit() {
		a.asleep = "ui.locked.idle"
	}
	switch {
	case a.asleep != "" && a.busy == "":
		a.flush(func() { a.lockFor(a.asleep) })
	case a.nothing && a.idle >= a.idleLimit()-lastMinute:
		a.publish() // the banner of its end
	}
}

// Touch says that the person is here: a key, the mouse or a finger has moved.
func (a *App) Touch() {
	ending := a.nothing && a.idle >= a.idleLimit()-lastMinute
	a.idle = 0
	if ending {
		a.publish()
	}
}

// lockFor locks, and says why on the screen that opens again.
func (a *App) lockFor(why i18n.Key) {
	a.lock()
	if s := a.Start(); s != nil && !a.nothing {
		s.why = why
	}
}

// Escape is a press of Escape, wherever the keyboard is. The third one within a
// moment leaves the program.
func (a *App) Escape() {
	now := a.w.Now()
	recent := a.escapes[:0]
	for _, at := range a.escapes {
		if gap := now.Sub(at); gap >= 0 && gap < escapesIn {
			recent = append(recent, at)
		}
	}
	a.escapes = append(recent, now)
	if len(a.escapes) >= escapesWant {
		a.escapes = nil
		a.Leave()
	}
}

// Leave ends the program at once and without a question: the window goes first,
// what was typed is saved, the vault closed, the clipboard cleared. A medium that
// does not answer is not waited for.
func (a *App) Leave() {
	if a.leaving {
		return
	}
	a.leaving = true
	a.w.Hide()
	a.clearCopied()
	a.drop()
	if a.vault == nil {
		a.afterClosing(a.w.Quit)
		return
	}
	a.w.After(leaveAtMost, a.w.Quit)
	end := func() {
		a.lock()
		a.afterClosing(a.w.Quit)
	}
	if a.file == nil {
		end()
		return
	}
	a.file.flush(func(bool) { end() })
}

// lock closes the vault and forgets all that was open.
func (a *App) lock() {
	a.drop()
	a.noteSpot()
	a.noteSize()
	saving := a.remembering()
	a.shut()
	a.clearCopied()
	a.asleep = ""
	v := a.vault
	a.vault, a.readOnly, a.findings = nil, nil, nil
	a.restart(a.begin())
	closed := make(chan struct{})
	a.closing = closed
	a.w.Dispatch.Go(func() func() {
		if saving != nil {
			saving()
		}
		err := v.Close()
		close(closed)
		return func() { a.closed(closed, err) }
	})
}

// closed takes the outcome of closing a vault.
func (a *App) closed(which chan struct{}, err error) {
	if a.closing == which {
		a.closing = nil
	}
	if s := a.Start(); err != nil && s != nil {
		s.at, s.problem = "", faultOf(err, faultInternal)
	}
	waiting := a.ending
	a.ending = nil
	for _, do := range waiting {
		do()
	}
	a.publish()
}

// afterClosing does something once no vault is being closed any more.
func (a *App) afterClosing(do func()) {
	if a.closing == nil {
		do()
		return
	}
	a.ending = append(a.ending, do)
}
