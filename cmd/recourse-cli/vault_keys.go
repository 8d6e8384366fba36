package main

import (
	"github.com/spf13/cobra"

	"recourse/forms/sheet"
	"recourse/i18n"
	"recourse/i18n/fonts"
	"recourse/storage"
)

func (p *program) vaultPasswdCommand() *cobra.Command {
	var v vaultFlags
	newFD := ""
	c := p.command("passwd --vault DIR", "cli.cmd.vault-passwd", cobra.NoArgs, func([]string) error {
		return p.within(v, func(vault *storage.Vault) error { return p.setPassphrase(v.dir, vault, newFD) })
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"new-passphrase-fd": &newFD})
	return c
}

// setPassphrase asks for a new passphrase and makes the vault open with it.
func (p *program) setPassphrase(dir string, vault *storage.Vault, fd string) error {
	phrase, err := p.newPassphrase(fd)
	if err != nil {
		return err
	}
	if err := vault.ChangePassphrase(phrase); err != nil {
		return vaultFailure(dir, err)
	}
	p.say("cli.vault.passphrase-changed", i18n.Args{"vault": dir})
	return nil
}

func (p *program) vaultRecoverCommand() *cobra.Command {
	var dir, fd, newFD string
	c := p.command("recover --vault DIR", "cli.cmd.vault-recover", cobra.NoArgs, func([]string) error {
		if dir == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "--vault DIR"})
		}
		key, err := p.recoveryKey(fd, "cli.recovery-key")
		if err != nil {
			return err
		}
		vault, err := storage.OpenRecovery(p.path(dir), key, p.vaults...)
		if err != nil {
			return vaultFailure(dir, err)
		}
		p.notice(dir, vault)
		return closing(dir, vault, p.setPassphrase(dir, vault, newFD))
	})
	p.flags(c, map[string]*string{"vault": &dir, "recovery-fd": &fd, "new-passphrase-fd": &newFD})
	return c
}

// closing closes a vault and returns the first error.
func closing(dir string, vault *storage.Vault, err error) error {
	if closed := vault.Close(); err == nil && closed != nil {
		return vaultFailure(dir, closed)
	}
	return err
}

func (p *program) vaultSheetCommand() *cobra.Command {
	var v vaultFlags
	var output, fd string
	c := p.command("sheet --vault DIR -o FILE.pdf", "cli.cmd.vault-sheet", cobra.NoArgs, func([]string) error {
		if output == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE.pdf"})
		}
		return p.within(v, func(vault *storage.Vault) error { return p.recoverySheet(v.dir, vault, output, fd) })
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"output": &output, "recovery-fd": &fd})
	return c
}

// recoverySheet makes a new recovery key, writes its sheet, and has the key typed
// back from it.
func (p *program) recoverySheet(dir string, vault *storage.Vault, output, fd string) error {
	key, err := vault.NewRecovery()
	if err != nil {
		return vaultFailure(dir, err)
	}
	faces, err := fonts.Document()
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	y, m, d := key.Made.Date()
	pdf, err := sheet.PDF(p.t, faces, sheet.Sheet{Vault: key.Vault, Key: key.Groups(), Made: i18n.Date(p.t.Tag(), y, int(m), d)})
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	if err := p.writeFile(output, pdf); err != nil {
		return err
	}
	p.say("cli.note.sheet-is-a-key", i18n.Args{"file": output})
	typed, err := p.recoveryKey(fd, "cli.recovery-again")
	if err != nil {
		return err
	}
	if vault.ProveRecovery(typed) != nil {
		return fail(failed, "cli.e.sheet-wrong", nil)
	}
	p.say("cli.vault.sheet-proved", nil)
	return nil
}
