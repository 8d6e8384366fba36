package vm

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"recourse/forms"
	"recourse/forms/packs"
)

const (
	complaint ProcedureID = "gdpr-art77-complaint"
	challenge ProcedureID = "eu-eevidence-order-challenge"
	secret                = "four words of mine"
)

// world is a World in memory: a clock that the test turns, timers that run when
// it does, ids that count, a vault without a disk.
type world struct {
	t      *testing.T
	now    time.Time
	timers []*timer
	ids    int
	disk   *memory
	files  map[string][]byte
	held   []func() (then func()) // long work that waits, where hold is set
	hold   bool
	outside
}

type timer struct {
	at   time.Time
	do   func()
	gone bool
}

func newWorld(t *testing.T) *world {
	return &world{t: t, now: time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC), files: map[string][]byte{}, disk: made(), outside: outside{clip: &clipboard{}}}
}

// shipped is the library of all tests; it is read once and never changes.
var shipped = sync.OnceValues(packs.OpenEmbedded)

func library(t testing.TB) *packs.Library {
	t.Helper()
	l, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (w *world) world() World {
	return World{Library: library(w.t), Vaults: w.disk, Files: w, Dispatch: w, Now: func() time.Time { return w.now }, After: w.after,
		Stream: w.stream,
		NewID:  w.id, Exports: "/exports", Write: func(path string, data []byte) error {
			if w.unwritable != nil {
				return w.unwritable
			}
			w.files[path] = data
			return nil
		}, Rim: w.rim()}
}

func (w *world) id() string {
	w.ids++
	return fmt.Sprintf("00000000-0000-4000-8000-%012d", w.ids)
}

func (w *world) after(d time.Duration, do func()) func() {
	x := &timer{at: w.now.Add(d), do: do}
	w.timers = append(w.timers, x)
	return func() { x.gone = true }
}

// pass lets time go by, a second at a time, and runs the timers that are due.
func (w *world) pass(d time.Duration) {
	for ; d > time.Second; d -= time.Second {
		w.jump(time.Second)
	}
	w.jump(d)
}

// jump puts the clock on at once, as a sleep of the computer does.
func (w *world) jump(d time.Duration) {
	w.now = w.now.Add(d)
	due := w.timers
	w.timers = nil
	for _, x := range due {
		switch {
		case x.gone:
		case x.at.After(w.now):
			w.timers = append(w.timers, x)
		default:
			x.do()
		}
	}
}

// Go runs work at once, or holds it until release.
func (w *world) Go(work func() (then func())) {
	if w.hold {
		w.held = append(w.held, work)
		return
	}
	work()()
}

// release runs the work that was held, the last first, as a slow machine may.
func (w *world) release() {
	held := w.held
	w.held, w.hold = nil, false
	for _, work := range slices.Backward(held) {
		work()()
	}
}

// stored reads the only case on the disk.
func (w *world) stored() forms.Case {
	w.t.Helper()
	if len(w.disk.cases) != 1 {
		w.t.Fatalf("%d cases on the disk, want 1", len(w.disk.cases))
	}
	for _, data := range w.disk.cases {
		c, err := forms.DecodeCase(data)
		if err != nil {
			w.t.Fatal(err)
		}
		return c
	}
	return forms.Case{}
}

// begin starts the program, opens the vault and begins a case.
func begin(t *testing.T, lang Tag, p ProcedureID) (*world, *App) {
	t.Helper()
	w := newWorld(t)
	a := New(w.world(), "/vault", lang)
	a.Start().Submit(secret)
	if a.Cases() == nil {
		t.Fatalf("the vault did not open: %+v", a.View().Form)
	}
	a.Cases().New(p)
	return w, a
}

// reopen is what follows on a kill: another program on the same disk.
func (w *world) reopen(lang Tag) *App {
	w.t.Helper()
	w.timers = nil
	a := New(w.world(), "/vault", lang)
	a.Start().Submit(secret)
	if a.Cases() == nil {
		w.t.Fatal("the vault did not open again")
	}
	return a
}

// field finds a field of the page on screen.
func field(t *testing.T, a *App, at Path) Field {
	t.Helper()
	s := a.View().Interview
	if s == nil {
		t.Fatal("the interview is not on screen")
	}
	for _, f := range s.Fields {
		if f.Key == at {
			return f
		}
	}
	t.Fatalf("%s is not on the page %s", at, s.Key)
	return Field{}
}

func value(t *testing.T, a *App, at Path, part string) string {
	t.Helper()
	for _, p := range field(t, a, at).Parts {
		if p.Name == part {
			return p.Value
		}
	}
	t.Fatalf("%s has no part %s", at, part)
	return ""
}

// goTo goes to a page, and fails where it is not asked.
func goTo(t *testing.T, a *App, at Path) {
	t.Helper()
	a.Interview().GoTo(at)
	field(t, a, at)
}
