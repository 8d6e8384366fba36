package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"recourse/i18n"
	"recourse/storage"
	"recourse/storage/passphrase"
)

// errNoTerminal says that there is no terminal to ask for a passphrase.
var errNoTerminal = errors.New("no terminal")

// secretFromTerminal asks for a line on the terminal and does not show it; it
// works too where standard input is something else.
func secretFromTerminal(prompt string) ([]byte, error) {
	tty := os.Stdin
	if !term.IsTerminal(int(tty.Fd())) {
		var err error
		if tty, err = os.OpenFile("/dev/tty", os.O_RDWR, 0); err != nil {
			return nil, errNoTerminal
		}
		defer tty.Close()
	}
	fmt.Fprint(os.Stderr, prompt+" ")
	line, err := term.ReadPassword(int(tty.Fd()))
	fmt.Fprintln(os.Stderr)
	return line, err
}

// maxPassphrase bounds the line that is read as a passphrase.
const maxPassphrase = 4096

// passphrase gets the passphrase of a vault: a line from the file descriptor, or
// from the terminal.
func (p *program) passphrase(fd string) ([]byte, error) {
	if fd != "" {
		return p.passphraseFrom(fd)
	}
	return p.askSecret("cli.passphrase")
}

// newPassphrase gets a new passphrase: a line from the file descriptor, or from
// the terminal, there twice; who types nothing there gets six words. A poor one is
// refused.
func (p *program) newPassphrase(fd string) ([]byte, error) {
	if fd != "" {
		line, err := p.passphraseFrom(fd)
		if err != nil {
			return nil, err
		}
		return line, judge(line)
	}
	first, err := p.askSecret("cli.passphrase-new")
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(first)) == 0 {
		if first, err = p.generate(); err != nil {
			return nil, err
		}
	}
	again, err := p.askSecret("cli.passphrase-again")
	if err != nil {
		return nil, err
	}
	if !samePassphrase(first, again) {
		return nil, fail(failed, "cli.e.passphrases-differ", nil)
	}
	return first, judge(first)
}

// generate draws six words and shows them once.
func (p *program) generate() ([]byte, error) {
	words, err := passphrase.Generate(p.chance, passphrase.Usual)
	if err != nil {
		return nil, fail(failed, "cli.e.internal", i18n.Args{"error": err.Error()})
	}
	p.say("cli.passphrase-generated", i18n.Args{"words": words})
	return []byte(words), nil
}

// samePassphrase tells whether two lines are the same passphrase.
func samePassphrase(a, b []byte) bool {
	first, errFirst := passphrase.Normal(a)
	again, errAgain := passphrase.Normal(b)
	return errFirst == nil && errAgain == nil && first == again || bytes.Equal(a, b)
}

// judge refuses a passphrase that can be guessed.
func judge(typed []byte) error {
	text, err := passphrase.Normal(typed)
	if err != nil {
		return fail(failed, "cli.e.empty-passphrase", nil)
	}
	switch passphrase.Judge(text).Verdict {
	case passphrase.Short:
		return fail(failed, "cli.e.passphrase-short", i18n.Args{"least": passphrase.Least})
	case passphrase.Common:
		return fail(failed, "cli.e.passphrase-common", nil)
	case passphrase.Weak:
		return fail(failed, "cli.e.passphrase-weak", nil)
	case passphrase.Good:
	}
	return nil
}

// recoveryKey gets the key of a recovery sheet: a line from the file descriptor,
// or from the terminal.
func (p *program) recoveryKey(fd string, prompt i18n.Key) ([]byte, error) {
	if fd != "" {
		return p.passphraseFrom(fd)
	}
	return p.askSecret(prompt)
}

func (p *program) askSecret(prompt i18n.Key) ([]byte, error) {
	line, err := p.secret(p.words(prompt, nil))
	if err != nil {
		return nil, fail(failed, "cli.e.no-terminal", nil)
	}
	return line, nil
}

func (p *program) passphraseFrom(fd string) ([]byte, error) {
	n, err := strconv.ParseUint(fd, 10, 16)
	if err != nil {
		return nil, fail(usage, "cli.e.bad-descriptor", i18n.Args{"value": fd})
	}
	in := p.in
	if n != 0 {
		in = bufio.NewReader(io.LimitReader(p.descriptor(uintptr(n)), maxPassphrase))
	}
	line, err := in.ReadBytes('\n')
	if err != nil && (!errors.Is(err, io.EOF) || len(line) == 0) {
		return nil, fail(failed, "cli.e.descriptor", i18n.Args{"value": fd})
	}
	return bytes.TrimRight(line, "\r\n"), nil
}

// vaultFailure puts an error of the storage into words.
func vaultFailure(dir string, err error) error {
	args := i18n.Args{"vault": dir}
	for _, known := range []struct {
		is   error
		code code
		key  i18n.Key
	}{
		{storage.ErrRecovery, locked, "cli.e.recovery"},
		{storage.ErrPassphrase, locked, "cli.e.passphrase"},
		{storage.ErrLocked, locked, "cli.e.locked"},
		{storage.ErrNotVault, failed, "cli.e.not-vault"},
		{storage.ErrExists, failed, "cli.e.vault-exists"},
		{storage.ErrNewer, failed, "cli.e.vault-newer"},
		{storage.ErrDamaged, failed, "cli.e.vault-damaged"},
		{storage.ErrNotFound, failed, "cli.e.not-found"},
		{storage.ErrInvalidID, usage, "cli.e.bad-case-id"},
		{storage.ErrConflict, failed, "cli.e.conflict"},
		{storage.ErrReadOnly, failed, "cli.e.read-only"},
		{storage.ErrChanged, failed, "cli.e.vault-changed"},
		{storage.ErrUnsynced, failed, "cli.e.vault-unsynced"},
		{storage.ErrForeign, failed, "cli.e.foreign"},
		{storage.ErrNotForUs, failed, "cli.e.not-for-us"},
		{storage.ErrTooLarge, failed, "cli.e.too-large"},
	} {
		if errors.Is(err, known.is) {
			return fail(known.code, known.key, args)
		}
	}
	args["error"] = reason(err)
	return fail(failed, "cli.e.vault", args)
}
