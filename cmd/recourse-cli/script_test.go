package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"recourse/forms/packs"
	"recourse/storage"
	"recourse/storage/storagetest"
)

// Each script is a story of somebody at the terminal. "cli CODE [<FILE] ARG..."
// runs the program in process, with FILE as standard input, and wants the exit
// code; "schema NAME FILE" holds JSON against docs/schema.
func TestScripts(t *testing.T) {
	schemas, err := filepath.Abs("../../docs/schema")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cli":    scriptCLI,
			"schema": scriptSchema,
		},
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SCHEMAS", schemas)
			return nil
		},
	})
}

func scriptCLI(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg {
		ts.Fatalf("usage: cli CODE [<FILE] ARG...")
	}
	args = args[1:]
	stdin := io.Reader(strings.NewReader(""))
	if len(args) > 0 && strings.HasPrefix(args[0], "<") {
		stdin, args = strings.NewReader(ts.ReadFile(args[0][1:])), args[1:]
	}
	p := testProgram(stdin, ts.Stdout(), ts.Stderr(), ts.MkAbs("."))
	p.env = ts.Getenv
	if got := p.run(args); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// opened is the library of the program, read once for all tests.
var opened = sync.OnceValues(packs.OpenEmbedded)

// testProgram is the program on a fixed day, without a terminal; its ids count
// up, file descriptor N is the file "fdN", and vaults open at once.
func testProgram(stdin io.Reader, stdout, stderr io.Writer, dir string) *program {
	ids := 0
	lib, err := opened()
	if err != nil {
		panic(err)
	}
	return &program{lib: lib,
		stdin: stdin, stdout: stdout, stderr: stderr, dir: dir, packs: packs.Files(), chance: zeroes{}, vaults: []storage.Option{storagetest.Cheap()},
		env: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		newID: func() string {
			ids++
			return fmt.Sprintf("00000000-0000-4000-8000-%012d", ids)
		},
		secret: func(string) ([]byte, error) { return nil, errNoTerminal },
		descriptor: func(n uintptr) io.Reader {
			data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("fd%d", n)))
			if err != nil {
				return strings.NewReader("")
			}
			return bytes.NewReader(data)
		},
	}
}

// zeroes is chance that always says the same.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func scriptSchema(ts *testscript.TestScript, neg bool, args []string) {
	s, err := jsonschema.NewCompiler().Compile(filepath.Join(ts.Getenv("SCHEMAS"), args[0]+".schema.json"))
	ts.Check(err)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	if err := s.Validate(v); (err == nil) == neg {
		ts.Fatalf("%s: %v", args[0], err)
	}
}

// The program opens the library that it comes with, and says what is wrong with
// one that cannot be read.
func TestLibraryIsOpened(t *testing.T) {
	for _, c := range []struct {
		packs fs.FS
		want  code
	}{{packs.Files(), done}, {fstest.MapFS{}, failed}} {
		var out, told strings.Builder
		p := testProgram(strings.NewReader(""), &out, &told, "")
		p.lib, p.packs = nil, c.packs
		if got := code(p.run([]string{"procedures"})); got != c.want || (got == done) != (out.Len() > 0) || (got == done) != (told.Len() == 0) {
			t.Errorf("exit code %d, want %d: %s", got, c.want, told.String())
		}
	}
}

// Every error of a vault that a person can meet has words and an exit code.
func TestVaultFailures(t *testing.T) {
	for _, c := range []struct {
		err  error
		code code
		want string
	}{
		{storage.ErrPassphrase, locked, "does not open the vault here"},
		{storage.ErrLocked, locked, "here is open in another window"},
		{storage.ErrNotVault, failed, "no vault in here"},
		{storage.ErrExists, failed, "here is not empty"},
		{storage.ErrNewer, failed, "here was made by another version"},
		{storage.ErrDamaged, failed, "Restore it from a backup"},
		{storage.ErrNotFound, failed, "here holds no case"},
		{storage.ErrInvalidID, usage, "not the id of a case"},
		{storage.ErrConflict, failed, "Nothing was overwritten"},
		{storage.ErrRecovery, locked, "not the recovery key of the vault here"},
		{storage.ErrReadOnly, failed, "can only be read"},
		{storage.ErrChanged, failed, "changed from elsewhere"},
		{storage.ErrUnsynced, failed, "did not confirm"},
		{storage.ErrForeign, failed, "Nothing was taken in"},
		{storage.ErrNotForUs, failed, "sealed for somebody else"},
		{storage.ErrTooLarge, failed, "too large"},
		{errors.New("strange"), failed, "here cannot be used: open: strange"},
	} {
		var out strings.Builder
		p := testProgram(strings.NewReader(""), io.Discard, &out, "")
		p.setWords()
		if got := p.report(vaultFailure("here", fmt.Errorf("open: %w", c.err))); got != c.code || !strings.Contains(out.String(), c.want) {
			t.Errorf("%v: %d %q, want %d %q", c.err, got, out.String(), c.code, c.want)
		}
	}
}

