package storage

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
)

// claimFolder makes the folder, locks it, and makes sure that it is free, before
// and after taking the lock.
func claimFolder(d disk, dir string) (io.Closer, error) {
	if err := checkFree(d, dir); err != nil {
		return nil, err
	}
	if err := makeFolders(d, dir); err != nil {
		return nil, err
	}
	lock, err := d.Lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	if err := checkFree(d, dir); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return lock, nil
}

// checkFree returns ErrExists unless the folder is missing, empty, or holds only
// what lay leaves behind when it is cut short.
func checkFree(d disk, dir string) error {
	return errors.Join(
		checkOnly(d, dir, lockName, casesDir, slotsDir, manifestsDir),
		checkOnly(d, filepath.Join(dir, casesDir)),
		checkOnly(d, filepath.Join(dir, slotsDir), passSlot),
		checkOnly(d, filepath.Join(dir, manifestsDir), numbered(rootName, 1)),
	)
}

// checkOnly returns ErrExists if a folder holds more than the given names and
// temporary files. A missing folder is fine.
func checkOnly(d disk, folder string, names ...string) error {
	entries, err := d.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if !isTemp(e.Name()) && !slices.Contains(names, e.Name()) {
			return ErrExists
		}
	}
	return nil
}
