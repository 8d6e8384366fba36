package storage

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"filippo.io/age"
)

// Entry is one case in a list.
type Entry struct {
	ID ID
	// Rev is the revision that Put expects next, 1 or more.
	Rev uint64
	// Modified is when the case was saved, by the clock of the machine, for people
	// to look at; the order of changes is Rev's alone.
	Modified time.Time
	// Size is the number of bytes of the data.
	Size int
	// Exhibits is the number of files that belong to the case.
	Exhibits int
	// Copies is the number of versions that sync programs have put aside.
	Copies int
	// Err is nil, or says why this case cannot be opened (ErrDamaged); then only
	// ID is known.
	Err error
}

// List returns all cases in the order of their ids, from the manifest alone: a
// file that is missing shows here, one that is damaged in Get and Verify. The
// error is for the vault as a whole.
func (v *Vault) List() ([]Entry, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.ready(); err != nil {
		return nil, fmt.Errorf("list cases: %w", err)
	}
	if _, err := v.world.disk.Lstat(v.at(casesDir)); err != nil {
		return nil, fmt.Errorf("list cases: %w", v.vanished(err))
	}
	copies, lost := v.state.perCase()
	entries := make([]Entry, 0, len(v.state.stray))
	for _, id := range v.state.ids() {
		e := v.state.entry(id)
		e.Copies = copies[id]
		if lost[id] {
			e = Entry{ID: id, Err: fmt.Errorf("read case %s: %w", id, ErrDamaged)}
		}
		entries = append(entries, e)
	}
	for _, id := range v.state.stray {
		entries = append(entries, Entry{ID: id, Err: fmt.Errorf("read case %s: no manifest lists it: %w", id, ErrDamaged)})
	}
	return entries, nil
}

func (s *state) entry(id ID) Entry {
	r := s.any(id)
	draft, _ := r.newest(kindDraft)
	return Entry{ID: id, Rev: draft.Rev, Modified: time.Unix(draft.At, 0), Size: int(draft.Length), Exhibits: len(r.of(kindExhibit))}
}

// perCase counts the copies of each case, and notes whose newest draft is missing.
func (s *state) perCase() (copies map[ID]int, lost map[ID]bool) {
	copies, lost = map[ID]int{}, map[ID]bool{}
	for _, f := range s.findings {
		switch f.Kind {
		case Copy:
			copies[f.Case]++
		case Missing:
			if r := s.any(f.Case); r != nil {
				draft, _ := r.newest(kindDraft)
				lost[f.Case] = lost[f.Case] || f.File == casesDir+"/"+r.Folder+"/"+draft.name()
			}
		case Damaged, Foreign, Older, Ahead:
		}
	}
	return copies, lost
}

// Get returns the data of a case and its revision. The errors are ErrNotFound,
// ErrDamaged, ErrNewer, ErrInvalidID, ErrClosed, ErrNotVault if the folder has
// vanished, and those of the file system. Of a damaged case Versions may have an
// older state.
func (v *Vault) Get(id ID) (data []byte, rev uint64, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	err = v.fresh(func() error {
		data, rev, err = v.get(id)
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("get case %s: %w", named(id), err)
	}
	return data, rev, nil
}

// fresh does something that reads. A vault that can only be read may have been
// changed by the process that writes, so it is looked at once more.
func (v *Vault) fresh(do func() error) error {
	err := do()
	if v.readOnly == nil || v.ready() != nil || !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotFound) {
		return err
	}
	if v.load() != nil {
		return err
	}
	return do()
}

func (v *Vault) get(id ID) ([]byte, uint64, error) {
	r, err := v.recordOf(id)
	if err != nil {
		return nil, 0, err
	}
	draft, _ := r.newest(kindDraft)
	data, err := v.readObject(id, r, draft)
	return data, draft.Rev, err
}

