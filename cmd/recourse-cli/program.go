// Command recourse-cli is Recourse in a terminal, for screen readers, servers,
// batch work and tests: the same engine as the window, without cgo.
//
// Output is plain lines; with --json it has the shapes of docs/schema. Data go to
// standard output, messages to standard error. The exit codes are 0 done, 1
// failed, 2 wrong usage, 3 the case is incomplete, 4 locked or wrong passphrase.
//
// Everything that the program touches outside of itself comes in through the
// fields of program; run is the one entry. It uses no network.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
)

// program is the terminal program and all that it touches.
type program struct {
	stdin      io.Reader
	echoes     bool // stdin is a terminal, which shows what is typed and its line ends
	stdout     io.Writer
	stderr     io.Writer
	env        func(name string) string
	now        func() time.Time
	newID      func() string                       // a new UUID
	secret     func(prompt string) ([]byte, error) // a line from the terminal, not shown
	descriptor func(n uintptr) io.Reader           // an open file descriptor
	chance     io.Reader                           // for generated passphrases
	packs      fs.FS
	vaults     []storage.Option // none but in tests
	dir        string           // where relative paths begin; "" for the process's own folder

	in   *bufio.Reader                       // stdin, for all that read it
	lang i18n.Tag                            // the person's language
	t    *i18n.Catalog                       // shared words in the language nearest to it
	lib  *packs.Library                      // loaded when first asked for
	said map[forms.ProcedureID]*i18n.Catalog // words of procedures that were asked for
}

// code is an exit code.
type code int

const (
	done       code = 0
	failed     code = 1
	usage      code = 2
	incomplete code = 3
	locked     code = 4
)

// failure ends a command. Its words are in the catalogs.
type failure struct {
	code code
	key  i18n.Key
	args i18n.Args
}

func (f *failure) Error() string { return string(f.key) }

func fail(c code, key i18n.Key, args i18n.Args) error { return &failure{c, key, args} }

// run does what the arguments say and returns the exit code.
func (p *program) run(args []string) int {
	p.in = bufio.NewReader(p.stdin)
	out := &watched{w: p.stdout}
	p.stdout = out
	if err := p.speak(args); err != nil {
		return int(p.report(err))
	}
	root := p.commands()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		err = p.wrote(out.err)
	}
	return int(p.report(err))
}

// watched remembers the first error of writing, so that output that was cut off
// is never taken for whole.
type watched struct {
	w   io.Writer
	err error
}

func (o *watched) Write(b []byte) (int, error) {
	n, err := o.w.Write(b)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// report says what went wrong and gives the exit code. An error that is no
// failure comes from reading the command line.
func (p *program) report(err error) code {
	var f *failure
	switch {
	case err == nil:
		return done
	case errors.As(err, &f):
		if f.key != "" {
			p.say(f.key, f.args)
		}
		return f.code
	}
	p.say("cli.e.usage", i18n.Args{"error": err.Error()})
	return usage
}

// fallback is the language of what the program has in no better one.
const fallback i18n.Tag = "en"

// speak finds the person's language: --lang, else the system's, else English.
// It comes before the command line is read, which is explained in it.
func (p *program) speak(args []string) error {
	p.lang = p.systemLanguage()
	p.setWords()
	given, ok := flagValue(args, "--lang")
	if !ok {
		return nil
	}
	tag, err := i18n.ParseTag(given)
	if err != nil {
		return fail(usage, "cli.e.bad-language", i18n.Args{"flag": "--lang", "value": given})
	}
	p.lang = tag
	p.setWords()
	return nil
}

func (p *program) setWords() {
	t, ok := i18n.Locale(p.lang)
	if !ok {
		t, _ = i18n.Locale(fallback)
	}
	p.t = t
}

func flagValue(args []string, name string) (string, bool) {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, name+"="); ok {
			return v, true
		}
		if a == name && i+1 < len(args) {
			return args[i+1], true
		}
	}
	return "", false
}

// systemLanguage follows POSIX: the first of the variables that is set counts,
// as in "de_AT.UTF-8".
func (p *program) systemLanguage() i18n.Tag {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := p.env(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, ".")
		value, _, _ = strings.Cut(value, "@")
		if tag, err := i18n.ParseTag(strings.ReplaceAll(value, "_", "-")); err == nil {
			return tag
		}
		return fallback
	}
	return fallback
}

