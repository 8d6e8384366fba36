package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"recourse/forms"
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
	var who, from, item string
	asJSON := false
	c := p.command("add ID FILE --vault DIR", "cli.cmd.vault-exhibit-add", cobra.ExactArgs(2), func(args []string) error {
		if err := v.named(); err != nil {
			return err
		}
		f, err := os.Open(p.path(args[1]))
		if err != nil {
			return fail(failed, "cli.e.read", i18n.Args{"file": args[1], "error": reason(err)})
		}
		defer f.Close()
		source := storage.Source{ID: storage.ID(item), Name: filepath.Base(args[1]), Who: who, From: from, Data: f}
		return p.within(v, func(vault *storage.Vault) error {
			return p.addExhibit(v.dir, vault, storage.ID(args[0]), source, asJSON)
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"who": &who, "from": &from, "exhibit": &item})
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) addExhibit(dir string, vault *storage.Vault, id storage.ID, s storage.Source, asJSON bool) error {
	c, rev, err := getCase(dir, vault, string(id))
	if err != nil {
		return err
	}
	if s.ID != "" && !slices.Contains(c.Answers.Items(exhibits), string(s.ID)) {
		return fail(usage, "cli.e.no-exhibit", i18n.Args{"vault": dir})
	}
	x, err := vault.AddExhibit(id, s)
	if errors.Is(err, storage.ErrConflict) {
		return fail(failed, "cli.e.exhibit-there", nil)
	}
	if err != nil {
		return vaultFailure(dir, err)
	}
	if err := listExhibit(dir, vault, c, rev, x); err != nil {
		return err
	}
	if asJSON {
		return p.json(exhibitsOut([]storage.Exhibit{x})[0])
	}
	p.print("%s", x.ID)
	p.say("cli.vault.exhibit-added", i18n.Args{"type": x.Type, "sha256": x.SHA256})
	return nil
}

// listExhibit notes a file in its case: a new exhibit is called by the file's
// name until the person gives it a title.
func listExhibit(dir string, vault *storage.Vault, c forms.Case, rev uint64, x storage.Exhibit) error {
	item := string(x.ID)
	if !slices.Contains(c.Answers.Items(exhibits), item) {
		c.Answers = c.Answers.AddItem(exhibits, item).With(exhibits.In(item, exhibitTitle), forms.Answer{Value: forms.Text(x.Name)})
	}
	c.Exhibits = append(slices.Clone(c.Exhibits), forms.Exhibit{ID: item, Name: x.Name, Size: x.Size, SHA256: x.SHA256})
	data, err := forms.EncodeCase(c)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	if _, err := vault.Put(storage.ID(c.ID), data, rev); err != nil {
		return vaultFailure(dir, err)
	}
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
