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
	step, chance, flips, cuts, size := 397, rand.New(rand.NewPCG(1, 4)), 0, 0, h.size()
	if long() {
		step = 1
	}
	for _, name := range h.names() {
		data := h.before[name]
		for bit := chance.IntN(step); bit < len(data)*8; bit += step {
			changed := bytes.Clone(data)
			changed[bit/8] ^= 1 << (bit % 8)
			if err := h.with(name, changed, func() error { return h.bad(name) }); err != nil {
				t.Fatalf("%s, bit %d: %v", name, bit, err)
			}
			flips++
			progress(t, flips, size*8)
		}
		for cut := chance.IntN(step); cut < len(data); cut += step {
			if err := h.with(name, data[:cut], func() error { return h.bad(name) }); err != nil {
				t.Fatalf("%s, cut to %d: %v", name, cut, err)
			}
			cuts++
		}
		if err := h.with(name, append(bytes.Clone(data), 0), func() error { return h.bad(name) }); err != nil {
			t.Fatalf("%s, longer: %v", name, err)
		}
	}
	t.Logf("%d flips and %d cuts in a vault of %d bytes", flips, cuts, size)
}

// size is how many bytes the files of the vault have.
func (h *harmed) size() (total int) {
	for _, data := range h.before {
		total += len(data)
	}
	return total
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
