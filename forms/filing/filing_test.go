package filing_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/forms/sample"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

var on = forms.Date{Year: 2026, Month: 11, Day: 23}

func maker(t testing.TB) filing.Maker {
	t.Helper()
	lib := library(t)
	faces, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return filing.Maker{Library: lib, Faces: faces}
}

func complete(t testing.TB, m filing.Maker, r filing.Request) filing.Document {
	t.Helper()
	r.On = on
	d, err := m.Make(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Problems {
		if p.Code.Blocking() {
			t.Fatalf("%s at %s", p.Code, p.At)
		}
	}
	return d
}

// pdfText extracts the text of a PDF page by page: with "-raw" in the order in
// which it is painted, without it in the order that poppler finds on the page,
// which alone puts words in Arabic script together.
func pdfText(t testing.TB, pdf []byte, mode ...string) []string {
	t.Helper()
	cmd := exec.Command("pdftotext", append(mode, "-", "-")...)
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext, of Debian's poppler-utils: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// bare leaves only what is drawn: no white space, no direction controls.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// feet is what stands on pages beside the text: the banner, which is read before the
// foot, and the foot of the document and of each of its enclosures.
func feet(d doc.Document) []string {
	out := []string{d.Banner, d.Footer}
	for _, b := range d.Blocks {
		if e, ok := b.(doc.Enclosure); ok {
			out = append(out, e.Footer)
		}
	}
	return out
}

// pagesJoined joins the bare text of all pages, leaving out the foot of each.
func pagesJoined(pages []string, d doc.Document) string {
	var b strings.Builder
	for _, p := range pages {
		text := bare(p)
		for _, foot := range feet(d) {
			short, _, _ := strings.Cut(foot, " · ")
			if j := strings.LastIndex(text, bare(short)); j >= 0 && short != "" {
				text = text[:j]
			}
		}
		for _, block := range d.Blocks {
			if table, ok := block.(doc.Table); ok {
				head := ""
				for _, cell := range table.Head {
					head += cell.String()
				}
				text = strings.TrimPrefix(text, bare(head))
			}
		}
		b.WriteString(text)
	}
	return b.String()
}

// runsOf lists the runs of a document that come from answers.
func runsOf(d doc.Document) []doc.Run {
	var out []doc.Run
	for _, b := range d.Blocks {
		doc.EachRun(b, func(r doc.Run) {
			if r.From != "" {
				out = append(out, r)
			}
		})
	}
	return out
}

// said is what a document says of each answer: the texts of its runs.
func said(d doc.Document) map[forms.Path]string {
	out := map[forms.Path]string{}
	for _, r := range runsOf(d) {
		out[r.From] += r.Text + "\n"
	}
	return out
}

// seeds is how many invented cases TestSamples makes of a procedure: 200 of the two
// on which the engine was built, of each other enough to visit every option.
func seeds(id forms.ProcedureID) int {
	if id == "gdpr-art77-complaint" || id == "eu-eevidence-order-challenge" {
		return 200
	}
	return 24
}

// TestSamples proves for many seeds of each procedure, in every document language
// in turn, that the document is made, the same twice; that it says every asked
// answer that is not private and names no other; and that all it says can be
// taken out of the PDF, exactly where it is written from left to right and by
// words in Arabic script.
func TestSamples(t *testing.T) {
	m := maker(t)
	for _, p := range m.Library.Procedures() {
		t.Run(string(p.ID), func(t *testing.T) {
			t.Parallel()
			var cases []forms.Case
			for c, err := range sample.Cases(p, 1, seeds(p.ID), sample.Options{On: on}) {
				if err != nil {
					t.Fatal(err)
				}
				cases = append(cases, c)
			}
			langs := m.Library.DocLanguages(p.ID)
			for first, lang := range langs {
				t.Run(string(lang), func(t *testing.T) {
					t.Parallel()
					checkSamples(t, m, p, lang, cases, first, len(langs))
				})
			}
		})
	}
}

// checkSamples makes and checks every document from the first on, step by step.
func checkSamples(t *testing.T, m filing.Maker, p *forms.Procedure, lang i18n.Tag, cases []forms.Case, first, step int) {
	t.Helper()
	words, found := 0, 0
	for i := first; i < len(cases); i += step {
		r := filing.Request{Case: cases[i], Procedure: p.ID, Language: lang}
		d := complete(t, m, r)
		if again := complete(t, m, r); !bytes.Equal(d.PDF, again.PDF) {
			t.Fatalf("seed %d: not the same bytes twice", i+1)
		}
		s := interview.Resolve(p, cases[i].Answers, on)
		checkSaid(t, m, s, d)
		checkAttached(t, s, d)
		w, f := checkText(t, d)
		words, found = words+w, found+f
	}
	if words == 0 || float64(found) < 0.98*float64(words) {
		t.Errorf("of %d words in Arabic script %d were found", words, found)
	}
}

// TestWalks proves 200 random walks, from the facts through the routes that they
// open to the finished PDF, over every procedure, language of the person and
// language of the document in turn.
func TestWalks(t *testing.T) {
	m := maker(t)
	all, facts := m.Library.Procedures(), openingFacts(t, m.Library)
	for first, p := range all {
		t.Run(string(p.ID), func(t *testing.T) {
			t.Parallel()
			langs, facts := m.Library.DocLanguages(p.ID), facts[p.ID]
			for seed := 1 + first; seed <= 200; seed += len(all) {
				n := seed / len(all)
				c := facts[n%len(facts)]
				c.Language = i18n.Locales()[n%len(i18n.Locales())]
				finish := func(c forms.Case) error { return finishes(m, c, p, n%4 == 0) }
				o := sample.Options{On: on, DocumentLanguage: langs[n%len(langs)]}
				if err := sample.Walk(p, c, uint64(seed), o, finish); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// openingFacts invents facts until some open the way to each procedure, or inform
// of it.
func openingFacts(t *testing.T, lib *packs.Library) map[forms.ProcedureID][]forms.Case {
	t.Helper()
	const enough, most = 5, 4000
	w := routes.World{Facts: lib.Facts(), Procedures: lib.Procedures(), Languages: lib.DocLanguages}
	found, short := map[forms.ProcedureID][]forms.Case{}, len(w.Procedures)
	for c, err := range sample.Cases(w.Facts, 1, most, sample.Options{On: on}) {
		if err != nil {
			t.Fatal(err)
		}
		c = abroad(c, len(found["uk-ipt"]) < enough)
		for _, r := range routes.Make(w, c, on).Routes {
			if r.For && (r.State == routes.Open || r.State == routes.Information) {
				found[r.Procedure.ID] = append(found[r.Procedure.ID], c)
				if len(found[r.Procedure.ID]) == enough {
					short--
				}
			}
		}
		if short == 0 {
			return found
		}
	}
	for _, p := range w.Procedures {
		if n := len(found[p.ID]); n < enough {
			t.Errorf("of %d invented facts %d open %s", most, n, p.ID)
		}
	}
	t.FailNow()
	return nil
}

// abroad moves the authority of a case to the United Kingdom, where samples have
// none of theirs.
func abroad(c forms.Case, move bool) forms.Case {
	for _, at := range []forms.Path{"facts.state", "order.state"} {
		if c.Answers.Value(at) != nil && move {
			c.Answers = c.Answers.With(at, forms.Answer{Value: forms.Country("GB")})
		}
	}
	return c
}

// finishes makes the filing of a case, and if asked to, every other copy.
func finishes(m filing.Maker, c forms.Case, p *forms.Procedure, others bool) error {
	requests := []filing.Request{{}}
	if others {
		requests = append(requests, filing.Request{Copy: compose.Reading})
		for _, s := range p.Sheets {
			requests = append(requests, filing.Request{Copy: compose.Sheet, Sheet: s.ID})
		}
	}
	for _, r := range requests {
		r.Case, r.Procedure, r.On = c, p.ID, on
		d, err := m.Make(r)
		if err != nil {
			return err
		}
		if len(d.PDF) == 0 || strings.Contains(doc.Text(d.Content), "⟦") {
			return fmt.Errorf("the document is not made, or a text is missing: %v", d.Problems)
		}
	}
	return nil
}

// checkSaid compares what is known with what the document says.
func checkSaid(t *testing.T, m filing.Maker, s interview.State, d filing.Document) {
	t.Helper()
	got := said(d.Content)
	texts, _ := m.Library.Texts(s.Procedure.ID, d.Content.Lang)
	for at, a := range s.Known.All() {
		q := s.Procedure.Question(at.Question())
		if q == nil || a.Value == nil {
			continue
		}
		if q.Private {
			if got[at] != "" {
				t.Errorf("%s is private and in the document", at)
			}
			continue
		}
		for _, want := range expected(s.Procedure, q, a.Value, texts) {
			if !strings.Contains(bare(got[at]), bare(want)) {
				t.Errorf("%s: the document does not say its answer, or not in full", at)
			}
		}
	}
	for at := range got {
		if _, ok := s.Known.Get(at); !ok {
			t.Errorf("%s is not asked and in the document", at)
		}
	}
}

// expected is what must be read of an answer, found independently of package
// compose.
func expected(p *forms.Procedure, q *forms.Question, v forms.Value, texts *i18n.Catalog) []string {
	option := func(code string) string { return texts.Plain(p.Key("doc.q", q.ID, "o", code), nil) }
	switch v := v.(type) {
	case forms.YesNo:
		return []string{texts.Plain(map[bool]i18n.Key{true: "word.yes", false: "word.no"}[bool(v)], nil)}
	case forms.Choice:
		return []string{option(string(v))}
	case forms.Multi:
		var out []string
		for _, code := range v {
			out = append(out, option(code))
		}
		return out
	case forms.Text:
		return []string{string(v)}
	case forms.Prose:
		words, _, _ := v.In(texts.Tag())
		return strings.Split(words, "\n")
	case forms.Person:
		return []string{v.Given, v.Family}
	case forms.Address:
		return append(slices.Clone(v.Lines), v.City, v.Postcode)
	case forms.Country:
		return []string{i18n.Country(texts.Tag(), string(v))}
	case forms.When:
		if v.Precision == forms.YearOnly {
			return []string{v.Date.String()[:4]}
		}
		return []string{i18n.Date(texts.Tag(), v.Date.Year, v.Date.Month, v.Date.Day)}
	case forms.Money:
		return []string{v.Currency}
	case forms.Number:
		return []string{i18n.Number(texts.Tag(), int64(v))}
	}
	return []string{""}
}

// checkText finds every run of an answer in the text of the PDF. It returns how
// many words in Arabic script there are and how many of them were found.
func checkText(t *testing.T, d filing.Document) (words, found int) {
	t.Helper()
	all := pagesJoined(pdfText(t, d.PDF, "-raw"), d.Content)
	known := map[string]bool{}
	if rightToLeft(doc.Text(d.Content)) {
		for _, w := range strings.FieldsFunc(strings.Join(pdfText(t, d.PDF), " "), notArabic) {
			known[w] = true
		}
	}
	for _, r := range runsOf(d.Content) {
		if !rightToLeft(r.Text) && d.Content.Lang.Dir() == i18n.LTR {
			if !strings.Contains(all, bare(r.Text)) {
				t.Errorf("%s: its words cannot be taken out of the PDF", r.From)
			}
			continue
		}
		for _, w := range strings.FieldsFunc(r.Text, notArabic) {
			words++
			if known[w] {
				found++
			}
		}
	}
	return words, found
}

// notArabic parts words in Arabic script; marks belong to them.
func notArabic(r rune) bool {
	return !unicode.Is(unicode.Arabic, r) && !unicode.Is(unicode.Mn, r) || unicode.IsPunct(r)
}

// TestNothingHiddenGetsIn proves that no answer to a question that is not asked,
// that is private, or that belongs to another procedure is anywhere in the file.
func TestNothingHiddenGetsIn(t *testing.T) {
	m := maker(t)
	for _, p := range m.Library.Procedures() {
		c, err := sample.Case(p, 1, sample.Options{On: on})
		if err != nil {
			t.Fatal(err)
		}
		const canary = "Zzqcanaryzzq"
		s := interview.Resolve(p, c.Answers, on)
		for _, other := range m.Library.Procedures() {
			for q, around := range other.Questions() {
				at := forms.Path(q.ID)
				if _, asked := s.Ask(at); len(around) > 0 || asked && !q.Private {
					continue
				}
				switch q.Kind {
				case forms.KindText:
					c.Answers = c.Answers.With(at, forms.Answer{Value: forms.Text(canary)})
				case forms.KindProse:
					c.Answers = c.Answers.With(at, forms.Answer{Value: forms.Prose{Words: canary, Lang: "en"}})
				}
			}
		}
		d := complete(t, m, filing.Request{Case: c, Procedure: p.ID, Language: "en"})
		if strings.Contains(strings.Join(pdfText(t, d.PDF, "-raw"), ""), canary) || bytes.Contains(d.PDF, []byte(canary)) ||
			bytes.Contains(attachment(t, d.PDF), []byte(canary)) {
			t.Errorf("%s: an answer that is not asked for is in the file", p.ID)
		}
	}
}

// TestNoMarksInFiledText proves that the words of marks stand in the reading copy
// and on the sheet for counsel, and not in the filing.
func TestNoMarksInFiledText(t *testing.T) {
	m := maker(t)
	c, err := sample.Case(procedure(t, m, "eu-eevidence-order-challenge"), 3, sample.Options{On: on})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range m.Library.DocLanguages("eu-eevidence-order-challenge") {
		texts, _ := m.Library.Texts("eu-eevidence-order-challenge", lang)
		mark := texts.Plain("mark.unverified", nil)
		for _, tc := range []struct {
			copy compose.Copy
			want bool
		}{{compose.Filing, false}, {compose.Bilingual, false}, {compose.Reading, true}, {compose.Sheet, true}} {
			d := complete(t, m, filing.Request{Case: c, Procedure: "eu-eevidence-order-challenge", Language: lang, Copy: tc.copy, Sheet: "counsel", Readers: []i18n.Tag{"ar", "fr"}})
			if got := strings.Contains(doc.Text(d.Content), mark); got != tc.want {
				t.Errorf("%s, copy %d: the mark %q stands in it: %t", lang, tc.copy, mark, got)
			}
		}
	}
}

func procedure(t testing.TB, m filing.Maker, id forms.ProcedureID) *forms.Procedure {
	t.Helper()
	p, ok := m.Library.Procedure(id)
	if !ok {
		t.Fatalf("no procedure %s", id)
	}
	return p
}
