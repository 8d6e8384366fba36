//go:build !windows

package storage

import (
	"errors"
	"os"
	"syscall"
)

// replaceFile renames in one step, as POSIX asks of rename.
func replaceFile(from, to string) error { return os.Rename(from, to) }

// syncDir syncs a folder's names. A file system that knows no such thing (some
// network and user-space ones answer EINVAL) has done what it can.
func syncDir(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
