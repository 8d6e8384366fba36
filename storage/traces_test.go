package storage

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

const canary = "Canary-Esperanza-Quillfeather-7731"

// forms returns the ways in which a text may lie in a file: UTF-8, UTF-16 in
// both orders, and base64 at each of its three phases without the edges.
func forms(text string) map[string][]byte {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	all := map[string][]byte{"UTF-8": []byte(text), "UTF-16LE": little, "UTF-16BE": big}
	for phase := range 3 {
		coded := base64.StdEncoding.EncodeToString([]byte("xx"[:phase%3] + text))
		all["base64 at "+string(rune('0'+phase))] = []byte(coded[4 : len(coded)-4])
	}
	return all
}

// betrays returns where below dir a text is found, in names or in files.
func betrays(t *testing.T, dir, text string) []string {
	t.Helper()
	var found []string
	for name, form := range forms(text) {
		for _, path := range filesIn(t, dir) {
			if bytes.Contains(read(t, path), form) || bytes.Contains([]byte(path[len(dir):]), form) {
				found = append(found, name+" in "+path)
			}
		}
	}
	return found
}

// TestNothingReadableLiesInTheVault proves that neither data nor names of
// exhibits, passphrase, keys, summaries or ids as the program writes them are in
// any file or name, also in what a failed save leaves.
func TestNothingReadableLiesInTheVault(t *testing.T) {
	v, dir := newVault(t)
	d := &faultyDisk{disk: osDisk{}}
	v.world.disk = d
	mustPut(t, v, idB, canary, 0)
	mustPut(t, v, idB, canary+canary, 1)
	x, err := v.AddExhibit(idB, Source{Name: canary, Who: canary, From: canary, Data: strings.NewReader(canary)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Summaries(canary, func(data []byte) string { return string(data) }); err != nil {
		t.Fatal(err)
	}
	v.SaveIndex()
	recovery, err := v.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	for failAt := 1; failAt < 30; failAt++ {
		d.arm(failAt, true) // so that temporary files stay
		_, _ = v.Put(idB, []byte(canary), 2)
	}
	d.arm(0, false)
	secrets := []string{canary, passphraseText, recovery.Key, string(idB), string(x.ID), x.SHA256,
		v.keys.secrets.Identity, v.keys.identity.Recipient().String(), v.keys.secrets.Handover, v.keys.handover.Recipient().String(),
		string(v.keys.Signing), v.state.any(idB).Identity}
	for _, secret := range secrets {
		if found := betrays(t, dir, secret); len(found) > 0 {
			t.Errorf("%s is found: %v", secret, found)
		}
	}
}

// TestTheSearchFindsTheCanary proves that the test above can fail.
func TestTheSearchFindsTheCanary(t *testing.T) {
	for name, form := range forms(canary) {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "file"), append([]byte("abc"), form...))
		if len(betrays(t, dir, canary)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, canary), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, canary, "file"), nil)
	if len(betrays(t, dir, canary)) == 0 {
		t.Error("a name is not found")
	}
}
