package storage

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rich makes a vault with generations, an exhibit, an erased case and a recovery
// slot.
func rich(t testing.TB) (*Vault, *memory, Recovery) {
	t.Helper()
	v, m := inMemory(t)
	for rev := range uint64(7) {
		mustPut(t, v, idA, text(idA, rev+1), rev)
	}
	mustPut(t, v, idB, textB, 0)
	mustPut(t, v, idC, "erased", 0)
	addExhibit(t, v, idA, "x", strings.Repeat("evidence", 5_000))
	recovery, err := v.NewRecovery()
	if err := errors.Join(err, v.Remove(idC, 1)); err != nil {
		t.Fatal(err)
	}
	return v, m, recovery
}

func backedUp(t testing.TB) ([]byte, Recovery) {
	t.Helper()
	v, _, recovery := rich(t)
	path := filepath.Join(t.TempDir(), "backup")
	point, err := v.Backup(path)
	if err != nil || point != v.SavePoint() {
		t.Fatalf("Backup = %d, %v", point, err)
	}
	return read(t, path), recovery
}

// TestABackupRestores proves (R15) that a backup gives the vault back, whole and
// without findings, with the passphrase, with the recovery key alone, and by
// unpacking it with any tar program.
func TestABackupRestores(t *testing.T) {
	data, recovery := backedUp(t)
	check := func(v *Vault, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		clean(t, v)
		holds(t, v, idA, text(idA, 7), 7)
		holds(t, v, idB, textB, 1)
		list, err := v.Exhibits(idA)
		if err != nil || len(list) != 1 {
			t.Fatalf("Exhibits = %v, %v", list, err)
		}
		var out bytes.Buffer
		if _, err := v.Exhibit(idA, list[0].ID, Taking{}, &out); err != nil || out.Len() != 40_000 {
			t.Errorf("the exhibit has %d bytes, %v", out.Len(), err)
		}
		if versions, err := v.Versions(idA); err != nil || len(versions) != keptDrafts {
			t.Errorf("Versions = %v, %v", versions, err)
		}
		mustPut(t, v, idB, "on", 1)
		clean(t, v)
	}
	dir := filepath.Join(t.TempDir(), "by passphrase")
	check(restoreWith(onDisk(), dir, bytes.NewReader(data), []byte(passphraseText)))
	check(RestoreRecovery(filepath.Join(t.TempDir(), "by key"), bytes.NewReader(data), []byte(recovery.Key)))
	unpacked := t.TempDir()
	for in := tar.NewReader(bytes.NewReader(data)); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(unpacked, filepath.FromSlash(h.Name))
		content, err := io.ReadAll(in)
		if err := errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	check(open(onDisk(), unpacked, []byte(passphraseText)))
}

// TestABackupOfADamagedVaultFails proves that damage does not reach a backup,
// that it is named, and that an older backup stays.
func TestABackupOfADamagedVaultFails(t *testing.T) {
	v, m, _ := rich(t)
	path := filepath.Join(t.TempDir(), "backup")
	write(t, path, []byte("the backup of before"))
	listed := v.state.objectFiles()
	before := maps.Clone(m.files)
	for _, name := range []string{listed[0].name, listed[len(listed)-1].name, slotsDir + "/" + passSlot, manifestsDir + "/" + numbered(rootName, v.SavePoint()),
		manifestsDir + "/" + numbered(bucketOf(idA), v.state.root.Shards[bucketOf(idA)].Number)} {
		at := filepath.Join(home, filepath.FromSlash(name))
		for _, data := range [][]byte{append(bytes.Clone(m.files[at][:len(m.files[at])-1]), 'x'), []byte("x")} {
			m.files[at] = data
			if _, err := v.Backup(path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), name) {
				t.Errorf("%s damaged: Backup = %v", name, err)
			}
		}
		delete(m.files, at)
		if _, err := v.Backup(path); err == nil {
			t.Errorf("%s missing: Backup = nil", name)
		}
		m.files = maps.Clone(before)
	}
	if files := filesIn(t, filepath.Dir(path)); len(files) != 1 || string(read(t, path)) != "the backup of before" {
		t.Errorf("left: %v", files)
	}
	if _, err := v.Backup(filepath.Join(path, "under a file")); err == nil {
		t.Error("Backup under a file = nil")
	}
}

// TestABackupIsReadAgain proves that one that the medium has changed is not
// taken for a backup.
func TestABackupIsReadAgain(t *testing.T) {
	v, _, _ := rich(t)
	path := filepath.Join(t.TempDir(), "backup")
	if _, err := v.Backup(path); err != nil {
		t.Fatal(err)
	}
	files, err := v.backupFiles()
	if err != nil {
		t.Fatal(err)
	}
	data := read(t, path)
	for _, changed := range [][]byte{data[:len(data)/2], nil, flipped(data, len(data)/2), flipped(data, 0)} {
		write(t, path, changed)
		if v.checkBackup(path, files) == nil {
			t.Errorf("%d of %d bytes pass", len(changed), len(data))
		}
	}
	write(t, path, data)
	if v.checkBackup(path, files[:len(files)-1]) == nil {
		t.Error("a file too many passes")
	}
}

func flipped(data []byte, at int) []byte {
	out := bytes.Clone(data)
	out[at] ^= 1
	return out
}

