package layout

import (
	"strings"

	"recourse/forms/doc"
)

// The measures of what is signed and completed by hand.
const (
	handLine  = 24 * Point // a line for the hand
	sealWidth = 45.0       // mm
	sealSide  = 38.0       // mm, the least height of the frame for a seal
	lineLabel = 42.0       // mm, the labels of lines for the hand
)

// paper sets a block of the furniture of court papers, forms and letters.
func (s *setter) paper(b doc.Block, at Place) {
	switch b := b.(type) {
	case doc.Parties:
		s.parties(b, at)
	case doc.HandLines:
		s.handLines(b, at)
	case doc.PageCount:
		s.pageCount(b, at)
	case doc.Worksheet:
		s.worksheet(b, at)
	case doc.Enclosure:
		s.enclose(b)
	}
}

// parties sets who stands against whom: the names at the start, the role of
// each at the end of a line of its own.
func (s *setter) parties(b doc.Parties, at Place) {
	s.space(gapHeading)
	set := func(runs doc.Runs, l look, a alignment, gap Length) {
		line := s.full(l, at)
		line.align = a
		slabs := s.paragraph(runs, line)
		s.space(gap)
		s.add(slabs...)
		s.keep = s.keep || len(slabs) > 0
		at.Row++
	}
	for i, p := range b.List {
		s.keep = false
		if i > 0 && !p.Beside {
			set(b.Against, labelLook, naturally, gapHeading)
		}
		set(p.Name, subheadLook, tabular, gapNotice)
		for _, runs := range p.Details {
			set(runs, labelLook, tabular, 0)
		}
		set(p.Role, bodyLook, finally, 0)
	}
	s.keep = false
	s.space(gapHeading)
}

// handLines sets a statement and the lines that somebody completes by hand,
// beside them the frame for a seal.
func (s *setter) handLines(b doc.HandLines, at Place) {
	if at.Block > 0 && at.Block <= len(s.doc.Blocks) {
		_, signed := s.doc.Blocks[at.Block-1].(doc.Signature)
		s.keep = signed
	}
	s.space(gapSignature)
	s.wary = true
	s.whole(s.paragraph(b.Statement, s.full(bodyLook, at)))
	width := s.geo.measure
	var seal []slab
	if len(b.Seal) > 0 {
		width -= mm(sealWidth) + columnGap
		at.Row = len(b.Lines) + 1
		seal = s.seal(b.Seal, max(mm(sealSide), handLine*Length(len(b.Lines))), at)
	}
	var lines []slab
	for i, l := range b.Lines {
		at.Row = i + 1
		lines = append(lines, s.handLine(l, width, at)...)
	}
	s.space(gapFacts)
	s.whole(beside(s.geo.room(), lines, seal))
	s.keep = false
	s.space(gapSignature)
}

// handLine sets a label and the line beside it, with what stands on the line.
func (s *setter) handLine(l doc.HandLine, width Length, at Place) []slab {
	split := min(mm(lineLabel), width/2)
	label := s.full(labelLook, at)
	label.width, label.align = split-columnGap, tabular
	at.Cell = 1
	value := s.full(bodyLook, at)
	value.start, value.width, value.align = split, width-split, tabular
	set := beside(s.geo.room()-handLine, lowered(s.paragraph(l.Label, label)), lowered(s.paragraph(l.Value, value)))
	last := &set[len(set)-1]
	last.height = max(last.height, handLine-hairline)
	last.put(s.ruled(split, width-split, rule, at.Block), last.height)
	last.height += hairline
	return set
}

// lowered moves the only line of a text down to where the line for the hand is.
func lowered(slabs []slab) []slab {
	if len(slabs) == 1 && slabs[0].height < handLine {
		pad(&slabs[0], handLine-slabs[0].height-2*Point)
	}
	return slabs
}

// seal sets the frame for a seal, with its words inside.
func (s *setter) seal(words doc.Runs, height Length, at Place) []slab {
	width := mm(sealWidth)
	start := s.geo.measure - width
	inside := box{start: start + cellPadding, width: width - 2*cellPadding, look: captionLook, place: at}
	slabs := s.paragraph(words, inside)
	used := Length(0)
	for i := range slabs {
		used += slabs[i].height
	}
	slabs = append(slabs, slab{height: max(height-used-2*cellPadding, 0)})
	return s.framed(slabs, start, width, at.Block)
}

// framed puts a frame around slabs. Where a page ends within, the frame is open.
func (s *setter) framed(slabs []slab, start, width Length, block int) []slab {
	for i := range slabs {
		first, last := i == 0, i == len(slabs)-1
		sl := slabs[i]
		out := slab{gap: sl.gap, part: sl.part, anchors: sl.anchors}
		out.height = sl.height + btol(first, cellPadding) + btol(last, cellPadding)
		sl.anchors = nil
		out.put(sl, btol(first, cellPadding))
		above := btol(!first, sl.gap)
		for _, x := range []Length{start, start + width - hairline} {
			out.rects = append(out.rects, Rect{s.geo.left(x, hairline), -above, hairline, out.height + above, rule, block})
		}
		if first {
			out.put(s.bar(start, width, block), 0)
		}
		if last {
			out.put(s.bar(start, width, block), out.height-hairline)
		}
		slabs[i] = out
	}
	return slabs
}

// bar is a rule as long as a frame is wide.
func (s *setter) bar(start, width Length, block int) slab { return s.ruled(start, width, rule, block) }

// hand sets the rule that is signed on, with what stands on it: the typed name, or
// a picture of the signature.
func (s *setter) hand(b doc.Signature, half box) slab {
	half.place.Row, half.align = 2, tabular
	typed := stack(s.paragraph(b.Typed, half))
	room := max(handRoom, typed.height+gapRow)
	out := slab{height: room + hairline, rects: s.ruled(half.start, half.width, ink, half.place.Block).rects}
	for i := range out.rects {
		out.rects[i].Y = room
	}
	if len(typed.texts) > 0 {
		out.put(typed, room-typed.height-gapRow/2)
	}
	if !b.Image.IsZero() {
		out.pictures = []Picture{s.signatureImage(b.Image, half, room)}
	}
	return out
}

// signatureImage stands a little above the rule, so that its ground does not cover
// it, as large as the room for the hand allows.
func (s *setter) signatureImage(p doc.Picture, half box, room Length) Picture {
	width, height := int64(half.width)*9/10, int64(room-gapRow)
	if w := height * int64(p.Width) / int64(p.Height); w < width {
		width = max(w, 1)
	} else {
		height = max(width*int64(p.Height)/int64(p.Width), 1)
	}
	out := Picture{Width: Length(width), Height: Length(height), Data: p.Data, Alt: p.Alt, Place: half.place}
	out.X, out.Y = s.geo.left(half.start, out.Width), room-gapRow/2-out.Height
	return out
}

// pageCount sets a line with the number of pages.
func (s *setter) pageCount(b doc.PageCount, at Place) {
	s.space(gapParagraph)
	text := strings.ReplaceAll(b.Text, "{pages}", s.pageOf(allPages(s.current())))
	s.whole(s.paragraph(doc.Runs{{Text: text}}, s.full(bodyLook, at)))
	s.keep = false
}
