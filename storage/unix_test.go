//go:build !windows

package storage

import (
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
	v, dir := newVault(t)
	path := caseAt(t, dir, idA)
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Get(idA); err == nil {
		t.Error("Get = nil")
	}
}
