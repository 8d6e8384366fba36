package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
)

const (
	textA = "she left at night"
	textB = "the other case"
)

// twoCases makes a closed vault with two cases.
func twoCases(t *testing.T) string {
	t.Helper()
	v, dir := newVault(t)
	mustPut(t, v, idA, textA, 0)
	mustPut(t, v, idB, textB, 0)
	_ = v.Close()
	return dir
}

// mutations calls f with every file one bit away, every shorter one, and one
// that is longer. Each is in place of the file at path while f runs.
func mutations(t *testing.T, path string, f func(what string, at int)) {
	t.Helper()
	whole := read(t, path)
	for i := range whole {
		for bit := range 8 {
			changed := bytes.Clone(whole)
			changed[i] ^= 1 << bit
			write(t, path, changed)
			f("bit flipped at byte", i)
		}
		write(t, path, whole[:i])
		f("cut to length", i)
	}
	write(t, path, append(bytes.Clone(whole), 'x'))
	f("a byte added at", len(whole))
	write(t, path, whole)
}

// TestEveryChangeOfACaseIsNoticed proves for every bit and every length that a
// changed case is damaged, not wrong, that it is not overwritten, and that the
// other case still opens.
func TestEveryChangeOfACaseIsNoticed(t *testing.T) {
	dir := twoCases(t)
	v := mustOpen(t, osDisk{}, dir)
	mutations(t, caseAt(t, dir, idA), func(what string, at int) {
		if data, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) || data != nil {
			t.Errorf("%s %d: Get = %q, %v", what, at, data, err)
		}
		if _, err := v.Put(idA, []byte("over"), 1); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s %d: Put = %v", what, at, err)
		}
	})
	holds(t, v, idA, textA, 1)
	write(t, caseAt(t, dir, idA), []byte("damaged"))
	holds(t, v, idB, textB, 1)
	entries, err := v.List()
	if err != nil || len(entries) != 2 {
		t.Fatalf("List = %v, %v", entries, err)
	}
	for _, e := range entries {
		if errors.Is(e.Err, ErrDamaged) != (e.ID == idA) {
			t.Errorf("List: %s: %v", e.ID, e.Err)
		}
	}
}

// TestEveryChangeOfTheSlotIsNoticed proves that a changed slot opens nothing.
func TestEveryChangeOfTheSlotIsNoticed(t *testing.T) {
	dir := twoCases(t)
	mutations(t, filepath.Join(dir, slotsDir, passSlot), func(what string, at int) {
		v, err := open(osDisk{}, dir, []byte(passphrase))
		if err == nil {
			_ = v.Close()
		}
		if !errors.Is(err, ErrPassphrase) && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s %d: Open = %v", what, at, err)
		}
	})
	mustOpen(t, osDisk{}, dir)
}

// TestNoChangeOfAHeaderHarms proves that one damaged header costs nothing, and
// that two of them are an error or mean the same vault.
func TestNoChangeOfAHeaderHarms(t *testing.T) {
	dir := twoCases(t)
	check := func(what string, at int, mayFail bool) {
		v, err := open(osDisk{}, dir, []byte(passphrase))
		if err != nil {
			if !mayFail {
				t.Errorf("%s %d: Open = %v", what, at, err)
			}
			return
		}
		holds(t, v, idA, textA, 1)
		_ = v.Close()
	}
	names := headerNames()
	header, spare := filepath.Join(dir, names[0]), filepath.Join(dir, names[1])
	mutations(t, header, func(what string, at int) { check(what, at, false) })
	mutations(t, spare, func(what string, at int) {
		check(what, at, false)
		whole := read(t, header)
		write(t, header, read(t, spare))
		check(what+" in both", at, true)
		write(t, header, whole)
	})
}

// TestALongCaseCutAtAChunkIsNoticed proves that a cut at the places where age
// begins a new chunk is noticed too.
func TestALongCaseCutAtAChunkIsNoticed(t *testing.T) {
	v, dir := newVault(t)
	mustPut(t, v, idA, strings.Repeat("0123456789", 30_000), 0)
	path := caseAt(t, dir, idA)
	whole := read(t, path)
	const chunk = 64<<10 + 16
	for end := len(whole) % chunk; end < len(whole); end++ {
		if end%chunk > 400 && end%chunk < chunk-2 {
			continue
		}
		write(t, path, whole[:end])
		if _, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d of %d: Get = %v", end, len(whole), err)
		}
	}
}

// TestExchangedFilesAreNoticed proves that a genuine file in another place is
// damage: of another case, another folder, another vault.
func TestExchangedFilesAreNoticed(t *testing.T) {
	dir, other := twoCases(t), twoCases(t)
	a, b := read(t, caseAt(t, dir, idA)), read(t, caseAt(t, dir, idB))
	write(t, caseAt(t, dir, idA), b)
	write(t, caseAt(t, dir, idB), read(t, caseAt(t, other, idB)))
	if err := os.Mkdir(filepath.Dir(caseAt(t, dir, idC)), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, caseAt(t, dir, idC), a)
	v := mustOpen(t, osDisk{}, dir)
	for _, id := range []ID{idA, idB, idC} {
		if _, _, err := v.Get(id); !errors.Is(err, ErrDamaged) {
			t.Errorf("Get(%s) = %v, want ErrDamaged", id, err)
		}
	}
	write(t, caseAt(t, dir, idA), a)
	holds(t, v, idA, textA, 1)
}

