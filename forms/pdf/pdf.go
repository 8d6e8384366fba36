// Package pdf writes set pages as a PDF file. Call Write with what package
// layout made and the faces that it used.
//
// gofpdf composes the pages, of which it paints nothing but our own operators;
// the faces are cut to the glyphs used, with one code for each pair of glyph and
// text, so that the words can be taken out of the file exactly; pdfcpu reads the
// composed file, and a writer of our own writes it with language, title, links
// and identifier. The same pages give the same bytes: nothing in here asks the
// clock, chance, or a folder.
//
// Every file is tagged after PDF/UA-1 and made to be archived: PDF/A-3a with
// attachments, PDF/A-2a without. The structure comes from the kinds and places
// of the texts on the pages; what is no text of a block is an artifact.
//
// The package does not set text and does not know what it says.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"time"

	"recourse/forms/layout"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// Meta is what the file says of itself.
type Meta struct {
	Title   string
	Lang    i18n.Tag
	Created time.Time // written as the dates of the file, in UTC

	Attachments []Attachment // data inside the file, such as the facts as JSON
}

// Attachment is a file inside the file.
type Attachment struct {
	Name    string // such as "facts.json"
	Media   string // such as "application/json"
	Content []byte
}

// Write writes the pages to w. Each face that a page names must be in f. An
// error leaves w with an incomplete file.
func Write(w io.Writer, pages []layout.Page, f fonts.Set, m Meta) error {
	if len(pages) == 0 {
		return errors.New("write pdf: there are no pages")
	}
	file, err := made(pages, f, m)
	if err == nil {
		err = file.write(w)
	}
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// made composes the pages and returns the finished file.
func made(pages []layout.Page, f fonts.Set, m Meta) (*file, error) {
	p := newPainter(f)
	streams, err := p.pages(pages)
	if err != nil {
		return nil, err
	}
	composed, err := compose(pages, streams)
	if err != nil {
		return nil, err
	}
	file, err := read(composed)
	if err != nil {
		return nil, err
	}
	return file, file.finish(pages, p, m)
}
