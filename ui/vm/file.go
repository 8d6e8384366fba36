package vm

import (
	"fmt"
	"time"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// The times of saving: how long after the last key, how long at most after the first
// one that is not saved, and how long until the next try after a failure.
const (
	saveAfter  = 600 * time.Millisecond
	saveWithin = 3 * time.Second
	retryAfter = 15 * time.Second
)

// file is the open case and what of it is on the disk.
type file struct {
	a       *App
	c       forms.Case
	rev     uint64 // the stored revision; 0 for none
	edits   int    // changes made since it was opened
	stored  int    // of these, changes on the disk
	writing bool
	closed  bool
	stop    func()    // calls off the timer
	since   time.Time // the first change that was not begun to be written; zero for none
	fault   fault     // of the last try to save; "" for none
	at      time.Time
	waiting []func(ok bool)
}

// change takes a new state of the case and saves it soon.
func (f *file) change(c forms.Case) {
	if f.a.readOnly != nil {
		return
	}
	f.c = c
	f.edits++
	now := f.a.w.Now()
	if f.since.IsZero() {
		f.since = now
	}
	if now.Sub(f.since) >= saveWithin { // who types without a pause is saved too
		f.save()
		return
	}
	f.later(saveAfter)
}

func (f *file) later(d time.Duration) {
	f.calm()
	f.stop = f.a.w.After(d, func() {
		f.stop = nil
		if !f.closed {
			f.save()
			f.a.publish()
		}
	})
}

func (f *file) calm() {
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
}

func (f *file) close() {
	f.closed = true
	f.calm()
}

// save writes the case, unless it is being written or nothing has changed.
func (f *file) save() {
	f.calm()
	if f.writing {
		return
	}
	if f.edits == f.stored {
		f.settle(true)
		return
	}
	data, err := forms.EncodeCase(f.c)
	if err != nil {
		f.fail(err)
		return
	}
	f.writing, f.since = true, time.Time{}
	edits, id, rev, vault := f.edits, storage.ID(f.c.ID), f.rev, f.a.vault
	f.a.w.Dispatch.Go(func() func() {
		next, err := vault.Put(id, data, rev)
		return func() { f.written(edits, next, err) }
	})
}

// written takes the outcome of a write.
func (f *file) written(edits int, rev uint64, err error) {
	f.writing = false
	if f.closed {
		return
	}
	if err != nil {
		f.fail(err)
		f.a.publish()
		return
	}
	f.rev, f.stored, f.fault, f.at = rev, edits, "", f.a.w.Now()
	if f.a.leave && len(f.waiting) == 0 {
		f.a.leave = false
	}
	switch {
	case f.edits == f.stored:
		f.settle(true)
	case len(f.waiting) > 0:
		f.save()
	case f.stop == nil:
		f.later(saveAfter)
	}
	f.a.publish()
}

func (f *file) fail(err error) {
	f.fault = faultOf(fmt.Errorf("save case: %w", err), faultSave)
	f.settle(false)
	if !f.closed {
		f.later(retryAfter)
	}
}

// settle answers those that wait for the end of saving.
func (f *file) settle(ok bool) {
	waiting := f.waiting
	f.waiting = nil
	for _, do := range waiting {
		do(ok)
	}
}

// flush saves at once and says how it went.
func (f *file) flush(then func(ok bool)) {
	f.waiting = append(f.waiting, then)
	f.save()
}

// saved is the state of saving in words.
func (f *file) saved() Saved {
	t := f.a.t
	switch {
	case f.edits == 0 && f.rev == 0:
		return Saved{State: NothingToSave}
	case f.writing:
		return Saved{State: Saving, Text: t.Text("ui.saving", nil)}
	case f.fault != "":
		return f.failed()
	case f.edits != f.stored:
		return Saved{State: Unsaved, Text: t.Text("ui.saving", nil)}
	case f.at.IsZero():
		return Saved{State: IsSaved, Text: t.Text("ui.saved", nil)}
	}
	return Saved{State: IsSaved, Text: t.Text("ui.saved-at", i18n.Args{"time": clock(t, f.at)})}
}

func (f *file) failed() Saved {
	t := f.a.t
	m := f.fault.words(t)
	s := Saved{State: SaveFailed, Text: t.Text("ui.not-saved", nil), Problem: &m, Retry: t.Text("ui.retry", nil)}
	if f.fault == faultConflict || f.fault == faultDamaged {
		s.Copy = t.Text("ui.save-copy", nil)
	}
	s.Rescue = t.Text("ui.rescue", nil)
	if f.a.leave {
		s.Discard = t.Text("ui.lock-unsaved", nil)
	}
	return s
}
