package layout

import (
	"strings"

	"recourse/forms"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// Length is a measure on the page in thousandths of a point. A point is 1/72
// inch.
type Length int32

// Point is one point.
const Point Length = 1000

// Points returns the length in points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Colour is a colour of the sRGB space as 0xRRGGBB.
type Colour uint32

// Page is one finished sheet. X runs from the left edge to the right and Y from
// the top edge down. Rects are painted first, then Pictures and Texts in the
// order of reading.
type Page struct {
	Width, Height Length
	Number, Of    int  // as at its foot: an enclosure is numbered by itself
	RTL           bool // the document runs from right to left
	Rects         []Rect
	Texts         []Text
	Links         []Link
	Pictures      []Picture
	Leaders       []Leader

	encloses int // index of the enclosure that it is in
}

// Rect is a filled area: a rule, a tint or the bar of a notice. X and Y are its
// upper left corner.
type Rect struct {
	X, Y, Width, Height Length
	Colour              Colour
	Block               int // as in Place; Furniture for the rule above the footer
}

// Leader is a row of round dots that leads the eye along a line. X and Y are the
// middle of the first dot; the last is Count-1 times Pitch to the right of it.
type Leader struct {
	X, Y, Pitch Length
	Thick       Length // of a dot
	Count       int
	Colour      Colour
	Block       int // as in Place
}

// Picture is a picture on the page, such as that of a signature. X and Y are its
// upper left corner.
type Picture struct {
	X, Y, Width, Height Length
	Data                []byte // PNG or JPEG; must not be changed
	Alt                 string // what it shows, in the language of the document
	Place               Place
	Kind                Kind // of the block of Place
}

// Text is a stretch of glyphs on one line, of one face, size, direction and
// origin. The Texts of a line follow each other in the order of reading; within
// a Text the Clusters stand from left to right, whatever its direction.
type Text struct {
	Face     fonts.Name
	Size     Length
	X, Y     Length // the left end of the base line
	Width    Length
	Colour   Colour
	RTL      bool
	Heavy    bool // to be drawn bolder than the face is, which has no bold cut
	Lang     i18n.Tag
	From     forms.Path // the answer that the words came from
	Ref      string     // the anchor that the words refer to; "" for none
	Place    Place
	Kind     Kind // of the block of Place
	Break    bool // a forced line break follows
	Clusters []Cluster
}

// String returns the characters of t in the order of reading.
func (t Text) String() string {
	var b strings.Builder
	for i := range t.Clusters {
		if t.RTL {
			b.WriteString(t.Clusters[len(t.Clusters)-1-i].Text)
		} else {
			b.WriteString(t.Clusters[i].Text)
		}
	}
	return b.String()
}

// Cluster is the smallest piece of text that is drawn as a whole: a letter with
// its marks, a ligature. One without Glyphs only carries its Text: a space at
// the end of a line, or a character that no face can draw.
type Cluster struct {
	Text    string
	X       Length // of its origin, from the X of the Text
	Advance Length
	Em      int32 // the advance in thousandths of the em of the face
	Glyphs  []Glyph
}

// Glyph is one glyph of a cluster; X and Y shift its origin from that of the
// cluster, in thousandths of the em, Y upwards.
type Glyph struct {
	ID   uint32
	X, Y int32
}

// Furniture is the Block of a Place that belongs to the page, not to a block of
// the document: footer and banner.
const Furniture = -1

// Place tells which part of the document a Text is.
//
// Row and Cell count within the block: a row of Facts with the label in cell 0
// and the value in 1, an item of a List with its marker in 0, a Table with its
// head in row 0, the lines of a Letterhead with place and date in cell 1, Text
// and Reference of a Title; Sentence, PlaceDate or ByHand, what stands on the
// rule, Name, Capacity and Caption of a Signature; the Statement of HandLines,
// each line with its label in cell 0, the Seal; a Field of a Worksheet with its
// label in cell 0, the value in 1, the count in 2, the notes in 3; a Bilingual
// with its heads in row 0 and a cell for each side. A number before a heading or paragraph is cell 0, its text cell 1;
// so it is in a row of Contents, which has the number of the page in cell 2.
// Furniture has the banner in row 0, the short title in 1, the page in 2.
type Place struct {
	Block, Row, Cell int
	Para             int  // the paragraph within the cell
	Repeated         bool // a head of a table that is drawn again on a later page
}

// Link is an area of a page that leads to a place inside the document.
type Link struct {
	X, Y, Width, Height Length
	Ref                 string // the anchor
	Page                int    // the index of the target page
	Top                 Length // the Y of the target
	Place               Place  // of the text that is the link
	Label               string // its characters
	Text                int    // the index of its first Text on the page
}
