package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWhatIsPutComesBack proves the round trip through a closed vault, for data
// of any bytes and several chunks.
func TestWhatIsPutComesBack(t *testing.T) {
	cases := map[ID]string{
		idA: `{"answer":"Übergröße, αβγ, العربية"}`,
		idB: "",
		idC: strings.Repeat("\x00\xff\n {}", 50_000),
	}
	v, dir := newVault(t)
	for id, data := range cases {
		mustPut(t, v, id, data, 0)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, osDisk{}, dir)
	for id, data := range cases {
		holds(t, again, id, data, 1)
	}
	clean(t, again)
}

// TestTheLargestCaseFits proves that MaxSize fits the bound on sealed files, and
// that one byte more is refused.
func TestTheLargestCaseFits(t *testing.T) {
	v, _ := inMemory(t)
	data := bytes.Repeat([]byte("0123456789abcdef"), MaxSize/16)
	mustPut(t, v, idA, string(data), 0)
	holds(t, v, idA, string(data), 1)
	if _, err := v.Put(idA, append(data, 'x'), 1); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Put of MaxSize+1 = %v, want ErrTooLarge", err)
	}
}

// TestOpenRefuses proves that each cause is told apart.
func TestOpenRefuses(t *testing.T) {
	header := func(text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, name := range headerNames() {
				write(t, filepath.Join(dir, name), []byte(text))
			}
		}
	}
	remove := func(path ...string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			if err := os.RemoveAll(filepath.Join(append([]string{dir}, path...)...)); err != nil {
				t.Fatal(err)
			}
		}
	}
	nothing := func(*testing.T, string) {}
	tests := []struct {
		name, passphrase string
		prepare          func(*testing.T, string)
		want             error
	}{
		{"wrong passphrase", "coral tent anvil piano fudge lemons", nothing, ErrPassphrase},
		{"other case of letters", strings.ToUpper(passphraseText), nothing, ErrPassphrase},
		{"no passphrase", "", nothing, ErrPassphrase},
		{"only spaces", " \t\n", nothing, ErrPassphrase},
		{"no UTF-8", "coral \xff", nothing, ErrPassphrase},
		{"no folder", passphraseText, remove(), ErrNotVault},
		{"header of a later format", passphraseText, header(`{"format":2,"new":1}`), ErrNewer},
		{"header of the format before", passphraseText, header(`{"format":"unreleased","vault":"x"}`), ErrNewer},
		{"header of no format", passphraseText, header(`{}`), ErrDamaged},
		{"header with a field too many", passphraseText, header(`{"format":1,"vault":"x","slots":[],"more":1}`), ErrDamaged},
		{"header no JSON", passphraseText, header("\x00"), ErrDamaged},
		{"header too large", passphraseText, header(strings.Repeat(" ", maxSmall+1)), ErrDamaged},
		{"header of another vault", passphraseText, header(`{"format":1,"vault":"x","slots":[]}`), ErrDamaged},
		{"slot missing", passphraseText, remove(slotsDir), os.ErrNotExist},
		{"manifests missing", passphraseText, remove(manifestsDir), ErrDamaged},
		{"roots missing", passphraseText, remove(manifestsDir, numbered(rootName, 1)), ErrDamaged},
		{"cases missing", passphraseText, remove(casesDir), ErrDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, dir := newVault(t)
			_ = v.Close()
			test.prepare(t, dir)
			if _, err := open(onDisk(), dir, []byte(test.passphrase)); !errors.Is(err, test.want) {
				t.Errorf("Open = %v, want %v", err, test.want)
			}
		})
	}
}

