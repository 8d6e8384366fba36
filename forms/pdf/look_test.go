package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout/samples"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// pictures is where the pictures of the letters lie, which people look at, too.
const pictures = "../../docs/pictures"

// drawn returns the first page of a document as a picture.
func drawn(t *testing.T, set fonts.Set, name string, d doc.Document) image.Image {
	t.Helper()
	path := save(t, name+".pdf", write(t, set, d))
	target := strings.TrimSuffix(path, ".pdf")
	if _, warnings := run(t, "poppler-utils", "pdftoppm", "-r", "66", "-gray", "-f", "1", "-l", "1", "-singlefile", "-png", path, target); warnings != "" {
		t.Errorf("%s: pdftoppm: %s", name, warnings)
	}
	return decoded(t, target+".png")
}

func decoded(t *testing.T, path string) image.Image {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// grey returns a picture in grey.
func grey(img image.Image) *image.Gray {
	if g, ok := img.(*image.Gray); ok {
		return g
	}
	out := image.NewGray(img.Bounds())
	if p, ok := img.(*image.Paletted); ok {
		greys := make([]uint8, len(p.Palette))
		for i, c := range p.Palette {
			greys[i] = color.GrayModel.Convert(c).(color.Gray).Y
		}
		for i, index := range p.Pix {
			out.Pix[i] = greys[index]
		}
		return out
	}
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}

// softened returns the greys of a picture without its edge, each point the sum of
// nine, so that other rounding of edges does not count.
func softened(img image.Image) (sums []int) {
	g := grey(img)
	for y := 1; y < g.Rect.Dy()-1; y++ {
		for x := 1; x < g.Rect.Dx()-1; x++ {
			sum := 0
			for row := y - 1; row <= y+1; row++ {
				p := g.Pix[row*g.Stride+x-1:]
				sum += int(p[0]) + int(p[1]) + int(p[2])
			}
			sums = append(sums, sum)
		}
	}
	return sums
}

// The tolerance of a picture: by how much a softened point may differ, and how many
// points may differ by more.
const (
	slightly = 48
	few      = 30
)

// differing counts the points by which two pictures differ to the eye; pictures of
// other sizes differ everywhere.
func differing(a, b image.Image) int {
	if a.Bounds().Size() != b.Bounds().Size() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	count := 0
	one, two := softened(a), softened(b)
	for i := range one {
		if d := one[i] - two[i]; d > 9*slightly || d < -9*slightly {
			count++
		}
	}
	return count
}

// paletted writes a picture with sixteen greys.
func paletted(t *testing.T, path string, img image.Image) {
	t.Helper()
	greys := make(color.Palette, 16)
	for i := range greys {
		greys[i] = color.Gray{Y: uint8(i * 17)}
	}
	out := image.NewPaletted(img.Bounds(), greys)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, out); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 60_000 {
		t.Errorf("%s takes %d bytes", path, b.Len())
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The first page of each letter looks as it did when it was approved.
func TestLettersLookAsApproved(t *testing.T) {
	set := faces(t)
	eachLetter(t, func(lang i18n.Tag, d doc.Document) {
		path := filepath.Join(pictures, "letter-"+string(lang)+".png")
		got := drawn(t, set, string(lang), d)
		if *update {
			paletted(t, path, got)
		}
		if n := differing(got, decoded(t, path)); n > few {
			t.Errorf("%s: the page differs at %d points from %s; build/letters.sh draws it anew", lang, n, path)
		}
	})
}

// The comparison of pictures notices what people would: a word, a line that stands
// elsewhere, another script.
func TestPicturesTellPagesApart(t *testing.T) {
	letter, err := samples.Complaint("hi")
	if err != nil {
		t.Fatal(err)
	}
	set := faces(t)
	first := drawn(t, set, "hi", letter)
	if n := differing(first, first); n != 0 {
		t.Errorf("a page differs from itself at %d points", n)
	}
	for name, change := range map[string]func(*doc.Document){
		"word": func(d *doc.Document) {
			d.Blocks[2] = doc.Title{Text: runs("व्यक्तिगत डेटा की चोरि के विषय में शिकायत")}
		},
		"line": func(d *doc.Document) { d.Blocks[1] = doc.Space{Lines: 6} },
		"foot": func(d *doc.Document) { d.Footer = "शिकायत" },
	} {
		changed := letter
		changed.Blocks = append([]doc.Block(nil), letter.Blocks...)
		change(&changed)
		if n := differing(first, drawn(t, set, name, changed)); n <= few {
			t.Errorf("another %s makes %d points differ", name, n)
		}
	}
}
