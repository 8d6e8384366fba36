package storage

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// everyFault calls f with each call failing in turn, once alone and once with
// all that follow, until f reports that the chosen call was not reached.
func everyFault(t *testing.T, f func(t *testing.T, failAt int, gone bool) (struck bool)) {
	t.Helper()
	for _, gone := range []bool{false, true} {
		n := 1
		for f(t, n, gone) {
			n++
		}
		if n < 4 {
			t.Errorf("only %d calls failed", n-1)
		}
	}
}

const (
	textA = "she left at night"
	textB = "the other case"
)

// faultyVault makes an open vault on a faulty disk with one case, and a second
// one with an exhibit if old is not empty.
func faultyVault(t *testing.T, old string) (*faultyDisk, *Vault) {
	t.Helper()
	d := faulty()
	v := makeVault(t, small(d), home)
	mustPut(t, v, idA, textA, 0)
	if old != "" {
		mustPut(t, v, idB, old, 0)
	}
	return d, v
}

// TestAFailedChangeChangesNothing proves (R3) for every call to the disk, and
// each of several errors, that its failure is reported or harmless, that the old
// state is intact then or the new one whole, and that nothing is left over.
func TestAFailedChangeChangesNothing(t *testing.T) {
	tests := []struct {
		name string
		old  string
		do   func(v *Vault) error
		data string
		rev  uint64
	}{
		{"new case", "", func(v *Vault) error { _, err := v.Put(idB, []byte("new"), 0); return err }, "new", 1},
		{"next revision", "old", func(v *Vault) error { _, err := v.Put(idB, []byte("new"), 1); return err }, "new", 2},
		{"removal", "old", func(v *Vault) error { return v.Remove(idB, 1) }, "", 0},
		{"exhibit", "old", func(v *Vault) error {
			_, err := v.AddExhibit(idB, Source{Name: "x", Data: strings.NewReader("file")})
			return err
		}, "old", 1},
		{"passphrase", "old", func(v *Vault) error { return v.ChangePassphrase([]byte(passphraseText)) }, "old", 1},
		{"recovery", "old", func(v *Vault) error { _, err := v.NewRecovery(); return err }, "old", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
				d, v := faultyVault(t, test.old)
				d.err = []error{syscall.EIO, syscall.ENOSPC, syscall.EACCES, syscall.EMFILE, syscall.EINTR}[failAt%5]
				d.arm(failAt, gone)
				err := test.do(v)
				struck, last := d.struck(), d.log[len(d.log)-1]
				d.arm(0, false)
				if err != nil && !errors.Is(err, errInjected) {
					t.Errorf("failing at %d (%s): %v", failAt, last, err)
				}
				_ = v.Close()
				again := mustOpen(t, d, home)
				inState(t, again, test.old, test.data, test.rev, err)
				clean(t, again)
				noTempsIn(t, d)
				return struck
			})
		})
	}
}

// inState fails unless the second case is in the new state, or, where there was
// an error, in the old one (revision 0: not there), and the first one untouched.
func inState(t *testing.T, v *Vault, old, data string, rev uint64, err error) {
	t.Helper()
	holds(t, v, idA, textA, 1)
	got, gotRev, getErr := v.Get(idB)
	if errors.Is(getErr, ErrNotFound) {
		gotRev, getErr = 0, nil
	}
	is := func(data string, rev uint64) bool { return gotRev == rev && (rev == 0 || string(got) == data) }
	wasThere := uint64(min(len(old), 1))
	if getErr != nil || !is(data, rev) && (err == nil || !is(old, wasThere)) {
		t.Fatalf("after %v: %q, revision %d, %v", err, got, gotRev, getErr)
	}
}

func noTempsIn(t *testing.T, d *faultyDisk) {
	t.Helper()
	for name := range d.disk.(*memory).files {
		if isTemp(filepath.Base(name)) {
			t.Errorf("%s is left", name)
		}
	}
}

