package storage

import (
	"encoding/base32"

	"github.com/google/uuid"
)

// ID names a case: the canonical text of a UUID, 36 characters in lower case.
type ID string

// fileName is the form in which an id names a folder: the 16 bytes of the UUID
// in lower-case base32 (RFC 4648, section 6) without padding, 26 characters that
// mean the same on file systems that ignore case.
var fileName = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// folder returns the name of the case's folder. An id that is not canonical is
// refused without being repeated, for it may be anything a person typed.
func (id ID) folder() (string, error) {
	u, err := uuid.Parse(string(id))
	if err != nil || u.String() != string(id) {
		return "", ErrInvalidID
	}
	return fileName.EncodeToString(u[:]), nil
}

// idOf returns the id that a folder stands for, and false for a foreign name.
func idOf(folder string) (ID, bool) {
	b, err := fileName.DecodeString(folder)
	if err != nil || fileName.EncodeToString(b) != folder {
		return "", false
	}
	u, err := uuid.FromBytes(b)
	return ID(u.String()), err == nil
}
