package storage

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestSummariesAreMadeOnce proves that only what has changed is read again, also
// after opening, that another scheme makes all anew, and that an index that is
// damaged, foreign or gone costs nothing but time.
func TestSummariesAreMadeOnce(t *testing.T) {
	v, m := inMemory(t)
	for i, id := range []ID{idA, idB, idC} {
		mustPut(t, v, id, fmt.Sprint("case ", i), 0)
	}
	want := func(scheme string, made int, texts ...string) {
		t.Helper()
		count := 0
		got, err := v.Summaries(scheme, func(data []byte) string { count++; return "of " + string(data) })
		var list []string
		for _, text := range got {
			list = append(list, text)
		}
		slices.Sort(list)
		if err != nil || count != made || !slices.Equal(list, texts) {
			t.Fatalf("Summaries = %v, %v; %d were made, want %d", got, err, count, made)
		}
	}
	again := func() {
		_ = v.Close()
		v = mustOpen(t, m, home)
	}
	want("one", 3, "of case 0", "of case 1", "of case 2")
	want("one", 0, "of case 0", "of case 1", "of case 2")
	mustPut(t, v, idA, "changed", 1)
	want("one", 1, "of case 1", "of case 2", "of changed")
	again()
	want("one", 0, "of case 1", "of case 2", "of changed")
	want("two", 3, "of case 1", "of case 2", "of changed")
	if err := v.Remove(idB, 1); err != nil {
		t.Fatal(err)
	}
	again()
	want("two", 0, "of case 2", "of changed")
	path := filepath.Join(home, indexName)
	other, o := inMemory(t)
	mustPut(t, other, idA, "foreign", 0)
	if _, err := other.Summaries("two", func([]byte) string { return "foreign" }); err != nil {
		t.Fatal(err)
	}
	_ = other.Close()
	for _, data := range [][]byte{nil, []byte("x"), o.files[path]} {
		_ = v.Close()
		m.files[path] = data
		v = mustOpen(t, m, home)
		finds(t, v, Damaged)
		want("two", 2, "of case 2", "of changed")
		v.SaveIndex()
		clean(t, v)
	}
	m.files[draftAt(t, v, idC)] = []byte("damaged")
	v.index = nil
	want("three", 1, "of changed")
	holds(t, v, idA, "changed", 2)
}

// TestSearchFindsWords proves that all words must be there, in any order, that
// accents, capitals and widths make no difference, and that damaged cases are
// passed over.
func TestSearchFindsWords(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, "Esperança viveu em LISBOA", 0)
	mustPut(t, v, idB, "Ｓtraße in Köln, esperanca", 0)
	mustPut(t, v, idC, "محمّد كتب", 0)
	all := func(data []byte) string { return string(data) }
	for words, want := range map[string][]ID{
		"": nil, "  ": nil, "esperanca": {idA, idB}, "ESPERANÇA lisboa": {idA}, "lisboa koln": {}, "straße": {idB}, "محمد": {idC}, "nothing": {},
	} {
		got, err := v.Search(words, all)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("Search(%q) = %v, %v; want %v", words, got, err, want)
		}
	}
	if got, err := v.Search("only", func([]byte) string { return "only this" }); err != nil || len(got) != 3 {
		t.Errorf("the text that is extracted does not count: %v, %v", got, err)
	}
	m.files[draftAt(t, v, idA)] = []byte("damaged")
	if got, err := v.Search("esperanca", all); err != nil || !slices.Equal(got, []ID{idB}) {
		t.Errorf("with a damaged case: %v, %v", got, err)
	}
}

// TestAFullIndexIsNotWritten proves that the index never fails a close.
func TestAFullIndexIsNotWritten(t *testing.T) {
	d, v := faultyVault(t, textB)
	if _, err := v.Summaries("x", func([]byte) string { return strings.Repeat("x", 100) }); err != nil {
		t.Fatal(err)
	}
	d.arm(1, true)
	v.SaveIndex()
	d.arm(0, false)
	if !v.index.dirty {
		t.Error("an index that was not written counts as written")
	}
	if err := v.Close(); err != nil || errors.Is(err, errInjected) {
		t.Error(err)
	}
}

// TestFoldIsThatOfTheWholeText proves that folding part by part is folding at once,
// also where an accent stands behind a letter of ASCII.
func TestFoldIsThatOfTheWholeText(t *testing.T) {
	for _, text := range []string{"", "ABC xyz", "Straße ÄÖÜ", "e\u0301tE\u0301", "Ｗｉｄｅ ｔｅｘｔ", "ΑΣ Σ", "İI ı", "x\u0327\u0301y", "العربيّة ABC", "\xff A \xc3", "ﬁ Ⅷ"} {
		whole := strings.ToLower(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFKD.String(text)))
		if got := Fold(text); got != strings.ToValidUTF8(whole, "\uFFFD") && got != whole {
			t.Errorf("Fold(%q) = %q, want %q", text, got, whole)
		}
	}
	if !Matches("La lettre est ARRIVÉE", []string{Fold("arrivée"), "lettre"}) || Matches("none", []string{"non", "one", "two"}) {
		t.Error("Matches is wrong")
	}
}

// TestKeysAreMadeReadyAndForgotten proves that the list begins to make the keys of
// the cases, and that none is kept once the vault is closed, whenever that is.
func TestKeysAreMadeReadyAndForgotten(t *testing.T) {
	v, _ := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	mustPut(t, v, idB, textB, 0)
	known := func() (n int) {
		v.parsed.Range(func(any, any) bool { n++; return true })
		return n
	}
	all := v.state.ids()
	v.parsed.Clear()
	v.makeKeys(append(all, idC))
	if n := known(); n != 2 {
		t.Errorf("%d keys are ready, want 2", n)
	}
	holds(t, v, idA, textA, 1)
	err := v.Remove(idA, 1)
	v.makeKeys(all)
	if err != nil || known() != 1 {
		t.Errorf("after erasing a case: %d keys, %v", known(), err)
	}
	_ = v.Close()
	v.makeKeys(all)
	if n := known(); n != 0 {
		t.Errorf("after the end %d keys are known", n)
	}
}
