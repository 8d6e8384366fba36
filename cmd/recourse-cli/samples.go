package main

import (
	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/sample"
	"recourse/i18n"
)

func (p *program) sampleCommand() *cobra.Command {
	seed, on, docLang := uint64(1), "", ""
	c := p.command("sample PROCEDURE", "cli.cmd.sample", cobra.ExactArgs(1), func(args []string) error {
		return p.sample(args[0], seed, on, docLang)
	})
	c.Flags().Uint64Var(&seed, "seed", 1, p.words("cli.flag.seed", nil))
	p.flags(c, map[string]*string{"on": &on, "document-lang": &docLang})
	return c
}

func (p *program) sample(id string, seed uint64, on, docLang string) error {
	proc, err := p.procedure(id)
	if err != nil {
		return err
	}
	day, err := p.day(on)
	if err != nil {
		return err
	}
	tag, err := p.tag("--document-lang", docLang, p.lib.DocLanguages(proc.ID))
	if err != nil {
		return err
	}
	c, err := sample.Case(proc, seed, sample.Options{On: day, DocumentLanguage: tag})
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	data, err := forms.EncodeCase(c)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	return p.writeFile(standard, data)
}