// TestOpenMakesNothingInAForeignFolder proves that looking for a vault leaves no
// trace where there is none.
func TestOpenMakesNothingInAForeignFolder(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir, []byte(passphraseText)); !errors.Is(err, ErrNotVault) || Exists(dir) {
		t.Errorf("Open of an empty folder = %v, want ErrNotVault", err)
	}
	if files := filesIn(t, dir); len(files) != 0 {
		t.Errorf("Open left %v", files)
	}
	plain := filepath.Join(dir, "letter.txt")
	write(t, plain, []byte("x"))
	if _, err := Open(plain, []byte(passphraseText)); !errors.Is(err, ErrNotVault) {
		t.Errorf("Open of a file = %v, want ErrNotVault", err)
	}
}

// TestEitherHeaderOpensTheVault proves that the copy serves when the header is
// damaged or gone, and the other way round; that damage is reported, and what is
// gone is put back.
func TestEitherHeaderOpensTheVault(t *testing.T) {
	for _, name := range headerNames() {
		v, dir := newVault(t)
		mustPut(t, v, idA, "text", 0)
		_ = v.Close()
		write(t, filepath.Join(dir, name), []byte("{"))
		v = mustOpen(t, osDisk{}, dir)
		holds(t, v, idA, "text", 1)
		if list := finds(t, v, Damaged); list[0].File != name {
			t.Errorf("Verify = %v", list)
		}
		_ = v.Close()
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		v = mustOpen(t, osDisk{}, dir)
		holds(t, v, idA, "text", 1)
		clean(t, v)
	}
}

// TestCreateRefusesAFullFolder proves that nobody's files are mixed with a vault,
// least of all those of another vault.
func TestCreateRefusesAFullFolder(t *testing.T) {
	v, dir := newVault(t)
	if _, err := create(onDisk(), dir, []byte("another")); !errors.Is(err, ErrExists) || !Exists(dir) {
		t.Errorf("Create over a vault = %v, want ErrExists", err)
	}
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	dropHeaders(osDisk{}, dir)
	if _, err := create(onDisk(), dir, []byte("another")); !errors.Is(err, ErrExists) {
		t.Errorf("Create over cases without a header = %v, want ErrExists", err)
	}
	other := t.TempDir()
	write(t, filepath.Join(other, "letter.txt"), []byte("x"))
	if _, err := create(onDisk(), other, []byte(passphraseText)); !errors.Is(err, ErrExists) {
		t.Errorf("Create over files = %v, want ErrExists", err)
	}
	if files := filesIn(t, other); len(files) != 1 {
		t.Errorf("Create left %v", files)
	}
}

