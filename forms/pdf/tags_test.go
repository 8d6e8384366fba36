package pdf

import (
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// painted paints a document and returns its structure.
func painted(t *testing.T, d doc.Document) (*element, int) {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	pages, problems := layout.Pages(d, set)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := newPainter(set)
	if _, err := p.pages(pages); err != nil {
		t.Fatal(err)
	}
	return p.tags.root, len(pages)
}

// A paragraph over many pages is one element with one stretch of content on each,
// whatever its direction. From right to left it is told page by page, from left to
// right it need not be told.
func TestParagraphHasOneContentOnEachPage(t *testing.T) {
	for _, c := range []struct {
		lang   i18n.Tag
		text   string
		spoken bool
	}{
		{"de", "Das Verfahren dauert noch immer an. ", false},
		{"ar", "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر. ", true},
	} {
		root, pages := painted(t, doc.Document{Lang: c.lang, Blocks: []doc.Block{doc.Paragraph{Text: doc.Runs{{Text: strings.Repeat(c.text, 500)}}}}})
		if len(root.kids) != 1 || pages < 4 {
			t.Fatalf("%s: %d elements on %d pages", c.lang, len(root.kids), pages)
		}
		seen, words := map[int]int{}, ""
		for _, s := range root.kids[0].segments {
			words += s.words()
			for _, m := range s.marks {
				seen[m.page]++
			}
			if s.spoken != c.spoken || s.spoken && fitting(s.words()) == "" {
				t.Errorf("%s: told beside what is drawn: %v", c.lang, s.spoken)
			}
		}
		if words != strings.Repeat(c.text, 500) {
			t.Errorf("%s: words are lost, or in another order", c.lang)
		}
		for page := range pages {
			if seen[page] != 1 {
				t.Errorf("%s: page %d has %d stretches", c.lang, page+1, seen[page])
			}
		}
	}
}

// A list says how it is numbered by what its markers look like.
func TestNumbering(t *testing.T) {
	for marker, want := range map[string]string{"1)": "Decimal", "(12)": "Decimal", "٣": "Decimal", "a)": "LowerAlpha", "B.": "UpperAlpha",
		"☒": "Square", "□": "Square", "•": "Disc", "–": "Disc", "": "Disc"} {
		if got := numbering(marker); got != want {
			t.Errorf("%q is %s", marker, got)
		}
	}
}

// Characters of private use must be told, all others need not.
func TestPrivateUse(t *testing.T) {
	for text, want := range map[string]bool{"": false, "a": false, "é": false, "語": false, "ﬁ": false, "😀": false, "\ue000": true, "a\uf8ff": true, "\U000f0000": true, "\ud7a3": false} {
		if private(text) != want {
			t.Errorf("%+q", text)
		}
	}
}
