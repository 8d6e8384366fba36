package storage

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

const (
	passphraseText = "coral tent anvil piano fudge lemon"
	idA            = ID("0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10")
	idB            = ID("c2a9d6f0-1b7e-4a83-8c44-90f1e2d3b4a5")
	idC            = ID("5d0f8e2b-6a3c-4d9e-b1f7-2c4e6a8b0d1f")
)

// long asks for the long runs: all kills, power losses and flips that are named
// in docs/VAULT.md, for hours instead of seconds.
func long() bool { return *longFlag || os.Getenv("RECOURSE_LONG") != "" }

var longFlag = flag.Bool("long", false, "run the long forms of the tests")

// progress says in a long run how far it is, a hundred times.
func progress(t *testing.T, done, of int) {
	if long() && done%max(of/100, 1) == 0 {
		fmt.Fprintf(os.Stderr, "%s %s: %d of %d\n", time.Now().Format(time.TimeOnly), t.Name(), done, of)
	}
}

// home is where vaults on a disk in memory lie.
var home = filepath.FromSlash("/vault")

// TestMain lets the test binary play the other process of the kill and lock
// tests: the variable names the part and the folder is the first argument.
func TestMain(m *testing.M) {
	switch os.Getenv("RECOURSE_STORAGE_PART") {
	case "writer":
		exit(playWriter(os.Args[1], false))
	case "hasty writer":
		exit(playWriter(os.Args[1], true))
	case "opener":
		exit(playOpener(os.Args[1]))
	}
	if !long() {
		_ = flag.Set("rapid.checks", "12") // what is typed after -args counts more
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

// clock is a clock that tests set; each look takes a second.
type clock struct{ at time.Time }

func (c *clock) now() time.Time {
	c.at = c.at.Add(time.Second)
	return c.at
}

// small is a world with an instant key derivation and manifests that are not
// padded to their usual size; only this package can make one.
func small(d disk) world {
	c := &clock{time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
	return world{disk: d, now: c.now, factor: 1}
}

// onDisk is small on the machine's own file system.
func onDisk() world { return small(osDisk{}) }

// newVault makes a vault in a new folder and closes it at the end of the test.
func newVault(t testing.TB) (*Vault, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	return makeVault(t, onDisk(), dir), dir
}

// inMemory makes a vault on a disk in memory.
func inMemory(t testing.TB) (*Vault, *memory) {
	t.Helper()
	m := newMemory()
	return makeVault(t, small(m), home), m
}

func makeVault(t testing.TB, w world, dir string) *Vault {
	t.Helper()
	v, err := create(w, dir, []byte(passphraseText))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v
}

func mustOpen(t testing.TB, d disk, dir string) *Vault {
	t.Helper()
	v, err := open(small(d), dir, []byte(passphraseText))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v
}

func mustPut(t testing.TB, v *Vault, id ID, data string, expected uint64) {
	t.Helper()
	rev, err := v.Put(id, []byte(data), expected)
	if err != nil || rev != expected+1 {
		t.Fatalf("Put(%s) = %d, %v; want %d", id, rev, err, expected+1)
	}
}

// holds fails unless the vault returns exactly these data and revision.
func holds(t testing.TB, v *Vault, id ID, data string, rev uint64) {
	t.Helper()
	got, gotRev, err := v.Get(id)
	if err != nil || gotRev != rev || !bytes.Equal(got, []byte(data)) {
		t.Fatalf("Get(%s) = %d bytes, revision %d, %v; want %d bytes, revision %d",
			id, len(got), gotRev, err, len(data), rev)
	}
}

// clean fails unless opening and Verify find nothing.
func clean(t testing.TB, v *Vault) {
	t.Helper()
	list, err := v.Verify(nil)
	if err != nil || len(list) > 0 || len(v.Findings()) > 0 {
		t.Fatalf("Verify = %v, %v; opening found %v", list, err, v.Findings())
	}
}

// finds fails unless Verify finds exactly these kinds of findings, in its order.
func finds(t testing.TB, v *Vault, want ...FindingKind) []Finding {
	t.Helper()
	list, err := v.Verify(nil)
	var kinds []FindingKind
	for _, f := range list {
		kinds = append(kinds, f.Kind)
	}
	if err != nil || !slices.Equal(kinds, want) {
		t.Fatalf("Verify = %v, %v; want %v", list, err, want)
	}
	return list
}

// draftAt returns the path of a case's newest draft.
func draftAt(t testing.TB, v *Vault, id ID) string {
	t.Helper()
	r, err := v.state.record(id)
	if err != nil {
		t.Fatal(err)
	}
	o, _ := r.newest(kindDraft)
	return filepath.Join(v.caseDir(r), o.name())
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, filePerm); err != nil {
		t.Fatal(err)
	}
}

// filesIn returns the paths of all files below dir.
func filesIn(t testing.TB, dir string) []string {
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
