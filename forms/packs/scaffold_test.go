package packs_test

import (
	"io/fs"
	"maps"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/packs"
)

// withShared is a folder of packs with the shared files of the program and those
// of one procedure.
func withShared(t testing.TB, id forms.ProcedureID, files map[string][]byte) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, pattern := range []string{"authorities.json", "common/*.yaml", "common/lists/*.yaml", "common/lang/*.json"} {
		names, err := fs.Glob(packs.Files(), pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(packs.Files(), name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = &fstest.MapFile{Data: data}
		}
	}
	for name, data := range files {
		out[string(id)+"/"+name] = &fstest.MapFile{Data: data}
	}
	return out
}

// TestScaffoldLoadsAsADraft proves that a new procedure is without a fault.
func TestScaffoldLoadsAsADraft(t *testing.T) {
	const id forms.ProcedureID = "xx-new-procedure"
	files, err := packs.Scaffold(id, forms.Date{Year: 2026, Month: 11, Day: 23})
	if err != nil {
		t.Fatal(err)
	}
	lib, err := packs.Load(withShared(t, id, files))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := lib.Procedure(id)
	if !ok || p.Status != forms.Draft || p.CheckBy.String() != "2027-05-23" {
		t.Errorf("got %v of %v", p, maps.Keys(files))
	}
}

// TestScaffoldRefusesNames proves that only what can be an id makes a pack.
func TestScaffoldRefusesNames(t *testing.T) {
	for _, id := range []forms.ProcedureID{"", "Upper", "a_b", "../x", "a--b", "-a", "common", packs.FactsID} {
		if _, err := packs.Scaffold(id, forms.Date{Year: 2026, Month: 11, Day: 23}); err == nil {
			t.Errorf("%q makes a pack", id)
		}
	}
}
