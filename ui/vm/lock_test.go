package vm

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recourse/forms"
)

// The vault locks itself when nobody has touched anything for as long as was set,
// and not before; what was typed is saved first, and the screen says why.
func TestLocksWhenIdle(t *testing.T) {
	w, a := begin(t, "en", complaint)
	goTo(t, a, "events.account")
	a.Interview().Set("events.account", "text", "half a sent")
	w.pass(4*time.Minute + 50*time.Second)
	if a.Start() != nil {
		t.Fatal("locked too soon")
	}
	a.Touch()
	w.pass(4*time.Minute + 50*time.Second)
	if a.Start() != nil {
		t.Fatal("locked in spite of a key")
	}
	w.pass(15 * time.Second)
	if n := noticesOf(a); a.Start() == nil || w.disk.open != 0 || len(n) != 1 || n[0] != a.text("ui.locked.idle") {
		t.Fatalf("not locked, or without a word: %q, %d open", n, w.disk.open)
	}
	if got := w.stored().Answers.Value("events.account").(forms.Prose).Words; got != "half a sent" {
		t.Errorf("saved: %q", got)
	}
	a.Start().Submit(secret)
	if v := a.View().Interview; v == nil || v.Key != "events.account" {
		t.Errorf("after unlocking the person is elsewhere: %+v", a.View())
	}
}

// A time that was chosen holds at once and the next time too; the clock may jump
// back and forth by less than a sleep without an effect.
func TestIdleTimeIsChosen(t *testing.T) {
	w, a := begin(t, "en", complaint)
	a.OpenSettings()
	a.Form().Choose(fieldIdle, "1")
	a.Form().Back()
	w.jump(-time.Hour)
	w.now = w.now.Add(time.Hour)
	w.pass(50 * time.Second)
	if a.Start() != nil {
		t.Fatal("locked too soon")
	}
	w.pass(15 * time.Second)
	if a.Start() == nil {
		t.Fatal("the time that was chosen does not hold")
	}
	if b := w.again(t, "en", secret); b.prefs.Idle != 1 {
		t.Errorf("remembered: %d minutes", b.prefs.Idle)
	}
}

// A computer that has slept finds the vault locked when it wakes.
func TestLocksAfterSleep(t *testing.T) {
	w, a := begin(t, "de", complaint)
	w.pass(time.Second)
	w.jump(40 * time.Minute)
	if n := noticesOf(a); a.Start() == nil || w.disk.open != 0 || len(n) != 1 || n[0] != a.text("ui.locked.slept") {
		t.Fatalf("not locked: %q", n)
	}
	if strings.Contains(fmt.Sprint(a.View()), "GDPR") {
		t.Error("something of the case is still on screen")
	}
}

// What locks waits for long work, and for text that cannot be saved: that stays.
func TestLockWaits(t *testing.T) {
	w, a := begin(t, "en", complaint)
	w.pass(time.Second)
	w.disk.fail = errors.New("no space left on device")
	goTo(t, a, "events.account")
	a.Interview().Set("events.account", "text", "kept")
	w.pass(6 * time.Minute)
	if a.Start() != nil || a.View().Bar.Saved.State != SaveFailed {
		t.Fatal("text that is nowhere else was given up")
	}
	w.disk.fail = nil
	w.pass(20 * time.Second)
	if a.Start() == nil {
		t.Error("not locked once it was saved")
	}
}

// states are the ways in which a person may want to be gone: each brings the
// program into one of them.
func states() map[string]func(*testing.T, *world, *App) {
	return map[string]func(*testing.T, *world, *App){
		"locked":     func(*testing.T, *world, *App) {},
		"unlocking":  func(_ *testing.T, w *world, a *App) { w.hold = true; a.Start().Submit(secret) },
		"recovering": func(_ *testing.T, _ *world, a *App) { a.Form().Press(keyRecover) },
		"cases":      func(_ *testing.T, _ *world, a *App) { a.Start().Submit(secret) },
		"reading the cases": func(_ *testing.T, w *world, a *App) {
			a.Start().Submit(secret)
			w.hold = true
			a.Cases().load()
		},
		"in a field": func(t *testing.T, _ *world, a *App) {
			a.Start().Submit(secret)
			a.Cases().New(complaint)
			goTo(t, a, "events.account")
			a.Interview().Set("events.account", "text", "the last word")
		},
		"while it is saved": func(t *testing.T, w *world, a *App) {
			a.Start().Submit(secret)
			a.Cases().New(complaint)
			goTo(t, a, "events.account")
			a.Interview().Set("events.account", "text", "before")
			w.hold = true
			w.pass(time.Second)
			a.Interview().Set("events.account", "text", "the last word")
		},
		"at the check": func(_ *testing.T, _ *world, a *App) {
			a.Start().Submit(secret)
			a.Cases().New(complaint)
			a.openCheck()
		},
		"in the settings": func(_ *testing.T, _ *world, a *App) { a.Start().Submit(secret); a.OpenSettings() },
		"checking all": func(_ *testing.T, w *world, a *App) {
			a.Start().Submit(secret)
			a.OpenSettings()
			w.hold = true
			a.Form().Press(keyVerify)
		},
		"making a passphrase": func(_ *testing.T, _ *world, a *App) {
			a.Start().Submit(secret)
			a.OpenSettings()
			a.Form().Press(keyPassphrase)
		},
	}
}

