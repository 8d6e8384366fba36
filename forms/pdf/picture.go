package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // pictures are JPEG
	_ "image/png"  // or PNG
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"recourse/forms/layout"
)

// pictures gathers the pictures that the pages use, each once.
type pictures struct {
	known map[[sha256.Size]byte]string // the names of pictures on the pages
	list  []picture                    // in the order of first use
}

// picture is a picture and its name on the pages.
type picture struct {
	resource string
	image    image.Image
}

// name returns the name of a picture on the pages.
func (p *pictures) name(data []byte) (string, error) {
	sum := sha256.Sum256(data)
	if name, ok := p.known[sum]; ok {
		return name, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("decode picture: %w", err)
	}
	name := "P" + strconv.Itoa(len(p.list)+1)
	p.known[sum], p.list = name, append(p.list, picture{name, decoded})
	return name, nil
}

// figure paints a picture as the content of a figure.
func (p *painter) figure(pic *layout.Picture) error {
	name, err := p.pictures.name(pic.Data)
	switch {
	case err != nil:
		return err
	case pic.Alt == "":
		return fmt.Errorf("the picture of block %d has no words that stand for it", pic.Place.Block)
	}
	p.end()
	p.inside = p.tags.figure(p.page, pic, p.box(pic))
	p.mark("Figure")
	p.raw("q ")
	p.lengths(pic.Width, 0, 0, pic.Height, pic.X, p.height-pic.Y-pic.Height)
	p.raw("cm /" + name + " Do Q\n")
	p.end()
	return nil
}

// box returns the area of a picture as PDF counts it: left, bottom, right, top.
func (p *painter) box(pic *layout.Picture) []layout.Length {
	return []layout.Length{pic.X, p.height - pic.Y - pic.Height, pic.X + pic.Width, p.height - pic.Y}
}

// before tells whether a place comes before another in the order of reading, or
// is the same. Furniture comes last.
func before(a, b layout.Place) bool {
	if b.Block == layout.Furniture {
		return true
	}
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Para, b.Para)) <= 0
}

// figure returns the segment of a new figure that stands for a picture.
func (t *tagger) figure(page int, pic *layout.Picture, box []layout.Length) *segment {
	text := &layout.Text{Kind: pic.Kind, Place: pic.Place, Y: pic.Y}
	if !t.begun || pic.Place.Block != t.at.Block {
		t.begin(page, text)
	}
	parent := t.base
	if parent.kind != "Div" {
		parent = t.element(text)
	}
	f := parent.append("Figure")
	f.alt, f.box = pic.Alt, box
	f.segments = []*segment{{}}
	t.begun, t.at = true, layout.Place{Block: pic.Place.Block, Row: -1} // no place of a text
	return f.segments[0]
}

// picture adds a picture to the file, in grey where it has no colours. What is
// transparent becomes white, as the paper is.
func (f *file) picture(m image.Image) types.IndirectRef {
	bounds := m.Bounds()
	dots := make([]byte, 0, 3*bounds.Dx()*bounds.Dy())
	grey := true
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b := onWhite(m.At(x, y))
			grey = grey && r == g && g == b
			dots = append(dots, r, g, b)
		}
	}
	space := "DeviceRGB"
	if grey {
		space = "DeviceGray"
		for i := range len(dots) / 3 {
			dots[i] = dots[3*i]
		}
		dots = dots[:len(dots)/3]
	}
	return f.stream(types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Image"), "BitsPerComponent": types.Integer(8),
		"Width": types.Integer(bounds.Dx()), "Height": types.Integer(bounds.Dy()), "ColorSpace": types.Name(space)}, dots)
}

func onWhite(c color.Color) (r, g, b byte) {
	red, green, blue, alpha := c.RGBA() // already weighed by alpha
	return byte((red + 0xFFFF - alpha) >> 8), byte((green + 0xFFFF - alpha) >> 8), byte((blue + 0xFFFF - alpha) >> 8)
}
