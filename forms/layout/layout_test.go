package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/i18n/fonts"
)

var update = flag.Bool("update", false, "write the golden files anew")

func faces(t testing.TB) fonts.Set {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func words(text string) doc.Runs { return doc.Runs{{Text: text}} }

// document wraps blocks into a German document.
func document(blocks ...doc.Block) doc.Document {
	return doc.Document{Lang: "de", Footer: "Antrag", PageOf: "Seite {page} von {pages}", Paper: doc.A4, Blocks: blocks}
}

// body returns the texts of a page without furniture and repeated heads.
func body(p layout.Page) []layout.Text {
	var out []layout.Text
	for _, t := range p.Texts {
		if t.Place.Block != layout.Furniture && !t.Place.Repeated {
			out = append(out, t)
		}
	}
	return out
}

// linesOf returns what stands on each line of a page, in the order of painting.
func linesOf(texts []layout.Text) []string {
	var out []string
	last := layout.Place{Block: -9}
	var y layout.Length
	for _, t := range texts {
		if t.Place == last && t.Y == y {
			out[len(out)-1] += t.String()
		} else {
			out = append(out, t.String())
		}
		last, y = t.Place, t.Y
	}
	return out
}

// dump writes pages in a form that a person can read and compare.
func dump(pages []layout.Page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		for _, r := range p.Rects {
			fmt.Fprintf(&b, "  rect %7.1f %7.1f %7.1f %5.1f #%06X\n", r.X.Points(), r.Y.Points(), r.Width.Points(), r.Height.Points(), uint32(r.Colour))
		}
		for _, t := range p.Texts {
			side := "ltr"
			if t.RTL {
				side = "rtl"
			}
			fmt.Fprintf(&b, "  %7.1f %7.1f %7.1f %s %s %4.1f %q\n", t.X.Points(), t.Y.Points(), t.Width.Points(), side, t.Face, t.Size.Points(), t.String())
		}
		for _, l := range p.Links {
			fmt.Fprintf(&b, "  link %q to page %d at %.1f\n", l.Label, l.Page+1, l.Top.Points())
		}
	}
	return b.String()
}

// The pages of one document of each kind stand as they were read and approved.
func TestPagesStandAsApproved(t *testing.T) {
	set := faces(t)
	for name, d := range map[string]doc.Document{"german": samples.German(), "arabic": samples.Arabic(), "letter": samples.Letter()} {
		t.Run(name, func(t *testing.T) {
			pages, problems := layout.Pages(d, set)
			if len(problems) > 0 {
				t.Errorf("problems: %v", problems)
			}
			golden(t, filepath.Join("testdata", name+".txt"), dump(pages))
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s", path, got)
	}
}

// The same document gives the same pages.
func TestPagesAreTheSameEachTime(t *testing.T) {
	set := faces(t)
	first, _ := layout.Pages(samples.German(), set)
	for range 5 {
		if again, _ := layout.Pages(samples.German(), set); !reflect.DeepEqual(first, again) {
			t.Fatal("pages differ")
		}
	}
}

// An empty document has one page with its footer.
func TestEmptyDocumentHasOnePage(t *testing.T) {
	for name, blocks := range map[string][]doc.Block{
		"no blocks": nil,
		"empty blocks": {doc.Letterhead{}, doc.Addressee{}, doc.Title{}, doc.Heading{}, doc.Facts{}, doc.Paragraph{},
			doc.List{}, doc.Table{}, doc.Notice{}, doc.Space{Lines: -1}, doc.PageBreak{}},
		"empty parts": {doc.Facts{Rows: []doc.Fact{{}}}, doc.List{Items: []doc.Item{{}}}, doc.Table{Rows: []doc.TableRow{{}}}, doc.Paragraph{Text: words("")}},
		"white space": {doc.Paragraph{Text: words(" \n\t\n ")}},
	} {
		pages, problems := layout.Pages(document(blocks...), faces(t))
		if len(pages) != 1 || len(problems) != 0 || len(body(pages[0])) != 0 {
			t.Errorf("%s: %d pages, problems %v", name, len(pages), problems)
		}
		if last := pages[0].Texts[len(pages[0].Texts)-1]; last.String() != "Seite 1 von 1" {
			t.Errorf("%s: the footer says %q", name, last.String())
		}
	}
}

// A character without a glyph is a problem that names it and its answer, once;
// it is drawn as nothing and stays in the text.
func TestCharacterWithoutGlyphIsAProblem(t *testing.T) {
	d := document(doc.Paragraph{Text: doc.Runs{{Text: "ok "}, {Text: "ᎠaᎠ😀", From: "events.account"}, {Text: " Ꭰ"}}})
	pages, problems := layout.Pages(d, faces(t))
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprint(p.Code, " ", p.At, " ", p.Args["code"]))
	}
	want := "no-glyph events.account U+13A0, no-glyph events.account U+1F600, no-glyph  U+13A0"
	if strings.Join(got, ", ") != want {
		t.Errorf("problems %q, want %q", strings.Join(got, ", "), want)
	}
	if text := strings.Join(linesOf(body(pages[0])), "|"); text != "ok ᎠaᎠ😀 Ꭰ" {
		t.Errorf("text %q", text)
	}
	for _, text := range body(pages[0]) {
		for _, c := range text.Clusters {
			if r := []rune(c.Text)[0]; (r == 'Ꭰ' || r == '😀') && len(c.Glyphs) > 0 {
				t.Errorf("%q is drawn", c.Text)
			}
		}
	}
	if problems[0].Code != forms.NoGlyph {
		t.Errorf("code %q", problems[0].Code)
	}
}

