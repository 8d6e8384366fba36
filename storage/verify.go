package storage

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
)

// Verify reads every file of the vault and names what is damaged, missing, old
// or foreign; it changes nothing of what is saved. It tells the progress in cases.
// An empty list means that every byte is what was saved. The error is for a medium
// that cannot be read, or ErrCancelled.
func (v *Vault) Verify(progress Progress) ([]Finding, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	list, err := v.verify(progress)
	if err != nil {
		return nil, fmt.Errorf("verify vault: %w", err)
	}
	return list, nil
}

func (v *Vault) verify(progress Progress) ([]Finding, error) {
	if err := v.ready(); err != nil {
		return nil, err
	}
	v.sweepUntidy()
	// What opening would notice, without what it would put in order.
	again := &Vault{world: v.world, dir: v.dir, keys: v.keys}
	if err := again.load(); err != nil {
		if _, lstat := v.world.disk.Lstat(v.dir); absent(lstat) {
			err = fmt.Errorf("%s has vanished: %w", v.dir, ErrNotVault)
		}
		return nil, err
	}
	s := &again.state
	for _, check := range []func(*state) error{again.verifyTop, again.verifySlots, again.verifyManifests} {
		if err := check(s); err != nil {
			return nil, err
		}
	}
	ids := slices.Sorted(maps.Keys(s.all()))
	for i, id := range ids {
		if err := progress.step(i, len(ids)); err != nil {
			return nil, err
		}
		if err := again.verifyCase(s, id); err != nil {
			return nil, err
		}
	}
	return sortFindings(s.findings), nil
}

// all has every record, also of cases without a draft.
func (s *state) all() map[ID]*record {
	out := map[ID]*record{}
	for _, h := range s.shards {
		maps.Copy(out, h.Cases)
	}
	return out
}

// verifyTop looks at the headers, the index, and what else lies in the folder.
func (v *Vault) verifyTop(s *state) error {
	entries, err := v.world.disk.ReadDir(v.dir)
	if err != nil {
		return err
	}
	names := headerNames()
	for _, e := range entries {
		switch name := e.Name(); {
		case slices.Contains([]string{slotsDir, manifestsDir, casesDir, lockName, names[0], names[1]}, name) || isTemp(name):
		case name == indexName:
			if err := v.verifyIndex(s); err != nil {
				return err
			}
		case name == settingsName:
			if err := v.verifySettings(s); err != nil {
				return err
			}
		default:
			s.find(Foreign, "", name)
		}
	}
	return v.verifyHeaders(s)
}

func (v *Vault) verifyIndex(s *state) error {
	x := &index{}
	_, err := v.readSigned(v.at(indexName), x)
	if errors.Is(err, ErrDamaged) || err == nil && x.Vault != v.keys.Vault {
		s.find(Damaged, "", indexName)
		return nil
	}
	return err
}

// verifyHeaders wants both headers as they are written for the slots there are.
// A recovery slot may be named before it is there.
func (v *Vault) verifyHeaders(s *state) error {
	want, err := v.header().bytes()
	if err != nil {
		return err
	}
	soon, err := v.header().with(recSlot).bytes()
	if err != nil {
		return err
	}
	for _, name := range headerNames() {
		data, err := readFile(v.world.disk, v.at(name), maxSmall)
		if err := s.judgeFile(err, bytes.Equal(data, want) || bytes.Equal(data, soon), "", name); err != nil {
			return err
		}
	}
	return nil
}

// judgeFile notes what reading a file has shown; errors of the medium are
// returned.
func (s *state) judgeFile(err error, good bool, id ID, file ...string) error {
	switch {
	case absent(err):
		s.find(Missing, id, file...)
	case errors.Is(err, ErrDamaged) || err == nil && !good:
		s.find(Damaged, id, file...)
	default:
		return err
	}
	return nil
}

// verifySlots wants the slots that the root lists, and no others.
func (v *Vault) verifySlots(s *state) error {
	entries, err := v.world.disk.ReadDir(v.at(slotsDir))
	if err != nil && !absent(err) {
		return err
	}
	for _, e := range entries {
		if len(s.root.Slots[e.Name()]) == 0 && !isTemp(e.Name()) {
			s.find(Foreign, "", slotsDir, e.Name())
		}
	}
	for name, hashes := range s.root.Slots {
		data, err := readFile(v.world.disk, v.at(slotsDir, name), maxSmall)
		if absent(err) && slices.Contains(hashes, noSlot) {
			continue
		}
		if err := s.judgeFile(err, slices.Contains(hashes, sum(data)), "", slotsDir, name); err != nil {
			return err
		}
	}
	return nil
}

// verifyManifests looks at the manifests before the newest ones, which are kept
// in case those are damaged.
func (v *Vault) verifyManifests(s *state) error {
	if i := slices.IndexFunc(s.found.roots, func(n uint64) bool { return n < s.root.Number }); i >= 0 {
		n := s.found.roots[i]
		_, _, err := v.readRoot(n)
		if err := s.judgeFile(err, true, "", manifestsDir, numbered(rootName, n)); err != nil {
			return err
		}
	}
	for b, numbers := range s.found.shards {
		h := s.shards[b]
		i := slices.IndexFunc(numbers, func(n uint64) bool { return h != nil && n < h.Number })
		if i < 0 {
			continue
		}
		_, _, err := v.readShard(b, numbers[i])
		if err := s.judgeFile(err, true, "", manifestsDir, numbered(b, numbers[i])); err != nil {
			return err
		}
	}
	return nil
}

// verifyCase reads every object of a case, and what its log says of exhibits.
func (v *Vault) verifyCase(s *state, id ID) error {
	r := s.any(id)
	for _, o := range r.Objects {
		hash, size, err := hashFile(v.world.disk, filepath.Join(v.caseDir(r), o.name()))
		if absent(err) {
			continue // found missing already
		}
		if err := s.judgeFile(err, hash == o.SHA256 && size == o.Size, id, casesDir, r.Folder, o.name()); err != nil {
			return err
		}
	}
	return v.verifyLog(s, id, r)
}

// verifyLog wants the log to name the exhibits that the shard lists, and no
// others.
func (v *Vault) verifyLog(s *state, id ID, r *record) error {
	exhibits := r.of(kindExhibit)
	o, ok := r.newest(kindLog)
	if !ok {
		if len(exhibits) > 0 {
			s.find(Missing, id, casesDir, r.Folder, string(kindLog))
		}
		return nil
	}
	c, err := v.custodyOf(id, r)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	good := err == nil && len(c.Exhibits) == len(exhibits)
	for _, x := range c.Exhibits {
		good = good && slices.ContainsFunc(exhibits, func(e object) bool { return e.ID == x.ID && e.SHA256 == x.Sealed && e.Length == x.Size })
	}
	if !good {
		s.find(Damaged, id, casesDir, r.Folder, o.name())
	}
	return nil
}
