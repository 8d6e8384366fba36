package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"recourse/i18n"
	"recourse/storage"
)

func (p *program) vaultExhibitCommand() *cobra.Command {
	c := p.group("exhibit COMMAND", "cli.cmd.vault-exhibit")
	c.AddCommand(p.exhibitAddCommand(), p.exhibitGetCommand())
	return c
}

func (p *program) exhibitAddCommand() *cobra.Command {
	var v vaultFlags
	var who, from string
	asJSON := false
	c := p.command("add ID FILE --vault DIR", "cli.cmd.vault-exhibit-add", cobra.ExactArgs(2), func(args []string) error {
		f, err := os.Open(p.path(args[1]))
		if err != nil {
			return fail(failed, "cli.e.read", i18n.Args{"file": args[1], "error": reason(err)})
		}
		defer f.Close()
		source := storage.Source{Name: filepath.Base(args[1]), Who: who, From: from, Data: f}
		return p.within(v, func(vault *storage.Vault) error {
			return p.addExhibit(v.dir, vault, storage.ID(args[0]), source, asJSON)
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"who": &who, "from": &from})
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) addExhibit(dir string, vault *storage.Vault, id storage.ID, s storage.Source, asJSON bool) error {
	x, err := vault.AddExhibit(id, s)
	var path *os.PathError
	if errors.As(err, &path) && path.Path == p.path(s.Name) {
		return fail(failed, "cli.e.read", i18n.Args{"file": s.Name, "error": reason(err)})
	}
	if err != nil {
		return vaultFailure(dir, err)
	}
	if asJSON {
		return p.json(exhibitsOut([]storage.Exhibit{x})[0])
	}
	p.print("%s", x.ID)
	p.say("cli.vault.exhibit-added", i18n.Args{"type": x.Type, "sha256": x.SHA256})
	return nil
}

func (p *program) exhibitGetCommand() *cobra.Command {
	var v vaultFlags
	var output, who string
	c := p.command("get ID EXHIBIT --vault DIR -o FILE", "cli.cmd.vault-exhibit-get", cobra.ExactArgs(2), func(args []string) error {
		if output == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
		}
		return p.within(v, func(vault *storage.Vault) error {
			err := p.stream(output, func(w io.Writer) error {
				_, err := vault.Exhibit(storage.ID(args[0]), storage.ID(args[1]), storage.Taking{Who: who}, w)
				return err
			})
			if errors.Is(err, storage.ErrNotFound) {
				return fail(failed, "cli.e.no-exhibit", i18n.Args{"vault": v.dir})
			}
			if err != nil {
				return p.streamFailure(v.dir, output, err)
			}
			if output != standard {
				p.say("cli.note.in-the-clear", i18n.Args{"file": output})
			}
			return nil
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"output": &output, "who": &who})
	return c
}
