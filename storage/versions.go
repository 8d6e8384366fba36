package storage

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"
)

// Version is a state of a case that is kept: the newest, one of the generations,
// or one that a sync program has put aside.
type Version struct {
	// Name is that of the file in the case's folder.
	Name string
	// Rev is the revision, Modified when it was saved, Size the bytes of its data.
	Rev      uint64
	Modified time.Time
	Size     int
	// Newest is set for the state that Get returns.
	Newest bool
	// Listed is set unless it comes from a file that no manifest lists, as the
	// copies of sync programs do.
	Listed bool
}

// Versions lists the states of a case that can be opened now, the newest first.
// It reads all of them. The errors are those of Get.
func (v *Vault) Versions(id ID) ([]Version, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	r, err := v.recordOf(id)
	if err != nil {
		return nil, fmt.Errorf("list versions of %s: %w", named(id), err)
	}
	f, err := v.scan(r.Folder)
	if err != nil {
		return nil, fmt.Errorf("list versions of %s: %w", id, err)
	}
	newest, _ := r.newest(kindDraft)
	var out []Version
	for _, name := range f.versions() {
		h, _, listed, err := v.version(id, r, name)
		if err == nil {
			out = append(out, Version{Name: name, Rev: h.Rev, Modified: time.Unix(h.At, 0), Size: int(h.Length),
				Newest: listed && name == newest.name(), Listed: listed})
		}
	}
	return out, nil
}

// GetVersion returns the data of a version by its name. The errors are those of
// Get.
func (v *Vault) GetVersion(id ID, name string) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	data, err := v.getVersion(id, name)
	if err != nil {
		return nil, fmt.Errorf("get version of %s: %w", named(id), err)
	}
	return data, nil
}

func (v *Vault) getVersion(id ID, name string) ([]byte, error) {
	r, err := v.recordOf(id)
	if err != nil {
		return nil, err
	}
	f, err := v.scan(r.Folder)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(f.versions(), name) {
		return nil, ErrNotFound
	}
	_, data, _, err := v.version(id, r, name)
	return data, err
}

// versions are the names of files that may hold a state of the case.
func (f folder) versions() []string {
	var names []string
	for _, n := range f.drafts {
		names = append(names, numbered(string(kindDraft), n))
	}
	return append(names, f.copies...)
}

// version opens a file in the folder of a case, and tells whether the manifest
// lists it as it is.
func (v *Vault) version(id ID, r *record, name string) (head, []byte, bool, error) {
	sealed, err := readFile(v.world.disk, filepath.Join(v.caseDir(r), name), maxSealed)
	if absent(err) {
		err = errors.Join(ErrDamaged, err)
	}
	if err != nil {
		return head{}, nil, false, err
	}
	h, data, err := v.unseal(sealed, id, r, kindDraft)
	listed := slices.ContainsFunc(r.Objects, func(o object) bool { return o.name() == name && o.SHA256 == sum(sealed) })
	return h, data, listed, err
}
