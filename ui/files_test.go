package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Choosing a file begins in the person's own folder, whatever libraries are told of
// it, and goes on to those in it that are there.
func TestChoosingBeginsAtHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", t.TempDir())
	letters := filepath.Join(home, "Documents")
	if err := os.Mkdir(letters, 0o700); err != nil {
		t.Fatal(err)
	}
	if got, want := (files{home}).Places(), []string{home, letters}; len(got) < 2 || !slices.Equal(got[:2], want) {
		t.Errorf("choosing begins at %v, want %v", got, want)
	}
	if slices.Contains((files{}).Places(), os.Getenv("HOME")) {
		t.Error("without a folder of the person it begins at that of libraries")
	}
}
