package layout

import (
	"cmp"
	"slices"

	"recourse/forms/doc"
	"recourse/i18n"
)

// bilingual sets two documents side by side: each row begins where the longer
// side of the one before ended, and each column runs as its language does.
func (s *setter) bilingual(b doc.Bilingual, at Place) {
	columns := [2]*setter{s.side(b, 0), s.side(b, 1)}
	head := s.bilingualHead(b, columns, at)
	for _, column := range columns {
		column.geo.bottom -= lengthOf(head) // which stands above them on later pages
	}
	for i, row := range b.Rows {
		at.Row = i + 1
		var sides [2][]slab
		gap, heading := Length(0), false
		for k, column := range columns {
			at.Cell = k
			sides[k] = column.cell(row[k], at)
			if len(sides[k]) > 0 {
				gap = max(gap, sides[k][0].gap)
			}
			heading = heading || headed(row[k])
		}
		s.space(max(gap, gapParagraph))
		slabs := beside((s.geo.room()-btol(head != nil, lengthOf(head)))/2, sides[0], sides[1])
		for k := range slabs {
			slabs[k].head = head
			s.parting(&slabs[k], btol(k == 0, s.gap), at.Block)
		}
		s.add(slabs...)
		s.keep = heading
	}
	for _, column := range columns {
		s.problems = append(s.problems, column.problems...)
		s.counts = s.counts || column.counts
	}
	s.space(gapTable)
}

func lengthOf(head *slab) Length {
	if head == nil {
		return 0
	}
	return head.height
}

// headed tells whether blocks end with a heading, which stays with what follows.
func headed(blocks []doc.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	_, ok := blocks[len(blocks)-1].(doc.Heading)
	return ok
}

const sideGap = 18 * Point // between the columns

// side returns a setter of one column, which shares all else with s.
func (s *setter) side(b doc.Bilingual, k int) *setter {
	out := *s
	out.doc.Lang, out.problems = b.Langs[k], nil
	width := (s.geo.measure - sideGap) / 2
	x := s.geo.left(Length(k)*(width+sideGap), width)
	out.geo.measure, out.geo.side, out.geo.rtl = width, x, b.Langs[k].Dir() == i18n.RTL
	if out.geo.rtl {
		out.geo.side = s.geo.width - x - width
	}
	var all []doc.Block
	for _, row := range b.Rows {
		all = append(all, row[k]...)
	}
	out.gutter = out.numberWidth(all)
	return &out
}

// cell sets the blocks of one side of a row. The texts of the blocks become
// paragraphs of the cell, in the order of reading.
func (s *setter) cell(blocks []doc.Block, at Place) []slab {
	s.doc.Blocks, s.slabs = blocks, nil
	s.gap, s.keep, s.wary, s.fresh = 0, false, false, false
	for i, b := range blocks {
		s.block(i, b)
	}
	order := s.places()
	for i := range s.slabs {
		s.slabs[i].head = nil
		s.slabs[i].move(func(p Place) Place {
			n, _ := slices.BinarySearchFunc(order, p, comparePlaces)
			return Place{Block: at.Block, Row: at.Row, Cell: at.Cell, Para: n}
		}, at.Block)
	}
	return s.slabs
}

// places lists the places of all texts and pictures, in the order of reading.
func (s *setter) places() []Place {
	var out []Place
	for _, sl := range s.slabs {
		for _, t := range sl.texts {
			out = append(out, t.Place)
		}
		for _, p := range sl.pictures {
			out = append(out, p.Place)
		}
	}
	slices.SortFunc(out, comparePlaces)
	return slices.CompactFunc(out, func(a, b Place) bool { return comparePlaces(a, b) == 0 })
}

// comparePlaces orders places as they are read.
func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Para, b.Para))
}

// move gives what a slab holds to another block.
func (s *slab) move(to func(Place) Place, block int) {
	for i := range s.texts {
		s.texts[i].Place = to(s.texts[i].Place)
	}
	for i := range s.pictures {
		s.pictures[i].Place = to(s.pictures[i].Place)
	}
	for i := range s.rects {
		s.rects[i].Block = block
	}
	for i := range s.leaders {
		s.leaders[i].Block = block
	}
}

// parting draws the line between the columns beside a slab and over the gap above.
func (s *setter) parting(sl *slab, gap Length, block int) {
	x := s.geo.left((s.geo.measure-hairline)/2, hairline)
	gap = max(sl.gap, gap)
	sl.rects = append(sl.rects, Rect{x, -gap, hairline, sl.height + gap, hair, block})
}

// bilingualHead adds the names of the languages and returns them as they are
// drawn again on later pages.
func (s *setter) bilingualHead(b doc.Bilingual, columns [2]*setter, at Place) *slab {
	s.space(gapTable)
	var sides [2][]slab
	for k, runs := range b.Heads {
		at.Cell = k
		sides[k] = columns[k].paragraph(runs, columns[k].full(tableHeadLook, at))
	}
	slabs := beside(s.geo.room(), sides[0], sides[1])
	last := &slabs[len(slabs)-1]
	last.put(s.ruled(0, s.geo.measure, rule, at.Block), last.height+cellPadding)
	last.height += cellPadding + hairline
	s.whole(slabs)
	if whole := stack(slabs); whole.height <= s.geo.room()/3 {
		whole.height += gapParagraph
		again := repeated(whole)
		return &again
	}
	return nil
}

// narrow tells whether the measure is too small for two columns: then what
// stands side by side on a sheet stands below each other.
func (s *setter) narrow() bool { return s.geo.measure < 2*mm(labels) }

// narrowFacts sets each value below its label.
func (s *setter) narrowFacts(b doc.Facts, at Place) {
	for i, row := range b.Rows {
		at.Row = i
		label, value := s.full(captionLook, at), s.full(bodyLook, at)
		label.align, value.align, value.place.Cell = tabular, tabular, 1
		slabs := append(s.paragraph(row.Label, label), s.paragraphs(row.Value, value)...)
		anchor(slabs, row.Anchor)
		s.add(slabs...)
	}
}

// narrowLetterhead sets place and date below the sender.
func (s *setter) narrowLetterhead(b doc.Letterhead, at Place) {
	for i, runs := range b.Sender {
		line := s.full(labelLook, Place{Block: at.Block, Row: i})
		line.align = tabular
		if i == 0 {
			line.look = bodyLook
		}
		s.add(s.paragraph(runs, line)...)
	}
	at.Row, at.Cell = len(b.Sender), 1
	date := s.full(bodyLook, at)
	date.align = finally
	s.space(gapParagraph)
	s.add(s.paragraph(b.PlaceDate, date)...)
	s.space(gapLetterhead)
}
