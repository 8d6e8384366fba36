package vm

import (
	"io"
	"runtime/debug"
	"time"

	"recourse/i18n"
	"recourse/storage"
)

// Rim is what the care of the vault takes from outside. What is missing, but for
// chance, does nothing.
type Rim struct {
	// Chance draws passphrases.
	Chance io.Reader
	// Clipboard is that of the system.
	Clipboard Clipboard
	// Hide takes the window off the screen, at once.
	Hide func()
	// Size is the size of the window; 0 where it is not known.
	Size func() (width, height int)
	// Quit ends the program.
	Quit func()
	// Remember keeps the language outside of the vault, for the time before it is
	// open.
	Remember func(Tag)
	// Portable says that vault and program are on one medium.
	Portable bool
	// Version is that of the program.
	Version string
	// Notices are the licences of all that is part of the program.
	Notices []Notices
}

// whole fills what is not there with what does nothing.
func (r Rim) whole() Rim {
	if r.Clipboard == nil {
		r.Clipboard = noClipboard{}
	}
	if r.Hide == nil {
		r.Hide = func() {}
	}
	if r.Size == nil {
		r.Size = func() (int, int) { return 0, 0 }
	}
	if r.Quit == nil {
		r.Quit = func() {}
	}
	if r.Remember == nil {
		r.Remember = func(Tag) {}
	}
	return r
}

type noClipboard struct{}

func (noClipboard) Content() string   { return "" }
func (noClipboard) SetContent(string) {}

// Notices are the licence and the notices of a part of the program.
type Notices struct{ Name, Licence, Text string }

// Vault is an open vault, as package storage has it.
type Vault interface {
	List() ([]storage.Entry, error)
	Get(id storage.ID) (data []byte, rev uint64, err error)
	Put(id storage.ID, data []byte, expected uint64) (rev uint64, err error)
	Remove(id storage.ID, expected uint64) error
	Close() error
	ExhibitStore
	Finder
	Exchange
	Keeper
}

// Keeper is what takes care of an open vault.
type Keeper interface {
	ReadOnly() error
	Findings() []storage.Finding
	Verify(storage.Progress) ([]storage.Finding, error)
	Versions(id storage.ID) ([]storage.Version, error)
	GetVersion(id storage.ID, name string) ([]byte, error)
	ChangePassphrase(passphrase []byte) error
	NewRecovery() (storage.Recovery, error)
	ProveRecovery(typed []byte) error
	HasRecovery() bool
	SavePoint() uint64
	BackupWith(path string, p storage.Progress) (savePoint uint64, err error)
	EraseAll() error
	Settings() ([]byte, error)
	SaveSettings(data []byte) error
}

// Vaults makes and opens vaults in folders.
type Vaults interface {
	Exists(folder string) bool
	Create(folder string, passphrase []byte) (Vault, error)
	Open(folder string, passphrase []byte) (Vault, error)
	OpenRecovery(folder string, typed []byte) (Vault, error)
	// Restore makes a vault from a backup, opened by its passphrase or by the key
	// of its recovery sheet.
	Restore(folder string, from io.Reader, secret []byte, byKey bool) (Vault, error)
	// Memory makes a vault that leaves nothing.
	Memory() (Vault, error)
}

// Disk is the Vaults of package storage.
type Disk struct{}

// Exists tells whether a folder holds a vault.
func (Disk) Exists(folder string) bool { return storage.Exists(folder) }

// Create makes a vault in a new or empty folder.
func (Disk) Create(folder string, passphrase []byte) (Vault, error) {
	return opened(storage.Create(folder, passphrase))
}

// Open opens a vault.
func (Disk) Open(folder string, passphrase []byte) (Vault, error) {
	return opened(storage.Open(folder, passphrase))
}

// OpenRecovery opens a vault by its recovery sheet.
func (Disk) OpenRecovery(folder string, typed []byte) (Vault, error) {
	return opened(storage.OpenRecovery(folder, typed))
}

// Restore unpacks a backup.
func (Disk) Restore(folder string, from io.Reader, secret []byte, byKey bool) (Vault, error) {
	if byKey {
		return opened(storage.RestoreRecovery(folder, from, secret))
	}
	return opened(storage.Restore(folder, from, secret))
}

// Memory makes a vault that leaves nothing.
func (Disk) Memory() (Vault, error) { return opened(storage.CreateInMemory()) }

// opened hands out a vault. The hundreds of megabytes that hardened the passphrase
// go back to the system at once.
func opened(v *storage.Vault, err error) (Vault, error) {
	debug.FreeOSMemory()
	if err != nil {
		return nil, err
	}
	return v, nil
}

// keeping is what the App holds for the care of the vault.
type keeping struct {
	prefs, kept   prefs // as they are, and as they are in the vault
	width, height int   // of the window, as it was remembered
	spoke         bool  // the language was chosen by hand before the vault was open
	nothing       bool  // the vault leaves nothing
	readOnly      error // why nothing can be changed; nil if it can
	findings      []storage.Finding
	quiet         map[string]bool // banners that the person has put away

	wrong   int           // tries in a row that failed
	left    time.Duration // until the next try
	closing chan struct{} // a vault is being closed until this is closed
	ending  []func()

	idle    time.Duration
	looked  time.Time
	looks   int
	asleep  i18n.Key // why the vault is to be locked as soon as it can
	escapes []time.Time
	leaving bool
	copied  string
}

// spoken keeps the language that the person has chosen.
func (a *App) spoken(tag Tag) {
	a.prefs.Language = tag
	if !a.nothing && (a.vault != nil || a.w.Vaults.Exists(a.folder)) {
		a.w.Remember(tag) // before, it is not known whether anything is to be left
	}
	if a.vault == nil {
		a.spoke = true
		return
	}
	a.remember()
}

// arrive brings on screen what the person sees when the vault is open.
func (a *App) arrive() {
	a.spoke = false
	if !a.nothing {
		a.w.Remember(a.tag)
	}
	a.showCases()
}