// TestAFailedPutCanBeRepeated proves that the caller may save again with the
// revision that it knows, also when the failed save had reached the file, with
// newer text, and more than once, and that a crash between finds nothing amiss.
func TestAFailedPutCanBeRepeated(t *testing.T) {
	for _, old := range []string{"", "old"} {
		expected := uint64(min(len(old), 1))
		everyFault(t, func(t *testing.T, failAt int, _ bool) bool {
			d, v := faultyVault(t, old)
			for _, text := range []string{"first try", "second try"} {
				d.arm(failAt, false)
				if _, err := v.Put(idB, []byte(text), expected); err == nil {
					return d.struck()
				}
			}
			d.arm(0, false)
			rev, err := v.Put(idB, []byte("third try"), expected)
			if err != nil {
				t.Fatalf("failing at %d: %v", failAt, err)
			}
			holds(t, v, idB, "third try", rev)
			if _, err := v.Put(idB, []byte("stale"), expected); !errors.Is(err, ErrConflict) {
				t.Fatalf("failing at %d: a stale Put = %v, want ErrConflict", failAt, err)
			}
			_ = v.Close()
			again := mustOpen(t, d, home)
			holds(t, again, idB, "third try", rev)
			clean(t, again)
			return true
		})
	}
}

// TestAFailedReadIsNoDamage proves that a medium that fails is not reported as
// damage or absence, and that no data come with an error.
func TestAFailedReadIsNoDamage(t *testing.T) {
	reads := map[string]func(v *Vault) (any, error){
		"Get":      func(v *Vault) (any, error) { data, _, err := v.Get(idB); return string(data), err },
		"Verify":   func(v *Vault) (any, error) { list, err := v.Verify(nil); return len(list), err },
		"Versions": func(v *Vault) (any, error) { list, err := v.Versions(idB); return len(list), err },
		"Summaries": func(v *Vault) (any, error) {
			m, err := v.Summaries("x", func([]byte) string { return "" })
			return len(m), err
		},
		"GetVersion": func(v *Vault) (any, error) {
			data, err := v.GetVersion(idB, filepath.Base(draftAt(t, v, idB)))
			return string(data), err
		},
		"Custody":  func(v *Vault) (any, error) { list, err := v.Custody(idB); return len(list), err },
		"Exhibits": func(v *Vault) (any, error) { list, err := v.Exhibits(idB); return len(list), err },
	}
	for name, do := range reads {
		t.Run(name, func(t *testing.T) {
			d, v := faultyVault(t, "old")
			if _, err := v.AddExhibit(idB, Source{Name: "x", Data: strings.NewReader("file")}); err != nil {
				t.Fatal(err)
			}
			want, err := do(v)
			if err != nil {
				t.Fatal(err)
			}
			for failAt := 1; ; failAt++ {
				v.index = nil
				d.arm(failAt, false)
				got, err := do(v)
				if !d.struck() {
					break
				}
				if err == nil && got != want && name != "Versions" || err != nil && !errors.Is(err, errInjected) || errors.Is(err, ErrDamaged) {
					t.Errorf("failing at %d: %v, %v", failAt, got, err)
				}
			}
		})
	}
}

// TestAFailedOpenHarmsNothing proves that Open fails or opens, frees the lock
// when it fails, and that the next one finds all.
func TestAFailedOpenHarmsNothing(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		d, v := faultyVault(t, textB)
		_ = v.Close()
		d.arm(failAt, gone)
		v, err := open(small(d), home, []byte(passphraseText))
		struck := d.struck()
		d.arm(0, false)
		if err == nil {
			_ = v.Close()
		} else if !errors.Is(err, errInjected) {
			t.Errorf("failing at %d: Open = %v", failAt, err)
		}
		again := mustOpen(t, d, home)
		holds(t, again, idA, textA, 1)
		clean(t, again)
		return struck
	})
}

// TestAFailedCreateCanBeRepeated proves that what a failed Create left does not
// stand in the way of the next, and that a disk that vanished in the midst leaves
// either room for a new vault or a vault that opens.
func TestAFailedCreateCanBeRepeated(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		d := faulty()
		dir := filepath.Join(home, "a", "vault")
		d.arm(failAt, gone)
		v, err := create(small(d), dir, []byte(passphraseText))
		struck := d.struck()
		d.arm(0, false)
		if err != nil {
			v, err = create(small(d), dir, []byte(passphraseText))
		}
		if gone && errors.Is(err, ErrExists) {
			v, err = open(small(d), dir, []byte(passphraseText))
		}
		if err != nil {
			t.Fatalf("failing at %d: %v", failAt, err)
		}
		mustPut(t, v, idA, textA, 0)
		_ = v.Close()
		again := mustOpen(t, d, dir)
		holds(t, again, idA, textA, 1)
		clean(t, again)
		return struck
	})
}

