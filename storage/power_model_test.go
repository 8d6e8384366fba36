package storage

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
)

// recorder is a disk in memory that writes down every change, so that powerLoss
// can tell what may be left of it when the power goes.
type recorder struct {
	*memory
	log []change
	// What a careless program would leave out; for tests of the tests.
	noFileSync, noDirSync bool
}

func newRecorder() *recorder { return &recorder{memory: newMemory()} }

// change is one change of a disk.
type change struct {
	op       string // mkdir create write sync rename remove overwrite syncdir
	path, to string
	data     []byte
}

func (r *recorder) add(c change) { r.log = append(r.log, c) }

func (r *recorder) Mkdir(path string) error {
	err := r.memory.Mkdir(path)
	if err == nil {
		r.add(change{op: "mkdir", path: path})
	}
	return err
}

func (r *recorder) Create(path string) (file, error) {
	f, err := r.memory.Create(path)
	if err != nil {
		return nil, err
	}
	r.add(change{op: "create", path: path})
	return &recordedFile{f, r, path}, nil
}

func (r *recorder) Rename(from, to string) error {
	err := r.memory.Rename(from, to)
	if err == nil {
		r.add(change{op: "rename", path: from, to: to})
	}
	return err
}

func (r *recorder) Remove(path string) error {
	err := r.memory.Remove(path)
	if err == nil {
		r.add(change{op: "remove", path: path})
	}
	return err
}

func (r *recorder) Overwrite(path string) error {
	r.add(change{op: "overwrite", path: path})
	return r.memory.Overwrite(path)
}

func (r *recorder) SyncDir(path string) error {
	if !r.noDirSync {
		r.add(change{op: "syncdir", path: path})
	}
	return nil
}

type recordedFile struct {
	file
	r    *recorder
	path string
}

func (f *recordedFile) Write(p []byte) (int, error) {
	f.r.add(change{op: "write", path: f.path, data: bytes.Clone(p)})
	return f.file.Write(p)
}

func (f *recordedFile) Sync() error {
	if !f.r.noFileSync {
		f.r.add(change{op: "sync", path: f.path})
	}
	return f.file.Sync()
}

// inode is the content of a file: what is on the medium for sure, and what is
// only in the cache.
type inode struct{ sure, cached []byte }

// naming is a change of the names in a folder that is only in the cache: from
// loses its name, to gets it. One of them may be empty.
type naming struct {
	from, to string
	node     *inode // nil for a folder
	folder   bool
}

// medium is a disk of which the cache is not yet written.
type medium struct {
	names   map[string]*inode // as the program sees them
	sure    map[string]*inode // as they are on the medium
	folders map[string]bool   // on the medium
	pending []naming
}

// replay brings a medium to the state after the changes.
func replay(log []change) *medium {
	root := string(filepath.Separator)
	m := &medium{names: map[string]*inode{}, sure: map[string]*inode{}, folders: map[string]bool{root: true}}
	for _, c := range log {
		m.apply(c)
	}
	return m
}

func (m *medium) apply(c change) {
	switch c.op {
	case "mkdir":
		m.pending = append(m.pending, naming{to: c.path, folder: true})
	case "create":
		m.names[c.path] = &inode{}
		m.pending = append(m.pending, naming{to: c.path, node: m.names[c.path]})
	case "write":
		m.names[c.path].cached = append(m.names[c.path].cached, c.data...)
	case "sync":
		m.names[c.path].sure = bytes.Clone(m.names[c.path].cached)
	case "overwrite":
		if n := m.names[c.path]; n != nil {
			clear(n.cached)
			n.sure = bytes.Clone(n.cached)
		}
	case "rename":
		m.pending = append(m.pending, naming{from: c.path, to: c.to, node: m.names[c.path]})
		m.names[c.to] = m.names[c.path]
		delete(m.names, c.path)
	case "remove":
		m.pending = append(m.pending, naming{from: c.path})
		delete(m.names, c.path)
	case "syncdir":
		m.sync(c.path)
	}
}

// sync writes the names of a folder to the medium.
func (m *medium) sync(dir string) {
	m.pending = slices.DeleteFunc(m.pending, func(n naming) bool {
		mine := filepath.Dir(n.from) == dir && n.from != "" || filepath.Dir(n.to) == dir && n.to != ""
		if mine {
			m.name(n)
		}
		return mine
	})
}

func (m *medium) name(n naming) {
	if n.from != "" {
		delete(m.sure, n.from)
		delete(m.folders, n.from)
	}
	switch {
	case n.to == "":
	case n.folder:
		m.folders[n.to] = true
	default:
		m.sure[n.to] = n.node
	}
}

// powerLoss draws a disk as it may be found after the power went: of the names
// that are only in the cache any may be there, in any choice, and of the bytes
// none, all, a part, or zeros in their place.
func (m *medium) powerLoss(chance *rand.Rand) *memory {
	for _, n := range m.pending {
		if chance.IntN(2) == 0 {
			m.name(n)
		}
	}
	out := newMemory()
	for dir := range m.folders {
		if m.reachable(dir) {
			out.dirs[dir] = true
		}
	}
	for name, node := range m.sure {
		if out.dirs[filepath.Dir(name)] {
			out.files[name] = node.torn(chance)
		}
	}
	return out
}

// reachable tells whether all folders above one are on the medium.
func (m *medium) reachable(dir string) bool {
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if !m.folders[dir] {
			return false
		}
	}
	return true
}

func (n *inode) torn(chance *rand.Rand) []byte {
	if bytes.Equal(n.sure, n.cached) {
		return bytes.Clone(n.sure)
	}
	switch chance.IntN(4) {
	case 0:
		return bytes.Clone(n.sure)
	case 1:
		return bytes.Clone(n.cached)
	case 2:
		return bytes.Clone(n.cached[:chance.IntN(len(n.cached))])
	}
	return make([]byte, len(n.cached))
}

// list shows a disk for a message.
func (m *memory) list() string {
	var out bytes.Buffer
	for name, data := range m.files {
		fmt.Fprintf(&out, "%s %d\n", name, len(data))
	}
	return out.String()
}

var (
	_ disk          = (*recorder)(nil)
	_ io.Closer     = (*recordedFile)(nil)
	_ fs.FileInfo   = memoryInfo{}
	_ fs.DirEntry   = memoryInfo{}
	_ io.ReadCloser = io.NopCloser(nil)
)
