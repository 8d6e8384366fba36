package vm

import (
	"errors"
	"io"
	"runtime/debug"
	"time"

	"github.com/google/uuid"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
)

// Path is the place of an answer: the key by which views keep their fields.
type Path = forms.Path

// ProcedureID is the id of a procedure.
type ProcedureID = forms.ProcedureID

// Tag is a language.
type Tag = i18n.Tag

// World is what the view-models take from outside.
type World struct {
	Library  *packs.Library
	Vaults   Vaults
	Dispatch Dispatch
	// Now is the clock; days are those of its location.
	Now func() time.Time
	// After calls do once, on the goroutine of the window, and returns what
	// calls it off.
	After func(d time.Duration, do func()) (stop func())
	// NewID makes a new UUID in lower case.
	NewID func() string
	// Write writes a file that the person exports, whole or not at all.
	Write func(path string, data []byte) error
	// Read opens a file that the person names.
	Read func(path string) (io.ReadCloser, error)
	// Stream writes a large file as it is produced, whole or not at all.
	Stream func(path string, produce func(io.Writer) error) error
	// Pictures draws pages for the preview; nil for no preview.
	Pictures Pictures
	// Files are the files that the person chooses among; nil where none can be.
	Files Files
	// Exports is the folder that is offered for exported files.
	Exports string
	// LeaveNothing says that cases are to be kept in memory alone: Vaults is
	// InMemory then, and no vault in a folder is to be offered.
	LeaveNothing bool
}

// today is the day on the clock.
func (w World) today() forms.Date {
	t := w.Now()
	return forms.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// NewID makes a random UUID, for a World outside tests.
func NewID() string { return uuid.NewString() }

// Dispatch runs long work away from the goroutine of the window.
type Dispatch interface {
	// Go runs work elsewhere, and what work returns on the goroutine of the
	// window.
	Go(work func() (then func()))
}

// Inline is a Dispatch that runs all at once, for tests.
type Inline struct{}

// Go runs work and what it returns.
func (Inline) Go(work func() (then func())) { work()() }

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
}

// Vaults makes and opens vaults in folders.
type Vaults interface {
	Exists(folder string) bool
	Create(folder string, passphrase []byte) (Vault, error)
	Open(folder string, passphrase []byte) (Vault, error)
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

// opened hands out a vault that can be written, since all that is typed is saved.
// The hundreds of megabytes that hardened the
// passphrase go back to the system at once.
func opened(v *storage.Vault, err error) (Vault, error) {
	debug.FreeOSMemory()
	if err == nil && v.ReadOnly() != nil {
		err = errors.Join(v.ReadOnly(), v.Close())
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}
