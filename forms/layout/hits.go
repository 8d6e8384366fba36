package layout

import "recourse/forms"

// Plan is what a picture of a page needs to know: how large the page is, and
// where on it stand the words of which answer.
type Plan struct {
	Width, Height Length
	Hits          []Hit // in the order of reading
}

// Hit is an area of a page with words that come from an answer. X and Y are its
// upper left corner, on the page. An answer has one for each stretch of a line.
type Hit struct {
	X, Y, Width, Height Length
	From                forms.Path
}

// Plans returns the plan of each page.
func Plans(pages []Page) []Plan {
	out := make([]Plan, len(pages))
	for i, p := range pages {
		out[i] = Plan{p.Width, p.Height, nil}
		for _, t := range p.Texts {
			if t.From != "" && t.Width > 0 {
				out[i].Hits = append(out[i].Hits, t.hit())
			}
		}
	}
	return out
}

// How far an area reaches above and below the base line, in thousandths of the
// size: as far as letters with marks do, and not into the next line.
const (
	hitAbove = 1000
	hitBelow = 350
)

func (t Text) hit() Hit {
	above, below := t.Size*hitAbove/1000, t.Size*hitBelow/1000
	return Hit{t.X, t.Y - above, t.Width, above + below, t.From}
}

// At returns the answer whose words stand at a point of the page; ok is false
// where there are none.
func (p Plan) At(x, y Length) (from forms.Path, ok bool) {
	for _, h := range p.Hits {
		if x >= h.X && x < h.X+h.Width && y >= h.Y && y < h.Y+h.Height {
			return h.From, true
		}
	}
	return "", false
}
