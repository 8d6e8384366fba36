package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
)

// state is what the manifests say, as it was read or written last.
type state struct {
	root     root
	rootSum  string           // of the sealed root; "" if there was none
	shards   map[string]*held // by bucket
	next     uint64           // the next number
	found    listing          // the names of the manifests at the time of reading
	stray    []ID             // folders of cases that no shard lists
	findings []Finding
	fellBack bool // the newest root could not be read

	untidy map[ID]bool // cases of which a failed attempt has left something

	shredding bool // manifests that are replaced are overwritten: they have a key that must go
}

// held is a shard and how it came to count.
type held struct {
	shard
	sum    string
	intact bool // it is the one that the root names
	dirty  bool // something was adopted that is not on the disk yet
}

// listing has the names of the manifests, the largest numbers first.
type listing struct {
	roots  []uint64
	shards map[string][]uint64
}

// find notes a finding.
func (s *state) find(kind FindingKind, id ID, file ...string) {
	s.findings = append(s.findings, Finding{Kind: kind, Case: id, File: filepath.ToSlash(filepath.Join(file...))})
}

// seen makes sure that a number is not taken again.
func (s *state) seen(n uint64) { s.next = max(s.next, n+1) }

// record finds a case that has been saved.
func (s *state) record(id ID) (*record, error) {
	r := s.any(id)
	if r == nil {
		return nil, ErrNotFound
	}
	if _, ok := r.newest(kindDraft); !ok {
		return nil, ErrNotFound
	}
	return r, nil
}

// any finds a record, also of a case that has no draft yet; nil for none.
func (s *state) any(id ID) *record {
	if h := s.shards[bucketOf(id)]; h != nil {
		return h.Cases[id]
	}
	return nil
}

