package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// disk is all that the package asks of a file system. The tests put one in its
// place that fails at a chosen call and records the order of calls.
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

// readFile returns the bytes of a regular file of at most limit bytes. Anything
// else in its place (a link, a pipe, a larger file) counts as damage.
func readFile(d disk, path string, limit int64) ([]byte, fs.FileInfo, error) {
	info, err := d.Lstat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, nil, fmt.Errorf("%s is no regular file of at most %d bytes: %w", path, limit, ErrDamaged)
	}
	f, err := d.Open(path)
	if err != nil {
		return nil, nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, limit))
	return data, info, errors.Join(err, f.Close())
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
