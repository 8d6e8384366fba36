package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
)

func (p *program) packNewCommand() *cobra.Command {
	on, law, part := "", "", ""
	c := p.command("new DIR", "cli.cmd.pack-new", cobra.ExactArgs(1), func(args []string) error { return p.packNew(args[0], law, part, on) })
	p.flags(c, map[string]*string{"on": &on, "law": &law, "part-of": &part})
	c.MarkFlagsMutuallyExclusive("law", "part-of")
	return c
}

// packNew makes a new pack in a folder that is not there yet, whose name is its
// id. Beside it must lie what packs share; where it does not, a copy is made.
func (p *program) packNew(dir, law, part, on string) error {
	day, err := p.day(on)
	if err != nil {
		return err
	}
	id := forms.ProcedureID(filepath.Base(filepath.Clean(dir)))
	if !packs.ValidID(id) {
		return fail(usage, "cli.e.bad-pack-id", i18n.Args{"name": string(id)})
	}
	if _, err := os.Lstat(p.path(dir)); !errors.Is(err, fs.ErrNotExist) {
		return fail(failed, "cli.e.pack-exists", i18n.Args{"folder": dir})
	}
	files, err := p.scaffold(id, law, part, day)
	if err != nil {
		return err
	}
	if err := p.sharedFiles(filepath.Dir(filepath.Clean(dir))); err != nil {
		return err
	}
	if err := p.writeAll(dir, files); err != nil {
		return err
	}
	p.say("cli.pack.made", i18n.Args{"folder": dir})
	return nil
}

// scaffold makes the files of a pack, out of a law file or of a part of one where
// such a file is named.
func (p *program) scaffold(id forms.ProcedureID, law, part string, on forms.Date) (files map[string][]byte, err error) {
	of, data := id, []byte(nil)
	if file := law + part; file != "" {
		if data, err = p.readFile(file); err != nil {
			return nil, fail(failed, "cli.e.read", i18n.Args{"file": file, "error": reason(err)})
		}
	}
	switch {
	case law != "":
		of, files, err = packs.ScaffoldFromLaw(data, on)
	case part != "":
		files, err = packs.ScaffoldPart(id, data, on)
	default:
		files, err = packs.Scaffold(id, on)
	}
	switch {
	case err != nil:
		return nil, fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	case of != id:
		return nil, fail(usage, "cli.e.bad-pack-id", i18n.Args{"name": string(id)})
	}
	return files, nil
}

// sharedFiles copies what packs share into a folder that has no such files.
func (p *program) sharedFiles(parent string) error {
	if _, err := os.Lstat(p.path(filepath.Join(parent, "common"))); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	files := map[string][]byte{}
	for _, pattern := range []string{"authorities.json", "common/*.yaml", "common/lists/*.yaml", "common/lang/*.json"} {
		names, err := fs.Glob(p.packs, pattern)
		if err != nil {
			return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
		}
		for _, name := range names {
			if files[name], err = fs.ReadFile(p.packs, name); err != nil {
				return fail(failed, "cli.e.read", i18n.Args{"file": name, "error": reason(err)})
			}
		}
	}
	return p.writeAll(parent, files)
}

// writeAll writes files into a folder, with the folders in it that they need.
func (p *program) writeAll(dir string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p.path(file)), 0o755); err != nil {
			return fail(failed, "cli.e.write", i18n.Args{"file": file, "error": reason(err)})
		}
		if err := p.replace(file, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}