// ids lists the cases in the order of their ids.
func (s *state) ids() []ID {
	var out []ID
	for _, h := range s.shards {
		for id, r := range h.Cases {
			if _, ok := r.newest(kindDraft); ok {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return out
}

// load reads the state from the disk and puts it in the place of the present one.
func (v *Vault) load() error {
	s := state{shards: map[string]*held{}, next: v.state.next, untidy: map[ID]bool{}}
	if err := v.listManifests(&s); err != nil {
		return err
	}
	if err := v.loadRoot(&s); err != nil {
		return err
	}
	if err := v.loadShards(&s); err != nil {
		return err
	}
	if err := v.loadCases(&s); err != nil {
		return err
	}
	s.findings = sortFindings(s.findings)
	v.state = s
	return nil
}

// listManifests sorts the names in the folder of the manifests.
func (v *Vault) listManifests(s *state) error {
	entries, err := v.world.disk.ReadDir(v.at(manifestsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing: %w", v.at(manifestsDir), ErrDamaged)
	}
	if err != nil {
		return err
	}
	s.found.shards = map[string][]uint64{}
	for _, e := range entries {
		what, n, ok := parseNumbered(e.Name())
		switch {
		case ok && what == rootName:
			s.found.roots = append(s.found.roots, n)
		case ok && isBucket(what):
			s.found.shards[what] = append(s.found.shards[what], n)
		case isTemp(e.Name()):
			continue
		default:
			s.find(Foreign, "", manifestsDir, e.Name())
			continue
		}
		s.seen(n)
	}
	descend(s.found.roots)
	for _, numbers := range s.found.shards {
		descend(numbers)
	}
	return nil
}

func descend(numbers []uint64) {
	slices.Sort(numbers)
	slices.Reverse(numbers)
}

// loadRoot chooses the root that counts.
func (v *Vault) loadRoot(s *state) error {
	for i, n := range s.found.roots {
		r, hash, err := v.readRoot(n)
		switch {
		case err == nil && s.found.cutShort(r) && i+1 < len(s.found.roots):
			continue
		case err == nil:
			s.root, s.rootSum = r, hash
			return nil
		case !errors.Is(err, ErrDamaged):
			return err
		}
		s.find(Damaged, "", manifestsDir, numbered(rootName, n))
		s.fellBack = true
	}
	return v.rebuildRoot(s)
}

// rebuildRoot makes a root of the newest shards where there is none to read.
func (v *Vault) rebuildRoot(s *state) error {
	if len(s.found.shards) == 0 {
		return fmt.Errorf("%s holds no manifest that can be read: %w", v.at(manifestsDir), ErrDamaged)
	}
	s.fellBack = true
	s.find(Older, "", manifestsDir, rootName)
	s.root = root{Slots: v.slotSums(), Shards: map[string]shardRef{}}
	return nil
}

// slotSums accepts the slots as they lie there.
func (v *Vault) slotSums() map[string][]string {
	slots := map[string][]string{}
	for _, name := range []string{passSlot, recSlot} {
		if data, err := readFile(v.world.disk, v.at(slotsDir, name), maxSmall); err == nil {
			slots[name] = []string{sum(data)}
		}
	}
	return slots
}

// cutShort tells whether a root was named but a shard that was written with it
// was not: the power went between the two.
func (l listing) cutShort(r root) bool {
	for bucket, ref := range r.Shards {
		if ref.Number == r.Number && !slices.Contains(l.shards[bucket], ref.Number) {
			return true
		}
	}
	return false
}

func (v *Vault) readRoot(n uint64) (root, string, error) {
	var r root
	hash, err := v.readSigned(v.at(manifestsDir, numbered(rootName, n)), &r)
	if err != nil {
		return root{}, "", err
	}
	return r, hash, r.check(v.keys.Vault, n)
}

func (v *Vault) readShard(bucket string, n uint64) (shard, string, error) {
	var s shard
	hash, err := v.readSigned(v.at(manifestsDir, numbered(bucket, n)), &s)
	if err != nil {
		return shard{}, "", err
	}
	return s, hash, s.check(v.keys.Vault, bucket, n)
}

// readSigned reads a sealed and signed document and returns the hash of its file.
func (v *Vault) readSigned(path string, into any) (string, error) {
	sealed, err := readFile(v.world.disk, path, maxManifest)
	if err != nil {
		return "", err
	}
	plain, err := decrypt(sealed, v.keys.identity)
	if err != nil {
		return "", ErrDamaged
	}
	return sum(sealed), unsign(plain, v.keys.public(), into)
}

// loadShards reads the shard of each bucket.
func (v *Vault) loadShards(s *state) error {
	buckets := map[string]bool{}
	for b := range s.root.Shards {
		buckets[b] = true
	}
	for b := range s.found.shards {
		buckets[b] = true
	}
	for _, b := range slices.Sorted(maps.Keys(buckets)) {
		if err := v.loadShard(s, b); err != nil {
			return err
		}
	}
	return nil
}

// loadShard chooses the shard of a bucket that counts.
func (v *Vault) loadShard(s *state, bucket string) error {
	ref, named := s.root.Shards[bucket]
	for _, n := range s.found.shards[bucket] {
		if n > ref.Number && (n <= s.root.Number || !s.fellBack) {
			continue // written by a save that was cut short or failed
		}
		sh, hash, err := v.readShard(bucket, n)
		intact := n == ref.Number && hash == ref.SHA256
		if err == nil && (intact || n != ref.Number) {
			s.shards[bucket] = &held{shard: sh, sum: hash, intact: intact}
			s.judge(bucket, ref, named, n)
			return nil
		}
		if err != nil && !errors.Is(err, ErrDamaged) {
			return err
		}
		s.find(Damaged, "", manifestsDir, numbered(bucket, n))
	}
	s.judge(bucket, ref, named, 0)
	return nil
}

// judge reports a shard that the root names and that is not the one that counts.
func (s *state) judge(bucket string, ref shardRef, named bool, n uint64) {
	if !named || n == ref.Number {
		return
	}
	if !slices.Contains(s.found.shards[bucket], ref.Number) {
		s.find(Missing, "", manifestsDir, numbered(bucket, ref.Number))
	}
	if n < ref.Number {
		s.find(Older, "", manifestsDir, bucket)
	}
}
