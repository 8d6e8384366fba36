package layout

import (
	"strconv"
	"strings"

	"recourse/forms/doc"
)

// furnish adds banner and footer, now that the number of pages is known.
func (s *setter) furnish(pages []Page) {
	for i := range pages {
		s.banner(&pages[i])
		s.footer(&pages[i])
	}
}

// banner sets the line on top of the page, on a ground of its own.
func (s *setter) banner(p *Page) {
	if s.doc.Banner == "" || !s.enclosure(p).IsZero() {
		return
	}
	b := box{start: noticeInset, width: s.geo.measure - 2*noticeInset, look: bannerLook, place: Place{Block: Furniture}}
	lines := s.clipped(doc.Runs{{Text: s.doc.Banner}}, b, 2)
	height := bannerLook.pitch*Length(len(lines)) + noticePad
	width := s.geo.measure
	top := mm(bannerAt) - btol(len(lines) > 1, bannerLook.pitch/2)
	p.Rects = append(p.Rects, Rect{s.geo.left(0, width), top, width, height, amberOn, Furniture})
	p.put(lines, top+noticePad/2)
}

// footer sets the thin rule, the short title and the number of the page.
func (s *setter) footer(p *Page) {
	words := s.doc.Footer
	if e := s.enclosure(p); !e.IsZero() {
		words = e.Footer
	}
	pageOf := strings.NewReplacer("{page}", strconv.Itoa(p.Number), "{pages}", strconv.Itoa(p.Of)).Replace(s.doc.PageOf)
	side := box{look: footerLook, align: finally, place: Place{Block: Furniture, Row: 2}}
	side.width = min(s.width(doc.Runs{{Text: pageOf}}, footerLook), s.geo.measure/2)
	side.start = s.geo.measure - side.width
	title := box{width: side.start - columnGap, look: footerLook, align: tabular, place: Place{Block: Furniture, Row: 1}}
	line := s.ruled(0, s.geo.measure, rule, Furniture).rects[0]
	line.Y = s.geo.height - mm(footRule)
	p.Rects = append(p.Rects, line)
	top := s.geo.height - mm(footText)
	p.put(s.clipped(doc.Runs{{Text: words}}, title, 3), top)
	p.put(s.clipped(doc.Runs{{Text: pageOf}}, side, 3), top)
}

// clipped sets furniture in at most so many lines. The words of the furniture
// are the document's own and repeat its title, so nothing is lost by a cut.
func (s *setter) clipped(runs doc.Runs, b box, most int) []line {
	lines := s.lines(runs, b)
	return lines[:min(len(lines), most)]
}

// put adds lines to the page, the first of them at the given Y.
func (p *Page) put(lines []line, y Length) {
	for _, ln := range lines {
		for _, t := range ln.texts {
			t.Y += y
			p.Texts = append(p.Texts, t)
		}
		y += ln.height
	}
}
