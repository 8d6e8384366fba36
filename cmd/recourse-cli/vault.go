package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// entryOut is a case as "vault list --json" shows it.
type entryOut struct {
	ID         storage.ID          `json:"id"`
	Revision   uint64              `json:"revision"`
	Modified   string              `json:"modified"` // RFC 3339, in UTC
	Size       int                 `json:"size"`
	Language   i18n.Tag            `json:"language"`
	Procedures []forms.ProcedureID `json:"procedures"`
	Error      string              `json:"error"` // "" for a case that can be opened
}

// vaultFlags are the flags that every command of a vault has.
type vaultFlags struct{ dir, fd string }

func (p *program) vaultCommand() *cobra.Command {
	c := p.group("vault COMMAND", "cli.cmd.vault")
	c.AddCommand(p.vaultInitCommand(), p.vaultListCommand(), p.vaultPutCommand(), p.vaultGetCommand())
	return c
}

func (p *program) vaultFlags(c *cobra.Command, v *vaultFlags) {
	p.flags(c, map[string]*string{"vault": &v.dir, "passphrase-fd": &v.fd})
}

// openVault asks for the passphrase and opens the vault.
func (p *program) openVault(v vaultFlags) (*storage.Vault, error) {
	if v.dir == "" {
		return nil, fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "--vault DIR"})
	}
	phrase, err := p.passphrase(v.fd, false)
	if err != nil {
		return nil, err
	}
	vault, err := storage.Open(p.path(v.dir), phrase)
	if err != nil {
		return nil, vaultFailure(v.dir, err)
	}
	return vault, nil
}

// within opens a vault, does something with it, and closes it.
func (p *program) within(v vaultFlags, do func(*storage.Vault) error) error {
	vault, err := p.openVault(v)
	if err != nil {
		return err
	}
	err = do(vault)
	if closing := vault.Close(); err == nil && closing != nil {
		err = vaultFailure(v.dir, closing)
	}
	return err
}

func (p *program) vaultInitCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("init --vault DIR", "cli.cmd.vault-init", cobra.NoArgs, func([]string) error {
		if v.dir == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "--vault DIR"})
		}
		phrase, err := p.passphrase(v.fd, true)
		if err != nil {
			return err
		}
		vault, err := storage.Create(p.path(v.dir), phrase)
		if errors.Is(err, storage.ErrPassphrase) {
			return fail(failed, "cli.e.empty-passphrase", nil)
		}
		if err != nil {
			return vaultFailure(v.dir, err)
		}
		p.say("cli.vault.made", i18n.Args{"vault": v.dir})
		return vault.Close()
	})
	p.vaultFlags(c, &v)
	return c
}

func (p *program) vaultListCommand() *cobra.Command {
	var v vaultFlags
	asJSON := false
	c := p.command("list --vault DIR", "cli.cmd.vault-list", cobra.NoArgs, func([]string) error {
		return p.within(v, func(vault *storage.Vault) error { return p.vaultList(v.dir, vault, asJSON) })
	})
	p.vaultFlags(c, &v)
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) vaultList(dir string, vault *storage.Vault, asJSON bool) error {
	entries, err := vault.List()
	if err != nil {
		return vaultFailure(dir, err)
	}
	out := []entryOut{}
	for _, e := range entries {
		out = append(out, p.entry(dir, vault, e))
	}
	if asJSON {
		return p.json(out)
	}
	for _, e := range out {
		if e.Error != "" {
			p.print("%s  %s", e.ID, e.Error)
			continue
		}
		p.print("%s  %s  %s", e.ID, e.Modified, join(e.Procedures))
	}
	if len(out) == 0 {
		p.say("cli.vault.empty", nil)
	}
	return nil
}

func (p *program) entry(dir string, vault *storage.Vault, e storage.Entry) entryOut {
	out := entryOut{ID: e.ID, Revision: e.Rev, Size: e.Size, Procedures: []forms.ProcedureID{}}
	c, _, err := getCase(dir, vault, string(e.ID))
	var f *failure
	if errors.As(err, &f) {
		out.Error = p.words(f.key, f.args)
		return out
	}
	out.Modified, out.Language = e.Modified.UTC().Format(time.RFC3339), c.Language
	for _, x := range c.Filings {
		out.Procedures = append(out.Procedures, x.Procedure)
	}
	return out
}

// getCase reads a case of a vault and its revision.
func getCase(dir string, vault *storage.Vault, id string) (forms.Case, uint64, error) {
	data, rev, err := vault.Get(storage.ID(id))
	if err != nil {
		return forms.Case{}, 0, vaultFailure(dir, err)
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return forms.Case{}, 0, fail(failed, "cli.e.case-file", i18n.Args{"file": id, "fault": err.Error()})
	}
	return c, rev, nil
}

func (p *program) vaultPutCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("put CASE --vault DIR", "cli.cmd.vault-put", cobra.ExactArgs(1), func(args []string) error {
		return p.within(v, func(vault *storage.Vault) error {
			c, err := p.readCase(args[0])
			if err != nil {
				return err
			}
			if err := putCase(v.dir, vault, c); err != nil {
				return err
			}
			p.print("%s", c.ID)
			return nil
		})
	})
	p.vaultFlags(c, &v)
	return c
}

// putCase stores a case in the place of what the vault holds under its id.
func putCase(dir string, vault *storage.Vault, c forms.Case) error {
	data, err := forms.EncodeCase(c)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	_, rev, err := vault.Get(storage.ID(c.ID))
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return vaultFailure(dir, err)
	}
	if _, err := vault.Put(storage.ID(c.ID), data, rev); err != nil {
		return vaultFailure(dir, err)
	}
	return nil
}

func (p *program) vaultGetCommand() *cobra.Command {
	var v vaultFlags
	output := ""
	c := p.command("get ID --vault DIR -o FILE", "cli.cmd.vault-get", cobra.ExactArgs(1), func(args []string) error {
		if output == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
		}
		return p.within(v, func(vault *storage.Vault) error {
			data, _, err := vault.Get(storage.ID(args[0]))
			if err != nil {
				return vaultFailure(v.dir, err)
			}
			if output != standard {
				p.say("cli.note.in-the-clear", i18n.Args{"file": output})
			}
			return p.writeFile(output, data)
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"output": &output})
	return c
}
