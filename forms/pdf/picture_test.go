package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/forms/pdf"
)

// stroke draws a stroke of a pen on nothing, in the colour given.
func stroke(ink color.Color) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, 120, 40))
	for x := range 120 {
		for y := 18; y < 22; y++ {
			m.Set(x, y, ink)
		}
	}
	return m
}

// Pictures are figures in the order of reading, with the words that stand for
// them; the same picture is in the file once.
func TestPicturesAreFigures(t *testing.T) {
	var black, blue bytes.Buffer
	if err := png.Encode(&black, stroke(color.Black)); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&blue, stroke(color.NRGBA{0, 0, 200, 255}), nil); err != nil {
		t.Fatal(err)
	}
	set := faces(t)
	d := samples.Letter()
	pages, _ := layout.Pages(d, set)
	signature := layout.Picture{X: 72000, Y: 400000, Width: 90000, Height: 30000, Data: black.Bytes(), Alt: "Signature of Jane Roe",
		Place: layout.Place{Block: 2, Row: 2}, Kind: layout.KindSignature}
	seal, again := signature, signature
	seal.Data, seal.Alt, seal.Place.Row, seal.Y = blue.Bytes(), "Seal", 9, 500000
	again.Place, again.Kind, again.Y = layout.Place{Block: 1}, layout.KindParagraph, 300000
	pages[0].Pictures = []layout.Picture{again, signature, seal}
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, set, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: created}); err != nil {
		t.Fatal(err)
	}
	path := save(t, "pictures.pdf", out.Bytes())
	if faults, _ := python(t, checker, path); faults != "" {
		t.Error(faults)
	}
	list, _ := run(t, "poppler-utils", "pdfimages", "-list", path)
	if strings.Count(list, " gray ") != 2 || strings.Count(list, " rgb ") != 1 {
		t.Errorf("pictures:\n%s", list)
	}
	tree, _ := python(t, checker, "--tree", path)
	order := []string{"Figure", "I am the customer", "I declare", "Figure", "Jane Roe", "- Signature", "Figure"}
	for rest := tree; len(order) > 0; order = order[1:] {
		_, after, found := strings.Cut(rest, order[0])
		if rest = after; !found {
			t.Fatalf("%q is not in its place:\n%s", order[0], tree)
		}
	}
}

// A picture that cannot be read, or that has no words, is an error.
func TestFaultyPictures(t *testing.T) {
	set := faces(t)
	pages, _ := layout.Pages(samples.Letter(), set)
	var whole bytes.Buffer
	if err := png.Encode(&whole, stroke(color.Black)); err != nil {
		t.Fatal(err)
	}
	for want, pic := range map[string]layout.Picture{
		"decode picture":                      {Data: whole.Bytes()[:60], Alt: "x"},
		"has no words that stand for it":      {Data: whole.Bytes()},
		"decode picture: image: unknown form": {Data: []byte("no picture"), Alt: "x"},
	} {
		pages[0].Pictures = []layout.Picture{pic}
		if err := pdf.Write(io.Discard, pages, set, pdf.Meta{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
