package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/filing"
	"recourse/forms/sample"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

func (p *program) packWalkCommand() *cobra.Command {
	number, seed, on := 0, uint64(0), ""
	c := p.command("walk PROCEDURE", "cli.cmd.pack-walk", cobra.ExactArgs(1), func(args []string) error {
		proc, err := p.procedure(args[0])
		if err != nil {
			return err
		}
		day, err := p.day(on)
		if err != nil {
			return err
		}
		return p.walks(proc, number, seed, day)
	})
	c.Flags().IntVarP(&number, "number", "n", 1, p.words("cli.flag.number", nil))
	c.Flags().Uint64Var(&seed, "seed", 1, p.words("cli.flag.seed", nil))
	p.flags(c, map[string]*string{"on": &on})
	return c
}

// walks goes through an interview at random, once for each seed, and makes the
// documents of each end.
func (p *program) walks(proc *forms.Procedure, n int, seed uint64, on forms.Date) error {
	faces, err := fonts.Document()
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	maker := filing.Maker{Library: p.lib, Faces: faces}
	for s := seed; s < seed+uint64(max(n, 0)); s++ {
		err := sample.Walk(proc, forms.Case{}, s, sample.Options{On: on}, func(c forms.Case) error {
			return printable(maker, filing.Request{Case: c, Procedure: proc.ID, On: on})
		})
		if err != nil {
			return fail(failed, "cli.e.walk", i18n.Args{"error": err.Error()})
		}
	}
	p.say("cli.pack.walked", i18n.Args{"n": n})
	return nil
}

// printable makes a document and tells what kept it from being made.
func printable(maker filing.Maker, r filing.Request) error {
	d, err := maker.Make(r)
	if err != nil {
		return err
	}
	for _, prob := range d.Problems {
		if prob.Code.Blocking() {
			return fmt.Errorf("no document: %s at %q", prob.Code, prob.At)
		}
	}
	if len(d.PDF) == 0 {
		return errors.New("the document is empty")
	}
	return nil
}
