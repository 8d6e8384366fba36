package vm

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// fresh is the program where there is no vault yet.
func fresh(t *testing.T, lang Tag) (*world, *App) {
	t.Helper()
	w := newWorld(t)
	w.disk = &memory{}
	return w, New(w.world(), "/vault", lang)
}

// toPassphrase goes to the choice of the passphrase.
func toPassphrase(a *App) {
	for range 3 {
		a.Form().Press(keyGo)
	}
}

// onForm fails unless a form is on screen, with all its words.
func onForm(t *testing.T, a *App, key string) *FormScreen {
	t.Helper()
	f := a.View().Form
	if f == nil || f.Key != key {
		t.Fatalf("on screen is %+v, want %s", f, key)
	}
	if f.Title == "" {
		t.Errorf("%s has no title", key)
	}
	for _, p := range f.Parts {
		all := append([]string{p.Text, p.Hint, p.Toggle, f.Title, f.Lead, f.Step, f.Back}, p.Lines...)
		for _, b := range p.Buttons {
			all = append(all, b.Text)
		}
		for _, o := range p.Options {
			all = append(all, o.Label, o.Hint)
		}
		if m := p.Problem; m != nil {
			all = append(all, m.What, m.Means, m.Next)
		}
		if i := slices.IndexFunc(all, func(s string) bool { return strings.Contains(s, "⟦") }); i >= 0 {
			t.Errorf("%s: a text is missing: %q", key, all[i])
		}
	}
	return f
}

