package vm

import (
	"bytes"
	"strings"
	"testing"

	"recourse/forms/sample"
	"recourse/storage"
)

// finish puts a complete sample in place of the open case.
func finish(t *testing.T, a *App, p ProcedureID, seed uint64, lang, doc Tag) {
	t.Helper()
	proc, _ := a.procedure(p)
	c, err := sample.Case(proc, seed, sample.Options{On: a.w.today(), Language: lang, DocumentLanguage: doc})
	if err != nil {
		t.Fatal(err)
	}
	c.ID = a.file.c.ID
	a.file.change(c)
	a.Interview().resolve()
}

// One case serves both procedures: the second filing asks only what is open, and
// each has its PDF.
func TestBothProcedures(t *testing.T) {
	w, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	a.openCheck()
	s := a.View().Check
	if !s.Complete || len(s.Filings) != 0 || s.Routes == "" {
		t.Fatalf("complete %t, others %+v, problems %+v", s.Complete, s.Filings, s.Problems)
	}
	a.Check().Save(exportFiling, "/exports/one.pdf")
	a.Check().AddFiling(challenge)
	v := a.Interview()
	if v.p.ID != challenge || len(v.told) == 0 {
		t.Fatalf("%s, %d answers told before", v.p.ID, len(v.told))
	}
	seen := 0
	for v.Continue(); a.View().Interview != nil; v.Continue() {
		page := v.pages[pageOf(v.pages, v.at)]
		if v.skipped(page) {
			t.Fatalf("%s is asked again", page.key())
		}
		if seen++; seen > len(v.pages) {
			t.Fatal("the way does not end")
		}
	}
	if seen == 0 || seen >= len(v.pages) {
		t.Errorf("%d of %d pages were asked", seen, len(v.pages))
	}
	a.Check().OpenFiling(complaint)
	if a.Interview().p.ID != complaint {
		t.Error("the first filing does not open")
	}
	if !bytes.HasPrefix(w.files["/exports/one.pdf"], []byte("%PDF")) {
		t.Error("no PDF of the first filing")
	}
}

// A person who writes Arabic files in French: the window stays in Arabic, the
// document is in French, and the check page says what is not translated.
func TestArabicPersonFilesInFrench(t *testing.T) {
	w, a := begin(t, "ar", challenge)
	finish(t, a, challenge, 2, "ar", "fr")
	a.openCheck()
	s := a.View().Check
	if !s.Complete || len(s.Untranslated) == 0 || s.Translate == nil || !a.View().RTL {
		t.Fatalf("complete %t, %d untranslated", s.Complete, len(s.Untranslated))
	}
	a.Check().Save(exportFiling, s.Exports[0].Path)
	if !strings.Contains(s.Exports[0].Path, "-fr.pdf") || len(w.files[s.Exports[0].Path]) < 1000 || a.View().Check.Done == "" {
		t.Errorf("not saved to %s: %+v", s.Exports[0].Path, a.View().Check.Problem)
	}
}

// A limit that is over says so, and what to do, in place of asking to file by a
// day that has passed.
func TestLimitThatIsOver(t *testing.T) {
	_, a := begin(t, "en", challenge)
	v := a.Interview()
	v.Choose("order.notice", codeYes)
	v.Choose("order.limit_form", "last-day")
	v.Set("order.last_day", "text", "20 November 2026")
	s := a.View().Interview
	if s.Pill.Tone != Bad || !strings.Contains(s.Pill.Text, "20 Nov 2026") {
		t.Errorf("the pill: %+v", s.Pill)
	}
	over := 0
	for _, d := range s.Deadline {
		if strings.Contains(d.Day, "20 November") {
			over++
			if strings.HasPrefix(d.Day, "File by") || len(d.Notes) == 0 || d.Tone != Bad {
				t.Errorf("%+v", d)
			}
		}
	}
	if over == 0 {
		t.Error("the limit is not among the limits")
	}
}

// An incomplete case gives no PDF, and every problem has words and a way to it.
func TestCheckNamesWhatIsMissing(t *testing.T) {
	w, a := begin(t, "en", complaint)
	a.openCheck()
	s := a.View().Check
	if s.Complete || len(s.Problems) == 0 {
		t.Fatal("an empty case is complete")
	}
	for _, it := range s.Problems {
		if it.Message.What == "" || strings.Contains(it.Message.What+it.Message.Means+it.Message.Next+it.Where, "⟦") {
			t.Errorf("%s: %+v", it.At, it)
		}
	}
	a.Check().Save(exportFiling, "/exports/x.pdf")
	if len(w.files) != 0 {
		t.Error("an incomplete case was written")
	}
	a.Check().Go(s.Problems[0].At)
	if f := field(t, a, s.Problems[0].At); f.Problem == nil {
		t.Error("the way leads to a field that does not say what is wrong")
	}
}

// A file that cannot be written is reported in words.
func TestExportFails(t *testing.T) {
	w, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	a.w.Write = func(string, []byte) error { return storage.ErrNotVault }
	a.openCheck()
	a.Check().Save(exportFiling, "/nowhere/x.pdf")
	if s := a.View().Check; s.Problem == nil || s.Done != "" {
		t.Errorf("%+v %q", s.Problem, s.Done)
	}
	a.Check().Save(exportFiling, " ")
	if s := a.View().Check; s.Problem == nil || *s.Problem != faultNoName.words(a.t) {
		t.Errorf("%+v", s.Problem)
	}
	if len(w.files) != 0 {
		t.Error("something was written")
	}
}
