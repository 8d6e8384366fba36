package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// mark is what was acknowledged after so many changes of the disk.
type mark struct {
	changes    int
	saved      map[ID]uint64 // revisions; 0 for a case that was erased
	exhibits   map[ID]int
	passphrase string
}

// story does what a person does with a vault, by chance, on a disk that writes
// down its changes, and marks what was acknowledged when.
type story struct {
	disk   *recorder
	v      *Vault
	chance *rand.Rand
	now    mark
	marks  []mark
	trying string // the passphrase that is being set
}

// text is what a revision of a case holds; sizes differ much.
func text(id ID, rev uint64) string {
	return strings.Repeat(fmt.Sprintf("%s %d\n", id[:4], rev), int(rev*rev%50)+1)
}

func newStory(t *testing.T, r *recorder, seed uint64) *story {
	t.Helper()
	s := &story{disk: r, chance: rand.New(rand.NewPCG(seed, 1))}
	v, err := create(small(r), home, []byte(passphraseText))
	if err != nil {
		t.Fatal(err)
	}
	s.v, s.now = v, mark{saved: map[ID]uint64{}, exhibits: map[ID]int{}, passphrase: passphraseText}
	s.acknowledge()
	return s
}

func (s *story) acknowledge() {
	m := mark{changes: len(s.disk.log), saved: map[ID]uint64{}, exhibits: map[ID]int{}, passphrase: s.now.passphrase}
	for id, rev := range s.now.saved {
		m.saved[id] = rev
	}
	for id, n := range s.now.exhibits {
		m.exhibits[id] = n
	}
	s.marks = append(s.marks, m)
}

// step does one thing and marks it.
func (s *story) step() error {
	id := []ID{idA, idB, idC}[s.chance.IntN(3)]
	rev := s.now.saved[id]
	var err error
	switch n := s.chance.IntN(20); {
	case n == 0 && rev > 0:
		if err = s.v.Remove(id, rev); err == nil {
			s.now.saved[id], s.now.exhibits[id] = 0, 0
		}
	case n <= 2 && rev > 0:
		_, err = s.v.AddExhibit(id, Source{Name: "x", Data: strings.NewReader(text(id, rev))})
		s.now.exhibits[id]++
	case n == 4:
		_, err = s.v.NewRecovery()
	case n == 3:
		s.trying = fmt.Sprint("words number ", s.chance.IntN(1000))
		err = s.v.ChangePassphrase([]byte(s.trying))
		s.now.passphrase = s.trying
	default:
		s.now.saved[id], err = s.v.Put(id, []byte(text(id, rev+1)), rev)
	}
	s.acknowledge()
	return err
}

// at returns what was acknowledged before a number of changes, and what was
// being done then.
func (s *story) at(changes int) (before, next mark) {
	for i, m := range s.marks {
		if m.changes > changes {
			return s.marks[max(i-1, 0)], m
		}
		before = m
	}
	return before, before
}

// survived opens what a power loss has left and returns what is wrong with it.
func survived(m *memory, before, next mark) error {
	v, err := openEither(m, before.passphrase, next.passphrase)
	if err != nil {
		return err
	}
	defer v.Close()
	if list, err := v.Verify(nil); err != nil || len(list) > 0 || len(v.Findings()) > 0 {
		return fmt.Errorf("Verify = %v, %v; opening found %v", list, err, v.Findings())
	}
	for _, id := range []ID{idA, idB, idC} {
		if err := wholeCase(v, id, before.saved[id], next.saved[id], before.exhibits[id]); err != nil {
			return err
		}
	}
	return goesOn(v)
}

func openEither(m *memory, before, next string) (*Vault, error) {
	v, err := open(small(m), home, []byte(before))
	if errors.Is(err, ErrPassphrase) {
		v, err = open(small(m), home, []byte(next))
	}
	return v, err
}

// wholeCase wants a case to be at the acknowledged revision or the one that was
// being saved, with the text of that revision and its exhibits.
func wholeCase(v *Vault, id ID, before, next uint64, exhibits int) error {
	data, rev, err := v.Get(id)
	if errors.Is(err, ErrNotFound) && (before == 0 || next == 0) {
		return nil
	}
	if err != nil || rev != before && rev != next || string(data) != text(id, rev) {
		return fmt.Errorf("case %s: revision %d, %w; acknowledged was %d", id, rev, err, before)
	}
	if list, err := v.Exhibits(id); err != nil || rev == before && next != 0 && len(list) < exhibits {
		return fmt.Errorf("case %s has %d exhibits, %w; want %d", id, len(list), err, exhibits)
	}
	return nil
}

