package storage

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

// TestAForeignCaseIsReported proves that a case that no manifest lists is shown
// as one that cannot be opened, and is neither taken in, overwritten nor removed.
func TestAForeignCaseIsReported(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	other, o := inMemory(t)
	mustPut(t, other, idC, "foreign", 0)
	name := draftAt(t, other, idC)
	_ = v.Close()
	m.dirs[filepath.Dir(name)], m.files[name] = true, o.files[name]
	v = mustOpen(t, m, home)
	finds(t, v, Foreign)
	entries, err := v.List()
	if err != nil || len(entries) != 2 || entries[1].ID != idC || !errors.Is(entries[1].Err, ErrDamaged) {
		t.Errorf("List = %+v, %v", entries, err)
	}
	_, _, getErr := v.Get(idC)
	_, putErr := v.Put(idC, []byte("over"), 0)
	if !errors.Is(getErr, ErrDamaged) || !errors.Is(putErr, ErrDamaged) || m.files[name] == nil {
		t.Errorf("Get = %v, Put = %v", getErr, putErr)
	}
}

// TestConflictCopiesAreShown proves (R7) that what two machines have saved in one
// synchronised folder is not lost: a copy that the sync program puts aside is
// another version of its case, whatever its name, and is never removed.
func TestConflictCopiesAreShown(t *testing.T) {
	for _, name := range []string{"draft.%d (conflicted copy 2026-11-23).age", "draft.%d (1).age", "draft.%d.sync-conflict-20261123-120000-ABCDEFG.age", "draft.%d-MACHINE.age"} {
		v, m := inMemory(t)
		mustPut(t, v, idA, "common", 0)
		_ = v.Close()
		there := &memory{files: maps.Clone(m.files), dirs: maps.Clone(m.dirs), locks: map[string]bool{}}
		here, elsewhere := mustOpen(t, m, home), mustOpen(t, there, home)
		mustPut(t, here, idA, "here", 1)
		mustPut(t, elsewhere, idA, "elsewhere", 1)
		from := draftAt(t, elsewhere, idA)
		_, n, _ := parseNumbered(filepath.Base(from))
		copied := filepath.Join(filepath.Dir(from), fmt.Sprintf(name, n))
		m.files[copied] = there.files[from]
		_ = here.Close()
		here = mustOpen(t, m, home)
		holds(t, here, idA, "here", 2)
		list, err := here.Versions(idA)
		if err != nil || len(list) != 3 || list[2].Listed || list[2].Rev != 2 {
			t.Fatalf("Versions = %+v, %v", list, err)
		}
		if data, err := here.GetVersion(idA, list[2].Name); err != nil || string(data) != "elsewhere" {
			t.Errorf("GetVersion = %q, %v", data, err)
		}
		finds(t, here, Copy)
		if entries, err := here.List(); err != nil || entries[0].Copies != 1 {
			t.Errorf("List = %+v, %v", entries, err)
		}
		mustPut(t, here, idA, "merged by hand", 2)
		if m.files[copied] == nil {
			t.Error("the copy is gone")
		}
	}
}

// TestNobodyWritesOverAnother proves that a vault that was changed from elsewhere
// while it was open is not written to, and that it opens with both texts.
func TestNobodyWritesOverAnother(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "common", 0)
	_ = v.Close()
	there := &memory{files: maps.Clone(m.files), dirs: maps.Clone(m.dirs), locks: map[string]bool{}}
	here, elsewhere := mustOpen(t, m, home), mustOpen(t, there, home)
	mustPut(t, elsewhere, idA, "elsewhere", 1)
	maps.Copy(m.files, there.files) // the sync program brings it
	if _, err := here.Put(idA, []byte("here"), 1); !errors.Is(err, ErrChanged) {
		t.Errorf("Put = %v, want ErrChanged", err)
	}
	_ = here.Close()
	here = mustOpen(t, m, home)
	holds(t, here, idA, "elsewhere", 2)
	mustPut(t, here, idA, "here", 2)
	clean(t, here)
}

// TestACaseAheadOfItsManifest proves that drafts further on than the next
// revision, as after manifests were put back, are shown, reported and kept.
func TestACaseAheadOfItsManifest(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "one", 0)
	before := maps.Clone(m.files)
	mustPut(t, v, idA, "two", 1)
	mustPut(t, v, idA, "three", 2)
	_ = v.Close()
	for name := range m.files {
		if strings.Contains(name, manifestsDir+string(filepath.Separator)) {
			delete(m.files, name)
		}
	}
	for name, data := range before {
		if strings.Contains(name, manifestsDir+string(filepath.Separator)) {
			m.files[name] = data
		}
	}
	v = mustOpen(t, m, home)
	holds(t, v, idA, "three", 3)
	if list := v.Findings(); len(list) != 1 || list[0].Kind != Ahead || list[0].Case != idA {
		t.Errorf("Findings = %v", list)
	}
	if list, err := v.Versions(idA); err != nil || len(list) != 3 {
		t.Errorf("Versions = %+v, %v", list, err)
	}
}
