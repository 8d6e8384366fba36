package vm

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recourse/forms"
	"recourse/forms/sample"
	"recourse/storage"
)

// shelf puts four cases into a new vault, as in the drawing, and opens the list.
func shelf(t *testing.T, lang Tag) (*world, *App) {
	t.Helper()
	w, a := begin(t, lang, complaint)
	a.GoHome()
	clear(w.disk.cases)
	clear(w.disk.revs)
	put := func(n int, name, other, story string, f ...forms.Filing) {
		answers := map[forms.Path]forms.Answer{"events.account": {Value: forms.Prose{Words: story, Lang: "en"}}}
		given, family, _ := strings.Cut(name, " ")
		answers["person.name"] = forms.Answer{Value: forms.Person{Given: given, Family: family}}
		if other != "" {
			answers["other.name"] = forms.Answer{Value: forms.Text(other)}
		}
		for at, v := range subpoena() {
			answers[at] = forms.Answer{Value: v}
		}
		if n == 3 {
			answers["facts.mailed"] = forms.Answer{Value: day(2026, 11, 19)}
		}
		w.put(forms.Case{ID: fmt.Sprintf("%08d-0000-4000-8000-000000000000", n), Language: "en", Answers: forms.NewAnswers(answers), Filings: f})
	}
	draft := func(p ProcedureID) forms.Filing {
		return forms.Filing{Procedure: p, PackVersion: 1, Status: forms.FilingDraft}
	}
	put(1, "Amina Rahimi", "Meridia Health", strings.Repeat("filler words of no weight ", 300)+"The nurse Číhošťová told me.", draft(complaint))
	put(2, "Jonas Weber", "", "A mailbox.", draft(challenge))
	put(3, "Li Hua", "Bank of Meridia", "A subpoena.", draft(bank))
	put(4, "Samuel Otieno", "Zeta", "A telephone.", forms.Filing{Procedure: complaint, PackVersion: 1, Status: forms.FilingFiled,
		Filed: &forms.Filed{On: forms.Date{Year: 2026, Month: 11, Day: 12}, Body: "CNPD"}})
	return w, w.reopen(lang)
}

func (w *world) put(c forms.Case) {
	data, err := forms.EncodeCase(c)
	if err != nil {
		w.t.Fatal(err)
	}
	w.disk.cases[storage.ID(c.ID)], w.disk.revs[storage.ID(c.ID)] = data, 1
}

// titles are those of the rows that are shown, in their order.
func titles(a *App) []string {
	var out []string
	for _, r := range a.View().Cases.Rows {
		out = append(out, r.Title)
	}
	return out
}

// A row says what the case is, for whom, how far it is, and the next date; a filed
// one when it was filed and until when a reply is due.
func TestRowsSayWhatMatters(t *testing.T) {
	_, a := shelf(t, "en")
	rows := map[string]*CaseRow{}
	for _, r := range a.View().Cases.Rows {
		rows[r.Title] = r
	}
	bankRow, filed := rows["Bank of Meridia"], rows["Zeta"]
	if bankRow == nil || bankRow.For != "Li Hua" || bankRow.Main != bank || !strings.HasPrefix(bankRow.Status.Text, "Draft") || bankRow.Due.Tone != Warn {
		t.Errorf("%+v", bankRow)
	}
	if filed == nil || !strings.Contains(filed.Status.Text, "12 Nov 2026") || !strings.Contains(filed.Due.Text, "Reply due") || !strings.Contains(filed.Due.Text, "12 Feb 2027") {
		t.Errorf("%+v", filed)
	}
	if r := rows["Challenge to the production order"]; r == nil || r.Caption == "" {
		t.Errorf("a case without another side: %+v", titles(a))
	}
}

