package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestListTellsEachCase proves that revision, size and date are those of the
// case, and that foreign files are passed over and kept.
func TestListTellsEachCase(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idA, "three", 1)
	mustPut(t, v, idB, "", 0)
	foreign := filepath.Join(dir, casesDir, "notes (conflicted copy)")
	empty := filepath.Dir(caseAt(t, dir, idC))
	if err := errors.Join(os.Mkdir(foreign, 0o700), os.Mkdir(empty, 0o700)); err != nil {
		t.Fatal(err)
	}
	stamp := time.Date(2020, 2, 29, 12, 0, 0, 0, time.UTC)
	if err := os.Chtimes(caseAt(t, dir, idA), stamp, stamp); err != nil {
		t.Fatal(err)
	}
	entries, err := v.List()
	if err != nil || len(entries) != 2 {
		t.Fatalf("List = %v, %v; want two entries", entries, err)
	}
	byID := map[ID]Entry{entries[0].ID: entries[0], entries[1].ID: entries[1]}
	a, b := byID[idA], byID[idB]
	if a.Rev != 2 || a.Size != 5 || a.Err != nil || !a.Modified.Equal(stamp) {
		t.Errorf("first case: %+v", a)
	}
	if b.Rev != 1 || b.Size != 0 || b.Err != nil {
		t.Errorf("second case: %+v", b)
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
}

// TestOnlyTheReadRevisionIsReplaced proves that no write or removal passes over
// a change that its caller has not seen.
func TestOnlyTheReadRevisionIsReplaced(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idA, "two", 1)
	for _, expected := range []uint64{0, 1, 3, 1 << 63} {
		if _, err := v.Put(idA, []byte("lost"), expected); !errors.Is(err, ErrConflict) {
			t.Errorf("Put expecting %d = %v, want ErrConflict", expected, err)
		}
		if err := v.Remove(idA, expected); !errors.Is(err, ErrConflict) {
			t.Errorf("Remove expecting %d = %v, want ErrConflict", expected, err)
		}
	}
	if _, err := v.Put(idB, []byte("gone"), 1); !errors.Is(err, ErrConflict) {
		t.Errorf("Put of a case that is gone = %v, want ErrConflict", err)
	}
	holds(t, v, idA, "two", 2)
}

// TestARemovedCaseIsGone proves that nothing of it stays in the folder, and that
// its id may be used anew.
func TestARemovedCaseIsGone(t *testing.T) {
	v, dir := newVault(t)
	before := len(filesIn(t, dir))
	mustPut(t, v, idA, "one", 0)
	if err := v.Remove(idA, 1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Get(idA); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get = %v, want ErrNotFound", err)
	}
	if err := v.Remove(idA, 1); !errors.Is(err, ErrNotFound) {
		t.Errorf("Remove again = %v, want ErrNotFound", err)
	}
	if _, err := os.Stat(filepath.Dir(caseAt(t, dir, idA))); !os.IsNotExist(err) || len(filesIn(t, dir)) != before {
		t.Errorf("something of the case is left: %v", filesIn(t, dir))
	}
	mustPut(t, v, idA, "anew", 0)
}

// TestRemoveKeepsFilesOfOthers proves that a sync program's copy is not deleted.
func TestRemoveKeepsFilesOfOthers(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "one", 0)
	copied := filepath.Join(filepath.Dir(caseAt(t, dir, idA)), "draft (1).age")
	write(t, copied, []byte("x"))
	if err := v.Remove(idA, 1); err != nil {
		t.Fatal(err)
	}
	read(t, copied)
}