// recordOf finds a case, of an open vault and by a proper id.
func (v *Vault) recordOf(id ID) (*record, error) {
	if err := v.ready(); err != nil {
		return nil, err
	}
	if _, err := id.folder(); err != nil {
		return nil, err
	}
	if slices.Contains(v.state.stray, id) {
		return nil, fmt.Errorf("no manifest lists it: %w", ErrDamaged)
	}
	return v.state.record(id)
}

// Put stores a case and returns its new revision, which is one more than the
// stored one. The caller says which revision it has read: 0 for a case that is
// new. It returns without an error only when the data has reached the disk.
//
// On an error nothing counts as saved, and Put may be called again with the same
// arguments. The errors are ErrConflict if the stored revision is not the
// expected one, ErrDamaged if no manifest lists the case (it is never
// overwritten), ErrTooLarge, ErrUnsynced, ErrLocked or ErrReadOnly, ErrChanged,
// ErrNotVault if the folder has vanished, ErrInvalidID, ErrClosed and those of
// the file system.
func (v *Vault) Put(id ID, data []byte, expected uint64) (rev uint64, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	rev, err = v.put(id, data, expected)
	if err != nil {
		return 0, fmt.Errorf("put case %s: %w", named(id), err)
	}
	return rev, nil
}

func (v *Vault) put(id ID, data []byte, expected uint64) (uint64, error) {
	if err := v.writable(); err != nil {
		return 0, err
	}
	if len(data) > MaxSize {
		return 0, ErrTooLarge
	}
	stored, err := v.revision(id)
	if err != nil {
		return 0, err
	}
	if stored != expected {
		return 0, fmt.Errorf("expected revision %d, found %d: %w", expected, stored, ErrConflict)
	}
	if err := v.ensure(id); err != nil {
		return 0, err
	}
	number := v.number()
	draft, err := v.writeObject(id, v.state.any(id), kindDraft, number, stored+1, data)
	if err != nil {
		return 0, err
	}
	return stored + 1, v.list(id, number, draft)
}

// list takes objects that are on the disk into the shard of their case.
func (v *Vault) list(id ID, number uint64, added ...object) error {
	before := v.state.any(id)
	after := before.with(added...)
	err := v.commit(number, map[string]func(*shard){bucketOf(id): func(s *shard) { s.Cases[id] = after }}, nil)
	if err != nil {
		v.state.untidy[id] = true
		return err
	}
	v.sweepUntidy()
	for _, o := range before.Objects {
		if o.Kind != kindExhibit && !after.has(o.Kind, o.Number) {
			_ = v.remove(casesDir, after.Folder, o.name())
		}
	}
	return nil
}

// revision returns the stored revision, 0 if there is none.
func (v *Vault) revision(id ID) (uint64, error) {
	r, err := v.recordOf(id)
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	draft, _ := r.newest(kindDraft)
	return draft.Rev, nil
}

// ensure makes sure that a case has a key on the disk, and a folder, before
// anything is sealed for it.
func (v *Vault) ensure(id ID) error {
	if _, err := v.state.record(id); err == nil {
		return nil
	}
	folder, err := id.folder()
	if err != nil {
		return err
	}
	if v.state.any(id) == nil {
		if v.state.erased(id) {
			err = v.removeFolder(folder) // what is left of before, which another key opened
		}
		if err == nil {
			err = v.addRecord(id, folder)
		}
		if err != nil {
			return err
		}
	}
	return v.vanished(makeFolder(v.world.disk, v.at(casesDir, folder)))
}

func (v *Vault) addRecord(id ID, folder string) error {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return err
	}
	r := &record{Folder: folder, Identity: identity.String(), Objects: []object{}}
	return v.commit(v.number(), map[string]func(*shard){bucketOf(id): func(s *shard) {
		s.Cases[id] = r
		delete(s.Removed, id)
	}}, nil)
}

// named returns the id for an error, or nothing of it if it is no id.
func named(id ID) ID {
	if _, err := id.folder(); err != nil {
		return "(unnamed)"
	}
	return id
}