// text is a text of a catalog for a terminal. Inserted values are isolated only
// where the language runs from right to left: elsewhere the controls would show
// as dirt in places that do not know them.
func text(t *i18n.Catalog, key i18n.Key, args i18n.Args) string {
	if t.Tag().Dir() == i18n.RTL {
		return t.Text(key, args)
	}
	return t.Plain(key, args)
}

// say writes a message to standard error.
func (p *program) say(key i18n.Key, args i18n.Args) {
	fmt.Fprintln(p.stderr, text(p.t, key, args))
}

// print writes a line to standard output.
func (p *program) print(format string, args ...any) {
	fmt.Fprintf(p.stdout, format+"\n", args...)
}

// words is a text of the shared catalog.
func (p *program) words(key i18n.Key, args i18n.Args) string { return text(p.t, key, args) }

// path makes a path as typed one that can be opened.
func (p *program) path(typed string) string {
	if p.dir == "" || filepath.IsAbs(typed) {
		return typed
	}
	return filepath.Join(p.dir, typed)
}

// library loads the packs of the program.
func (p *program) library() (*packs.Library, error) {
	if p.lib != nil {
		return p.lib, nil
	}
	lib, err := packs.Open(p.packs)
	if err != nil {
		return nil, fail(failed, "cli.e.packs", i18n.Args{"faults": err.Error()})
	}
	p.lib = lib
	return lib, nil
}

// procedure finds a procedure that was named on the command line.
func (p *program) procedure(id string) (*forms.Procedure, error) {
	lib, err := p.library()
	if err != nil {
		return nil, err
	}
	if proc, ok := lib.Procedure(forms.ProcedureID(id)); ok {
		return proc, nil
	}
	return nil, fail(usage, "cli.e.unknown-procedure", i18n.Args{"name": id, "have": procedureIDs(lib)})
}

// factsName is the name of the facts on the command line.
const factsName = "facts"

// asked finds what can be asked: a procedure, or the facts that come before one.
func (p *program) asked(id string) (*forms.Procedure, error) {
	if id != factsName {
		return p.procedure(id)
	}
	lib, err := p.library()
	if err != nil {
		return nil, err
	}
	return lib.Facts(), nil
}

func procedureIDs(lib *packs.Library) string {
	var ids []string
	for _, x := range lib.Index() {
		ids = append(ids, string(x.ID))
	}
	return strings.Join(ids, ", ")
}

// texts are the words of a procedure for the person: in the person's language,
// else in English, which a message then says, else in the first there is.
func (p *program) texts(id forms.ProcedureID) *i18n.Catalog {
	if t, done := p.said[id]; done {
		return t
	}
	t, ok := p.lib.Texts(id, p.nearest(p.lib.AskLanguages(id)))
	if !ok {
		t = p.t
	}
	if p.said == nil {
		p.said = map[forms.ProcedureID]*i18n.Catalog{}
	}
	p.said[id] = t
	return t
}

// nearest is the language of the words of a procedure for the person.
func (p *program) nearest(have []i18n.Tag) i18n.Tag {
	tag, ok := i18n.Match([]i18n.Tag{p.lang}, have)
	if !ok {
		tag, ok = i18n.Match([]i18n.Tag{fallback}, have)
		if !ok && len(have) > 0 {
			tag = have[0]
		}
		p.say("cli.note.other-language", i18n.Args{"wanted": i18n.Language(p.t.Tag(), p.lang), "language": i18n.Language(p.t.Tag(), tag)})
	}
	return tag
}

// day reads --on; empty means today.
func (p *program) day(typed string) (forms.Date, error) {
	if typed == "" {
		y, m, d := p.now().Date()
		return forms.Date{Year: y, Month: int(m), Day: d}, nil
	}
	d, err := forms.ParseDate(typed)
	if err != nil {
		return forms.Date{}, fail(usage, "cli.e.bad-day", i18n.Args{"value": typed})
	}
	return d, nil
}

// tag reads a language from a flag and holds it against those there are.
func (p *program) tag(flag, typed string, have []i18n.Tag) (i18n.Tag, error) {
	if typed == "" {
		return "", nil
	}
	tag, err := i18n.ParseTag(typed)
	if err != nil {
		return "", fail(usage, "cli.e.bad-language", i18n.Args{"flag": flag, "value": typed})
	}
	found, ok := i18n.Match([]i18n.Tag{tag}, have)
	if !ok {
		return "", fail(usage, "cli.e.no-document-language", i18n.Args{"flag": flag, "value": typed, "have": tags(have)})
	}
	return found, nil
}

func tags(list []i18n.Tag) string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = string(t)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}
