package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
}

// TestTheLargestCaseFits proves that MaxSize fits the bound on sealed files, and
// that one byte more is refused.
func TestTheLargestCaseFits(t *testing.T) {
	v, _ := newVault(t)
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
		{"other case of letters", strings.ToUpper(passphrase), nothing, ErrPassphrase},
		{"no passphrase", "", nothing, ErrPassphrase},
		{"only spaces", " \t\n", nothing, ErrPassphrase},
		{"no UTF-8", "coral \xff", nothing, ErrPassphrase},
		{"no folder", passphrase, remove(), ErrNotVault},
		{"header of a later format", passphrase, header(`{"format":"1"}`), ErrNewer},
		{"header of no format", passphrase, header(`{}`), ErrDamaged},
		{"header no JSON", passphrase, header("\x00"), ErrDamaged},
		{"header too large", passphrase, header(strings.Repeat(" ", maxSmall+1)), ErrDamaged},
		{"header of another vault", passphrase, header(`{"format":"unreleased","vault":"x"}`), ErrDamaged},
		{"slot missing", passphrase, remove(slotsDir), os.ErrNotExist},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, dir := newVault(t)
			_ = v.Close()
			test.prepare(t, dir)
			if _, err := open(osDisk{}, dir, []byte(test.passphrase)); !errors.Is(err, test.want) {
				t.Errorf("Open = %v, want %v", err, test.want)
			}
		})
	}
}

// TestOpenMakesNothingInAForeignFolder proves that looking for a vault leaves no
// trace where there is none.
func TestOpenMakesNothingInAForeignFolder(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir, []byte(passphrase)); !errors.Is(err, ErrNotVault) {
		t.Errorf("Open of an empty folder = %v, want ErrNotVault", err)
	}
	if files := filesIn(t, dir); len(files) != 0 {
		t.Errorf("Open left %v", files)
	}
	plain := filepath.Join(dir, "letter.txt")
	write(t, plain, []byte("x"))
	if _, err := Open(plain, []byte(passphrase)); !errors.Is(err, ErrNotVault) {
		t.Errorf("Open of a file = %v, want ErrNotVault", err)
	}
}

// TestEitherHeaderOpensTheVault proves that the copy serves when the header is
// damaged or gone, and the other way round.
func TestEitherHeaderOpensTheVault(t *testing.T) {
	for _, name := range headerNames() {
		v, dir := newVault(t)
		mustPut(t, v, idA, "text", 0)
		_ = v.Close()
		write(t, filepath.Join(dir, name), []byte("{"))
		v = mustOpen(t, osDisk{}, dir)
		holds(t, v, idA, "text", 1)
		_ = v.Close()
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		holds(t, mustOpen(t, osDisk{}, dir), idA, "text", 1)
	}
}

// TestCreateRefusesAFullFolder proves that nobody's files are mixed with a vault,
// least of all those of another vault.
func TestCreateRefusesAFullFolder(t *testing.T) {
	v, dir := newVault(t)
	if _, err := create(osDisk{}, dir, []byte("another"), testFactor); !errors.Is(err, ErrExists) {
		t.Errorf("Create over a vault = %v, want ErrExists", err)
	}
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	dropHeaders(osDisk{}, dir)
	if _, err := create(osDisk{}, dir, []byte("another"), testFactor); !errors.Is(err, ErrExists) {
		t.Errorf("Create over cases without a header = %v, want ErrExists", err)
	}
	other := t.TempDir()
	write(t, filepath.Join(other, "letter.txt"), []byte("x"))
	if _, err := create(osDisk{}, other, []byte(passphrase), testFactor); !errors.Is(err, ErrExists) {
		t.Errorf("Create over files = %v, want ErrExists", err)
	}
	if files := filesIn(t, other); len(files) != 1 {
		t.Errorf("Create left %v", files)
	}
}

// TestCreateTakesAnEmptyFolder proves that empty and missing folders serve, also
// when several levels are missing, and that an unusable passphrase makes none.
func TestCreateTakesAnEmptyFolder(t *testing.T) {
	base := t.TempDir()
	for _, dir := range []string{base, filepath.Join(base, slotsDir+"x", "b", "c")} {
		if _, err := create(osDisk{}, dir, []byte(" "), testFactor); !errors.Is(err, ErrPassphrase) {
			t.Errorf("Create without passphrase = %v, want ErrPassphrase", err)
		}
		v, err := create(osDisk{}, dir, []byte(passphrase), testFactor)
		if err != nil {
			t.Fatal(err)
		}
		mustPut(t, v, idA, "text", 0)
		_ = v.Close()
	}
}

// TestCreateAsksForRealWork proves that the exported functions use age's work
// factor 18, not the one of these tests.
func TestCreateAsksForRealWork(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	v, err := Create(dir, []byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, v, idA, "text", 0)
	_ = v.Close()
	lines := strings.SplitN(string(read(t, filepath.Join(dir, slotsDir, passSlot))), "\n", 3)
	if !strings.HasPrefix(lines[1], "-> scrypt ") || !strings.HasSuffix(lines[1], " 18") {
		t.Errorf("the slot begins %q", lines[1])
	}
	if v, err = Open(dir, []byte(passphrase)); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	holds(t, v, idA, "text", 1)
}

// TestTooMuchWorkIsRefused proves that a slot cannot make us spend more than
// 1 GiB: the factor is looked at before any work is done.
func TestTooMuchWorkIsRefused(t *testing.T) {
	v, dir := newVault(t)
	_ = v.Close()
	path := filepath.Join(dir, slotsDir, passSlot)
	write(t, path, bytes.Replace(read(t, path), []byte(" 1\n"), []byte(" 21\n"), 1))
	if _, err := Open(dir, []byte(passphrase)); !errors.Is(err, ErrDamaged) {
		t.Errorf("Open = %v, want ErrDamaged", err)
	}
}

// TestTheSameWordsOpen proves that keyboards, pastes and spaces make no
// difference, and that letters do.
func TestTheSameWordsOpen(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"plain", "coral tent", "coral tent"},
		{"spaces and line end", "  coral \t tent\r\n", "coral tent"},
		{"no-break and ideographic space", "coral\u00a0\u3000tent", "coral tent"},
		{"decomposed", "cafe\u0301", "caf\u00e9"},
		{"ligature and full width", "\ufb01\uff11", "fi1"},
		{"letters keep their case", "Coral", "Coral"},
	}
	for _, test := range tests {
		got, err := normalize([]byte(test.typed))
		if err != nil || got != test.want {
			t.Errorf("%s: normalize = %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

// TestAClosedVaultRefuses proves that no key survives Close.
func TestAClosedVaultRefuses(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, "text", 0)
	if err := errors.Join(v.Close(), v.Close()); err != nil {
		t.Fatal(err)
	}
	_, listErr := v.List()
	_, _, getErr := v.Get(idA)
	_, putErr := v.Put(idA, nil, 1)
	for _, err := range []error{listErr, getErr, putErr, v.Remove(idA, 1)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("got %v, want ErrClosed", err)
		}
	}
}
