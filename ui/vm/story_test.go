package vm

import (
	"errors"
	"strings"
	"testing"
	"time"

	"recourse/forms"
)

// What is typed is read at once, saved after a pause, and there again after a
// kill, at the page where the person stood.
func TestTypeSaveReopen(t *testing.T) {
	w, a := begin(t, "en", complaint)
	if s := a.View().Interview; s.Key != "" || s.Lead == "" || len(s.Facts) < 3 {
		t.Fatalf("the first page does not tell what the procedure is: %+v", s)
	}
	a.Interview().Continue()
	a.Interview().Choose("events.kinds", "breach", "marketing")
	if state := a.View().Bar.Saved.State; state != Unsaved {
		t.Errorf("saved before the pause: %d", state)
	}
	w.pass(time.Second)
	if saved := a.View().Bar.Saved; saved.State != IsSaved || !strings.Contains(saved.Text, "14:02") {
		t.Errorf("not saved after the pause: %+v", saved)
	}
	a.Interview().Continue()
	at := a.View().Interview.Key

	b := w.reopen("en")
	rows := b.View().Cases.Rows
	if len(rows) != 1 || len(rows[0].Filings) != 1 || rows[0].Filings[0].Status.Text == "" {
		t.Fatalf("the list of cases: %+v", rows)
	}
	b.Cases().Open(rows[0].ID, "")
	if got := b.View().Interview.Key; got != at {
		t.Errorf("reopened at %q, want %q", got, at)
	}
	goTo(t, b, "events.kinds")
	for _, o := range field(t, b, "events.kinds").Options {
		if want := o.Code == "breach" || o.Code == "marketing"; o.Chosen != want {
			t.Errorf("%s: chosen %t", o.Code, o.Chosen)
		}
	}
}

// Many keys make one write, and one for what came during the write.
func TestSavesOncePerPause(t *testing.T) {
	w, a := begin(t, "en", complaint)
	w.pass(time.Second)
	before := w.disk.puts
	goTo(t, a, "events.account")
	for i := range 20 {
		a.Interview().Set("events.account", "text", strings.Repeat("x", i+1))
		w.pass(20 * time.Millisecond)
	}
	w.hold = true
	w.pass(time.Second)
	a.Interview().Set("events.account", "text", "at last")
	w.release()
	w.pass(time.Second)
	if n := w.disk.puts - before; n != 2 {
		t.Errorf("%d writes, want 2", n)
	}
	if got := w.stored().Answers.Value("events.account").(forms.Prose); got.Words != "at last" || got.Lang != "en" {
		t.Errorf("stored: %q in %s", got.Words, got.Lang)
	}
}

// Who types without a pause is saved every few seconds all the same.
func TestSavesWhoNeverPauses(t *testing.T) {
	w, a := begin(t, "en", complaint)
	w.pass(time.Second)
	before := w.disk.puts
	goTo(t, a, "events.account")
	for i := range 100 {
		a.Interview().Set("events.account", "text", strings.Repeat("x", i+1))
		w.pass(100 * time.Millisecond)
	}
	if n := w.disk.puts - before; n < 2 || n > 4 {
		t.Errorf("%d writes in ten seconds of typing, want one in three seconds", n)
	}
}

// What cannot be read stays as typed, through going away, a kill and a change of
// language; its problem shows when the person leaves the field, and not before.
func TestInvalidDateIsKept(t *testing.T) {
	w, a := begin(t, "en", complaint)
	goTo(t, a, "events.learned")
	a.Interview().Set("events.learned", "text", "31/02/2026")
	if p := field(t, a, "events.learned").Problem; p != nil {
		t.Errorf("a problem while typing: %+v", p)
	}
	if a.Interview().Continue() {
		t.Error("went on without showing the problem first")
	}
	p := field(t, a, "events.learned").Problem
	if p == nil || p.What == "" || p.Means == "" || p.Next == "" {
		t.Fatalf("no words for the problem: %+v", p)
	}
	if !a.Interview().Continue() {
		t.Error("a second call stays too")
	}
	w.pass(time.Second)
	b := w.reopen("de")
	b.Cases().Open(b.View().Cases.Rows[0].ID, complaint)
	goTo(t, b, "events.learned")
	if got := value(t, b, "events.learned", "text"); got != "31/02/2026" {
		t.Errorf("after all: %q", got)
	}
}

