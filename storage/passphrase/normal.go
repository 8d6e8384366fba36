package passphrase

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The faults of a passphrase that cannot be used at all.
var (
	// ErrEmpty means that nothing but white space was typed.
	ErrEmpty = errors.New("the passphrase is empty")
	// ErrText means that the bytes are no text.
	ErrText = errors.New("the passphrase is not valid UTF-8")
)

// Normal returns the exact text that goes into the key derivation: Unicode form
// NFKC, one space between words, none at the ends. So the same words open the
// vault whichever keyboard or paste they came from. Capital letters count.
func Normal(typed []byte) (string, error) {
	if !utf8.Valid(typed) {
		return "", ErrText
	}
	words := bytes.Join(bytes.Fields(norm.NFKC.Bytes(typed)), []byte{' '})
	if len(words) == 0 {
		return "", ErrEmpty
	}
	return string(words), nil
}
