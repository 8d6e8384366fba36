package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/layout"
)

// furnitureOf is the banner and the foot of a page.
func furnitureOf(p layout.Page) string {
	var out []string
	for _, t := range p.Texts {
		if t.Place.Block == layout.Furniture {
			out = append(out, t.String())
		}
	}
	return strings.Join(out, "|")
}

// An enclosure has pages of its own: they begin and end with it, are numbered from
// 1, have its words at the foot and no banner; the pages around it are numbered
// through, and each line with a number of pages has that of its own part.
func TestEnclosuresHavePagesOfTheirOwn(t *testing.T) {
	long := doc.Paragraph{Text: words(strings.Repeat("Die Anordnung betrifft mich nicht. ", 100))}
	count := doc.PageCount{Text: "Es sind {pages}."}
	d := document(doc.Title{Text: words("Blatt")}, count, doc.Enclosure{Footer: "Anhang", Most: 2, At: "a.story"}, count, long, long, long,
		doc.Enclosure{}, doc.Heading{Text: words("Liste"), Anchor: "list"}, doc.Paragraph{Text: doc.Runs{{Text: "?", Ref: "list", Page: true}}})
	d.Banner = "Arbeitsblatt"
	pages, problems := layout.Pages(d, faces(t))
	var got []string
	for _, p := range pages {
		got = append(got, furnitureOf(p))
	}
	want := []string{"Arbeitsblatt|Antrag|Seite 1 von 2"}
	for i := range len(pages) - 2 {
		want = append(want, fmt.Sprintf("Anhang|Seite %d von %d", i+1, len(pages)-2))
	}
	want = append(want, "Arbeitsblatt|Antrag|Seite 2 von 2")
	if len(pages) < 5 || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, want := range map[int]string{0: "Es sind 2.", 1: fmt.Sprintf("Es sind %d.", len(pages)-2)} {
		if !slices.ContainsFunc(body(pages[i]), func(t layout.Text) bool { return t.String() == want }) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
	if last := body(pages[len(pages)-1]); last[len(last)-1].String() != "2" {
		t.Errorf("a reference names page %q", last[len(last)-1].String())
	}
	if len(problems) != 1 || problems[0].Code != forms.TooManyPages || problems[0].At != "a.story" ||
		problems[0].Args["count"] != len(pages)-2 || problems[0].Args["max"] != 2 || problems[0].Code.Blocking() {
		t.Errorf("problems %+v", problems)
	}
}

// An enclosure that keeps to its pages, and one that may have any number, is no
// problem.
func TestEnclosuresWithinTheirPages(t *testing.T) {
	for _, most := range []int{0, 1, 20} {
		d := document(doc.Enclosure{Footer: "Anhang", Most: most}, doc.Paragraph{Text: words("Kurz.")})
		if pages, problems := layout.Pages(d, faces(t)); len(pages) != 1 || len(problems) > 0 || pages[0].Of != 1 {
			t.Errorf("at most %d: %d pages, %v", most, len(pages), problems)
		}
	}
}
