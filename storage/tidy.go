package storage

import (
	"errors"
	"path/filepath"
	"slices"
)

// tidy removes what a crash has left and lists what was adopted. What cannot be
// done now, as on a full disk, is done with the next save or the next opening:
// nothing depends on it.
func (v *Vault) tidy() {
	edits := map[string]func(*shard){}
	for b, h := range v.state.shards {
		if h.dirty {
			edits[b] = func(*shard) {}
		}
	}
	if len(edits) > 0 {
		_ = v.commit(v.number(), edits, nil)
	}
	_ = v.settleSlots()
	v.mendHeaders()
	v.sweepManifests()
	for _, place := range []string{"", slotsDir, manifestsDir} {
		v.sweepTemps(place)
	}
	for _, h := range v.state.shards {
		for _, r := range h.Cases {
			v.sweepCase(h, r)
		}
		v.sweepErased(h)
	}
}

// mendHeaders writes a header that is missing, as when the power went while the
// vault was made. One that is damaged stays, and is reported by Verify.
func (v *Vault) mendHeaders() {
	data, err := v.header().bytes()
	for _, name := range headerNames() {
		if _, lstat := v.world.disk.Lstat(v.at(name)); err == nil && absent(lstat) {
			_ = writeFile(v.world.disk, v.at(name), data, filePerm)
		}
	}
}

// remove removes a file that the vault wrote. A failure is none: what is left is
// sealed, and found again.
func (v *Vault) remove(parts ...string) error { return v.world.disk.Remove(v.at(parts...)) }

func (v *Vault) sweepTemps(place string) {
	entries, _ := v.world.disk.ReadDir(v.at(place))
	for _, e := range entries {
		if isTemp(e.Name()) {
			_ = v.remove(place, e.Name())
		}
	}
}

// sweepManifests removes roots and shards that nobody needs: neither the newest
// nor those before them.
func (v *Vault) sweepManifests() {
	s := &v.state
	if s.fellBack {
		return
	}
	s.found.roots = v.sweepNumbers(rootName, s.found.roots, s.root.Number)
	for b, numbers := range s.found.shards {
		if h := s.shards[b]; h != nil && !h.intact {
			continue
		}
		s.found.shards[b] = v.sweepNumbers(b, numbers, s.root.Shards[b].Number)
	}
}

// sweepNumbers removes all but the newest and the one before it, and returns
// what is left.
func (v *Vault) sweepNumbers(what string, numbers []uint64, newest uint64) []uint64 {
	older := slices.DeleteFunc(slices.Clone(numbers), func(n uint64) bool { return n >= newest })
	return slices.DeleteFunc(slices.Clone(numbers), func(n uint64) bool {
		if n == newest || len(older) > 0 && n == older[0] {
			return false
		}
		if v.state.shredding {
			_ = v.world.disk.Overwrite(v.at(manifestsDir, numbered(what, n)))
		}
		return v.remove(manifestsDir, numbered(what, n)) == nil
	})
}

// sweepCase removes temporary files of a case, and generations that are listed
// no more. Of a shard that had to be replaced it removes nothing else.
func (v *Vault) sweepCase(h *held, r *record) {
	f, err := v.scan(r.Folder)
	if err != nil {
		return
	}
	for _, name := range f.temps {
		_ = v.remove(casesDir, r.Folder, name)
	}
	if !h.intact {
		return
	}
	for k, numbers := range map[kind][]uint64{kindDraft: f.drafts, kindLog: f.logs} {
		for _, n := range numbers {
			if n <= h.Number && !r.has(k, n) {
				_ = v.remove(casesDir, r.Folder, numbered(string(k), n))
			}
		}
	}
}

// sweepErased removes what is left of cases that were erased. Files of others in
// their folders stay.
func (v *Vault) sweepErased(h *held) {
	for id := range h.Removed {
		if folder, err := id.folder(); err == nil && h.Cases[id] == nil {
			v.removeFolder(folder)
		}
	}
}

// removeFolder removes what the vault wrote into the folder of a case, and the
// folder if it is empty then.
func (v *Vault) removeFolder(folder string) {
	f, err := v.scan(folder)
	if err != nil {
		return
	}
	names := slices.Clone(f.temps)
	for _, n := range f.drafts {
		names = append(names, numbered(string(kindDraft), n))
	}
	for _, n := range f.logs {
		names = append(names, numbered(string(kindLog), n))
	}
	for _, name := range f.exhibits {
		names = append(names, filepath.Join(exhibitsDir, name))
	}
	for _, name := range append(names, exhibitsDir, "") {
		_ = v.remove(casesDir, folder, name)
	}
}

// gone tells whether the folder of a case is not there any more.
func (v *Vault) gone(folder string) bool {
	_, err := v.world.disk.Lstat(v.at(casesDir, folder))
	return absent(err) || errors.Is(err, ErrNotFound)
}