// TestCreateTakesAnEmptyFolder proves that empty and missing folders serve, also
// when several levels are missing, with names of any script, and that an
// unusable passphrase makes none.
func TestCreateTakesAnEmptyFolder(t *testing.T) {
	base := t.TempDir()
	for _, dir := range []string{base, filepath.Join(base, slotsDir+"x", "خزنة", "Ü b c", strings.Repeat("long ", 30))} {
		if _, err := create(onDisk(), dir, []byte(" ")); !errors.Is(err, ErrPassphrase) {
			t.Errorf("Create without passphrase = %v, want ErrPassphrase", err)
		}
		v := makeVault(t, onDisk(), dir)
		mustPut(t, v, idA, "text", 0)
		clean(t, v)
		_ = v.Close()
		if dir == base {
			if err := errors.Join(os.RemoveAll(base), os.Mkdir(base, 0o700)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestCreateAsksForRealWork proves that the exported functions use a work factor
// of at least 16, not the one of these tests, and that they go together.
func TestCreateAsksForRealWork(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	v, err := Create(dir, []byte(passphraseText))
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	lines := strings.SplitN(string(read(t, filepath.Join(dir, slotsDir, passSlot))), "\n", 3)
	if !strings.HasPrefix(lines[1], "-> scrypt ") || !slices.Contains([]string{"16", "17", "18", "19"}, lines[1][len(lines[1])-2:]) {
		t.Errorf("the slot begins %q", lines[1])
	}
	if v, err = Open(dir, []byte(passphraseText)); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	holds(t, v, idA, "text", 1)
}

// TestTheWorkFitsTheMachine proves that opening takes between half a second and
// one second where the bounds allow it, never less work than 16 and never more
// memory than 512 MiB.
func TestTheWorkFitsTheMachine(t *testing.T) {
	for took, want := range map[time.Duration]int{
		2 * time.Second: 16, 500 * time.Millisecond: 16, 499 * time.Millisecond: 17, 250 * time.Millisecond: 17,
		130 * time.Millisecond: 18, 70 * time.Millisecond: 19, time.Millisecond: 19,
	} {
		if got := factorFor(took); got != want {
			t.Errorf("factorFor(%v) = %d, want %d", took, got, want)
		}
	}
}

// TestTooMuchWorkIsRefused proves that a slot cannot make us spend more than
// 1 GiB: the factor is looked at before any work is done.
func TestTooMuchWorkIsRefused(t *testing.T) {
	v, dir := newVault(t)
	_ = v.Close()
	path := filepath.Join(dir, slotsDir, passSlot)
	write(t, path, bytes.Replace(read(t, path), []byte(" 1\n"), []byte(" 21\n"), 1))
	if _, err := Open(dir, []byte(passphraseText)); !errors.Is(err, ErrDamaged) {
		t.Errorf("Open = %v, want ErrDamaged", err)
	}
}

// TestAClosedVaultRefuses proves that no key survives Close.
func TestAClosedVaultRefuses(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, "text", 0)
	keys := v.keys
	if err := errors.Join(v.Close(), v.Close()); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(keys.signing, func(b byte) bool { return b != 0 }) {
		t.Error("the signing key is still in memory")
	}
	for name, err := range everyCall(v) {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s = %v, want ErrClosed", name, err)
		}
	}
	v.SaveIndex()
}

// everyCall calls every method that needs an open vault.
func everyCall(v *Vault) map[string]error {
	out := map[string]error{}
	_, out["List"] = v.List()
	_, _, out["Get"] = v.Get(idA)
	_, out["Put"] = v.Put(idA, nil, 1)
	out["Remove"] = v.Remove(idA, 1)
	_, out["Versions"] = v.Versions(idA)
	_, out["GetVersion"] = v.GetVersion(idA, "draft.1.age")
	_, out["Verify"] = v.Verify(nil)
	_, out["AddExhibit"] = v.AddExhibit(idA, Source{Name: "x", Data: strings.NewReader("")})
	_, out["Exhibits"] = v.Exhibits(idA)
	_, out["Custody"] = v.Custody(idA)
	_, out["Exhibit"] = v.Exhibit(idA, idB, Taking{}, &bytes.Buffer{})
	_, out["Summaries"] = v.Summaries("x", func([]byte) string { return "" })
	_, out["Search"] = v.Search("x", func([]byte) string { return "" })
	out["ChangePassphrase"] = v.ChangePassphrase([]byte("words"))
	_, out["NewRecovery"] = v.NewRecovery()
	out["ProveRecovery"] = v.ProveRecovery([]byte("x"))
	_, out["Backup"] = v.Backup("x")
	_, out["Card"] = v.Card("x")
	_, out["Receive"] = v.Receive(strings.NewReader(""), func(ID, []byte) error { return nil })
	out["EraseAll"] = v.EraseAll()
	return out
}

// TestAVaultInMemoryLeavesNothing proves that it works like any other and makes
// no file anywhere near.
func TestAVaultInMemoryLeavesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	v, err := CreateInMemory()
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, v, idA, "text", 0)
	holds(t, v, idA, "text", 1)
	if _, err := v.AddExhibit(idA, Source{Name: "x", Data: strings.NewReader("file")}); err != nil {
		t.Fatal(err)
	}
	clean(t, v)
	if files := filesIn(t, "."); len(files) > 0 || v.ReadOnly() != nil || v.ID() == "" {
		t.Errorf("left: %v", files)
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
}

// TestNoDumps proves that the switch works on this system.
func TestNoDumps(t *testing.T) {
	if err := NoDumps(); err != nil {
		t.Error(err)
	}
}
