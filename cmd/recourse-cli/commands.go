package main

import (
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"recourse/i18n"
)

// commands builds the tree of commands, explained in the person's language.
func (p *program) commands() *cobra.Command {
	root := p.group("recourse-cli COMMAND", "cli.about")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(p.helpCommand(root))
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.help(c) })
	root.PersistentFlags().String("lang", "", p.words("cli.flag.lang", nil))
	root.PersistentFlags().BoolP("help", "h", false, p.words("cli.flag.help", nil))
	root.AddCommand(p.proceduresCommand(), p.questionsCommand(), p.sampleCommand(), p.checkCommand(),
		p.routesCommand(), p.deadlinesCommand(), p.listCommand(),
		p.pdfCommand(), p.askCommand(), p.vaultCommand(), p.packCommand(), p.threatsCommand(), p.versionCommand())
	return root
}

// group is a command that only holds others.
func (p *program) group(use string, about i18n.Key) *cobra.Command {
	c := &cobra.Command{Use: use, Short: p.words(about, nil), Args: cobra.NoArgs, DisableFlagsInUseLine: true}
	c.RunE = func(c *cobra.Command, args []string) error {
		p.help(c)
		return fail(usage, "", nil)
	}
	return c
}

// command is a command with what it does. Its words are those of its key.
func (p *program) command(use string, about i18n.Key, args cobra.PositionalArgs, do func(args []string) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: p.words(about, nil), Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error { return do(args) }}
}

func (p *program) helpCommand(root *cobra.Command) *cobra.Command {
	return p.command("help [COMMAND]", "cli.cmd.help", cobra.ArbitraryArgs, func(args []string) error {
		c, _, err := root.Find(args)
		if err != nil {
			return err
		}
		p.help(c)
		return nil
	})
}

// help explains a command: how it is called, its commands, its flags.
func (p *program) help(c *cobra.Command) {
	p.print("%s\n\n%s\n  %s", c.Short, p.words("cli.help.usage", nil), c.UseLine())
	if c.HasAvailableSubCommands() {
		p.print("\n%s", p.words("cli.help.commands", nil))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				p.print("  %s\n      %s", sub.Use, sub.Short)
			}
		}
	}
	p.print("\n%s", p.words("cli.help.flags", nil))
	show := func(f *pflag.Flag) { p.print("  %s\n      %s", flagForm(f), f.Usage) }
	c.LocalNonPersistentFlags().VisitAll(show)
	c.PersistentFlags().VisitAll(show)
	c.InheritedFlags().VisitAll(show)
}

// flagForm is a flag as it is typed, such as "--on DATE".
func flagForm(f *pflag.Flag) string {
	form := "--" + f.Name
	if f.Shorthand != "" {
		form = "-" + f.Shorthand + ", " + form
	}
	if f.Value.Type() == "bool" {
		return form
	}
	return form + " " + placeholders[f.Name]
}

// placeholders are what stands for the values of flags.
var placeholders = map[string]string{
	"attach": "facts|none", "case": "ID", "copy": "L|bilingual", "document-lang": "L", "exhibit": "ID", "from": "TEXT", "ics": "FILE", "lang": "L", "law": "FILE", "name": "TEXT", "new-passphrase-fd": "N", "number": "N", "on": "DATE",
	"output": "FILE", "passphrase-fd": "N", "procedure": "P", "recovery-fd": "N", "seed": "S", "sheet": "ID", "to": "CARD", "vault": "DIR", "who": "TEXT",
}

// flags adds flags that take a string, each with its words from the catalogs.
func (p *program) flags(c *cobra.Command, into map[string]*string) {
	for name, value := range into {
		short := ""
		if name == "output" {
			short = "o"
		}
		c.Flags().StringVarP(value, name, short, "", p.words(i18n.Key("cli.flag."+name), nil))
	}
}

// jsonFlag adds --json.
func (p *program) jsonFlag(c *cobra.Command, into *bool) {
	c.Flags().BoolVar(into, "json", false, p.words("cli.flag.json", nil))
}

// json writes a value as JSON to standard output.
func (p *program) json(v any) error {
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return p.wrote(enc.Encode(v))
}

// wrote turns an error of writing to standard output into a failure.
func (p *program) wrote(err error) error {
	if err == nil {
		return nil
	}
	return fail(failed, "cli.e.write", i18n.Args{"file": "-", "error": reason(err)})
}

// join puts words into one line.
func join[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return strings.Join(out, ", ")
}
