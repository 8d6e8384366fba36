package storage

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBothDisksBehaveTheSame proves that the disk in memory answers as that of
// the machine does, so that what is shown with one holds for the other.
func TestBothDisksBehaveTheSame(t *testing.T) {
	m := newMemory()
	if err := m.Mkdir(home); err != nil {
		t.Fatal(err)
	}
	for name, place := range map[string]struct {
		d   disk
		dir string
	}{"machine": {osDisk{}, t.TempDir()}, "memory": {m, home}} {
		d, at := place.d, func(parts ...string) string { return filepath.Join(append([]string{place.dir}, parts...)...) }
		is := func(what string, err, want error) {
			t.Helper()
			if !errors.Is(err, want) || want == nil && err != nil {
				t.Errorf("%s: %s = %v, want %v", name, what, err, want)
			}
		}
		create := func(path string) error {
			f, err := d.Create(path)
			if err != nil {
				return err
			}
			_, err = io.WriteString(f, "text")
			return errors.Join(err, f.Chmod(filePerm), f.Sync(), f.Close())
		}
		open := func(path string) error { _, err := d.Open(path); return err }
		list := func(path string) error { _, err := d.ReadDir(path); return err }
		stat := func(path string) error { _, err := d.Lstat(path); return err }
		is("mkdir", d.Mkdir(at("a")), nil)
		is("mkdir again", d.Mkdir(at("a")), fs.ErrExist)
		is("mkdir without parent", d.Mkdir(at("x", "y")), fs.ErrNotExist)
		is("create", create(at("a", "f")), nil)
		is("create again", create(at("a", "f")), fs.ErrExist)
		is("create over a folder", create(at("a")), fs.ErrExist)
		is("create without parent", create(at("x", "f")), fs.ErrNotExist)
		is("mkdir over a file", d.Mkdir(at("a", "f")), fs.ErrExist)
		is("open", open(at("a", "f")), nil)
		is("open what is not there", open(at("a", "g")), fs.ErrNotExist)
		is("list what is not there", list(at("x")), fs.ErrNotExist)
		is("stat what is not there", stat(at("x")), fs.ErrNotExist)
		is("rename what is not there", d.Rename(at("x"), at("y")), fs.ErrNotExist)
		is("remove what is not there", d.Remove(at("x")), fs.ErrNotExist)
		if err := d.Remove(at("a")); err == nil {
			t.Errorf("%s: a full folder was removed", name)
		}
		is("rename", d.Rename(at("a", "f"), at("a", "g")), nil)
		is("overwrite", d.Overwrite(at("a", "g")), nil)
		is("sync", d.SyncDir(at("a")), nil)
		data, err := readFile(d, at("a", "g"), 10)
		if err != nil || string(data) != "\x00\x00\x00\x00" {
			t.Errorf("%s: overwritten is %q, %v", name, data, err)
		}
		entries, err := d.ReadDir(place.dir)
		if err != nil || len(entries) != 1 || !entries[0].IsDir() || entries[0].Type() != fs.ModeDir {
			t.Errorf("%s: ReadDir = %v, %v", name, entries, err)
		}
		info, err := entries[0].Info()
		if err != nil || info.Name() != "a" || !info.IsDir() || info.Mode().Perm() != dirPerm {
			t.Errorf("%s: Info = %v, %v", name, info, err)
		}
		lock, err := d.Lock(at("lock"))
		is("lock", err, nil)
		_, err = d.Lock(at("lock"))
		is("lock again", err, ErrLocked)
		is("unlock", lock.Close(), nil)
	}
	info := memoryInfo{name: "x"}
	if !info.ModTime().IsZero() || info.Sys() != nil {
		t.Error("a file in memory has a date")
	}
}

