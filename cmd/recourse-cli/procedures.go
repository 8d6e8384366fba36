package main

import (
	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
)

// procedureOut is a procedure as "procedures --json" shows it.
type procedureOut struct {
	ID        forms.ProcedureID    `json:"id"`
	Name      string               `json:"name"`
	Body      string               `json:"body"` // "authority", "named" or "fixed"
	Role      forms.Role           `json:"role"`
	Status    forms.Status         `json:"status"`
	Version   int                  `json:"version"`
	AsOf      forms.Date           `json:"as_of"`
	Languages []i18n.Tag           `json:"document_languages"`
	Asked     []i18n.Tag           `json:"languages"`
	Deadlines []forms.DeadlineKind `json:"deadline_kinds"`
	Sheets    []string             `json:"sheets"`
}

func (p *program) proceduresCommand() *cobra.Command {
	asJSON := false
	c := p.command("procedures", "cli.cmd.procedures", cobra.NoArgs, func([]string) error { return p.procedures(asJSON) })
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) procedures(asJSON bool) error {
	lib, err := p.library()
	if err != nil {
		return err
	}
	out := []procedureOut{}
	for _, e := range lib.Index() {
		out = append(out, p.procedureOut(e))
	}
	if asJSON {
		return p.json(out)
	}
	for i, o := range out {
		if i > 0 {
			p.print("")
		}
		p.showProcedure(o)
	}
	return nil
}

func (p *program) procedureOut(e packs.Entry) procedureOut {
	o := procedureOut{ID: e.ID, Name: e.In(p.nearest(e.Ask)).Name, Body: "authority", Role: e.Role, Status: e.Status, Version: e.Version,
		AsOf: e.AsOf, Languages: e.Doc, Asked: e.Ask, Deadlines: e.Deadlines, Sheets: e.Sheets}
	switch {
	case e.Fixed:
		o.Body = "fixed"
	case e.Named:
		o.Body = "named"
	}
	return o
}

func (p *program) showProcedure(o procedureOut) {
	p.print("%s\n  %s", o.ID, o.Name)
	p.field("cli.procedure.body", p.words(i18n.Key("cli.body."+o.Body), nil))
	p.field("cli.procedure.role", p.words(i18n.Key("role."+o.Role), nil))
	p.field("cli.procedure.status", p.words(i18n.Key("status."+o.Status), nil))
	p.field("cli.procedure.languages", p.languages(o.Languages))
	var kinds []string
	for _, k := range o.Deadlines {
		kinds = append(kinds, p.words(i18n.Key("deadline.kind."+k), nil))
	}
	p.field("cli.procedure.deadlines", i18n.List(p.t.Tag(), kinds))
}

// field writes a labelled line.
func (p *program) field(label i18n.Key, value string) {
	p.print("  %s", p.words("cli.field", i18n.Args{"label": p.words(label, nil), "value": value}))
}

// languages names languages in the person's language.
func (p *program) languages(list []i18n.Tag) string {
	names := make([]string, len(list))
	for i, t := range list {
		names[i] = i18n.Language(p.t.Tag(), t)
	}
	return i18n.List(p.t.Tag(), names)
}
