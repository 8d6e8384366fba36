package layout

import (
	"maps"
	"strconv"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n/fonts"
)

// passes is how often a document is set at most until the numbers of pages that it
// names agree with where things stand. Two do, unless a number that has grown by a
// digit moves a line over to the next page.
const passes = 6

// numbers is the page of each anchor, as it was found by the pass before.
type numbers map[string]string

// settled sets the document again and again until the numbers of pages in it are
// right; a document that names none is set once.
func settled(d doc.Document, f fonts.Set) ([]Page, []forms.Problem) {
	shaper, known := newShaper(f), numbers{}
	for pass := 1; ; pass++ {
		s := newSetter(d, shaper)
		s.numbers = known
		for i, b := range d.Blocks {
			s.block(i, b)
		}
		pages := s.paginate()
		found := s.found(pages)
		if !s.counts || pass == passes || maps.Equal(found, known) {
			s.furnish(pages)
			s.overlong(pages)
			return s.finish(pages), s.problems
		}
		known = found
	}
}

// allPages stands among the anchors for the number of all pages of an enclosure, in
// a way that no anchor of a document is named.
func allPages(enclosure int) string { return "\x00pages" + strconv.Itoa(enclosure) }

// found returns the page of each anchor, now that all have their places.
func (s *setter) found(pages []Page) numbers {
	found := numbers{}
	for _, p := range pages {
		found[allPages(p.encloses)] = strconv.Itoa(p.Of)
	}
	for name, at := range s.targets {
		found[name] = strconv.Itoa(pages[at.page].Number)
	}
	return found
}

// pageOf returns the number of the page of an anchor, of two digits as long as it is
// not known.
func (s *setter) pageOf(anchor string) string {
	s.counts = true
	if number, known := s.numbers[anchor]; known {
		return number
	}
	return "00"
}

// anchorOf returns the anchor of the heading that is block i: its own, or one that
// only rows of contents refer to.
func anchorOf(i int, h doc.Heading) string {
	if h.Anchor != "" {
		return h.Anchor
	}
	return "\x00" + strconv.Itoa(i)
}

// The room for the number of a page in contents, at least, and the dots before it:
// how far apart they stand and how thick they are.
const (
	pageNumberRoom = 24 * Point
	dotPitch       = 5 * Point
	dotThick       = 800
)

// contents sets a row for each heading that follows.
func (s *setter) contents(b doc.Contents, at Place) {
	s.space(gapParagraph)
	gutter := s.contentsGutter(b)
	row := 0
	for i, other := range s.doc.Blocks {
		h, ok := other.(doc.Heading)
		if !ok || i < at.Block || !b.Lists(h) {
			continue
		}
		s.anchors[anchorOf(i, h)] = true
		at.Row, row = row, row+1
		s.space(gapItem)
		s.add(s.contentsRow(h, anchorOf(i, h), gutter, at)...)
	}
	s.space(gapParagraph)
}

// contentsGutter returns the room for the widest number of the rows, 0 where none
// has a number.
func (s *setter) contentsGutter(b doc.Contents) Length {
	widest := Length(0)
	for _, other := range s.doc.Blocks {
		if h, ok := other.(doc.Heading); ok && b.Lists(h) && h.Number != "" {
			widest = max(widest, s.width(doc.Runs{{Text: h.Number}}, bodyLook)+2*numberGap)
		}
	}
	return min(widest, s.geo.measure/3)
}

// contentsRow sets the number and the words of a heading, and behind their last
// line dots and the number of the page.
func (s *setter) contentsRow(h doc.Heading, anchor string, gutter Length, at Place) []slab {
	page := s.full(bodyLook, at)
	page.place.Cell, page.align = 2, finally
	number := doc.Runs{{Text: s.pageOf(anchor), Ref: anchor}}
	page.width = max(s.width(number, bodyLook)+numberGap, pageNumberRoom)
	page.start = s.geo.measure - page.width
	title := s.full(bodyLook, at)
	title.align = tabular
	title.start = Length(max(h.Level, 1)-1) * numberGap * 2
	title.width = page.start - title.start
	text := s.hanging(h.Number, referring(h.Text, anchor), gutter, title)
	for i := range text {
		text[i].part = parting(btoi(i > 0)) * never
	}
	if len(text) == 0 {
		return nil
	}
	last := &text[len(text)-1]
	s.dots(last, page, at.Block)
	for _, sl := range s.paragraph(number, page) {
		last.put(sl, 0)
	}
	inked(text)
	return text
}

// referring returns runs that all refer to an anchor.
func referring(runs doc.Runs, anchor string) doc.Runs {
	out := make(doc.Runs, len(runs))
	for i, r := range runs {
		r.Ref, r.Page = anchor, false
		out[i] = r
	}
	return out
}

// inked takes the colour of references from words: a row of contents is one as a
// whole.
func inked(slabs []slab) {
	for _, sl := range slabs {
		for i := range sl.texts {
			sl.texts[i].Colour = ink
		}
	}
}

// dots draws the dots between the words of a line and the number of the page. They
// stand at the same distances on all lines.
func (s *setter) dots(line *slab, page box, block int) {
	left, right := s.geo.left(page.start, page.width)+page.width, s.geo.left(0, s.geo.measure)+s.geo.measure
	if !s.geo.rtl {
		left, right = s.geo.left(0, s.geo.measure), left-page.width
	}
	for _, t := range line.texts {
		if s.geo.rtl {
			right = min(right, t.X)
		} else {
			left = max(left, t.X+t.Width)
		}
	}
	left = (left + numberGap/2 + dotPitch - 1) / dotPitch * dotPitch
	if count := int((right - numberGap/2 - left) / dotPitch); count > 0 {
		line.leaders = append(line.leaders, Leader{X: left, Y: bodyLook.baseline() - dotThick/2, Pitch: dotPitch,
			Thick: dotThick, Count: count, Colour: grey, Block: block})
	}
}
