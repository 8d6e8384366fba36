package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestListTellsEachCase proves that revision, size, date and exhibits are those
// of the case, and that foreign files are passed over, kept and reported.
func TestListTellsEachCase(t *testing.T) {
	v, dir := newVault(t)
	begin := v.world.now()
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idA, "three", 1)
	mustPut(t, v, idB, "", 0)
	if _, err := v.AddExhibit(idB, Source{Name: "x", Data: strings.NewReader("file")}); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, casesDir, "notes (conflicted copy)")
	folder, _ := idC.folder()
	if err := errors.Join(os.Mkdir(foreign, 0o700), os.Mkdir(filepath.Join(dir, casesDir, folder), 0o700)); err != nil {
		t.Fatal(err)
	}
	entries, err := v.List()
	if err != nil || len(entries) != 2 {
		t.Fatalf("List = %v, %v; want two entries", entries, err)
	}
	a, b := entries[0], entries[1]
	if a.ID != idA || a.Rev != 2 || a.Size != 5 || a.Err != nil || a.Exhibits != 0 || a.Modified.Before(begin) {
		t.Errorf("first case: %+v", a)
	}
	if b.ID != idB || b.Rev != 1 || b.Size != 0 || b.Err != nil || b.Exhibits != 1 {
		t.Errorf("second case: %+v", b)
	}
	if list := finds(t, v, Foreign); list[0].File != "c/notes (conflicted copy)" {
		t.Errorf("Verify = %v", list)
	}
	_ = v.Close()
	mustOpen(t, osDisk{}, dir)
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
}

// TestOnlyTheReadRevisionIsReplaced proves that no write or removal passes over
// a change that its caller has not seen.
func TestOnlyTheReadRevisionIsReplaced(t *testing.T) {
	v, _ := inMemory(t)
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

// TestOnlyCanonicalIDs proves that an id is one name only, cannot leave the
// vault, and is not repeated in the error when it is something else.
func TestOnlyCanonicalIDs(t *testing.T) {
	v, _ := inMemory(t)
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
	for _, name := range []string{"draft", "draft.age", "draft.01.age", "draft.-1.age", "draft.+1.age", "draft.0.age", "draft.1.age ", "draft.1 .age", "draft.99999999999999999999.age", "draft.1.AGE"} {
		if _, _, ok := parseNumbered(name); ok {
			t.Errorf("%q passes for the name of an object", name)
		}
	}
}

// TestGenerationsAreKept proves (with a clock that jumps: R8) that the newest
// five states are kept, the last of another hour and the last of another day,
// that each can be read, and that nothing else stays on the disk.
func TestGenerationsAreKept(t *testing.T) {
	v, m := inMemory(t)
	c := &clock{time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}
	v.world.now = c.now
	rev := uint64(0)
	save := func(n int) {
		for range n {
			mustPut(t, v, idA, fmt.Sprint("state ", rev+1), rev)
			rev++
		}
	}
	want := func(revs ...uint64) {
		t.Helper()
		list, err := v.Versions(idA)
		var got []uint64
		for i, x := range list {
			data, err := v.GetVersion(idA, x.Name)
			if err != nil || string(data) != fmt.Sprint("state ", x.Rev) || x.Newest != (i == 0) || !x.Listed || x.Size != len(data) {
				t.Errorf("%+v: %q, %v", x, data, err)
			}
			got = append(got, x.Rev)
		}
		if err != nil || !slices.Equal(got, revs) {
			t.Fatalf("Versions = %v, %v; want %v", got, err, revs)
		}
	}
	save(7)
	want(7, 6, 5, 4, 3)
	c.at = c.at.Add(24 * time.Hour)
	save(6)
	want(13, 12, 11, 10, 9, 7)
	c.at = c.at.Add(time.Hour)
	save(6)
	want(19, 18, 17, 16, 15, 13, 7)
	for _, jump := range []time.Time{time.Unix(0, 0), time.Date(2038, 1, 20, 0, 0, 0, 0, time.UTC), time.Unix(-1_000_000, 0), c.at.Add(-24 * time.Hour)} {
		c.at = jump
		save(1)
		holds(t, v, idA, fmt.Sprint("state ", rev), rev)
	}
	drafts := 0
	for name := range m.files {
		if strings.Contains(name, "draft.") {
			drafts++
		}
	}
	if list, _ := v.Versions(idA); drafts != len(list) || drafts < keptDrafts {
		t.Errorf("%d files for %d versions", drafts, len(list))
	}
	clean(t, v)
	if _, err := v.GetVersion(idA, "log.1.age"); !errors.Is(err, ErrNotFound) {
		t.Errorf("GetVersion of a log = %v, want ErrNotFound", err)
	}
}

// TestARemovedCaseIsGone proves that nothing of it stays in the folder, that no
// key of it is left in any manifest, and that its id may be used anew.
func TestARemovedCaseIsGone(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idA, "two", 1)
	if _, err := v.AddExhibit(idA, Source{Name: "x", Data: strings.NewReader("file")}); err != nil {
		t.Fatal(err)
	}
	key, draft := v.state.any(idA).Identity, draftAt(t, v, idA)
	sealed := m.files[draft]
	if err := v.Remove(idA, 2); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Get(idA); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get = %v, want ErrNotFound", err)
	}
	if err := v.Remove(idA, 2); !errors.Is(err, ErrNotFound) {
		t.Errorf("Remove again = %v, want ErrNotFound", err)
	}
	for name, data := range m.files {
		if strings.Contains(name, casesDir+string(filepath.Separator)) {
			t.Errorf("%s is left", name)
		}
		if plain, err := decrypt(data, v.keys.identity); err == nil && strings.Contains(string(plain), key) {
			t.Errorf("%s still has the key of the case", name)
		}
	}
	clean(t, v)
	m.dirs[filepath.Dir(draft)], m.files[draft] = true, sealed // as a sync program may bring it back
	_ = v.Close()
	again := mustOpen(t, m, home)
	if _, _, err := again.Get(idA); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get after its file came back = %v", err)
	}
	mustPut(t, again, idA, "anew", 0)
	clean(t, again)
}

