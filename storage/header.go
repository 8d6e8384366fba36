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

// maxSmall bounds the files that are read before anything is authenticated.
const maxSmall = 64 << 10

// header is what vault.json says in the clear.
type header struct {
	Format int      `json:"format"`
	Vault  string   `json:"vault"`
	Slots  []string `json:"slots"`
}

// Exists tells whether a folder holds a vault of whatever format, so that Open
// is the call for it and not Create. It opens nothing.
func Exists(dir string) bool {
	_, err := readHeaders(osDisk{}, dir)
	return !errors.Is(err, ErrNotVault)
}

// headerNames lists the header and its copy, either of which opens the vault.
func headerNames() [2]string { return [2]string{"vault.json", "vault.bak"} }

// bytes is the header as it stands in its file.
func (h header) bytes() ([]byte, error) {
	data, err := json.Marshal(h)
	return append(data, '\n'), err
}

// header is what the headers of the vault say, with the slots that the root
// accepts.
func (v *Vault) header() header {
	h := header{Format: format, Vault: v.keys.Vault, Slots: []string{}}
	for _, name := range []string{passSlot, recSlot} {
		if len(v.state.root.Slots[name]) > 0 {
			h.Slots = append(h.Slots, name)
		}
	}
	return h
}

// with returns the header with one more slot.
func (h header) with(slot string) header {
	if !slices.Contains(h.Slots, slot) {
		h.Slots = append(slices.Clone(h.Slots), slot)
	}
	return h
}

// writeHeaders writes the copy first, then the header.
func writeHeaders(d disk, dir string, h header) error {
	data, err := h.bytes()
	if err != nil {
		return err
	}
	names := headerNames()
	for _, name := range slices.Backward(names[:]) {
		if err := writeFile(d, filepath.Join(dir, name), data, filePerm); err != nil {
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
	data, err := readFile(d, path, maxSmall)
	if err != nil {
		return header{}, err
	}
	h, err := parseHeader(data)
	if err != nil {
		return header{}, fmt.Errorf("read %s: %w", path, err)
	}
	return h, nil
}

// parseHeader reads a header. That of the format before the first, which had a
// word for a number, is of another version too.
func parseHeader(data []byte) (header, error) {
	var old struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(data, &old) == nil && old.Format != "" {
		return header{}, ErrNewer
	}
	if err := checkFormat(data); err != nil {
		return header{}, err
	}
	var h header
	return h, decode(data, &h)
}

// anyOf tells whether one of the headers names the vault.
func anyOf(headers []header, vault string) bool {
	return slices.ContainsFunc(headers, func(h header) bool { return h.Vault == vault })
}
