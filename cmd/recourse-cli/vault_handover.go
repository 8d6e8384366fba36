package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

func (p *program) vaultCardCommand() *cobra.Command {
	var v vaultFlags
	var output, name string
	c := p.command("card --vault DIR -o FILE", "cli.cmd.vault-card", cobra.NoArgs, func([]string) error {
		if output == "" {
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
		}
		return p.within(v, func(vault *storage.Vault) error {
			card, err := vault.Card(p.sender(name))
			if err != nil {
				return vaultFailure(v.dir, err)
			}
			data, err := card.Bytes()
			if err != nil {
				return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
			}
			if err := p.writeFile(output, data); err != nil {
				return err
			}
			p.fingerprint(card)
			return nil
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"output": &output, "name": &name})
	return c
}

// sender is the name on a card; without one it says so.
func (p *program) sender(name string) string {
	if name == "" {
		return p.words("cli.vault.nameless", nil)
	}
	return name
}

// fingerprint shows what two people compare.
func (p *program) fingerprint(c storage.Card) {
	p.say("cli.vault.fingerprint", i18n.Args{"name": visible(c.Name), "groups": c.Fingerprint(), "words": c.Words()})
}

func (p *program) vaultHandoverCommand() *cobra.Command {
	var v vaultFlags
	var to, output, name string
	c := p.command("handover ID --to CARD -o FILE --vault DIR", "cli.cmd.vault-handover", cobra.ExactArgs(1), func(args []string) error {
		switch {
		case to == "":
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "--to CARD"})
		case output == "":
			return fail(usage, "cli.e.flag-missing", i18n.Args{"flag": "-o FILE"})
		}
		card, err := p.readCard(to)
		if err != nil {
			return err
		}
		return p.within(v, func(vault *storage.Vault) error {
			return p.handOver(v.dir, vault, storage.ID(args[0]), card, name, output)
		})
	})
	p.vaultFlags(c, &v)
	p.flags(c, map[string]*string{"to": &to, "output": &output, "name": &name})
	return c
}

// readCard reads a card from a file.
func (p *program) readCard(file string) (storage.Card, error) {
	data, err := p.readFile(file)
	if err != nil {
		return storage.Card{}, fail(failed, "cli.e.read", i18n.Args{"file": file, "error": reason(err)})
	}
	card, err := storage.ParseCard(data)
	if err != nil {
		return storage.Card{}, fail(failed, "cli.e.card", i18n.Args{"file": file})
	}
	return card, nil
}

func (p *program) handOver(dir string, vault *storage.Vault, id storage.ID, card storage.Card, name, output string) error {
	err := p.stream(output, func(w io.Writer) error { return vault.HandOver(id, card, p.sender(name), w) })
	if err != nil {
		return p.streamFailure(dir, output, err)
	}
	p.say("cli.vault.handed-over", i18n.Args{"file": output})
	p.fingerprint(card)
	return nil
}

// stream writes a large file for its owner alone, whole or not at all; "-" is
// standard output.
func (p *program) stream(file string, produce func(io.Writer) error) error {
	if file == standard {
		return produce(p.stdout)
	}
	return storage.WriteStream(p.path(file), 0o600, produce)
}

// streamFailure puts an error of stream into words: of the vault or of the file.
func (p *program) streamFailure(dir, file string, err error) error {
	var f *failure
	switch known := vaultFailure(dir, err); {
	case errors.Is(err, storage.ErrUnsynced):
		return fail(failed, "cli.note.unsynced", i18n.Args{"file": file})
	case errors.As(known, &f) && f.key != "cli.e.vault":
		return known
	}
	return fail(failed, "cli.e.write", i18n.Args{"file": file, "error": reason(err)})
}

func (p *program) vaultReceiveCommand() *cobra.Command {
	var v vaultFlags
	c := p.command("receive FILE --vault DIR", "cli.cmd.vault-receive", cobra.ExactArgs(1), func(args []string) error {
		if err := v.named(); err != nil {
			return err
		}
		f, err := os.Open(p.path(args[0]))
		if err != nil {
			return fail(failed, "cli.e.read", i18n.Args{"file": args[0], "error": reason(err)})
		}
		defer f.Close()
		return p.within(v, func(vault *storage.Vault) error {
			got, err := vault.Receive(f, isCase)
			if err != nil {
				return p.receiveFailure(v.dir, args[0], err)
			}
			p.print("%s", got.Case)
			p.say("cli.vault.received", nil)
			p.fingerprint(got.From)
			return nil
		})
	})
	p.vaultFlags(c, &v)
	return c
}

// isCase refuses what is no case file, or one of another case.
func isCase(id storage.ID, data []byte) error {
	c, err := forms.DecodeCase(data)
	if err != nil {
		return err
	}
	if c.ID != string(id) {
		return storage.ErrForeign
	}
	return nil
}

func (p *program) receiveFailure(dir, file string, err error) error {
	var bad *forms.FileError
	switch {
	case errors.As(err, &bad):
		return fail(failed, "cli.e.case-file", i18n.Args{"file": file, "fault": bad.Error()})
	case errors.Is(err, storage.ErrConflict):
		return fail(failed, "cli.e.here-already", i18n.Args{"vault": dir})
	}
	return vaultFailure(dir, err)
}
