package main

import (
	"bytes"
	"os"

	"github.com/spf13/cobra"

	"recourse/i18n"
	"recourse/storage"
)

// findingOut is something that "vault verify --json" has found.
type findingOut struct {
	Kind storage.FindingKind `json:"kind"`
	Case storage.ID          `json:"case"`
	File string              `json:"file"`
}

func (p *program) vaultVerifyCommand() *cobra.Command {
	var v vaultFlags
	asJSON := false
	c := p.command("verify --vault DIR", "cli.cmd.vault-verify", cobra.NoArgs, func([]string) error {
		return p.within(v, func(vault *storage.Vault) error { return p.verify(v.dir, vault, asJSON) })
	})
	p.vaultFlags(c, &v)
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) verify(dir string, vault *storage.Vault, asJSON bool) error {
	list, err := vault.Verify(nil)
	if err != nil {
		return vaultFailure(dir, err)
	}
	out := []findingOut{}
	for _, f := range list {
		out = append(out, findingOut(f))
	}
	if asJSON {
		if err := p.json(out); err != nil {
			return err
		}
	} else {
		for _, f := range out {
			p.print("%s: %s", visible(f.File), p.words(i18n.Key("cli.found."+f.Kind), nil))
		}
	}
	if len(out) > 0 {
		return fail(failed, "cli.e.findings", i18n.Args{"vault": dir})
	}
	p.say("cli.vault.verified", i18n.Args{"vault": dir, "point": int(vault.SavePoint())})
	return nil
}

func (p *program) vaultRemoveCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("remove ID --vault DIR", "cli.cmd.vault-remove", cobra.ExactArgs(1), func(args []string) error {
		return p.within(v, func(vault *storage.Vault) error {
			id := storage.ID(args[0])
			rev, err := revisionOf(vault, id)
			if err == nil {
				err = vault.Remove(id, rev)
			}
			if err != nil {
				return vaultFailure(v.dir, err)
			}
			p.say("cli.vault.removed", nil)
			return nil
		})
	})
	p.vaultFlags(c, &v)
	return c
}

// revisionOf is the revision of a case, also of one that is damaged.
func revisionOf(vault *storage.Vault, id storage.ID) (uint64, error) {
	entries, err := vault.List()
	for _, e := range entries {
		if e.ID == id {
			return e.Rev, nil
		}
	}
	if err != nil {
		return 0, err
	}
	_, rev, err := vault.Get(id)
	return rev, err
}

func (p *program) vaultEraseCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("erase --vault DIR", "cli.cmd.vault-erase", cobra.NoArgs, func([]string) error {
		vault, err := p.openVault(v)
		if err != nil {
			return err
		}
		p.say("cli.vault.confirm", i18n.Args{"vault": v.dir})
		typed, err := p.in.ReadBytes('\n')
		if string(bytes.TrimRight(typed, "\r\n")) != v.dir {
			return closing(v.dir, vault, fail(failed, "cli.e.not-erased", i18n.Args{"vault": v.dir}))
		}
		if err = vault.EraseAll(); err != nil {
			return vaultFailure(v.dir, err)
		}
		p.say("cli.vault.erased", i18n.Args{"vault": v.dir})
		return nil
	})
	p.vaultFlags(c, &v)
	return c
}

func (p *program) vaultBackupCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("backup FILE --vault DIR", "cli.cmd.vault-backup", cobra.ExactArgs(1), func(args []string) error {
		return p.within(v, func(vault *storage.Vault) error {
			point, err := vault.Backup(p.path(args[0]))
			if err != nil {
				return vaultFailure(v.dir, err)
			}
			p.say("cli.vault.backed-up", i18n.Args{"file": args[0], "point": int(point)})
			return nil
		})
	})
	p.vaultFlags(c, &v)
	return c
}

func (p *program) vaultRestoreCommand() *cobra.Command {
	var v vaultFlags
	recoveryFD := ""
	c := p.command("restore FILE --vault DIR", "cli.cmd.vault-restore", cobra.ExactArgs(1), func(args []string) error {
		if err := v.named(); err != nil {
			return err
		}
		vault, err := p.restore(args[0], v, recoveryFD)
		if err != nil {
			return err
		}
		p.say("cli.vault.restored", i18n.Args{"vault": v.dir, "point": int(vault.SavePoint())})
		return closing(v.dir, vault, nil)
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"recovery-fd": &recoveryFD})
	c.MarkFlagsMutuallyExclusive("passphrase-fd", "recovery-fd")
	return c
}

// restore unpacks a backup, with the recovery key if a descriptor of one is given.
func (p *program) restore(name string, v vaultFlags, recoveryFD string) (*storage.Vault, error) {
	f, err := os.Open(p.path(name))
	if err != nil {
		return nil, fail(failed, "cli.e.read", i18n.Args{"file": name, "error": reason(err)})
	}
	defer f.Close()
	restore, secret := storage.Restore, func() ([]byte, error) { return p.passphrase(v.fd) }
	if recoveryFD != "" {
		restore, secret = storage.RestoreRecovery, func() ([]byte, error) { return p.passphraseFrom(recoveryFD) }
	}
	line, err := secret()
	if err != nil {
		return nil, err
	}
	vault, err := restore(p.path(v.dir), f, line, p.vaults...)
	if err != nil {
		return nil, vaultFailure(v.dir, err)
	}
	return vault, nil
}
