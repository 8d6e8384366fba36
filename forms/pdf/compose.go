package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"recourse/forms/layout"
)

// canvas is all that is asked of the library that composes pages.
type canvas interface {
	AddPageFormat(orientation string, size gofpdf.SizeType)
	RawWriteStr(operators string)
	Output(w *bytes.Buffer) error
}

// sheets is gofpdf as a canvas.
type sheets struct{ *gofpdf.Fpdf }

func (s sheets) Output(w *bytes.Buffer) error { return s.Fpdf.Output(w) }

// newCanvas returns an empty canvas that does nothing by itself: no margins, no
// breaks, no dates of its own.
func newCanvas() canvas {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // the finish does it
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return sheets{f}
}

// compose puts one stream of operators on each page and returns the file. The
// library panics on some inputs; that becomes an error.
func compose(pages []layout.Page, streams []string) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("compose pages: %v", r)
		}
	}()
	c := newCanvas()
	for i, p := range pages {
		c.AddPageFormat("P", gofpdf.SizeType{Wd: p.Width.Points(), Ht: p.Height.Points()})
		c.RawWriteStr(streams[i])
	}
	var out bytes.Buffer
	if err := c.Output(&out); err != nil {
		return nil, fmt.Errorf("compose pages: %w", err)
	}
	return out.Bytes(), nil
}