// The words of a field stay as they are when the language changes in the middle
// of a word, and all else is in the other language.
func TestLanguageSwitchInMidWord(t *testing.T) {
	_, a := begin(t, "en", complaint)
	goTo(t, a, "events.learned")
	a.Interview().Set("events.learned", "text", "14 Nov")
	title := a.View().Interview.Continue
	a.SetLanguage("ar")
	v := a.View()
	if got := value(t, a, "events.learned", "text"); got != "14 Nov" {
		t.Errorf("typed text became %q", got)
	}
	if !v.RTL || v.Interview.Continue == title {
		t.Errorf("the window did not change: %+v", v.Bar)
	}
	if a.file.c.Language != "ar" {
		t.Errorf("the case is in %s", a.file.c.Language)
	}
	a.Interview().Set("events.learned", "text", "14 November 2026")
	if _, ok := a.file.c.Answers.Value("events.learned").(forms.When); !ok {
		t.Error("a month in English is not read")
	}
}

// A question can be skipped, and the skip taken back; then the old answer stands
// again. The skip of the page goes on.
func TestSkip(t *testing.T) {
	_, a := begin(t, "en", complaint)
	goTo(t, a, "events.learned_how")
	a.Interview().Choose("events.learned_how", "media")
	a.Interview().Skip("events.learned_how", "prefer-not")
	if x, _ := a.file.c.Answers.Get("events.learned_how"); x.Skip != forms.PreferNot {
		t.Fatalf("not skipped: %+v", x.Skip)
	}
	a.Interview().Skip("events.learned_how", "prefer-not")
	if got := a.file.c.Answers.Value("events.learned_how"); got != forms.Choice("media") {
		t.Error("the answer from before the skip is lost")
	}
	a.Interview().Skip("events.period", "prefer-not")
	if x, _ := a.file.c.Answers.Get("events.period"); x.Skip != "" {
		t.Error("skipped for a reason that is not offered")
	}
	goTo(t, a, "events.period")
	if a.View().Interview.Skip == "" {
		t.Fatal("the page offers no skip")
	}
	a.Interview().SkipPage()
	if x, _ := a.file.c.Answers.Get("events.period"); x.Skip != forms.DontKnow || a.View().Interview.Key == "events.period" {
		t.Errorf("after the skip of the page: %v at %s", x.Skip, a.View().Interview.Key)
	}
}

// Back and Continue are each other's inverse on the way.
func TestBackAndForward(t *testing.T) {
	_, a := begin(t, "en", complaint)
	var way []Path
	for range 12 {
		way = append(way, a.View().Interview.Key)
		a.Interview().Continue()
	}
	for i := len(way) - 1; i >= 0; i-- {
		a.Interview().Back()
		if got := a.View().Interview.Key; got != way[i] {
			t.Fatalf("back to %q, want %q", got, way[i])
		}
	}
	a.Interview().Back()
	if a.Cases() == nil {
		t.Error("back from the first page does not lead to the cases")
	}
}

// Items of lists, two deep: added, told, removed and brought back with all that
// was told of them.
func TestItemsTwoDeep(t *testing.T) {
	_, a := begin(t, "en", complaint)
	v := a.Interview()
	v.Choose("events.kinds", "access-refused")
	requests, reminders := findLists(t, a)
	goTo(t, a, requests)
	v.AddItem(requests)
	first := a.file.c.Answers.Items(requests)[0]
	if s := a.View().Interview; !strings.Contains(s.Place, "1") || !strings.HasPrefix(string(s.Key), string(requests)+"/"+first) {
		t.Fatalf("not in the new item: %q at %s", s.Place, s.Key)
	}
	inner := requests.In(first, reminders)
	v.AddItem(inner)
	second := a.file.c.Answers.Items(inner)[0]
	at := a.View().Interview.Key
	if at.Depth() != 2 {
		t.Fatalf("%s is not two deep", at)
	}
	v.Set(at, "text", "1 March 2026")
	before := a.file.c.Answers
	v.GoTo(requests)
	v.RemoveItem(requests, first)
	if n := len(a.file.c.Answers.Items(requests)); n != 0 || a.View().Interview.Undo == nil {
		t.Fatalf("%d items after removing, undo %v", n, a.View().Interview.Undo)
	}
	v.Undo()
	if got := a.file.c.Answers; got.Len() != before.Len() || got.Value(inner.In(second, at.Question())) == nil {
		t.Errorf("%d answers after undo, want %d", got.Len(), before.Len())
	}
}

