package storage

import "errors"

// Exists tells whether a folder holds a vault of whatever format, so that Open
// is the call for it and not Create. It opens nothing.
func Exists(dir string) bool {
	_, err := readHeaders(osDisk{}, dir)
	return !errors.Is(err, ErrNotVault)
}
