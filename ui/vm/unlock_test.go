package vm

import (
	"strings"
	"testing"
	"time"
)

// Wrong passphrases are said in words; from the third on the next try waits, longer
// each time, with the seconds said, and nothing is ever wiped.
func TestWrongTriesWait(t *testing.T) {
	w := newWorld(t)
	a := New(w.world(), "/vault", "en")
	a.Start().Submit("  ")
	if m := trouble(a); m == nil || *m != faultEmpty.words(a.t) || w.disk.opens != 0 {
		t.Errorf("empty: %+v", m)
	}
	for range 3 {
		a.Start().Submit("wrong words of mine")
	}
	if m := trouble(a); m == nil || *m != faultPassphrase.words(a.t) {
		t.Errorf("wrong: %+v", m)
	}
	if n := noticesOf(a); len(n) != 1 || !strings.Contains(n[0], "1") || !off(t, a, keyGo) {
		t.Fatalf("nothing says how long to wait: %q", n)
	}
	tries := w.disk.opens
	a.Start().Submit(secret)
	if w.disk.opens != tries {
		t.Error("does not wait")
	}
	w.pass(2 * time.Second)
	for range 8 {
		a.Start().Submit("wrong again and again")
		w.pass(61 * time.Second)
	}
	if !w.disk.made || w.disk.erased > 0 {
		t.Fatal("the vault is gone")
	}
	a.Start().Submit("wrong once more")
	w.jump(48 * time.Hour) // a clock that is put on does not help
	if !off(t, a, keyGo) {
		t.Error("the clock has shortened the time")
	}
	w.pass(2 * time.Minute)
	if a.Start().Submit(secret); a.Cases() == nil {
		t.Error("the right passphrase does not open it")
	}
	a.Lock()
	if a.Start().Submit("wrong, but the first time"); off(t, a, keyGo) {
		t.Error("tries are counted on after the right one")
	}
}

// The recovery sheet opens the vault, and a new passphrase is chosen with it.
func TestRecover(t *testing.T) {
	w := newWorld(t)
	w.disk.key = "AGE-SECRET-KEY-1QQQQ"
	a := New(w.world(), "/vault", "ar")
	a.Form().Press(keyRecover)
	onForm(t, a, "recover")
	if !part(t, a, fieldKey).Shown || !part(t, a, fieldKey).LTR {
		t.Error("what is copied from paper is not readable")
	}
	a.Form().Set(fieldKey, "AGE-SECRET-KEY-1RRRR")
	a.Form().Press(keyGo)
	if m := trouble(a); m == nil || *m != faultRecovery.words(a.t) {
		t.Errorf("another key: %+v", m)
	}
	a.Form().Set(fieldKey, w.disk.key)
	a.Form().Press(keyGo)
	onForm(t, a, "pass.words")
	words := lines(t, a, FormWords)[0]
	a.Form().Press(keyGo)
	a.Form().Set(fieldAgain, words)
	a.Form().Press(keyGo)
	onForm(t, a, "pass.changed")
	a.Form().Press(keyGo)
	if a.Cases() == nil || w.disk.pass != words {
		t.Error("the new passphrase does not hold")
	}
	a.Lock()
	if a.Start().Submit(words); a.Cases() == nil {
		t.Error("it does not open with it")
	}
}

// The outcome of long work is dropped where the person has gone on: a vault that
// opens too late is closed again.
func TestStaleWorkIsDropped(t *testing.T) {
	w := newWorld(t)
	a := New(w.world(), "/vault", "en")
	w.hold = true
	a.Start().Submit(secret)
	a.Start().Submit(secret)
	done := false
	a.Close(func() { done = true })
	w.release()
	if a.Cases() != nil || w.disk.open != 0 || !done {
		t.Errorf("cases %v, %d vaults open, closed %t", a.Cases(), w.disk.open, done)
	}
}

// A language that was chosen before the vault was open is that of the vault too.
func TestLanguageBeforeUnlocking(t *testing.T) {
	w := newWorld(t)
	w.disk.settings = []byte(`{"language":"fr","text":150,"later":{"unknown":1}}`)
	a := New(w.world(), "/vault", "en")
	a.Start().Submit(secret)
	if v := a.View(); v.Language != "fr" || v.Look.Text != 150 {
		t.Errorf("in %s at %d %%", v.Language, v.Look.Text)
	}
	a.Lock()
	a.Form().Press(languagePrefix + "de")
	if a.Start().Submit(secret); a.View().Language != "de" {
		t.Errorf("in %s", a.View().Language)
	}
	w.disk.settings = []byte(`{"text":7,"colours":"pink","idle":0`)
	if b := w.again(t, "en", secret); b.View().Look.Text != 100 || b.prefs.Idle != usualIdle {
		t.Errorf("settings that cannot be: %+v", b.prefs)
	}
}
