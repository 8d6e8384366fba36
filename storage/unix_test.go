//go:build !windows

package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestOnlyTheOwnerMayRead proves the permissions of all that a vault consists
// of, whatever the process's mask would allow.
func TestOnlyTheOwnerMayRead(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	v, dir := newVault(t)
	mustPut(t, v, idA, "text", 0)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has %o, want %o", path, info.Mode().Perm(), want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWriteFileGivesThePermissions proves that they are those asked for, not
// those of the old file or of the mask.
func TestWriteFileGivesThePermissions(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	path := filepath.Join(t.TempDir(), "case.pdf")
	write(t, path, []byte("old"))
	if err := WriteFile(path, []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o644 || string(read(t, path)) != "new" {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestAPipeIsNotRead proves that a pipe in the place of a case is damage and
// does not hold the program up.
func TestAPipeIsNotRead(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, "text", 0)
	path := draftAt(t, v, idA)
	if err := errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) {
		t.Errorf("Get = %v, want ErrDamaged", err)
	}
	finds(t, v, Damaged)
}

// TestAReadOnlyFolderIsRead proves (R9) that a vault whose folder may not be
// written is opened for reading and says why. The superuser may write anywhere,
// so the test makes the lock file unopenable by other means then.
func TestAReadOnlyFolderIsRead(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	if err := errors.Join(os.Remove(filepath.Join(dir, lockName)), os.Chmod(dir, 0o500)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if os.Geteuid() == 0 {
		t.Log("the superuser may write everywhere: only reading is looked at")
		holds(t, mustOpen(t, osDisk{}, dir), idA, "text", 1)
		return
	}
	v = mustOpen(t, osDisk{}, dir)
	if !errors.Is(v.ReadOnly(), ErrReadOnly) {
		t.Errorf("ReadOnly = %v", v.ReadOnly())
	}
	holds(t, v, idA, "text", 1)
}
