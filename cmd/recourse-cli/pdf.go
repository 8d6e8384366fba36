package main

import (
	"errors"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/routes"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// pdfFlags are the flags of the command pdf.
type pdfFlags struct{ output, procedure, language, copy, sheet, attach, signature, on string }

func (p *program) pdfCommand() *cobra.Command {
	var f pdfFlags
	c := p.command("pdf CASE -o FILE", "cli.cmd.pdf", cobra.ExactArgs(1), func(args []string) error { return p.pdf(args[0], f) })
	p.flags(c, map[string]*string{"output": &f.output, "procedure": &f.procedure, "document-lang": &f.language,
		"copy": &f.copy, "sheet": &f.sheet, "attach": &f.attach, "signature": &f.signature, "on": &f.on})
	c.MarkFlagsMutuallyExclusive("copy", "sheet")
	return c
}

func (p *program) pdf(file string, f pdfFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	c, on, err := p.caseOn(file, f.on)
	if err != nil {
		return err
	}
	proc, err := p.onlyFiling(c, f.procedure)
	if err != nil {
		return err
	}
	r, err := p.request(c, proc, f, on)
	if err != nil {
		return err
	}
	if r.Signature, err = p.signature(f.signature); err != nil {
		return err
	}
	d, err := p.document(r)
	if err != nil {
		return err
	}
	if err := p.refuse(r, proc, d); err != nil {
		return err
	}
	p.warn(r, proc, d)
	if err := p.writeFile(f.output, d.PDF); err != nil {
		return err
	}
	p.say("cli.pdf.written", i18n.Args{"file": f.output, "n": d.Pages, "language": i18n.Language(p.t.Tag(), d.Language.Tag)})
	return nil
}

func (f pdfFlags) check() error {
	switch {
	case f.output == "":
		return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
	case f.attach != "" && f.attach != "facts" && f.attach != "none":
		return fail(usage, "cli.e.bad-attach", i18n.Args{"value": f.attach})
	}
	return nil
}

// onlyFiling is the procedure that was named, or that of the case's one filing.
func (p *program) onlyFiling(c forms.Case, named string) (*forms.Procedure, error) {
	procs, err := p.filings(c, named)
	if err != nil {
		return nil, err
	}
	if len(procs) > 1 {
		var ids []forms.ProcedureID
		for _, x := range procs {
			ids = append(ids, x.ID)
		}
		return nil, fail(usage, "cli.e.many-filings", i18n.Args{"have": join(ids)})
	}
	return procs[0], nil
}

func (p *program) request(c forms.Case, proc *forms.Procedure, f pdfFlags, on forms.Date) (filing.Request, error) {
	r := filing.Request{Case: c, Procedure: proc.ID, On: on}
	if f.attach == "none" {
		r.Attach = filing.AttachNone
	}
	if f.sheet != "" {
		r.Copy, r.Sheet = compose.Sheet, f.sheet
	}
	have := p.lib.DocLanguages(proc.ID)
	var err error
	r.Language, err = p.tag("--document-lang", f.language, have)
	switch {
	case err != nil || f.copy == "":
		return r, err
	case f.copy == bilingual:
		r.Copy, r.Readers = compose.Bilingual, []i18n.Tag{c.Language, p.t.Tag()}
	default:
		r.Copy = compose.Reading
		r.Language, err = p.tag("--copy", f.copy, have)
	}
	return r, err
}

// signature reads the picture of a signature; a name that is empty is none.
func (p *program) signature(file string) (doc.Picture, error) {
	if file == "" {
		return doc.Picture{}, nil
	}
	data, err := p.readFile(file)
	if err != nil {
		return doc.Picture{}, fail(failed, "cli.e.read", i18n.Args{"file": file, "error": reason(err)})
	}
	picture, err := doc.NewPicture(data)
	if err != nil {
		return doc.Picture{}, fail(usage, "cli.e.bad-signature", i18n.Args{"file": file})
	}
	return picture, nil
}

// bilingual is what --copy says for the copy in two languages.
const bilingual = "bilingual"

func (p *program) document(r filing.Request) (filing.Document, error) {
	faces, err := fonts.Document()
	if err != nil {
		return filing.Document{}, fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	d, err := filing.Maker{Library: p.lib, Faces: faces}.Make(r)
	var unknown *filing.UnknownError
	switch {
	case errors.As(err, &unknown):
		return d, fail(usage, i18n.Key("cli.e.unknown-"+unknown.What), i18n.Args{"name": unknown.Name, "have": join(unknown.Have)})
	case err != nil:
		return d, fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	return d, nil
}

// refuse names what stands in the way of a document.
func (p *program) refuse(r filing.Request, proc *forms.Procedure, d filing.Document) error {
	problems := p.strangers(r.Case)
	for _, prob := range d.Problems {
		if prob.Code.Blocking() {
			problems = append(problems, prob)
		}
	}
	if len(problems) == 0 {
		return nil
	}
	p.complain(r.Case, proc, problems)
	return fail(incomplete, "cli.e.incomplete", i18n.Args{"procedure": string(proc.ID)})
}

// complain writes problems to standard error.
func (p *program) complain(c forms.Case, proc *forms.Procedure, problems []forms.Problem) {
	t := p.texts(proc.ID)
	var out []problemOut
	for _, prob := range problems {
		out = append(out, p.problem(proc, t, c.Answers, prob))
	}
	messages := *p
	messages.stdout = p.stderr
	messages.showProblems(out)
}

// warn says what a person should know of a document that was made.
func (p *program) warn(r filing.Request, proc *forms.Procedure, d filing.Document) {
	p.complain(r.Case, proc, d.Problems)
	if r.Copy == compose.Filing && d.Language.Acceptance == routes.NotRecorded {
		p.say("cli.note.language-not-recorded", i18n.Args{"language": i18n.Language(p.t.Tag(), d.Language.Tag)})
	}
}