// Escape three times leaves from every state: the window goes first, before
// anything else is done; what was typed is saved once, the vault is closed, the
// clipboard cleared, the program ended once.
func TestEscapeThreeTimesLeaves(t *testing.T) {
	for name, bring := range states() {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			a := New(w.world(), "/vault", "en")
			bring(t, w, a)
			a.Copied("ours")
			w.clip.text = "ours"
			a.Escape()
			a.Escape()
			if w.hidden+w.quits > 0 {
				t.Fatal("left after two")
			}
			a.Escape()
			if w.hidden != 1 || w.clip.text != "" {
				t.Errorf("the window was hidden %d times, the clipboard has %q", w.hidden, w.clip.text)
			}
			w.release()
			a.Escape()
			a.Escape()
			a.Escape()
			if w.hidden != 1 || w.quits != 1 || w.disk.open != 0 {
				t.Errorf("hidden %d times, ended %d times, %d vaults open", w.hidden, w.quits, w.disk.open)
			}
			if strings.Contains(name, "field") || strings.Contains(name, "saved") {
				if got := w.stored().Answers.Value("events.account").(forms.Prose).Words; got != "the last word" {
					t.Errorf("saved: %q", got)
				}
			}
			if i := slices.Index(w.disk.order, "close"); i >= 0 && slices.Contains(w.disk.order[i:], "put") {
				t.Errorf("in the order %v", w.disk.order)
			}
		})
	}
}

// Presses that lie apart are no wish to leave, and a medium that does not answer
// keeps nobody.
func TestLeavingIsNoAccidentAndNeverWaits(t *testing.T) {
	w, a := begin(t, "en", complaint)
	for range 6 {
		a.Escape()
		w.pass(1100 * time.Millisecond)
	}
	if w.hidden > 0 {
		t.Fatal("slow presses leave")
	}
	w.hold = true
	a.Interview().Set("events.account", "text", "x")
	for range 3 {
		a.Escape()
	}
	if w.hidden != 1 || w.quits != 0 {
		t.Fatalf("hidden %d times, ended %d times", w.hidden, w.quits)
	}
	w.pass(leaveAtMost)
	if w.quits == 0 {
		t.Error("a medium that does not answer holds the program")
	}
}

// The clipboard loses what was copied when the vault is locked, but only if it is
// still there.
func TestClipboardIsClearedAtTheLock(t *testing.T) {
	for held, want := range map[string]string{"ours": "", "of another program": "of another program"} {
		w, a := begin(t, "en", complaint)
		a.Copied("ours")
		w.clip.text = held
		a.Lock()
		if w.clip.text != want {
			t.Errorf("with %q on the clipboard it has %q then", held, w.clip.text)
		}
	}
}

// What the person set is in the vault and nowhere else, and there again after
// locking: colours, size of text, size of the window.
func TestSettingsAreRemembered(t *testing.T) {
	w, a := begin(t, "en", complaint)
	a.GoHome()
	a.OpenSettings()
	onForm(t, a, "settings")
	a.Form().Choose(fieldColours, string(ColoursDark))
	a.Form().Choose(fieldText, "150")
	a.Form().Choose(keyLanguage, "fr")
	w.width, w.height = 1100, 750
	if l := a.View().Look; l.Colours != ColoursDark || l.Text != 150 || a.View().Language != "fr" {
		t.Errorf("they do not hold at once: %+v", l)
	}
	a.Form().Back()
	if a.Cases() == nil {
		t.Error("back does not lead to where the person was")
	}
	a.Lock()
	if a.View().Language != "fr" || !slices.Contains(w.remembered, Tag("fr")) {
		t.Error("the language is not kept for the time before")
	}
	b := w.again(t, "en", secret)
	if v := b.View(); v.Look != (Look{ColoursDark, 150, 1100, 750}) || v.Language != "fr" {
		t.Errorf("%+v in %s", v.Look, v.Language)
	}
}

// After unlocking the person is where they were, also where reading takes its time.
func TestUnlockingLeadsBack(t *testing.T) {
	for _, check := range []bool{false, true} {
		w, a := begin(t, "en", complaint)
		goTo(t, a, "events.account")
		if check {
			a.openCheck()
		}
		a.Lock()
		w.hold = true
		a.Start().Submit(secret)
		for len(w.held) > 0 {
			held := w.held
			w.held = nil
			for _, work := range held {
				work()()
			}
		}
		switch v := a.Interview(); {
		case v == nil || v.at != "events.account":
			t.Errorf("the question is not there")
		case check != (a.View().Check != nil):
			t.Errorf("check: %t, wanted %t", !check, check)
		}
	}
}

// So it is at the facts, before there is a procedure, whether they are told or not.
func TestUnlockingLeadsBackToTheFacts(t *testing.T) {
	w := newWorld(t)
	a := New(w.world(), "/vault", "en")
	a.Start().Submit(secret)
	a.Cases().BeginNew()
	v := a.Asking()
	v.Continue()
	v.Choose("facts.matter", "data")
	v.Continue()
	v.Back()
	at := v.at
	a.Lock()
	a.Start().Submit(secret)
	if got := a.Asking(); got == nil || !got.facts || got.at != at || at == "" {
		t.Errorf("not at %s", at)
	}
}

// A new passphrase needs the one that there is, and then holds.
func TestChangePassphrase(t *testing.T) {
	w, a := begin(t, "ar", complaint)
	a.OpenSettings()
	a.Form().Press(keyPassphrase)
	words := lines(t, a, FormWords)[0]
	a.Form().Press(keyGo)
	a.Form().Set(fieldPassphrase, "not the one")
	a.Form().Set(fieldAgain, words)
	a.Form().Press(keyGo)
	if m := part(t, a, fieldPassphrase).Problem; m == nil || w.disk.pass != secret {
		t.Fatalf("taken without the old one: %+v", m)
	}
	a.Form().Set(fieldPassphrase, secret)
	a.Form().Press(keyGo)
	onForm(t, a, "pass.changed")
	if w.disk.pass != words {
		t.Error("the new one does not hold")
	}
	a.Form().Press(keyGo)
	onForm(t, a, "settings")
}