// findLists finds a list and a list inside it, answering what they depend on.
func findLists(t *testing.T, a *App) (outer Path, inner forms.ID) {
	t.Helper()
	for _, sec := range a.Interview().p.Sections {
		for _, it := range sec.Items {
			if it.Repeat == nil {
				continue
			}
			for _, in := range it.Repeat.Items {
				if in.Repeat != nil {
					return Path(it.Repeat.ID), in.Repeat.ID
				}
			}
		}
	}
	t.Fatal("no list in a list")
	return "", ""
}

// A folder with something else in it, a vault that is open elsewhere: each fault
// has words of its own; a foreign error never shows its text.
func TestFaultsHaveWords(t *testing.T) {
	for _, tag := range []Tag{"en", "fr", "de", "ar"} {
		a := New(newWorld(t).world(), "/vault", tag)
		for _, f := range faults() {
			m := f.words(a.t)
			if strings.Contains(m.What+m.Means+m.Next, "⟦") || m.What == "" || m.Means == "" || m.Next == "" {
				t.Errorf("%s: %s: %+v", tag, f, m)
			}
		}
	}
	if f := faultOf(errors.New("the text of the answer"), faultInternal); f != faultInternal {
		t.Errorf("a foreign error is %s", f)
	}
	for _, c := range causes() {
		if got := faultOf(errors.Join(errors.New("x"), c.err), faultInternal); got != c.is {
			t.Errorf("%v: %s, want %s", c.err, got, c.is)
		}
	}
}

// A save that fails says so, keeps what was typed, tries again by itself and by
// hand; the lock waits for it, unless the person gives up what is not saved.
func TestFailedSave(t *testing.T) {
	w, a := begin(t, "en", complaint)
	w.pass(time.Second)
	w.disk.fail = errors.New("no space left on device")
	goTo(t, a, "events.account")
	a.Interview().Set("events.account", "text", "kept")
	w.pass(time.Second)
	s := a.View().Bar.Saved
	if s.State != SaveFailed || s.Problem == nil || s.Retry == "" || strings.Contains(s.Problem.What, "device") {
		t.Fatalf("%+v", s)
	}
	a.Lock()
	if v := a.View(); v.Form != nil || v.Bar.Saved.Discard == "" {
		t.Fatal("locked without saving")
	}
	w.disk.fail = nil
	w.pass(retryAfter)
	if s := a.View().Bar.Saved; s.State != IsSaved || s.Discard != "" {
		t.Errorf("not saved by itself: %+v", s)
	}
	w.disk.fail = errors.New("again")
	a.Interview().Set("events.account", "text", "given up")
	a.Lock()
	a.LockWithoutSaving()
	if a.Start() == nil || w.disk.open != 0 {
		t.Error("does not lock without saving")
	}
	if got := w.stored().Answers.Value("events.account").(forms.Prose).Words; got != "kept" {
		t.Errorf("stored: %q", got)
	}
}

// A case that was changed elsewhere is not overwritten; a copy loses nothing.
func TestConflict(t *testing.T) {
	w, a := begin(t, "en", complaint)
	w.pass(time.Second)
	for id := range w.disk.revs {
		w.disk.revs[id]++
	}
	a.Interview().Choose("events.kinds", "breach")
	w.pass(time.Second)
	if s := a.View().Bar.Saved; s.State != SaveFailed || s.Copy == "" {
		t.Fatalf("%+v", s)
	}
	a.SaveAsCopy()
	if s := a.View().Bar.Saved; s.State != IsSaved || len(w.disk.cases) != 2 {
		t.Errorf("%+v, %d cases", s, len(w.disk.cases))
	}
}

