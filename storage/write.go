package storage

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
)

// WriteFile replaces the file at path by data, with the given permissions, so
// that at every moment path holds either the old file or the new one, whole: a
// temporary file in the same folder is written and synced, takes the name, and
// the folder is synced. The folder must exist. A link at path is replaced, not
// followed. On an error the old file is untouched, with one exception: an error
// that is ErrUnsynced means that path already holds the new data, though a power
// loss may bring the old file back. The data must not be changed meanwhile.
func WriteFile(path string, data []byte, perm fs.FileMode) error {
	return writeFile(osDisk{}, path, data, perm)
}

// WriteStream is WriteFile for data too large to be held: produce writes them.
// An error of produce leaves the old file as it was.
func WriteStream(path string, perm fs.FileMode, produce func(io.Writer) error) error {
	return writeStream(osDisk{}, path, perm, produce)
}

func writeFile(d disk, path string, data []byte, perm fs.FileMode) error {
	return writeStream(d, path, perm, whole(data))
}

// whole writes data at once and does not believe a short write.
func whole(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		n, err := w.Write(data)
		if err == nil && n < len(data) {
			err = io.ErrShortWrite
		}
		return err
	}
}

func writeStream(d disk, path string, perm fs.FileMode, produce func(io.Writer) error) error {
	temp := tempName(path)
	if err := writeTemp(d, temp, perm, produce); err != nil {
		return fmt.Errorf("write file %s: %w", path, err)
	}
	return nameFile(d, temp, path)
}

// nameFile gives a temporary file its name and makes that survive.
func nameFile(d disk, temp, path string) error {
	if err := d.Rename(temp, path); err != nil {
		_ = d.Remove(temp) // The next Open sweeps what cannot be removed now.
		return fmt.Errorf("write file %s: %w", path, err)
	}
	if err := d.SyncDir(filepath.Dir(path)); err != nil {
		return fmt.Errorf("write file %s: %w: %w", path, ErrUnsynced, err)
	}
	return nil
}

// writeTemp makes the temporary file and takes it away again if any step fails.
func writeTemp(d disk, path string, perm fs.FileMode, produce func(io.Writer) error) error {
	f, err := d.Create(path)
	if err != nil {
		return err
	}
	err = errors.Join(fill(f, perm, produce), f.Close())
	if err != nil {
		_ = d.Remove(path)
	}
	return err
}

// fill gives the file its permissions before its content, then syncs it. A file
// system without permissions is not an error.
func fill(f file, perm fs.FileMode, produce func(io.Writer) error) error {
	if err := f.Chmod(perm); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	e := &eager{f: f, step: eagerly}
	err := produce(e)
	if err = errors.Join(err, e.wait()); err != nil {
		return err
	}
	return f.Sync()
}

const (
	tempPrefix = ".recourse-"
	tempSuffix = ".tmp"
)

// tempName returns an unused name in the folder of path, which tells nothing of
// the name it will take.
func tempName(path string) string {
	name := tempPrefix + strings.ToLower(rand.Text()) + tempSuffix
	return filepath.Join(filepath.Dir(path), name)
}

// isTemp tells whether a name is one that tempName makes.
func isTemp(name string) bool {
	return strings.HasPrefix(name, tempPrefix) && strings.HasSuffix(name, tempSuffix)
}
