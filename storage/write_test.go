package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWriteFileKeepsTheOldFile proves for every call that a failure leaves the
// old file, or the new one whole with ErrUnsynced, and no temporary file.
func TestWriteFileKeepsTheOldFile(t *testing.T) {
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		path := filepath.Join(t.TempDir(), "case.pdf")
		write(t, path, []byte("old"))
		d := &faultyDisk{disk: osDisk{}, failAt: failAt, gone: gone}
		err := writeFile(d, path, []byte("new text"), 0o644)
		want := "old"
		if err == nil || errors.Is(err, ErrUnsynced) {
			want = "new text"
		}
		if got := string(read(t, path)); got != want || (err == nil) == d.struck() {
			t.Errorf("failing at %d: WriteFile = %v, the file holds %q", failAt, err, got)
		}
		if files := filesIn(t, filepath.Dir(path)); !gone && len(files) != 1 {
			t.Errorf("failing at %d: %v are left", failAt, files)
		}
		return d.struck()
	})
}

// TestWriteFileNeedsItsFolder proves that an export to a folder that is not
// there, or onto a folder, fails and makes nothing.
func TestWriteFileNeedsItsFolder(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFile(filepath.Join(dir, "gone", "case.pdf"), nil, 0o600); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("WriteFile = %v", err)
	}
	full := filepath.Join(dir, "full")
	if err := os.Mkdir(full, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(full, "letter"), []byte("kept"))
	if err := WriteFile(full, []byte("x"), 0o600); err == nil {
		t.Error("WriteFile replaced a folder")
	}
	if files := filesIn(t, dir); len(files) != 1 {
		t.Errorf("left: %v", files)
	}
}

// shortFile takes half of what it is given and says nothing of it.
type shortFile struct{ file }

func (f shortFile) Write(p []byte) (int, error) { return f.file.Write(p[:len(p)/2]) }

// TestAShortWriteIsAnError proves that a file system that takes only a part
// without an error is not believed.
func TestAShortWriteIsAnError(t *testing.T) {
	f, err := osDisk{}.Create(filepath.Join(t.TempDir(), "temp"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := fill(shortFile{f}, filePerm, whole(bytes.Repeat([]byte("x"), 10))); err == nil {
		t.Error("fill = nil")
	}
}

// syncs is a file that counts its syncs, of which one may fail.
type syncs struct {
	file
	done, failAt int
}

func (f *syncs) Sync() error {
	if f.done++; f.done == f.failAt {
		return errInjected
	}
	return f.file.Sync()
}

// TestALargeFileIsSyncedMeanwhile proves that what is written of a large file is
// synced before its end, that nothing is changed by that, and that a sync that fails
// meanwhile, first or last, is an error of the whole.
func TestALargeFileIsSyncedMeanwhile(t *testing.T) {
	for failAt := range 3 {
		m := newMemory()
		f, err := m.Create(filepath.Join(filepath.Dir(home), "temp"))
		if err != nil {
			t.Fatal(err)
		}
		s := &syncs{file: f, failAt: failAt}
		e := &eager{f: s, step: 10}
		var failed error
		for range 2 {
			for range 4 {
				if _, err := e.Write([]byte("12345")); err != nil {
					failed = err
				}
			}
			failed = errors.Join(failed, e.wait())
		}
		if s.done < 2 || (failAt > 0) != errors.Is(failed, errInjected) {
			t.Errorf("failing at %d: %d syncs, %v", failAt, s.done, failed)
		}
		if got := string(m.files[filepath.Join(filepath.Dir(home), "temp")]); got != strings.Repeat("12345", 8) {
			t.Errorf("written: %q", got)
		}
	}
}