// The deadline is in sight with its day and its counting, and so is the reason
// for a question.
func TestDeadlineAndReasons(t *testing.T) {
	_, a := begin(t, "en", challenge)
	v := a.Interview()
	v.Choose("order.notice", codeYes)
	v.Set("order.informed", "text", "14 November 2026")
	v.Choose("order.limit_form", "length")
	v.Set("order.limit_length", "text", "30")
	v.Choose("order.limit_unit", "days")
	v.Choose("order.limit_event", "known")
	v.Set("order.limit_from", "text", "14 November 2026")
	s := a.View().Interview
	if !strings.Contains(s.Pill.Text, "14 Dec 2026") || s.Pill.Tone != Warn {
		t.Errorf("the pill: %+v", s.Pill)
	}
	counted := false
	for _, d := range s.Deadline {
		counted = counted || len(d.Steps) >= 2 && strings.Contains(d.Day, "Monday")
	}
	if !counted {
		t.Errorf("no counting: %+v", s.Deadline)
	}
	goTo(t, a, "order.limit_length")
	why := ""
	for _, h := range a.View().Interview.Help {
		why += h.Text
	}
	if !strings.Contains(why, v.label("order.limit_form")) {
		t.Errorf("the reasons do not name the question before: %q", why)
	}
}

// A case can be removed, and only after it was asked for by its id.
func TestRemoveCase(t *testing.T) {
	w, a := begin(t, "en", complaint)
	a.GoHome()
	rows := a.View().Cases.Rows
	if len(rows) != 1 || rows[0].Question.Title == "" {
		t.Fatalf("%+v", rows)
	}
	a.Cases().Remove("nobody")
	a.Cases().Remove(rows[0].ID)
	if s := a.View().Cases; len(s.Rows) != 0 || s.Empty == "" || w.disk.removed != 1 {
		t.Errorf("%+v, %d removed", s, w.disk.removed)
	}
}

// A case that comes without a filing, as from another program, is one row, and
// opens at its facts or begins a procedure; one that cannot be read says why and
// stays.
func TestForeignCases(t *testing.T) {
	w, a := begin(t, "en", complaint)
	a.GoHome()
	const bare, broken = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
	data, err := forms.EncodeCase(forms.Case{ID: bare, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	w.disk.cases[bare], w.disk.revs[bare] = data, 1
	w.disk.cases[broken], w.disk.revs[broken] = []byte(`{"format": 99}`), 1
	b := w.reopen("en")
	for _, row := range b.View().Cases.Rows {
		switch row.ID {
		case bare:
			if len(row.Filings) != 0 || row.Title == "" || row.Problem != nil {
				t.Errorf("the bare case: %+v", row)
			}
		case broken:
			if row.Problem == nil || *row.Problem != faultCaseFile.words(b.t) {
				t.Errorf("the broken case: %+v", row.Problem)
			}
		}
	}
	b.Cases().Open(broken, complaint)
	if b.Interview() != nil {
		t.Error("the broken case opens")
	}
	b.Cases().Open(bare, "")
	if b.Asking() == nil || b.View().Interview.Key != factDanger {
		t.Error("the bare case does not open at its facts")
	}
	b.GoHome()
	b.Cases().Open(bare, challenge)
	if b.Interview() == nil || len(b.file.c.Filings) != 1 {
		t.Error("the bare case does not begin")
	}
}

// A view never changes: what was handed out stays as it was.
func TestViewsAreImmutable(t *testing.T) {
	_, a := begin(t, "en", complaint)
	var views []View
	cancel := a.OnChange(func(v View) { views = append(views, v) })
	goTo(t, a, "events.kinds")
	first := a.View()
	a.Interview().Choose("events.kinds", "breach")
	for _, o := range first.Interview.Fields[0].Options {
		if o.Chosen {
			t.Error("an old view has changed")
		}
	}
	n := len(views)
	cancel()
	a.Interview().Choose("events.kinds", "marketing")
	if len(views) != n || n == 0 {
		t.Errorf("%d views before cancel, %d after", n, len(views))
	}
}
