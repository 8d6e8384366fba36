package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// maxCaseFile is one byte more than a case file may have.
const maxCaseFile = 16<<20 + 1

// standard is the name for standard input and output.
const standard = "-"

// readCase reads a case file; "-" is standard input.
func (p *program) readCase(file string) (forms.Case, error) {
	data, err := p.readFile(file)
	if err != nil {
		return forms.Case{}, fail(failed, "cli.e.read", i18n.Args{"file": file, "error": reason(err)})
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return forms.Case{}, fail(failed, "cli.e.case-file", i18n.Args{"file": file, "fault": err.Error()})
	}
	return c, nil
}

// caseOn reads a case file and the day on which it is looked at.
func (p *program) caseOn(file, on string) (forms.Case, forms.Date, error) {
	day, err := p.day(on)
	if err != nil {
		return forms.Case{}, day, err
	}
	c, err := p.readCase(file)
	return c, day, err
}

func (p *program) readFile(file string) ([]byte, error) {
	if file == standard {
		return io.ReadAll(io.LimitReader(p.in, maxCaseFile))
	}
	f, err := os.Open(p.path(file))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxCaseFile))
	return data, errors.Join(err, f.Close())
}

// writeFile writes a whole file for its owner alone, or nothing; "-" is standard
// output.
func (p *program) writeFile(file string, data []byte) error {
	if file == standard {
		_, err := p.stdout.Write(data)
		return p.wrote(err)
	}
	return p.replace(file, data, 0o600)
}

// replace puts a whole file in the place of another.
func (p *program) replace(file string, data []byte, perm fs.FileMode) error {
	err := storage.WriteFile(p.path(file), data, perm)
	switch {
	case errors.Is(err, storage.ErrUnsynced):
		p.say("cli.note.unsynced", i18n.Args{"file": file})
		return nil
	case err != nil:
		return fail(failed, "cli.e.write", i18n.Args{"file": file, "error": reason(err)})
	}
	return nil
}

// reason is the system's word for an error, without the path that it repeats.
func reason(err error) string {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}

// filings lists the procedures that a command is about: the one that was named,
// else those of the case's filings.
func (p *program) filings(c forms.Case, named string) ([]*forms.Procedure, error) {
	if named != "" {
		proc, err := p.procedure(named)
		return []*forms.Procedure{proc}, err
	}
	lib, err := p.library()
	if err != nil {
		return nil, err
	}
	if len(c.Filings) == 0 {
		return nil, fail(usage, "cli.e.no-filing", i18n.Args{"have": procedureIDs(lib)})
	}
	var out []*forms.Procedure
	for i, f := range c.Filings {
		proc, ok := lib.Procedure(f.Procedure)
		if !ok {
			return nil, fail(failed, "cli.e.unknown-filing", i18n.Args{
				"at": fmt.Sprintf("filings.%d.procedure", i), "name": string(f.Procedure), "have": procedureIDs(lib)})
		}
		out = append(out, proc)
	}
	return out, nil
}
