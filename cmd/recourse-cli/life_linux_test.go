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
	"strings"
	"testing"
	"time"

	"recourse/storage/canary"
)

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
