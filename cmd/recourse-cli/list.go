package main

import (
	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// listOut is a checklist as "list --json" and "routes --json" show it.
type listOut struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (p *program) listCommand() *cobra.Command {
	output, on, asJSON := "", "", false
	c := p.command("list [ID -o FILE] [CASE]", "cli.cmd.list", cobra.MaximumNArgs(2), func(args []string) error {
		if len(args) == 0 {
			return p.lists(asJSON)
		}
		return p.list(args, output, on)
	})
	p.flags(c, map[string]*string{"output": &output, "on": &on})
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) listOut(l forms.Checklist) listOut {
	return listOut{l.ID, text(p.texts(packs.FactsID), i18n.Key("ask.l."+l.ID), nil)}
}

// lists names the checklists.
func (p *program) lists(asJSON bool) error {
	lib, err := p.library()
	if err != nil {
		return err
	}
	out := []listOut{}
	for _, l := range lib.Checklists() {
		out = append(out, p.listOut(l))
	}
	if asJSON {
		return p.json(out)
	}
	for _, l := range out {
		p.print("%s\n  %s", l.ID, l.Name)
	}
	return nil
}

// list prints a checklist; with a case, what its facts leave out stays out.
func (p *program) list(args []string, output, on string) error {
	if output == "" {
		return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
	}
	day, err := p.day(on)
	if err != nil {
		return err
	}
	lib, err := p.library()
	if err != nil {
		return err
	}
	l, ok := lib.Checklist(args[0])
	if !ok {
		return fail(usage, "cli.e.unknown-list", i18n.Args{"name": args[0], "have": listIDs(lib)})
	}
	var c forms.Case
	if len(args) > 1 {
		if c, err = p.readCase(args[1]); err != nil {
			return err
		}
	}
	m, err := filing.New(lib)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	d, err := m.List(l, interview.Resolve(lib.Facts(), c.Answers, day), p.texts(packs.FactsID).Tag())
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	if err := p.writeFile(output, d.PDF); err != nil {
		return err
	}
	p.say("cli.pdf.written", i18n.Args{"file": output, "n": d.Pages, "language": i18n.Language(p.t.Tag(), d.Content.Lang)})
	return nil
}

func listIDs(lib *packs.Library) string {
	var ids []string
	for _, l := range lib.Checklists() {
		ids = append(ids, l.ID)
	}
	return join(ids)
}
