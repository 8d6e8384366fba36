package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestOnlyOrdinaryFilesAreRead proves that links, folders and huge files in the
// place of a case are damage and are neither followed nor read.
func TestOnlyOrdinaryFilesAreRead(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, textA, 0)
	path := draftAt(t, v, idA)
	moved := filepath.Join(t.TempDir(), "moved")
	tests := []struct {
		name string
		put  func() error
	}{
		{"huge", func() error { return os.Truncate(path, maxSealed+1) }},
		{"link", func() error { return errors.Join(os.Rename(path, moved), os.Symlink(moved, path)) }},
		{"folder", func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }},
	}
	for _, test := range tests {
		if err := test.put(); err != nil {
			t.Fatal(err)
		}
		if _, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: Get = %v, want ErrDamaged", test.name, err)
		}
	}
}

// TestReadingIsBounded proves that a file over the limit is refused, not cut.
func TestReadingIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, []byte("1234"))
	if data, err := readFile(osDisk{}, path, 4); err != nil || string(data) != "1234" {
		t.Errorf("at the limit: %q, %v", data, err)
	}
	if data, err := readFile(osDisk{}, path, 3); !errors.Is(err, ErrDamaged) || data != nil {
		t.Errorf("over the limit: %q, %v", data, err)
	}
}

// TestSizesSayLittle proves that padding keeps its bound and that sizes near
// each other cannot be told apart.
func TestSizesSayLittle(t *testing.T) {
	sizes := map[int64]bool{}
	for size := range int64(100_000) {
		p := padded(size)
		if p < size || (size > 16 && float64(p) > 1.12*float64(size)) {
			t.Fatalf("padded(%d) = %d", size, p)
		}
		sizes[p] = true
	}
	if len(sizes) > 300 {
		t.Errorf("%d different sizes below 100,000", len(sizes))
	}
}