// TestRemoveKeepsFilesOfOthers proves that a sync program's copy is not deleted.
func TestRemoveKeepsFilesOfOthers(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, "one", 0)
	copied := filepath.Join(filepath.Dir(draftAt(t, v, idA)), "draft (1).age")
	write(t, copied, []byte("x"))
	if err := v.Remove(idA, 1); err != nil {
		t.Fatal(err)
	}
	read(t, copied)
}

// TestEraseAllLeavesNothing proves that slots and all else are gone, that files
// of others stay, and that the vault opens no more.
func TestEraseAllLeavesNothing(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idB, "two", 0)
	if _, err := v.NewRecovery(); err != nil {
		t.Fatal(err)
	}
	if err := v.Remove(idB, 1); err != nil {
		t.Fatal(err)
	}
	letter := filepath.Join(dir, "letter.txt")
	write(t, letter, []byte("mine"))
	if err := v.EraseAll(); err != nil {
		t.Fatal(err)
	}
	if files := filesIn(t, dir); len(files) != 1 || files[0] != letter || Exists(dir) {
		t.Errorf("left: %v", files)
	}
	if _, err := open(onDisk(), dir, []byte(passphraseText)); !errors.Is(err, ErrNotVault) {
		t.Errorf("Open = %v, want ErrNotVault", err)
	}
	v, m := inMemory(t)
	if err := v.EraseAll(); err != nil || len(m.files) > 0 || len(m.dirs) > 1 {
		t.Errorf("EraseAll = %v; left %v %v", err, m.files, m.dirs)
	}
}

// believed is the model of the vault: what a person believes that it holds.
type believed struct {
	cases    map[ID]string
	revs     map[ID]uint64
	exhibits map[ID]int
}

