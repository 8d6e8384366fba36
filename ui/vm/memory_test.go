package vm

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"recourse/storage"
)

// outside is what of the world the care of the vault sees.
type outside struct {
	clip       *clipboard
	hidden     int
	quits      int
	remembered []Tag
	unwritable error // of the next exports
	width      int   // of the window
	height     int
}

func (w *world) rim() Rim {
	return Rim{Chance: rand.NewChaCha8([32]byte{1}), Clipboard: w.clip, Hide: func() { w.hidden++ }, Quit: func() { w.quits++ }, Size: func() (int, int) { return w.width, w.height },
		Remember: func(t Tag) { w.remembered = append(w.remembered, t) }, Version: "1.2.3",
		Notices: []Notices{{"Library", "MIT", "Permission is hereby granted"}}}
}

// Files of the world are those that were exported.
func (w *world) Places() []string                 { return []string{"/exports"} }
func (w *world) List(string) ([]FileEntry, error) { return nil, nil }

func (w *world) Open(path string) (io.ReadCloser, int64, error) {
	data, ok := w.files[path]
	if !ok {
		return nil, 0, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
}

type clipboard struct{ text string }

func (c *clipboard) Content() string        { return c.text }
func (c *clipboard) SetContent(text string) { c.text = text }

// memory is a vault without a disk.
type memory struct {
	made     bool
	open     int
	pass     string
	key      string // of the recovery sheet; "" for none
	cases    map[storage.ID][]byte
	revs     map[storage.ID]uint64
	settings []byte
	fail     error // of the next Puts
	readOnly error // of the next that is opened
	findings []storage.Finding
	versions map[storage.ID][]storage.Version
	aside    map[string][]byte // versions by their names
	order    []string          // what was done, in its order
	puts     int
	removed  int
	erased   int
	opens    int            // tries to open
	vault    *storage.Vault // for what is sealed; nil until it is asked for
}

// made is a vault that was made before.
func made() *memory {
	return &memory{made: true, pass: secret, cases: map[storage.ID][]byte{}, revs: map[storage.ID]uint64{}}
}

func (m *memory) Exists(string) bool { return m.made }

func (m *memory) Create(_ string, pass []byte) (Vault, error) {
	if m.made {
		return nil, storage.ErrExists
	}
	*m = *made()
	m.pass = string(pass)
	m.open++
	return &handle{memory: m}, nil
}

func (m *memory) Memory() (Vault, error) {
	gone := made()
	m.open++
	return &handle{memory: gone, of: m}, nil
}

func (m *memory) Open(_ string, pass []byte) (Vault, error) {
	m.opens++
	switch {
	case !m.made:
		return nil, fmt.Errorf("open: %w", storage.ErrNotVault)
	case string(pass) != m.pass:
		return nil, fmt.Errorf("open: %w", storage.ErrPassphrase)
	}
	m.open++
	return &handle{memory: m}, nil
}

func (m *memory) OpenRecovery(_ string, typed []byte) (Vault, error) {
	m.opens++
	if m.key == "" || string(typed) != m.key {
		return nil, fmt.Errorf("open: %w", storage.ErrRecovery)
	}
	m.open++
	return &handle{memory: m}, nil
}

func (m *memory) Restore(folder string, from io.Reader, secret []byte, byKey bool) (Vault, error) {
	data, err := io.ReadAll(from)
	if err != nil || !strings.HasPrefix(string(data), "backup") {
		return nil, storage.ErrForeign
	}
	if byKey || string(secret) != "the words of then" {
		return nil, storage.ErrPassphrase
	}
	return m.Create(folder, secret)
}

type handle struct {
	*memory
	ExhibitStore         // none: see inMemory
	of           *memory // whose count of open vaults this one is in; nil for its own
	closed       bool
}

func (h *handle) List() ([]storage.Entry, error) {
	var out []storage.Entry
	for id, data := range h.cases {
		out = append(out, storage.Entry{ID: id, Rev: h.revs[id], Size: len(data), Modified: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	}
	return out, nil
}

func (h *handle) Get(id storage.ID) ([]byte, uint64, error) {
	if data, ok := h.cases[id]; ok {
		return data, h.revs[id], nil
	}
	return nil, 0, storage.ErrNotFound
}

func (h *handle) Put(id storage.ID, data []byte, expected uint64) (uint64, error) {
	h.puts++
	switch {
	case h.closed:
		return 0, storage.ErrClosed
	case h.fail != nil:
		return 0, h.fail
	case h.readOnly != nil:
		return 0, h.readOnly
	case h.revs[id] != expected:
		return 0, storage.ErrConflict
	}
	h.order = append(h.order, "put")
	h.cases[id], h.revs[id] = slices.Clone(data), expected+1
	return expected + 1, nil
}

func (h *handle) Remove(id storage.ID, expected uint64) error {
	if h.revs[id] != expected {
		return storage.ErrConflict
	}
	delete(h.cases, id)
	delete(h.revs, id)
	h.removed++
	return nil
}

func (h *handle) Close() error {
	if h.closed {
		return errors.New("closed twice")
	}
	h.closed = true
	h.order = append(h.order, "close")
	if h.of != nil {
		h.of.open--
	} else {
		h.open--
	}
	return nil
}

func (h *handle) ReadOnly() error             { return h.readOnly }
func (h *handle) Findings() []storage.Finding { return h.findings }
func (h *handle) HasRecovery() bool           { return h.key != "" }
func (h *handle) SavePoint() uint64           { return 41 }
func (h *handle) Settings() ([]byte, error)   { return h.settings, nil }

func (h *handle) SaveSettings(data []byte) error {
	h.order = append(h.order, "settings")
	h.settings = slices.Clone(data)
	return nil
}

func (h *handle) Verify(p storage.Progress) ([]storage.Finding, error) {
	for i := range 4 {
		if p != nil && !p(i, 4) {
			return nil, storage.ErrCancelled
		}
	}
	return h.findings, nil
}

func (h *handle) Versions(id storage.ID) ([]storage.Version, error) { return h.versions[id], nil }

func (h *handle) GetVersion(_ storage.ID, name string) ([]byte, error) {
	if data, ok := h.aside[name]; ok {
		return data, nil
	}
	return nil, storage.ErrNotFound
}

func (h *handle) ChangePassphrase(pass []byte) error {
	h.pass = string(pass)
	return nil
}

func (h *handle) NewRecovery() (storage.Recovery, error) {
	h.key = "AGE-SECRET-KEY-1QQQQRRRRSSSS"
	return storage.Recovery{Vault: "6f1d2c3b-4a59-4687-9a6b-5c4d3e2f1a0b", Key: h.key, Made: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}, nil
}

func (h *handle) ProveRecovery(typed []byte) error {
	if string(typed) != h.key {
		return storage.ErrRecovery
	}
	return nil
}

func (h *handle) BackupWith(string, storage.Progress) (uint64, error) { return 41, nil }

func (h *handle) EraseAll() error {
	h.closed = true
	h.open--
	n := h.erased + 1
	*h.memory = memory{erased: n, open: h.open}
	return nil
}
