package layout

import "recourse/forms/doc"

func (s *setter) facts(b doc.Facts, at Place) {
	split := min(mm(labels), s.geo.measure/2)
	s.space(gapFacts)
	if s.narrow() {
		s.narrowFacts(b, at)
		return
	}
	for i, row := range b.Rows {
		at.Row = i
		label := s.full(labelLook, at)
		label.width, label.align = split-columnGap, tabular
		value := s.full(bodyLook, at)
		value.start, value.width, value.align, value.place.Cell = split, value.width-split, tabular, 1
		s.space(gapRow)
		slabs := beside(s.geo.room(), s.paragraph(row.Label, label), s.paragraphs(row.Value, value))
		anchor(slabs, row.Anchor)
		s.add(slabs...)
	}
}

func (s *setter) table(b doc.Table, at Place) {
	s.space(gapTable)
	columns := s.columns(b)
	room := s.geo.room()
	head := s.tableHead(b, columns, at)
	if head != nil {
		room -= head.height
	}
	for i, r := range b.Rows {
		at.Row = i + 1
		slabs := s.row(r.Cells, columns, room, tableLook, hair, at)
		for k := range slabs {
			slabs[k].head = head
		}
		anchor(slabs, r.Anchor)
		s.add(slabs...)
	}
	s.space(gapTable)
}

// tableHead adds the head of a table and returns it as it is drawn again on
// later pages: nil where there is none, or where it would fill the page.
func (s *setter) tableHead(b doc.Table, columns []column, at Place) *slab {
	if len(b.Head) == 0 {
		return nil
	}
	slabs := s.row(b.Head, columns, s.geo.room(), tableHeadLook, rule, at)
	s.whole(slabs)
	if whole := stack(slabs); whole.height <= s.geo.room()/3 {
		again := repeated(whole)
		return &again
	}
	return nil
}

// column is a column of a table: where it starts and how wide it is.
type column struct{ start, width Length }

// columns shares the measure among the columns of a table. A column without a
// share has an equal one, and none is narrower than a few letters.
func (s *setter) columns(b doc.Table) []column {
	count := len(b.Head)
	for _, r := range b.Rows {
		count = max(count, len(r.Cells))
	}
	shares, sum := make([]float64, count), 0.0
	for i := range shares {
		shares[i] = 1
		if i < len(b.Widths) && b.Widths[i] > 0 {
			shares[i] = b.Widths[i]
		}
		sum += shares[i]
	}
	for i := range shares {
		shares[i] = max(shares[i]/sum, 1/(3*float64(count)))
	}
	return s.spread(shares)
}

// spread turns shares, which need not sum to one, into columns.
func (s *setter) spread(shares []float64) []column {
	sum := 0.0
	for _, share := range shares {
		sum += share
	}
	gaps := columnGap * Length(max(len(shares)-1, 0))
	free := float64(max(s.geo.measure-gaps, 0))
	columns := make([]column, len(shares))
	at := Length(0)
	for i, share := range shares {
		columns[i] = column{at, Length(share / sum * free)}
		at += columns[i].width + columnGap
	}
	return columns
}

// row sets the cells of one row, with padding and a rule below; it stays whole
// where the room holds it.
func (s *setter) row(cells []doc.Runs, columns []column, room Length, l look, c Colour, at Place) []slab {
	list := make([][]slab, len(cells))
	for i, runs := range cells {
		at.Cell = i
		list[i] = s.paragraph(runs, box{start: columns[i].start, width: columns[i].width, look: l, align: tabular, place: at})
	}
	const extra = 2*cellPadding + hairline
	slabs := beside(room-extra, list...)
	first, last := &slabs[0], &slabs[len(slabs)-1]
	pad(first, cellPadding)
	line := s.ruled(0, s.geo.measure, c, at.Block)
	last.put(line, last.height+cellPadding)
	last.height += cellPadding + hairline
	return slabs
}

// pad adds room inside a slab, above what it holds.
func pad(sl *slab, above Length) {
	out := slab{gap: sl.gap, part: sl.part, height: sl.height + above}
	out.put(*sl, above)
	*sl = out
}

// repeated marks the texts of a table head as drawn again.
func repeated(head slab) slab {
	out := head
	out.anchors, out.texts = nil, append([]Text(nil), head.texts...)
	for i := range out.texts {
		out.texts[i].Place.Repeated = true
	}
	return out
}
