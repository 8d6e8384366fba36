package canary

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFoundFindsEveryForm proves that a text is found in every form, at every place
// and in names, so that a test which finds nothing has looked.
func TestFoundFindsEveryForm(t *testing.T) {
	planted := map[string][]byte{}
	for name, form := range Forms(Word) {
		planted[name] = form
	}
	for before := range 7 {
		planted["base64 behind "+strings.Repeat("x", before)] = []byte(base64.StdEncoding.EncodeToString([]byte(strings.Repeat("x", before) + Word + "more")))
	}
	for name, data := range planted {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "file"), append([]byte("abc"), data...), 0o600); err != nil {
			t.Fatal(err)
		}
		if found, err := Found(folder, Word); err != nil || len(found) == 0 {
			t.Errorf("%s is not found: %v", name, err)
		}
	}
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, Word, "deep"), 0o700); err != nil {
		t.Fatal(err)
	}
	if found, err := Found(folder, Word); err != nil || len(found) != 2 {
		t.Errorf("names: %v, %v", found, err)
	}
}

// TestFoundFindsNothingElse proves that what is not there is not found, and that
// a folder that is not there is an error.
func TestFoundFindsNothingElse(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "file"), []byte(Word[1:]), 0o600); err != nil {
		t.Fatal(err)
	}
	if found, err := Found(folder, Word); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := Found(filepath.Join(folder, "nowhere"), Word); err == nil {
		t.Error("a folder that is not there passes")
	}
}