// full is a standard output on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// Output that could not be written is a failure, in lines as in JSON.
func TestOutputThatIsCutOff(t *testing.T) {
	for _, args := range [][]string{{"procedures"}, {"procedures", "--json"}, {"version"}, {"sample", "gdpr-art77-complaint"}, {"help"}} {
		var stderr strings.Builder
		p := testProgram(strings.NewReader(""), full{}, &stderr, t.TempDir())
		if got := code(p.run(args)); got != failed || strings.Count(stderr.String(), "no space left") != 1 {
			t.Errorf("%v: exit code %d, %q", args, got, stderr.String())
		}
	}
}

// A passphrase that is typed twice must be the same, and nothing is made where
// it is not.
func TestNewPassphraseIsTypedTwice(t *testing.T) {
	dir := t.TempDir()
	var stderr strings.Builder
	p := testProgram(strings.NewReader(""), io.Discard, &stderr, dir)
	p.secret = types("coral tent anvil piano", "coral tent anvil pianos")
	if got := p.run([]string{"vault", "init", "--vault", "v"}); got != int(failed) {
		t.Errorf("exit code %d", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "v")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made: %v", err)
	}
	if !strings.Contains(stderr.String(), "differ") {
		t.Errorf("the message is %q", stderr.String())
	}
}

// types is somebody at a terminal who types these lines.
func types(lines ...string) func(string) ([]byte, error) {
	return func(string) ([]byte, error) {
		line := lines[0]
		lines = lines[1:]
		return []byte(line), nil
	}
}

// Who types no passphrase gets six words, which are shown once and open the
// vault; a poor one is refused, and nothing is made.
func TestPassphrasesAreGeneratedOrJudged(t *testing.T) {
	dir := t.TempDir()
	for _, poor := range []string{"short", "Correct horse battery staple", "aaaaaaaaaaaaaaaaaaaa"} {
		p := testProgram(strings.NewReader(""), io.Discard, io.Discard, dir)
		p.secret = types(poor, poor)
		if got := p.run([]string{"vault", "init", "--vault", "v"}); got != int(failed) {
			t.Errorf("%q: exit code %d", poor, got)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "v")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made: %v", err)
	}
	const words = "abacus abacus abacus abacus abacus abacus"
	var stderr strings.Builder
	p := testProgram(strings.NewReader(""), io.Discard, &stderr, dir)
	p.chance = strings.NewReader("\x00\x00\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05")
	p.secret = types("", "abacus abdomen  abdominal abide abiding ability")
	if got := p.run([]string{"vault", "init", "--vault", "v"}); got != int(done) || !strings.Contains(stderr.String(), "abacus abdomen abdominal abide abiding ability") {
		t.Errorf("exit code %d: %s", got, stderr.String())
	}
	p = testProgram(strings.NewReader(""), io.Discard, &stderr, dir)
	p.secret = types(words)
	if got := p.run([]string{"vault", "list", "--vault", "v"}); got != int(locked) {
		t.Errorf("with other words: exit code %d", got)
	}
}

// What stands in docs/THREATS.md is what the program says, in English; and it
// says as many things in every language.
func TestThreatsAreTheSameEverywhere(t *testing.T) {
	page, err := os.ReadFile("../../docs/THREATS.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{}
	for _, lang := range []string{"en", "fr", "de", "ar"} {
		var out strings.Builder
		p := testProgram(strings.NewReader(""), &out, io.Discard, "")
		if got := p.run([]string{"threats", "--lang", lang}); got != int(done) {
			t.Fatalf("%s: exit code %d", lang, got)
		}
		lines[lang] = strings.Count(out.String(), "\n")
		if lang != "en" {
			continue
		}
		for line := range strings.Lines(out.String()) {
			if !strings.Contains(string(page), strings.TrimSpace(line)) {
				t.Errorf("docs/THREATS.md does not say %q", line)
			}
		}
	}
	for lang, n := range lines {
		if n != lines["en"] || n < 25 {
			t.Errorf("%s: %d lines, in English %d", lang, n, lines["en"])
		}
	}
}
