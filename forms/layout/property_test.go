package layout_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/i18n"
)

// prose draws a text of ordinary words.
func prose(t *rapid.T, most int) string {
	stock := []string{"Anordnung", "die", "und", "Verfahren,", "Staatsanwaltschaft", "ich", "habe", "nicht", "erfahren.", "Köln"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(stock), 1, most).Draw(t, "words"), " ")
}

// odd draws a text that nobody would type, or that somebody pasted.
func odd(t *rapid.T) string {
	pieces := []string{"a", "Wort ", " ", "  ", "\n", "\t", "\u00a0", "ß", "fi", "ffl", "e\u0301", "\u0301\u0302", "ж", "Ω", "ع", "السلام ", "كتب", "\u200c", "\u200d",
		"(", ")", "«", "»", "12", "٣", "\u202e", "\u202c", "\u2066", "\u2067", "\u2069", "\u200f", "\u00ad", "\u200b", "\u2060", "\ufeff", "\x00", "\x1b", "語", "ก", "😀", "👩\u200d👧", "क्ष", "\ufdfd", "☒",
		strings.Repeat("x", 300), strings.Repeat("م", 300), strings.Repeat("\u0308", 60), "https://example.org/a/very/long/path?with=a&query=string", "\ufffd", "\xff", "𠮷", "\ufe0f", "-", "/"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
}

func oddRuns(t *rapid.T) doc.Runs {
	runs := make(doc.Runs, rapid.IntRange(0, 4).Draw(t, "runs"))
	for i := range runs {
		runs[i] = doc.Run{Text: odd(t), Page: rapid.IntRange(0, 60).Draw(t, "page") == 0, Lang: rapid.SampledFrom([]i18n.Tag{"", "de", "ar", "en", "ru", "xx-bad-tag-!"}).Draw(t, "lang"),
			Style: doc.Style(rapid.IntRange(0, 15).Draw(t, "style")), Ref: rapid.SampledFrom([]string{"", "a"}).Draw(t, "ref")}
	}
	return runs
}

// oddBlock draws a block of any kind with odd texts.
func oddBlock(t *rapid.T) doc.Block {
	r := func() doc.Runs { return oddRuns(t) }
	number := rapid.SampledFrom([]string{"", "1", "10.12.3", strings.Repeat("9", 80)}).Draw(t, "number")
	switch rapid.IntRange(0, 15).Draw(t, "kind") {
	case 0:
		return doc.Letterhead{Sender: []doc.Runs{r(), r()}, PlaceDate: r()}
	case 1:
		return doc.Addressee{Lines: []doc.Runs{r(), r()}}
	case 2:
		return doc.Title{Text: r(), Reference: r()}
	case 3:
		return doc.Heading{Level: rapid.IntRange(0, 3).Draw(t, "level"), Number: number, Text: r(), Anchor: "a"}
	case 4:
		return doc.Facts{Rows: []doc.Fact{{Label: r(), Value: []doc.Runs{r(), r()}}, {Label: r()}}}
	case 5:
		return doc.Paragraph{Number: number, Text: r(), Anchor: "a", Quote: rapid.Bool().Draw(t, "quote"), KeepWithNext: rapid.Bool().Draw(t, "keep")}
	case 6:
		return doc.List{Items: []doc.Item{{Marker: number, Text: []doc.Runs{r(), r()}, Anchor: "a"}, {Marker: "☒"}}}
	case 7:
		return doc.Table{Head: []doc.Runs{r(), r()}, Widths: []float64{0.001, -3}, Rows: []doc.TableRow{{Cells: []doc.Runs{r(), r(), r(), r(), r(), r(), r()}}}}
	case 8:
		return doc.Signature{Sentence: r(), PlaceDate: r(), Name: r(), Capacity: r(), Caption: r(), Typed: r(), ByHand: r()}
	case 9:
		return doc.Notice{Text: []doc.Runs{r(), r()}}
	case 10:
		return doc.Addressee{Lines: []doc.Runs{r(), r()}, Window: rapid.SampledFrom([]doc.Window{doc.WindowDIN, doc.WindowRight, doc.WindowDL, doc.WindowNo10}).Draw(t, "window")}
	case 11:
		return doc.Parties{List: []doc.Party{{Name: r(), Details: []doc.Runs{r()}, Role: r()}, {Name: r()}}, Against: r()}
	case 12:
		return doc.HandLines{Statement: r(), Lines: []doc.HandLine{{Label: r(), Value: r()}, {Label: r()}}, Seal: r()}
	case 13:
		return doc.Worksheet{Rows: []doc.Field{{Number: number, Label: r(), Value: []doc.Runs{r(), r()}, Count: r(), Notes: []doc.Runs{r()}, Anchor: "a"}, {}}}
	case 14:
		return doc.PageCount{Text: odd(t)}
	case 15:
		return doc.Bilingual{Langs: [2]i18n.Tag{"de", "ar"}, Heads: [2]doc.Runs{r(), r()}, Rows: []doc.BilingualRow{{{doc.Heading{Text: r()}}, {doc.Facts{Rows: []doc.Fact{{Label: r(), Value: []doc.Runs{r()}}}}}},
			{{doc.Paragraph{Number: number, Text: r()}, doc.Signature{Sentence: r(), Name: r()}}}}}
	default:
		return doc.Space{Lines: rapid.Float64().Draw(t, "lines")}
	}
}

func oddDocument(t *rapid.T) doc.Document {
	d := document()
	d.Lang = rapid.SampledFrom([]i18n.Tag{"de", "ar"}).Draw(t, "language")
	d.Paper = rapid.SampledFrom([]doc.Paper{doc.A4, doc.Letter, "", "a5"}).Draw(t, "paper")
	d.Banner, d.Footer, d.PageOf = odd(t), odd(t), odd(t)
	for range rapid.IntRange(1, 6).Draw(t, "blocks") {
		d.Blocks = append(d.Blocks, oddBlock(t))
	}
	return d
}

// Whatever a document says, nothing stands outside the margins, and every piece
// of a text adds up to its width.
func TestNothingLeavesTheMargins(t *testing.T) {
	set := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		pages, _ := layout.Pages(oddDocument(t), set)
		for i, p := range pages {
			within(t, i, p)
		}
	})
}

