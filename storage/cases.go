package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"
)

// Entry is one case in a list.
type Entry struct {
	ID ID
	// Rev is the revision that Put expects next, 1 or more.
	Rev uint64
	// Modified is the file system's date of the last change, for people to look
	// at; the order of changes is Rev's alone.
	Modified time.Time
	// Size is the number of bytes of the data.
	Size int
	// Err is nil, or says why this case cannot be opened (ErrDamaged, ErrNewer,
	// or the file system's word); then only ID is known.
	Err error
}

// List returns all cases in the order of their folders' names. It opens each of
// them wholly, so one that is damaged shows at once, in its entry alone; the
// error is for the vault as a whole. Files of others are passed over and left.
func (v *Vault) List() ([]Entry, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.identity == nil {
		return nil, fmt.Errorf("list cases: %w", ErrClosed)
	}
	folders, err := v.disk.ReadDir(filepath.Join(v.dir, casesDir))
	if errors.Is(err, fs.ErrNotExist) {
		err = v.missing()
	}
	if err != nil {
		return nil, fmt.Errorf("list cases: %w", err)
	}
	entries := make([]Entry, 0, len(folders))
	for _, folder := range folders {
		id, ok := idOf(folder.Name())
		if !ok {
			continue
		}
		if e := v.entry(id); !errors.Is(e.Err, ErrNotFound) {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

func (v *Vault) entry(id ID) Entry {
	c, err := v.load(id)
	if err != nil {
		return Entry{ID: id, Err: fmt.Errorf("read case %s: %w", id, err)}
	}
	return Entry{ID: id, Rev: c.rev, Modified: c.modified, Size: len(c.data)}
}

// Get returns the data of a case and its revision. The errors are ErrNotFound,
// ErrDamaged, ErrNewer, ErrInvalidID, ErrClosed and those of the file system.
func (v *Vault) Get(id ID) (data []byte, rev uint64, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	c, err := v.load(id)
	if err != nil {
		return nil, 0, fmt.Errorf("get case %s: %w", named(id), err)
	}
	return c.data, c.rev, nil
}

// Put stores a case and returns its new revision, which is one more than the
// stored one. The caller says which revision it has read: 0 for a case that is
// new. It returns without an error only when the data has reached the disk.
//
// On an error nothing was saved, and Put may be called again with the same
// arguments. The errors are ErrConflict if the stored revision is not the
// expected one, ErrDamaged if the stored case cannot be read (it is never
// overwritten), ErrTooLarge, ErrUnsynced, ErrNotVault if the folder has vanished,
// ErrInvalidID, ErrClosed and those of the file system.
func (v *Vault) Put(id ID, data []byte, expected uint64) (rev uint64, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	rev, err = v.put(id, data, expected)
	if err != nil {
		return 0, fmt.Errorf("put case %s: %w", named(id), err)
	}
	return rev, nil
}

// Remove deletes a case if its stored revision is the expected one. It is gone
// at once for this program; old copies on the medium or in backups stay readable
// with the passphrase. The errors are ErrNotFound, ErrConflict, ErrDamaged,
// ErrUnsynced, ErrNotVault, ErrInvalidID, ErrClosed and the file system's. Files
// of others in the case's folder stay where they are.
func (v *Vault) Remove(id ID, expected uint64) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.remove(id, expected); err != nil {
		return fmt.Errorf("remove case %s: %w", named(id), err)
	}
	return nil
}

// stored is a case as it was read.
type stored struct {
	data     []byte
	rev      uint64
	modified time.Time
}

// load reads and opens a case. A missing file is ErrNotFound only while the
// vault itself is in its place.
func (v *Vault) load(id ID) (stored, error) {
	path, err := v.path(id)
	if err != nil {
		return stored{}, err
	}
	sealed, info, err := readFile(v.disk, path, maxSealed)
	if errors.Is(err, fs.ErrNotExist) {
		return stored{}, v.missing()
	}
	if err != nil {
		return stored{}, err
	}
	data, rev, err := unseal(sealed, v.head(id), v.identity)
	if err != nil {
		return stored{}, fmt.Errorf("read %s: %w", path, err)
	}
	return stored{data: data, rev: rev, modified: info.ModTime()}, nil
}

// missing tells a case that is not there from a vault that is not there, as when
// a memory stick was pulled out.
func (v *Vault) missing() error {
	path := filepath.Join(v.dir, casesDir)
	_, err := v.disk.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s has vanished: %w", path, ErrNotVault)
	case err != nil:
		return err
	}
	return ErrNotFound
}

// revision returns the stored revision, 0 if there is none.
func (v *Vault) revision(id ID) (uint64, error) {
	c, err := v.load(id)
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	return c.rev, err
}

func (v *Vault) put(id ID, data []byte, expected uint64) (uint64, error) {
	path, err := v.path(id)
	if err != nil {
		return 0, err
	}
	if len(data) > MaxSize {
		return 0, ErrTooLarge
	}
	old, err := v.revision(id)
	if err != nil {
		return 0, err
	}
	if err := v.check(id, expected, old); err != nil {
		return 0, err
	}
	if err := v.write(path, id, data, old); err != nil {
		v.note(id, expected, old+1, err)
		return 0, err
	}
	delete(v.unsynced, id)
	return old + 1, nil
}

// check returns ErrConflict unless the caller has read the stored revision, or
// has been refused an acknowledgement of it.
func (v *Vault) check(id ID, expected, stored uint64) error {
	if expected == stored || v.unsynced[id] == (claim{expected, stored}) {
		return nil
	}
	return fmt.Errorf("expected revision %d, found %d: %w", expected, stored, ErrConflict)
}

// note remembers a revision that is stored but not acknowledged.
func (v *Vault) note(id ID, expected, rev uint64, err error) {
	if errors.Is(err, ErrUnsynced) {
		v.unsynced[id] = claim{acknowledged: expected, stored: rev}
	}
}

func (v *Vault) write(path string, id ID, data []byte, old uint64) error {
	h := v.head(id)
	h.Rev = old + 1
	sealed, err := seal(h, data, v.identity.Recipient())
	if err != nil {
		return err
	}
	if old == 0 {
		if err := makeFolder(v.disk, filepath.Dir(path)); err != nil {
			return err
		}
	}
	return writeFile(v.disk, path, sealed, filePerm)
}

func (v *Vault) remove(id ID, expected uint64) error {
	c, err := v.load(id)
	if err != nil {
		return err
	}
	if err := v.check(id, expected, c.rev); err != nil {
		return err
	}
	path, err := v.path(id)
	if err != nil {
		return err
	}
	if err := v.disk.Remove(path); err != nil {
		return err
	}
	delete(v.unsynced, id)
	if err := v.disk.SyncDir(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsynced, err)
	}
	// An empty folder that stays is no case; one with files of others must stay.
	_ = v.disk.Remove(filepath.Dir(path))
	return nil
}

// path returns where a case lies, and refuses a closed vault and a bad id.
func (v *Vault) path(id ID) (string, error) {
	if v.identity == nil {
		return "", ErrClosed
	}
	folder, err := id.folder()
	return filepath.Join(v.dir, casesDir, folder, caseFile), err
}

// head returns what a sealed case must say of itself, but for Rev and Size.
func (v *Vault) head(id ID) head {
	return head{Format: format, Vault: v.id, Case: id, Kind: kindDraft}
}

// named returns the id for an error, or nothing of it if it is no id.
func named(id ID) ID {
	if _, err := id.folder(); err != nil {
		return "(unnamed)"
	}
	return id
}
