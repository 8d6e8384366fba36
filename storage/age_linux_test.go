package storage

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestTheStockProgramOpensAVault proves the way out that the package comment
// shows: with the passphrase alone, as scrypt gets it, the age program of the
// system opens the slot, and with the identity in it the case. It needs the
// program age (Debian package "age") and fails without it.
func TestTheStockProgramOpensAVault(t *testing.T) {
	program, err := exec.LookPath("age")
	if err != nil {
		t.Fatalf("install the package age, this test runs its program: %v", err)
	}
	dir := filepath.Join(t.TempDir(), "vault")
	v, err := create(osDisk{}, dir, []byte("  cafe\u0301   \ufb01ne words\n"), testFactor)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	text := strings.Repeat(`{"a":"Übergröße"}`+"\n", 9000)
	mustPut(t, v, idA, text, 0)

	out := t.TempDir()
	slot := filepath.Join(out, "secrets.json")
	typed(t, "caf\u00e9 fine words\n", program, "-d", "-o", slot, filepath.Join(dir, slotsDir, passSlot))
	var s struct{ Identity string }
	if err := json.Unmarshal(read(t, slot), &s); err != nil {
		t.Fatal(err)
	}
	identity := filepath.Join(out, "identity.txt")
	write(t, identity, []byte(s.Identity+"\n"))
	plain, err := exec.Command(program, "-d", "-i", identity, caseAt(t, dir, idA)).Output()
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(plain), "\n")
	want := fmt.Sprintf(`{"format":"unreleased","vault":"%s","case":"%s","kind":"draft","rev":1,"size":%d}`, v.id, idA, len(text))
	if head != want || strings.TrimRight(rest, " ") != text {
		t.Errorf("the head is %s, want %s; the text has %d bytes, want %d", head, want, len(rest), len(text))
	}
}

// typed runs a program with a terminal of its own and types a line into it, for
// age takes a passphrase from a terminal only.
func typed(t *testing.T, line, program string, args ...string) {
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
