package storage

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
)

// errInjected is what the faulty disk answers.
var errInjected = errors.New("injected fault")

// faultyDisk is a file system that records every call and fails at
// the chosen one, counted from 1; 0 is never. Gone makes it fail from there on.
type faultyDisk struct {
	disk
	failAt int
	gone   bool
	err    error // what it answers; errInjected if nil
	log    []string
}

// step records a call and tells whether it fails. Temporary names are random, so
// the log calls them all "temp".
func (d *faultyDisk) step(op, path string) error {
	name := filepath.Base(path)
	if isTemp(name) {
		name = "temp"
	}
	d.log = append(d.log, op+" "+name)
	if n := len(d.log); n == d.failAt || (d.gone && d.failAt > 0 && n > d.failAt) {
		return errors.Join(errInjected, d.err)
	}
	return nil
}

// faulty is a faulty disk in memory, with nothing to fail yet.
func faulty() *faultyDisk { return &faultyDisk{disk: newMemory()} }

// arm clears the record and chooses the call that fails.
func (d *faultyDisk) arm(failAt int, gone bool) { d.failAt, d.gone, d.log = failAt, gone, nil }

// struck tells whether the chosen call was reached.
func (d *faultyDisk) struck() bool { return d.failAt > 0 && len(d.log) >= d.failAt }

func (d *faultyDisk) Mkdir(path string) error {
	if err := d.step("mkdir", path); err != nil {
		return err
	}
	return d.disk.Mkdir(path)
}

func (d *faultyDisk) ReadDir(path string) ([]fs.DirEntry, error) {
	if err := d.step("readdir", path); err != nil {
		return nil, err
	}
	return d.disk.ReadDir(path)
}

func (d *faultyDisk) Lstat(path string) (fs.FileInfo, error) {
	if err := d.step("lstat", path); err != nil {
		return nil, err
	}
	return d.disk.Lstat(path)
}

func (d *faultyDisk) Open(path string) (io.ReadCloser, error) {
	if err := d.step("open", path); err != nil {
		return nil, err
	}
	f, err := d.disk.Open(path)
	return &faultyReader{disk: d, path: path, ReadCloser: f}, err
}

func (d *faultyDisk) Create(path string) (file, error) {
	if err := d.step("create", path); err != nil {
		return nil, err
	}
	f, err := d.disk.Create(path)
	return &faultyFile{disk: d, path: path, file: f}, err
}

func (d *faultyDisk) Rename(from, to string) error {
	if err := d.step("rename", to); err != nil {
		return err
	}
	return d.disk.Rename(from, to)
}

func (d *faultyDisk) Remove(path string) error {
	if err := d.step("remove", path); err != nil {
		return err
	}
	return d.disk.Remove(path)
}

func (d *faultyDisk) Overwrite(path string) error {
	if err := d.step("overwrite", path); err != nil {
		return err
	}
	return d.disk.Overwrite(path)
}

func (d *faultyDisk) SyncDir(path string) error {
	if err := d.step("syncdir", path); err != nil {
		return err
	}
	return d.disk.SyncDir(path)
}

func (d *faultyDisk) Lock(path string) (io.Closer, error) {
	if err := d.step("lock", path); err != nil {
		return nil, err
	}
	return d.disk.Lock(path)
}

type faultyReader struct {
	io.ReadCloser
	disk *faultyDisk
	path string
}

func (r *faultyReader) Read(p []byte) (int, error) {
	if err := r.disk.step("read", r.path); err != nil {
		return 0, err
	}
	return r.ReadCloser.Read(p)
}

type faultyFile struct {
	file
	disk *faultyDisk
	path string
}

func (f *faultyFile) Chmod(perm fs.FileMode) error {
	if err := f.disk.step("chmod", f.path); err != nil {
		return err
	}
	return f.file.Chmod(perm)
}

// Write writes half before it fails, as a full disk does.
func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.step("write", f.path); err != nil {
		n, _ := f.file.Write(p[:len(p)/2])
		return n, err
	}
	return f.file.Write(p)
}

func (f *faultyFile) Sync() error {
	if err := f.disk.step("sync", f.path); err != nil {
		return err
	}
	return f.file.Sync()
}

func (f *faultyFile) Close() error {
	return errors.Join(f.disk.step("close", f.path), f.file.Close())
}