// part finds a part of the form by its key.
func part(t *testing.T, a *App, key string) FormPart {
	t.Helper()
	for _, p := range a.View().Form.Parts {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("the form %s has no part %s", a.View().Form.Key, key)
	return FormPart{}
}

// trouble is what the form says went wrong; nil for nothing.
func trouble(a *App) *Message {
	for _, p := range a.View().Form.Parts {
		if p.Problem != nil {
			return p.Problem
		}
	}
	return nil
}

// notices are the notices of the form.
func noticesOf(a *App) []string {
	var out []string
	for _, p := range a.View().Form.Parts {
		if p.Kind == FormNotice {
			out = append(out, p.Text)
		}
	}
	return out
}

// off tells whether a button of the form can be pressed; it fails without one.
func off(t *testing.T, a *App, key string) bool {
	t.Helper()
	for _, p := range a.View().Form.Parts {
		for _, b := range p.Buttons {
			if b.Key == key {
				return b.Off
			}
		}
	}
	t.Fatalf("the form %s has no button %s", a.View().Form.Key, key)
	return false
}

// The first start in the order in which people go through it: language, promise,
// words that were drawn and typed again, the sheet with its key typed back; and at
// the end a vault that opens with these words.
func TestFirstStart(t *testing.T) {
	w, a := fresh(t, "en")
	f := onForm(t, a, "first.language")
	if n := len(part(t, a, keyLanguage).Options); n < 4 {
		t.Errorf("%d languages at once", n)
	}
	a.Form().Choose(keyLanguage, "ar")
	if f = onForm(t, a, "first.language"); !a.View().RTL || f.Step == "" || len(w.remembered) > 0 {
		t.Errorf("in Arabic %t, remembered %v", a.View().RTL, w.remembered)
	}
	a.Form().Press(keyGo)
	onForm(t, a, "first.promises")
	a.Form().Press(keyThreats)
	onForm(t, a, "threats")
	a.Form().Back()
	a.Form().Press(keyGo)
	onForm(t, a, "first.mode")
	a.Form().Press(keyGo)
	onForm(t, a, "pass.words")
	first := lines(t, a, FormWords)
	a.Form().Press(keyDraw)
	words := lines(t, a, FormWords)
	if first[0] == words[0] || len(strings.Fields(words[0])) != 6 {
		t.Fatalf("drawn %q, then %q", first, words)
	}
	a.Form().Press(keyGo)
	onForm(t, a, "pass.again")
	if s := strings.Join(texts(a), "|"); strings.Contains(s, words[0]) {
		t.Error("the words still stand on screen")
	}
	a.Form().Set(fieldAgain, "other words")
	a.Form().Press(keyGo)
	if m := trouble(a); m == nil || *m != faultRepeat.words(a.t) || w.disk.made {
		t.Errorf("other words: %+v", m)
	}
	a.Form().Set(fieldAgain, "  "+words[0]+" ")
	a.Form().Press(keyGo)
	if onForm(t, a, "sheet.save"); w.disk.pass != words[0] {
		t.Fatalf("the vault has another passphrase than the one that was shown")
	}
	proveSheet(t, w, a)
	if !slices.Equal(w.remembered, []Tag{"ar"}) {
		t.Errorf("remembered outside: %v", w.remembered)
	}
	if a.Cases() == nil || len(a.View().Bar.Banners) > 0 {
		t.Errorf("at the end: %+v, banners %v", a.View().Form, a.View().Bar.Banners)
	}
	b := w.again(t, "en", words[0])
	if b.View().Language != "ar" {
		t.Error("the vault does not remember the language")
	}
	if len(b.View().Bar.Banners) > 0 {
		t.Error("reminds of a sheet that was proved")
	}
}

// lines are those of the first part of a kind.
func lines(t *testing.T, a *App, kind FormKind) []string {
	t.Helper()
	for _, p := range a.View().Form.Parts {
		if p.Kind == kind {
			return p.Lines
		}
	}
	t.Fatalf("%s has no such part", a.View().Form.Key)
	return nil
}

// texts are all texts of the form.
func texts(a *App) []string {
	f := a.View().Form
	out := []string{f.Title, f.Lead}
	for _, p := range f.Parts {
		out = append(append(out, p.Text, p.Hint, p.Value), p.Lines...)
	}
	return out
}

// proveSheet saves the sheet, slips once, and types its key back.
func proveSheet(t *testing.T, w *world, a *App) {
	t.Helper()
	a.Form().Set(keyPath, "/exports/sheet")
	a.Form().Press(keyGo)
	onForm(t, a, "sheet.prove")
	pdf, ok := w.files["/exports/sheet.pdf"]
	if !ok || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Fatalf("no sheet was written: %d files", len(w.files))
	}
	a.Form().Set(fieldKey, "AGE-SECRET-KEY-1QQQQRRRRSSST")
	a.Form().Press(keyGo)
	if m := part(t, a, fieldKey).Problem; m == nil || *m != faultRecovery.words(a.t) {
		t.Errorf("a slip: %+v", m)
	}
	a.Form().Set(fieldKey, w.disk.key)
	a.Form().Press(keyGo)
	onForm(t, a, "sheet.end")
	a.Form().Press(keyGo)
}

// again starts the program anew on the same disk and opens the vault.
func (w *world) again(t *testing.T, lang Tag, pass string) *App {
	t.Helper()
	w.timers = nil
	a := New(w.world(), "/vault", lang)
	if a.Start() == nil {
		t.Fatal("no vault to open")
	}
	a.Start().Submit(pass)
	return a
}

// The sheet may wait, with the reason; the list of cases reminds of it until it is
// made, and says no more for this time where the person wishes.
func TestSheetLater(t *testing.T) {
	w, a := fresh(t, "de")
	toPassphrase(a)
	a.Form().Press(keyOwn)
	a.Form().Set(fieldOwn, secret)
	a.Form().Press(keyGo)
	a.Form().Set(fieldAgain, secret)
	a.Form().Press(keyGo)
	onForm(t, a, "sheet.save")
	a.Form().Press(keyLater)
	banners := a.View().Bar.Banners
	if a.Cases() == nil || len(banners) != 1 || len(banners[0].Buttons) != 2 {
		t.Fatalf("banners %+v", banners)
	}
	a.PressBanner(quietPrefix + bannerSheet)
	if len(a.View().Bar.Banners) != 0 {
		t.Error("it does not leave the person in peace")
	}
	b := w.again(t, "de", secret)
	if len(b.View().Bar.Banners) != 1 {
		t.Fatal("it does not remind the next time")
	}
	b.PressBanner(bannerSheet)
	onForm(t, b, "sheet.save")
	proveSheet(t, w, b)
	if b.Cases() == nil || len(b.View().Bar.Banners) != 0 {
		t.Error("after proving the banner stays")
	}
}

