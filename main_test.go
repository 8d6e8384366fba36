package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// Flags name folder and language; a language that is none is refused by name,
// and what is not named has a default.
func TestOptions(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	o, err := options([]string{"-vault", "cases", "-lang", "FR"})
	if err != nil || o.Vault != "cases" || o.Language != "fr" || o.Library == nil {
		t.Errorf("%+v, %v", o, err)
	}
	o, err = options(nil)
	if err != nil || !strings.HasSuffix(o.Vault, filepath.Join("recourse", "vault")) || o.Language != "" {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err = options([]string{"-lang", "no language"}); err == nil || !strings.Contains(err.Error(), "-lang") {
		t.Errorf("%v", err)
	}
	if o, err = options([]string{"-look", "dark-contrast", "-text", "150"}); err != nil || o.Variant.String() != "dark-contrast" || o.Scale != 1.5 {
		t.Errorf("%v in scale %g, %v", o.Variant, o.Scale, err)
	}
	if _, err = options([]string{"-look", "gaudy"}); err == nil || !strings.Contains(err.Error(), "gaudy") {
		t.Errorf("%v", err)
	}
	if _, err = options([]string{"-nothing"}); err == nil {
		t.Error("an unknown flag is taken")
	}
}