// TestOrderOfWrites proves the order on which power losses depend (content
// synced before the name is given, the folder after it, the object before the
// manifest) and pins the number of syncs of each change.
func TestOrderOfWrites(t *testing.T) {
	manifest := "create temp, chmod temp, write temp, sync temp, close temp, create temp, chmod temp, write temp, sync temp, close temp, rename SHARD, rename root, syncdir m"
	object := "create temp, chmod temp, write temp, sync temp, close temp, rename draft, syncdir FOLDER"
	tests := []struct {
		name  string
		do    func(v *Vault) error
		want  string
		syncs int
	}{
		{"new case", func(v *Vault) error { _, err := v.Put(idB, nil, 0); return err },
			manifest + ", mkdir FOLDER, syncdir c, " + object + ", " + manifest, 9},
		{"next revision", func(v *Vault) error { _, err := v.Put(idB, nil, 1); return err }, object + ", " + manifest, 5},
	}
	d, v := faultyVault(t, "")
	folder, _ := idB.folder()
	for _, test := range tests {
		d.arm(0, false)
		if err := test.do(v); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(slices.DeleteFunc(d.log, isNotWriting), ", ")
		want := strings.NewReplacer("FOLDER", folder, "SHARD", bucketOf(idB)).Replace(test.want)
		if got = unnumbered(got); got != want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, want)
		}
		if syncs := strings.Count(got, "sync"); syncs != test.syncs {
			t.Errorf("%s: %d syncs, want %d", test.name, syncs, test.syncs)
		}
	}
}

// unnumbered leaves the numbers out of the names of files.
func unnumbered(log string) string {
	steps := strings.Split(log, ", ")
	for i, s := range steps {
		op, name, _ := strings.Cut(s, " ")
		if what, _, ok := parseNumbered(name); ok {
			steps[i] = op + " " + what
		}
	}
	return strings.Join(steps, ", ")
}

// isNotWriting tells whether a step reads, or removes what was replaced.
func isNotWriting(step string) bool {
	op, _, _ := strings.Cut(step, " ")
	return slices.Contains([]string{"lstat", "open", "read", "readdir", "remove"}, op)
}

// TestAVanishedVaultIsNoEmptyVault proves that a pulled memory stick is told
// from a missing case, and that nothing is written in its place.
func TestAVanishedVaultIsNoEmptyVault(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "one", 0)
	m.files, m.dirs = map[string][]byte{}, map[string]bool{string(filepath.Separator): true}
	calls := everyCall(v)
	for _, name := range []string{"List", "Get", "Put", "Remove", "Verify", "AddExhibit", "ChangePassphrase", "NewRecovery", "Backup"} {
		if err := calls[name]; !errors.Is(err, ErrNotVault) && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s = %v", name, err)
		}
	}
	if len(m.files) > 0 {
		t.Errorf("written: %v", m.files)
	}
}

// TestTwoFailedExhibitsLeaveNothingStrange proves that what two attempts in a row
// have left, failing at about the same call, is neither reported as foreign nor there
// after the next opening, and that the case is well.
func TestTwoFailedExhibitsLeaveNothingStrange(t *testing.T) {
	add := func(v *Vault, name string) error {
		_, err := v.AddExhibit(idB, Source{Name: name, Data: strings.NewReader(name)})
		return err
	}
	for first := 8; ; first++ {
		reached := false
		for second := first - 2; second <= first+2; second++ {
			d, v := faultyVault(t, "old")
			d.arm(first, false)
			failed := add(v, "first")
			reached = d.struck()
			d.arm(second, false)
			again := add(v, "second")
			d.arm(0, false)
			if list, err := v.Verify(nil); err != nil || len(list) > 0 {
				t.Errorf("failing at %d (%v) and %d (%v): %v, %v", first, failed, second, again, list, err)
			}
			_ = v.Close()
			v = mustOpen(t, d, home)
			clean(t, v)
			files, _ := d.ReadDir(filepath.Join(v.caseDir(v.state.any(idB)), exhibitsDir))
			if list, err := v.Exhibits(idB); err != nil || len(list) != len(files) {
				t.Errorf("failing at %d and %d: %d exhibits, %d files, %v", first, second, len(list), len(files), err)
			}
			_ = v.Close()
		}
		if !reached {
			break
		}
	}
}
