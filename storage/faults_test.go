package storage

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
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

// TestAFailedChangeChangesNothing proves for every call of Put and Remove that
// its failure is reported or harmless, that the old state is intact (or, with
// ErrUnsynced, the new one whole), and that the same call then succeeds.
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
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
				d, v, dir := faultyVault(t, test.old)
				d.arm(failAt, gone)
				err := test.do(v)
				struck, last := d.struck(), d.log[len(d.log)-1]
				d.arm(0, false)
				_ = v.Close()
				again := mustOpen(t, osDisk{}, dir)
				switch {
				case err == nil, errors.Is(err, ErrUnsynced):
					inState(t, again, test.data, test.rev)
				case test.old == "":
					inState(t, again, "", 0)
				default:
					inState(t, again, test.old, 1)
				}
				if err != nil && !errors.Is(err, errInjected) {
					t.Errorf("failing at %d (%s): %v", failAt, last, err)
				}
				noTemps(t, dir)
				return struck
			})
		})
	}
}

// faultyVault makes a vault on a faulty disk with one case, and a second one if
// old is not empty.
func faultyVault(t *testing.T, old string) (*faultyDisk, *Vault, string) {
	t.Helper()
	v, dir := newVault(t)
	mustPut(t, v, idA, textA, 0)
	if old != "" {
		mustPut(t, v, idB, old, 0)
	}
	_ = v.Close()
	d := &faultyDisk{}
	return d, mustOpen(t, d, dir), dir
}

// inState fails unless the second case is as given (revision 0: not there) and
// the first one untouched.
func inState(t *testing.T, v *Vault, data string, rev uint64) {
	t.Helper()
	holds(t, v, idA, textA, 1)
	if rev > 0 {
		holds(t, v, idB, data, rev)
		return
	}
	if _, _, err := v.Get(idB); !errors.Is(err, ErrNotFound) {
		t.Fatalf("Get = %v, want ErrNotFound", err)
	}
}

func noTemps(t *testing.T, dir string) {
	t.Helper()
	for _, path := range filesIn(t, dir) {
		if isTemp(filepath.Base(path)) {
			t.Errorf("%s is left", path)
		}
	}
}

// TestAFailedPutCanBeRepeated proves that the caller may save again with the
// revision that it knows, also when the failed save had reached the file, with
// newer text, and more than once.
func TestAFailedPutCanBeRepeated(t *testing.T) {
	for _, old := range []string{"", "old"} {
		expected := uint64(min(len(old), 1))
		everyFault(t, func(t *testing.T, failAt int, _ bool) bool {
			d, v, _ := faultyVault(t, old)
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
			return true
		})
	}
}

// TestAFailedReadIsNoDamage proves that a medium that fails is not reported as
// damage or absence, and that no data come with an error.
func TestAFailedReadIsNoDamage(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		d, v, _ := faultyVault(t, "old")
		d.arm(failAt, gone)
		data, _, err := v.Get(idB)
		if struck := d.struck(); struck != (errors.Is(err, errInjected) && data == nil) || errors.Is(err, ErrDamaged) {
			t.Errorf("failing at %d: Get = %q, %v", failAt, data, err)
		}
		struck := d.struck()
		d.arm(failAt, gone)
		entries, err := v.List()
		for _, e := range entries {
			err = errors.Join(err, e.Err)
		}
		if d.struck() != errors.Is(err, errInjected) || errors.Is(err, ErrDamaged) {
			t.Errorf("failing at %d: List = %v", failAt, err)
		}
		return struck || d.struck()
	})
}

// TestAFailedOpenHarmsNothing proves that Open fails or opens, frees the lock
// when it fails, and that the next one finds all.
func TestAFailedOpenHarmsNothing(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		dir := twoCases(t)
		d := &faultyDisk{failAt: failAt, gone: gone}
		v, err := open(d, dir, []byte(passphrase))
		if err == nil {
			_ = v.Close()
		} else if !errors.Is(err, errInjected) {
			t.Errorf("failing at %d: Open = %v", failAt, err)
		}
		holds(t, mustOpen(t, osDisk{}, dir), idA, textA, 1)
		return d.struck()
	})
}

// TestAFailedCreateCanBeRepeated proves that what a failed Create left does not
// stand in the way of the next, and that a disk that vanished in the midst leaves
// either room for a new vault or a vault that opens.
func TestAFailedCreateCanBeRepeated(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		dir := filepath.Join(t.TempDir(), "a", "vault")
		d := &faultyDisk{failAt: failAt, gone: gone}
		v, err := create(d, dir, []byte(passphrase), testFactor)
		struck := d.struck()
		d.arm(0, false)
		if err != nil {
			v, err = create(osDisk{}, dir, []byte(passphrase), testFactor)
		}
		if gone && errors.Is(err, ErrExists) {
			v, err = open(osDisk{}, dir, []byte(passphrase))
		}
		if err != nil {
			t.Fatalf("failing at %d: %v", failAt, err)
		}
		mustPut(t, v, idA, textA, 0)
		_ = v.Close()
		holds(t, mustOpen(t, osDisk{}, dir), idA, textA, 1)
		return struck
	})
}

// TestOrderOfWrites proves the order on which power losses depend (content
// synced before the name is given, the folder after it) and pins the number of
// syncs of a save: two, and one more for the folder of a new case.
func TestOrderOfWrites(t *testing.T) {
	save := "create temp, chmod temp, write temp, sync temp, close temp, rename draft.age, syncdir FOLDER"
	tests := []struct {
		name string
		do   func(v *Vault) error
		want string
	}{
		{"new case", func(v *Vault) error { _, err := v.Put(idB, nil, 0); return err },
			"mkdir FOLDER, syncdir c, " + save},
		{"next revision", func(v *Vault) error { _, err := v.Put(idB, nil, 1); return err }, save},
		{"removal", func(v *Vault) error { return v.Remove(idB, 2) },
			"remove draft.age, syncdir FOLDER, remove FOLDER"},
	}
	d, v, _ := faultyVault(t, "")
	folder, _ := idB.folder()
	for _, test := range tests {
		d.arm(0, false)
		if err := test.do(v); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(slices.DeleteFunc(d.log, isReading), ", ")
		if want := strings.ReplaceAll(test.want, "FOLDER", folder); got != want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, want)
		}
	}
}

func isReading(step string) bool {
	op, _, _ := strings.Cut(step, " ")
	return slices.Contains([]string{"lstat", "open", "read", "readdir"}, op)
}

// TestLeftTempsAreSwept proves that Open removes what killed processes left, and
// nothing else that is foreign.
func TestLeftTempsAreSwept(t *testing.T) {
	dir := twoCases(t)
	kept := filepath.Join(dir, "notes.tmp")
	write(t, kept, []byte("x"))
	for _, place := range []string{filepath.Join(dir, "x"), filepath.Join(dir, slotsDir, "x"), caseAt(t, dir, idA)} {
		write(t, tempName(place), []byte("x"))
	}
	holds(t, mustOpen(t, osDisk{}, dir), idA, textA, 1)
	noTemps(t, dir)
	read(t, kept)
}