// TestAFailedExchangeChangesNothing proves (R3) for every call to the disk that
// giving an exhibit out, handing a case over, receiving one and writing a backup
// fail with the error or succeed, and leave a vault that is well.
func TestAFailedExchangeChangesNothing(t *testing.T) {
	_, to, data := handed(t)
	card := card(t, to, "Clinic")
	secrets := to.keys
	tests := map[string]func(v *Vault, x Exhibit) error{
		"exhibit": func(v *Vault, x Exhibit) error {
			var out bytes.Buffer
			_, err := v.Exhibit(idB, x.ID, Taking{}, &out)
			if out.Len() > 0 && out.String() != "evidence" {
				t.Errorf("given: %q", out.String())
			}
			return err
		},
		"hand over": func(v *Vault, x Exhibit) error { return v.HandOver(idB, card, "Ana", io.Discard) },
		"receive": func(v *Vault, x Exhibit) error {
			v.keys.handover = secrets.handover
			_, err := v.Receive(bytes.NewReader(data), anything)
			return err
		},
		"backup": func(v *Vault, x Exhibit) error { _, err := v.Backup(filepath.Join(t.TempDir(), "backup")); return err },
		"prove":  func(v *Vault, x Exhibit) error { return errors.Join(v.ProveRecovery([]byte(recoveryOf(v)))) },
	}
	for name, do := range tests {
		d := faulty()
		v := makeVault(t, small(d), home)
		mustPut(t, v, idB, textB, 0)
		x := addExhibit(t, v, idB, "x", "evidence")
		for failAt := 1; ; failAt++ {
			d.arm(failAt, false)
			err := do(v, x)
			struck := d.struck()
			d.arm(0, false)
			if err != nil && !errors.Is(err, errInjected) && name != "prove" {
				t.Errorf("%s failing at %d: %v", name, failAt, err)
			}
			holds(t, v, idB, textB, 1)
			clean(t, v)
			if !struck {
				break
			}
			if _, rev, err := v.Get(idA); err == nil {
				if err := v.Remove(idA, rev); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = v.Close()
		clean(t, mustOpen(t, d, home))
	}
}

// recoveryOf makes a recovery key, if the disk lets it.
func recoveryOf(v *Vault) string {
	r, err := v.NewRecovery()
	if err != nil {
		return ""
	}
	return r.Key
}

// TestAMissingDraftShowsInTheList proves that the list names the case, that an
// older state of it can still be read, and that it can be saved anew and erased.
func TestAMissingDraftShowsInTheList(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "one", 0)
	mustPut(t, v, idA, "two", 1)
	mustPut(t, v, idB, textB, 0)
	delete(m.files, draftAt(t, v, idA))
	_ = v.Close()
	v = mustOpen(t, m, home)
	entries, err := v.List()
	if err != nil || len(entries) != 2 || !errors.Is(entries[0].Err, ErrDamaged) || entries[1].Err != nil {
		t.Fatalf("List = %+v, %v", entries, err)
	}
	if _, _, err := v.Get(idA); !errors.Is(err, ErrDamaged) {
		t.Errorf("Get = %v", err)
	}
	list, err := v.Versions(idA)
	if err != nil || len(list) != 1 || list[0].Rev != 1 || list[0].Newest {
		t.Errorf("Versions = %+v, %v", list, err)
	}
	mustPut(t, v, idA, "two again", 2)
	holds(t, v, idA, "two again", 3)
	if err := v.Remove(idA, 3); err != nil {
		t.Error(err)
	}
	finds(t, v)
}

// TestStrangeFilesAmongExhibits proves that they are reported and kept, also a
// file where the folder of exhibits should be.
func TestStrangeFilesAmongExhibits(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	mustPut(t, v, idB, textB, 0)
	addExhibit(t, v, idA, "x", "evidence")
	a, b := v.caseDir(v.state.any(idA)), v.caseDir(v.state.any(idB))
	folder, _ := idC.folder()
	m.files[filepath.Join(a, exhibitsDir, "letter (1).age")] = nil
	m.files[filepath.Join(a, exhibitsDir, folder+sealedSuffix)] = nil
	m.files[filepath.Join(a, exhibitsDir, tempPrefix+"x"+tempSuffix)] = nil
	m.files[filepath.Join(b, exhibitsDir)] = nil
	m.files[filepath.Join(home, manifestsDir, "root.1 (conflict).age")] = nil
	_ = v.Close()
	v = mustOpen(t, m, home)
	list := finds(t, v, Foreign, Foreign, Foreign, Foreign)
	if !strings.HasSuffix(list[1].File, "letter (1).age") || m.files[filepath.Join(a, exhibitsDir, tempPrefix+"x"+tempSuffix)] != nil {
		t.Errorf("Verify = %v", list)
	}
	if _, err := v.AddExhibit(idB, Source{Name: "x", Data: strings.NewReader("x")}); err == nil {
		t.Error("an exhibit was put below a file")
	}
	holds(t, v, idB, textB, 1)
}

// TestALogWithoutItsExhibitIsNotAdopted proves that a log that was written before
// a crash, and not the exhibit that it names, does not count, and goes.
func TestALogWithoutItsExhibitIsNotAdopted(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	if err := m.Mkdir(filepath.Join(v.caseDir(v.state.any(idA)), exhibitsDir)); err != nil {
		t.Fatal(err)
	}
	c := custody{Exhibits: []Exhibit{{ID: idC, Name: "x"}}}.with(Event{Exhibit: idC, Action: Added})
	o, err := v.writeCustody(idA, v.state.any(idA), v.number(), c)
	if err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	v = mustOpen(t, m, home)
	clean(t, v)
	if list, err := v.Exhibits(idA); err != nil || len(list) != 0 {
		t.Errorf("Exhibits = %v, %v", list, err)
	}
	mustPut(t, v, idA, "on", 1)
	_ = v.Close()
	v = mustOpen(t, m, home)
	if m.files[filepath.Join(v.caseDir(v.state.any(idA)), o.name())] != nil {
		t.Error("the log is still there")
	}
}

// TestAnExhibitSealedByAnotherIsNotGiven proves that a sealed file with the right
// fingerprint that says something else inside is damage: the log decides.
func TestAnExhibitSealedByAnotherIsNotGiven(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	x := addExhibit(t, v, idA, "x", "evidence")
	r := v.state.any(idA)
	path := filepath.Join(v.caseDir(r), object{Kind: kindExhibit, ID: x.ID}.name())
	key, err := v.keyOf(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, plain := range []string{"", "evidencE", "eviden"} {
		sealed, err := encrypt([]byte(plain), key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		m.files[path] = sealed
		x.Sealed = sum(sealed)
		if err := v.drain(r, x, io.Discard); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", plain, err)
		}
	}
	m.files[path], x.Sealed = []byte("no seal"), sum([]byte("no seal"))
	if err := v.drain(r, x, io.Discard); !errors.Is(err, ErrDamaged) {
		t.Errorf("no seal: %v", err)
	}
}

// TestManifestsThatSaySomethingElse proves that a manifest that opens, with a
// right signature, is still held against the place where it lies.
func TestManifestsThatSaySomethingElse(t *testing.T) {
	v, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	addExhibit(t, v, idA, "x", "evidence")
	b := bucketOf(idA)
	good := v.state.shards[b].shard
	if err := good.check(v.keys.Vault, b, good.Number); err != nil {
		t.Fatal(err)
	}
	objects := func(change func(o *object)) map[ID]*record {
		r := *good.Cases[idA]
		r.Objects = slices.Clone(r.Objects)
		for i := range r.Objects {
			change(&r.Objects[i])
		}
		return map[ID]*record{idA: &r}
	}
	for name, change := range map[string]func(s *shard){
		"another kind":    func(s *shard) { s.Kind = "root" },
		"another vault":   func(s *shard) { s.Vault = "x" },
		"another bucket":  func(s *shard) { s.Bucket = "00" },
		"another number":  func(s *shard) { s.Number++ },
		"no id":           func(s *shard) { s.Cases = map[ID]*record{"x": good.Cases[idA]} },
		"no record":       func(s *shard) { s.Cases = map[ID]*record{idA: nil} },
		"another folder":  func(s *shard) { s.Cases = map[ID]*record{idA: {Folder: "../x"}} },
		"case of another": func(s *shard) { s.Cases = map[ID]*record{idB: {Folder: "yku5n4a3pzfihdcesdy6fu5uuu"}} },
		"kind of object":  func(s *shard) { s.Cases = objects(func(o *object) { o.Kind = "../x" }) },
		"id of exhibit":   func(s *shard) { s.Cases = objects(func(o *object) { o.Kind, o.ID = kindExhibit, "../x" }) },
	} {
		s := good.clone()
		change(&s)
		if err := s.check(v.keys.Vault, b, good.Number); err == nil {
			t.Errorf("%s passes", name)
		}
	}
	r := v.state.root
	r.Shards = map[string]shardRef{"../x": {}}
	if r.check(v.keys.Vault, r.Number) == nil {
		t.Error("a root with a bucket that is none passes")
	}
}

// TestBoundsAreKept proves that nothing reads more or less than it was told.
func TestBoundsAreKept(t *testing.T) {
	for _, size := range []int64{-1, 11, 10} {
		if data, err := readBounded(strings.NewReader("123"), size, 10); err == nil {
			t.Errorf("readBounded(%d) = %q", size, data)
		}
	}
	if hash, err := copyHashed(io.Discard, strings.NewReader("123"), 4); err == nil {
		t.Errorf("copyHashed = %s", hash)
	}
}

// TestACaseWithoutAKeyIsDamaged proves that a case whose key is none, in a manifest
// that opens, is damage to this case alone.
func TestACaseWithoutAKeyIsDamaged(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	mustPut(t, v, idB, textB, 0)
	x := addExhibit(t, v, idA, "x", "evidence")
	err := v.commit(v.number(), map[string]func(*shard){bucketOf(idA): func(s *shard) {
		r := *s.Cases[idA]
		r.Identity = "AGE-SECRET-KEY-1"
		s.Cases[idA] = &r
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	v = mustOpen(t, m, home)
	_, _, get := v.Get(idA)
	_, put := v.Put(idA, []byte("on"), 1)
	_, add := v.AddExhibit(idA, Source{Name: "y", Data: strings.NewReader("y")})
	_, give := v.Exhibit(idA, x.ID, Taking{}, io.Discard)
	drained := v.drain(v.state.any(idA), x, io.Discard)
	for what, err := range map[string]error{"Get": get, "Put": put, "AddExhibit": add, "Exhibit": give, "drain": drained} {
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s = %v, want ErrDamaged", what, err)
		}
	}
	holds(t, v, idB, textB, 1)
	mustPut(t, v, idB, "on", 1)
}
