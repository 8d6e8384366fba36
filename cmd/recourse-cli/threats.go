package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"recourse/i18n"
)

// threatsCommand shows docs/THREATS.md in the person's language.
func (p *program) threatsCommand() *cobra.Command {
	return p.command("threats", "cli.cmd.threats", cobra.NoArgs, func([]string) error {
		p.print("%s\n\n%s", p.words("threats.title", nil), p.words("threats.lead", nil))
		for _, part := range []string{"promise", "cannot", "advice"} {
			p.print("\n%s", p.words(i18n.Key("threats."+part+".title"), nil))
			for n := 1; p.t.Has(i18n.Key(fmt.Sprintf("threats.%s.%d", part, n))); n++ {
				p.print("- %s", p.words(i18n.Key(fmt.Sprintf("threats.%s.%d", part, n)), nil))
			}
		}
		return nil
	})
}
