package ui

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"recourse/forms/packs"
	"recourse/i18n"
	vault "recourse/storage"
	"recourse/ui/vm"
)

// opened is the library of all tests, read once; it never changes.
var opened = sync.OnceValues(packs.Embedded)

func library(t *testing.T) *packs.Library {
	t.Helper()
	l, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The window opens in its size and under its name in every language, offers to
// make a vault where there is none, and touches nothing on disk before.
func TestWindowOpens(t *testing.T) {
	for _, tag := range i18n.Locales() {
		a := test.NewTempApp(t)
		folder := filepath.Join(t.TempDir(), "vault")
		w := New(a, Options{Library: library(t), Vault: folder, Language: tag})
		if w.Title() != title {
			t.Errorf("%s: the window is called %q", tag, w.Title())
		}
		if w.Canvas().Focused() == nil {
			t.Errorf("%s: nothing has the keyboard", tag)
		}
		if _, err := os.Stat(folder); err == nil {
			t.Errorf("%s: the folder was made before it was asked for", tag)
		}
		w.Close()
	}
}

// What Fyne would load from the web is refused once there is a window.
func TestWebIsRefused(t *testing.T) {
	a := test.NewTempApp(t)
	New(a, Options{Library: library(t), Vault: filepath.Join(t.TempDir(), "vault"), Language: "en"}).Close()
	for _, address := range []string{"http://127.0.0.1:9/b.png", "https://127.0.0.1:9/b.png"} {
		uri, err := storage.ParseURI(address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := storage.Reader(uri); !errors.Is(err, errWeb) {
			t.Errorf("%s: %v", address, err)
		}
		if can, err := storage.CanRead(uri); can || err != nil {
			t.Errorf("%s can be read: %v", address, err)
		}
	}
}

// Fyne's own words are in the language of the window.
func TestFyneSpeaksTheLanguage(t *testing.T) {
	test.NewTempApp(t)
	for _, tag := range i18n.Locales() {
		feed(tag)
		catalog, _ := i18n.Locale(tag)
		for word, key := range builtIn() {
			if got, want := lang.L(word), catalog.Text(key, nil); got != want {
				t.Errorf("%s: %s is %q, want %q", tag, word, got, want)
			}
		}
	}
}

// The keys that walk do nothing while the vault is locked, and go on and back in
// an interview on a vault on the disk.
func TestForwardAndBackward(t *testing.T) {
	o := Options{Library: library(t), Vault: filepath.Join(t.TempDir(), "vault")}
	w := world(o, nil)
	w.Dispatch = vm.Inline{}
	v, err := vault.Create(o.Vault, []byte("four words of mine"))
	if err == nil {
		err = v.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	program := vm.New(w, o.Vault, "en")
	forward(program)
	backward(program)
	if program.Start() == nil {
		t.Fatal("a key has opened the vault")
	}
	program.Start().Submit("four words of mine")
	program.Cases().New(o.Library.Procedures()[0].ID)
	first := program.View().Interview.Key
	forward(program)
	if program.View().Interview.Key == first {
		t.Error("does not go on")
	}
	backward(program)
	if got := program.View().Interview.Key; got != first {
		t.Errorf("back at %q", got)
	}
	saved := false
	program.Close(func() { saved = true })
	if !saved || program.Start() == nil {
		t.Error("not closed")
	}
}
