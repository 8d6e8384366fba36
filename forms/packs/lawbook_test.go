package packs_test

import (
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
type lawBook map[string]lawFile

func laws(t *testing.T, id forms.ProcedureID) lawBook {
	t.Helper()
	book := lawBook{"": law(t, id)}
	files, err := filepath.Glob(filepath.Join(string(id), "law", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		f := readLaw(t, file)
		if want := strings.TrimSuffix(filepath.Base(file), ".json"); f.ID != want {
			t.Errorf("%s: is the law file of %s", file, f.ID)
		}
		book[f.ID+"/"] = f
	}
	return book
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
		return b[""], item, true
	}
	f, ok = b[file+"/"]
	return f, name, ok
}

// items lists what a pack must cover, of all its law files.
func (b lawBook) items() []string {
	var out []string
	for _, file := range slices.Sorted(maps.Keys(b)) {
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
			if name == "deadlines."+d.ID {
				out = append(out, d)
			}
		}
	}
	return out
}

// TestSameFilingIsOnePack proves that what the law catalogue calls the same filing
// is offered once: its files lie with the one pack and have none of their own.
func TestSameFilingIsOnePack(t *testing.T) {
	lib := embedded(t)
	for _, p := range lib.Procedures() {
		book := laws(t, p.ID)
		for file, f := range book {
			for _, r := range f.Related {
				if _, here := book[r.ID+"/"]; r.Relation == "same-filing" && !here && r.ID != string(p.ID) {
					t.Errorf("%s: %s is the same filing, and its law file is not in the folder law", p.ID, r.ID)
				}
			}
			if _, twice := lib.Procedure(forms.ProcedureID(f.ID)); file != "" && twice {
				t.Errorf("%s is a pack of its own and a law file of %s", file, p.ID)
			}
		}
	}
}
