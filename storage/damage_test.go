package storage

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// harmed is a small vault in memory with two cases in different buckets and an
// exhibit, and what it was before.
type harmed struct {
	m      *memory
	before map[string][]byte
	words  []byte
	rec    []byte
}

func newHarmed(t testing.TB) *harmed {
	t.Helper()
	m := newMemory()
	w := small(m)
	if long() {
		w.rootPad, w.shardPad = 8<<10, 8<<10 // 60 KB in all
	}
	v := makeVault(t, w, home)
	recovery, err := v.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, v, idA, "early", 0)
	mustPut(t, v, idA, textA, 1)
	mustPut(t, v, idB, "early", 0)
	mustPut(t, v, idB, textB, 1)
	if _, err := v.AddExhibit(idA, Source{Name: "x", Data: strings.NewReader("evidence")}); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Summaries("x", func(data []byte) string { return string(data) }); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return &harmed{m, maps.Clone(m.files), []byte(passphraseText), []byte(recovery.Key)}
}

// open opens the vault as it lies there, for reading only so that nothing is put
// in order, by whichever slot still serves.
func (h *harmed) open() (*Vault, error) {
	lock, err := h.m.Lock(filepath.Join(home, lockName))
	if err != nil {
		return nil, err
	}
	defer lock.Close()
	v, err := open(small(h.m), home, h.words)
	if errors.Is(err, ErrPassphrase) || errors.Is(err, ErrDamaged) || errors.Is(err, os.ErrNotExist) {
		v, err = openRecovery(small(h.m), home, h.rec)
	}
	return v, err
}

// bad returns what is wrong with the way in which a harm to one file shows: it
// must be noticed, by Verify or in opening, no wrong text may ever be returned,
// and the case that the file does not belong to must open.
func (h *harmed) bad(name string) error {
	v, err := h.open()
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer v.Close()
	list, err := v.Verify(nil)
	if err != nil || len(list) == 0 {
		return fmt.Errorf("not noticed: %v, %w", list, err)
	}
	texts := map[ID][]string{idA: {textA, "early"}, idB: {textB, "early"}}
	for id, good := range texts {
		folder, _ := id.folder()
		data, rev, err := v.Get(id)
		switch {
		case err == nil && (rev < 1 || rev > 2 || string(data) != good[2-rev]):
			return fmt.Errorf("case %s has revision %d with %q", id, rev, data)
		case err == nil && rev == 2:
		case !strings.Contains(name, folder) && !strings.Contains(name, string(filepath.Separator)+bucketOf(id)+"."):
			return fmt.Errorf("case %s: revision %d, %w", id, rev, err)
		}
	}
	return nil
}

// with puts data in the place of a file and takes them away again.
func (h *harmed) with(name string, data []byte, check func() error) error {
	h.m.files[name] = data
	err := check()
	h.m.files = maps.Clone(h.before)
	return err
}

// names lists the files, but for the lock, which says nothing.
func (h *harmed) names() []string {
	names := slices.Sorted(maps.Keys(h.before))
	return slices.DeleteFunc(names, func(n string) bool { return filepath.Base(n) == lockName })
}

// TestEveryFlippedBitIsNoticed proves (R4) that a flipped bit or a cut in any
// file of a vault is noticed and named, that no wrong text is ever returned, and
// that other cases open. Here they are sampled; the long run takes every bit and
// every length.
func TestEveryFlippedBitIsNoticed(t *testing.T) {
	h := newHarmed(t)
	step, chance, flips := 397, rand.New(rand.NewPCG(1, 4)), 0
	if long() {
		step = 1
	}
	for _, name := range h.names() {
		data := h.before[name]
		for bit := chance.IntN(step); bit < len(data)*8; bit += step {
			changed := bytes.Clone(data)
			changed[bit/8] ^= 1 << (bit % 8)
			flips++
			if err := h.with(name, changed, func() error { return h.bad(name) }); err != nil {
				t.Fatalf("%s, bit %d: %v", name, bit, err)
			}
		}
		for cut := chance.IntN(step); cut < len(data); cut += step {
			if err := h.with(name, data[:cut], func() error { return h.bad(name) }); err != nil {
				t.Fatalf("%s, cut to %d: %v", name, cut, err)
			}
		}
		if err := h.with(name, append(bytes.Clone(data), 0), func() error { return h.bad(name) }); err != nil {
			t.Fatalf("%s, longer: %v", name, err)
		}
	}
	size := 0
	for _, data := range h.before {
		size += len(data)
	}
	t.Logf("%d flips in a vault of %d bytes", flips, size)
}

