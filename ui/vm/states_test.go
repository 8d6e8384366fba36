package vm

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"recourse/forms"
	"recourse/storage"
)

// withCase opens the program on a vault that holds a case.
func withCase(t *testing.T, prepare func(*memory)) (*world, *App) {
	t.Helper()
	w, a := begin(t, "en", complaint)
	goTo(t, a, "events.account")
	a.Interview().Set("events.account", "text", "first")
	w.pass(time.Second)
	a.GoHome()
	a.Lock()
	prepare(w.disk)
	return w, w.again(t, "en", secret)
}

// A vault that another window has can be looked at: the banner says so and why, on
// every screen, and nothing that is done changes it or seems to.
func TestReadOnlyIsLookedAt(t *testing.T) {
	words := map[string]bool{}
	for _, why := range []error{storage.ErrLocked, errors.Join(storage.ErrReadOnly, fs.ErrPermission)} {
		w, a := withCase(t, func(m *memory) { m.readOnly = why })
		before, puts := len(w.disk.settings), w.disk.puts
		v := a.View()
		if len(v.Bar.Banners) != 1 || !v.ReadOnly || v.Cases.New != "" || v.Cases.Words.Remove != "" {
			t.Fatalf("%+v, %+v", v.Bar.Banners, v.Cases)
		}
		words[v.Bar.Banners[0].Text] = true
		a.Cases().BeginNew()
		a.Cases().New(complaint)
		if a.Interview() != nil {
			t.Error("a case is begun where none can be kept")
		}
		a.Cases().Open(v.Cases.Rows[0].ID, complaint)
		goTo(t, a, "events.account")
		if f := field(t, a, "events.account"); !f.Fixed || len(f.Skips) > 0 || len(a.View().Bar.Banners) != 1 {
			t.Errorf("the field can be changed: %+v", f)
		}
		a.Interview().Set("events.account", "text", "other")
		a.SetLanguage("fr")
		w.pass(time.Minute)
		if got := value(t, a, "events.account", "text"); got != "first" {
			t.Errorf("it seems to be changed: %q", got)
		}
		a.OpenSettings()
		for _, p := range onForm(t, a, "settings").Parts {
			for _, b := range p.Buttons {
				if b.Key == keyPassphrase || b.Key == keySheet || b.Key == keyErase {
					t.Errorf("offers %s", b.Key)
				}
			}
		}
		a.Lock()
		if w.disk.puts != puts || len(w.disk.settings) != before || w.disk.open != 0 {
			t.Errorf("%d writes, %d open", w.disk.puts-puts, w.disk.open)
		}
	}
	if len(words) != 2 {
		t.Errorf("both reasons have the same words: %v", words)
	}
}

// Versions that a sync program has put aside are told of in the list of cases; the
// person looks at them, and keeps one as a case of its own, without a loss.
func TestConflictCopiesAreSeen(t *testing.T) {
	var id storage.ID
	w, a := withCase(t, func(m *memory) {
		for id = range m.cases {
		}
		c, err := forms.DecodeCase(m.cases[id])
		if err != nil {
			t.Fatal(err)
		}
		c.Answers = c.Answers.With("events.account", forms.Answer{Value: forms.Prose{Words: "on the other computer", Lang: "en"}})
		data, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		const name = "draft.2 (conflicted copy).age"
		m.findings = []storage.Finding{{Kind: storage.Copy, Case: id, File: "c/x/" + name}}
		m.versions = map[storage.ID][]storage.Version{id: {{Name: "draft.3.age", Listed: true, Newest: true},
			{Name: name, Rev: 2, Modified: time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)}}}
		m.aside = map[string][]byte{name: data}
	})
	b := a.View().Bar.Banners
	if len(b) == 0 || b[0].Text != a.text("ui.found.copies") {
		t.Fatalf("not told of: %+v", b)
	}
	a.PressBanner(bannerFound)
	f := onForm(t, a, "found")
	said := ""
	for _, p := range f.Parts {
		said += p.Text + "\n"
	}
	if !strings.Contains(said, "22 November 2026") || !strings.Contains(said, "09:30") {
		t.Errorf("which version it is does not stand there: %s", said)
	}
	a.Form().Press(keyKeep + "0")
	if m := trouble(a); m != nil || len(w.disk.cases) != 2 {
		t.Fatalf("not kept: %+v", m)
	}
	a.Form().Back()
	rows := a.View().Cases.Rows
	if len(rows) != 2 {
		t.Fatalf("%d cases in the list", len(rows))
	}
	if c, _ := forms.DecodeCase(w.disk.cases[id]); c.Answers.Value("events.account").(forms.Prose).Words != "first" {
		t.Error("the case itself was changed")
	}
}

