package storage

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// byHand returns the commands of docs/VAULT.md that open everything, as they
// stand there, without the comments.
func byHand(t *testing.T) []string {
	t.Helper()
	page := string(read(t, filepath.Join("..", "docs", "VAULT.md")))
	_, rest, found := strings.Cut(page, "## Opening everything by hand")
	block, _, _ := strings.Cut(rest, "\n## ")
	if !found {
		t.Fatal("docs/VAULT.md does not say how to open a vault by hand")
	}
	var commands []string
	for _, line := range strings.Split(block, "\n") {
		if command, ok := strings.CutPrefix(line, "    "); ok && strings.TrimSpace(command) != "" && command[0] != '#' {
			commands = append(commands, command)
		}
	}
	return commands
}

// TestTheStockProgramOpensAVault proves that the commands of docs/VAULT.md, typed
// as they stand there, open every part of a vault with the age program of the
// system: with the passphrase, as scrypt gets it, and with the recovery sheet. It
// needs age and jq (Debian packages of these names) and fails without them.
func TestTheStockProgramOpensAVault(t *testing.T) {
	for _, program := range []string{"age", "jq", "bash"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("install the package %s, this test runs its program: %v", program, err)
		}
	}
	v, dir, recovery := everything(t)
	text, exhibit := strings.Repeat(`{"a":"Übergröße"}`+"\n", 9000), strings.Repeat("\x00evidence", 12_345)
	mustPut(t, v, idA, "before", 0)
	mustPut(t, v, idA, text, 1)
	x, err := v.AddExhibit(idA, Source{Name: "letter.pdf", Data: strings.NewReader(exhibit)})
	if err != nil {
		t.Fatal(err)
	}
	r := v.state.any(idA)
	draft, _ := r.newest(kindDraft)
	log, _ := r.newest(kindLog)
	out := t.TempDir()
	write(t, filepath.Join(out, "sheet.txt"), []byte(recovery.Key+"\n"))
	fill := strings.NewReplacer("cd Vault", "cd "+dir, "O=/dev/shm/open; mkdir -m 700 $O", "O="+out, "sheet.txt", out+"/sheet.txt",
		" ID ", " "+string(idA)+" ", "FOLDER", r.Folder, "draft.N.", fmt.Sprintf("draft.%d.", draft.Number),
		"log.N.", fmt.Sprintf("log.%d.", log.Number), "EXHIBIT", strings.TrimSuffix(filepath.Base(object{Kind: kindExhibit, ID: x.ID}.name()), sealedSuffix),
		"SIZE", fmt.Sprint(x.Size))
	script := "set -e -o pipefail\n" + fill.Replace(strings.Join(byHand(t), "\n"))
	screen := uncoloured.ReplaceAllString(typed(t, "caf\u00e9 fine words\n", "bash", "-c", script), "")
	if got := string(read(t, filepath.Join(out, "exhibit"))); got != exhibit {
		t.Errorf("the exhibit has %d bytes, want %d", len(got), len(exhibit))
	}
	if got := string(read(t, filepath.Join(out, "case.json"))); strings.TrimRight(got, " ") != text {
		t.Errorf("the case has %d bytes, want %d", len(got), len(text))
	}
	for _, want := range []string{string(idA), `"letter.pdf"`, x.SHA256, r.Folder, `"kind": "root"`} {
		if !strings.Contains(screen, want) {
			t.Errorf("the screen does not show %s:\n%s", want, screen)
		}
	}
}

// uncoloured finds what makes a terminal show colours.
var uncoloured = regexp.MustCompile("\x1b\\[[0-9;]*[A-Za-z]")

// everything makes a vault with a recovery slot under a passphrase that has to be
// brought into its normal form.
func everything(t *testing.T) (*Vault, string, Recovery) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	v, err := create(onDisk(), dir, []byte("  cafe\u0301   \ufb01ne words\n"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	recovery, err := v.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	return v, dir, recovery
}

// typed runs a program with a terminal of its own and types a line into it, for
// age takes a passphrase from a terminal only. It returns what the terminal shows.
func typed(t *testing.T, line, program string, args ...string) string {
	t.Helper()
	keyboard, terminal := openTerminal(t)
	defer keyboard.Close()
	c := exec.Command(program, args...)
	c.Stdin, c.Stdout, c.Stderr = terminal, terminal, terminal
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_ = terminal.Close()
	if _, err := io.WriteString(keyboard, line); err != nil {
		t.Fatal(err)
	}
	screen := make(chan string, 1)
	go func() {
		shown, _ := io.ReadAll(keyboard) // ends with an error when the program does
		screen <- string(shown)
	}()
	guard := time.AfterFunc(time.Minute, func() { _ = c.Process.Kill() })
	defer guard.Stop()
	if err := c.Wait(); err != nil {
		t.Fatalf("%v: %s", err, <-screen)
	}
	return <-screen
}

// openTerminal returns the two ends of a new pseudo-terminal.
func openTerminal(t *testing.T) (keyboard, terminal *os.File) {
	t.Helper()
	keyboard, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(keyboard.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(keyboard.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	terminal, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return keyboard, terminal
}
