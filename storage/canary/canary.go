// Package canary looks for a text in all that lies in folders: in names and in
// files, as UTF-8, as UTF-16 in both orders, and as base64 however it is cut. It is
// for tests that prove that nothing readable is left anywhere: plant Word in every
// field, live, and call Found.
//
// It does not look into what is packed or encrypted.
package canary

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf16"
)

// Word is a text that stands nowhere by chance.
const Word = "Canary-Esperanza-Quillfeather-7731"

// Forms returns the ways in which a text of at least eight bytes may lie in a
// file, by their names. In base64 the characters at its edges are left out, which
// depend on what stands beside it.
func Forms(text string) map[string][]byte {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	all := map[string][]byte{"UTF-8": []byte(text), "UTF-16LE": little, "UTF-16BE": big}
	for phase := range 3 {
		coded := base64.StdEncoding.EncodeToString(append(make([]byte, phase), text...))
		all[fmt.Sprintf("base64 at %d", phase)] = []byte(coded[4 : len(coded)-4])
	}
	return all
}

// In names the forms of a text that are in data, in order.
func In(data []byte, text string) []string {
	var found []string
	for name, form := range Forms(text) {
		if bytes.Contains(data, form) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

// Found lists where below a folder a text is, in names or in files: the form and
// the path.
func Found(folder, text string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		for _, form := range In([]byte(path[len(folder):]), text) {
			found = append(found, form+" in the name of "+path)
		}
		if !e.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		for _, form := range In(data, text) {
			found = append(found, form+" in "+path)
		}
		return err
	})
	return found, err
}
