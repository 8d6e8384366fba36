package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// errWeb is what opening an address of the web ends with.
var errWeb = errors.New("recourse opens no address of the web")

// refuseWeb takes the place of what Fyne has registered for addresses of the web:
// it would load a picture that a text names, and so tell its server who reads.
func refuseWeb() {
	for _, scheme := range []string{"http", "https"} {
		repository.Register(scheme, noWeb{})
	}
}

// noWeb is a repository.Repository in which there is nothing.
type noWeb struct{}

// Exists implements repository.Repository.
func (noWeb) Exists(fyne.URI) (bool, error) { return false, errWeb }

// Reader implements repository.Repository.
func (noWeb) Reader(fyne.URI) (fyne.URIReadCloser, error) { return nil, errWeb }

// CanRead implements repository.Repository.
func (noWeb) CanRead(fyne.URI) (bool, error) { return false, nil }

// Destroy implements repository.Repository.
func (noWeb) Destroy(string) {}
