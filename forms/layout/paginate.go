package layout

import "slices"

// paginate turns the flow into pages. A page ends at the last place that its
// slabs allow; every slab is looked at a fixed number of times, so that the cost
// grows with the text alone.
func (s *setter) paginate() []Page {
	pages := []Page{}
	for from := 0; from < len(s.slabs) || len(pages) == 0; {
		to := s.pageEnd(from)
		pages = append(pages, s.page(from, to, len(pages)))
		from = to
	}
	s.number(pages)
	return pages
}

// pageEnd returns the end of the page that begins with slab from.
func (s *setter) pageEnd(from int) int {
	height := Length(0)
	for i := from; i < len(s.slabs); i++ {
		sl := &s.slabs[i]
		if i == from {
			height = s.headHeight(from) + sl.height
			continue
		}
		if height += sl.gap + sl.height; sl.part == always {
			return i
		}
		if height > s.geo.room() {
			return s.parted(from, i)
		}
	}
	return len(s.slabs)
}

// parted returns the slab that opens the next page, after from and up to limit:
// the last that may do so freely and leaves the page half full, else the last that
// may do so even where it is unwanted, else limit.
func (s *setter) parted(from, limit int) int {
	half := from
	for height := Length(0); half < limit && height < s.geo.room()/2; half++ {
		height += s.slabs[half].gap + s.slabs[half].height
	}
	for _, try := range []struct {
		worst parting
		above int
	}{{freely, half - 1}, {unwanted, from}} {
		for i := limit; i > max(try.above, from); i-- {
			if s.slabs[i].part <= try.worst {
				return i
			}
		}
	}
	return limit
}

// headHeight returns the height of what is drawn again above slab i where it
// opens a page.
func (s *setter) headHeight(i int) Length {
	if head := s.slabs[i].head; head != nil && s.slabs[i].part != always {
		return head.height
	}
	return 0
}

// page puts the slabs from..to on a sheet.
func (s *setter) page(from, to, number int) Page {
	sheet := slab{}
	y := s.geo.top
	for i := from; i < to; i++ {
		sl := s.slabs[i]
		if i == from {
			if height := s.headHeight(i); height > 0 {
				sheet.put(*sl.head, y)
				y += height
			}
			sl.rects = below(sl.rects)
		} else {
			y += sl.gap
		}
		sheet.put(sl, y)
		for _, name := range sl.anchors {
			s.mark(name, number, y)
		}
		y += sl.height
	}
	return Page{Width: s.geo.width, Height: s.geo.height, RTL: s.geo.rtl, encloses: s.enclosing(from),
		Rects: joined(sheet.rects), Leaders: sheet.leaders, Texts: sheet.texts, Pictures: sheet.pictures}
}

// below cuts from rects what reaches above the top of their slab, which is the
// gap that a slab at the top of a page does not have.
func below(rects []Rect) []Rect {
	out := slices.Clone(rects)
	for i := range out {
		if out[i].Y < 0 {
			out[i].Height, out[i].Y = out[i].Height+out[i].Y, 0
		}
	}
	return out
}

// joined merges areas of one colour that continue each other downwards, so that
// no seam shows between them.
func joined(rects []Rect) []Rect {
	var out []Rect
	for _, r := range rects {
		at := slices.IndexFunc(out, func(o Rect) bool {
			return o.X == r.X && o.Width == r.Width && o.Colour == r.Colour && o.Block == r.Block && o.Y+o.Height == r.Y
		})
		if at < 0 {
			out = append(out, r)
		} else {
			out[at].Height += r.Height
		}
	}
	return out
}
