package layout_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/i18n"
)

// A point on the words of an answer leads to it, in both directions and over
// line breaks; one beside them, on words of the document's own or in the margin
// leads nowhere.
func TestPointsLeadToAnswers(t *testing.T) {
	long := "Ich habe dem Anbieter geschrieben und um eine Abschrift der Anordnung gebeten, die mich betrifft, und nichts gehört."
	arabic := "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر، فأجاب بأن «السرية» تمنعه من ذلك."
	for _, c := range []struct {
		name, lang string
		runs       doc.Runs
		lines      int // that the answer takes
	}{
		{"own words around", "de", doc.Runs{{Text: "Vor "}, {Text: "Jonas Weber", From: "person.name"}, {Text: " nach"}}, 1},
		{"several lines", "de", doc.Runs{{Text: "Vor: "}, {Text: long, From: "person.name"}}, 2},
		{"right to left", "ar", doc.Runs{{Text: "قبل "}, {Text: "ليلى حداد", From: "person.name"}, {Text: " بعد"}}, 1},
		{"right to left in several lines", "ar", doc.Runs{{Text: arabic, From: "person.name"}}, 1},
		{"against the direction", "de", doc.Runs{{Text: "Vor "}, {Text: "ليلى حداد", Lang: "ar", From: "person.name"}, {Text: " nach"}}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages, _ := layout.Pages(doc.Document{Lang: i18n.Tag(c.lang), Blocks: []doc.Block{doc.Paragraph{Text: c.runs}}}, faces(t))
			plan := layout.Plans(pages)[0]
			if plan.Width != pages[0].Width || plan.Height != pages[0].Height || len(plan.Hits) < c.lines {
				t.Fatalf("%d areas on a plan of %d by %d", len(plan.Hits), plan.Width, plan.Height)
			}
			for _, text := range pages[0].Texts {
				for _, share := range []layout.Length{1, 5, 9} {
					x, y := text.X+text.Width*share/10, text.Y-text.Size/4
					if from, ok := plan.At(x, y); text.Width > 0 && (from != text.From || ok != (text.From != "")) {
						t.Errorf("%q leads to %q, want %q", text.String(), from, text.From)
					}
				}
			}
			outside(t, plan)
		})
	}
}

// outside looks at points where there are no words.
func outside(t *testing.T, s layout.Plan) {
	t.Helper()
	for _, p := range [][2]layout.Length{{0, 0}, {-1, -1}, {s.Width / 2, layout.Point}, {s.Width - 1, s.Height - 1}, {s.Width / 2, s.Height / 2}} {
		if from, ok := s.At(p[0], p[1]); ok || from != "" {
			t.Errorf("the point %v leads to %q", p, from)
		}
	}
}

// Areas of different answers never lie on each other, on whatever lines they
// stand.
func TestAreasAreApart(t *testing.T) {
	var blocks []doc.Block
	for i := range 12 {
		at := forms.Path([]string{"a.one", "a.two", "a.three"}[i%3])
		blocks = append(blocks, doc.Facts{Rows: []doc.Fact{{Label: doc.Runs{{Text: "Ågård"}}, Value: []doc.Runs{{{Text: "Ägyptische Öffnung", From: at}, {Text: "ÿ", From: at + "2"}}}}}},
			doc.Heading{Level: 1 + i%2, Text: doc.Runs{{Text: "Überschrift", From: at + "3"}}},
			doc.Table{Head: []doc.Runs{{{Text: "Köpfe", From: at}}}, Rows: []doc.TableRow{{Cells: []doc.Runs{{{Text: "Straße, gj", From: at + "4"}}}}}})
	}
	pages, _ := layout.Pages(doc.Document{Lang: "de", Blocks: blocks}, faces(t))
	for n, s := range layout.Plans(pages) {
		for i, a := range s.Hits {
			for _, b := range s.Hits[i+1:] {
				if a.From != b.From && a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
					t.Errorf("page %d: %+v lies on %+v", n, a, b)
				}
			}
		}
	}
}
