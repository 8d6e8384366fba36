package layout_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/i18n"
)

const millimetre = layout.Length(2835) // thousandths of a point

// at finds the texts of a place on all pages, with the page of the first.
func at(pages []layout.Page, place layout.Place) (texts []layout.Text, page int) {
	page = -1
	for i, p := range pages {
		for _, t := range p.Texts {
			if t.Place == place {
				if texts = append(texts, t); page < 0 {
					page = i
				}
			}
		}
	}
	return texts, page
}

// An address stands where the window of the envelope shows it, in documents of
// both directions; below a letterhead that reaches into the window, or where it is
// longer, it goes lower and nothing is cut.
func TestAddressStandsInItsWindow(t *testing.T) {
	set := faces(t)
	address := doc.Addressee{Lines: []doc.Runs{words("High Court"), words("1 Example Quay"), words("Dublin 7"), words("D07 X000")}}
	for window, zone := range map[doc.Window][4]layout.Length{ // left, top, right, bottom in mm: what the window shows for certain
		doc.WindowDIN: {20, 62, 110, 90}, doc.WindowRight: {100, 55, 190, 79}, doc.WindowDL: {20, 57, 100, 81}, doc.WindowNo10: {22, 53, 111, 80},
	} {
		for _, lang := range []i18n.Tag{"en", "ar"} {
			address.Window = window
			d := document(doc.Letterhead{Sender: []doc.Runs{words("Ann"), words("Street 1")}, PlaceDate: words("Dublin")}, address, doc.Title{Text: words("Title")})
			d.Lang = lang
			pages, _ := layout.Pages(d, set)
			for row := range address.Lines {
				texts, page := at(pages, layout.Place{Block: 1, Row: row})
				for _, text := range texts {
					if page != 0 || text.X < zone[0]*millimetre || text.Y-8*layout.Point < zone[1]*millimetre || text.X+text.Width > zone[2]*millimetre || text.Y+2*layout.Point > zone[3]*millimetre {
						t.Errorf("%s, %s: %q stands at %.1f, %.1f mm", window, lang, text, text.X.Points()*25.4/72, text.Y.Points()*25.4/72)
					}
				}
				if len(texts) == 0 {
					t.Errorf("%s: line %d is not there", window, row)
				}
			}
			title, _ := at(pages, layout.Place{Block: 2})
			if title[0].Y-title[0].Size < zone[3]*millimetre-4*millimetre {
				t.Errorf("%s: the title reaches into the window", window)
			}
		}
	}
	long := doc.Letterhead{}
	for range 20 {
		long.Sender = append(long.Sender, words("Ann"))
	}
	pages, _ := layout.Pages(document(long, address), set)
	below, _ := at(pages, layout.Place{Block: 1})
	last, _ := at(pages, layout.Place{Row: 19})
	if below[0].Y <= last[0].Y {
		t.Error("the address stands over the sender")
	}
}

// The window counts from the top of the sheet that the address stands on, not of
// the first: there may be a cover.
func TestAddressStandsInItsWindowBehindACover(t *testing.T) {
	pages, _ := layout.Pages(document(doc.Title{Text: words("Cover")}, doc.PageBreak{}, doc.Letterhead{Sender: []doc.Runs{words("Ann")}},
		doc.Addressee{Lines: []doc.Runs{words("Court")}, Window: doc.WindowDIN}), faces(t))
	texts, page := at(pages, layout.Place{Block: 3})
	if y := texts[0].Y.Points() * 25.4 / 72; page != 1 || y < 62.7 || y > 67 {
		t.Errorf("it stands on page %d at %.1f mm", page+1, y)
	}
}

// The number of pages stands where the document has its place, and is right.
func TestPagesAreCounted(t *testing.T) {
	set := faces(t)
	for _, n := range []int{0, 40, 700} {
		blocks := []doc.Block{doc.PageCount{Text: "Pages: {pages}"}, doc.PageBreak{}}
		for range n {
			blocks = append(blocks, doc.Paragraph{Text: words("Text.")})
		}
		pages, _ := layout.Pages(document(blocks...), set)
		texts, page := at(pages, layout.Place{})
		if want := "Pages: " + i18n.Number("en", int64(len(pages))); page != 0 || joinedText(texts) != want {
			t.Errorf("%d pages: %q on page %d", len(pages), joinedText(texts), page)
		}
	}
}

func joinedText(texts []layout.Text) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(t.String())
	}
	return b.String()
}

// A picture of a signature stands just above its rule, which its ground leaves, whole, in its shape, with the words
// that stand for it, whatever its shape is.
func TestSignatureImageStandsAboveTheRule(t *testing.T) {
	for _, size := range []image.Point{{400, 100}, {10, 900}, {3000, 3}} {
		var data bytes.Buffer
		if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, size.X, size.Y))); err != nil {
			t.Fatal(err)
		}
		p, err := doc.NewPicture(data.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		p.Alt = "Signature of Ann"
		pages, _ := layout.Pages(document(doc.Signature{Sentence: words("True."), Name: words("Ann"), Image: p}), faces(t))
		if len(pages[0].Pictures) != 1 {
			t.Fatal("there is no picture")
		}
		pic, rule := pages[0].Pictures[0], pages[0].Rects[0]
		if pic.Alt != p.Alt || pic.Kind != layout.KindSignature || pic.Y+pic.Height+layout.Point*3/2 != rule.Y || pic.X != rule.X || pic.Width > rule.Width || pic.Width < 1 || pic.Height < 1 {
			t.Errorf("%v: picture %+v on rule %+v", size, pic.Place, rule)
		}
	}
}

