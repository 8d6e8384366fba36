package layout

import "recourse/forms/doc"

// slab is a piece of the flow that no page break parts. X of what it holds are
// those of the page, Y count from its top.
type slab struct {
	gap      Length // the room above it, but not at the top of a page
	height   Length
	part     parting
	texts    []Text
	rects    []Rect
	leaders  []Leader
	pictures []Picture
	anchors  []string
	head     *slab // drawn again above it where it opens a page
	encloses int   // index of the enclosure that it is in
}

// parting tells whether a page may begin with a slab.
type parting uint8

const (
	freely   parting = iota
	unwanted         // only where the page has no free place in its lower half
	never            // only where there is no other place at all
	always           // a page begins here
)

// add appends slabs to the flow, the first of them below the gap that is due.
func (s *setter) add(slabs ...slab) {
	if len(slabs) == 0 {
		return
	}
	first := &slabs[0]
	first.gap = max(first.gap, s.gap)
	switch {
	case s.fresh && len(s.slabs) > 0:
		first.part = always
	case s.keep:
		first.part = never
	case s.wary:
		first.part = max(first.part, unwanted)
	}
	for i := range slabs {
		slabs[i].encloses = s.current()
	}
	s.slabs = append(s.slabs, slabs...)
	s.gap, s.keep, s.wary, s.fresh = 0, false, false, false
}

// space asks for at least so much room before the next slab.
func (s *setter) space(l Length) { s.gap = max(s.gap, l) }

// paragraph sets runs as slabs, a line each, that never leave a single line of
// two or more alone on a page.
func (s *setter) paragraph(runs doc.Runs, b box) []slab {
	lines := s.lines(runs, b)
	slabs := make([]slab, len(lines))
	for i, ln := range lines {
		slabs[i] = slab{height: ln.height, texts: ln.texts}
		if i == 1 || i > 0 && i == len(lines)-1 {
			slabs[i].part = never
		}
	}
	return slabs
}

// paragraphs sets several paragraphs below each other in one cell.
func (s *setter) paragraphs(list []doc.Runs, b box) []slab {
	var all []slab
	for i, runs := range list {
		b.place.Para = i
		slabs := s.paragraph(runs, b)
		if len(slabs) > 0 && len(all) > 0 {
			slabs[0].gap = gapPart
		}
		all = append(all, slabs...)
	}
	return all
}

// stack makes one slab of several, as they would stand on a page.
func stack(slabs []slab) slab {
	var out slab
	for i, sl := range slabs {
		if i == 0 {
			out = slab{gap: sl.gap, part: sl.part, head: sl.head}
			sl.gap = 0
		}
		out.put(sl, out.height+sl.gap)
		out.height += sl.gap + sl.height
	}
	return out
}

// put adds what another slab holds, with its top at the given Y.
func (s *slab) put(other slab, top Length) {
	for _, t := range other.texts {
		t.Y += top
		s.texts = append(s.texts, t)
	}
	for _, r := range other.rects {
		r.Y += top
		s.rects = append(s.rects, r)
	}
	for _, l := range other.leaders {
		l.Y += top
		s.leaders = append(s.leaders, l)
	}
	for _, p := range other.pictures {
		p.Y += top
		s.pictures = append(s.pictures, p)
	}
	s.anchors = append(s.anchors, other.anchors...)
}

// beside sets columns side by side: as one slab where that fits the room, else
// line by line, so that a row longer than a page can go on on the next.
func beside(room Length, columns ...[]slab) []slab {
	var row slab
	for _, c := range columns {
		whole := stack(c)
		row.put(whole, 0)
		row.height = max(row.height, whole.height)
	}
	if row.height <= room {
		return []slab{row}
	}
	return abreast(columns)
}

// abreast joins the first lines of all columns, the second, and so on.
func abreast(columns [][]slab) []slab {
	var rows []slab
	for _, c := range columns {
		for i, sl := range c {
			if i == len(rows) {
				rows = append(rows, slab{})
			}
			rows[i].put(sl, 0)
			rows[i].height = max(rows[i].height, sl.height)
			rows[i].gap = max(rows[i].gap, sl.gap)
		}
	}
	for i := range rows {
		if i == 1 || i > 0 && i == len(rows)-1 {
			rows[i].part = never
		}
	}
	return rows
}
