package storage

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
)

// FuzzHeader: no bytes in the place of a header break anything, and what passes
// is a header.
func FuzzHeader(f *testing.F) {
	for _, s := range []string{"", "{}", `{"format":1,"vault":"x","slots":["pass.age"]}`, `{"format":2}`, `{"format":"unreleased"}`, `{"format":1}{}`, "[[[[", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := parseHeader(data)
		if err == nil && h.Format != format || err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
			t.Errorf("parseHeader(%q) = %+v, %v", data, h, err)
		}
	})
}

// FuzzManifest: no JSON in a sealed manifest breaks anything, and what passes has
// only names that stay in the vault.
func FuzzManifest(f *testing.F) {
	v, _ := inMemory(f)
	mustPut(f, v, idA, "text", 0)
	addExhibit(f, v, idA, "x", "evidence")
	for _, doc := range []any{v.state.root, v.state.shards[bucketOf(idA)].shard} {
		data, err := json.Marshal(doc)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"kind":"shard","cases":{"x":null}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r root
		if decode(data, &r) == nil && r.check(r.Vault, r.Number) == nil {
			for b := range r.Shards {
				local(t, numbered(b, 1))
			}
		}
		var s shard
		if decode(data, &s) != nil || s.check(s.Vault, s.Bucket, s.Number) != nil {
			return
		}
		for _, r := range s.Cases {
			local(t, r.Folder)
			for _, o := range r.Objects {
				local(t, o.name())
			}
			r.with(object{Kind: kindDraft, Number: 1})
		}
	})
}

func local(t *testing.T, name string) {
	t.Helper()
	if !filepath.IsLocal(name) {
		t.Errorf("%q leads out of the vault", name)
	}
}

// FuzzObject: no plaintext in a sealed draft or log breaks anything.
func FuzzObject(f *testing.F) {
	v, _ := inMemory(f)
	mustPut(f, v, idA, "text", 0)
	r := v.state.any(idA)
	key, err := v.keyOf(r)
	if err != nil {
		f.Fatal(err)
	}
	first, err := json.Marshal(head{Format: format, Kind: kindDraft, Vault: v.keys.Vault, Case: idA, Number: 1, Rev: 1, Length: 4})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(line(string(first), []byte("text"), 0))
	f.Add(bytes.Replace(line(string(first), []byte("text"), 0), []byte(`"length":4`), []byte(`"length":5000`), 1))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, plain []byte) {
		sealed, err := encrypt(plain, key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		h, data, err := v.unseal(sealed, idA, r, kindDraft)
		if err == nil && (h.Case != idA || int64(len(data)) != h.Length || !bytes.Contains(plain, data)) {
			t.Errorf("%q: %+v, %q", plain, h, data)
		}
	})
}

// FuzzCustody: no bytes in a log break anything, and what passes has a chain.
func FuzzCustody(f *testing.F) {
	c := custody{Exhibits: []Exhibit{{ID: idA, Name: "x", Size: 1}}}.with(Event{Exhibit: idA, Action: Added}).with(Event{Exhibit: idA, Action: Given})
	data, err := json.Marshal(c)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := parseCustody(data)
		if err == nil && len(c.with(Event{}).Events) != len(c.Events)+1 {
			t.Error("an event is lost")
		}
	})
}

// FuzzCard: no bytes in the place of a card break anything, and what passes has a
// name that can be shown and a recipient that can be sealed to.
func FuzzCard(f *testing.F) {
	v, _ := inMemory(f)
	data, err := card(f, v, "Clinic").Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":1,"kind":"card"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ParseCard(data)
		if err != nil {
			return
		}
		if _, err := age.ParseX25519Recipient(c.Recipient); err != nil || !isCardName(c.Name) || len(strings.Fields(c.Words())) != 12 {
			t.Errorf("%+v passes", c)
		}
	})
}

// FuzzRecoveryKey: nothing that is typed breaks anything.
func FuzzRecoveryKey(f *testing.F) {
	f.Add("AGE-SECRET-KEY-1")
	f.Add("age-secret-key-1qqqq qqqq")
	f.Add("\u2011\xff")
	f.Fuzz(func(t *testing.T, typed string) {
		if by, err := parseRecovery([]byte(typed)); (by == nil) == (err == nil) {
			t.Errorf("%q: %v, %v", typed, by, err)
		}
	})
}

// FuzzNames: no name of a file is taken for ours unless it is exactly one that we
// give.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"draft.1.age", "root.12.age", "0b.3.age", "draft.1 (1).age", ".recourse-x.tmp", "e", "..", "draft..age"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if what, n, ok := parseNumbered(name); ok && numbered(what, n) != name {
			t.Errorf("%q is taken for %q", name, numbered(what, n))
		}
		if id, ok := idOf(name); ok {
			if folder, err := id.folder(); err != nil || folder != name {
				t.Errorf("%q is taken for the folder of %s", name, id)
			}
		}
		var all folder
		all.sort(name)
		if n := len(all.drafts) + len(all.logs) + len(all.temps) + len(all.copies) + len(all.strange); n != 1 {
			t.Errorf("%q is sorted into %d places", name, n)
		}
	})
}

// FuzzHandover: no archive that somebody seals for us breaks anything or leaves
// anything that was not received whole.
func FuzzHandover(f *testing.F) {
	_, to, data := handed(f)
	plain, err := decrypt(data, to.keys.handover)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain[:8<<10])
	f.Add(plain)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, archive []byte) {
		sealed, err := encrypt(archive, to.keys.handover.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		got, err := to.Receive(bytes.NewReader(sealed), anything)
		entries, listErr := to.List()
		if listErr != nil || (err == nil) != (len(entries) == 1) {
			t.Fatalf("Receive = %v; List = %v, %v", err, entries, listErr)
		}
		if err == nil {
			if err := to.Remove(got.Case, entries[0].Rev); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzBackup: no archive breaks anything, and either the whole vault is restored
// or no file is left.
func FuzzBackup(f *testing.F) {
	v, _ := inMemory(f)
	mustPut(f, v, idA, "text", 0)
	path := filepath.Join(f.TempDir(), "backup")
	if _, err := v.Backup(path); err != nil {
		f.Fatal(err)
	}
	data := read(f, path)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(repacked(f, data, func(h *tar.Header, c []byte) ([]byte, bool) { h.Name = "../" + h.Name; return c, true }))
	f.Fuzz(func(t *testing.T, archive []byte) {
		m := newMemory()
		v, err := restoreWith(small(m), home, bytes.NewReader(archive), []byte(passphraseText))
		if err == nil {
			clean(t, v)
			_ = v.Close()
			return
		}
		var left []string
		for name := range m.files {
			left = append(left, name)
		}
		if len(left) > 0 && !slices.Equal(left, []string{filepath.Join(home, lockName)}) {
			t.Errorf("%v left %v", err, left)
		}
	})
}
