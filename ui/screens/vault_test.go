package screens

import (
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"recourse/storage"
	"recourse/ui/vm"
)

// vault is a vault in memory.
type vault struct {
	vm.ExhibitStore // none
	made            bool
	cases           map[storage.ID][]byte
	revs            map[storage.ID]uint64
	settings        []byte
	readOnly        error
	findings        []storage.Finding
	versions        []storage.Version
	sealed          *storage.Vault
}

func newVault() *vault {
	return &vault{made: true, cases: map[storage.ID][]byte{}, revs: map[storage.ID]uint64{}}
}

// rim is the machine around the program: a clipboard, chance that is always the
// same, two parts with their licences.
func rim() vm.Rim {
	return vm.Rim{Chance: rand.NewChaCha8([32]byte{1}), Clipboard: &board{}, Hide: func() {}, Quit: func() {}, Version: "1.2.3",
		Remember: func(vm.Tag) {},
		Notices:  []vm.Notices{{Name: "A library", Licence: "MIT", Text: "Permission is hereby granted"}, {Name: "Another", Licence: "BSD-3-Clause", Text: "Redistribution"}}}
}

type board struct{ text string }

func (b *board) Content() string        { return b.text }
func (b *board) SetContent(text string) { b.text = text }

func (v *vault) Exists(string) bool { return v.made }

func (v *vault) Create(string, []byte) (vm.Vault, error) {
	*v = *newVault()
	return v, nil
}

func (v *vault) Memory() (vm.Vault, error) { return newVault(), nil }

func (v *vault) Open(_ string, pass []byte) (vm.Vault, error) {
	if string(pass) != secret {
		return nil, storage.ErrPassphrase
	}
	return v, nil
}

func (v *vault) OpenRecovery(string, []byte) (vm.Vault, error) { return v, nil }

func (v *vault) Restore(string, io.Reader, []byte, bool) (vm.Vault, error) {
	return nil, storage.ErrForeign
}

func (v *vault) List() ([]storage.Entry, error) {
	var out []storage.Entry
	for id := range v.cases {
		out = append(out, storage.Entry{ID: id, Rev: v.revs[id], Modified: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
	}
	return out, nil
}

func (v *vault) Get(id storage.ID) ([]byte, uint64, error) { return v.cases[id], v.revs[id], nil }

func (v *vault) Put(id storage.ID, data []byte, rev uint64) (uint64, error) {
	v.cases[id], v.revs[id] = slices.Clone(data), rev+1
	return rev + 1, nil
}

func (v *vault) Remove(id storage.ID, _ uint64) error {
	delete(v.cases, id)
	return nil
}

func (v *vault) Close() error                { return nil }
func (v *vault) ReadOnly() error             { return v.readOnly }
func (v *vault) Findings() []storage.Finding { return v.findings }
func (v *vault) HasRecovery() bool           { return true }
func (v *vault) SavePoint() uint64           { return 4182 }
func (v *vault) Settings() ([]byte, error)   { return v.settings, nil }

func (v *vault) SaveSettings(data []byte) error {
	v.settings = slices.Clone(data)
	return nil
}

func (v *vault) Verify(storage.Progress) ([]storage.Finding, error)  { return v.findings, nil }
func (v *vault) Versions(storage.ID) ([]storage.Version, error)      { return v.versions, nil }
func (v *vault) GetVersion(storage.ID, string) ([]byte, error)       { return nil, storage.ErrNotFound }
func (v *vault) ChangePassphrase([]byte) error                       { return nil }
func (v *vault) BackupWith(string, storage.Progress) (uint64, error) { return 4182, nil }

func (v *vault) NewRecovery() (storage.Recovery, error) {
	return storage.Recovery{Vault: "6f1d2c3b-4a59-4687-9a6b-5c4d3e2f1a0b", Key: "AGE-SECRET-KEY-1QQQQ", Made: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}, nil
}

func (v *vault) ProveRecovery(typed []byte) error {
	if string(typed) != "AGE-SECRET-KEY-1QQQQ" {
		return storage.ErrRecovery
	}
	return nil
}

func (v *vault) EraseAll() error {
	if v.readOnly != nil {
		return errors.New("read only")
	}
	*v = vault{}
	return nil
}
