package vm

import (
	"context"
	"image"

	"recourse/forms/filing"
	"recourse/forms/layout"
	"recourse/i18n"
)

// Pictures draws pages of finished documents.
type Pictures interface {
	// Warm begins to get ready beside the window, and returns at once.
	Warm()
	// Page draws a page of a PDF, the first being 0, at so many pixels per
	// point. It may take seconds, and ends early when the context does.
	Page(ctx context.Context, name string, pdf []byte, page int, scale float64) (image.Image, error)
}

// PreviewScreen is the document as it will be filed, a page at a time.
type PreviewScreen struct {
	Beside   bool   // there are pages, or will be: they have a column of their own
	Title    string // what the picture shows
	Page     string // which page it is, and of how many; "" where there is no picture
	Picture  image.Image
	Ratio    float32 // of the height of the page to its width
	Areas    []Area
	Hint     string // what a click does
	Note     string // words in the place of the picture: what is being done, or why there is none
	Previous string // words that turn the page back; "" on the first
	Next     string // words that turn it on; "" on the last
}

// Area is where the words of one answer stand on a page.
type Area struct {
	At    Path
	Name  string // the question
	Boxes []Box
}

// Box is a rectangle in shares of the width and height of the page, from its
// upper left corner.
type Box struct{ X, Y, Width, Height float32 }

// preview makes the document of a check and its pictures beside the window.
type preview struct {
	c       *Check
	made    filing.Document
	picture image.Image
	page    int  // of the picture
	want    int  // the page that was asked for last
	failed  bool // there will be no picture
	round   int  // of work: an outcome of an older one is stale
	stop    context.CancelFunc
}

// begin makes the document anew and draws its first page, where nothing is
// missing.
func (p *preview) begin() {
	p.halt()
	p.made, p.picture, p.page, p.want, p.failed = filing.Document{}, nil, 0, 0, false
	w := p.c.a.w
	if w.Pictures == nil || !p.c.v.state.Complete() {
		return
	}
	request := p.c.request(exportFiling)
	p.work(func() (filing.Document, error) { return produce(w, request) })
}

// turn draws another page, so many on.
func (p *preview) turn(by int) {
	to := p.want + by
	if p.picture == nil || to < 0 || to >= p.made.Pages {
		return
	}
	p.halt()
	p.want = to
	made := p.made
	p.work(func() (filing.Document, error) { return made, nil })
}

// halt calls off what is being drawn.
func (p *preview) halt() {
	p.round++
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

// work makes the document, draws the wanted page, and shows it.
func (p *preview) work(produce func() (filing.Document, error)) {
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	round, page, width, pictures, name := p.round, p.want, p.c.a.pictures, p.c.a.w.Pictures, string(p.c.v.p.ID)
	p.c.a.w.Dispatch.Go(func() func() {
		made, err := produce()
		var picture image.Image
		if err == nil && page < len(made.Plans) {
			picture, err = pictures.Page(ctx, name, made.PDF, page, scaleOf(made.Plans[page], width))
		}
		return func() {
			stop()
			if round == p.round {
				p.drawn(made, picture, page, err)
			}
		}
	})
}

// scaleOf is how many pixels of a picture of the width make a point.
func scaleOf(plan layout.Plan, width int) float64 {
	if width <= 0 {
		return 1
	}
	return float64(width) / plan.Width.Points()
}

// drawn takes the outcome of work.
func (p *preview) drawn(made filing.Document, picture image.Image, page int, err error) {
	p.stop = nil
	if err != nil || picture == nil {
		p.failed, p.picture = true, nil
		p.c.found = unshown(made.Problems, p.c.v.state.Problems)
	} else {
		p.made, p.picture, p.page = made, picture, page
	}
	p.c.a.publish()
}

func (p *preview) screen() *PreviewScreen {
	a := p.c.a
	if a.w.Pictures == nil {
		return nil
	}
	lang := a.documentLanguage(p.c.v.p, p.c.v.state).Tag
	s := &PreviewScreen{Title: a.t.Text("ui.preview.title", i18n.Args{"language": i18n.Language(a.tag, lang)})}
	switch {
	case !p.c.v.state.Complete():
		s.Note = a.text("ui.preview.later")
	case p.failed:
		s.Note = a.text("ui.preview.none")
	case p.picture == nil:
		s.Note, s.Beside = a.text("ui.preview.busy"), true
	default:
		s.Beside = true
		p.show(s)
	}
	return s
}

// show describes the page on screen.
func (p *preview) show(s *PreviewScreen) {
	t, plan := p.c.a.t, p.made.Plans[p.page]
	s.Page = t.Text("ui.preview.page", i18n.Args{"page": p.page + 1, "pages": p.made.Pages})
	s.Picture, s.Ratio = p.picture, float32(plan.Height.Points()/plan.Width.Points())
	s.Areas, s.Hint = p.areas(plan), t.Text("ui.preview.hint", nil)
	if p.page > 0 {
		s.Previous = t.Text("ui.preview.previous", nil)
	}
	if p.page+1 < p.made.Pages {
		s.Next = t.Text("ui.preview.next", nil)
	}
}

// areas lists the answers on a page that the interview can go to, in the order
// in which the document says them.
func (p *preview) areas(plan layout.Plan) []Area {
	var out []Area
	at := map[Path]int{}
	for _, h := range plan.Hits {
		i, known := at[h.From]
		if !known {
			if pageOf(p.c.v.pages, h.From) < 0 {
				continue
			}
			i = len(out)
			at[h.From] = i
			out = append(out, Area{At: h.From, Name: p.c.v.label(h.From)})
		}
		out[i].Boxes = append(out[i].Boxes, boxOf(h, plan))
	}
	return out
}

func boxOf(h layout.Hit, plan layout.Plan) Box {
	wide, high := float32(plan.Width), float32(plan.Height)
	return Box{float32(h.X) / wide, float32(h.Y) / high, float32(h.Width) / wide, float32(h.Height) / high}
}

// TurnPage shows another page of the preview, so many on; a negative number goes
// back.
func (c *Check) TurnPage(by int) { c.preview.turn(by) }

// SetPictureWidth says how many pixels wide pictures of pages are from now on.
func (a *App) SetPictureWidth(pixels int) { a.pictures = pixels }