// All kinds of findings have words, in each language, and a vault in which nothing
// was found says so after it was read.
func TestFindingsHaveWords(t *testing.T) {
	for _, lang := range []Tag{"en", "fr", "de", "ar"} {
		w := newWorld(t)
		a := New(w.world(), "/vault", lang)
		a.Start().Submit(secret)
		a.OpenSettings()
		a.Form().Press(keyVerify)
		onForm(t, a, "found")
		a.Form().Back()
		for _, k := range []storage.FindingKind{storage.Damaged, storage.Missing, storage.Foreign, storage.Copy, storage.Older, storage.Ahead} {
			w.disk.findings = append(w.disk.findings, storage.Finding{Kind: k, File: "m/root.3.age"})
		}
		a.Form().Press(keyVerify)
		if n := len(noticesOf(a)); n != 6 {
			t.Errorf("%s: %d findings in words", lang, n)
		}
		onForm(t, a, "found")
	}
}

// Reading all files can be called off.
func TestVerifyIsCalledOff(t *testing.T) {
	w := newWorld(t)
	a := New(w.world(), "/vault", "en")
	a.Start().Submit(secret)
	a.OpenSettings()
	w.hold = true
	a.Form().Press(keyVerify)
	a.Form().Press(keyCancel)
	w.release()
	if onForm(t, a, "settings"); a.busy != "" || trouble(a) != nil {
		t.Errorf("busy with %q, %+v", a.busy, trouble(a))
	}
}

// A medium that has vanished, is full or cannot be synced: the text stays, the
// banner says what it means and what to do, and a copy can be saved elsewhere, in
// the clear only after that was said. A later try saves it in its place.
func TestMediumGoes(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want fault
	}{"vanished": {storage.ErrNotVault, faultNotVault}, "full": {errors.New("no space left on device"), faultSave},
		"not synced": {storage.ErrUnsynced, faultUnsynced}, "changed elsewhere": {storage.ErrChanged, faultChanged}} {
		w, a := begin(t, "en", complaint)
		w.pass(time.Second)
		goTo(t, a, "events.account")
		w.disk.fail = c.err
		a.Interview().Set("events.account", "text", "not lost")
		w.pass(time.Second)
		s := a.View().Bar.Saved
		if s.State != SaveFailed || s.Problem == nil || *s.Problem != c.want.words(a.t) || s.Rescue == "" || s.Retry == "" {
			t.Fatalf("%s: %+v", name, s)
		}
		a.OpenRescue()
		if f := onForm(t, a, "rescue"); f.Parts[0].Tone != Warn {
			t.Errorf("%s: no warning that the file is in the clear", name)
		}
		w.unwritable = fs.ErrPermission
		a.Form().Press(keyGo)
		if trouble(a) == nil {
			t.Errorf("%s: a copy that was not written is not said", name)
		}
		w.unwritable = nil
		a.Form().Press(keyGo)
		kept, err := forms.DecodeCase(w.files["/exports/case.json"])
		if err != nil || kept.Answers.Value("events.account").(forms.Prose).Words != "not lost" {
			t.Errorf("%s: the copy: %v", name, err)
		}
		a.Form().Back()
		if value(t, a, "events.account", "text") != "not lost" {
			t.Errorf("%s: the text is gone", name)
		}
		w.disk.fail = nil
		a.Retry()
		if w.stored().Answers.Value("events.account").(forms.Prose).Words != "not lost" {
			t.Errorf("%s: not saved in its place", name)
		}
	}
}

// A case from a newer version stands in the list with words, and is left as it is;
// a vault from a newer version too.
func TestNewerVersions(t *testing.T) {
	w, a := withCase(t, func(m *memory) {
		for id, data := range m.cases {
			m.cases[id] = []byte(strings.Replace(string(data), `"format": 1`, `"format": 99`, 1))
		}
	})
	if row := a.View().Cases.Rows[0]; row.Problem == nil || *row.Problem != faultCaseFile.words(a.t) || w.disk.puts == 0 {
		t.Errorf("%+v", row)
	}
	if m := faultOf(storage.ErrNewer, faultInternal).words(a.t); m.Next == "" {
		t.Error("a vault of a newer version has no words")
	}
}

