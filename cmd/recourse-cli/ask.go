package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
)

// askFlags are the flags of the command ask.
type askFlags struct {
	vaultFlags
	output, caseID, on string
}

func (p *program) askCommand() *cobra.Command {
	var f askFlags
	c := p.command("ask PROCEDURE", "cli.cmd.ask", cobra.ExactArgs(1), func(args []string) error { return p.ask(args[0], f) })
	p.vaultFlags(c, &f.vaultFlags)
	p.flags(c, map[string]*string{"output": &f.output, "case": &f.caseID, "on": &f.on})
	c.MarkFlagsMutuallyExclusive("output", "vault")
	c.MarkFlagsMutuallyExclusive("output", "case")
	return c
}

func (p *program) ask(id string, f askFlags) error {
	proc, err := p.asked(id)
	if err != nil {
		return err
	}
	on, err := p.day(f.on)
	if err != nil {
		return err
	}
	switch {
	case f.output == standard:
		return fail(usage, "cli.e.ask-needs-file", nil)
	case f.output != "":
		return p.askFile(proc, f.output, on)
	case f.dir == "":
		return fail(usage, "cli.e.ask-where", nil)
	}
	return p.within(f.vaultFlags, func(v *storage.Vault) error { return p.askVault(proc, v, f, on) })
}

// keeper keeps the case of an interview, after each answer.
type keeper interface {
	save(c forms.Case) error
	// commands that go on: to print it, or to see where it can go; and to take it
	// up again.
	next(proc forms.ProcedureID) (pdf, ask string)
}

// fileKeeper keeps it in a file in the clear.
type fileKeeper struct {
	p    *program
	file string
}

func (k fileKeeper) save(c forms.Case) error {
	data, err := forms.EncodeCase(c)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	return k.p.writeFile(k.file, data)
}

func (k fileKeeper) next(id forms.ProcedureID) (pdf, ask string) {
	file := quoted(k.file)
	if id == packs.FactsID {
		return "recourse-cli routes " + file, "recourse-cli ask " + factsName + " -o " + file
	}
	return "recourse-cli pdf " + file + " --procedure " + string(id) + " -o " + string(id) + ".pdf",
		"recourse-cli ask " + string(id) + " -o " + file
}

// vaultKeeper keeps it in a vault.
type vaultKeeper struct {
	vault *storage.Vault
	dir   string
	id    string
	rev   uint64
}

func (k *vaultKeeper) save(c forms.Case) error {
	data, err := forms.EncodeCase(c)
	if err != nil {
		return fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	rev, err := k.vault.Put(storage.ID(c.ID), data, k.rev)
	if err != nil {
		return vaultFailure(k.dir, err)
	}
	k.rev = rev
	return nil
}

func (k *vaultKeeper) next(id forms.ProcedureID) (pdf, ask string) {
	dir := quoted(k.dir)
	if id == packs.FactsID {
		return "recourse-cli vault get " + k.id + " --vault " + dir + " -o - | recourse-cli routes -",
			"recourse-cli ask " + factsName + " --vault " + dir + " --case " + k.id
	}
	return "recourse-cli vault get " + k.id + " --vault " + dir + " -o - | recourse-cli pdf - --procedure " + string(id) + " -o " + string(id) + ".pdf",
		"recourse-cli ask " + string(id) + " --vault " + dir + " --case " + k.id
}

func (p *program) askFile(proc *forms.Procedure, file string, on forms.Date) error {
	c, err := p.fileToContinue(file)
	if err != nil {
		return err
	}
	k := fileKeeper{p, file}
	a := p.newInterviewer(proc, c, k, on)
	if err := k.save(a.c); err != nil { // before anything is typed in vain
		return err
	}
	p.say("cli.note.in-the-clear", i18n.Args{"file": file})
	return a.run()
}

// fileToContinue reads the case in a file, or begins one where there is no file.
func (p *program) fileToContinue(file string) (forms.Case, error) {
	data, err := p.readFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return p.newCase(), nil
	}
	if err != nil {
		return forms.Case{}, fail(failed, "cli.e.read", i18n.Args{"file": file, "error": reason(err)})
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return forms.Case{}, fail(failed, "cli.e.case-file", i18n.Args{"file": file, "fault": err.Error()})
	}
	return c, nil
}

func (p *program) newCase() forms.Case {
	return forms.Case{ID: p.newID(), Language: input.Reader{Lang: p.lang}.Language()}
}

func (p *program) askVault(proc *forms.Procedure, v *storage.Vault, f askFlags, on forms.Date) error {
	c, k := p.newCase(), &vaultKeeper{vault: v, dir: f.dir}
	if f.caseID != "" {
		var err error
		if c, k.rev, err = getCase(f.dir, v, f.caseID); err != nil {
			return err
		}
	}
	k.id = c.ID
	return p.newInterviewer(proc, c, k, on).run()
}
