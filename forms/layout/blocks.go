package layout

import (
	"github.com/go-text/typesetting/language"

	"recourse/forms/doc"
)

// block sets block i of the document.
func (s *setter) block(i int, b doc.Block) {
	at := Place{Block: i}
	switch b := b.(type) {
	case doc.Letterhead:
		s.letterhead(b, at)
	case doc.Addressee:
		s.addressee(b, at)
	case doc.Title:
		s.title(b, at)
	case doc.Heading:
		s.heading(b, at)
	case doc.Facts:
		s.facts(b, at)
	case doc.Paragraph:
		s.numbered(b, at)
	case doc.List:
		s.list(b, at)
	case doc.Table:
		s.table(b, at)
	case doc.Signature:
		s.signature(b, at)
	case doc.Notice:
		s.notice(b, at)
	case doc.Contents:
		s.contents(b, at)
	case doc.Parties, doc.HandLines, doc.PageCount, doc.Worksheet, doc.Enclosure:
		s.paper(b, at)
	case doc.Bilingual:
		s.bilingual(b, at)
	case doc.Space:
		s.space(s.gap + Length(min(max(b.Lines, 0), 1000)*float64(bodyLook.pitch)))
	case doc.PageBreak:
		s.fresh = true
	}
}

// full is the box of the whole measure.
func (s *setter) full(l look, at Place) box { return box{width: s.geo.measure, look: l, place: at} }

func (s *setter) letterhead(b doc.Letterhead, at Place) {
	if s.narrow() {
		s.narrowLetterhead(b, at)
		return
	}
	date := s.full(bodyLook, at)
	date.place.Cell, date.align = 1, finally
	date.width = min(s.width(b.PlaceDate, bodyLook), s.geo.measure*45/100)
	date.start = s.geo.measure - date.width
	right := s.paragraph(b.PlaceDate, date)
	var left []slab
	for i, runs := range b.Sender {
		line := s.full(labelLook, Place{Block: at.Block, Row: i})
		line.align = tabular
		if i == 0 {
			line.look = bodyLook
		}
		if len(left) < len(right) {
			line.width -= date.width + columnGap
		}
		left = append(left, s.paragraph(runs, line)...)
	}
	s.add(beside(s.geo.room(), left, right)...)
	s.space(gapLetterhead)
}

func (s *setter) addressee(b doc.Addressee, at Place) {
	if z, ok := zoneOf(b.Window); ok {
		s.windowed(b, z, at)
		return
	}
	s.space(gapParagraph)
	var slabs []slab
	for i, runs := range b.Lines {
		at.Row = i
		line := s.full(bodyLook, at)
		line.align = tabular
		slabs = append(slabs, s.paragraph(runs, line)...)
	}
	s.add(beside(s.geo.room(), slabs)...)
	s.space(gapAddressee)
}

func (s *setter) title(b doc.Title, at Place) {
	s.space(gapHeading)
	s.whole(s.paragraph(b.Text, s.full(titleLook, at)))
	at.Row = 1
	s.space(gapReference + btol(scriptOf(s.doc.Lang) == language.Khmer, gapStacked))
	s.whole(s.paragraph(b.Reference, s.full(referenceLook, at)))
	s.space(gapHeading - 2*Point)
}

// whole adds slabs that neither part nor stand at the foot of a page.
func (s *setter) whole(slabs []slab) {
	for i := range slabs {
		if i > 0 {
			slabs[i].part = never
		}
	}
	s.add(slabs...)
	s.keep = s.keep || len(slabs) > 0
}

func (s *setter) heading(b doc.Heading, at Place) {
	l, gap := headLook, gapHeading
	if b.Level > 1 {
		l, gap = subheadLook, gapSubheading
	}
	s.space(gap)
	slabs := s.hanging(b.Number, b.Text, s.headNumber(b.Number, l), s.full(l, at))
	anchor(slabs, b.Anchor)
	if !s.narrow() { // contents list no headings of columns
		anchor(slabs, anchorOf(at.Block, b))
	}
	s.whole(slabs)
	s.space(gapAfterHead)
}

// headNumber returns the room for the number of a heading.
func (s *setter) headNumber(number string, l look) Length {
	if number == "" {
		return 0
	}
	return min(s.width(doc.Runs{{Text: number}}, l)+numberGap, s.geo.measure/3)
}

// hanging sets runs with a number beside their first line, in a gutter of the
// given width at the start of the box.
func (s *setter) hanging(number string, runs doc.Runs, gutter Length, b box) []slab {
	mark := b
	mark.width = max(gutter-numberGap/2, 0)
	mark.align = tabular
	b.start, b.width = b.start+gutter, b.width-gutter
	b.place.Cell = 1
	slabs := s.paragraph(runs, b)
	if number == "" {
		return slabs
	}
	return hang(s.paragraph(doc.Runs{{Text: number}}, mark), slabs)
}

// hang puts a marker beside the lines of a text, first line beside first line.
func hang(marker, text []slab) []slab {
	for i, m := range marker {
		if i == len(text) {
			text = append(text, slab{part: never})
		}
		m.put(text[i], 0)
		m.gap, m.height, m.part = text[i].gap, max(m.height, text[i].height), text[i].part
		text[i] = m
	}
	return text
}

