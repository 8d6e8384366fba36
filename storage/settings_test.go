package storage

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"
)

// TestSettingsAreKept proves that settings come back after closing, that the
// newest count, that they disturb nothing in the vault and go with it, and that
// they do not travel with a backup.
func TestSettingsAreKept(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	if data, err := v.Settings(); err != nil || data != nil {
		t.Fatalf("before any: %q, %v", data, err)
	}
	for _, data := range []string{"first", "the second"} {
		if err := v.SaveSettings([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	_ = v.Close()
	if _, err := v.Settings(); !errors.Is(err, ErrClosed) {
		t.Errorf("when closed: %v", err)
	}
	v = mustOpen(t, m, home)
	if data, err := v.Settings(); err != nil || string(data) != "the second" {
		t.Errorf("%q, %v", data, err)
	}
	clean(t, v)
	for _, f := range must(v.backupFiles()) {
		if f.name == settingsName {
			t.Error("a backup has the settings")
		}
	}
	if err := v.SaveSettings(bytes.Repeat([]byte{'x'}, maxSettings+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	if err := v.EraseAll(); err != nil {
		t.Fatal(err)
	}
	if _, left := m.files[filepath.Join(home, settingsName)]; left {
		t.Error("they outlive the vault")
	}
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// TestBadSettingsCountAsNone proves that settings that are damaged, of another
// vault, or another file of this one, are reported and not returned, and that
// settings without a right to write are refused.
func TestBadSettingsCountAsNone(t *testing.T) {
	v, m := inMemory(t)
	other, o := inMemory(t)
	for _, each := range []*Vault{v, other} {
		if err := each.SaveSettings([]byte("mine")); err != nil {
			t.Fatal(err)
		}
		if _, err := each.Summaries("x", func([]byte) string { return "" }); err != nil {
			t.Fatal(err)
		}
		each.index.dirty = true
		each.SaveIndex()
	}
	path := filepath.Join(home, settingsName)
	for name, data := range map[string][]byte{"nothing": nil, "noise": []byte("x"), "of another vault": o.files[path],
		"the index": m.files[filepath.Join(home, indexName)]} {
		m.files[path] = data
		if got, err := v.Settings(); err != nil || got != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		finds(t, v, Damaged)
	}
	if err := v.SaveSettings([]byte("anew")); err != nil {
		t.Fatal(err)
	}
	clean(t, v)
	v.readOnly = ErrReadOnly
	if err := v.SaveSettings(nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("written where nothing may be: %v", err)
	}
}
