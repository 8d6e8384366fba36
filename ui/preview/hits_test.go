package preview

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/layout"
	"recourse/forms/packs"
	"recourse/forms/sample"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// letter is a character that PDFium finds on a page, and the middle of it.
type letter struct {
	text string
	x, y layout.Length
}

// letters lists the characters of the pages of a PDF.
func letters(t *testing.T, data []byte, plans []layout.Plan) [][]letter {
	t.Helper()
	out := make([][]letter, len(plans))
	asked(t, data, func(p pdfium.Pdfium, page func(int) requests.Page) error {
		for i, plan := range plans {
			r, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: page(i), Mode: requests.GetPageTextStructuredModeChars})
			if err != nil {
				return err
			}
			for _, c := range r.Chars {
				at := c.PointPosition
				out[i] = append(out[i], letter{c.Text, points((at.Left + at.Right) / 2), plan.Height - points((at.Top+at.Bottom)/2)})
			}
		}
		return nil
	})
	return out
}

func points(x float64) layout.Length { return layout.Length(math.Round(x * float64(layout.Point))) }

// bare leaves what is drawn of a text, each character in its plain form, sorted:
// PDFium tells the characters of a line from right to left in another order.
func bare(text string) string {
	var out []rune
	for _, r := range norm.NFKD.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	slices.Sort(out)
	return string(out)
}

// For filings of both procedures in each language, with answers in Latin,
// Greek, Cyrillic and Arabic: every answer of which the document says something
// has its areas, and what another program finds in them are the letters and
// digits of that answer, all of them and no others.
func TestAreasHoldTheWordsOfTheirAnswers(t *testing.T) {
	library, err := packs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	faces, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	maker, on := filing.Maker{Library: library, Faces: faces}, forms.Date{Year: 2026, Month: 11, Day: 23}
	answers := 0
	for _, p := range library.Procedures() {
		for i, lang := range library.DocLanguages(p.ID) {
			c, err := sample.Case(p, uint64(i), sample.Options{On: on, Language: lang})
			if err != nil {
				t.Fatal(err)
			}
			d, err := maker.Make(filing.Request{Case: c, Procedure: p.ID, On: on, Language: lang})
			if err != nil || d.PDF == nil {
				t.Fatalf("%v, %+v", err, d.Problems)
			}
			answers += compare(t, string(p.ID)+" in "+string(lang), d)
		}
	}
	if answers < 150 {
		t.Errorf("looked at %d answers only", answers)
	}
}

// compare compares what a document says of each answer with what is found in the
// areas of that answer, and returns of how many answers it is the same.
func compare(t *testing.T, name string, d filing.Document) int {
	t.Helper()
	want, got, areas := map[forms.Path]string{}, map[forms.Path]string{}, map[forms.Path]int{}
	for _, b := range d.Content.Blocks {
		doc.EachRun(b, func(r doc.Run) { want[r.From] += r.Text })
	}
	for i, page := range letters(t, d.PDF, d.Plans) {
		for _, h := range d.Plans[i].Hits {
			areas[h.From]++
		}
		for _, l := range page {
			if from, ok := d.Plans[i].At(l.x, l.y); ok {
				got[from] += l.text
			}
		}
	}
	delete(want, "")
	same := 0
	for from, text := range want {
		if strings.TrimSpace(text) != "" && areas[from] == 0 {
			t.Errorf("%s: %s has no area", name, from)
		}
		if a, b := bare(got[from]), bare(text); a == b {
			same++
		} else if !repeats(text) {
			t.Errorf("%s: in the areas of %s stands %q, want %q", name, from, a, b)
		}
	}
	for from := range areas {
		if _, ok := want[from]; !ok {
			t.Errorf("%s: an area leads to %s, of which the document says nothing", name, from)
		}
	}
	return same
}

// repeats tells whether a sentence says the same as the one before it. PDFium takes
// the second of two lines with the same words for a shadow of the first, and leaves
// it out of the text.
func repeats(text string) bool {
	before := ""
	for sentence := range strings.SplitSeq(text, ". ") {
		if sentence = bare(sentence); sentence != "" && sentence == before {
			return true
		}
		before = sentence
	}
	return false
}

// An Arabic document, whose pages are mirrored, leads to its answers too, and so
// does Arabic inside a German one.
func TestAreasFromRightToLeft(t *testing.T) {
	story := "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر، فأجاب بأن «السرية» تمنعه من ذلك (Meridia Mail Ltd.)."
	for _, lang := range []i18n.Tag{"ar", "de"} {
		d := doc.Document{Lang: lang, Title: "Probe", Blocks: []doc.Block{
			doc.Facts{Rows: []doc.Fact{{Label: doc.Runs{{Text: "الاسم"}}, Value: []doc.Runs{{{Text: "ليلى حداد", Lang: "ar", From: "person.name"}}}}}},
			doc.Paragraph{Number: "1", Text: doc.Runs{{Text: "Vorher: "}, {Text: story + " " + story, Lang: "ar", From: "events.account"}, {Text: " nachher"}}},
		}}
		data, pages := written(t, d)
		if n := compare(t, string(lang), filing.Document{Content: d, PDF: data, Plans: layout.Plans(pages)}); n != 2 {
			t.Errorf("%s: %d answers", lang, n)
		}
	}
}
