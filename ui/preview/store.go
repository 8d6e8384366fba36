package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// store is the folder of compiled code for one version of PDFium and of the
// library that runs it. Its seal names each file with its fingerprint: code that
// the seal does not vouch for is thrown away, never run. The seal is against
// accidents, such as a full disk; who may write into a person's own folders can
// do worse already.
type store struct{ folder string }

// The names in the folder that the caller gives: a store for each version, and
// the seal in each.
const (
	storePrefix = "pages-"
	sealName    = "seal"
)

// openStore returns the store in a folder, sound or empty, and removes those of
// other versions.
func openStore(folder string) (store, error) {
	s := store{filepath.Join(folder, storePrefix+version)}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return store{}, fmt.Errorf("make folder of compiled code: %w", err)
	}
	old, err := filepath.Glob(filepath.Join(folder, storePrefix+"*"))
	if err != nil {
		return store{}, fmt.Errorf("list folder of compiled code: %w", err)
	}
	for _, path := range old {
		if path != s.folder || !s.sound() {
			if err := os.RemoveAll(path); err != nil {
				return store{}, fmt.Errorf("remove old compiled code: %w", err)
			}
		}
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return store{}, fmt.Errorf("make folder of compiled code: %w", err)
	}
	return s, nil
}

// version names what the code was made by and of, and how: with stops for a
// context that ends. A test holds the versions to those of go.mod.
const version = "wazero-v1.12.0-go-pdfium-v1.20.0-stoppable"

// sound tells whether the files of the store are those of its seal.
func (s store) sound() bool {
	want, err := os.ReadFile(filepath.Join(s.folder, sealName))
	if err != nil {
		return false
	}
	got, err := s.sum()
	return err == nil && len(got) > 0 && bytes.Equal(got, want)
}

// seal vouches for the present files, where no seal does so already.
func (s store) seal() error {
	path := filepath.Join(s.folder, sealName)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	sum, err := s.sum()
	if err != nil {
		return err
	}
	part := path + ".part"
	if err := os.WriteFile(part, sum, 0o600); err != nil {
		return fmt.Errorf("seal compiled code: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(fmt.Errorf("seal compiled code: %w", err), os.Remove(part))
	}
	return nil
}

// sum lists the files of the store with their fingerprints, a line each.
func (s store) sum() ([]byte, error) {
	var lines []string
	err := filepath.WalkDir(s.folder, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(s.folder, path)
		if err != nil || d.IsDir() || name == sealName {
			return err
		}
		if !d.Type().IsRegular() {
			return fmt.Errorf("%s is no file", name)
		}
		sum, err := fingerprint(path)
		lines = append(lines, sum+"  "+filepath.ToSlash(name)+"\n")
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look through compiled code: %w", err)
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "")), nil
}

func fingerprint(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
