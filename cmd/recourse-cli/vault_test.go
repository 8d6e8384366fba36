package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"recourse/storage"
	"recourse/storage/storagetest"
)

// at is somebody at a terminal in a folder, with files for descriptors.
func at(t *testing.T, files map[string]string) (dir string, does func(want code, args ...string) (out, told string)) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, func(want code, args ...string) (string, string) {
		t.Helper()
		var out, told strings.Builder
		if got := code(testProgram(strings.NewReader(""), &out, &told, dir).run(args)); got != want {
			t.Fatalf("%s ended with %d, want %d: %s", strings.Join(args, " "), got, want, told.String())
		}
		return out.String(), told.String()
	}
}

// keyOn reads the key off a recovery sheet, as somebody who types it would.
func keyOn(t *testing.T, sheet string) string {
	t.Helper()
	text, err := exec.Command("pdftotext", "-raw", sheet, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(text))
	group := regexp.MustCompile(`^[A-Z0-9]{2,4}$`)
	for i, w := range words {
		if w != "AGE-SECRET-KEY-1" {
			continue
		}
		key := []string{w}
		for _, w := range words[i+1:] {
			if !group.MatchString(w) || len(strings.Join(key, "")) >= 74 {
				break
			}
			key = append(key, w)
		}
		return strings.Join(key, " ")
	}
	t.Fatalf("there is no key on the sheet: %s", text)
	return ""
}

// Who types the key from the printed sheet proves it, gets into the vault with it
// when the passphrase is forgotten, and restores a backup on another computer; an
// older sheet serves no more.
func TestTheSheetOpensTheVault(t *testing.T) {
	dir, does := at(t, map[string]string{"fd3": "coral tent anvil piano fudge lemon\n", "fd5": "velvet harbor quince ripple tundra oxide\n"})
	does(done, "vault", "init", "--vault", "v", "--passphrase-fd", "3")
	sheet := func(name string) (key string) {
		p := testProgram(strings.NewReader(""), io.Discard, io.Discard, dir)
		p.secret = func(string) ([]byte, error) {
			key = keyOn(t, filepath.Join(dir, name))
			return []byte(strings.ToLower(key)), nil
		}
		if got := p.run([]string{"vault", "sheet", "--vault", "v", "--passphrase-fd", "3", "-o", name}); got != int(done) {
			t.Fatalf("sheet: exit code %d, key %q", got, key)
		}
		return key
	}
	first, second := sheet("first.pdf"), sheet("second.pdf")
	does(done, "vault", "backup", "backup", "--vault", "v", "--passphrase-fd", "3")
	for name, key := range map[string]string{"fd7": first, "fd8": second} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(key+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	does(locked, "vault", "recover", "--vault", "v", "--recovery-fd", "7", "--new-passphrase-fd", "5")
	does(done, "vault", "recover", "--vault", "v", "--recovery-fd", "8", "--new-passphrase-fd", "5")
	does(done, "vault", "verify", "--vault", "v", "--passphrase-fd", "5")
	does(locked, "vault", "list", "--vault", "v", "--passphrase-fd", "3")
	does(locked, "vault", "restore", "backup", "--vault", "there", "--recovery-fd", "7")
	does(done, "vault", "restore", "backup", "--vault", "there", "--recovery-fd", "8")
	does(done, "vault", "verify", "--vault", "there", "--passphrase-fd", "3")
}

// While a window has the vault open, every command that reads works and says that it
// only reads; every command that writes ends with 4 and changes nothing.
func TestAnOpenVaultIsOnlyRead(t *testing.T) {
	dir, does := at(t, map[string]string{"fd3": "coral tent anvil piano fudge lemon\n", "fd5": "velvet harbor quince ripple tundra oxide\n",
		"letter.txt": "Dear authority,", "yes": "v\n"})
	file, _ := does(done, "sample", "gdpr-art77-complaint", "--seed", "2")
	if err := os.WriteFile(filepath.Join(dir, "case.json"), []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	does(done, "vault", "init", "--vault", "v", "--passphrase-fd", "3")
	id, _ := does(done, "vault", "put", "case.json", "--vault", "v", "--passphrase-fd", "3")
	id = strings.TrimSpace(id)
	does(done, "vault", "init", "--vault", "other", "--passphrase-fd", "3")
	does(done, "vault", "card", "--vault", "other", "--passphrase-fd", "3", "-o", "card")
	window, err := storage.Open(filepath.Join(dir, "v"), []byte("coral tent anvil piano fudge lemon"), storagetest.Cheap())
	if err != nil {
		t.Fatal(err)
	}
	defer window.Close()
	point := window.SavePoint()
	for _, args := range [][]string{{"list"}, {"show", id}, {"get", id, "-o", "-"}, {"search", "the"}, {"verify"}, {"backup", "backup"},
		{"card", "-o", "mine"}, {"handover", id, "--to", "card", "-o", "case.handover"}} {
		_, told := does(done, append(append([]string{"vault"}, args...), "--vault", "v", "--passphrase-fd", "3")...)
		if !strings.Contains(told, "for reading only") {
			t.Errorf("%s does not say that it only reads: %s", args[0], told)
		}
	}
	for _, args := range [][]string{{"put", "case.json"}, {"remove", id}, {"passwd", "--new-passphrase-fd", "5"}, {"sheet", "-o", "sheet.pdf"},
		{"exhibit", "add", id, "letter.txt"}, {"receive", "case.handover"}} {
		does(locked, append(append([]string{"vault"}, args...), "--vault", "v", "--passphrase-fd", "3")...)
	}
	p := testProgram(strings.NewReader("v\n"), io.Discard, io.Discard, dir)
	if got := p.run([]string{"vault", "erase", "--vault", "v", "--passphrase-fd", "3"}); got != int(locked) {
		t.Errorf("erase: exit code %d", got)
	}
	if window.SavePoint() != point {
		t.Error("something was saved")
	}
	if _, err := os.Stat(filepath.Join(dir, "sheet.pdf")); err == nil {
		t.Error("a sheet was printed that opens nothing")
	}
	if list, err := window.Verify(nil); err != nil || len(list) > 0 {
		t.Errorf("Verify = %v, %v", list, err)
	}
}