// TestTheSlotOfAnotherVaultIsNoticed proves that a slot under the same
// passphrase does not open a vault that is not its own.
func TestTheSlotOfAnotherVaultIsNoticed(t *testing.T) {
	dir, other := twoCases(t), twoCases(t)
	write(t, filepath.Join(dir, slotsDir, passSlot), read(t, filepath.Join(other, slotsDir, passSlot)))
	if _, err := open(osDisk{}, dir, []byte(passphrase)); !errors.Is(err, ErrDamaged) {
		t.Errorf("Open = %v, want ErrDamaged", err)
	}
}

// TestOnlyOrdinaryFilesAreRead proves that links, folders and huge files in the
// place of a case are damage and are neither followed nor read.
func TestOnlyOrdinaryFilesAreRead(t *testing.T) {
	dir := twoCases(t)
	path := caseAt(t, dir, idA)
	v := mustOpen(t, osDisk{}, dir)
	moved := filepath.Join(t.TempDir(), "moved")
	tests := []struct {
		name string
		put  func() error
	}{
		{"huge", func() error { return os.Truncate(path, maxSealed+1) }},
		{"link", func() error { return errors.Join(os.Rename(path, moved), os.Symlink(moved, path)) }},
		{"folder", func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }},
	}
	for _, test := range tests {
		if err := test.put(); err != nil {
			t.Fatal(err)
		}
		if _, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: Get = %v, want ErrDamaged", test.name, err)
		}
	}
}

// TestReadingIsBounded proves that a file over the limit is refused, not cut.
func TestReadingIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, []byte("1234"))
	if data, _, err := readFile(osDisk{}, path, 4); err != nil || string(data) != "1234" {
		t.Errorf("at the limit: %q, %v", data, err)
	}
	if data, _, err := readFile(osDisk{}, path, 3); !errors.Is(err, ErrDamaged) || data != nil {
		t.Errorf("over the limit: %q, %v", data, err)
	}
}

// TestSecretsOfALaterFormat proves that a slot of a later version is told from a
// damaged one, also when the headers say nothing of it.
func TestSecretsOfALaterFormat(t *testing.T) {
	dir := twoCases(t)
	tests := map[string]error{`{"format":"1"}`: ErrNewer, "{}": ErrNewer, "no JSON": ErrDamaged,
		`{"format":"unreleased","identity":"AGE-SECRET-KEY-1"}`: ErrDamaged}
	for plain, want := range tests {
		recipient, err := age.NewScryptRecipient(passphrase)
		if err != nil {
			t.Fatal(err)
		}
		recipient.SetWorkFactor(testFactor)
		slot, err := encrypt([]byte(plain), recipient)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, slotsDir, passSlot), slot)
		if _, err := open(osDisk{}, dir, []byte(passphrase)); !errors.Is(err, want) {
			t.Errorf("%s: Open = %v, want %v", plain, err, want)
		}
	}
}

// TestSealedClaimsAreChecked proves that a file that opens is still refused when
// its head does not fit, and that a later format is told from damage.
func TestSealedClaimsAreChecked(t *testing.T) {
	v, _ := newVault(t)
	good := head{Format: format, Vault: v.id, Case: idA, Kind: kindDraft, Rev: 7, Size: 4}
	change := func(f func(*head)) head { h := good; f(&h); return h }
	tests := []struct {
		name string
		head head
		want error
	}{
		{"as it should be", good, nil},
		{"later format", change(func(h *head) { h.Format = "1" }), ErrNewer},
		{"other vault", change(func(h *head) { h.Vault = string(idC) }), ErrDamaged},
		{"other case", change(func(h *head) { h.Case = idB }), ErrDamaged},
		{"other kind", change(func(h *head) { h.Kind = "exhibit" }), ErrDamaged},
		{"no revision", change(func(h *head) { h.Rev = 0 }), ErrDamaged},
	}
	for _, test := range tests {
		sealed, err := seal(test.head, []byte("data"), v.identity.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := unseal(sealed, v.head(idA), v.identity); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	for _, plain := range []string{"", "\n", "no head", `{"format":"unreleased"}`, "{}\n"} {
		sealed, err := encrypt([]byte(plain), v.identity.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := unseal(sealed, v.head(idA), v.identity); err == nil {
			t.Errorf("%q passes for a case", plain)
		}
	}
}

// TestSizesSayLittle proves that padding keeps its bound and that sizes near
// each other cannot be told apart.
func TestSizesSayLittle(t *testing.T) {
	sizes := map[int]bool{}
	for size := range 100_000 {
		p := padded(size)
		if p < size || (size > 16 && float64(p) > 1.12*float64(size)) {
			t.Fatalf("padded(%d) = %d", size, p)
		}
		sizes[p] = true
	}
	if len(sizes) > 300 {
		t.Errorf("%d different sizes below 100,000", len(sizes))
	}
}
