package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms/layout/samples"
)

// codeFile is the compiled code in a folder of a renderer.
func codeFile(t *testing.T, folder string) string {
	t.Helper()
	found := ""
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != sealName {
			if found != "" {
				t.Errorf("more than one file: %s, %s", found, path)
			}
			found = path
		}
		return err
	})
	if err != nil || found == "" {
		t.Fatalf("no compiled code in the folder: %v", err)
	}
	return found
}

func change(t *testing.T, path string, do func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, do(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A second start takes the code from the folder and writes nothing.
func TestSecondStartCompilesNothing(t *testing.T) {
	data, _ := written(t, samples.German())
	drawn(t, data, 0, 0.5)
	before, err := os.Stat(codeFile(t, shared.folder))
	if err != nil {
		t.Fatal(err)
	}
	r := New(shared.folder)
	m, err := r.Page(context.Background(), "a test", data, 0, 0.5)
	if err != nil || m.Bounds().Dx() == 0 {
		t.Fatal(err)
	}
	after, err := os.Stat(codeFile(t, shared.folder))
	if err != nil || !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the code was written again: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.Page(context.Background(), "a test", data, 0, 0.5); !errors.Is(err, ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
}

// Code that is damaged in spite of its seal is refused by the library, and the
// picture comes from code that is kept in memory.
func TestDamagedCodeIsNotRun(t *testing.T) {
	data, _ := written(t, samples.German())
	want := drawn(t, data, 0, 0.5)
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(shared.folder)); err != nil {
		t.Fatal(err)
	}
	s, err := openStore(folder)
	if err != nil || !s.sound() {
		t.Fatalf("the copy is not sound: %v", err)
	}
	change(t, codeFile(t, folder), func(b []byte) []byte { b[len(b)/2] ^= 0xff; return b })
	if err := os.Remove(filepath.Join(s.folder, sealName)); err != nil {
		t.Fatal(err)
	}
	if err := s.seal(); err != nil || !s.sound() {
		t.Fatalf("the damage is not sealed: %v", err)
	}
	if _, err := kept(folder); err == nil {
		t.Error("damaged code was loaded")
	}
	r := New(folder)
	m, err := r.Page(context.Background(), "a test", data, 0, 0.5)
	if err != nil || m.Bounds() != want.Bounds() {
		t.Errorf("no picture: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// A store is used again only where each file is what its seal says; whatever
// else lies there is thrown away, as are stores of other versions, and nothing
// else of the folder is touched.
func TestOnlySoundStoresAreUsedAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, folder string)
		keeps  bool
	}{
		{"as it was sealed", func(*testing.T, string) {}, true},
		{"a byte changed", func(t *testing.T, f string) {
			change(t, filepath.Join(f, "lib", "code"), func(b []byte) []byte { b[3] ^= 1; return b })
		}, false},
		{"cut off", func(t *testing.T, f string) {
			change(t, filepath.Join(f, "lib", "code"), func(b []byte) []byte { return b[:5] })
		}, false},
		{"emptied", func(t *testing.T, f string) {
			change(t, filepath.Join(f, "lib", "code"), func([]byte) []byte { return nil })
		}, false},
		{"a file more", func(t *testing.T, f string) { put(t, filepath.Join(f, "lib", "code.1.tmp"), "half") }, false},
		{"file gone", func(t *testing.T, f string) { remove(t, filepath.Join(f, "lib", "code")) }, false},
		{"no seal", func(t *testing.T, f string) { remove(t, filepath.Join(f, sealName)) }, false},
		{"empty seal", func(t *testing.T, f string) { put(t, filepath.Join(f, sealName), "") }, false},
		{"link", func(t *testing.T, f string) {
			if err := os.Symlink("code", filepath.Join(f, "lib", "other")); err != nil {
				t.Fatal(err)
			}
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			s, err := openStore(folder)
			if err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(s.folder, "lib", "code"), "machine code")
			put(t, filepath.Join(folder, storePrefix+"older", "code"), "of another version")
			put(t, filepath.Join(folder, "fonts"), "of somebody else")
			if err := s.seal(); err != nil {
				t.Fatal(err)
			}
			c.damage(t, s.folder)
			if _, err := openStore(folder); err != nil {
				t.Fatal(err)
			}
			if got := there(filepath.Join(s.folder, "lib", "code")); got != c.keeps {
				t.Errorf("kept: %v", got)
			}
			if there(filepath.Join(folder, storePrefix+"older")) || !there(filepath.Join(folder, "fonts")) {
				t.Error("the wrong things of the folder are gone")
			}
		})
	}
}

// The folder of a store names the versions that the program is built with, so
// that a new one never finds the code of an old one.
func TestStoreIsOfTheVersionsInUse(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"github.com/tetratelabs/wazero", "github.com/klippa-app/go-pdfium"} {
		_, rest, found := strings.Cut(string(mod), name+" ")
		want := filepath.Base(name) + "-" + strings.Fields(rest)[0]
		if !found || !strings.Contains(version, want) {
			t.Errorf("the version %q is not of %s", version, want)
		}
	}
}

// A folder that cannot be made or written is refused before anything is
// compiled, so that the code is kept in memory instead.
func TestUselessFolder(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	put(t, file, "no folder")
	put(t, filepath.Join(folder, "taken", storePrefix+version), "no folder either")
	if err := os.Mkdir(filepath.Join(folder, "locked"), 0o500); err != nil {
		t.Fatal(err)
	}
	useless := []string{file, filepath.Join(file, "below"), string([]byte{'a', 0})}
	if os.Getuid() != 0 { // root may write anywhere
		useless = append(useless, filepath.Join(folder, "locked"))
	}
	for _, f := range useless {
		if _, err := kept(f); err == nil {
			t.Errorf("%q is of use", f)
		}
	}
	if s, err := openStore(filepath.Join(folder, "taken")); err != nil || there(filepath.Join(s.folder, sealName)) {
		t.Errorf("a file in the place of the store is not cleared away: %v", err)
	}
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
