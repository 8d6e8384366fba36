package storage

import (
	"bytes"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// memory is a disk in the memory of this process. Its root folder is there.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
	dirs  map[string]bool
	locks map[string]bool
}

func newMemory() *memory {
	return &memory{files: map[string][]byte{}, dirs: map[string]bool{string(filepath.Separator): true}, locks: map[string]bool{}}
}

func missingFile(op, path string) error {
	return &fs.PathError{Op: op, Path: path, Err: fs.ErrNotExist}
}

func (m *memory) Mkdir(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, isFile := m.files[path]; isFile || m.dirs[path] {
		return &fs.PathError{Op: "mkdir", Path: path, Err: fs.ErrExist}
	}
	if !m.dirs[filepath.Dir(path)] {
		return missingFile("mkdir", path)
	}
	m.dirs[path] = true
	return nil
}

func (m *memory) ReadDir(path string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.dirs[path] {
		return nil, missingFile("readdir", path)
	}
	var out []fs.DirEntry
	for name, data := range m.files {
		if filepath.Dir(name) == path {
			out = append(out, memoryInfo{filepath.Base(name), int64(len(data)), filePerm})
		}
	}
	for name := range m.dirs {
		if filepath.Dir(name) == path && name != path {
			out = append(out, memoryInfo{filepath.Base(name), 0, fs.ModeDir | dirPerm})
		}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, nil
}

func (m *memory) Lstat(path string) (fs.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if data, ok := m.files[path]; ok {
		return memoryInfo{filepath.Base(path), int64(len(data)), filePerm}, nil
	}
	if m.dirs[path] {
		return memoryInfo{filepath.Base(path), 0, fs.ModeDir | dirPerm}, nil
	}
	return nil, missingFile("lstat", path)
}

func (m *memory) Open(path string) (io.ReadCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.files[path]
	if !ok {
		return nil, missingFile("open", path)
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func (m *memory) Create(path string) (file, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[path]; ok || m.dirs[path] {
		return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if !m.dirs[filepath.Dir(path)] {
		return nil, missingFile("create", path)
	}
	m.files[path] = nil
	return &memoryFile{m, path}, nil
}

func (m *memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.files[from]
	if !ok {
		return missingFile("rename", from)
	}
	delete(m.files, from)
	m.files[to] = data
	return nil
}

func (m *memory) Remove(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[path]; ok {
		delete(m.files, path)
		return nil
	}
	if !m.dirs[path] {
		return missingFile("remove", path)
	}
	if m.full(path) {
		return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrExist}
	}
	delete(m.dirs, path)
	return nil
}

// full tells whether anything lies in a folder.
func (m *memory) full(path string) bool {
	for name := range m.files {
		if filepath.Dir(name) == path {
			return true
		}
	}
	for name := range m.dirs {
		if filepath.Dir(name) == path && name != path {
			return true
		}
	}
	return false
}

// Overwrite clears the bytes of a file in place.
func (m *memory) Overwrite(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.files[path])
	return nil
}

// SyncDir has nothing to do: nothing here survives anything.
func (m *memory) SyncDir(string) error { return nil }

func (m *memory) Lock(path string) (io.Closer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.locks[path] {
		return nil, ErrLocked
	}
	m.locks[path] = true
	return memoryLock{m, path}, nil
}

type memoryLock struct {
	m    *memory
	path string
}

func (l memoryLock) Close() error {
	l.m.mu.Lock()
	defer l.m.mu.Unlock()
	delete(l.m.locks, l.path)
	return nil
}

// memoryFile appends to a file by its first name.
type memoryFile struct {
	m    *memory
	path string
}

func (f *memoryFile) Write(p []byte) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	f.m.files[f.path] = append(f.m.files[f.path], p...)
	return len(p), nil
}

func (f *memoryFile) Chmod(fs.FileMode) error { return nil }
func (f *memoryFile) Sync() error             { return nil }
func (f *memoryFile) Close() error            { return nil }

// memoryInfo describes a file or folder. It has no date.
type memoryInfo struct {
	name string
	size int64
	mode fs.FileMode
}

func (i memoryInfo) Name() string               { return i.name }
func (i memoryInfo) Size() int64                { return i.size }
func (i memoryInfo) Mode() fs.FileMode          { return i.mode }
func (i memoryInfo) Type() fs.FileMode          { return i.mode.Type() }
func (i memoryInfo) IsDir() bool                { return i.mode.IsDir() }
func (i memoryInfo) ModTime() time.Time         { return time.Time{} }
func (i memoryInfo) Sys() any                   { return nil }
func (i memoryInfo) Info() (fs.FileInfo, error) { return i, nil }
