package vm

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"recourse/storage"
)

// A vault that leaves nothing takes cases, makes no file, and is gone once it is
// closed.
func TestInMemoryLeavesNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "vault")
	const id = storage.ID("0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10")
	var all Vaults = InMemory{}
	v, err := all.Create(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Put(id, []byte("a case"), 0); err != nil {
		t.Fatal(err)
	}
	if data, rev, err := v.Get(id); err != nil || rev != 1 || string(data) != "a case" {
		t.Errorf("%q, %d, %v", data, rev, err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Get(id); !errors.Is(err, storage.ErrClosed) {
		t.Errorf("after its end: %v", err)
	}
	if _, err := all.Open(folder, nil); !errors.Is(err, storage.ErrNotVault) || all.Exists(folder) {
		t.Errorf("Open = %v", err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was made: %v", err)
	}
}
