package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestLongWorkCanBeCalledOff proves that verifying and backing up tell how far
// they are, from nothing to the last part, and that called off at any part they
// stop, say so, and leave nothing.
func TestLongWorkCanBeCalledOff(t *testing.T) {
	v, _ := inMemory(t)
	for _, id := range []ID{idA, idB, idC} {
		mustPut(t, v, id, textA, 0)
	}
	dir := t.TempDir()
	for name, work := range map[string]func(Progress) error{
		"verify": func(p Progress) error { _, err := v.Verify(p); return err },
		"backup": func(p Progress) error { _, err := v.BackupWith(filepath.Join(dir, "all"), p); return err },
	} {
		var told []int
		total := 0
		if err := work(func(done, of int) bool { told, total = append(told, done), of; return true }); err != nil {
			t.Fatal(err)
		}
		if len(told) != total || told[0] != 0 || !slices.IsSorted(told) || told[total-1] != total-1 {
			t.Errorf("%s: told %v of %d", name, told, total)
		}
		if err := os.RemoveAll(filepath.Join(dir, "all")); err != nil {
			t.Fatal(err)
		}
		for stop := range total {
			if err := work(func(done, _ int) bool { return done < stop }); !errors.Is(err, ErrCancelled) {
				t.Errorf("%s: called off at %d: %v", name, stop, err)
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	clean(t, v)
}
