//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package storage

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// NoDumps keeps the system from writing the memory of this process to a file
// when it crashes. Call it once at the start, before anything secret is in
// memory.
func NoDumps() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("forbid dumps of memory: %w", err)
	}
	return nil
}
