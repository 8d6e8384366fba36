package main

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// showOut is a case as "vault show --json" shows it.
type showOut struct {
	entryOut
	Versions []stateOut   `json:"versions"`
	Exhibits []exhibitOut `json:"exhibits"`
	Custody  []eventOut   `json:"custody"`
}

// stateOut is a state of a case that is kept.
type stateOut struct {
	Name     string `json:"name"`
	Revision uint64 `json:"revision"`
	Modified string `json:"modified"`
	Size     int    `json:"size"`
	Copy     bool   `json:"copy"` // put aside by a sync program
}

// exhibitOut is a file that belongs to a case.
type exhibitOut struct {
	ID     storage.ID `json:"id"`
	Name   string     `json:"name"`
	Type   string     `json:"type"`
	Size   int64      `json:"size"`
	SHA256 string     `json:"sha256"`
}

// eventOut is something that was done with an exhibit.
type eventOut struct {
	At      string         `json:"at"`
	Exhibit storage.ID     `json:"exhibit"`
	Action  storage.Action `json:"action"`
	Who     string         `json:"who"`
	From    string         `json:"from"`
}

func (p *program) vaultShowCommand() *cobra.Command {
	var v vaultFlags
	asJSON := false
	c := p.command("show ID --vault DIR", "cli.cmd.vault-show", cobra.ExactArgs(1), func(args []string) error {
		return p.within(v, func(vault *storage.Vault) error {
			out, err := p.shown(v.dir, vault, storage.ID(args[0]))
			if err != nil {
				return vaultFailure(v.dir, err)
			}
			if asJSON {
				return p.json(out)
			}
			p.printShown(out)
			return nil
		})
	})
	p.vaultFlags(c, &v)
	p.jsonFlag(c, &asJSON)
	return c
}

// shown collects what there is to say of a case.
func (p *program) shown(dir string, vault *storage.Vault, id storage.ID) (showOut, error) {
	versions, err := vault.Versions(id)
	if err != nil {
		return showOut{}, err
	}
	exhibits, err := vault.Exhibits(id)
	if err != nil {
		return showOut{}, err
	}
	custody, err := vault.Custody(id)
	if err != nil {
		return showOut{}, err
	}
	entries, err := vault.List()
	if err != nil {
		return showOut{}, err
	}
	entries = slices.DeleteFunc(entries, func(e storage.Entry) bool { return e.ID != id })
	shown, err := p.entries(dir, vault, entries)
	if err != nil || len(shown) == 0 {
		return showOut{}, err
	}
	return showOut{shown[0], statesOut(versions), exhibitsOut(exhibits), eventsOut(custody)}, nil
}

func statesOut(list []storage.Version) []stateOut {
	out := []stateOut{}
	for _, x := range list {
		out = append(out, stateOut{x.Name, x.Rev, stamp(x.Modified), x.Size, !x.Listed})
	}
	return out
}

func exhibitsOut(list []storage.Exhibit) []exhibitOut {
	out := []exhibitOut{}
	for _, x := range list {
		out = append(out, exhibitOut{x.ID, x.Name, x.Type, x.Size, x.SHA256})
	}
	return out
}

func eventsOut(list []storage.Event) []eventOut {
	out := []eventOut{}
	for _, e := range list {
		out = append(out, eventOut{stamp(e.Time()), e.Exhibit, e.Action, e.Who, e.From})
	}
	return out
}

// stamp is a moment as data show it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func (p *program) printShown(out showOut) {
	p.printEntries([]entryOut{out.entryOut})
	if len(out.Exhibits) > 0 {
		p.print("\n%s", p.words("cli.vault.exhibits", nil))
	}
	for _, x := range out.Exhibits {
		p.print("%s  %s  %s  %d\n    %s", x.ID, visible(x.Name), x.Type, x.Size, x.SHA256)
	}
	if len(out.Custody) > 0 {
		p.print("\n%s", p.words("cli.vault.custody", nil))
	}
	for _, e := range out.Custody {
		p.print("%s  %s  %s  %s  %s", e.At, e.Exhibit, p.words(i18n.Key("cli.custody."+e.Action), nil), visible(e.Who), visible(e.From))
	}
	p.print("\n%s", p.words("cli.vault.versions", nil))
	for _, x := range out.Versions {
		p.print("%s  %s  %d", x.Name, x.Modified, x.Size)
	}
}

// visible shows text of others so that nothing in it steers the terminal or
// turns what stands beside it.
func visible(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r) {
			return '\ufffd'
		}
		return r
	}, strings.Trim(string(quoted), `"`))
}

func (p *program) vaultSearchCommand() *cobra.Command {
	var v vaultFlags
	asJSON := false
	c := p.command("search WORDS|- --vault DIR", "cli.cmd.vault-search", cobra.MinimumNArgs(1), func(args []string) error {
		return p.within(v, func(vault *storage.Vault) error {
			words, err := p.searched(args)
			if err != nil {
				return err
			}
			return p.search(v.dir, vault, words, asJSON)
		})
	})
	p.vaultFlags(c, &v)
	p.jsonFlag(c, &asJSON)
	return c
}

// searched are the words to search: those of the command line, which other
// programs can see, or with "-" a line of standard input, which they cannot.
func (p *program) searched(args []string) (string, error) {
	if len(args) != 1 || args[0] != standard {
		return strings.Join(args, " "), nil
	}
	line, err := p.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fail(failed, "cli.e.read", i18n.Args{"file": standard, "error": reason(err)})
	}
	return line, nil
}

func (p *program) search(dir string, vault *storage.Vault, words string, asJSON bool) error {
	ids, err := vault.Search(words, forms.TextOf)
	if err != nil {
		return vaultFailure(dir, err)
	}
	entries, err := vault.List()
	if err != nil {
		return vaultFailure(dir, err)
	}
	entries = slices.DeleteFunc(entries, func(e storage.Entry) bool { return !slices.Contains(ids, e.ID) })
	out, err := p.entries(dir, vault, entries)
	if err != nil {
		return err
	}
	if asJSON {
		return p.json(out)
	}
	p.printEntries(out)
	if len(out) == 0 {
		p.say("cli.vault.nothing-found", nil)
	}
	return nil
}
