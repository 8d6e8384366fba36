package layout

import (
	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// enclose begins an enclosure on a new page, or goes on with the document itself.
func (s *setter) enclose(e doc.Enclosure) {
	s.enclosures = append(s.enclosures, e)
	s.fresh = true
}

// current returns the index of the enclosure in hand, 0 for the document itself.
func (s *setter) current() int {
	if n := len(s.enclosures); n > 0 && !s.enclosures[n-1].IsZero() {
		return n
	}
	return 0
}

// enclosing returns the index of the enclosure that the page with slab from is in.
func (s *setter) enclosing(from int) int {
	if from < len(s.slabs) {
		return s.slabs[from].encloses
	}
	return 0
}

// enclosure returns what a page is in; zero for the document itself.
func (s *setter) enclosure(p *Page) doc.Enclosure {
	if p.encloses == 0 {
		return doc.Enclosure{}
	}
	return s.enclosures[p.encloses-1]
}

// number numbers the pages: those of the document itself through, those of each
// enclosure from 1.
func (s *setter) number(pages []Page) {
	counts := map[int]int{}
	for i := range pages {
		counts[pages[i].encloses]++
		pages[i].Number = counts[pages[i].encloses]
	}
	for i := range pages {
		pages[i].Of = counts[pages[i].encloses]
	}
}

// overlong reports each enclosure that has more pages than the body takes.
func (s *setter) overlong(pages []Page) {
	for i := range pages {
		e, p := s.enclosure(&pages[i]), pages[i]
		if p.Number == p.Of && e.Most > 0 && p.Of > e.Most {
			s.problems = append(s.problems, forms.Problem{Code: forms.TooManyPages, At: e.At,
				Args: i18n.Args{"count": p.Of, "max": e.Most}})
		}
	}
}
