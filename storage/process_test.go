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

// playWriter saves three cases in turn, without end, and says so after each; a
// hasty one says so before.
func playWriter(dir string, hasty bool) error {
	v, err := open(onDisk(), dir, []byte(passphraseText))
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
			if hasty {
				fmt.Println("saved", id, next)
			}
			if revs[id], err = v.Put(id, []byte(contentAt(id, next)), revs[id]); err != nil {
				return err
			}
			if !hasty {
				fmt.Println("saved", id, revs[id])
			}
		}
	}
}

// playOpener succeeds if the vault opens for reading only, since another process
// has it.
func playOpener(dir string) error {
	v, err := open(onDisk(), dir, []byte(passphraseText))
	if err != nil {
		return err
	}
	defer v.Close()
	if _, err := v.Put(idA, []byte("mine"), 1); !errors.Is(err, ErrLocked) || !errors.Is(v.ReadOnly(), ErrLocked) {
		return fmt.Errorf("Put = %v, ReadOnly = %v, want ErrLocked", err, v.ReadOnly())
	}
	data, _, err := v.Get(idA)
	if err != nil || string(data) != "theirs" {
		return fmt.Errorf("Get = %q, %v", data, err)
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

// TestNothingSavedIsLostToAKill proves (R1) over many kills at various moments
// that each acknowledged save is there, each case whole, nothing reported as
// damage, and the lock free at once. The long run kills ten thousand times.
func TestNothingSavedIsLostToAKill(t *testing.T) {
	times := 25
	if long() {
		times = 10_000
	}
	saves, err := kills(t, times, "writer")
	if err != nil {
		t.Fatal(err)
	}
	if saves < times {
		t.Errorf("only %d saves were looked at", saves)
	}
	t.Logf("%d kills, %d saves looked at", times, saves)
}

// TestTheKillsFindHastyAnswers proves that the test above fails where a save is
// acknowledged before it has reached the disk.
func TestTheKillsFindHastyAnswers(t *testing.T) {
	if saves, err := kills(t, 25, "hasty writer"); err == nil {
		t.Errorf("%d hasty saves were all there", saves)
	}
}

// kills kills a writer so many times and looks at the vault after each. It
// returns how many saves it has looked at and the first fault.
func kills(t *testing.T, times int, writer string) (saves int, err error) {
	t.Helper()
	v, dir := newVault(t)
	_ = v.Close()
	for kill := range times {
		saved := killWriter(t, writer, dir, kill%4, time.Duration(kill*kill%10_000)*time.Microsecond)
		v := mustOpen(t, osDisk{}, dir)
		for id, rev := range saved {
			data, got, err := v.Get(id)
			if err != nil || got < rev || got > rev+1 || string(data) != contentAt(id, got) {
				return saves, fmt.Errorf("kill %d: case %s: revision %d, %w; saved was %d", kill, id, got, err, rev)
			}
			saves++
		}
		clean(t, v)
		noTemps(t, dir)
		_ = v.Close()
		progress(t, kill+1, times)
	}
	return saves, nil
}

// killWriter lets the writer save some times and run a while longer, kills it,
// and returns the last revision of each case that it acknowledged.
func killWriter(t *testing.T, writer, dir string, saves int, after time.Duration) map[ID]uint64 {
	t.Helper()
	c := part(t, writer, dir)
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
	saved := map[ID]uint64{}
	for range saves {
		acknowledged(t, lines, saved)
	}
	time.AfterFunc(after, func() { _ = c.Process.Kill() })
	for acknowledged(t, lines, saved) {
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return saved
}

// acknowledged reads one line of the writer; false at its end.
func acknowledged(t *testing.T, lines *bufio.Scanner, saved map[ID]uint64) bool {
	t.Helper()
	if !lines.Scan() {
		return false
	}
	var id ID
	var rev uint64
	if _, err := fmt.Sscanf(lines.Text(), "saved %s %d", &id, &rev); err != nil {
		t.Fatalf("the writer says %q", lines.Text())
	}
	saved[id] = rev
	return true
}

// TestASecondProcessReads proves (R7) that a second opening, in this process and
// in another, reads and does not write, follows what the first one saves, and
// that the lock is free when it closes.
func TestASecondProcessReads(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "first", 0)
	second := mustOpen(t, osDisk{}, dir)
	mustPut(t, v, idA, "theirs", 1)
	for rev := range uint64(8) {
		mustPut(t, v, idB, contentAt(idB, rev+1), rev)
	}
	c := part(t, "opener", dir)
	c.Stderr = io.Discard
	if out, err := c.Output(); err != nil {
		t.Errorf("another process: %v: %s", err, out)
	}
	holds(t, second, idA, "first", 1) // as it was when it was opened, for it is kept
	if _, _, err := second.Get(idB); err != nil {
		t.Errorf("what was added since: %v", err)
	}
	for _, err := range []error{second.Remove(idA, 2), second.EraseAll(), second.ChangePassphrase([]byte("other words")), second.ReadOnly()} {
		if !errors.Is(err, ErrLocked) {
			t.Errorf("writing without the lock = %v", err)
		}
	}
	_ = v.Close()
	holds(t, mustOpen(t, osDisk{}, dir), idA, "theirs", 2)
}

// TestAFailedOpeningFreesTheLock proves that a wrong passphrase does not lock
// the vault against the right one.
func TestAFailedOpeningFreesTheLock(t *testing.T) {
	v, dir := newVault(t)
	_ = v.Close()
	if _, err := open(onDisk(), dir, []byte("wrong")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("Open = %v, want ErrPassphrase", err)
	}
	if v := mustOpen(t, osDisk{}, dir); v.ReadOnly() != nil {
		t.Errorf("ReadOnly = %v", v.ReadOnly())
	}
}

// TestWithoutALockNothingIsWritten proves that a medium on which the lock cannot
// be taken (no locks there, or read-only) is read, and says why.
func TestWithoutALockNothingIsWritten(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	lock := filepath.Join(dir, lockName)
	if err := errors.Join(os.Remove(lock), os.Mkdir(lock, 0o700)); err != nil {
		t.Fatal(err)
	}
	v = mustOpen(t, osDisk{}, dir)
	holds(t, v, idA, "text", 1)
	if _, err := v.Put(idA, nil, 1); !errors.Is(err, ErrReadOnly) || errors.Is(err, ErrLocked) {
		t.Errorf("Put = %v, want ErrReadOnly", err)
	}
}

func noTemps(t *testing.T, dir string) {
	t.Helper()
	for _, path := range filesIn(t, dir) {
		if isTemp(filepath.Base(path)) {
			t.Errorf("%s is left", path)
		}
	}
}
