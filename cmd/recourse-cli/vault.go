package main

import (
	"encoding/json"
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
	c.AddCommand(p.vaultInitCommand(), p.vaultListCommand(), p.vaultShowCommand(), p.vaultPutCommand(), p.vaultGetCommand(),
		p.vaultRemoveCommand(), p.vaultVerifyCommand(), p.vaultPasswdCommand(), p.vaultRecoverCommand(), p.vaultSheetCommand(),
		p.vaultSearchCommand(), p.vaultBackupCommand(), p.vaultRestoreCommand(), p.vaultHandoverCommand(), p.vaultReceiveCommand(),
		p.vaultCardCommand(), p.vaultExhibitCommand(), p.vaultEraseCommand())
	return c
}

// named wants a vault to be named on the command line.
func (v vaultFlags) named() error {
	if v.dir == "" {
		return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "--vault DIR"})
	}
	return nil
}

func (p *program) vaultFlags(c *cobra.Command, v *vaultFlags) {
	p.flags(c, map[string]*string{"vault": &v.dir, "passphrase-fd": &v.fd})
}

// openVault asks for the passphrase and opens the vault.
func (p *program) openVault(v vaultFlags) (*storage.Vault, error) {
	if err := v.named(); err != nil {
		return nil, err
	}
	phrase, err := p.passphrase(v.fd)
	if err != nil {
		return nil, err
	}
	vault, err := storage.Open(p.path(v.dir), phrase, p.vaults...)
	if err != nil {
		return nil, vaultFailure(v.dir, err)
	}
	p.notice(v.dir, vault)
	return vault, nil
}

// notice says what a person should know of a vault that was opened.
func (p *program) notice(dir string, vault *storage.Vault) {
	if vault.ReadOnly() != nil {
		p.say("cli.note.read-only", i18n.Args{"vault": dir})
	}
	if len(vault.Findings()) > 0 {
		p.say("cli.note.findings", i18n.Args{"vault": dir})
	}
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
		if err := v.named(); err != nil {
			return err
		}
		phrase, err := p.newPassphrase(v.fd)
		if err != nil {
			return err
		}
		vault, err := storage.Create(p.path(v.dir), phrase, p.vaults...)
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
	out, err := p.entries(dir, vault, entries)
	if err != nil {
		return err
	}
	if asJSON {
		return p.json(out)
	}
	p.printEntries(out)
	if len(out) == 0 {
		p.say("cli.vault.empty", nil)
	}
	return nil
}

func (p *program) printEntries(out []entryOut) {
	for _, e := range out {
		if e.Error != "" {
			p.print("%s  %s", e.ID, e.Error)
			continue
		}
		p.print("%s  %s  %s", e.ID, e.Modified, join(e.Procedures))
	}
}

// summary is what the index of a vault holds of a case.
type summary struct {
	Language   i18n.Tag            `json:"language"`
	Procedures []forms.ProcedureID `json:"procedures"`
}

// summaryScheme names the summaries of this program in the index.
const summaryScheme = "recourse-cli 1"

// summarise makes the summary of a case; "" for what is no case file.
func summarise(data []byte) string {
	c, err := forms.DecodeCase(data)
	if err != nil {
		return ""
	}
	s := summary{Language: c.Language, Procedures: []forms.ProcedureID{}}
	for _, x := range c.Filings {
		s.Procedures = append(s.Procedures, x.Procedure)
	}
	text, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(text)
}

// entries puts the cases of a list into the shape in which they are shown.
func (p *program) entries(dir string, vault *storage.Vault, list []storage.Entry) ([]entryOut, error) {
	summaries, err := vault.Summaries(summaryScheme, summarise)
	if err != nil {
		return nil, vaultFailure(dir, err)
	}
	out := []entryOut{}
	for _, e := range list {
		out = append(out, p.entry(dir, vault, e, summaries[e.ID]))
	}
	return out, nil
}

func (p *program) entry(dir string, vault *storage.Vault, e storage.Entry, text string) entryOut {
	out := entryOut{ID: e.ID, Revision: e.Rev, Size: e.Size, Procedures: []forms.ProcedureID{}}
	var s summary
	if text == "" || json.Unmarshal([]byte(text), &s) != nil {
		_, _, err := getCase(dir, vault, string(e.ID))
		var f *failure
		if errors.As(err, &f) {
			out.Error = p.words(f.key, f.args)
		}
		return out
	}
	out.Modified, out.Language, out.Procedures = e.Modified.UTC().Format(time.RFC3339), s.Language, s.Procedures
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