// within checks the texts, rects and links of a page against its margins.
func within(t *rapid.T, number int, p layout.Page) {
	const slack = 2 // lengths are rounded to a thousandth of a point
	const inner, outer = 85039, 70866
	left, right := layout.Length(inner), p.Width-outer
	if p.RTL {
		left, right = outer, p.Width-inner
	}
	for _, text := range p.Texts {
		sum := layout.Length(0)
		for _, c := range text.Clusters {
			if c.X != sum || c.Text == "" || c.Advance < 0 {
				t.Fatalf("page %d: cluster %q of %q at %d, not at %d", number, c.Text, text, c.X, sum)
			}
			sum += c.Advance
		}
		if sum != text.Width || text.X < left-slack || text.X+text.Width > right+slack {
			t.Fatalf("page %d: %q runs from %d to %d (width %d), margins %d and %d", number, text, text.X, text.X+sum, text.Width, left, right)
		}
		low, high := layout.Length(outer), p.Height-outer
		if text.Place.Block == layout.Furniture {
			low, high = 10*layout.Point, p.Height-10*layout.Point
		}
		if text.Y < low || text.Y > high {
			t.Fatalf("page %d: %q of %+v stands at %d of %d", number, text, text.Place, text.Y, p.Height)
		}
	}
	for _, r := range p.Rects {
		low, high := layout.Length(outer), p.Height-outer
		if r.Block == layout.Furniture {
			low, high = 0, p.Height
		}
		if r.X < left-slack || r.X+r.Width > right+slack || r.Y < low || r.Y+r.Height > high || r.Height < 0 {
			t.Fatalf("page %d: rect %+v", number, r)
		}
	}
}

// Whatever a document says, its pages hold every character of it, in order: the
// texts of a place, one after the other, are the text of its runs.
func TestNoTextIsLost(t *testing.T) {
	set := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		const d0 = i18n.Tag("de")
		runs, label := oddRuns(t), oddRuns(t)
		d := document(doc.Paragraph{Text: runs}, doc.Facts{Rows: []doc.Fact{{Label: label, Value: []doc.Runs{runs}}}},
			doc.Table{Rows: []doc.TableRow{{Cells: []doc.Runs{label, runs}}}}, doc.Notice{Text: []doc.Runs{runs}},
			doc.Worksheet{Rows: []doc.Field{{Label: label, Value: []doc.Runs{runs}, Count: label, Notes: []doc.Runs{runs}}}},
			doc.HandLines{Statement: label, Lines: []doc.HandLine{{Label: runs, Value: label}}, Seal: runs},
			doc.Parties{List: []doc.Party{{Name: runs, Role: label}}}, doc.Addressee{Lines: []doc.Runs{runs}, Window: doc.WindowDIN},
			doc.Bilingual{Langs: [2]i18n.Tag{d0, d0}, Rows: []doc.BilingualRow{{{doc.Paragraph{Text: runs}}, {doc.Facts{Rows: []doc.Fact{{Label: label}}}}}}},
			doc.Signature{Name: runs, Capacity: label, Typed: runs, ByHand: label})
		got := map[layout.Place]string{}
		pages, _ := layout.Pages(d, set)
		for _, p := range pages {
			for _, text := range body(p) {
				got[text.Place] += text.String()
			}
		}
		for place, want := range map[layout.Place]doc.Runs{
			{Block: 0, Cell: 1}: runs, {Block: 1}: label, {Block: 1, Cell: 1}: runs,
			{Block: 2, Row: 1}: label, {Block: 2, Row: 1, Cell: 1}: runs, {Block: 3}: runs,
			{Block: 4}: label, {Block: 4, Cell: 1}: runs, {Block: 4, Cell: 2}: label, {Block: 4, Cell: 3}: runs,
			{Block: 5}: label, {Block: 5, Row: 1}: runs, {Block: 5, Row: 1, Cell: 1}: label, {Block: 5, Row: 2}: runs,
			{Block: 7}: runs, {Block: 8, Row: 1}: runs, {Block: 8, Row: 1, Cell: 1}: label,
			{Block: 9, Row: 1}: label, {Block: 9, Row: 2}: runs, {Block: 9, Row: 3}: runs, {Block: 9, Row: 4}: label,
		} {
			if unspaced(got[place]) != visible(want) {
				t.Fatalf("at %+v stands %q, not %q", place, got[place], visible(want))
			}
		}
	})
}

