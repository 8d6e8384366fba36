package storage

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const (
	passphrase = "coral tent anvil piano fudge lemon"
	idA        = ID("0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10")
	idB        = ID("c2a9d6f0-1b7e-4a83-8c44-90f1e2d3b4a5")
	idC        = ID("5d0f8e2b-6a3c-4d9e-b1f7-2c4e6a8b0d1f")
)

// testFactor makes scrypt instant; only this package can lower it.
const testFactor = 1

// TestMain lets the test binary play the other process of the kill and lock
// tests: the variable names the part and the folder is the first argument.
func TestMain(m *testing.M) {
	switch os.Getenv("RECOURSE_STORAGE_PART") {
	case "writer":
		exit(playWriter(os.Args[1]))
	case "opener":
		exit(playOpener(os.Args[1]))
	}
	os.Exit(m.Run())
}

func exit(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// newVault makes a vault in a new folder and closes it at the end of the test.
func newVault(t *testing.T) (*Vault, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	v, err := create(osDisk{}, dir, []byte(passphrase), testFactor)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v, dir
}

func mustOpen(t *testing.T, d disk, dir string) *Vault {
	t.Helper()
	v, err := open(d, dir, []byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v
}

func mustPut(t *testing.T, v *Vault, id ID, data string, expected uint64) {
	t.Helper()
	rev, err := v.Put(id, []byte(data), expected)
	if err != nil || rev != expected+1 {
		t.Fatalf("Put(%s) = %d, %v; want %d", id, rev, err, expected+1)
	}
}

// holds fails unless the vault returns exactly these data and revision.
func holds(t *testing.T, v *Vault, id ID, data string, rev uint64) {
	t.Helper()
	got, gotRev, err := v.Get(id)
	if err != nil || gotRev != rev || !bytes.Equal(got, []byte(data)) {
		t.Fatalf("Get(%s) = %d bytes, revision %d, %v; want %d bytes, revision %d",
			id, len(got), gotRev, err, len(data), rev)
	}
}

// caseAt returns the path of a case's file.
func caseAt(t *testing.T, dir string, id ID) string {
	t.Helper()
	folder, err := id.folder()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, casesDir, folder, caseFile)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, filePerm); err != nil {
		t.Fatal(err)
	}
}

// filesIn returns the paths of all files below dir.
func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
