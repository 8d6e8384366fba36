package storage

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// NoDumps keeps the system from writing the memory of this process to a file
// when it crashes, and other processes of the same person from reading it. Call
// it once at the start, before anything secret is in memory.
func NoDumps() error {
	err := errors.Join(
		unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}),
		unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0),
	)
	if err != nil {
		return fmt.Errorf("forbid dumps of memory: %w", err)
	}
	return nil
}
