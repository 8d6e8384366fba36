package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"
)

// format names the only format that this version reads and writes.
const format = "unreleased"

// maxSmall bounds the files that are read before anything is authenticated.
const maxSmall = 64 << 10

// header is what vault.json says in the clear.
type header struct {
	Format string `json:"format"`
	Vault  string `json:"vault"`
}

// headerNames lists the header and its copy, either of which opens the vault.
func headerNames() [2]string { return [2]string{"vault.json", "vault.bak"} }

// writeHeaders writes the copy first, then the header.
func writeHeaders(d disk, dir string, h header) error {
	data, err := json.Marshal(h)
	if err != nil {
		return err
	}
	names := headerNames()
	for _, name := range slices.Backward(names[:]) {
		if err := writeFile(d, filepath.Join(dir, name), append(data, '\n'), filePerm); err != nil {
			return err
		}
	}
	return nil
}

// dropHeaders undoes writeHeaders as far as the disk lets it, so that a Create
// that failed can be repeated.
func dropHeaders(d disk, dir string) {
	for _, name := range headerNames() {
		_ = d.Remove(filepath.Join(dir, name))
	}
}

// readHeaders returns those of the two headers that are of our format. If there
// is none, the error is ErrNotVault when both are missing, ErrNewer when one is
// of another format, else what was wrong.
func readHeaders(d disk, dir string) ([]header, error) {
	var good []header
	fault := ErrNotVault
	for _, name := range headerNames() {
		h, err := readHeader(d, filepath.Join(dir, name))
		switch {
		case err == nil:
			good = append(good, h)
		case absent(err) || errors.Is(fault, ErrNewer): // says no more than we know
		default:
			fault = err
		}
	}
	if len(good) > 0 {
		return good, nil
	}
	return nil, fault
}

// absent tells whether there is no such file, or a file where a folder should be.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func readHeader(d disk, path string) (header, error) {
	data, _, err := readFile(d, path, maxSmall)
	if err != nil {
		return header{}, err
	}
	var h header
	if err := json.Unmarshal(data, &h); err != nil || h.Format == "" {
		return header{}, fmt.Errorf("read %s: %w", path, ErrDamaged)
	}
	if h.Format != format {
		return header{}, fmt.Errorf("read %s: %w", path, ErrNewer)
	}
	return h, nil
}

// anyOf tells whether one of the headers names the vault.
func anyOf(headers []header, vault string) bool {
	return slices.ContainsFunc(headers, func(h header) bool { return h.Vault == vault })
}
