package storage

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestLaterFormatsAreRefused proves (R12) that every part tells a later format
// from damage, and that nothing of it is opened or overwritten.
func TestLaterFormatsAreRefused(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	r := v.state.any(idA)
	draft, _ := r.newest(kindDraft)
	path := filepath.Join(v.caseDir(r), draft.name())
	key, err := v.keyOf(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, plain := range []string{`{"format":2,"kind":"draft"}` + "\n", "{}\n", "no head", `{"format":1,"kind":"draft","new":1}` + "\n", ""} {
		sealed, err := encrypt([]byte(plain), key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		want := ErrDamaged
		if strings.Contains(plain, "2") {
			want = ErrNewer
		}
		if _, _, err := v.unseal(sealed, idA, r, kindDraft); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", plain, err, want)
		}
	}
	later := v.state.root
	later.Format, later.Number = 2, v.state.root.Number+1
	plain, err := sign(later, v.keys.signing, 0)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := encrypt(plain, v.keys.identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	m.files[v.at(manifestsDir, numbered(rootName, later.Number))] = sealed
	_ = v.Close()
	if _, err := open(small(m), home, []byte(passphraseText)); !errors.Is(err, ErrNewer) {
		t.Errorf("Open with a root of format 2 = %v, want ErrNewer", err)
	}
	if m.files[path] == nil {
		t.Error("something was removed")
	}
}