// goesOn saves a case once more.
func goesOn(v *Vault) error {
	entries, err := v.List()
	if err != nil || len(entries) == 0 {
		return err
	}
	e := entries[0]
	if again, err := v.Put(e.ID, []byte(text(e.ID, e.Rev+1)), e.Rev); err != nil || again != e.Rev+1 {
		return fmt.Errorf("case %s takes no next revision: %w", e.ID, err)
	}
	return nil
}

// losses lets the power go at so many moments of stories and returns how many
// states were looked at and the first fault.
func losses(t *testing.T, states int, careless func(*recorder)) (int, error) {
	t.Helper()
	const perStory = 100
	for done, seed := 0, first(t); done < states; seed++ {
		r := newRecorder()
		careless(r)
		s := newStory(t, r, seed)
		for range 12 {
			if err := s.step(); err != nil {
				t.Fatalf("story %d: %v", seed, err)
			}
		}
		begin := s.marks[0].changes
		for range perStory {
			at := begin + s.chance.IntN(len(r.log)-begin+1)
			left := replay(r.log[:at]).powerLoss(s.chance)
			before, next := s.at(at)
			if err := survived(left, before, next); err != nil {
				return done, fmt.Errorf("story %d, %d of %d changes, after %v: %w\n%s", seed, at, len(r.log), r.log[max(0, at-1)].op, err, left.list())
			}
			done++
			progress(t, done, states)
			if done == states {
				break
			}
		}
	}
	return states, nil
}

// first is the seed of the first story: 0, or RECOURSE_SEED, so that a long run can
// be parted or gone on with.
func first(t *testing.T) uint64 {
	t.Helper()
	seed := uint64(0)
	if text := os.Getenv("RECOURSE_SEED"); text != "" {
		if _, err := fmt.Sscan(text, &seed); err != nil {
			t.Fatal(err)
		}
	}
	return seed
}

// TestNothingIsLostWhenThePowerGoes proves (R2) that after a power loss at any
// moment every acknowledged save, exhibit, removal and passphrase is there, that
// what was being done is done or not, that nothing is reported as damage, and
// that work goes on. The long run looks at a million states.
func TestNothingIsLostWhenThePowerGoes(t *testing.T) {
	states := 250
	if long() {
		states = 1_000_000
	}
	if n, err := losses(t, states, func(*recorder) {}); err != nil {
		t.Fatalf("after %d states: %v", n, err)
	}
	t.Logf("%d states", states)
}

// TestThePowerLossesFindMissingSyncs proves that the test above fails when the
// sync of files or that of folders is left out.
func TestThePowerLossesFindMissingSyncs(t *testing.T) {
	for name, careless := range map[string]func(*recorder){
		"files":   func(r *recorder) { r.noFileSync = true },
		"folders": func(r *recorder) { r.noDirSync = true },
	} {
		if n, err := losses(t, 100, careless); err == nil {
			t.Errorf("without syncs of %s %d states were all well", name, n)
		}
	}
}

// TestNothingIsLostWhenThePowerGoesAtTheBeginning proves that after a power loss
// while a vault is made either the vault opens or the folder takes a new one.
func TestNothingIsLostWhenThePowerGoesAtTheBeginning(t *testing.T) {
	chance := rand.New(rand.NewPCG(7, 7))
	r := newRecorder()
	newStory(t, r, 0)
	for range 150 {
		at := chance.IntN(len(r.log) + 1)
		left := replay(r.log[:at]).powerLoss(chance)
		v, err := open(small(left), home, []byte(passphraseText))
		if errors.Is(err, ErrNotVault) {
			v, err = create(small(left), home, []byte(passphraseText))
		}
		if err != nil {
			t.Fatalf("after %d changes: %v\n%s", at, err, left.list())
		}
		mustPut(t, v, idA, "text", 0)
		clean(t, v)
		_ = v.Close()
	}
}
