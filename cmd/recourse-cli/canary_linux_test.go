package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

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

// lives goes through what a person does with the program.
func (l *life) lives() {
	l.vault(0, nil, "vault", "init")
	l.answersAndIsKilled()
	file, err := os.ReadFile(l.mine("case.json"))
	if err != nil {
		l.t.Fatal(err)
	}
	l.savesAndIsKilled(file)
	id := strings.TrimSpace(string(l.vault(0, file, "vault", "put", "-")))
	l.vault(0, nil, "vault", "exhibit", "add", id, l.mine(canary.Word+".txt"), "--who", canary.Word, "--from", canary.Word,
		"--exhibit", l.told.Answers.Items(exhibits)[0])
	l.wants(l.vault(0, nil, "vault", "show", id), "what is shown")
	l.wants(l.vault(0, []byte(canary.Word+"\n"), "vault", "search", "-"), "", id)
	l.vault(0, nil, "vault", "list")
	l.vault(0, nil, "vault", "verify")
	l.makesDocuments(l.vault(0, nil, "vault", "get", id, "-o", "-"))
	l.passesOn(id)
	l.changesKeys()
	l.errs(id)
	l.vault(0, nil, "vault", "remove", id)
}

// wants sees to it that output has the canary, or something else.
func (l *life) wants(out []byte, what string, instead ...string) {
	l.t.Helper()
	for _, want := range append(instead, canary.Word)[:1] {
		if !bytes.Contains(out, []byte(want)) {
			l.t.Errorf("%s has no %s: %.300s", what, want, out)
		}
	}
}

// answersAndIsKilled types the canary into an interview, looks at the process
// while it waits for more, and kills it.
func (l *life) answersAndIsKilled() {
	l.t.Helper()
	in, typing := io.Pipe()
	c, _ := l.command(in, "ask", lifeProcedure, "--vault", l.lies("vault"), "--passphrase-fd", "3")
	c.Stdout = nil
	reading, err := c.StdoutPipe()
	if err != nil {
		l.t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		l.t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, bufio.NewReader(reading)) }()
	for range 60 {
		if _, err := io.WriteString(typing, canary.Word+"\n"); err != nil {
			l.t.Fatal(err)
		}
		if _, err := io.WriteString(typing, "\n"); err != nil {
			l.t.Fatal(err)
		}
	}
	l.process(c.Process.Pid)
	if err := c.Process.Kill(); err != nil {
		l.t.Fatal(err)
	}
	_ = typing.Close()
	_ = c.Wait()
}

// process looks at what others can see of a process. Where they cannot look, there
// is nothing to see.
func (l *life) process(pid int) {
	l.t.Helper()
	for _, name := range []string{"cmdline", "comm", "environ", "status"} {
		data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, name))
		if err != nil && !errors.Is(err, fs.ErrPermission) {
			l.t.Fatal(err)
		}
		if found := canary.In(data, canary.Word); len(found) > 0 {
			l.t.Errorf("%s of the process shows the canary", name)
		}
	}
}

// savesAndIsKilled kills the program at many moments while it saves the case.
func (l *life) savesAndIsKilled(file []byte) {
	l.t.Helper()
	for kill := range 6 {
		c, _ := l.command(bytes.NewReader(file), "vault", "put", "-", "--vault", l.lies("vault"), "--passphrase-fd", "3")
		if err := c.Start(); err != nil {
			l.t.Fatal(err)
		}
		time.Sleep(time.Duration(kill*kill) * 4 * time.Millisecond) // it does not matter when
		_ = c.Process.Kill()
		_ = c.Wait()
		l.look("after a kill")
	}
}

