package storage

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

const (
	replaceTries = 10
	replacePause = 50 * time.Millisecond
)

// replaceFile renames and waits until the change is on disk. Virus scanners and
// sync clients hold files open for moments, so a refusal is tried again for half
// a second.
func replaceFile(from, to string) error {
	err := moveFile(from, to)
	for try := 1; try < replaceTries && heldOpen(err); try++ {
		time.Sleep(replacePause)
		err = moveFile(from, to)
	}
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

func moveFile(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

func heldOpen(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// syncDir has nothing to do: Windows cannot sync a folder, and replaceFile has
// waited for its change already.
func syncDir(string) error { return nil }