// TestTheFlipsFindWhatIsNotChecked proves that the test above fails where a file
// is not held against the manifest.
func TestTheFlipsFindWhatIsNotChecked(t *testing.T) {
	h := newHarmed(t)
	if err := h.bad(""); err == nil {
		t.Error("a vault without harm passes for one with")
	}
	for _, name := range h.names() {
		if !strings.Contains(name, "draft.") {
			continue
		}
		h.m.files[name] = []byte("damaged")
		v, err := h.open()
		if err != nil {
			t.Fatal(err)
		}
		for _, held := range v.state.shards { // as if no hash were looked at
			for id, r := range held.Cases {
				changed := *r
				changed.Objects = slices.Clone(r.Objects)
				for i, o := range changed.Objects {
					path := filepath.Join(v.caseDir(r), o.name())
					changed.Objects[i].SHA256, changed.Objects[i].Size = sum(h.m.files[path]), int64(len(h.m.files[path]))
				}
				held.Cases[id] = &changed
			}
		}
		s := v.state
		if err := v.verifyCase(&s, idA); err != nil || len(s.findings) > 0 {
			t.Errorf("%v, %v: something else than the hash notices", s.findings, err)
		}
		h.m.files = maps.Clone(h.before)
	}
}

// TestEveryLostFileIsNoticed proves the same for files that are gone; those of
// the last save may be, for a crash leaves the same, if nothing is lost by it.
func TestEveryLostFileIsNoticed(t *testing.T) {
	h := newHarmed(t)
	for _, name := range h.names() {
		if filepath.Base(name) == indexName {
			continue // it is made anew whenever it is missing
		}
		delete(h.m.files, name)
		if err := h.bad(name); err != nil && !h.unharmed() {
			t.Errorf("without %s: %v", name, err)
		}
		h.m.files = maps.Clone(h.before)
	}
}

// unharmed tells whether the vault holds all that it held.
func (h *harmed) unharmed() bool {
	v, err := h.open()
	if err != nil {
		return false
	}
	defer v.Close()
	a, revA, errA := v.Get(idA)
	b, revB, errB := v.Get(idB)
	list, errX := v.Exhibits(idA)
	return errors.Join(errA, errB, errX) == nil && string(a) == textA && revA == 2 && string(b) == textB && revB == 2 && len(list) == 1
}

// isOlder tells whether a manifest is one that was kept beside a newer one: it
// is not missed.
func (h *harmed) isOlder(name string) bool {
	what, n, _ := parseNumbered(filepath.Base(name))
	for other := range h.before {
		if w, m, ok := parseNumbered(filepath.Base(other)); ok && w == what && m > n && filepath.Dir(other) == filepath.Dir(name) {
			return true
		}
	}
	return false
}

// TestExchangedAndReplayedFilesAreNoticed proves (R4) that a genuine file in the
// place of any other is noticed: of the same vault, or an earlier one of the same
// name and kind.
func TestExchangedAndReplayedFilesAreNoticed(t *testing.T) {
	h := newHarmed(t)
	names := h.names()
	for _, to := range names {
		for _, from := range names {
			headers := filepath.Ext(to) == ".json" || filepath.Ext(to) == ".bak"
			if bytes.Equal(h.before[from], h.before[to]) || headers && (filepath.Ext(from) == ".json" || filepath.Ext(from) == ".bak") {
				continue
			}
			if err := h.with(to, h.before[from], func() error { return h.bad(to) }); err != nil {
				t.Fatalf("%s in the place of %s: %v", from, to, err)
			}
		}
	}
}