// An own choice is judged in words while it is typed; what can be guessed is not
// taken, by no key.
func TestOwnPassphraseIsJudged(t *testing.T) {
	w, a := fresh(t, "fr")
	toPassphrase(a)
	a.Form().Press(keyOwn)
	said := map[string]bool{}
	for _, c := range []struct {
		typed string
		good  bool
	}{{"", false}, {"short", false}, {"correct horse battery staple", false}, {"abcdefghijklmnop", false}, {secret, true}, {"coral tent anvil piano fudge lemon", true}} {
		a.Form().Set(fieldOwn, c.typed)
		words := noticesOf(a)[0]
		if said[words] {
			t.Errorf("%q: says the same as of another: %s", c.typed, words)
		}
		said[words] = true
		a.Form().Press(keyGo)
		if again := a.View().Form.Key == "pass.again"; again != c.good {
			t.Errorf("%q: went on %t", c.typed, again)
		}
		if c.good {
			a.Form().Back()
		}
	}
	if part(t, a, fieldOwn).Shown {
		t.Error("it is readable without being asked")
	}
	a.Form().Press(keyToggle + fieldOwn)
	if !part(t, a, fieldOwn).Shown || w.disk.made {
		t.Error("cannot be shown")
	}
}

// Where nothing is to be left, nothing is made on the disk and no passphrase is
// asked for; locking asks first, since all is gone then.
func TestLeaveNothing(t *testing.T) {
	w, a := fresh(t, "en")
	a.Form().Press(keyGo)
	a.Form().Press(keyGo)
	a.Form().Choose(fieldMode, modeNothing)
	a.Form().Press(keyGo)
	if a.Cases() == nil || w.disk.made || w.disk.open != 1 || a.View().Bar.Note != a.text("ui.nothing.note") {
		t.Fatalf("on screen %+v", a.View().Form)
	}
	if len(w.remembered) != 0 {
		t.Errorf("remembered outside: %v", w.remembered)
	}
	a.Cases().New(complaint)
	a.Lock()
	onForm(t, a, "ending")
	a.Form().Back()
	if a.Interview() == nil || w.disk.open != 1 {
		t.Fatal("gone without a yes")
	}
	a.Lock()
	a.Form().Press(keyGo)
	if onForm(t, a, "first.language"); w.disk.open != 0 || w.disk.made {
		t.Error("something is left")
	}
}

// A vault that leaves nothing is given up when nobody is there for as long as was
// set, after a warning a minute before; a key keeps it.
func TestLeaveNothingEndsByItself(t *testing.T) {
	w, a := fresh(t, "en")
	a.Form().Press(keyGo)
	a.Form().Press(keyGo)
	a.Form().Choose(fieldMode, modeNothing)
	a.Form().Press(keyGo)
	w.pass(a.idleLimit() - 30*time.Second)
	if b := a.View().Bar.Banners; len(b) != 1 || b[0].Tone != Bad {
		t.Fatalf("no warning: %+v", b)
	}
	a.Touch()
	if len(a.View().Bar.Banners) != 0 {
		t.Error("the warning stays")
	}
	w.pass(a.idleLimit() - 2*time.Minute)
	if w.disk.open != 1 {
		t.Fatal("ended too soon")
	}
	w.pass(3 * time.Minute)
	if onForm(t, a, "first.language"); w.disk.open != 0 {
		t.Error("it is still there")
	}
}

