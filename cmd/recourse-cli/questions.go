package main

import (
	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/i18n"
)

// questionOut is a question as "questions --json" shows it. Conditions are in
// the language of docs/PACKS.md; "" for one that is not there.
type questionOut struct {
	ID       forms.ID     `json:"id"`
	Section  forms.ID     `json:"section"`
	Repeat   []forms.ID   `json:"repeat"` // the repeats around it, outermost first
	Kind     forms.Kind   `json:"kind"`
	Label    string       `json:"label"`
	Options  []optionOut  `json:"options"`
	When     string       `json:"when"`
	Required string       `json:"required"`
	Skips    []forms.Skip `json:"skips"`
	Private  bool         `json:"private"`
}

type optionOut struct {
	Code  string `json:"code"`
	Label string `json:"label"`
	When  string `json:"when"`
}

func (p *program) questionsCommand() *cobra.Command {
	asJSON := false
	c := p.command("questions PROCEDURE", "cli.cmd.questions", cobra.ExactArgs(1), func(args []string) error {
		proc, err := p.asked(args[0])
		if err != nil {
			return err
		}
		out := questionsOf(proc, p.texts(proc.ID))
		if asJSON {
			return p.json(out)
		}
		p.showQuestions(proc, out)
		return nil
	})
	p.jsonFlag(c, &asJSON)
	return c
}

func questionsOf(proc *forms.Procedure, t *i18n.Catalog) []questionOut {
	out := []questionOut{}
	for _, s := range proc.Sections {
		out = appendQuestions(out, proc, t, s.ID, s.Items, []forms.ID{})
	}
	return out
}

func appendQuestions(out []questionOut, proc *forms.Procedure, t *i18n.Catalog, section forms.ID, items []forms.Item, around []forms.ID) []questionOut {
	for _, it := range items {
		if r := it.Repeat; r != nil {
			out = append(out, questionOut{ID: r.ID, Section: section, Repeat: around, Kind: forms.KindItems,
				Label: text(t, proc.Key("ask.r", r.ID), nil), Options: []optionOut{}, When: r.When.String(),
				Required: r.Required.String(), Skips: []forms.Skip{}})
			out = appendQuestions(out, proc, t, section, r.Items, append(around[:len(around):len(around)], r.ID))
			continue
		}
		q := it.Question
		o := questionOut{ID: q.ID, Section: section, Repeat: around, Kind: q.Kind, Label: text(t, proc.Key("ask.q", q.ID), nil),
			Options: []optionOut{}, When: q.When.String(), Required: q.Required.String(), Skips: append([]forms.Skip{}, q.Skips...), Private: q.Private}
		for _, x := range q.Options {
			o.Options = append(o.Options, optionOut{x.Code, text(t, proc.Key("ask.q", q.ID, "o", x.Code), nil), x.When.String()})
		}
		out = append(out, o)
	}
	return out
}

func (p *program) showQuestions(proc *forms.Procedure, list []questionOut) {
	t, section := p.texts(proc.ID), forms.ID("")
	for _, q := range list {
		if q.Section != section {
			section = q.Section
			p.print("# %s\n", text(t, proc.Key("ask.s", section), nil))
		}
		p.print("%s (%s)\n  %s", q.ID, q.Kind, q.Label)
		for _, o := range q.Options {
			p.print("  - %s: %s", o.Code, o.Label)
			if o.When != "" {
				p.print("    when: %s", o.When)
			}
		}
		if q.When != "" {
			p.print("  when: %s", q.When)
		}
		if q.Required != "" {
			p.print("  required: %s", q.Required)
		}
		p.print("")
	}
}