// TestAnOlderStateOfACaseIsNoticed proves that its draft, its draft with its
// shard, and those with the root before, put back as they were, are noticed or
// healed by what is newer; only the whole vault can be put back unnoticed.
func TestAnOlderStateOfACaseIsNoticed(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "first", 0)
	before := maps.Clone(m.files)
	mustPut(t, v, idA, "second", 1)
	_ = v.Close()
	after := maps.Clone(m.files)
	only := func(files map[string][]byte, part string) map[string][]byte {
		out := maps.Clone(after)
		for name := range out {
			if strings.Contains(name, part) {
				delete(out, name)
			}
		}
		for name, data := range files {
			if strings.Contains(name, part) {
				out[name] = data
			}
		}
		return out
	}
	folder, _ := idA.folder()
	for _, part := range []string{folder, bucketOf(idA) + "."} {
		m.files = only(before, part)
		again := mustOpen(t, m, home)
		list, err := again.Verify(nil)
		if data, _, getErr := again.Get(idA); err != nil || len(list) == 0 && string(data) != "second" || getErr == nil && string(data) == "first" {
			t.Errorf("%s put back: %v, %v, %q", part, list, err, data)
		}
		_ = again.Close()
	}
	m.files = only(before, manifestsDir+string(filepath.Separator)) // the draft is newer than root and shard
	again := mustOpen(t, m, home)
	holds(t, again, idA, "second", 2)
}

// TestDamagedManifestsAreSurvived proves that a lost shard costs at most the last
// change of one case, that a lost root costs nothing, that both are reported, and
// that work goes on and the vault is well after the next save.
func TestDamagedManifestsAreSurvived(t *testing.T) {
	for _, lost := range []string{"newest root", "all roots", "newest shard"} {
		t.Run(lost, func(t *testing.T) {
			h := newHarmed(t)
			for name := range h.before {
				what, _, ok := parseNumbered(filepath.Base(name))
				if ok && (lost == "newest root" && what == rootName && !h.isOlder(name) || lost == "all roots" && what == rootName ||
					lost == "newest shard" && what == bucketOf(idB) && !h.isOlder(name)) {
					h.m.files[name] = []byte("damaged")
				}
			}
			v := mustOpen(t, h.m, home)
			if len(v.Findings()) == 0 {
				t.Error("nothing is reported")
			}
			holds(t, v, idA, textA, 2)
			holds(t, v, idB, textB, 2)
			if list, err := v.Exhibits(idA); err != nil || len(list) != 1 {
				t.Errorf("Exhibits = %v, %v", list, err)
			}
			mustPut(t, v, idA, "on", 2)
			mustPut(t, v, idB, "on", 2)
			mustPut(t, v, idA, "and on", 3)
			mustPut(t, v, idB, "and on", 3)
			_ = v.Close()
			clean(t, mustOpen(t, h.m, home))
		})
	}
}

// TestAForeignCaseIsReported proves that a case that no manifest lists is shown
// as one that cannot be opened, and is neither taken in, overwritten nor removed.
func TestAForeignCaseIsReported(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	other, o := inMemory(t)
	mustPut(t, other, idC, "foreign", 0)
	name := draftAt(t, other, idC)
	_ = v.Close()
	m.dirs[filepath.Dir(name)], m.files[name] = true, o.files[name]
	v = mustOpen(t, m, home)
	finds(t, v, Foreign)
	entries, err := v.List()
	if err != nil || len(entries) != 2 || entries[1].ID != idC || !errors.Is(entries[1].Err, ErrDamaged) {
		t.Errorf("List = %+v, %v", entries, err)
	}
	_, _, getErr := v.Get(idC)
	_, putErr := v.Put(idC, []byte("over"), 0)
	if !errors.Is(getErr, ErrDamaged) || !errors.Is(putErr, ErrDamaged) || m.files[name] == nil {
		t.Errorf("Get = %v, Put = %v", getErr, putErr)
	}
}

