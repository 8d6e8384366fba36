package vm

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/storage"
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
}

type timer struct {
	at   time.Time
	do   func()
	gone bool
}

func newWorld(t *testing.T) *world {
	return &world{t: t, now: time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC), files: map[string][]byte{}, disk: &memory{}}
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
	return World{Library: library(w.t), Vaults: w.disk, Dispatch: w, Now: func() time.Time { return w.now }, After: w.after,
		Read: w.read, Stream: w.stream,
		NewID: w.id, Exports: "/exports", Write: func(path string, data []byte) error {
			w.files[path] = data
			return nil
		}}
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

// pass lets time go by and runs the timers that are due.
func (w *world) pass(d time.Duration) {
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

// memory is a vault without a disk.
type memory struct {
	made    bool
	open    int
	pass    string
	cases   map[storage.ID][]byte
	revs    map[storage.ID]uint64
	fail    error // of the next Puts
	puts    int
	removed int
	vault   *storage.Vault // for what is sealed; nil until it is asked for
}

func (m *memory) Exists(string) bool { return m.made }

func (m *memory) Create(_ string, pass []byte) (Vault, error) {
	m.made, m.pass = true, string(pass)
	m.cases, m.revs = map[storage.ID][]byte{}, map[storage.ID]uint64{}
	m.open++
	return &handle{memory: m}, nil
}

func (m *memory) Open(_ string, pass []byte) (Vault, error) {
	switch {
	case !m.made:
		return nil, fmt.Errorf("open: %w", storage.ErrNotVault)
	case string(pass) != m.pass:
		return nil, fmt.Errorf("open: %w", storage.ErrPassphrase)
	}
	m.open++
	return &handle{memory: m}, nil
}

type handle struct {
	*memory
	ExhibitStore // none: see inMemory
	closed       bool
}

func (h *handle) List() ([]storage.Entry, error) {
	var out []storage.Entry
	for id, data := range h.cases {
		out = append(out, storage.Entry{ID: id, Rev: h.revs[id], Size: len(data), Modified: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	}
	return out, nil
}

func (h *handle) Get(id storage.ID) ([]byte, uint64, error) {
	if data, ok := h.cases[id]; ok {
		return data, h.revs[id], nil
	}
	return nil, 0, storage.ErrNotFound
}

func (h *handle) Put(id storage.ID, data []byte, expected uint64) (uint64, error) {
	h.puts++
	switch {
	case h.closed:
		return 0, storage.ErrClosed
	case h.fail != nil:
		return 0, h.fail
	case h.revs[id] != expected:
		return 0, storage.ErrConflict
	}
	h.cases[id], h.revs[id] = slices.Clone(data), expected+1
	return expected + 1, nil
}

func (h *handle) Remove(id storage.ID, expected uint64) error {
	if h.revs[id] != expected {
		return storage.ErrConflict
	}
	delete(h.cases, id)
	delete(h.revs, id)
	h.removed++
	return nil
}

func (h *handle) Close() error {
	if h.closed {
		return errors.New("closed twice")
	}
	h.closed = true
	h.open--
	return nil
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

// begin starts the program, makes a vault and begins a case.
func begin(t *testing.T, lang Tag, p ProcedureID) (*world, *App) {
	t.Helper()
	w := newWorld(t)
	a := New(w.world(), "/vault", lang)
	a.Start().Submit(secret, secret)
	if a.Cases() == nil {
		t.Fatalf("the vault did not open: %+v", a.View().Start.Problem)
	}
	a.Cases().New(p)
	return w, a
}

// reopen is what follows on a kill: another program on the same disk.
func (w *world) reopen(lang Tag) *App {
	w.t.Helper()
	w.timers = nil
	a := New(w.world(), "/vault", lang)
	a.Start().Submit(secret, "")
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