// proseDocument draws a document of headings, paragraphs, rows, tables and
// signatures with ordinary words.
func proseDocument(t *rapid.T) doc.Document {
	d := document()
	for range rapid.IntRange(5, 40).Draw(t, "blocks") {
		text := func(most int) doc.Runs { return words(prose(t, most)) }
		switch rapid.IntRange(0, 6).Draw(t, "kind") {
		case 0:
			d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Number: "1", Text: text(20)})
		case 1, 2, 3:
			d.Blocks = append(d.Blocks, doc.Paragraph{Number: "1.1", Text: text(150), KeepWithNext: rapid.IntRange(0, 5).Draw(t, "keep") == 0})
		case 4:
			d.Blocks = append(d.Blocks, doc.Facts{Rows: []doc.Fact{{Label: text(8), Value: []doc.Runs{text(100), text(40)}}, {Label: text(3), Value: []doc.Runs{text(5)}}}})
		case 5:
			d.Blocks = append(d.Blocks, doc.Table{Head: []doc.Runs{text(2), text(2)}, Rows: []doc.TableRow{{Cells: []doc.Runs{text(60), text(9)}}, {Cells: []doc.Runs{text(6), text(9)}}}})
		case 6:
			d.Blocks = append(d.Blocks, doc.Signature{Sentence: text(30), PlaceDate: text(3), Name: text(2), Caption: text(2)})
		}
	}
	return d
}

// shares returns, for each place, how many lines of it stand on each page.
func shares(pages []layout.Page, key func(layout.Place) layout.Place) map[layout.Place][]int {
	type at struct {
		place layout.Place
		page  int
		y     layout.Length
	}
	seen := map[at]bool{}
	out := map[layout.Place][]int{}
	for i, p := range pages {
		for _, text := range body(p) {
			place := key(text.Place)
			if out[place] == nil {
				out[place] = make([]int, len(pages))
			}
			if spot := (at{place, i, text.Y}); !seen[spot] {
				seen[spot] = true
				out[place][i]++
			}
		}
	}
	return out
}

// No page break leaves one line of a paragraph alone, parts a row, a heading or
// a signature, or leaves a heading or what is kept with the next at the foot.
func TestPagesBreakWhereTheyMay(t *testing.T) {
	set := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		d := proseDocument(t)
		pages, _ := layout.Pages(d, set)
		paragraphs := shares(pages, func(p layout.Place) layout.Place { return p })
		rows := shares(pages, func(p layout.Place) layout.Place { return layout.Place{Block: p.Block, Row: p.Row} })
		blocks := shares(pages, func(p layout.Place) layout.Place { return layout.Place{Block: p.Block} })
		for i, b := range d.Blocks {
			at := layout.Place{Block: i}
			next := blocks[layout.Place{Block: i + 1}]
			switch b := b.(type) {
			case doc.Paragraph:
				lines := paragraphs[layout.Place{Block: i, Cell: 1}]
				if slices.Contains(lines, 1) && sum(lines) > 1 {
					t.Fatalf("block %d leaves a line alone: %v", i, lines)
				}
				if b.KeepWithNext && next != nil && last(lines) != first(next) {
					t.Fatalf("block %d, kept with the next, is parted from it: %v and %v", i, lines, next)
				}
			case doc.Heading:
				if first(blocks[at]) != last(blocks[at]) || next != nil && last(blocks[at]) != first(next) {
					t.Fatalf("heading %d stands alone: %v before %v", i, blocks[at], next)
				}
			case doc.Signature:
				if first(blocks[at]) != last(blocks[at]) {
					t.Fatalf("signature %d is parted: %v", i, blocks[at])
				}
			case doc.Facts, doc.Table:
				for row := range 3 {
					if lines := rows[layout.Place{Block: i, Row: row}]; lines != nil && first(lines) != last(lines) {
						t.Fatalf("row %d of block %d is parted: %v", row, i, lines)
					}
				}
			}
		}
	})
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// first and last return the first and the last page that has any line.
func first(lines []int) int { return slices.IndexFunc(lines, func(n int) bool { return n > 0 }) }

func last(lines []int) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] > 0 {
			return i
		}
	}
	return -1
}
