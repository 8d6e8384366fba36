package storage

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

// doing is a reader and writer that does something else before it goes on.
type doing struct {
	do func()
	io.Reader
}

func (d doing) Read(p []byte) (int, error) {
	d.do()
	return d.Reader.Read(p)
}

func (d doing) Write(p []byte) (int, error) {
	d.do()
	return len(p), nil
}

// TestWhatHappensMeanwhile proves that a vault that is locked, or a case that is
// erased, while a large file is taken in or given out, ends that with its word, and
// that nothing of the file is left.
func TestWhatHappensMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(v *Vault)
		want error
	}{
		"locked": {func(v *Vault) { _ = v.Close() }, ErrClosed},
		"erased": {func(v *Vault) { _ = v.Remove(idA, 1) }, ErrNotFound},
	} {
		for _, give := range []bool{false, true} {
			v, m := inMemory(t)
			mustPut(t, v, idA, textA, 0)
			mustPut(t, v, idB, textB, 0)
			x := addExhibit(t, v, idA, "x", "evidence")
			meanwhile := doing{func() { c.do(v) }, strings.NewReader("more evidence")}
			var err error
			if give {
				_, err = v.Exhibit(idA, x.ID, Taking{}, meanwhile)
			} else {
				_, err = v.AddExhibit(idA, Source{Name: "y", Data: meanwhile})
			}
			if !errors.Is(err, c.want) {
				t.Errorf("%s, giving %t: %v, want %v", name, give, err, c.want)
			}
			_ = v.Close()
			again := mustOpen(t, m, home)
			clean(t, again)
			holds(t, again, idB, textB, 1)
			if list, err := again.Exhibits(idA); len(list) > 1 || err != nil && !errors.Is(err, ErrNotFound) {
				t.Errorf("%s: %v, %v", name, list, err)
			}
			for file := range m.files {
				if isTemp(filepath.Base(file)) {
					t.Errorf("%s: %s is left", name, file)
				}
			}
		}
	}
}

// TestAReaderTakesNoNote proves that an exhibit can be taken out of a vault that
// can only be read, and that this is noted nowhere.
func TestAReaderTakesNoNote(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, textA, 0)
	x := addExhibit(t, v, idA, "x", "evidence")
	second := mustOpen(t, osDisk{}, dir)
	var out bytes.Buffer
	if _, err := second.Exhibit(idA, x.ID, Taking{Who: "somebody"}, &out); err != nil || out.String() != "evidence" {
		t.Errorf("%q, %v", out.String(), err)
	}
	if list, err := second.Custody(idA); err != nil || len(list) != 1 {
		t.Errorf("Custody = %v, %v", list, err)
	}
	clean(t, v)
}

// crashed makes a disk as a crash may leave it: a newer draft, log and exhibit
// than the manifests know of, beside what others have put there.
func crashed(t *testing.T) *memory {
	t.Helper()
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	mustPut(t, v, idB, "early", 0)
	before := maps.Clone(m.files)
	mustPut(t, v, idB, textB, 1)
	addExhibit(t, v, idB, "x", "evidence")
	_ = v.Close()
	inManifests := func(name string) bool {
		return strings.HasPrefix(name, filepath.Join(home, manifestsDir)+string(filepath.Separator))
	}
	maps.DeleteFunc(m.files, func(name string, _ []byte) bool { return inManifests(name) })
	for name, data := range before {
		if inManifests(name) {
			m.files[name] = data
		}
	}
	return m
}

// TestAFailedOpenAfterACrashHarmsNothing proves (R3) that a medium that fails while
// what a crash has left is taken in costs nothing: the next opening takes it in.
func TestAFailedOpenAfterACrashHarmsNothing(t *testing.T) {
	left := crashed(t)
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		m := newMemory()
		m.files, m.dirs = maps.Clone(left.files), maps.Clone(left.dirs)
		d := &faultyDisk{disk: m}
		d.arm(failAt, gone)
		v, err := open(small(d), home, []byte(passphraseText))
		struck := d.struck()
		d.arm(0, false)
		if err == nil {
			_ = v.Close()
		} else if !errors.Is(err, errInjected) {
			t.Errorf("failing at %d: Open = %v", failAt, err)
		}
		again := mustOpen(t, m, home)
		holds(t, again, idA, textA, 1)
		holds(t, again, idB, textB, 2)
		if list, err := again.Exhibits(idB); err != nil || len(list) != 1 {
			t.Fatalf("failing at %d: Exhibits = %v, %v", failAt, list, err)
		}
		clean(t, again)
		_ = again.Close()
		return struck
	})
}

// TestAnotherSheetProvesNothing proves that a recovery key is proved by the slot of
// this vault alone: not where there is none, and not by that of another vault.
func TestAnotherSheetProvesNothing(t *testing.T) {
	v, m := inMemory(t)
	other, o := inMemory(t)
	key, err := other.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	if err := v.ProveRecovery([]byte(key.Key)); !errors.Is(err, ErrRecovery) {
		t.Errorf("without a sheet: %v", err)
	}
	path := filepath.Join(home, slotsDir, recSlot)
	m.files[path] = o.files[path]
	if err := v.ProveRecovery([]byte(key.Key)); !errors.Is(err, ErrRecovery) {
		t.Errorf("with the slot of another vault: %v", err)
	}
	finds(t, v, Foreign)
}

// TestErasingGoesOn proves for every call to the disk that one that fails does not
// keep the rest of the vault from being erased: no passphrase opens it then.
func TestErasingGoesOn(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		d, v := faultyVault(t, textB)
		addExhibit(t, v, idB, "x", "evidence")
		d.arm(failAt, gone)
		err := v.EraseAll()
		struck := d.struck()
		d.arm(0, false)
		if err != nil && !errors.Is(err, errInjected) && !errors.Is(err, fs.ErrExist) {
			t.Errorf("failing at %d: %v", failAt, err)
		}
		if gone {
			return struck // nothing more can be asked of a disk that is gone
		}
		again, err := open(small(d), home, []byte(passphraseText))
		if err != nil {
			return struck
		}
		// One slot or one file may have stayed, but not both.
		if _, _, err := again.Get(idA); err == nil {
			t.Errorf("failing at %d: a case opens", failAt)
		}
		_ = again.Close()
		return struck
	})
}

// TestWriteStream proves that what is produced is there whole, and that a producer
// that fails leaves the old file.
func TestWriteStream(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	parts := func(w io.Writer) error {
		_, err := io.Copy(w, strings.NewReader(strings.Repeat("part ", 20_000)))
		return err
	}
	if err := WriteStream(path, 0o600, parts); err != nil || len(read(t, path)) != 100_000 {
		t.Errorf("WriteStream = %v", err)
	}
	gaveUp := errors.New("gave up")
	err := WriteStream(path, 0o600, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return gaveUp })
	if !errors.Is(err, gaveUp) || len(read(t, path)) != 100_000 || len(filesIn(t, filepath.Dir(path))) != 1 {
		t.Errorf("WriteStream = %v", err)
	}
}
