package main

import (
	"os"
	"strings"
	"testing"
)

// TestVersion proves that the terminal program and the window are of one version.
func TestVersion(t *testing.T) {
	app, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if words := `Version = "` + version + `"`; !strings.Contains(string(app), words) {
		t.Errorf("FyneApp.toml does not say %s", words)
	}
}
