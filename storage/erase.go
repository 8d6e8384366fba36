package storage

import (
	"errors"
	"fmt"
	"path/filepath"
)

// Remove erases a case if its stored revision is the expected one: its key is
// taken out of the manifests, those that still have it are overwritten and
// removed, then its files. From then on nothing in the folder opens it, not even
// the passphrase; old copies of the folder, in backups or in worn flash, do. A
// case that is damaged can be erased with its last known revision, one that no
// manifest lists with 0. Files of others in the case's folder stay. The errors
// are ErrNotFound, ErrConflict, ErrUnsynced, ErrLocked or ErrReadOnly,
// ErrChanged, ErrInvalidID, ErrClosed and the file system's.
func (v *Vault) Remove(id ID, expected uint64) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.erase(id, expected); err != nil {
		return fmt.Errorf("remove case %s: %w", named(id), err)
	}
	return nil
}

func (v *Vault) erase(id ID, expected uint64) error {
	if err := v.writable(); err != nil {
		return err
	}
	r, err := v.recordOf(id)
	if err != nil {
		return err
	}
	if draft, _ := r.newest(kindDraft); draft.Rev != expected {
		return fmt.Errorf("expected revision %d, found %d: %w", expected, draft.Rev, ErrConflict)
	}
	bucket := bucketOf(id)
	// Twice, so that neither the newest shard nor the one before has the key. What
	// is replaced is overwritten too.
	v.state.shredding = true
	defer func() { v.state.shredding = false }()
	for range 2 {
		number := v.number()
		err := v.commit(number, map[string]func(*shard){bucket: func(s *shard) {
			delete(s.Cases, id)
			s.Removed[id] = number
		}}, nil)
		if err != nil {
			return err
		}
	}
	v.dropIndex(id)
	v.parsed.Delete(r.Identity)
	_ = v.removeFolder(r.Folder) // what stays cannot be opened, and goes with the next opening
	return nil
}

// EraseAll makes the whole vault unreadable and removes it: the slots first, so
// that it is done in a moment whatever its size, then all else that the vault
// has written. The vault is closed then. What was copied before, in backups or
// by the medium itself, stays readable with the passphrase. Files of others
// stay. The first error of removing is returned, but the rest goes on.
func (v *Vault) EraseAll() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return fmt.Errorf("erase vault: %w", err)
	}
	d := v.world.disk
	var errs []error
	for name := range v.state.root.Slots {
		errs = append(errs, d.Overwrite(v.at(slotsDir, name)), v.remove(slotsDir, name))
	}
	errs = append(errs, d.SyncDir(v.at(slotsDir)))
	v.sweepTemps(slotsDir)
	errs = append(errs, v.eraseManifests())
	for _, h := range v.state.shards {
		for _, r := range h.Cases {
			errs = append(errs, v.removeFolder(r.Folder))
		}
		v.sweepErased(h)
	}
	for _, name := range []string{indexName, settingsName, "vault.json", "vault.bak", slotsDir, manifestsDir, casesDir} {
		if err := v.remove(name); err != nil && !absent(err) {
			errs = append(errs, err)
		}
	}
	errs = append(errs, v.letGo())
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("erase vault: %w", err)
	}
	return nil
}

// eraseManifests overwrites and removes the manifests, which hold the keys of
// the cases.
func (v *Vault) eraseManifests() error {
	entries, err := v.world.disk.ReadDir(v.at(manifestsDir))
	errs := []error{err}
	for _, e := range entries {
		what, _, ok := parseNumbered(e.Name())
		if ok && (what == rootName || isBucket(what)) || isTemp(e.Name()) {
			errs = append(errs, v.world.disk.Overwrite(v.at(manifestsDir, e.Name())), v.remove(manifestsDir, e.Name()))
		}
	}
	return errors.Join(errs...)
}

// letGo forgets the keys, frees the lock and removes the folder if nothing else
// lies in it.
func (v *Vault) letGo() error {
	v.forgetKeys()
	err := v.lock.Close()
	_ = v.remove(lockName)
	_ = v.world.disk.Remove(filepath.Clean(v.dir))
	return err
}
