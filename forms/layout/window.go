package layout

import "recourse/forms/doc"

// zone is where a window shows the sheet, whichever way it lies in its envelope:
// distances from the left and the upper edge of the sheet, in mm.
type zone struct{ left, top, width, height float64 }

// zoneOf returns the zone of a window; ok is false for none.
//
// DIN 5008, form B, has the address from 62.7 mm to 90 mm; form A, 18 mm higher,
// leaves no room for a sender. The other figures follow from windows that are
// sold: 35 by 100 mm, 20 mm from the right and from the lower edge of a DL
// envelope (France); 35 by 90 mm, 20 mm from the left and 18 mm from the lower
// edge (United Kingdom); 1 1/8 by 4 1/2 in, 7/8 in from the left and 1/2 in from
// the lower edge of a No. 10 envelope, in which the sheet rests on the fold.
func zoneOf(w doc.Window) (z zone, ok bool) {
	switch w {
	case doc.NoWindow:
		return zone{}, false
	case doc.WindowDIN:
		return zone{inner, 62.7, 70, 27.3}, true
	case doc.WindowRight:
		return zone{105, 55, 75, 24}, true
	case doc.WindowDL:
		return zone{inner, 57, 70, 24}, true
	case doc.WindowNo10:
		return zone{inner, 53, 80, 27}, true
	}
	return zone{}, false
}

// windowed sets an address where its window shows it. Where what stands above
// reaches into the window, or the address is longer, nothing is cut: then the
// address begins lower or ends lower.
func (s *setter) windowed(b doc.Addressee, z zone, at Place) {
	width := mm(z.width)
	line := s.full(addressLook, at)
	line.width, line.start = width, mm(z.left)-s.geo.side
	if s.geo.rtl {
		line.start = s.geo.width - s.geo.side - mm(z.left) - width
	}
	var slabs []slab
	for i, runs := range b.Lines {
		line.place.Row, line.align = i, leftward(s.geo.rtl)
		slabs = append(slabs, s.paragraph(runs, line)...)
	}
	above := s.reached()
	s.space(max(s.gap, mm(z.top)-above))
	used := max(above+s.gap, mm(z.top))
	set := beside(s.geo.room(), slabs)
	for i := range set {
		used += set[i].height
	}
	s.add(set...)
	s.space(max(gapAddressee, mm(z.top+z.height)-used+gapParagraph))
}

// leftward aligns the lines of an address at the left: it is read by those who
// carry it, from the edge of the window.
func leftward(rtl bool) alignment {
	if rtl {
		return finally
	}
	return tabular
}

// reached returns how far down its sheet the flow has come, as if no break came
// but those that are forced.
func (s *setter) reached() Length {
	y := s.geo.top
	if s.fresh {
		return y
	}
	first := len(s.slabs)
	for first > 0 && s.slabs[first-1].part != always {
		first--
	}
	if first > 0 {
		first--
	}
	for i, sl := range s.slabs[first:] {
		y += sl.height + btol(i > 0, sl.gap)
	}
	return y
}
