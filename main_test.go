package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recourse/traces"
)

// Flags name folder and language; a language that is none is refused by name,
// and what is not named has a default.
func TestOptions(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	o, _, err := options([]string{"-vault", "cases", "-lang", "FR"})
	if err != nil || o.Vault != "cases" || o.Language != "fr" || o.Library == nil {
		t.Errorf("%+v, %v", o, err)
	}
	o, _, err = options(nil)
	if err != nil || !strings.HasSuffix(o.Vault, filepath.Join("recourse", "vault")) || o.Language != "" {
		t.Errorf("%+v, %v", o, err)
	}
	if _, _, err = options([]string{"-lang", "no language"}); err == nil || !strings.Contains(err.Error(), "-lang") {
		t.Errorf("%v", err)
	}
	if o, _, err = options([]string{"-look", "dark-contrast", "-text", "150"}); err != nil || o.Variant.String() != "dark-contrast" || o.Scale != 1.5 {
		t.Errorf("%v in scale %g, %v", o.Variant, o.Scale, err)
	}
	if _, _, err = options([]string{"-look", "gaudy"}); err == nil || !strings.Contains(err.Error(), "gaudy") {
		t.Errorf("%v", err)
	}
	if _, _, err = options([]string{"-nothing"}); err == nil {
		t.Error("an unknown flag is taken")
	}
}

// To leave nothing is to have no folder of a vault, and naming one is refused.
func TestOptionsLeaveNothing(t *testing.T) {
	o, p, err := options([]string{"-leave-nothing"})
	if err != nil || !o.LeaveNothing || !p.LeaveNothing || o.Vault != "" || o.Cache != "" {
		t.Errorf("%+v, %+v, %v", o, p, err)
	}
	if _, _, err := options([]string{"-leave-nothing", "-vault", "cases"}); !errors.Is(err, traces.ErrBoth) {
		t.Errorf("%v", err)
	}
}

// The window is of the version of the package.
func TestVersion(t *testing.T) {
	app, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(app), `Version = "`+version+`"`) {
		t.Errorf("version %s is not that of FyneApp.toml", version)
	}
}
