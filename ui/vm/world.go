package vm

import (
	"io"
	"time"

	"github.com/google/uuid"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
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
	Rim
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
