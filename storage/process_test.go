package storage

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// contentAt is what the writer stores as a revision of a case, so that the
// parent can tell whether what it finds is whole. Sizes differ much.
func contentAt(id ID, rev uint64) string {
	return strings.Repeat(fmt.Sprintf("%s %d\n", id, rev), int(rev*rev%2000)+1)
}

func writerIDs() []ID { return []ID{idA, idB, idC} }

// playWriter saves three cases in turn, without end, and says so after each.
func playWriter(dir string) error {
	v, err := open(osDisk{}, dir, []byte(passphrase))
	if err != nil {
		return err
	}
	revs := map[ID]uint64{}
	for _, id := range writerIDs() {
		if _, revs[id], err = v.Get(id); err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	fmt.Println("ready")
	for {
		for _, id := range writerIDs() {
			next := revs[id] + 1
			if revs[id], err = v.Put(id, []byte(contentAt(id, next)), revs[id]); err != nil {
				return err
			}
			fmt.Println("saved", id, revs[id])
		}
	}
}

// playOpener succeeds if the vault is locked by another process.
func playOpener(dir string) error {
	_, err := open(osDisk{}, dir, []byte(passphrase))
	if !errors.Is(err, ErrLocked) {
		return fmt.Errorf("open = %v, want ErrLocked", err)
	}
	return nil
}

// part returns the command that runs this test binary in another part.
func part(t *testing.T, name, dir string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, dir)
	c.Env = append(os.Environ(), "RECOURSE_STORAGE_PART="+name)
	return c
}

// TestNothingSavedIsLostToAKill proves over forty kills at various moments that
// each acknowledged save is there, each case whole, and the lock free at once.
func TestNothingSavedIsLostToAKill(t *testing.T) {
	v, dir := newVault(t)
	_ = v.Close()
	saves := 0
	for kill := range 40 {
		saved := killWriter(t, dir, time.Duration(kill)*time.Millisecond)
		v := mustOpen(t, osDisk{}, dir)
		for id, rev := range saved {
			data, got, err := v.Get(id)
			if err != nil || got < rev || got > rev+1 || string(data) != contentAt(id, got) {
				t.Fatalf("kill %d: case %s: revision %d, %v; saved was %d", kill, id, got, err, rev)
			}
			saves++
		}
		noTemps(t, dir)
		_ = v.Close()
	}
	if saves < 60 {
		t.Errorf("only %d saves were looked at", saves)
	}
}

// killWriter lets the writer run for a while after it is ready, kills it, and
// returns the last revision of each case that it acknowledged.
func killWriter(t *testing.T, dir string, after time.Duration) map[ID]uint64 {
	t.Helper()
	c := part(t, "writer", dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "ready" {
		t.Fatalf("the writer says %q", lines.Text())
	}
	time.AfterFunc(after, func() { _ = c.Process.Kill() })
	saved := acknowledged(t, lines)
	if err := c.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return saved
}

func acknowledged(t *testing.T, lines *bufio.Scanner) map[ID]uint64 {
	t.Helper()
	saved := map[ID]uint64{}
	for lines.Scan() {
		var id ID
		var rev uint64
		if _, err := fmt.Sscanf(lines.Text(), "saved %s %d", &id, &rev); err != nil {
			t.Fatalf("the writer says %q", lines.Text())
		}
		saved[id] = rev
	}
	return saved
}

// TestOnlyOneProcessHasTheVault proves that a second opening is refused, in this
// process and in another, before any work on the passphrase, until Close.
func TestOnlyOneProcessHasTheVault(t *testing.T) {
	v, dir := newVault(t)
	if _, err := open(osDisk{}, dir, []byte("wrong")); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open = %v, want ErrLocked", err)
	}
	c := part(t, "opener", dir)
	c.Stderr = io.Discard
	if out, err := c.Output(); err != nil {
		t.Errorf("another process: %v: %s", err, out)
	}
	mustPut(t, v, idA, "still mine", 0)
	_ = v.Close()
	holds(t, mustOpen(t, osDisk{}, dir), idA, "still mine", 1)
}

// TestAFailedOpeningFreesTheLock proves that a wrong passphrase does not lock
// the vault against the right one.
func TestAFailedOpeningFreesTheLock(t *testing.T) {
	dir := twoCases(t)
	if _, err := open(osDisk{}, dir, []byte("wrong")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("Open = %v, want ErrPassphrase", err)
	}
	mustOpen(t, osDisk{}, dir)
}

// TestALockThatCannotBeTakenIsNoOtherProcess proves that a folder without a
// usable lock is refused, and not with the words of ErrLocked.
func TestALockThatCannotBeTakenIsNoOtherProcess(t *testing.T) {
	dir := twoCases(t)
	lock := filepath.Join(dir, lockName)
	if err := errors.Join(os.Remove(lock), os.Mkdir(lock, 0o700)); err != nil {
		t.Fatal(err)
	}
	if _, err := open(osDisk{}, dir, []byte(passphrase)); err == nil || errors.Is(err, ErrLocked) {
		t.Errorf("Open = %v, want another error than ErrLocked", err)
	}
}
