package layout_test

import (
	"fmt"
	"testing"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/layout"
)

// An override in an answer turns nothing around, and is named with its answer.
func TestOverrideHasNoEffectAndIsNamed(t *testing.T) {
	d := document(doc.Paragraph{Text: doc.Runs{{Text: "Datei "}, {Text: "\u202egnp", From: "data.name"}, {Text: " Ende"}}})
	pages, problems := layout.Pages(d, faces(t))
	if len(problems) != 1 || problems[0].Code != forms.HiddenChar || problems[0].At != "data.name" || problems[0].Args["code"] != "U+202E" {
		t.Errorf("problems %v", problems)
	}
	texts := body(pages[0])
	if len(texts) != 3 || texts[0].RTL || texts[1].RTL || texts[2].RTL {
		t.Fatalf("directions of %q", linesOf(texts))
	}
	if !(texts[0].X < texts[1].X && texts[1].X < texts[2].X) {
		t.Error("the run stands elsewhere than where it is read")
	}
	if first := texts[1].Clusters[0].Text; first != "g" {
		t.Errorf("the run begins on the left with %q", first)
	}
}

// A paragraph runs in the direction of its own words.
func TestParagraphRunsAsItsWordsDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		lang  string
		runs  doc.Runs
		right bool // whether the line keeps to the right
	}{
		{"German in German", "de", words("Guten Tag"), false},
		{"Arabic in German", "de", doc.Runs{{Text: "صباح الخير", Lang: "ar"}}, true},
		{"Arabic in German, language not told", "de", words("صباح الخير"), true},
		{"Arabic with a Latin name, language told", "de", doc.Runs{{Text: "Meta شركة كبيرة", Lang: "ar"}}, true},
		{"German with an Arabic name", "de", words("Herr محمد wohnt hier"), false},
		{"German and Arabic run", "de", doc.Runs{{Text: "Name: "}, {Text: "محمد", Lang: "ar"}}, false},
		{"number in German", "de", words("2026"), false},
		{"Arabic in Arabic", "ar", words("صباح الخير"), true},
		{"English in Arabic", "ar", doc.Runs{{Text: "Good morning", Lang: "en"}}, false},
		{"Arabic and English run in Arabic", "ar", doc.Runs{{Text: "شركة "}, {Text: "Meta Inc.", Lang: "en"}}, true},
		{"number in Arabic", "ar", words("2026"), true},
	} {
		d := document(doc.Paragraph{Text: c.runs})
		d.Lang = "ar"
		if c.lang == "de" {
			d.Lang = "de"
		}
		pages, _ := layout.Pages(d, faces(t))
		left, right := pages[0].Width, layout.Length(0)
		for _, text := range body(pages[0]) {
			left, right = min(left, text.X), max(right, text.X+text.Width)
		}
		if got := left > pages[0].Width-right; got != c.right {
			t.Errorf("%s: from %v to %v of %v", c.name, left.Points(), right.Points(), pages[0].Width.Points())
		}
	}
}

// What an answer says in the other direction does not disturb the order of what
// stands beside it: the number after an Arabic name stays to the right of it.
func TestRunsDoNotDisturbTheirNeighbours(t *testing.T) {
	d := document(doc.Paragraph{Text: doc.Runs{{Text: "Zeuge "}, {Text: "محمد", From: "person.name"}, {Text: ", 12 Jahre"}}})
	pages, _ := layout.Pages(d, faces(t))
	texts := body(pages[0])
	if got := fmt.Sprintf("%q", linesOf(texts)); got != `["Zeuge محمد, 12 Jahre"]` {
		t.Fatal(got)
	}
	for i := 1; i < len(texts); i++ {
		if texts[i].X < texts[i-1].X {
			t.Errorf("%q stands left of %q", texts[i].String(), texts[i-1].String())
		}
	}
}
