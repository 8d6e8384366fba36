package vm

import (
	"path/filepath"
	"strings"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/filing"
	"recourse/i18n"
)

// Export is a document that can be saved.
type Export struct {
	ID    string // by which Save knows it
	Label string
	Hint  string
	Path  string // where it is offered to be written
	Ready bool
}

// ExportWords are the words of the dialog that asks where to write.
type ExportWords struct{ Title, Text, Label, Save, Cancel string }

// The documents: the filing, its reading copy, both side by side, and before a name
// a sheet.
const (
	exportFiling       = "filing"
	exportReading      = "reading"
	exportTwoLanguages = "two-languages"
	exportSheet        = "sheet."
)

func (c *Check) exports() []Export {
	t := c.a.t
	ready := c.v.state.Complete()
	out := []Export{{ID: exportFiling, Label: t.Text("ui.export.filing", nil), Hint: t.Text("ui.export.filing.hint", nil), Ready: ready}}
	if c.readable() {
		out = append(out, Export{ID: exportReading, Label: t.Text("ui.export.reading", nil), Hint: t.Text("ui.export.reading.hint", nil), Ready: ready})
	}
	if c.readable() && c.request(exportFiling).Language != c.v.t.Tag() {
		out = append(out, Export{ID: exportTwoLanguages, Label: t.Text("ui.export.two-languages", nil), Hint: t.Text("ui.export.reading.hint", nil), Ready: ready})
	}
	for _, s := range c.v.p.Sheets {
		label := t.Text("ui.export.sheet", i18n.Args{"sheet": c.v.t.Text(i18n.Key("ask.h."+s.ID), nil)})
		out = append(out, Export{ID: exportSheet + s.ID, Label: label, Hint: t.Text("ui.export.sheet.hint", nil), Ready: ready})
	}
	for i := range out {
		out[i].Path = filepath.Join(c.a.w.Exports, c.fileName(out[i].ID))
	}
	return out
}

// readable tells whether there is a reading copy in the person's language.
func (c *Check) readable() bool {
	for _, tag := range c.a.w.Library.DocLanguages(c.v.p.ID) {
		if tag == c.v.t.Tag() {
			return true
		}
	}
	return false
}

func (c *Check) dialog() ExportWords {
	t := c.a.t
	return ExportWords{Title: t.Text("ui.export.title", nil), Text: t.Text("ui.export.text", nil), Label: t.Text("ui.export.path", nil),
		Save: t.Text("ui.save", nil), Cancel: t.Text("ui.cancel", nil)}
}

// fileName offers a name that tells nothing of the person.
func (c *Check) fileName(id string) string {
	name := string(c.v.p.ID) + "-" + string(c.request(id).Language)
	if id != exportFiling {
		name += "-" + strings.TrimPrefix(id, exportSheet)
	}
	return name + ".pdf"
}

// request says which document an id stands for.
func (c *Check) request(id string) filing.Request {
	r := filing.Request{Case: c.a.file.c, Procedure: c.v.p.ID, On: c.a.w.today(),
		Language: c.a.documentLanguage(c.v.p, c.v.state).Tag}
	if sheet, ok := strings.CutPrefix(id, exportSheet); ok {
		r.Copy, r.Sheet = compose.Sheet, sheet
	}
	switch id {
	case exportReading:
		r.Copy, r.Language = compose.Reading, c.v.t.Tag()
	case exportTwoLanguages:
		r.Copy, r.Readers = compose.Bilingual, []i18n.Tag{c.v.t.Tag()}
	}
	return r
}

// Save makes a document and writes it to a path.
func (c *Check) Save(id, path string) {
	c.saved, c.fault, c.found = "", "", nil
	if path = pdfPath(path); path == "" {
		c.fault = faultNoName
		c.a.publish()
		return
	}
	request, w := c.request(id), c.a.w
	c.a.run("ui.export.busy", func() (then, undo func()) {
		made, err := produce(w, request)
		if err == nil && made.PDF != nil {
			err = w.Write(path, made.PDF)
		}
		return func() { c.written(made, path, err) }, nil
	})
}

func produce(w World, r filing.Request) (filing.Document, error) {
	m, err := filing.New(w.Library)
	if err != nil {
		return filing.Document{}, err
	}
	return m.Make(r)
}

// written takes the outcome of making and writing a document.
func (c *Check) written(made filing.Document, path string, err error) {
	switch {
	case err != nil:
		c.fault = faultOf(err, faultInternal)
	case made.PDF == nil:
		c.found = unshown(made.Problems, c.v.state.Problems)
	default:
		c.saved = path
	}
}

// unshown are the problems that the state does not name already.
func unshown(found, known []forms.Problem) []forms.Problem {
	var out []forms.Problem
	for _, p := range found {
		shown := false
		for _, k := range known {
			shown = shown || k.Code == p.Code && k.At == p.At
		}
		if !shown && p.Code.Blocking() {
			out = append(out, p)
		}
	}
	return out
}