// TestConflictCopiesAreShown proves (R7) that what two machines have saved in one
// synchronised folder is not lost: a copy that the sync program puts aside is
// another version of its case, whatever its name, and is never removed.
func TestConflictCopiesAreShown(t *testing.T) {
	for _, name := range []string{"draft.%d (conflicted copy 2026-11-23).age", "draft.%d (1).age", "draft.%d.sync-conflict-20261123-120000-ABCDEFG.age", "draft.%d-MACHINE.age"} {
		v, m := inMemory(t)
		mustPut(t, v, idA, "common", 0)
		_ = v.Close()
		there := &memory{files: maps.Clone(m.files), dirs: maps.Clone(m.dirs), locks: map[string]bool{}}
		here, elsewhere := mustOpen(t, m, home), mustOpen(t, there, home)
		mustPut(t, here, idA, "here", 1)
		mustPut(t, elsewhere, idA, "elsewhere", 1)
		from := draftAt(t, elsewhere, idA)
		_, n, _ := parseNumbered(filepath.Base(from))
		copied := filepath.Join(filepath.Dir(from), fmt.Sprintf(name, n))
		m.files[copied] = there.files[from]
		_ = here.Close()
		here = mustOpen(t, m, home)
		holds(t, here, idA, "here", 2)
		list, err := here.Versions(idA)
		if err != nil || len(list) != 3 || list[2].Listed || list[2].Rev != 2 {
			t.Fatalf("Versions = %+v, %v", list, err)
		}
		if data, err := here.GetVersion(idA, list[2].Name); err != nil || string(data) != "elsewhere" {
			t.Errorf("GetVersion = %q, %v", data, err)
		}
		finds(t, here, Copy)
		if entries, err := here.List(); err != nil || entries[0].Copies != 1 {
			t.Errorf("List = %+v, %v", entries, err)
		}
		mustPut(t, here, idA, "merged by hand", 2)
		if m.files[copied] == nil {
			t.Error("the copy is gone")
		}
	}
}

// TestNobodyWritesOverAnother proves that a vault that was changed from elsewhere
// while it was open is not written to, and that it opens with both texts.
func TestNobodyWritesOverAnother(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "common", 0)
	_ = v.Close()
	there := &memory{files: maps.Clone(m.files), dirs: maps.Clone(m.dirs), locks: map[string]bool{}}
	here, elsewhere := mustOpen(t, m, home), mustOpen(t, there, home)
	mustPut(t, elsewhere, idA, "elsewhere", 1)
	maps.Copy(m.files, there.files) // the sync program brings it
	if _, err := here.Put(idA, []byte("here"), 1); !errors.Is(err, ErrChanged) {
		t.Errorf("Put = %v, want ErrChanged", err)
	}
	_ = here.Close()
	here = mustOpen(t, m, home)
	holds(t, here, idA, "elsewhere", 2)
	mustPut(t, here, idA, "here", 2)
	clean(t, here)
}

// TestACaseAheadOfItsManifest proves that drafts further on than the next
// revision, as after manifests were put back, are shown, reported and kept.
func TestACaseAheadOfItsManifest(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "one", 0)
	before := maps.Clone(m.files)
	mustPut(t, v, idA, "two", 1)
	mustPut(t, v, idA, "three", 2)
	_ = v.Close()
	for name := range m.files {
		if strings.Contains(name, manifestsDir+string(filepath.Separator)) {
			delete(m.files, name)
		}
	}
	for name, data := range before {
		if strings.Contains(name, manifestsDir+string(filepath.Separator)) {
			m.files[name] = data
		}
	}
	v = mustOpen(t, m, home)
	holds(t, v, idA, "three", 3)
	if list := v.Findings(); len(list) != 1 || list[0].Kind != Ahead || list[0].Case != idA {
		t.Errorf("Findings = %v", list)
	}
	if list, err := v.Versions(idA); err != nil || len(list) != 3 {
		t.Errorf("Versions = %+v, %v", list, err)
	}
}

// TestLaterFormatsAreRefused proves (R12) that every part tells a later format
// from damage, and that nothing of it is opened or overwritten.
func TestLaterFormatsAreRefused(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	r := v.state.any(idA)
	draft, _ := r.newest(kindDraft)
	path := filepath.Join(v.caseDir(r), draft.name())
	key, err := r.key()
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

// TestOnlyOrdinaryFilesAreRead proves that links, folders and huge files in the
// place of a case are damage and are neither followed nor read.
func TestOnlyOrdinaryFilesAreRead(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, textA, 0)
	path := draftAt(t, v, idA)
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
	if data, err := readFile(osDisk{}, path, 4); err != nil || string(data) != "1234" {
		t.Errorf("at the limit: %q, %v", data, err)
	}
	if data, err := readFile(osDisk{}, path, 3); !errors.Is(err, ErrDamaged) || data != nil {
		t.Errorf("over the limit: %q, %v", data, err)
	}
}

// TestSizesSayLittle proves that padding keeps its bound and that sizes near
// each other cannot be told apart.
func TestSizesSayLittle(t *testing.T) {
	sizes := map[int64]bool{}
	for size := range int64(100_000) {
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
