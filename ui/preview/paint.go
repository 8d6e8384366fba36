package preview

import (
	"errors"
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium"
	faults "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// most is how many pixels a picture can have: four times what an A4 page has at
// 200 dots per inch.
const most = 16 << 20

// The ways in which a page cannot be drawn that the caller can do something
// about.
var (
	ErrNotPDF  = errors.New("it is not a PDF that can be read")
	ErrNoPage  = errors.New("it has no such page")
	ErrTooMuch = errors.New("the picture would be too large: ask for a smaller scale")
)

// paint draws a page. The picture is a copy that the instance knows nothing of.
func paint(p pdfium.Pdfium, data []byte, page int, scale float64) (image.Image, error) {
	doc, err := read(p, data)
	if err != nil {
		return nil, err
	}
	defer closed(p, doc)
	if err := has(p, doc, page); err != nil {
		return nil, err
	}
	at := pageOf(doc, page)
	size, err := p.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return nil, fmt.Errorf("measure the page: %w", err)
	}
	width, height, err := pixels(size.Width, size.Height, scale)
	if err != nil {
		return nil, err
	}
	made, err := p.RenderPageInPixels(&requests.RenderPageInPixels{Page: at, Width: width, Height: height})
	if err != nil {
		return nil, fmt.Errorf("draw the page: %w", err)
	}
	defer made.Cleanup()
	return copied(made.Result.Image), nil
}

// read opens a PDF in the instance.
func read(p pdfium.Pdfium, data []byte) (references.FPDF_DOCUMENT, error) {
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err == nil {
		return opened.Document, nil
	}
	for _, known := range []error{faults.ErrFile, faults.ErrFormat, faults.ErrPassword, faults.ErrSecurity} {
		if errors.Is(err, known) {
			return "", fmt.Errorf("%w (%w)", ErrNotPDF, err)
		}
	}
	return "", fmt.Errorf("read it: %w", err)
}

// closed gives a document back.
func closed(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) {
	_, _ = p.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc}) // an instance that cannot is given up
}

// has returns an error where a document does not have a page.
func has(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, page int) error {
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return fmt.Errorf("count its pages: %w", err)
	}
	if page < 0 || page >= count.PageCount {
		return fmt.Errorf("%w: it has %d", ErrNoPage, count.PageCount)
	}
	return nil
}

func pageOf(doc references.FPDF_DOCUMENT, page int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: page}}
}

// pixels returns the size of a picture of a page that is so many points large.
func pixels(width, height, scale float64) (w, h int, err error) {
	x, y := math.Round(width*scale), math.Round(height*scale)
	switch {
	case !(x >= 1 && y >= 1):
		return 0, 0, fmt.Errorf("a page of %.0f by %.0f points has no picture at %g pixels per point", width, height, scale)
	case x*y > most:
		return 0, 0, ErrTooMuch
	}
	return int(x), int(y), nil
}

// copied takes a picture out of the memory of the module.
func copied(m *image.RGBA) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	for y := range m.Rect.Dy() {
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], m.Pix[y*m.Stride:])
	}
	return out
}