// Making a vault can be called off; what comes too late is taken away again.
func TestMakingCanBeCalledOff(t *testing.T) {
	w, a := fresh(t, "en")
	toPassphrase(a)
	words := lines(t, a, FormWords)[0]
	a.Form().Press(keyGo)
	a.Form().Set(fieldAgain, words)
	w.hold = true
	a.Form().Press(keyGo)
	if p := a.View().Form.Parts; !slices.ContainsFunc(p, func(p FormPart) bool { return p.Kind == FormBusy && p.Text != "" && len(p.Buttons) == 1 }) {
		t.Errorf("nothing says what is being done: %+v", p)
	}
	a.Form().Press(keyCancel)
	w.release()
	if onForm(t, a, "pass.again"); w.disk.made || w.disk.open != 0 || w.disk.erased != 1 {
		t.Errorf("left behind: %+v", w.disk)
	}
	a.Form().Press(keyGo)
	onForm(t, a, "sheet.save")
}

// The words can be copied into a safe of passwords; they leave the clipboard soon,
// unless something else is there by then.
func TestCopiedWordsGo(t *testing.T) {
	for _, other := range []string{"", "of another program"} {
		w, a := fresh(t, "en")
		toPassphrase(a)
		a.Form().Press(keyCopy)
		if w.clip.text != lines(t, a, FormWords)[0] || len(noticesOf(a)) != 1 {
			t.Fatalf("on the clipboard: %q", w.clip.text)
		}
		if other != "" {
			w.clip.text = other
		}
		w.pass(copiedFor)
		if w.clip.text != other {
			t.Errorf("after its time: %q", w.clip.text)
		}
	}
}

// A backup becomes the vault of a computer that has none; what is no backup, a
// wrong passphrase and a path that is not there are said in words and make nothing.
func TestRestoreAtFirstStart(t *testing.T) {
	w, a := fresh(t, "en")
	w.files["/stick/noise"], w.files["/stick/backup"] = []byte("noise"), []byte("backup of then")
	a.Form().Press(keyGo)
	a.Form().Press(keyGo)
	a.Form().Press(keyRestore)
	onForm(t, a, "restore")
	for _, c := range []struct {
		path, by, typed string
		want            fault
	}{{"", fieldPassphrase, "x", faultNoName}, {"/stick/backup", fieldPassphrase, "", faultEmpty}, {"/none", fieldPassphrase, "x", faultNoFolder},
		{"/stick/noise", fieldPassphrase, "x", faultForeign}, {"/stick/backup", fieldKey, "x", faultPassphrase}} {
		a.Form().Choose(fieldBy, c.by)
		a.Form().Set(keyPath, c.path)
		a.Form().Set(c.by, c.typed)
		a.Form().Press(keyGo)
		if m := trouble(a); m == nil || *m != c.want.words(a.t) || w.disk.made {
			t.Errorf("%+v: %+v", c, m)
		}
	}
	a.Form().Choose(fieldBy, fieldPassphrase)
	a.Form().Set(fieldPassphrase, "the words of then")
	a.Form().Press(keyGo)
	if a.Cases() == nil || !w.disk.made {
		t.Errorf("not restored: %+v", trouble(a))
	}
}

// A program that is to leave nothing asks for no place and no passphrase.
func TestProgramThatLeavesNothing(t *testing.T) {
	w := newWorld(t)
	w.disk = &memory{}
	outside := w.world()
	outside.LeaveNothing = true
	a := New(outside, "", "en")
	a.Form().Press(keyGo)
	if onForm(t, a, "first.promises"); len(noticesOf(a)) != 1 {
		t.Errorf("does not say that nothing is kept: %q", noticesOf(a))
	}
	a.Form().Press(keyGo)
	if a.Cases() == nil || w.disk.made || len(w.remembered) != 0 {
		t.Errorf("made %t, remembered %v", w.disk.made, w.remembered)
	}
}
