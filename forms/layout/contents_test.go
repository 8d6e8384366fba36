package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout"
)

// sections is a document with contents, sections of several pages, and references
// to the pages of exhibits.
func sections(count int, lang string) doc.Document {
	d := document(doc.Heading{Level: 1, Text: words("Inhalt")}, doc.Contents{Depth: 2})
	for i := range count {
		d.Blocks = append(d.Blocks, doc.Heading{Level: 1 + i%2, Number: fmt.Sprint(i + 1), Text: words(strings.Repeat("Abschnitt ", 1+i%5))},
			doc.Paragraph{Text: words(strings.Repeat("Die Anordnung betrifft mich nicht. ", 40))},
			doc.Paragraph{Text: doc.Runs{{Text: "Siehe Seite "}, {Text: "{page}", Ref: "last", Page: true}, {Text: "."}}})
	}
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: words("Schluss"), Anchor: "last"})
	if lang != "" {
		d.Lang = "ar"
	}
	return d
}

// The rows of the contents, and every reference, name the page on which the
// heading stands; all rows lead there, and all have their dots.
func TestContentsNameTheRightPages(t *testing.T) {
	set := faces(t)
	for _, c := range []struct {
		count int
		lang  string
	}{{1, ""}, {30, ""}, {12, "ar"}} {
		d := sections(c.count, c.lang)
		pages, problems := layout.Pages(d, set)
		stands, rows, dots := map[string]string{}, 0, 0
		for i, p := range pages {
			dots += len(p.Leaders)
			for _, text := range body(p) {
				if text.Kind.Level() > 0 {
					stands[fmt.Sprint(text.Place.Block)] = fmt.Sprint(i + 1)
				}
			}
		}
		last := stands[fmt.Sprint(len(d.Blocks)-1)]
		for _, p := range pages {
			for _, l := range p.Links {
				to := strings.TrimPrefix(l.Ref, "\x00")
				if l.Ref == "last" {
					to = fmt.Sprint(len(d.Blocks) - 1)
				}
				if fmt.Sprint(l.Page+1) != stands[to] || l.Place.Block != 1 && l.Label != last || l.Place.Cell == 2 && l.Label != stands[to] {
					t.Errorf("%d sections: %q leads to page %d, named %s, and stands on %s", c.count, l.Ref, l.Page+1, l.Label, stands[to])
				}
				rows += btoi(l.Place.Block == 1 && l.Place.Cell == 2)
			}
		}
		if rows != c.count+1 || dots != rows || len(problems) > 0 {
			t.Errorf("%d sections: %d rows, %d with dots, problems %v", c.count, rows, dots, problems)
		}
	}
}

// The dots stand between the words and the number of their row, within the margins.
func TestDotsStandBetweenWordsAndNumber(t *testing.T) {
	for _, lang := range []string{"", "ar"} {
		pages, _ := layout.Pages(sections(20, lang), faces(t))
		for _, l := range pages[0].Leaders {
			left, right := l.X, l.X+l.Pitch*layout.Length(l.Count-1)
			for _, text := range body(pages[0]) {
				if text.Y > l.Y && text.Y-l.Y < layout.Point && left < text.X+text.Width && right > text.X {
					t.Errorf("%q stands among the dots", text)
				}
			}
			if left < pages[0].Width/8 || right > pages[0].Width*7/8+layout.Point || l.Count < 1 {
				t.Errorf("dots from %v to %v", left.Points(), right.Points())
			}
		}
	}
}

// Contents without headings, and references to the page of what is not there, do no
// harm.
func TestContentsOfNothing(t *testing.T) {
	d := document(doc.Contents{}, doc.Paragraph{Text: doc.Runs{{Text: "dort", Ref: "nowhere", Page: true}}})
	pages, _ := layout.Pages(d, faces(t))
	if got := fmt.Sprintf("%q", linesOf(body(pages[0]))); got != `["dort"]` || len(pages[0].Leaders) > 0 {
		t.Errorf("the page says %s", got)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
