package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// disk is all that the package asks of a file system: that of the machine, one
// in memory, and in tests one that fails, tears or loses at a chosen call.
type disk interface {
	Mkdir(path string) error
	ReadDir(path string) ([]fs.DirEntry, error)
	Lstat(path string) (fs.FileInfo, error)
	Open(path string) (io.ReadCloser, error)
	// Create makes a new file that only its owner may read; it must not exist.
	Create(path string) (file, error)
	// Rename puts a file in the place of another in one step.
	Rename(from, to string) error
	Remove(path string) error
	// Overwrite writes zeros over a file, as far as the medium lets us.
	Overwrite(path string) error
	// SyncDir makes the names in a folder survive a power loss.
	SyncDir(path string) error
	// Lock takes the advisory lock at path, or returns ErrLocked at once.
	Lock(path string) (io.Closer, error)
}

// file is a file being written.
type file interface {
	io.WriteCloser
	Chmod(perm fs.FileMode) error
	Sync() error
}

const (
	dirPerm  fs.FileMode = 0o700
	filePerm fs.FileMode = 0o600
)

// osDisk is the file system of the machine.
type osDisk struct{}

func (osDisk) Mkdir(path string) error                    { return os.Mkdir(path, dirPerm) }
func (osDisk) ReadDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (osDisk) Lstat(path string) (fs.FileInfo, error)     { return os.Lstat(path) }
func (osDisk) Open(path string) (io.ReadCloser, error)    { return os.Open(path) }
func (osDisk) Remove(path string) error                   { return os.Remove(path) }
func (osDisk) Rename(from, to string) error               { return replaceFile(from, to) }
func (osDisk) SyncDir(path string) error                  { return syncDir(path) }
func (osDisk) Lock(path string) (io.Closer, error)        { return lockFile(path) }

func (osDisk) Create(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, filePerm)
}

func (osDisk) Overwrite(path string) error {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.CopyN(f, zeros{}, info.Size())
	return errors.Join(err, f.Sync(), f.Close())
}

// zeros is an endless source of zero bytes.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// openRegular opens a regular file of at most limit bytes and tells its size.
// Anything else in its place (a link, a pipe, a larger file) counts as damage.
func openRegular(d disk, path string, limit int64) (io.ReadCloser, int64, error) {
	info, err := d.Lstat(path)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, 0, fmt.Errorf("%s is no regular file of at most %d bytes: %w", path, limit, ErrDamaged)
	}
	f, err := d.Open(path)
	return f, info.Size(), err
}

// readFile returns the bytes of a regular file of at most limit bytes.
func readFile(d disk, path string, limit int64) ([]byte, error) {
	return readFileInto(nil, d, path, limit)
}

// readFileInto is readFile into a buffer, if that is large enough.
func readFileInto(data []byte, d disk, path string, limit int64) ([]byte, error) {
	f, size, err := openRegular(d, path, limit)
	if err != nil {
		return nil, err
	}
	data = slices.Grow(data[:0], int(size)+512)
	for err == nil && int64(len(data)) <= limit {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		var n int
		n, err = f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return data, errors.Join(err, f.Close())
}

// makeFolder makes a folder so that it survives a power loss. One may be left
// from an earlier attempt, whose sync may have failed.
func makeFolder(d disk, path string) error {
	if err := d.Mkdir(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}

// makeFolders makes a folder and those above it that are missing.
func makeFolders(d disk, path string) error {
	_, err := d.Lstat(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := makeFolders(d, filepath.Dir(path)); err != nil {
		return err
	}
	return makeFolder(d, path)
}
