//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package storage

import (
	"errors"
	"fmt"
	"io"
)

// lockFile refuses: without a lock two programs could write the same case.
func lockFile(path string) (io.Closer, error) {
	return nil, fmt.Errorf("lock %s: this system has no file locks: %w", path, errors.ErrUnsupported)
}
