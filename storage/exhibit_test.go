package storage

import (
	"bytes"
	"errors"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func addExhibit(t testing.TB, v *Vault, id ID, name, data string) Exhibit {
	t.Helper()
	x, err := v.AddExhibit(id, Source{Name: name, Who: "the person", From: "own telephone", Data: strings.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestAnExhibitComesBackUnchanged proves that it is the same byte for byte, that
// size, type and fingerprint are those of the file, and that the custody log says
// who did what, in a chain.
func TestAnExhibitComesBackUnchanged(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	files := []struct{ name, data, media string }{
		{"empty", "", "application/octet-stream"},
		{"letter.txt", "one line\n", "text/plain"},
		{"scan.exe", "%PDF-1.7\n" + strings.Repeat("x", 3<<20), "application/pdf"},
		{"صورة.jpg", "\xff\xd8\xff\xe0" + strings.Repeat("\x00", 65536), "image/jpeg"},
	}
	for i, f := range files {
		x := addExhibit(t, v, idA, f.name, f.data)
		if x.Name != f.name || x.Size != int64(len(f.data)) || x.SHA256 != sum([]byte(f.data)) || x.Type != f.media {
			t.Errorf("%s: %+v", f.name, x)
		}
		var out bytes.Buffer
		got, err := v.Exhibit(idA, x.ID, Taking{Who: "the lawyer", To: "a stick"}, &out)
		if err != nil || got != x || out.String() != f.data {
			t.Errorf("%s: %+v, %v, %d bytes", f.name, got, err, out.Len())
		}
		events, err := v.Custody(idA)
		if err != nil || len(events) != 2*i+2 {
			t.Fatalf("Custody = %v, %v", events, err)
		}
		added, given := events[2*i], events[2*i+1]
		if added.Action != Added || added.Who != "the person" || added.From != "own telephone" || added.SHA256 != x.SHA256 || added.Exhibit != x.ID ||
			given.Action != Given || given.Who != "the lawyer" || given.From != "a stick" || given.Previous != added.hash() || given.Time().Before(added.Time()) {
			t.Errorf("%s: %+v, %+v", f.name, added, given)
		}
	}
	list, err := v.Exhibits(idA)
	if err != nil || len(list) != len(files) {
		t.Fatalf("Exhibits = %v, %v", list, err)
	}
	clean(t, v)
	_ = v.Close()
	v = mustOpen(t, m, home)
	again, err := v.Exhibits(idA)
	if err != nil || !slices.Equal(again, list) {
		t.Errorf("Exhibits after opening = %v, %v", again, err)
	}
	holds(t, v, idA, textA, 1)
	if _, err := v.Exhibit(idA, idB, Taking{}, io.Discard); !errors.Is(err, ErrNotFound) {
		t.Errorf("Exhibit that is not there = %v", err)
	}
}

// TestACancelledExhibitLeavesNothing proves that an error of the source, names
// that are none and cases that are not there leave no file and no entry.
func TestACancelledExhibitLeavesNothing(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	before := len(m.files)
	cancelled := errors.New("cancelled")
	sources := map[string]Source{
		"cancelled":  {Name: "x", Data: io.MultiReader(strings.NewReader(strings.Repeat("x", 3<<20)), iotest.ErrReader(cancelled))},
		"no name":    {Name: "", Data: strings.NewReader("x")},
		"long name":  {Name: strings.Repeat("x", maxName+1), Data: strings.NewReader("x")},
		"controls":   {Name: "a\x1b[2Jb", Data: strings.NewReader("x")},
		"no text":    {Name: "\xff", Data: strings.NewReader("x")},
		"long words": {Name: "x", Who: strings.Repeat("x", maxName+1), Data: strings.NewReader("x")},
	}
	for name, s := range sources {
		if x, err := v.AddExhibit(idA, s); err == nil || name == "cancelled" && !errors.Is(err, cancelled) {
			t.Errorf("%s: %+v, %v", name, x, err)
		}
	}
	if _, err := v.AddExhibit(idB, Source{Name: "x", Data: strings.NewReader("x")}); !errors.Is(err, ErrNotFound) {
		t.Errorf("to a case that is not there: %v", err)
	}
	if len(m.files) != before {
		t.Errorf("left: %s", m.list())
	}
	clean(t, v)
}

// TestADamagedExhibitIsNotGiven proves that nothing of it is written, that it is
// named by Verify, and that its case and the other exhibits are well.
func TestADamagedExhibitIsNotGiven(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	bad, good := addExhibit(t, v, idA, "bad", "evidence"), addExhibit(t, v, idA, "good", "evidence")
	path := v.caseDir(v.state.any(idA)) + string(os.PathSeparator) + object{Kind: kindExhibit, ID: bad.ID}.name()
	whole := m.files[path]
	for _, harm := range []func(){
		func() { m.files[path] = append(bytes.Clone(whole), 0) },
		func() { m.files[path] = nil },
		func() { delete(m.files, path) },
	} {
		harm()
		var out bytes.Buffer
		if _, err := v.Exhibit(idA, bad.ID, Taking{}, &out); !errors.Is(err, ErrDamaged) || out.Len() > 0 {
			t.Errorf("Exhibit = %v, %d bytes", err, out.Len())
		}
		if list, err := v.Verify(nil); err != nil || len(list) != 1 || list[0].Case != idA || !strings.Contains(list[0].File, "/e/") {
			t.Errorf("Verify = %v, %v", list, err)
		}
		if _, err := v.Exhibit(idA, good.ID, Taking{}, &out); err != nil || out.String() != "evidence" {
			t.Errorf("the other one: %v, %q", err, out.String())
		}
		holds(t, v, idA, textA, 1)
	}
}

// TestAnExhibitIsNeverReplaced proves that an id that the caller gives is kept,
// and that a second file of the same id is refused and leaves the first.
func TestAnExhibitIsNeverReplaced(t *testing.T) {
	v, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	x, err := v.AddExhibit(idA, Source{ID: idC, Name: "first", Data: strings.NewReader("first")})
	if err != nil || x.ID != idC {
		t.Fatalf("AddExhibit = %+v, %v", x, err)
	}
	if _, err := v.AddExhibit(idA, Source{ID: idC, Name: "second", Data: strings.NewReader("second")}); !errors.Is(err, ErrConflict) {
		t.Errorf("a second one: %v, want ErrConflict", err)
	}
	if _, err := v.AddExhibit(idA, Source{ID: "../x", Name: "x", Data: strings.NewReader("x")}); !errors.Is(err, ErrInvalidID) {
		t.Errorf("no id: %v, want ErrInvalidID", err)
	}
	var out bytes.Buffer
	if _, err := v.Exhibit(idA, idC, Taking{}, &out); err != nil || out.String() != "first" {
		t.Errorf("Exhibit = %q, %v", out.String(), err)
	}
	clean(t, v)
}

// gauge looks at the heap at each 8 MiB that pass.
type gauge struct{ passed, most uint64 }

func (g *gauge) pass(n int) {
	const step = 8 << 20
	if before := g.passed / step; (g.passed+uint64(n))/step != before {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		g.most = max(g.most, m.HeapAlloc)
	}
	g.passed += uint64(n)
}

func (g *gauge) Read(p []byte) (int, error) {
	g.pass(len(p))
	return len(p), nil
}

func (g *gauge) Write(p []byte) (int, error) {
	g.pass(len(p))
	return len(p), nil
}

// TestExhibitsNeedNoMemory proves (R6) that memory does not grow with the file:
// 64 MiB are taken in and given back with less than 8 MiB more in use.
func TestExhibitsNeedNoMemory(t *testing.T) {
	v, _ := newVault(t)
	mustPut(t, v, idA, textA, 0)
	const size = 64 << 20
	var before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	in, out := &gauge{}, &gauge{}
	x, err := v.AddExhibit(idA, Source{Name: "film", Data: io.LimitReader(in, size)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Exhibit(idA, x.ID, Taking{}, out); err != nil {
		t.Fatal(err)
	}
	if most := max(in.most, out.most); in.passed < size || out.passed != size || most > before.HeapAlloc+8<<20 {
		t.Errorf("%d and %d bytes passed, the heap was %d, at most %d", in.passed, out.passed, before.HeapAlloc, most)
	}
}

// TestTypesAreToldByContent proves that the beginning of a file counts.
func TestTypesAreToldByContent(t *testing.T) {
	for first, want := range map[string]string{
		"":                              "application/octet-stream",
		"\x00\x01":                      "application/octet-stream",
		"plain, with \u00e9\n":          "text/plain",
		"cut in a letter \xc3":          "text/plain",
		"cut in the middle \xc3 letter": "application/octet-stream",
		"esc \x1b":                      "application/octet-stream",
		"PK\x03\x04....word/document":   "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"PK\x03\x04....xl/workbook":     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"PK\x03\x04....other":           "application/zip",
		"RIFF....WEBPVP8":               "image/webp",
		"\x00\x00\x00\x18ftypheic":      "image/heic",
		"\x00\x00\x00\x18ftypisom":      "video/mp4",
	} {
		if got := mediaType([]byte(first)); got != want {
			t.Errorf("%q is %s, want %s", first, got, want)
		}
	}
}

// TestALogThatIsNotWhatItShouldBe proves that a changed chain, a changed exhibit
// and fields of later formats are damage.
func TestALogThatIsNotWhatItShouldBe(t *testing.T) {
	for _, data := range []string{"", "{}x", `{"exhibits":[],"events":[],"more":1}`,
		`{"exhibits":[{"id":"x","name":"","type":"","size":1,"sha256":"","sealed":""}],"events":[]}`,
		`{"exhibits":[{"id":"` + string(idA) + `","name":"","type":"","size":-1,"sha256":"","sealed":""}],"events":[]}`,
		`{"exhibits":[],"events":[{"seq":2,"at":0,"exhibit":"","action":"","who":"","from":"","sha256":"","previous":""}]}`,
		`{"exhibits":[],"events":[{"seq":1,"at":0,"exhibit":"","action":"","who":"","from":"","sha256":"","previous":"x"}]}`} {
		if c, err := parseCustody([]byte(data)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %+v, %v", data, c, err)
		}
	}
	v, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	addExhibit(t, v, idA, "x", "evidence")
	number := v.number()
	o, err := v.writeCustody(idA, v.state.any(idA), number, custody{Exhibits: []Exhibit{}, Events: []Event{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := v.list(idA, number, o); err != nil {
		t.Fatal(err)
	}
	finds(t, v, Damaged) // a log that has forgotten an exhibit
}
