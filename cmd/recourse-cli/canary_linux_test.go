package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/sample"
	"recourse/storage/canary"
)

const (
	lifeProcedure = "gdpr-art77-complaint"
	firstPhrase   = "coral tent anvil piano fudge lemon"
	secondPhrase  = "velvet harbor quince ripple tundra oxide"
	addedExhibit  = "5d0f8e2b-6a3c-4d9e-b1f7-2c4e6a8b0d1f"
)

// life is a person with a computer, who tells the program about a canary: folders
// of a profile, in which the program may leave nothing that can be read, and beside
// them what the person brings and takes out by wish.
type life struct {
	t       *testing.T
	part    string
	watched string // folders of the profile, the vaults, and what was sealed
	own     string // what the person brings and takes out
	told    forms.Case
	planted int
}

func newLife(t *testing.T, part string) *life {
	t.Helper()
	l := &life{t: t, part: part, watched: t.TempDir(), own: t.TempDir()}
	for _, name := range []string{"home", "config", "cache", "data", "state", "run", "tmp", "here", "said"} {
		if err := os.Mkdir(filepath.Join(l.watched, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	l.plant()
	l.bring("first.phrase", []byte(firstPhrase+"\n"))
	l.bring("second.phrase", []byte(secondPhrase+"\n"))
	l.bring(canary.Word+".txt", []byte("An exhibit: "+canary.Word))
	return l
}

// plant makes a case with the canary in every answer that takes words.
func (l *life) plant() {
	lib := library(l.t)
	proc, _ := lib.Procedure(lifeProcedure)
	c, err := sample.Case(proc, 2, sample.Options{On: on})
	if err != nil {
		l.t.Fatal(err)
	}
	before := problems(proc, c)
	for at, x := range c.Answers.All() {
		value, ok := withCanary(x.Value)
		if !ok {
			continue
		}
		changed := c
		changed.Answers = c.Answers.With(at, forms.Answer{Value: value})
		if problems(proc, changed) == before {
			c = changed
			l.planted++
		}
	}
	l.told = c
	data, err := forms.EncodeCase(c)
	if err != nil {
		l.t.Fatal(err)
	}
	l.bring("case.json", data)
}

// problems is how many answers are refused.
func problems(p *forms.Procedure, c forms.Case) int {
	return len(interview.Resolve(p, c.Answers, on).Problems)
}

// withCanary puts the canary into each text of an answer; ok is false for one that
// takes no words.
func withCanary(v forms.Value) (_ forms.Value, ok bool) {
	switch v := v.(type) {
	case forms.Text:
		return forms.Text(canary.Word), true
	case forms.Prose:
		return forms.Prose{Words: v.Words + " " + canary.Word, Lang: v.Lang,
			Translations: []forms.Translation{{Lang: "en", Words: canary.Word, By: canary.Word, On: on}}}, true
	case forms.Person:
		return forms.Person{Given: canary.Word, Family: canary.Word}, true
	case forms.Address:
		v.Lines, v.City = []string{canary.Word}, canary.Word
		return v, true
	case forms.AuthorityRef:
		v.ID, v.Name = "", canary.Word
		return v, true
	}
	return v, false
}

func (l *life) bring(name string, data []byte) {
	l.t.Helper()
	if err := os.WriteFile(filepath.Join(l.own, name), data, 0o600); err != nil {
		l.t.Fatal(err)
	}
}

func (l *life) mine(name string) string { return filepath.Join(l.own, name) }

func (l *life) lies(name string) string { return filepath.Join(l.watched, name) }

// command is the program as a process of its own in the person's folders; its
// passphrases come by the descriptors 3 and 4, and what it says to the person goes
// to a file that is watched.
func (l *life) command(stdin io.Reader, args ...string) (*exec.Cmd, *bytes.Buffer) {
	l.t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Dir = l.lies("here")
	c.Env = []string{partKey + "=" + l.part, "PATH=/nowhere", "LANG=en_GB.UTF-8",
		"HOME=" + l.lies("home"), "XDG_CONFIG_HOME=" + l.lies("config"), "XDG_CACHE_HOME=" + l.lies("cache"),
		"XDG_DATA_HOME=" + l.lies("data"), "XDG_STATE_HOME=" + l.lies("state"), "XDG_RUNTIME_DIR=" + l.lies("run"), "TMPDIR=" + l.lies("tmp")}
	for _, name := range []string{"first.phrase", "second.phrase"} {
		f, err := os.Open(l.mine(name))
		if err != nil {
			l.t.Fatal(err)
		}
		l.t.Cleanup(func() { _ = f.Close() })
		c.ExtraFiles = append(c.ExtraFiles, f)
	}
	said, err := os.CreateTemp(l.lies("said"), "said-")
	if err != nil {
		l.t.Fatal(err)
	}
	l.t.Cleanup(func() { _ = said.Close() })
	var out bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = stdin, &out, said
	return c, &out
}

// does runs a command that must end with a code, and returns what it wrote.
func (l *life) does(want int, stdin []byte, args ...string) []byte {
	l.t.Helper()
	c, out := l.command(bytes.NewReader(stdin), args...)
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		l.t.Fatal(err)
	}
	if got := c.ProcessState.ExitCode(); got != want {
		said, _ := os.ReadFile(c.Stderr.(*os.File).Name())
		l.t.Fatalf("%s ended with %d, want %d: %s\n%s", args[0], got, want, said, out)
	}
	return out.Bytes()
}

// vault is a command of a vault.
func (l *life) vault(want int, stdin []byte, name string, args ...string) []byte {
	l.t.Helper()
	return l.does(want, stdin, append(append([]string{"vault"}, args...), "--vault", l.lies(name), "--passphrase-fd", "3")...)
}

// found lists where the canary is left.
func (l *life) found() []string {
	l.t.Helper()
	found, err := canary.Found(l.watched, canary.Word)
	if err != nil {
		l.t.Fatal(err)
	}
	slices.Sort(found)
	return found
}

// look fails where the canary is left.
func (l *life) look(when string) {
	l.t.Helper()
	if found := l.found(); len(found) > 0 && l.part == partCLI {
		l.t.Fatalf("%s the canary is in: %s", when, strings.Join(found, "\n"))
	}
}

// TestNothingIsLeftInTheClear proves over the whole life of a case, with kills and
// errors in it, that nothing of it is left in the clear: not in the vault, in what
// was sealed, in the profile, among temporary files, in messages, or in what others
// see of the process; only in what the person takes out.
func TestNothingIsLeftInTheClear(t *testing.T) {
	l := newLife(t, partCLI)
	if l.planted < 15 {
		t.Errorf("the canary is in %d answers only", l.planted)
	}
	l.lives()
	l.look("in the end")
	for _, phrase := range []string{firstPhrase, secondPhrase} {
		if found, err := canary.Found(l.watched, phrase); err != nil || len(found) > 0 {
			t.Errorf("%q is left: %v, %v", phrase, found, err)
		}
	}
	for _, folder := range []string{"home", "config", "cache", "data", "state", "run", "tmp", "here"} {
		if entries, err := os.ReadDir(l.lies(folder)); err != nil || len(entries) > 0 {
			t.Errorf("the terminal program leaves %v in %s: %v", entries, folder, err)
		}
	}
}

// TestACarelessProgramIsFound proves that the test above fails for a program that
// logs its input.
func TestACarelessProgramIsFound(t *testing.T) {
	l := newLife(t, partLogging)
	l.vault(0, nil, "vault", "init")
	file, err := os.ReadFile(l.mine("case.json"))
	if err != nil {
		t.Fatal(err)
	}
	l.vault(0, file, "vault", "put", "-")
	if len(l.found()) == 0 {
		t.Error("its log is not found")
	}
}
