package doc_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"recourse/forms/doc"
)

// blocks holds one block of each kind; every run has a text of its own.
func blocks() []doc.Block {
	n := 0
	r := func() doc.Runs {
		n++
		return doc.Runs{{Text: fmt.Sprintf("run%02d.", n)}}
	}
	l := func() []doc.Runs { return []doc.Runs{r(), r()} }
	return []doc.Block{
		doc.Letterhead{Sender: l(), PlaceDate: r()}, doc.Addressee{Lines: l()}, doc.Title{Text: r(), Reference: r()}, doc.Heading{Text: r()},
		doc.Facts{Rows: []doc.Fact{{Label: r(), Value: l()}}}, doc.Paragraph{Text: r()}, doc.List{Items: []doc.Item{{Text: l()}}},
		doc.Table{Head: l(), Rows: []doc.TableRow{{Cells: l()}}}, doc.Notice{Text: l()}, doc.Space{}, doc.PageBreak{},
		doc.Signature{Sentence: r(), PlaceDate: r(), ByHand: r(), Typed: r(), Name: r(), Capacity: r(), Caption: r()},
		doc.Parties{List: []doc.Party{{Name: r(), Details: l(), Role: r()}}}, doc.HandLines{Statement: r(), Lines: []doc.HandLine{{Label: r(), Value: r()}}, Seal: r()},
		doc.Worksheet{Rows: []doc.Field{{Label: r(), Value: l(), Count: r(), Notes: l()}}},
		doc.Bilingual{Heads: [2]doc.Runs{r(), r()}, Rows: []doc.BilingualRow{{{doc.Paragraph{Text: r()}, doc.Notice{Text: l()}}, {doc.Heading{Text: r()}}}}},
	}
}

// Every run of every block is visited once, in the order in which it is read, and
// stands in the plain text.
func TestEveryRunIsVisited(t *testing.T) {
	var got []string
	for _, b := range blocks() {
		doc.EachRun(b, func(r doc.Run) { got = append(got, r.Text) })
	}
	if len(got) < 45 {
		t.Errorf("%d runs only", len(got))
	}
	text := doc.Text(doc.Document{Blocks: blocks()})
	for i, run := range got {
		if want := fmt.Sprintf("run%02d.", i+1); run != want {
			t.Fatalf("%s comes as number %d", run, i+1)
		}
		if !strings.Contains(text, run) {
			t.Errorf("%s is not in the plain text", run)
		}
	}
}

// What is between the parties is read once for each side that follows.
func TestPartiesStandAgainstEachOther(t *testing.T) {
	runs := func(text string) doc.Runs { return doc.Runs{{Text: text}} }
	p := doc.Parties{Against: runs("against"), List: []doc.Party{{Name: runs("A")}, {Name: runs("B")}, {Name: runs("C"), Beside: true}}}
	var got []string
	doc.EachRun(p, func(r doc.Run) { got = append(got, r.Text) })
	if strings.Join(got, " ") != "A against B C" {
		t.Errorf("%q", got)
	}
}

// A damaged picture, one that is none and one that is too large are refused.
func TestPicturesAreChecked(t *testing.T) {
	encoded := func(width, height int) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	good := encoded(40, 30)
	if p, err := doc.NewPicture(good); err != nil || p.Width != 40 || p.Height != 30 || p.IsZero() {
		t.Errorf("a sound picture: %v", err)
	}
	for name, data := range map[string][]byte{"cut": good[:len(good)-20], "text": []byte("no picture"), "empty": nil, "wide": encoded(7000, 1), "large": make([]byte, 9<<20)} {
		if p, err := doc.NewPicture(data); err == nil || !p.IsZero() {
			t.Errorf("%s: it is taken", name)
		}
	}
}