// makesDocuments prints, checks and counts; the calendar tells nothing of the case.
func (l *life) makesDocuments(file []byte) {
	l.t.Helper()
	l.wants(file, "what the vault gives back")
	const day = "2026-11-23"
	l.does(0, file, "check", "-", "--procedure", lifeProcedure, "--on", day)
	l.does(0, file, "routes", "-", "--on", day)
	l.does(0, file, "deadlines", "-", "--on", day, "--ics", l.mine("dates.ics"))
	l.does(0, file, "pdf", "-", "--procedure", lifeProcedure, "-o", l.mine("filing.pdf"), "--on", day)
	l.does(0, file, "pdf", "-", "--procedure", lifeProcedure, "-o", l.mine("copy.pdf"), "--copy", "fr", "--on", day)
	calendar, err := os.ReadFile(l.mine("dates.ics"))
	if err != nil || len(canary.In(calendar, canary.Word)) > 0 {
		l.t.Errorf("the calendar tells of the case: %v", err)
	}
	for _, name := range []string{"filing.pdf", "copy.pdf"} {
		text, err := exec.Command("pdftotext", l.mine(name), "-").Output()
		if err != nil {
			l.t.Fatal(err)
		}
		l.wants(text, name)
	}
}

// passesOn backs up, restores, hands over and receives: what is sealed is watched
// too.
func (l *life) passesOn(id string) {
	l.t.Helper()
	l.vault(0, nil, "vault", "backup", l.lies("backup"))
	l.vault(0, nil, "restored", "restore", l.lies("backup"))
	l.vault(0, nil, "clinic", "init")
	l.vault(0, nil, "clinic", "card", "--name", "Clinic", "-o", l.lies("clinic.card"))
	l.vault(0, nil, "vault", "handover", id, "--to", l.lies("clinic.card"), "--name", "Ana", "-o", l.lies("case.handover"))
	l.vault(1, nil, "restored", "receive", l.lies("case.handover"))
	l.wants(l.vault(0, nil, "clinic", "receive", l.lies("case.handover")), "", id)
	l.wants(l.vault(0, nil, "clinic", "get", id, "-o", "-"), "what was received")
}

// changesKeys changes the passphrase there and back, and makes a recovery sheet.
func (l *life) changesKeys() {
	l.t.Helper()
	l.vault(0, nil, "vault", "passwd", "--new-passphrase-fd", "4")
	l.does(0, nil, "vault", "passwd", "--vault", l.lies("vault"), "--passphrase-fd", "4", "--new-passphrase-fd", "3")
	l.vault(1, nil, "vault", "sheet", "-o", l.mine("sheet.pdf"), "--recovery-fd", "4")
}

// errs gives the program what it must refuse, with the canary in it.
func (l *life) errs(id string) {
	l.t.Helper()
	word := canary.Word
	for _, file := range []string{word, `{"format": 1, "id": "` + word + `"}`, bad(`"person.email": {"text": 5, "x": "`+word+`"}`, ""),
		bad(`"events.learned": {"date": {"day": "`+word+`", "precision": "exact"}}`, ""), bad(`"events.kinds": {"multi": ["`+word+`"]}`, ""),
		bad(`"person.country": {"country": "`+word+`"}`, ""), bad("", "")[:60] + word} {
		l.refused([]byte(file), "check", "-", "--on", "2026-11-23")
		l.refused([]byte(file), "pdf", "-", "-o", l.mine("none.pdf"))
		l.vault(1, []byte(file), "other", "put", "-") // there is no such vault
	}
	for _, stdin := range []string{word, word + "\n"} { // a passphrase with the canary
		l.does(4, []byte(stdin), "vault", "list", "--vault", l.lies("vault"), "--passphrase-fd", "0")
		l.does(4, []byte(stdin), "vault", "recover", "--vault", l.lies("vault"), "--recovery-fd", "0", "--new-passphrase-fd", "3")
		l.does(1, []byte("Short-7731"+stdin[:0]), "vault", "init", "--vault", l.lies("never"), "--passphrase-fd", "0")
	}
	if err := os.WriteFile(l.lies("vault/c/"+folderOf(l.t, l.lies("vault/c"))+"/strange"), nil, 0o600); err != nil {
		l.t.Fatal(err)
	}
	l.vault(1, nil, "vault", "verify")
	l.vault(2, nil, "vault", "exhibit", "add", id, l.mine("case.json"), "--exhibit", addedExhibit)
}

func folderOf(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		t.Fatal(err)
	}
	return entries[0].Name()
}

// refused runs a command that must not end well.
func (l *life) refused(stdin []byte, args ...string) {
	l.t.Helper()
	c, _ := l.command(bytes.NewReader(stdin), args...)
	if err := c.Run(); err == nil {
		l.t.Errorf("%s takes what is wrong: %.80s", args[0], stdin)
	}
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
