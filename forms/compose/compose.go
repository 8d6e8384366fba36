// Package compose writes a document: from the state of a procedure and the texts
// of a language to a doc.Document, block by block as the outline says.
//
// Document makes the filing, its reading copy, or a sheet. Every word of the
// person's carries the path of its answer; nothing comes from anywhere but
// State.Known, so that a hidden or private answer cannot get in. Marks of how
// far the law is verified stand in reading copies and sheets, never in a filing.
package compose

import (
	"strings"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/i18n"
)

// Copy is which of the documents of a procedure is made.
type Copy uint8

// The copies.
const (
	Filing    Copy = iota // what is filed
	Reading               // the same in the reader's language, with notices and marks, not for filing
	Sheet                 // a sheet of its own outline, with notices and marks, never filed
	Bilingual             // the filing beside the same in the reader's language, not for filing
)

// Options says which document is made.
type Options struct {
	Texts *i18n.Catalog // the texts of the document's language, complete for documents
	Copy  Copy
	Sheet string // id of the sheet, for Sheet
	// Beside are the texts of the reader's language, for Bilingual.
	Beside *i18n.Catalog
	// Exhibits are the files of the case, for their fingerprints.
	Exhibits []forms.Exhibit
	// Signature is a picture of the signature, for blocks that are signed so.
	Signature doc.Picture
}

// Document composes a document. The problems are those that do not show in the
// state: words without a translation into the document's language.
func Document(s interview.State, o Options) (doc.Document, []forms.Problem) {
	if o.Copy == Bilingual && o.Beside != nil {
		return bilingual(s, o)
	}
	w := &writer{p: s.Procedure, s: s, t: o.Texts, lang: o.Texts.Tag(), copy: o.Copy, exhibits: exhibitNumbers(s),
		stored: o.Exhibits, picture: o.Signature}
	d := doc.Document{Lang: w.lang, Title: w.t.Plain("doc.title", nil), Footer: w.footer("doc.short"),
		PageOf: w.t.Plain("doc.page", i18n.Args{"page": "{page}", "pages": "{pages}"}), Paper: doc.Paper(s.Procedure.Paper)}
	outline := s.Procedure.Outline
	switch o.Copy {
	case Filing, Bilingual:
		if s.Procedure.Role == forms.PortalWorksheet {
			d.Banner = w.t.Plain("doc.worksheet", nil)
		}
	case Reading:
		d.Banner = w.t.Plain("doc.reading-copy", nil)
	case Sheet:
		d.Banner = w.t.Plain(sheetBanner(o.Sheet), nil)
		d.Footer = w.footer(i18n.Key("ask.h." + o.Sheet))
		d.Title = w.t.Plain(i18n.Key("doc.title."+o.Sheet), nil)
		w.title = i18n.Key("doc.title." + o.Sheet)
		outline = sheet(s.Procedure, o.Sheet)
	}
	for _, b := range outline {
		w.block(b)
	}
	if o.Copy == Reading {
		w.block(forms.Block{Kind: forms.BlockDeadlines})
		w.block(forms.Block{Kind: forms.BlockNotices})
	}
	w.settle()
	w.annexes()
	d.Blocks = w.blocks
	return d, w.problems
}

// sheetBanner says whom a sheet is for: counsel, or the person alone.
func sheetBanner(id string) i18n.Key {
	if id == "counsel" {
		return "doc.counsel"
	}
	return "doc.information"
}

func sheet(p *forms.Procedure, id string) []forms.Block {
	for _, s := range p.Sheets {
		if s.ID == id {
			return s.Outline
		}
	}
	return nil
}

// writer composes one document from top to bottom.
type writer struct {
	p        *forms.Procedure
	s        interview.State
	t        *i18n.Catalog
	lang     i18n.Tag
	copy     Copy
	title    i18n.Key // of a sheet
	exhibits map[string]int
	stored   []forms.Exhibit
	picture  doc.Picture
	blocks   []doc.Block
	problems []forms.Problem

	translations []translation // that stand in the document
	section      int           // number of the section in hand
	para         int           // number of the paragraph in hand within number
	number       string        // number of the heading in hand, before the paragraph's
	annex        []annexed
	pending      []pending
	under        bool // below an option of a checklist: paragraphs without numbers
}

func (w *writer) add(b doc.Block) { w.blocks = append(w.blocks, b) }

// own is a run of the document's own words.
func own(text string) doc.Run { return doc.Run{Text: text} }

// text is a text of the catalog without arguments, as runs.
func (w *writer) text(k i18n.Key) doc.Runs { return doc.Runs{own(w.t.Plain(k, nil))} }

// label is the label of a question in the document.
func (w *writer) label(id forms.ID) doc.Runs { return w.text(w.p.Key("doc.q", id)) }

func (w *writer) footer(title i18n.Key) string {
	short := w.t.Plain(title, nil)
	if name, ok := w.s.Known.Value("person.name").(forms.Person); ok {
		return short + " · " + i18n.Isolate(fullName(name))
	}
	return short
}

func fullName(p forms.Person) string { return strings.TrimSpace(p.Given + " " + p.Family) }

func styled(runs doc.Runs, style doc.Style) doc.Runs {
	out := make(doc.Runs, len(runs))
	for i, r := range runs {
		r.Style |= style
		out[i] = r
	}
	return out
}

// joined puts a separator of the document's own between parts.
func joined(parts []doc.Runs, separator string) doc.Runs {
	var out doc.Runs
	for i, p := range parts {
		if i > 0 {
			out = append(out, own(separator))
		}
		out = append(out, p...)
	}
	return out
}
