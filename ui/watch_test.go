package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	vault "recourse/storage"
	"recourse/ui/kit"
	"recourse/ui/screens"
	"recourse/ui/vm"
)

// unlocked is the program with an open vault on the disk in a window; what it says
// to the machine is counted.
func unlocked(t *testing.T) (*vm.App, fyne.Window, *int) {
	t.Helper()
	a := test.NewTempApp(t)
	o := Options{Library: library(t), Vault: filepath.Join(t.TempDir(), "vault")}
	v, err := vault.Create(o.Vault, []byte("four words of mine"))
	if err == nil {
		err = v.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	quits := 0
	outside := world(o, nil)
	outside.Dispatch, outside.Rim = vm.Inline{}, rim(a, w, o)
	outside.Quit = func() { quits++ }
	outside.After = func(time.Duration, func()) func() { return func() {} }
	program := vm.New(outside, o.Vault, "en")
	root := screens.NewRoot(program, w.Canvas())
	w.SetContent(root.Content())
	watch(w.Canvas(), root, program)
	program.Start().Submit("four words of mine")
	if program.Cases() == nil {
		t.Fatal("the vault does not open")
	}
	return program, w, &quits
}

// Escape three times, on a field, in a dialog that lies over it, saves what was
// typed into the vault on the disk and ends the program.
func TestEscapeInTheWindowLeaves(t *testing.T) {
	program, w, quits := unlocked(t)
	program.Cases().New(library(t).Procedures()[0].ID)
	program.Interview().Choose("events.kinds", "breach")
	kit.ShowDialog(w.Canvas(), kit.LTR, "Ask", kit.NewLabel(kit.LTR, kit.Body, "?"), nil, kit.NewButton(kit.LTR, kit.Primary, "Yes", nil))
	for range 3 {
		w.Canvas().Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if *quits != 1 || program.Cases() != nil || program.Interview() != nil {
		t.Errorf("ended %d times", *quits)
	}
}

// A sudden end does what is left to do first, and says how that went.
func TestEnd(t *testing.T) {
	for _, c := range []struct {
		name string
		last func() error
		want int
	}{{"nothing to do", nil, 0}, {"done", func() error { return nil }, 0}, {"failed", func() error { return os.ErrPermission }, 1}} {
		got := -1
		end(c.last, func(code int) { got = code })
		if got != c.want {
			t.Errorf("%s: ended with %d", c.name, got)
		}
	}
}

// Dialogs go with what they lie over when the vault is locked.
func TestLockingClosesDialogs(t *testing.T) {
	program, w, _ := unlocked(t)
	kit.ShowDialog(w.Canvas(), kit.LTR, "Ask", kit.NewLabel(kit.LTR, kit.Body, "?"), nil, kit.NewButton(kit.LTR, kit.Primary, "Yes", nil))
	program.Lock()
	if program.Start() == nil || w.Canvas().Overlays().Top() != nil {
		t.Error("not locked, or a dialog still lies over the screen")
	}
}

// The language is kept in a file that says nothing else, and comes back; where
// nothing is to be left there is no such file.
func TestLanguageIsRemembered(t *testing.T) {
	o := Options{Config: filepath.Join(t.TempDir(), "config")}
	if recalled(o.remembered()) != "" {
		t.Error("remembers before anything was said")
	}
	remember(o.remembered(), "ar")
	if data, err := os.ReadFile(o.remembered()); err != nil || string(data) != "ar\n" {
		t.Errorf("%q, %v", data, err)
	}
	if got := wanted("", recalled(o.remembered())); got != "ar" {
		t.Errorf("begins in %q", got)
	}
	if err := os.WriteFile(o.remembered(), []byte("no language at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := recalled(o.remembered()); got != "" {
		t.Errorf("takes %q for a language", got)
	}
	o.LeaveNothing = true
	if o.remembered() != "" || (Options{}).remembered() != "" {
		t.Error("a file where nothing is to be left")
	}
}