// What is due next stands in the banner, with how it was counted, and leads to its
// case; a filed case is not due.
func TestDueNext(t *testing.T) {
	_, a := shelf(t, "en")
	d := a.View().Cases.Due
	if d == nil || !strings.Contains(d.Text, "Bank of Meridia") || !strings.Contains(d.Text, "Thu 3 Dec 2026") || !strings.Contains(d.How, "14 days later") {
		t.Fatalf("%+v", d)
	}
	a.Cases().Continue()
	if a.Interview() == nil || a.Interview().p.ID != bank {
		t.Error("does not lead to the case")
	}
}

// A search finds by names, by the other side, by words of the story however long it
// is, without regard to accents and capitals; a moment later also what only the
// whole story has. An old search does not come back.
func TestSearchCases(t *testing.T) {
	w, a := shelf(t, "en")
	for query, want := range map[string][]string{"meridia": {"Bank of Meridia", "Meridia Health"}, "OTIENO": {"Zeta"}, "mailbox": {"Challenge to the production order"},
		"rahimi meridia": {"Meridia Health"}, "rahimi zeta": nil, "": {"Bank of Meridia", "Challenge to the production order", "Meridia Health", "Zeta"}} {
		a.Cases().Search(query)
		got := titles(a)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
	a.Cases().Search("")
	if s := a.View().Cases; s.Found != "" || s.Looking != "" {
		t.Errorf("an empty search: %+v", s)
	}
	for i := range a.Cases().stored {
		a.Cases().stored[i].digest.Words = "" // as if the story were beyond what the digest holds
	}
	a.Cases().Search("cihostova")
	if s := a.View().Cases; len(s.Rows) != 0 || s.Looking == "" || s.Found == "" {
		t.Errorf("at once: %q", titles(a))
	}
	w.pass(time.Second)
	if s := a.View().Cases; len(s.Rows) != 1 || s.Looking != "" {
		t.Errorf("a moment later: %q, %q", titles(a), s.Looking)
	}
	a.Cases().Search("cih")
	w.hold = true
	w.pass(time.Second)
	a.Cases().Search("nothing like it")
	w.release()
	w.pass(time.Second)
	if got := titles(a); len(got) != 0 || a.View().Cases.Empty == "" {
		t.Errorf("an old search came back: %q", got)
	}
}

// The status filters; a column sorts upward, downward, and then as it was; what has
// no date comes last upward.
func TestFilterAndSort(t *testing.T) {
	_, a := shelf(t, "de")
	a.Cases().Filter(string(statusFiled))
	if got := titles(a); !slices.Equal(got, []string{"Zeta"}) {
		t.Errorf("filed: %q", got)
	}
	a.Cases().Filter(string(statusFacts))
	if s := a.View().Cases; len(s.Rows) != 0 || s.Empty == "" {
		t.Errorf("without a procedure: %q", titles(a))
	}
	a.Cases().Filter("")
	before := titles(a)
	a.Cases().SortBy(columnFor)
	var names []string
	for _, r := range a.View().Cases.Rows {
		names = append(names, r.For)
	}
	if !slices.Equal(names, []string{"Amina Rahimi", "Jonas Weber", "Li Hua", "Samuel Otieno"}) || a.View().Cases.Columns[1].Order != Upward {
		t.Errorf("by name: %q", names)
	}
	a.Cases().SortBy(columnFor)
	if r := a.View().Cases.Rows[0]; r.For != "Samuel Otieno" {
		t.Errorf("downward: %q", r.For)
	}
	a.Cases().SortBy(columnFor)
	if got := titles(a); !slices.Equal(got, before) {
		t.Errorf("at last: %q, want %q", got, before)
	}
	a.Cases().SortBy(columnNext)
	rows := a.View().Cases.Rows
	if rows[0].Title != "Bank of Meridia" || !rows[len(rows)-1].next.IsZero() {
		t.Errorf("by date: %q", titles(a))
	}
	for _, column := range []string{columnCase, columnStatus} {
		a.Cases().SortBy(column)
		if len(a.View().Cases.Rows) != 4 {
			t.Errorf("by %s: %q", column, titles(a))
		}
	}
}

// The rows are in the language of the window, after a change of it too, with the
// search that was typed.
func TestListSpeaksTheLanguage(t *testing.T) {
	_, a := shelf(t, "en")
	a.Cases().Search("meridia")
	a.SetLanguage("ar")
	s := a.View().Cases
	if len(s.Rows) != 2 || s.Search.Value != "meridia" || s.Rows[0].Caption == "" || strings.Contains(fmt.Sprintf("%+v%+v", *s, *s.Rows[0]), "⟦") {
		t.Errorf("%+v", s)
	}
}

// thousands is a vault of ten thousand cases with an index, which counts what it is
// asked for.
type thousands struct {
	*handle
	digests map[storage.ID]string
	gets    int
}

func (v *thousands) List() ([]storage.Entry, error) {
	out := make([]storage.Entry, 0, len(v.digests))
	for id := range v.digests {
		out = append(out, storage.Entry{ID: id, Rev: 1, Modified: time.Unix(1_790_000_000, 0)})
	}
	return out, nil
}

func (v *thousands) Summaries(string, func([]byte) string) (map[storage.ID]string, error) {
	return v.digests, nil
}

func (v *thousands) Get(id storage.ID) ([]byte, uint64, error) {
	v.gets++
	return v.handle.Get(id)
}

// many makes a vault of n cases.
func many(t testing.TB, a *App, n int) *thousands {
	t.Helper()
	p, _ := a.procedure(complaint)
	c, err := sample.Case(p, 3, sample.Options{On: a.w.today(), Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	d := digester{a.w, a.w.today()}
	v := &thousands{handle: a.vault.(*handle), digests: map[storage.ID]string{}}
	c.Answers = c.Answers.Without("other.name")
	base := d.digest(c)
	for i := range n {
		base.Title, base.Person = fmt.Sprintf("Company %d", i), fmt.Sprintf("Person %d", n-i)
		id := storage.ID(fmt.Sprintf("%08d-1111-4111-8111-111111111111", i))
		v.digests[id] = d.text(base)
	}
	return v
}

// A list of ten thousand cases opens at most one of them: for how what is due next
// was counted.
func TestTenThousandCases(t *testing.T) {
	_, a := begin(t, "en", complaint)
	a.GoHome()
	v := many(t, a, 10_000)
	a.vault = v
	a.showCases()
	if s := a.View().Cases; len(s.Rows) != 10_000 || v.gets > 1 {
		t.Fatalf("%d rows, %d cases read", len(s.Rows), v.gets)
	}
	a.Cases().Search("person 777")
	if got := titles(a); len(got) == 0 || len(got) > 40 {
		t.Errorf("%d found", len(got))
	}
	a.Cases().Search("")
	a.Cases().SortBy(columnFor)
	if r := a.View().Cases.Rows[0]; r.For != "Person 1" {
		t.Errorf("sorted: %q first", r.For)
	}
}

// BenchmarkCases measures a key in the search, a click on a column, and a view, with
// ten thousand cases:
//
//	go test ./ui/vm -run '^$' -bench Cases
func BenchmarkCases(b *testing.B) {
	w := newWorld(&testing.T{})
	a := New(w.world(), "/vault", "en")
	a.Start().Submit(secret)
	a.vault = many(b, a, 10_000)
	b.Run("open", func(b *testing.B) {
		for range b.N {
			a.showCases()
		}
	})
	queries := []string{"person 777", "company 12", "breach", "person 7"}
	b.Run("search", func(b *testing.B) {
		for i := range b.N {
			a.Cases().Search(queries[i%len(queries)])
		}
	})
	a.Cases().Search("")
	b.Run("sort", func(b *testing.B) {
		for range b.N {
			a.Cases().SortBy(columnFor)
		}
	})
	b.Run("view", func(b *testing.B) {
		for range b.N {
			a.View()
		}
	})
}
