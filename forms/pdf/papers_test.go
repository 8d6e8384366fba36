package pdf_test

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/i18n"
)

// pen is a picture of a signature.
func pen() doc.Picture {
	var data bytes.Buffer
	if err := png.Encode(&data, stroke(color.Black)); err != nil {
		panic(err)
	}
	picture, err := doc.NewPicture(data.Bytes())
	if err != nil {
		panic(err)
	}
	picture.Alt = "Unterschrift von N. N."
	return picture
}

// papers are the blocks of court papers, forms and letters, whole and with parts
// missing, within a page and over pages.
func papers() []doc.Block {
	pen := pen()
	long := strings.Repeat("Das Verfahren dauert an. ", 200)
	side := func(text string) []doc.Block {
		return []doc.Block{doc.Heading{Level: 2, Number: "1", Text: runs(text)}, doc.Paragraph{Number: "1.1", Text: runs(strings.Repeat(text+" ", 20))},
			doc.Facts{Rows: []doc.Fact{{Label: runs(text), Value: []doc.Runs{runs(text)}}}}, doc.Signature{Name: runs(text), Image: pen}}
	}
	return []doc.Block{
		doc.Title{Text: runs("Deckblatt")}, doc.PageCount{Text: "Seiten: {pages}"}, doc.PageBreak{},
		doc.Addressee{Lines: []doc.Runs{runs("Gericht"), runs("Platz 1")}, Window: doc.WindowDIN},
		doc.Parties{Against: runs("gegen"), List: []doc.Party{{Name: runs("A"), Details: []doc.Runs{runs("Weg 1")}, Role: runs("Kläger")}, {Name: runs("B"), Beside: true}, {Name: runs("C")}}},
		doc.Heading{Level: 1, Number: "1", Text: runs("Felder")},
		doc.Worksheet{Rows: []doc.Field{{Number: "1", Label: runs("Feld"), Value: []doc.Runs{runs("Wert"), {{Text: "شكوى", Lang: "ar"}}}, Count: runs("Zeichen: 1 von 2"), Notes: []doc.Runs{runs("Notiz")}, Anchor: "f"},
			{Number: "2", Label: runs("Leer")}, {Value: []doc.Runs{runs(long), {{Text: "siehe Feld", Ref: "f"}}}}}},
		doc.Signature{Sentence: runs("Ich schwöre."), ByHand: runs("Ort, Datum"), Name: runs("N. N."), Capacity: runs("für M. M."), Caption: runs("Unterschrift"), Image: pen},
		doc.HandLines{Statement: runs("Vor mir beschworen."), Lines: []doc.HandLine{{Label: runs("Name"), Value: runs("X")}, {Label: runs("Ort")}}, Seal: runs("Siegel")},
		doc.Signature{Typed: runs("N. N."), Caption: runs("getippt")},
		doc.Bilingual{Langs: [2]i18n.Tag{"de", "ar"}, Heads: [2]doc.Runs{runs("Deutsch"), {{Text: "العربية", Lang: "ar"}}},
			Rows: []doc.BilingualRow{{side("Satz"), side("جملة")}, {side(long), nil}, {nil, side("كلمة")}}},
	}
}

// The blocks of court papers have the structure that they are read aloud by:
// fields and the sides of two languages are tables, lines for the hand paragraphs,
// a picture of a signature a figure.
func TestPapersAreStructured(t *testing.T) {
	tree, _ := python(t, checker, "--tree", save(t, "papers.pdf", write(t, faces(t), doc.Document{Lang: "de", Title: "Prüfung", PageOf: "{page}", Blocks: papers()})))
	for what, count := range map[string]int{"Table": 2, "Figure": 4, "H1": 1} {
		if got := strings.Count(tree, " "+what) + strings.Count(tree, "\n"+what); got < count {
			t.Errorf("%d %s, want %d:\n%.3000s", got, what, count, tree)
		}
	}
	for _, want := range []string{"Seiten: ", "Zeichen: 1 von 2", "Notiz", "Vor mir beschworen.", "für M. M.", "العربية"} {
		if !strings.Contains(tree, want) {
			t.Errorf("%q is not read aloud", want)
		}
	}
}
