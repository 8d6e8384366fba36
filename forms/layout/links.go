package layout

import "slices"

// target is where an anchor came to stand.
type target struct {
	page int
	top  Length
}

// mark notes where an anchor stands; the first of a name counts.
func (s *setter) mark(name string, page int, top Length) {
	if _, known := s.targets[name]; !known {
		s.targets[name] = target{page, top}
	}
}

// finish adds the links, now that all anchors have their places.
func (s *setter) finish(pages []Page) []Page {
	for i := range pages {
		slices.SortStableFunc(pages[i].Texts, inReadingOrder)
		for k := range pages[i].Pictures {
			pages[i].Pictures[k].Kind = s.kind(pages[i].Pictures[k].Place)
		}
		for k := range pages[i].Texts {
			t := &pages[i].Texts[k]
			t.Kind = s.kind(t.Place)
			if to, known := s.targets[t.Ref]; known && t.Ref != "" {
				pages[i].link(k, to)
			}
		}
	}
	return pages
}

// inReadingOrder orders the texts of a page as they are read: block by block, row by
// row and in a row cell by cell, so that a cell of several lines stands together
// when the page is read aloud or its text is taken out. Furniture comes last.
func inReadingOrder(a, b Text) int {
	x, y := a.Place, b.Place
	if x.Block == Furniture || y.Block == Furniture {
		return btoi(x.Block == Furniture) - btoi(y.Block == Furniture)
	}
	return comparePlaces(x, y)
}

// link adds the area of the text with index k, which refers to a target. Pieces
// of one reference that follow each other on a line make one area. Words without
// width, such as a mark alone, have none.
func (p *Page) link(k int, to target) {
	t := p.Texts[k]
	if t.Width <= 0 {
		return
	}
	area := Link{X: t.X, Y: t.Y - t.Size*ascent/1000, Width: t.Width, Height: t.Size * (ascent + descent) / 1000,
		Ref: t.Ref, Page: to.page, Top: to.top, Place: t.Place, Label: t.String(), Text: k}
	if n := len(p.Links); n > 0 && p.Links[n-1].continues(area) {
		p.Links[n-1] = p.Links[n-1].joined(area)
		return
	}
	p.Links = append(p.Links, area)
}

// continues tells whether next belongs to the same reference on the same line.
func (l Link) continues(next Link) bool {
	return l.Ref == next.Ref && l.Place == next.Place &&
		l.Y <= next.Y+next.Height/2 && next.Y <= l.Y+l.Height/2 &&
		(near(l.X+l.Width, next.X) || near(next.X+next.Width, l.X))
}

func near(a, b Length) bool { return a-b < Point && b-a < Point }

// joined returns the area that covers both.
func (l Link) joined(next Link) Link {
	right := max(l.X+l.Width, next.X+next.Width)
	lower := max(l.Y+l.Height, next.Y+next.Height)
	l.X, l.Y = min(l.X, next.X), min(l.Y, next.Y)
	l.Width, l.Height, l.Label = right-l.X, lower-l.Y, l.Label+next.Label
	return l
}
