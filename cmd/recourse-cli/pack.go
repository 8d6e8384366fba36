package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"recourse/forms/packs"
	"recourse/i18n"
)

// faultOut is a fault as "pack check --json" shows it.
type faultOut struct {
	File    string `json:"file"`
	At      string `json:"at"`
	Message string `json:"message"`
}

func (p *program) packCommand() *cobra.Command {
	c := p.group("pack COMMAND", "cli.cmd.pack")
	c.AddCommand(p.packCheckCommand(), p.packWalkCommand(), p.packNewCommand())
	return c
}

func (p *program) packCheckCommand() *cobra.Command {
	write, asJSON := false, false
	c := p.command("check [DIR]", "cli.cmd.pack-check", cobra.MaximumNArgs(1), func(args []string) error {
		files := p.packs
		if len(args) > 0 {
			files = os.DirFS(p.path(args[0]))
		} else if write {
			return fail(usage, "cli.e.write-needs-folder", nil)
		}
		if write {
			if err := p.canonical(args[0], files); err != nil {
				return err
			}
			if err := p.indexed(args[0], files); err != nil {
				return err
			}
		}
		return p.packCheck(files, asJSON)
	})
	c.Flags().BoolVar(&write, "write", false, p.words("cli.flag.write", nil))
	p.jsonFlag(c, &asJSON)
	return c
}

// packCheck loads packs and names every fault.
func (p *program) packCheck(files fs.FS, asJSON bool) error {
	lib, err := packs.Load(files)
	var faults packs.Faults
	if err != nil && !errors.As(err, &faults) {
		return fail(failed, "cli.e.packs", i18n.Args{"faults": err.Error()})
	}
	out := []faultOut{}
	for _, f := range faults {
		out = append(out, faultOut{f.File, f.At, f.Msg})
		if !asJSON {
			p.print("%s", f)
		}
	}
	if asJSON {
		if err := p.json(out); err != nil {
			return err
		}
	}
	if len(out) > 0 {
		return fail(failed, "cli.pack.faults", i18n.Args{"n": len(out)})
	}
	if len(lib.Procedures()) == 0 {
		return fail(failed, "cli.pack.none", nil)
	}
	p.say("cli.pack.sound", i18n.Args{"n": len(lib.Procedures())})
	return nil
}

// canonical puts the files of packs into their canonical form. A file that
// cannot be read as what it is stays as it is: the check names its fault.
func (p *program) canonical(dir string, files fs.FS) error {
	for _, pattern := range []string{"*/*.yaml", "common/lists/*.yaml", "*/lang/*.json"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
		}
		for _, name := range names {
			if err := p.canonicalFile(dir, files, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// indexed writes the index of a folder of packs anew, where there is one. Packs
// with faults have none: the check names the faults.
func (p *program) indexed(dir string, files fs.FS) error {
	name, _ := (&packs.Library{}).IndexFile()
	was, err := fs.ReadFile(files, name)
	if err != nil {
		return nil
	}
	lib, err := packs.Load(without{files, name})
	if err != nil {
		return nil
	}
	_, want := lib.IndexFile()
	if bytes.Equal(was, want) {
		return nil
	}
	if err := p.replace(path.Join(dir, name), want, 0o644); err != nil {
		return err
	}
	p.say("cli.pack.written", i18n.Args{"file": name})
	return nil
}

// without is a file system in which one file is not there.
type without struct {
	fs.FS
	name string
}

func (w without) Open(name string) (fs.File, error) {
	if name == w.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

func (p *program) canonicalFile(dir string, files fs.FS, name string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return fail(failed, "cli.e.read", i18n.Args{"file": name, "error": reason(err)})
	}
	want, err := canonicalForm(name, data)
	if err != nil || bytes.Equal(data, want) {
		return nil
	}
	if err := p.replace(path.Join(dir, name), want, 0o644); err != nil {
		return err
	}
	p.say("cli.pack.written", i18n.Args{"file": name})
	return nil
}

func canonicalForm(name string, data []byte) ([]byte, error) {
	if path.Ext(name) == ".yaml" {
		return packs.Format(data)
	}
	tag := i18n.Tag(strings.TrimSuffix(path.Base(name), ".json"))
	c, err := i18n.ParseCatalog(tag, data)
	if err != nil {
		return nil, err
	}
	return c.Canonical(), nil
}
