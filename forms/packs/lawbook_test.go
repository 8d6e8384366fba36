package packs_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
)

// lawBook holds the law files of a pack: law.json under "", and each further file
// of its folder law under its id and a slash, as its items are named in the pack.
// A pack without a law.json is made from a part of the law of another procedure,
// whose pack covers it.
type lawBook map[string]lawFile

func laws(t *testing.T, id forms.ProcedureID) lawBook {
	t.Helper()
	book := lawBook{}
	if exists(string(id) + "/law.json") {
		book[""] = law(t, id)
	}
	files, err := filepath.Glob(filepath.Join(string(id), "law", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		f := readLaw(t, file)
		if want := strings.TrimSuffix(filepath.Base(file), ".json"); f.ID != want {
			t.Errorf("%s: is the law file of %s", file, f.ID)
		}
		f.elsewhere = exists(f.ID + "/law.json")
		book[f.ID+"/"] = f
	}
	if len(book) == 0 {
		t.Fatalf("%s has no law file", id)
	}
	return book
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func readLaw(t *testing.T, file string) lawFile {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var f lawFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return f
}

// find is the file that an item is named of, and the item's name in that file.
func (b lawBook) find(item string) (f lawFile, name string, ok bool) {
	file, name, further := strings.Cut(item, "/")
	if !further {
		f, ok = b[""]
		return f, item, ok
	}
	f, ok = b[file+"/"]
	return f, name, ok
}

// items lists what a pack must cover, of all its law files: all but those that
// another pack covers.
func (b lawBook) items() []string {
	var out []string
	for _, file := range slices.Sorted(maps.Keys(b)) {
		if b[file].elsewhere {
			continue
		}
		for _, item := range b[file].items() {
			out = append(out, file+item)
		}
	}
	return out
}

// lacks tells whether the law files do not have an item that a pack names.
func (b lawBook) lacks(item string) bool {
	f, name, ok := b.find(item)
	if !ok {
		return true
	}
	list, n, dotted := strings.Cut(name, ".")
	covered := []string{"standing_gates", "grounds", "warnings", "deadlines", "form"}
	return dotted && !f.has(list, n) || slices.Contains(covered, list) && !slices.Contains(f.items(), name)
}

// most is the strongest mark that the law files allow for an item.
func (b lawBook) most(item string) (forms.Mark, bool) {
	f, name, _ := b.find(item)
	return f.most(name)
}

// deadlines are those of the law files that are named in a list of items.
func (b lawBook) deadlines(items []string) []lawDeadline {
	var out []lawDeadline
	for _, item := range items {
		f, name, _ := b.find(item)
		for _, d := range f.Deadlines {
			if d.elsewhere = f.elsewhere; name == "deadlines."+d.ID {
				out = append(out, d)
			}
		}
	}
	return out
}

// TestSameFilingIsOnePack proves that what the law catalogue calls the same filing
// is offered once: its files lie with the one pack and have none of their own. Only
// a pack without a law file of its own may use that of another.
func TestSameFilingIsOnePack(t *testing.T) {
	lib := embedded(t)
	for _, p := range lib.Procedures() {
		book := laws(t, p.ID)
		for file, f := range book {
			for _, r := range f.Related {
				if _, here := book[r.ID+"/"]; r.Relation == "same-filing" && !here && !f.elsewhere && r.ID != string(p.ID) {
					t.Errorf("%s: %s is the same filing, and its law file is not in the folder law", p.ID, r.ID)
				}
			}
			_, own := book[""]
			if _, twice := lib.Procedure(forms.ProcedureID(f.ID)); file != "" && twice && own {
				t.Errorf("%s is a pack of its own and a law file of %s", file, p.ID)
			}
		}
	}
}

// TestPartsUseTheLawOfAPack proves that a pack without a law.json says of which
// procedures it is a part, that their packs cover their law, and that the copy of
// it is the same byte for byte, so that it cannot grow old alone.
func TestPartsUseTheLawOfAPack(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		book := laws(t, p.ID)
		if _, own := book[""]; own {
			continue
		}
		for _, f := range book {
			if !f.elsewhere {
				t.Errorf("%s: the law of %s has no pack that covers it", p.ID, f.ID)
				continue
			}
			copied, err := os.ReadFile(filepath.Join(string(p.ID), "law", f.ID+".json"))
			if err != nil {
				t.Fatal(err)
			}
			if original, err := os.ReadFile(filepath.Join(f.ID, "law.json")); err != nil || !bytes.Equal(copied, original) {
				t.Errorf("%s: its copy of the law of %s is not that of the pack: %v", p.ID, f.ID, err)
			}
		}
	}
}

// TestPartsAreCheckedToo proves of a pack that is a part that its items are held
// against the law file all the same: what is not there is lacking, with and without
// the name of the file, and nothing but coverage is left to the other pack.
func TestPartsAreCheckedToo(t *testing.T) {
	f := readLaw(t, "gdpr-art77-complaint/law.json")
	f.elsewhere = true
	b := lawBook{f.ID + "/": f}
	for item, lacks := range map[string]bool{
		"gdpr-art77-complaint/deadlines.controller-answer": false,
		"gdpr-art77-complaint/representation.1":            false,
		"gdpr-art77-complaint/deadlines.controller-reply":  true,
		"gdpr-art77-complaint/representation.9":            true,
		"deadlines.controller-answer":                      true,
		"edps-complaint/deadlines.two-years":               true,
	} {
		if b.lacks(item) != lacks {
			t.Errorf("%s: lacks is %t", item, !lacks)
		}
	}
	if most, ok := b.most("gdpr-art77-complaint/warnings.4"); !ok || most != forms.Unverified {
		t.Errorf("warnings.4 allows %q", most)
	}
	if left := b.items(); len(left) != 0 {
		t.Errorf("asks for coverage of %q", left)
	}
}