// What an officer completes stays on the page of the signature above it.
func TestHandLinesStayWithTheSignature(t *testing.T) {
	set := faces(t)
	for n := range 30 {
		d := document(doc.Space{Lines: float64(n)}, doc.Paragraph{Text: words("Text.")}, doc.Signature{Sentence: words("I swear."), Name: words("Ann"), Caption: words("Signature")},
			doc.HandLines{Statement: words("Sworn before me."), Seal: words("Seal"), Lines: []doc.HandLine{{Label: words("Name")}, {Label: words("Capacity")}, {Label: words("Date")}}})
		pages, _ := layout.Pages(d, set)
		_, signed := at(pages, layout.Place{Block: 2})
		for _, place := range []layout.Place{{Block: 3}, {Block: 3, Row: 3}, {Block: 3, Row: 4}} {
			if _, page := at(pages, place); page != signed {
				t.Fatalf("%d lines above: %+v is on page %d, the sentence on %d", n, place, page, signed)
			}
		}
	}
}

// The box of a field is drawn around all of its lines, on each page that it is on.
func TestFieldsAreBoxed(t *testing.T) {
	value := make([]doc.Runs, 90)
	for i := range value {
		value[i] = words("Line")
	}
	pages, _ := layout.Pages(document(doc.Worksheet{Rows: []doc.Field{{Number: "1", Label: words("Field"), Value: value, Count: words("Characters: 9 of 10")}, {Label: words("Empty")}}}), faces(t))
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		for _, text := range p.Texts {
			if text.Place.Block != 0 || text.Place.Row != 0 || text.Place.Cell != 1 {
				continue
			}
			sides := 0
			for _, r := range p.Rects {
				if r.Width < layout.Point && r.Y <= text.Y-8*layout.Point && r.Y+r.Height >= text.Y {
					sides++
				}
			}
			if sides != 2 {
				t.Fatalf("page %d: a line has %d sides", i+1, sides)
			}
		}
	}
}

// Each language of a copy in two keeps its column and runs its own way there; the
// heads stand on every page, and rows that a page can hold are not parted.
func TestBilingualKeepsItsColumns(t *testing.T) {
	set := faces(t)
	for _, langs := range [][2]i18n.Tag{{"de", "ar"}, {"ar", "de"}, {"de", "fr"}} {
		text := map[i18n.Tag]string{"de": "Die Anordnung betrifft mich nicht. ", "fr": "L’injonction ne me concerne pas. ", "ar": "الأمر لا يعنيني. "}
		b := doc.Bilingual{Langs: langs, Heads: [2]doc.Runs{words("A"), words("B")}}
		for n := range 30 {
			row := doc.BilingualRow{}
			for k, lang := range langs {
				row[k] = []doc.Block{doc.Paragraph{Number: "1.1", Text: words(strings.Repeat(text[lang], 3+(n*7+k*5)%9))}}
			}
			b.Rows = append(b.Rows, row)
		}
		d := document(b)
		d.Lang = langs[0]
		pages, _ := layout.Pages(d, set)
		seen := map[int]int{}
		for i, p := range pages {
			heads := 0
			for _, text := range body(p) {
				if text.Place.Row == 0 {
					heads++
					continue
				}
				if on, ok := seen[text.Place.Row]; ok && on != i {
					t.Errorf("%v: row %d is parted", langs, text.Place.Row)
				}
				seen[text.Place.Row] = i
				first := text.X+text.Width <= p.Width/2+20*layout.Point
				if (text.Place.Cell == 0) != (first != (langs[0] == "ar")) {
					t.Errorf("%v: %q stands at %.0f", langs, text, text.X.Points())
				}
				side := langs[text.Place.Cell]
				if text.String() == "1.1" && (side == "ar" && text.X < p.Width*7/10 || side == "de" && text.X > p.Width/4) {
					t.Errorf("%v: the number hangs on the wrong side", langs)
				}
			}
			if heads+len(repeatedHeads(p)) != 2 {
				t.Errorf("%v: page %d has %d heads", langs, i+1, heads)
			}
		}
		if len(pages) < 3 || len(seen) != 30 {
			t.Errorf("%v: %d pages, %d rows", langs, len(pages), len(seen))
		}
	}
}

// repeatedHeads lists the heads that are drawn again on a page.
func repeatedHeads(p layout.Page) []layout.Text {
	var out []layout.Text
	for _, t := range p.Texts {
		if t.Place.Repeated {
			out = append(out, t)
		}
	}
	return out
}
