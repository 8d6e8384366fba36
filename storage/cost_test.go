package storage

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// counter counts what a save costs a disk.
type counter struct {
	*memory
	syncs, renames int
	bytes          map[string]int // by kind of file
}

func (c *counter) Create(path string) (file, error) {
	f, err := c.memory.Create(path)
	return &countedFile{f, c, path}, err
}

func (c *counter) Rename(from, to string) error {
	c.renames++
	data := c.files[from]
	what, _, _ := parseNumbered(filepath.Base(to))
	if isBucket(what) {
		what = "shard"
	}
	c.bytes[what] += len(data)
	return c.memory.Rename(from, to)
}

func (c *counter) SyncDir(path string) error {
	c.syncs++
	return c.memory.SyncDir(path)
}

type countedFile struct {
	file
	c    *counter
	path string
}

func (f *countedFile) Sync() error {
	f.c.syncs++
	return f.file.Sync()
}

// filled makes a vault with so many cases with all generations, as it is outside
// of tests but for the key derivation, without writing each of them.
func filled(t testing.TB, d disk, cases int) (*Vault, []ID) {
	t.Helper()
	w := machine()
	w.disk, w.factor = d, 1
	v := makeVault(t, w, home)
	edits := map[string]func(*shard){}
	byBucket := map[string]map[ID]*record{}
	ids := make([]ID, cases)
	for i := range ids {
		id := ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(i), byte(i >> 8)}).String())
		ids[i] = id
		folder, _ := id.folder()
		r := &record{Folder: folder, Identity: v.keys.secrets.Identity}
		for n := range uint64(keptDrafts + 2) {
			r.Objects = append(r.Objects, object{Kind: kindDraft, Number: 100_000 - n, Rev: 1000 - n, Size: 21_000, Length: 20_480, SHA256: sum(nil), At: 1_795_430_000})
		}
		b := bucketOf(id)
		if byBucket[b] == nil {
			byBucket[b] = map[ID]*record{}
			edits[b] = func(s *shard) { s.Cases = byBucket[b] }
		}
		byBucket[b][id] = r
	}
	v.state.next = 100_001
	if err := v.commit(v.number(), edits, nil); err != nil {
		t.Fatal(err)
	}
	return v, ids
}

// costs saves a case of 20 KB and counts.
func costs(t *testing.T, cases int) *counter {
	t.Helper()
	c := &counter{memory: newMemory(), bytes: map[string]int{}}
	v, ids := filled(t, c, cases)
	if err := c.Mkdir(v.caseDir(v.state.any(ids[0]))); err != nil {
		t.Fatal(err)
	}
	c.syncs, c.renames, c.bytes = 0, 0, map[string]int{}
	mustPut(t, v, ids[0], strings.Repeat("0123456789", 2048), 1000)
	return c
}

// TestASaveCostsTheSame proves that a save makes the same number of syncs and of
// files, and writes the same number of bytes, with 10 cases as with 10,000; and
// pins the figures of docs/VAULT.md.
func TestASaveCostsTheSame(t *testing.T) {
	few, many := costs(t, 10), costs(t, 10_000)
	if few.syncs != 5 || many.syncs != 5 || few.renames != 3 || many.renames != 3 {
		t.Errorf("syncs %d and %d, want 5; files %d and %d, want 3", few.syncs, many.syncs, few.renames, many.renames)
	}
	total := 0
	for what, size := range few.bytes {
		if many.bytes[what] != size {
			t.Errorf("%s: %d bytes with 10 cases, %d with 10,000", what, size, many.bytes[what])
		}
		total += size
	}
	if total < 120<<10 || total > 135<<10 {
		t.Errorf("a save writes %d bytes: %v", total, few.bytes)
	}
}

// TestNoShardOfTenThousandCasesIsLarger proves that every bucket of 10,000 cases
// with all generations fits the padded size, and that the root does.
func TestNoShardOfTenThousandCasesIsLarger(t *testing.T) {
	m := newMemory()
	filled(t, m, 10_000)
	sizes := map[string]map[int]int{"root": {}, "shard": {}}
	for name, data := range m.files {
		what, _, ok := parseNumbered(filepath.Base(name))
		if ok && what != rootName {
			what = "shard"
		}
		if ok {
			sizes[what][len(data)]++
		}
	}
	if len(sizes["root"]) != 1 || len(sizes["shard"]) > 1 {
		t.Errorf("sizes of manifests: %v", sizes)
	}
}
