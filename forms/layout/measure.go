package layout

import (
	"math"

	"recourse/forms/doc"
	"recourse/i18n/fonts"
)

// The measures of the page; design figures unless a reason is given.
const (
	inner  = 30.0 // mm, the margin at the binding side: left, or right in right-to-left documents
	outer  = 25.0 // mm, the other three margins
	labels = 57.0 // mm, the column of labels

	footRule = 22.0 // mm, the rule above the footer, from the lower edge
	footText = 20.5 // mm, the top of the footer
	bannerAt = 11.0 // mm, the top of the banner, from the upper edge
)

// The room above and between things, in points; measured on the drawing.
const (
	gapLetterhead = 20 * Point
	gapAddressee  = 23 * Point
	gapReference  = 3 * Point
	gapStacked    = 3 * Point // beside it, below letters that reach deep, as those of Khmer
	gapHeading    = 16 * Point
	gapSubheading = 11 * Point
	gapAfterHead  = 4 * Point
	gapFacts      = 6 * Point
	gapRow        = 3 * Point
	gapPart       = 3 * Point // between paragraphs of one value or item
	gapParagraph  = 5 * Point
	gapItem       = 3 * Point
	gapTable      = 8 * Point
	gapNotice     = 9 * Point
	gapSignature  = 20 * Point
	handRoom      = 40 * Point // for the hand, above the rule of a signature
	columnGap     = 12 * Point
	numberGutter  = 29 * Point // hanging numbers of paragraphs, at least
	numberGap     = 6 * Point
	cellPadding   = 4 * Point
	hairline      = Point / 2
)

// The colours of the page. Grey and the links reach 6:1 on white.
const (
	ink     Colour = 0x111111
	grey    Colour = 0x4D5862
	link    Colour = 0x0F5C63
	rule    Colour = 0x8B969F
	hair    Colour = 0xC9CED3
	tint    Colour = 0xF1F5F5
	amber   Colour = 0x7A4F00
	amberOn Colour = 0xFFF3D6
)

func mm(x float64) Length { return Length(math.Round(x * 72 / 25.4 * float64(Point))) }

// geometry is the sheet and its text area.
type geometry struct {
	width, height Length // of the sheet
	top, bottom   Length // of the text area
	side          Length // the margin where lines begin
	measure       Length // the width of the text area
	rtl           bool
}

func geometryOf(p doc.Paper, rtl bool) geometry {
	g := geometry{width: mm(210), height: mm(297), rtl: rtl}
	if p == doc.Letter {
		g.width, g.height = 612*Point, 792*Point
	}
	g.top, g.bottom = mm(outer), g.height-mm(outer)
	g.side = mm(inner)
	g.measure = g.width - mm(inner) - mm(outer)
	return g
}

// room is the height of the text area.
func (g geometry) room() Length { return g.bottom - g.top }

// left returns the X of the left edge of a box that begins at the given
// distance from the side where lines begin.
func (g geometry) left(start, width Length) Length {
	if g.rtl {
		return g.width - g.side - start - width
	}
	return g.side + start
}

// look is how text is set: the size of its face, the distance of base lines,
// the cut and the colour.
type look struct {
	size, pitch Length
	style       fonts.Style
	colour      Colour
}

// The looks of the parts of a document.
var (
	bodyLook      = look{11 * Point, 16500, 0, ink}
	labelLook     = look{11 * Point, 16500, 0, grey}
	titleLook     = look{17 * Point, 21500, fonts.Bold, ink}
	referenceLook = look{10 * Point, 15 * Point, 0, grey}
	headLook      = look{12500, 18 * Point, fonts.Bold, ink}
	subheadLook   = look{11 * Point, 16500, fonts.Bold, ink}
	tableHeadLook = look{9500, 13500, fonts.Bold, ink}
	tableLook     = look{10 * Point, 14500, 0, ink}
	addressLook   = look{11 * Point, 13500, 0, ink}
	captionLook   = look{9 * Point, 13 * Point, 0, grey}
	footerLook    = look{8500, 12 * Point, 0, grey}
	bannerLook    = look{9500, 13500, fonts.Bold, amber}
)

// with returns the look of a run of the style inside text of this look.
func (l look) with(s doc.Style) look {
	if s&doc.Bold != 0 {
		l.style |= fonts.Bold
	}
	if s&doc.Italic != 0 {
		l.style |= fonts.Italic
	}
	if s&doc.Grey != 0 {
		l.colour = grey
	}
	if s&doc.Small != 0 {
		l.size, l.pitch = l.size*9/11, l.pitch*9/11
	}
	return l
}

// ascent and descent are those of Noto Serif, in thousandths of the em; every
// line takes its base line from them, whatever faces stand on it.
const ascent, descent = 1069, 293

// baseline returns the distance of the base line from the top of a line.
func (l look) baseline() Length {
	return (l.pitch-l.size*(ascent+descent)/1000)/2 + l.size*ascent/1000
}