func anchor(slabs []slab, name string) {
	if len(slabs) > 0 && name != "" {
		slabs[0].anchors = append(slabs[0].anchors, name)
	}
}

func (s *setter) numbered(b doc.Paragraph, at Place) {
	s.space(gapParagraph)
	whole := s.full(bodyLook, at)
	if b.Quote {
		whole.start, whole.width = s.gutter, whole.width-s.gutter-columnGap
	}
	slabs := s.hanging(b.Number, b.Text, btol(b.Number != "", s.gutter), whole)
	anchor(slabs, b.Anchor)
	s.add(slabs...)
	s.keep = s.keep || b.KeepWithNext && len(slabs) > 0
}

func btol(b bool, l Length) Length {
	if b {
		return l
	}
	return 0
}

func (s *setter) list(b doc.List, at Place) {
	gutter, start := s.markerWidth(b.Items), btol(b.Indent, s.gutter)
	for i, item := range b.Items {
		s.space(gapItem)
		at.Row = i
		mark := s.full(bodyLook, at)
		mark.start, mark.width, mark.align = start, gutter-numberGap/2, tabular
		text := s.full(bodyLook, at)
		text.start, text.width, text.place.Cell = start+gutter, text.width-start-gutter, 1
		slabs := hang(s.paragraph(doc.Runs{{Text: item.Marker}}, mark), s.paragraphs(item.Text, text))
		anchor(slabs, item.Anchor)
		s.add(slabs...)
	}
}

// markerWidth returns the room for the markers of a list.
func (s *setter) markerWidth(items []doc.Item) Length {
	widest := 18 * Point
	for _, item := range items {
		if item.Marker != "" {
			widest = max(widest, s.width(doc.Runs{{Text: item.Marker}}, bodyLook)+numberGap)
		}
	}
	return min(widest, s.geo.measure/3)
}

func (s *setter) signature(b doc.Signature, at Place) {
	s.space(gapSignature)
	s.wary = true
	half := s.full(bodyLook, at)
	sentence := s.paragraph(b.Sentence, half)
	for i := range sentence {
		sentence[i].part = max(sentence[i].part, parting(btoi(i > 0)))
	}
	s.add(sentence...)
	s.keep = len(sentence) > 0
	s.space(gapSignature)
	half.width = half.width / 2
	half.place.Row = 1
	s.whole(s.paragraph(b.PlaceDate, half))
	var byHand []slab
	if len(b.PlaceDate) == 0 && len(b.ByHand) > 0 {
		byHand = s.byHand(b.ByHand, half)
		half.start += half.width + columnGap
		half.width -= columnGap
	}
	s.whole(beside(s.geo.room(), byHand, s.signed(b, half)))
	s.keep = false
	s.space(gapSignature)
}

// byHand is a rule for place and date, with its words below.
func (s *setter) byHand(words doc.Runs, half box) []slab {
	half.look = captionLook
	text := s.paragraph(words, half)
	if len(text) > 0 {
		text[0].gap = gapRow
	}
	return append([]slab{s.hand(doc.Signature{}, half)}, text...)
}

// signed is the rule that is signed on, with name, capacity and caption below.
func (s *setter) signed(b doc.Signature, half box) []slab {
	slabs := []slab{s.hand(b, half)}
	half.align = tabular
	for i, runs := range []doc.Runs{b.Name, b.Capacity, b.Caption} {
		half.place.Row = 3 + i
		if i > 0 {
			half.look = captionLook
		}
		text := s.paragraph(runs, half)
		if i == 0 && len(text) > 0 {
			text[0].gap = gapRow
		}
		slabs = append(slabs, text...)
	}
	return slabs
}

// ruled returns a slab that is a thin rule.
func (s *setter) ruled(start, width Length, c Colour, block int) slab {
	return slab{height: hairline, rects: []Rect{{s.geo.left(start, width), 0, width, hairline, c, block}}}
}

// The bar and the inset of a notice.
const (
	noticeBar   = 2500
	noticeInset = 12 * Point
	noticePad   = 6 * Point
)

func (s *setter) notice(b doc.Notice, at Place) {
	inside := s.full(bodyLook, at)
	inside.start, inside.width = noticeInset, inside.width-2*noticeInset
	slabs := s.paragraphs(b.Text, inside)
	if len(slabs) == 0 {
		return
	}
	s.space(gapNotice)
	for i := range slabs {
		pad := Length(0)
		if i == 0 {
			pad = noticePad
		}
		if i > 0 {
			slabs[i].part = max(slabs[i].part, unwanted)
		}
		slabs[i] = s.boxed(slabs[i], pad, btol(i == len(slabs)-1, noticePad), at.Block)
	}
	s.add(slabs...)
	s.space(gapNotice)
}

// boxed puts the ground and the bar of a notice behind a line, with padding
// above and below; the ground reaches over the gap above.
func (s *setter) boxed(sl slab, above, below Length, block int) slab {
	out := slab{gap: sl.gap, part: sl.part, height: above + sl.height + below}
	out.put(sl, above)
	width := s.geo.measure
	out.rects = append(out.rects,
		Rect{s.geo.left(0, width), -sl.gap, width, out.height + sl.gap, tint, block},
		Rect{s.geo.left(0, noticeBar), -sl.gap, noticeBar, out.height + sl.gap, link, block})
	return out
}