// TestTheVaultIsWhatAPersonBelieves proves (R14) with sequences of calls drawn by
// chance, with faults of the disk, crashes and reopenings among them, that the
// vault always holds what the model holds.
func TestTheVaultIsWhatAPersonBelieves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := faulty()
		v, err := create(small(d), home, []byte(passphraseText))
		if err != nil {
			t.Fatal(err)
		}
		w := believed{map[ID]string{}, map[ID]uint64{}, map[ID]int{}}
		someID := rapid.SampledFrom([]ID{idA, idB, idC})
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				id, data := someID.Draw(t, "id"), rapid.String().Draw(t, "data")
				if rev, err := v.Put(id, []byte(data), w.revs[id]); err != nil || rev != w.revs[id]+1 {
					t.Fatalf("Put = %d, %v", rev, err)
				}
				w.cases[id], w.revs[id] = data, w.revs[id]+1
			},
			"put on a failing disk": func(t *rapid.T) {
				id := someID.Draw(t, "id")
				d.arm(rapid.IntRange(1, 40).Draw(t, "call"), rapid.Bool().Draw(t, "gone"))
				rev, err := v.Put(id, []byte("failing"), w.revs[id])
				d.arm(0, false)
				if err == nil {
					w.cases[id], w.revs[id] = "failing", rev
				}
			},
			"remove": func(t *rapid.T) {
				id := someID.Draw(t, "id")
				err := v.Remove(id, w.revs[id])
				if _, there := w.cases[id]; there == (err != nil) {
					t.Fatalf("Remove = %v", err)
				}
				delete(w.cases, id)
				delete(w.revs, id)
				delete(w.exhibits, id)
			},
			"exhibit": func(t *rapid.T) {
				id := someID.Draw(t, "id")
				_, err := v.AddExhibit(id, Source{Name: "x", Data: strings.NewReader("file")})
				if _, there := w.cases[id]; there == (err != nil) {
					t.Fatalf("AddExhibit = %v", err)
				} else if there {
					w.exhibits[id]++
				}
			},
			"open again": func(t *rapid.T) {
				_ = v.Close()
				if v, err = open(small(d), home, []byte(passphraseText)); err != nil {
					t.Fatal(err)
				}
				w.learn(v) // a save that failed after it had reached the disk may come to light
			},
			"": func(t *rapid.T) {
				if err := w.compare(v); err != nil {
					t.Fatal(err)
				}
			},
		})
	})
}

// learn takes over revisions that are one ahead: a save that was not acknowledged
// may have happened.
func (w *believed) learn(v *Vault) {
	for _, id := range []ID{idA, idB, idC} {
		data, rev, err := v.Get(id)
		if err == nil && rev == w.revs[id]+1 && string(data) == "failing" {
			w.cases[id], w.revs[id] = string(data), rev
		}
	}
}

// compare returns how the vault differs from what is believed.
func (w *believed) compare(v *Vault) error {
	entries, err := v.List()
	if err != nil || len(entries) != len(w.cases) {
		return fmt.Errorf("List has %d cases, %w; want %d", len(entries), err, len(w.cases))
	}
	for id, want := range w.cases {
		data, rev, err := v.Get(id)
		exhibits, exErr := v.Exhibits(id)
		if err != nil || string(data) != want || rev != w.revs[id] || exErr != nil || len(exhibits) != w.exhibits[id] {
			return fmt.Errorf("Get = %q, %d, %w, %d exhibits; want %q, %d, %d", data, rev, err, len(exhibits), want, w.revs[id], w.exhibits[id])
		}
	}
	if list, err := v.Verify(nil); err != nil || len(list) > 0 {
		return fmt.Errorf("Verify = %v, %w", list, err)
	}
	return nil
}

// TestTheModelNoticesALoss proves that the test above fails where a save, a case
// or an exhibit is lost, or one is there that was not believed.
func TestTheModelNoticesALoss(t *testing.T) {
	for name, lose := range map[string]func(v *Vault, w *believed){
		"nothing":      func(*Vault, *believed) {},
		"a save":       func(v *Vault, w *believed) { w.cases[idA], w.revs[idA] = "later", 2 },
		"a case":       func(v *Vault, w *believed) { w.cases[idB], w.revs[idB] = "text", 1 },
		"a removal":    func(v *Vault, w *believed) { delete(w.cases, idA) },
		"an exhibit":   func(v *Vault, w *believed) { w.exhibits[idA] = 1 },
		"a whole file": func(v *Vault, w *believed) { _ = v.world.disk.Overwrite(v.at("vault.bak")) },
	} {
		v, _ := inMemory(t)
		w := &believed{map[ID]string{idA: "text"}, map[ID]uint64{idA: 1}, map[ID]int{}}
		mustPut(t, v, idA, "text", 0)
		lose(v, w)
		if err := w.compare(v); (err == nil) != (name == "nothing") {
			t.Errorf("%s is lost: %v", name, err)
		}
	}
}
