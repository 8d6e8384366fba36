// Package sheet makes the recovery sheet of a vault as a document to print: what
// it is, the key in groups, and how to use it. Call Print. It knows nothing of
// vaults; what stands on the sheet comes in as text.
package sheet

import (
	"bytes"
	"fmt"
	"strings"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/pdf"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// Sheet is what is printed.
type Sheet struct {
	Vault string   // the id of the vault
	Key   []string // the groups of the recovery key
	Made  string   // the day it was made, in words
}

// perLine is how many groups stand on a line, so that they are easily compared.
const perLine = 5

// Document is the sheet in the language of a catalog, with the words "sheet.".
func Document(t *i18n.Catalog, s Sheet) doc.Document {
	word := func(key i18n.Key) doc.Runs { return doc.Runs{{Text: t.Text("sheet."+key, nil)}} }
	rows := []doc.Fact{
		{Label: word("vault"), Value: []doc.Runs{code(s.Vault)}},
		{Label: word("made"), Value: []doc.Runs{{{Text: s.Made}}}},
		{Label: word("key"), Value: lines(s.Key)},
	}
	return doc.Document{Lang: t.Tag(), Title: t.Text("sheet.title", nil), Footer: t.Text("sheet.title", nil),
		PageOf: t.Plain("doc.page", i18n.Args{"page": "{page}", "pages": "{pages}"}), Paper: doc.A4,
		Blocks: []doc.Block{
			doc.Title{Text: word("title")},
			doc.Paragraph{Text: word("lead")},
			doc.Facts{Rows: rows},
			doc.Paragraph{Text: word("how")},
			doc.Notice{Text: []doc.Runs{word("warning"), word("where")}},
		}}
}

// code is text that reads from left to right wherever it stands.
func code(text string) doc.Runs { return doc.Runs{{Text: text, Lang: "en", Style: doc.Bold}} }

// lines puts the groups of a key on lines; the first, which is the same on all
// sheets, on one of its own.
func lines(groups []string) []doc.Runs {
	var out []doc.Runs
	if len(groups) > 0 {
		out, groups = append(out, code(groups[0])), groups[1:]
	}
	for len(groups) > 0 {
		n := min(perLine, len(groups))
		out, groups = append(out, code(strings.Join(groups[:n], " "))), groups[n:]
	}
	return out
}

// Print is PDF with the faces of all documents.
func Print(t *i18n.Catalog, s Sheet) ([]byte, error) {
	f, err := fonts.Document()
	if err != nil {
		return nil, fmt.Errorf("set recovery sheet: %w", err)
	}
	return PDF(t, f, s)
}

// PDF is the sheet as a file. An error names a character that no face can draw,
// or is a failure of the program itself.
func PDF(t *i18n.Catalog, f fonts.Set, s Sheet) ([]byte, error) {
	d := Document(t, s)
	pages, missing := layout.Pages(d, f)
	if len(missing) > 0 {
		return nil, fmt.Errorf("set recovery sheet: %s", missing[0].Code)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, pages, f, pdf.Meta{Title: d.Title, Lang: d.Lang}); err != nil {
		return nil, fmt.Errorf("write recovery sheet: %w", err)
	}
	return b.Bytes(), nil
}
