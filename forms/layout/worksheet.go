package layout

import "recourse/forms/doc"

// worksheet sets the fields of a form: the label of each, a box with its value,
// and below the box how much of the field the value takes.
func (s *setter) worksheet(b doc.Worksheet, at Place) {
	for i, f := range b.Rows {
		at.Row = i
		s.space(gapTable)
		label := s.fieldLabel(f, at)
		anchor(label, f.Anchor)
		s.whole(label)
		s.space(gapRow)
		at.Cell = 1
		s.add(s.fieldBox(f, at)...)
		at.Cell = 2
		s.below(f, at)
		at.Cell = 0
	}
	s.space(gapHeading)
}

// fieldLabel is the number and the label of a field; a field without either has none.
func (s *setter) fieldLabel(f doc.Field, at Place) []slab {
	runs := f.Label
	if f.Number != "" {
		runs = append(doc.Runs{{Text: f.Number + "  ", Style: doc.Bold}}, runs...)
	}
	return s.paragraph(runs, s.full(bodyLook, at))
}

// fieldBox is the box of a field; an empty one is a line high.
func (s *setter) fieldBox(f doc.Field, at Place) []slab {
	const inset = 2 * cellPadding
	inside := s.full(bodyLook, at)
	inside.start, inside.width, inside.align = inset, inside.width-2*inset, tabular
	slabs := s.paragraphs(f.Value, inside)
	if len(slabs) == 0 {
		slabs = []slab{{height: bodyLook.pitch}}
	}
	return s.framed(slabs, 0, s.geo.measure, at.Block)
}

// below sets what stands below a box: its notes at the start, how much it takes
// at the end.
func (s *setter) below(f doc.Field, at Place) {
	count := s.full(captionLook, at)
	count.align = finally
	count.width = min(s.width(f.Count, captionLook), s.geo.measure/2)
	count.start = s.geo.measure - count.width
	notes := s.full(captionLook, at)
	notes.place.Cell = 3
	notes.width -= count.width + columnGap
	set := beside(s.geo.room(), s.paragraph(f.Count, count), s.paragraphs(f.Notes, notes))
	if len(f.Count)+len(f.Notes) == 0 {
		return
	}
	s.keep = true
	s.space(Point)
	s.add(set...)
}