// repacked packs an archive again with changes to its files.
func repacked(t testing.TB, data []byte, change func(h *tar.Header, content []byte) ([]byte, bool)) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for in := tar.NewReader(bytes.NewReader(data)); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		content, keep := change(h, content)
		if !keep {
			continue
		}
		if h.Typeflag == tar.TypeReg {
			h.Size = int64(len(content))
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			if _, err := w.Write(content); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestABadBackupRestoresNothing proves (R11) that a backup that is cut, changed,
// reordered, or has names that lead elsewhere, links or files too many, is
// refused and leaves the folder as it was.
func TestABadBackupRestoresNothing(t *testing.T) {
	data, _ := backedUp(t)
	same := func(h *tar.Header, content []byte) ([]byte, bool) { return content, true }
	bad := map[string][]byte{
		"empty": {}, "no archive": []byte(strings.Repeat("x", 2000)), "cut": data[:len(data)/3], "cut in the head": data[:700],
		"another file": append(bytes.Clone(repacked(t, data, same)[:len(data)-1024]), repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) { return c, h.Name == "vault.json" })...),
	}
	for _, name := range []string{"../evil", "/evil", "c/../../evil", "slots/extra.age", "CON", "c:evil"} {
		bad["named "+name] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, "c/") {
				h.Name = name
			}
			return c, true
		})
	}
	for part, kind := range map[string]byte{"vault.json": tar.TypeSymlink, "slots/pass.age": tar.TypeLink, "slots/rec.age": tar.TypeLink, "m/root": tar.TypeDir, "c/": tar.TypeSymlink} {
		bad["link for "+part] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, part) {
				h.Typeflag, h.Linkname, h.Size = kind, "/etc/passwd", 0
			}
			return c, true
		})
		bad["without "+part] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) { return c, !strings.HasPrefix(h.Name, part) })
		bad["changed "+part] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, part) {
				c = flipped(c, len(c)/2)
			}
			return c, true
		})
	}
	for part, size := range map[string]int{"vault.json": maxSmall + 1, "slots/pass.age": maxSmall + 1, "c/": 50_000} {
		bad["too long "+part] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
			if strings.HasPrefix(h.Name, part) {
				c = append(c, make([]byte, size)...)
			}
			return c, true
		})
	}
	bad["no header"] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
		if h.Name == "vault.json" {
			c = []byte("x")
		}
		return c, true
	})
	bad["slots of nobody"] = repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
		return bytes.Replace(c, []byte(`"rec.age"`), []byte(`"rec.age","pass.age"`), 1), true
	})
	for name, archive := range bad {
		base := t.TempDir()
		if v, err := restoreWith(onDisk(), filepath.Join(base, "a", "vault"), bytes.NewReader(archive), []byte(passphraseText)); err == nil {
			t.Errorf("%s: restored", name)
			_ = v.Close()
		}
		left := slices.DeleteFunc(filesIn(t, base), func(f string) bool { return filepath.Base(f) == lockName })
		if len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
		if v, err := restoreWith(onDisk(), filepath.Join(base, "a", "vault"), bytes.NewReader(data), []byte(passphraseText)); err != nil {
			t.Errorf("%s: then the good one: %v", name, err)
		} else {
			_ = v.Close()
		}
	}
}

// TestRestoreTellsCauses proves that a wrong passphrase, a full folder and a
// backup of a later format are told apart.
func TestRestoreTellsCauses(t *testing.T) {
	data, _ := backedUp(t)
	full := t.TempDir()
	write(t, filepath.Join(full, "letter"), nil)
	later := repacked(t, data, func(h *tar.Header, c []byte) ([]byte, bool) {
		return bytes.Replace(c, []byte(`{"format":1,"vault"`), []byte(`{"format":2,"vault"`), 1), true
	})
	for _, test := range []struct {
		name, dir, words string
		data             []byte
		want             error
	}{
		{"wrong passphrase", filepath.Join(t.TempDir(), "v"), "wrong", data, ErrPassphrase},
		{"no passphrase", filepath.Join(t.TempDir(), "v"), "", data, ErrPassphrase},
		{"full folder", full, passphraseText, data, ErrExists},
		{"later format", filepath.Join(t.TempDir(), "v"), passphraseText, later, ErrNewer},
	} {
		if _, err := Restore(test.dir, bytes.NewReader(test.data), []byte(test.words)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	for _, key := range []string{"x", strings.Repeat("q", 58)} {
		if _, err := RestoreRecovery(filepath.Join(t.TempDir(), "v"), bytes.NewReader(data), []byte(key)); !errors.Is(err, ErrRecovery) {
			t.Errorf("wrong key: %v", err)
		}
	}
}

// TestAFailedRestoreCanBeRepeated proves for every call to the disk that its
// failure leaves no vault behind that is not whole.
func TestAFailedRestoreCanBeRepeated(t *testing.T) {
	v, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	addExhibit(t, v, idA, "x", "evidence")
	path := filepath.Join(t.TempDir(), "backup")
	if _, err := v.Backup(path); err != nil {
		t.Fatal(err)
	}
	data := read(t, path)
	everyFault(t, func(t *testing.T, failAt int, gone bool) bool {
		d := faulty()
		d.arm(failAt, gone)
		v, err := restoreWith(small(d), home, bytes.NewReader(data), []byte(passphraseText))
		struck := d.struck()
		d.arm(0, false)
		if err == nil {
			_ = v.Close()
		}
		again, openErr := open(small(d), home, []byte(passphraseText))
		if errors.Is(openErr, ErrNotVault) && !gone {
			again, openErr = restoreWith(small(d), home, bytes.NewReader(data), []byte(passphraseText))
		}
		if gone && openErr != nil {
			return struck // the disk went away in the midst: a new folder serves
		}
		if openErr != nil {
			t.Fatalf("failing at %d: %v, then %v", failAt, err, openErr)
		}
		clean(t, again)
		holds(t, again, idA, textA, 1)
		_ = again.Close()
		return struck
	})
}
