package storage

import (
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
		for id, r := range h.Cases {
			_ = v.sweepCase(h, id, r)
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
// no more. Of a shard that had to be replaced, or is not on the disk as it is in
// memory, it removes nothing else. It tells whether nothing is left.
func (v *Vault) sweepCase(h *held, id ID, r *record) bool {
	f, err := v.scan(r.Folder)
	if err != nil {
		return false
	}
	swept := true
	for _, name := range f.temps {
		swept = v.remove(casesDir, r.Folder, name) == nil && swept
	}
	if !h.intact || h.dirty {
		return false
	}
	for _, n := range f.drafts {
		if n <= h.Number && !r.has(kindDraft, n) {
			swept = v.remove(casesDir, r.Folder, numbered(string(kindDraft), n)) == nil && swept
		}
	}
	for _, n := range f.logs {
		if n <= h.Number && !r.has(kindLog, n) {
			swept = v.sweepLog(id, r, n) && swept
		}
	}
	return swept
}

// sweepLog removes a log that is listed no more, and before it the exhibits that
// it names and the case does not have: those of an attempt that failed.
func (v *Vault) sweepLog(id ID, r *record, n uint64) bool {
	name := numbered(string(kindLog), n)
	sealed, err := readFile(v.world.disk, v.at(casesDir, r.Folder, name), maxSealed)
	if err != nil {
		return false
	}
	var c custody
	if _, data, err := v.unseal(sealed, id, r, kindLog); err == nil {
		c, _ = parseCustody(data)
	}
	for _, x := range c.Exhibits {
		if slices.ContainsFunc(r.Objects, func(o object) bool { return o.ID == x.ID }) {
			continue
		}
		if err := v.remove(casesDir, r.Folder, object{Kind: kindExhibit, ID: x.ID}.name()); err != nil && !absent(err) {
			return false
		}
	}
	return v.remove(casesDir, r.Folder, name) == nil
}

// sweepUntidy removes what failed attempts of this process have left, where the
// disk lets it now.
func (v *Vault) sweepUntidy() {
	for id := range v.state.untidy {
		if r := v.state.any(id); r == nil || v.sweepCase(v.state.shards[bucketOf(id)], id, r) {
			delete(v.state.untidy, id)
		}
	}
}

// sweepErased removes what is left of cases that were erased. Files of others in
// their folders stay.
func (v *Vault) sweepErased(h *held) {
	for id := range h.Removed {
		if folder, err := id.folder(); err == nil && h.Cases[id] == nil {
			_ = v.removeFolder(folder)
		}
	}
}

// removeFolder removes what the vault wrote into the folder of a case, and the
// folder if it is empty then. The error is that of the first file that stayed.
func (v *Vault) removeFolder(folder string) error {
	f, err := v.scan(folder)
	if err != nil {
		return err
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
	for _, name := range names {
		if failed := v.remove(casesDir, folder, name); err == nil && !absent(failed) {
			err = failed
		}
	}
	_ = v.remove(casesDir, folder, exhibitsDir)
	_ = v.remove(casesDir, folder, "") // they stay if somebody else's files are in them
	for _, dir := range []string{filepath.Join(folder, exhibitsDir), folder, ""} {
		if failed := v.world.disk.SyncDir(v.at(casesDir, dir)); err == nil && !absent(failed) {
			err = failed
		}
	}
	return err
}

// gone tells whether the folder of a case is not there any more. A power loss may
// bring it back until the folder above is synced.
func (v *Vault) gone(folder string) bool {
	_, err := v.world.disk.Lstat(v.at(casesDir, folder))
	return absent(err)
}
