package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// smallMedium mounts a medium of so many bytes in memory. Where mounting is not
// allowed the test says loudly that it did not run; where CI is set it must run.
func smallMedium(t *testing.T, size int) (dir string, ok bool) {
	t.Helper()
	dir = t.TempDir()
	err := unix.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size))
	if err != nil && os.Getenv("CI") != "" {
		t.Fatalf("mount: %v", err)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "\n*** %s DID NOT RUN: nothing can be mounted here: %v ***\n\n", t.Name(), err)
		return "", false
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	return dir, true
}

// TestAFullMediumLosesNothing proves (R9) on a real file system that runs full
// that a save fails with its word, that all before is there, that the same save
// succeeds once there is room, and that nothing is reported as damage.
func TestAFullMediumLosesNothing(t *testing.T) {
	medium, ok := smallMedium(t, 400<<10)
	if !ok {
		return
	}
	dir := filepath.Join(medium, "vault")
	v := makeVault(t, onDisk(), dir)
	mustPut(t, v, idA, textA, 0)
	ballast := filepath.Join(medium, "ballast")
	write(t, ballast, make([]byte, 100<<10))
	rev := uint64(0)
	var full error
	for range 1000 {
		_, err := v.Put(idB, []byte(strings.Repeat("x", int(20_000+rev))), rev)
		if err != nil {
			full = err
			break
		}
		rev++
		if rev > 3 {
			if _, err := v.AddExhibit(idA, Source{Name: "x", Data: strings.NewReader(strings.Repeat("x", 30_000))}); err != nil {
				full = err
				break
			}
		}
	}
	if !errors.Is(full, syscall.ENOSPC) || rev < 2 {
		t.Fatalf("after %d saves: %v", rev, full)
	}
	holds(t, v, idA, textA, 1)
	holds(t, v, idB, strings.Repeat("x", int(20_000+rev-1)), rev)
	_ = v.Close()
	v = mustOpen(t, osDisk{}, dir)
	clean(t, v)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	mustPut(t, v, idB, "room again", rev)
	clean(t, v)
}

// TestAReadOnlyMediumIsRead proves (R9) that a medium that cannot be written is
// read and says why, and that one that goes away is told from a missing case.
func TestAReadOnlyMediumIsRead(t *testing.T) {
	medium, ok := smallMedium(t, 4<<20)
	if !ok {
		return
	}
	dir := filepath.Join(medium, "vault")
	v := makeVault(t, onDisk(), dir)
	mustPut(t, v, idA, textA, 0)
	_ = v.Close()
	if err := unix.Mount("", medium, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	v = mustOpen(t, osDisk{}, dir)
	holds(t, v, idA, textA, 1)
	clean(t, v)
	if _, err := v.Put(idA, nil, 1); !errors.Is(err, ErrReadOnly) || !errors.Is(v.ReadOnly(), syscall.EROFS) {
		t.Errorf("Put = %v, ReadOnly = %v", err, v.ReadOnly())
	}
	_ = v.Close()
	if err := unix.Mount("", medium, "", unix.MS_REMOUNT, ""); err != nil {
		t.Fatal(err)
	}
	v = mustOpen(t, osDisk{}, dir)
	if err := unix.Unmount(medium, unix.MNT_DETACH); err != nil {
		t.Fatal(err)
	}
	for name, err := range everyCall(v) {
		switch name {
		case "List", "Get", "Put", "Verify", "AddExhibit", "ChangePassphrase", "NewRecovery", "Backup":
			if !errors.Is(err, ErrNotVault) && !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s on a medium that is gone = %v", name, err)
			}
		}
	}
	if entries, err := os.ReadDir(medium); err != nil || len(entries) > 0 {
		t.Errorf("written below the mount point: %v, %v", entries, err)
	}
}
