// Package filing makes the finished documents of a case: it joins the stages of
// the pipeline, from answers to the bytes of a PDF, for the window, the terminal
// program and the tests alike.
//
// Make a Maker once, then call Make for each document. It is pure: the same case
// on the same day gives the same bytes.
package filing

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/forms/layout"
	"recourse/forms/packs"
	"recourse/forms/pdf"
	"recourse/forms/routes"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// Maker makes documents of the procedures of a library.
type Maker struct {
	Library *packs.Library
	Faces   fonts.Set
}

// Request says which document is made of which case.
type Request struct {
	Case      forms.Case
	Procedure forms.ProcedureID
	On        forms.Date   // the day of the document
	Language  i18n.Tag     // of the document; "" for the filing's, else what suits the body
	Copy      compose.Copy // the filing, the reading copy, the bilingual one or a sheet
	Sheet     string       // id of the sheet, where Copy is compose.Sheet
	Attach    Attach       // what is attached to the filing: the facts, if nothing is said
	Readers   []i18n.Tag   // of the second column, where Copy is compose.Bilingual: the first that is not the filing's; none for the person's
	Signature doc.Picture  // of the signature, where the outline has a place for it; may be none
}

// Document is a made document.
type Document struct {
	Content  doc.Document
	PDF      []byte
	Pages    int
	Plans    []layout.Plan // of each page, where the words of which answer stand
	Language routes.Choice
	// Problems are the blocking problems of the case where it is not complete,
	// or characters that cannot be drawn: then there is no PDF. Others, such as
	// missing translations, an annex that is too long and a language that the body
	// does not accept, stand beside a PDF.
	Problems []forms.Problem
}

// UnknownError says that a request names a procedure, a sheet or a language that
// the library does not have, or for the second column of a bilingual copy that of
// the first.
type UnknownError struct {
	What string   // "procedure", "sheet", "language" or "second-language"
	Name string   // as it was asked for
	Have []string // what there is
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("make document: there is no %s %q; there is %q", e.What, e.Name, e.Have)
}

// Make makes a document. An incomplete case gives no PDF and the problems; an
// error is of type *UnknownError, or a failure of the program itself.
func (m Maker) Make(r Request) (Document, error) {
	p, ok := m.Library.Procedure(r.Procedure)
	if !ok {
		return Document{}, m.unknownProcedure(r.Procedure)
	}
	s := interview.ResolveCase(p, r.Case, r.On)
	out := Document{Language: m.Language(r, s)}
	have := m.languages(p.ID, r.Copy)
	texts, ok := m.Library.Texts(p.ID, out.Language.Tag)
	if !ok || !slices.Contains(have, out.Language.Tag) {
		return Document{}, &UnknownError{"language", string(out.Language.Tag), words(have)}
	}
	if err := knownSheet(p, r); err != nil {
		return Document{}, err
	}
	beside, err := m.beside(r, out.Language.Tag)
	if err != nil {
		return Document{}, err
	}
	if blocking := blockers(s.Problems); len(blocking) > 0 {
		out.Problems = blocking
		return out, nil
	}
	out.Content, out.Problems = compose.Document(s, compose.Options{Texts: texts, Copy: r.Copy, Sheet: r.Sheet,
		Beside: beside, Exhibits: r.Case.Exhibits, Signature: r.Signature})
	if r.Copy == compose.Filing && out.Language.Acceptance == routes.NotAccepted {
		out.Problems = append(out.Problems, forms.Problem{Code: forms.LanguageNotAccepted, Args: i18n.Args{
			"language": string(out.Language.Tag)}})
	}
	return m.print(out, r)
}

// beside returns the texts that stand beside those of the filing, nil but for a
// bilingual copy.
func (m Maker) beside(r Request, tag i18n.Tag) (*i18n.Catalog, error) {
	if r.Copy != compose.Bilingual {
		return nil, nil
	}
	readers := append(slices.Clone(r.Readers), r.Case.Language)
	have := slices.DeleteFunc(m.languages(r.Procedure, r.Copy), func(t i18n.Tag) bool { return t == tag })
	for _, reader := range readers {
		if texts, ok := m.Library.Texts(r.Procedure, reader); ok && slices.Contains(have, reader) {
			return texts, nil
		}
	}
	return nil, &UnknownError{"second-language", string(readers[0]), words(have)}
}

// languages lists those in which a copy can be made: with notices, a language
// needs the texts for asking too.
func (m Maker) languages(id forms.ProcedureID, c compose.Copy) []i18n.Tag {
	ask := m.Library.AskLanguages(id)
	return slices.DeleteFunc(m.Library.DocLanguages(id), func(t i18n.Tag) bool {
		return (c == compose.Reading || c == compose.Sheet) && !slices.Contains(ask, t)
	})
}

func (m Maker) unknownProcedure(id forms.ProcedureID) error {
	var have []string
	for _, p := range m.Library.Procedures() {
		have = append(have, string(p.ID))
	}
	return &UnknownError{"procedure", string(id), have}
}

func knownSheet(p *forms.Procedure, r Request) error {
	if r.Copy != compose.Sheet {
		return nil
	}
	var have []string
	for _, s := range p.Sheets {
		have = append(have, s.ID)
	}
	if !slices.Contains(have, r.Sheet) {
		return &UnknownError{"sheet", r.Sheet, have}
	}
	return nil
}

// Language is the language that the document of a request is made in.
func (m Maker) Language(r Request, s interview.State) routes.Choice {
	chosen := r.Language
	if f, ok := r.Case.Filing(r.Procedure); ok && chosen == "" {
		chosen = f.DocumentLanguage
	}
	if r.Copy == compose.Reading && r.Language == "" {
		chosen = r.Case.Language
	}
	accepts, _ := routes.Accepts(s.Procedure, s.Known)
	return routes.DocumentLanguage(accepts, m.Library.DocLanguages(s.Procedure.ID), r.Case.Language, chosen)
}

// print sets the document on pages and writes the file.
func (m Maker) print(out Document, r Request) (Document, error) {
	pages, missing := layout.Pages(out.Content, m.Faces)
	out.Problems = append(out.Problems, missing...)
	if len(blockers(missing)) > 0 {
		return out, nil
	}
	attached, err := attachments(r, out.Content)
	if err != nil {
		return Document{}, err
	}
	var b bytes.Buffer
	err = pdf.Write(&b, pages, m.Faces, pdf.Meta{Title: out.Content.Title, Lang: out.Content.Lang, Attachments: attached,
		Created: time.Date(r.On.Year, time.Month(r.On.Month), r.On.Day, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return Document{}, fmt.Errorf("make document: %w", err)
	}
	out.PDF, out.Pages, out.Plans = b.Bytes(), len(pages), layout.Plans(pages)
	return out, nil
}

func blockers(problems []forms.Problem) []forms.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p forms.Problem) bool { return !p.Code.Blocking() })
}

func words(tags []i18n.Tag) []string {
	out := make([]string, len(tags))
	for i, t := range tags {
		out[i] = string(t)
	}
	return out
}