// Everything is erased only after the word was typed; then the first start begins,
// and nothing of the case is on screen or on the clipboard.
func TestEraseEverything(t *testing.T) {
	w, a := withCase(t, func(*memory) {})
	a.OpenSettings()
	a.Form().Press(keyErase)
	f := onForm(t, a, "erase")
	if f.Parts[0].Tone != Bad {
		t.Error("the honest sentence is missing")
	}
	for _, typed := range []string{"", "yes", "eras"} {
		a.Form().Set(fieldWord, typed)
		a.Form().Press(keyGo)
		if w.disk.erased > 0 || part(t, a, fieldWord).Problem == nil {
			t.Fatalf("erased with %q", typed)
		}
	}
	a.Form().Set(fieldWord, " erase ")
	a.Form().Press(keyGo)
	if onForm(t, a, "first.language"); w.disk.erased != 1 || w.disk.open != 0 {
		t.Errorf("erased %d times, %d open", w.disk.erased, w.disk.open)
	}
}

// A backup says where it is and its save point; the parts of the program are shown
// with their licences.
func TestBackupAndAbout(t *testing.T) {
	w, a := begin(t, "de", complaint)
	a.OpenSettings()
	a.Form().Press(keyBackup)
	onForm(t, a, "backup")
	a.Form().Set(keyPath, " ")
	a.Form().Press(keyGo)
	if part(t, a, keyPath).Problem == nil {
		t.Error("a backup without a name")
	}
	a.Form().Set(keyPath, "/stick/all.tar")
	a.Form().Press(keyGo)
	if n := noticesOf(a); len(n) != 1 || !strings.Contains(n[0], "/stick/all.tar") || !strings.Contains(n[0], "41") {
		t.Errorf("%q", n)
	}
	a.Form().Back()
	a.Form().Press(keyAbout)
	f := onForm(t, a, "about")
	if len(part(t, a, keyNotices).Options) != len(w.rim().Notices) || !strings.Contains(strings.Join(f.Parts[0].Lines, " "), "1.2.3") {
		t.Errorf("%+v", f)
	}
	a.Form().Choose(keyNotices, "0")
	if f := onForm(t, a, "licence"); !strings.Contains(f.Parts[0].Text, "Permission") {
		t.Errorf("%+v", f)
	}
	a.Form().Back()
	a.Form().Back()
	a.Form().Back()
	if a.Interview() == nil {
		t.Error("the way back does not lead to where the person was")
	}
}

// A copy that was saved elsewhere is taken in: under its own id where that is free,
// else as a case of its own; what is no case, from a newer version or too large is
// refused in words, and changes nothing.
func TestSavedCopiesAreTakenIn(t *testing.T) {
	w, a := withCase(t, func(*memory) {})
	var data []byte
	for _, data = range w.disk.cases {
	}
	w.files["/exports/case.json"], w.files["/exports/noise"] = data, []byte("noise")
	w.files["/exports/newer.json"] = []byte(strings.Replace(string(data), `"format": 1`, `"format": 99`, 1))
	a.OpenSettings()
	take := func(name string) {
		t.Helper()
		a.Form().Press(keyTakeIn)
		if a.Chooser() == nil {
			t.Fatal("nothing to choose from")
		}
		a.Chooser().Choose(FileRow{Name: name, Path: "/exports/" + name})
	}
	for name, want := range map[string]fault{"noise": faultCaseFile, "newer.json": faultCaseFile, "gone.json": faultNoFolder} {
		take(name)
		if m := trouble(a); m == nil || *m != want.words(a.t) || len(w.disk.cases) != 1 {
			t.Errorf("%s: %+v, %d cases", name, m, len(w.disk.cases))
		}
	}
	take("case.json")
	if m := trouble(a); m != nil || len(w.disk.cases) != 2 || len(noticesOf(a)) < 2 {
		t.Fatalf("beside its twin: %+v, %d cases", m, len(w.disk.cases))
	}
	a.Form().Back()
	if n := len(a.View().Cases.Rows); n != 2 {
		t.Errorf("%d cases in the list", n)
	}
	clear(w.disk.cases)
	clear(w.disk.revs)
	a.OpenSettings()
	take("case.json")
	if c := w.stored(); !strings.Contains(string(data), c.ID) {
		t.Error("it has another id than it had")
	}
}
