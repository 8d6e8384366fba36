package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The fixture is a vault of format 1 as this program wrote it on its first day.
// It is never written anew: every later version opens it.
var fixture = filepath.Join("testdata", "vault-1")

// fixtureKey is what stands on the recovery sheet of the fixture. The vault holds
// nothing but invented words.
const fixtureKeyFile = "testdata/vault-1.key"

const (
	fixtureWords = "amber trellis onion paddle quartz ravine"
	fixtureFirst = `{"story":"the first words"}`
	fixtureLast  = `{"story":"les derniers mots, die letzten, الأخيرة"}`
)

// TestTheFixtureOpens proves that a vault of format 1 opens with its passphrase
// and with its recovery sheet, that every byte is what was written, and that
// work goes on in it.
func TestTheFixtureOpens(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	if err := os.CopyFS(dir, os.DirFS(fixture)); err != nil {
		t.Fatal(err)
	}
	v, err := OpenRecovery(dir, read(t, fixtureKeyFile))
	if err != nil {
		t.Fatal(err)
	}
	fixtureHolds(t, v)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if v, err = Open(dir, []byte(fixtureWords)); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	fixtureHolds(t, v)
	mustPut(t, v, idA, "today", 2)
	clean(t, v)
}

func fixtureHolds(t *testing.T, v *Vault) {
	t.Helper()
	clean(t, v)
	holds(t, v, idA, fixtureLast, 2)
	list, err := v.Versions(idA)
	if err != nil || len(list) != 2 || list[1].Rev != 1 || !list[1].Modified.Equal(time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)) {
		t.Fatalf("Versions = %+v, %v", list, err)
	}
	if data, err := v.GetVersion(idA, list[1].Name); err != nil || string(data) != fixtureFirst {
		t.Errorf("GetVersion = %q, %v", data, err)
	}
	exhibits, err := v.Exhibits(idA)
	if err != nil || len(exhibits) != 1 || exhibits[0].Name != "note.txt" || exhibits[0].Type != "text/plain" {
		t.Fatalf("Exhibits = %+v, %v", exhibits, err)
	}
	var out bytes.Buffer
	if err := v.drain(v.state.any(idA), exhibits[0], &out); err != nil || out.String() != "An invented note.\n" {
		t.Errorf("the exhibit is %q, %v", out.String(), err)
	}
	summaries, err := v.Summaries("fixture", func([]byte) string { return "made anew" })
	if err != nil || summaries[idA] != "of the first day" {
		t.Errorf("Summaries = %v, %v", summaries, err)
	}
}

// makeFixture writes a vault like the fixture. It shows how that came to be.
func makeFixture(dir string) (err error) {
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	w := machine()
	w.now, w.factor = func() time.Time { return at }, minWorkFactor
	v, err := create(w, dir, []byte(fixtureWords))
	if err != nil {
		return err
	}
	recovery, err := v.NewRecovery()
	if err != nil {
		return err
	}
	_, first := v.Put(idA, []byte(fixtureFirst), 0)
	_, last := v.Put(idA, []byte(fixtureLast), 1)
	_, exhibit := v.AddExhibit(idA, Source{Name: "note.txt", Who: "the person", From: "the desk", Data: strings.NewReader("An invented note.\n")})
	_, summaries := v.Summaries("fixture", func([]byte) string { return "of the first day" })
	sheet := os.WriteFile(dir+".key", []byte(strings.Join(recovery.Groups(), " ")+"\n"), 0o600)
	return errors.Join(first, last, exhibit, summaries, sheet, v.Close())
}

// TestTheFixtureWasMadeSo proves that a vault made today holds what the fixture
// does.
func TestTheFixtureWasMadeSo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	if err := makeFixture(dir); err != nil {
		t.Fatal(err)
	}
	v, err := OpenRecovery(dir, read(t, dir+".key"))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	fixtureHolds(t, v)
}