// Characters without a shape are not drawn and do no harm. Those that steer order
// are honoured inside their run and do not reach beyond it; those that could
// mislead have no effect and are named, each once.
func TestControlsAreNotDrawn(t *testing.T) {
	for _, c := range []struct {
		name, text, want, named string
	}{
		{"controls", "a\x00b\x07c\x1bd\x7fe\u0085f\x07", "abcde|f", "U+0000 U+0007 U+001B U+007F"},
		{"tab", "a\tb", "a b", ""},
		{"breaks", "a\r\nb\rc\u2028d\u2029e", "a|b|c|d|e", ""},
		{"override", "a\u202egnp.exe\u202c b", "agnp.exe b", "U+202E"},
		{"noncharacters", "a\ufffeb\ufdd0", "ab", "U+FFFE U+FDD0"},
		{"lone ends", "a\u2069\u202c\u2069b", "ab", ""},
		{"unclosed", "\u2067\u2067\u202ba", "a", ""},
		{"invalid bytes are seen", "a\xff\xfeb", "a\ufffd\ufffdb", ""},
		{"half of a pair is seen", "a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb", ""},
		{"soft hyphen and joiners", "Donau\u00addampf\u200bschiff\u2060fahrt", "Donaudampfschifffahrt", ""},
	} {
		pages, problems := layout.Pages(document(doc.Paragraph{Text: words(c.text)}), faces(t))
		var named []string
		for _, p := range problems {
			named = append(named, fmt.Sprint(p.Args["code"]))
		}
		if got := strings.Join(linesOf(body(pages[0])), "|"); got != c.want || strings.Join(named, " ") != c.named {
			t.Errorf("%s: %q, named %q, want %q", c.name, got, named, c.want)
		}
	}
}

// Letters keep joined over a change of style inside an Arabic word, even where
// the same letters stood alone before.
func TestArabicJoinsOverAChangeOfStyle(t *testing.T) {
	glyphs := func(runs doc.Runs) []uint32 {
		d := document(doc.Paragraph{Text: append(words("ب كت "), runs...)})
		pages, _ := layout.Pages(d, faces(t))
		var ids []uint32
		for _, text := range body(pages[0]) {
			for i := range text.Clusters {
				ids = append(ids, text.Clusters[len(text.Clusters)-1-i].Glyphs[0].ID)
			}
		}
		return ids
	}
	whole, parted := glyphs(words("كتب")), glyphs(doc.Runs{{Text: "كت"}, {Text: "ب", Style: doc.Grey}})
	if !reflect.DeepEqual(whole, parted) {
		t.Errorf("glyphs %v of the whole word, %v of its parts", whole, parted)
	}
}

// A notice over several pages has one ground and one bar on each, within the
// margins.
func TestNoticeHasOneGroundOnEachPage(t *testing.T) {
	lines := make([]doc.Runs, 80)
	for i := range lines {
		lines[i] = words("Zeile")
	}
	pages, _ := layout.Pages(document(doc.Notice{Text: lines}), faces(t))
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if len(p.Rects) != 3 || p.Rects[0].Y != p.Rects[1].Y || p.Rects[0].Y != 70866 {
			t.Errorf("page %d: %v", i+1, p.Rects)
		}
	}
}

// Marks that are piled up stay near the line that they belong to.
func TestPiledMarksStayNearTheirLine(t *testing.T) {
	pages, _ := layout.Pages(document(doc.Paragraph{Text: words("a" + strings.Repeat("\u0301", 40))}), faces(t))
	for _, c := range body(pages[0])[0].Clusters {
		for _, g := range c.Glyphs {
			if g.Y > 1000 || g.Y < -1000 {
				t.Fatalf("a mark stands %d thousandths of the em from its line", g.Y)
			}
		}
	}
}

