package storage

import (
	"testing"

	"golang.org/x/sys/unix"
)

// TestNoDumpsIsInForce proves that the system dumps no memory of this process, and
// lets no other process of the person read it.
func TestNoDumpsIsInForce(t *testing.T) {
	if err := NoDumps(); err != nil {
		t.Fatal(err)
	}
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &limit); err != nil || limit.Cur != 0 || limit.Max != 0 {
		t.Errorf("core: %+v, %v", limit, err)
	}
	if dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0); err != nil || dumpable != 0 {
		t.Errorf("dumpable: %d, %v", dumpable, err)
	}
}
