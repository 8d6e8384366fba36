package packs_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"strings"
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

// TestScaffoldFromLaw proves that the law files of the shipped procedures make
// packs that load without a fault and cover everything that the file names.
func TestScaffoldFromLaw(t *testing.T) {
	for _, e := range embedded(t).Index() {
		data, err := os.ReadFile(string(e.ID) + "/law.json")
		if errors.Is(err, fs.ErrNotExist) {
			continue // made from a part of the law of another procedure
		}
		if err != nil {
			t.Fatal(err)
		}
		id, files, err := packs.ScaffoldFromLaw(data, forms.Date{Year: 2026, Month: 11, Day: 23})
		if err != nil {
			t.Fatal(err)
		}
		lib, err := packs.Load(withShared(t, id, files))
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		p, _ := lib.Procedure(e.ID)
		got, named := served(p), map[string]bool{}
		for _, o := range p.Omits {
			named[o.Law] = true
		}
		for _, item := range law(t, e.ID).items() {
			if got[item] == nil && !named[item] {
				t.Errorf("%s: nothing serves %s", e.ID, item)
			}
		}
	}
	if _, _, err := packs.ScaffoldFromLaw([]byte("{"), forms.Date{Year: 2026, Month: 11, Day: 23}); err == nil {
		t.Error("half a law file makes a pack")
	}
}

// TestScaffoldPart proves that a part of the law file of another procedure makes a
// pack that loads without a fault, names its items with the id of that file, and
// need not say what it leaves out.
func TestScaffoldPart(t *testing.T) {
	const id forms.ProcedureID = "xx-letter-before"
	day := forms.Date{Year: 2026, Month: 11, Day: 23}
	data, err := os.ReadFile("gdpr-art77-complaint/law.json")
	if err != nil {
		t.Fatal(err)
	}
	files, err := packs.ScaffoldPart(id, data, day)
	if err != nil {
		t.Fatal(err)
	}
	if string(files["law/gdpr-art77-complaint.json"]) != string(data) || files["law.json"] != nil {
		t.Error("the law file does not lie in the folder law, or one is that of the pack itself")
	}
	lib, err := packs.Load(withShared(t, id, files))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := lib.Procedure(id)
	if len(p.Omits) > 0 || len(served(p)) == 0 {
		t.Errorf("omits %v, serves %d items", p.Omits, len(served(p)))
	}
	for item := range served(p) {
		if !strings.HasPrefix(item, "gdpr-art77-complaint/") {
			t.Errorf("%s is not named with the id of its file", item)
		}
	}
	for id, law := range map[forms.ProcedureID]string{"gdpr-art77-complaint": string(data), "xx-other": "{", "xx-third": `{"id": "../x"}`} {
		if _, err := packs.ScaffoldPart(id, []byte(law), day); err == nil {
			t.Errorf("%s is a part of what it cannot be a part of", id)
		}
	}
}