// TestOnlyCanonicalIDs proves that an id is one name only, cannot leave the
// vault, and is not repeated in the error when it is something else.
func TestOnlyCanonicalIDs(t *testing.T) {
	v, _ := newVault(t)
	for _, id := range []ID{"", "../../etc", "Maria Lopez", ID(strings.ToUpper(string(idA))), "{" + idA + "}",
		"urn:uuid:" + idA, ID(strings.ReplaceAll(string(idA), "-", ""))} {
		_, _, getErr := v.Get(id)
		_, putErr := v.Put(id, nil, 0)
		for _, err := range []error{getErr, putErr, v.Remove(id, 1)} {
			if !errors.Is(err, ErrInvalidID) || (id != "" && strings.Contains(err.Error(), string(id))) {
				t.Errorf("%q: %v", id, err)
			}
		}
	}
	for _, name := range []string{"", "c", strings.Repeat("a", 25) + "b", strings.Repeat("A", 26), strings.Repeat("a", 32)} {
		if id, ok := idOf(name); ok {
			t.Errorf("folder %q passes for case %s", name, id)
		}
	}
}

// TestAVanishedVaultIsNoEmptyVault proves that a pulled memory stick is told
// from a missing case, and that nothing is written in its place.
func TestAVanishedVaultIsNoEmptyVault(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "one", 0)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	_, listErr := v.List()
	_, _, getErr := v.Get(idA)
	_, putErr := v.Put(idA, nil, 1)
	_, newErr := v.Put(idB, nil, 0)
	for _, err := range []error{listErr, getErr, putErr, newErr, v.Remove(idA, 1)} {
		if !errors.Is(err, ErrNotVault) {
			t.Errorf("got %v, want ErrNotVault", err)
		}
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder is back: %v", err)
	}
}

// TestAgainstAModel proves, over random sequences of calls and reopenings, that
// the vault behaves as a map from id to data and revision.
func TestAgainstAModel(t *testing.T) {
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		v, err := create(osDisk{}, dir, []byte(passphrase), testFactor)
		if err != nil {
			t.Fatal(err)
		}
		m := model{vault: v, dir: dir, cases: map[ID]string{}, revs: map[ID]uint64{}}
		t.Repeat(map[string]func(*rapid.T){"put": m.put, "remove": m.remove, "reopen": m.reopen, "": m.check})
		_ = m.vault.Close()
	})
}

type model struct {
	vault *Vault
	dir   string
	cases map[ID]string
	revs  map[ID]uint64
}

func (m *model) draw(t *rapid.T) (ID, uint64) {
	id := rapid.SampledFrom([]ID{idA, idB, idC}).Draw(t, "id")
	return id, rapid.SampledFrom([]uint64{m.revs[id], m.revs[id], m.revs[id], 0, 2}).Draw(t, "expected")
}

func (m *model) put(t *rapid.T) {
	id, expected := m.draw(t)
	data := rapid.String().Draw(t, "data")
	rev, err := m.vault.Put(id, []byte(data), expected)
	if (err == nil) != (expected == m.revs[id]) || (err != nil && !errors.Is(err, ErrConflict)) {
		t.Fatalf("Put expecting %d of %d = %v", expected, m.revs[id], err)
	}
	if err == nil {
		m.cases[id], m.revs[id] = data, rev
	}
}

func (m *model) remove(t *rapid.T) {
	id, expected := m.draw(t)
	err := m.vault.Remove(id, expected)
	want := error(nil)
	if m.revs[id] == 0 {
		want = ErrNotFound
	} else if expected != m.revs[id] {
		want = ErrConflict
	}
	if !errors.Is(err, want) {
		t.Fatalf("Remove expecting %d of %d = %v, want %v", expected, m.revs[id], err, want)
	}
	if err == nil {
		delete(m.cases, id)
		delete(m.revs, id)
	}
}

func (m *model) reopen(t *rapid.T) {
	_ = m.vault.Close()
	v, err := open(osDisk{}, m.dir, []byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	m.vault = v
}

func (m *model) check(t *rapid.T) {
	entries, err := m.vault.List()
	if err != nil || len(entries) != len(m.cases) {
		t.Fatalf("List = %d entries, %v; want %d", len(entries), err, len(m.cases))
	}
	for _, e := range entries {
		data, rev, err := m.vault.Get(e.ID)
		if err != nil || e.Err != nil || string(data) != m.cases[e.ID] || rev != m.revs[e.ID] || e.Rev != rev {
			t.Fatalf("case %s is not as put: %v, %v", e.ID, err, e.Err)
		}
	}
}
