package packs_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/packs"
)

// TestIndexIsThatOfThePacks proves that the index of the program is the one that
// its packs make. With -update it is written anew.
func TestIndexIsThatOfThePacks(t *testing.T) {
	without := fstest.MapFS{}
	err := fs.WalkDir(packs.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "index.json" {
			return err
		}
		data, err := fs.ReadFile(packs.Files(), name)
		without[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	lib, err := packs.Load(without)
	if err != nil {
		t.Fatal(err)
	}
	name, want := lib.IndexFile()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := fs.ReadFile(packs.Files(), name); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not that of the packs: run go test ./forms/packs -run Index -update, or pack check --write: %v", name, err)
	}
}

// TestOpenIsAsLoad proves that a library that was opened by its index gives what
// one gives that was loaded and checked: every procedure, text, body, fact and
// list, whoever asks first.
func TestOpenIsAsLoad(t *testing.T) {
	loaded := embedded(t)
	opened, err := packs.OpenEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { opened.Procedures() })
	}
	wait.Wait()
	if !reflect.DeepEqual(opened.Index(), loaded.Index()) || !reflect.DeepEqual(opened.Facts(), loaded.Facts()) ||
		!reflect.DeepEqual(opened.Checklists(), loaded.Checklists()) || !reflect.DeepEqual(opened.Authorities(), loaded.Authorities()) ||
		!reflect.DeepEqual(opened.Procedures(), loaded.Procedures()) {
		t.Error("what is opened differs from what is loaded")
	}
	ids := []forms.ProcedureID{packs.FactsID}
	for _, e := range loaded.Index() {
		ids = append(ids, e.ID)
	}
	for _, id := range ids {
		if !slices.Equal(opened.AskLanguages(id), loaded.AskLanguages(id)) || !slices.Equal(opened.DocLanguages(id), loaded.DocLanguages(id)) {
			t.Errorf("%s: languages %v", id, opened.AskLanguages(id))
		}
		for _, tag := range loaded.AskLanguages(id) {
			a, _ := opened.Texts(id, tag)
			b, _ := loaded.Texts(id, tag)
			if a == nil || !bytes.Equal(a.Canonical(), b.Canonical()) {
				t.Errorf("%s: the texts in %s differ", id, tag)
			}
		}
	}
	if _, ok := opened.Procedure("us-moon-court"); ok {
		t.Error("a procedure that is not there was found")
	}
	if _, ok := opened.Texts(ids[1], "xx"); ok {
		t.Error("a language that is not there was found")
	}
}

// TestIndexIsHeldAgainstThePacks proves that an index that is not that of its packs
// is a fault, and that no library opens without one.
func TestIndexIsHeldAgainstThePacks(t *testing.T) {
	fsys := good()
	if _, err := packs.Open(fsys); err == nil {
		t.Error("it opens without an index")
	}
	fsys["index.json"] = &fstest.MapFile{Data: []byte("[]\n")}
	_, err := packs.Load(fsys)
	if want := "index.json: it is not that of the packs; `recourse-cli pack check --write` puts it right"; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

// BenchmarkIndex measures how long the list of procedures takes from the start of
// the program; the promise is below 50 ms.
func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		lib, err := packs.OpenEmbedded()
		if err != nil || len(lib.Index()) == 0 {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenOne measures opening the first procedure in one language.
func BenchmarkOpenOne(b *testing.B) {
	for b.Loop() {
		lib, err := packs.OpenEmbedded()
		if err != nil {
			b.Fatal(err)
		}
		id := lib.Index()[0].ID
		if _, ok := lib.Procedure(id); !ok {
			b.Fatal(id)
		}
		if _, ok := lib.Texts(id, "en"); !ok {
			b.Fatal(id)
		}
	}
}