// References lead to their anchors, whichever page these came to stand on; one
// over two lines has two areas; one to nothing is plain text.
func TestReferencesLeadToTheirAnchors(t *testing.T) {
	long := strings.Repeat("sehr ", 30)
	d := document(
		doc.Paragraph{Text: doc.Runs{{Text: "Siehe "}, {Text: "Anlage 1, " + long + "lang", Ref: "e1"}, {Text: " und "}, {Text: "Anlage 9", Ref: "none"}}},
		doc.PageBreak{},
		doc.List{Items: []doc.Item{{Marker: "1", Text: []doc.Runs{words("Brief")}, Anchor: "e1"}}})
	pages, _ := layout.Pages(d, faces(t))
	if len(pages) != 2 || len(pages[0].Links) < 2 || len(pages[1].Links) != 0 {
		t.Fatalf("%d pages, links %v", len(pages), pages[0].Links)
	}
	label := ""
	for _, l := range pages[0].Links {
		label += l.Label
		if l.Page != 1 || l.Ref != "e1" || l.Top != body(pages[1])[0].Y-12515 && l.Top > body(pages[1])[0].Y {
			t.Errorf("link %+v", l)
		}
	}
	if label != "Anlage 1, "+long+"lang" {
		t.Errorf("links cover %q", label)
	}
	for _, text := range body(pages[0]) {
		if strings.Contains(text.String(), "Anlage 9") && (text.Ref != "" || text.Colour != body(pages[0])[0].Colour) {
			t.Error("a reference to nothing looks like a link")
		}
	}
}

// Each glyph run tells the answer that it came from and its block.
func TestRunsKeepTheirOrigin(t *testing.T) {
	d := document(doc.Heading{Level: 1, Number: "1", Text: words("Person")},
		doc.Facts{Rows: []doc.Fact{{Label: words("Name"), Value: []doc.Runs{{{Text: "Ana", From: "person.name"}}}}}})
	pages, _ := layout.Pages(d, faces(t))
	got := ""
	for _, text := range body(pages[0]) {
		got += fmt.Sprintf("%d.%d.%d %s %s; ", text.Place.Block, text.Place.Row, text.Place.Cell, text.From, text)
	}
	if want := "0.0.0  1; 0.0.1  Person; 1.0.0  Name; 1.0.1 person.name Ana; "; got != want {
		t.Errorf("origins %q, want %q", got, want)
	}
}

// A page of the other format, and of a right-to-left document, has its margins.
func TestMargins(t *testing.T) {
	for _, c := range []struct {
		name        string
		lang        string
		paper       doc.Paper
		left, right float64 // of the text area, in points
	}{
		{"A4", "de", doc.A4, 85.04, 524.41},
		{"Letter", "en", doc.Letter, 85.04, 541.13},
		{"A4, mirrored", "ar", doc.A4, 70.87, 510.24},
	} {
		d := document(doc.Paragraph{Text: words("x")})
		d.Paper, d.Lang = c.paper, "de"
		if c.lang == "ar" {
			d.Lang = "ar"
		}
		pages, _ := layout.Pages(d, faces(t))
		rule := pages[0].Rects[0]
		if l, r := rule.X.Points(), (rule.X + rule.Width).Points(); l-c.left > .01 || c.left-l > .01 || r-c.right > .01 || c.right-r > .01 {
			t.Errorf("%s: from %.2f to %.2f", c.name, l, r)
		}
	}
}

// A signature is never alone on its page: lines of what stands before it go with
// it, wherever the page ends.
func TestSignatureIsNotAlone(t *testing.T) {
	set := faces(t)
	for n := range 60 {
		blocks := []doc.Block{doc.Space{Lines: float64(n) / 2}}
		for range 8 {
			blocks = append(blocks, doc.Paragraph{Text: words(strings.Repeat("Die Anordnung betrifft mich nicht. ", 8))})
		}
		blocks = append(blocks, doc.Signature{Sentence: words("Ich versichere das."), PlaceDate: words("Köln"), Name: words("Jonas Weber"), Caption: words("Unterschrift")})
		pages, _ := layout.Pages(document(blocks...), set)
		if top := body(pages[len(pages)-1])[0]; top.Place.Block == len(blocks)-1 {
			t.Errorf("%d half lines: the signature stands alone on page %d", n, len(pages))
		}
	}
}

// visible returns the characters of runs that a page must hold, without white
// space.
func visible(runs doc.Runs) string {
	var b strings.Builder
	for _, run := range runs {
		for _, r := range run.Text {
			if !fonts.Silent(r) && !unicode.IsSpace(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// unspaced returns text without white space and without the hyphens of breaks.
func unspaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' {
			return -1
		}
		return r
	}, text)
}
