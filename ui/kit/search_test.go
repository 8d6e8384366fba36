package kit

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var searchWords = SearchWords{"Type a name", "Nothing found", func(shown, all int) string { return fmt.Sprint(shown, " of ", all) }}

// What is found by which letters, in which order.
func TestFind(t *testing.T) {
	names := []string{"Ägypten", "Saint-Barthélemy", "Kaiserreich Österreich", "Österreich", "Łódź", "المرفق الأوّل", "Deutschland"}
	x := newIndex(names, [][]string{{"مصر", "Egypt", "EG"}, nil, nil, {"Austria"}, nil, nil, {"Germany", "DE"}})
	for query, want := range map[string][]int{
		"":            {0, 1, 2, 3, 4, 5, 6},
		"osterreich":  {3, 2},
		"ÖST":         {3, 2},
		"agy":         {0},
		"egy":         {0},
		"مصر":         {0},
		"barth":       {1},
		"bar saint":   {1},
		"lodz":        {4},
		"الاول":       {5},
		"مرفق":        {5},
		"germ":        {6},
		"de":          {6},
		"reich":       nil,
		"aus oester":  nil,
		"austria öst": {3},
	} {
		if got, all := x.find(query, 10); !slices.Equal(got, want) || all != len(want) {
			t.Errorf("%q finds %v, want %v", query, got, want)
		}
	}
	if got, all := x.find("", 2); len(got) != 2 || all != len(names) {
		t.Errorf("shown %d of %d", len(got), all)
	}
}

// wards are as many options as a real list of wards has.
func wards() []string {
	out := make([]string, 12_611)
	for i := range out {
		out[i] = fmt.Sprintf("%s %s-Bezirk %d", []string{"Österreich", "Łódź", "Saint-Barthélemy", "شكوى"}[i%4], string(rune('A'+i%26)), i)
	}
	return out
}

// BenchmarkFind is one more letter in a list of 12,611. The aim is less than
// 50 ms.
func BenchmarkFind(b *testing.B) {
	x := newIndex(wards(), nil)
	for b.Loop() {
		x.find("barth z-bez", mostShown)
	}
}

// BenchmarkIndex is the first opening of that list.
func BenchmarkIndex(b *testing.B) {
	list := wards()
	for b.Loop() {
		newIndex(list, nil)
	}
}

// BenchmarkSearchLetter is one more letter in the open list, drawn.
func BenchmarkSearchLetter(b *testing.B) {
	s := NewSelect(LTR, "Ward", wards(), -1, "", nil).Searched(searchWords, nil)
	w := test.NewWindow(NewColumn(0, s))
	defer w.Close()
	w.Resize(fyne.NewSize(600, 600))
	s.Open()
	for b.Loop() {
		s.found.search("s")
	}
}

// The list opens with the keyboard in its field, finds as one types, chooses by
// arrows and enter, and gives the keyboard back.
func TestSearchByKeys(t *testing.T) {
	var calls []int
	names := []string{"France", "Germany", "Georgia", "Österreich"}
	s := NewSelect(LTR, "Country", names, -1, "Choose", func(i int) { calls = append(calls, i) }).Searched(searchWords, nil)
	w := show(t, NewColumn(0, s), 400, 500)
	w.Canvas().Focus(s)
	s.TypedRune('g')
	if w.Canvas().Focused() != s.found.query || s.found.query.Text() != "g" {
		t.Fatalf("the keyboard is on %T", w.Canvas().Focused())
	}
	test.Type(s.found.query, "e")
	before := w.Canvas().Capture()
	press(w, fyne.KeyDown)
	if reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("the row under the keyboard is not seen")
	}
	press(w, fyne.KeyReturn)
	if !slices.Equal(calls, []int{2}) || w.Canvas().Focused() != s || s.Value() != "Georgia" {
		t.Errorf("called with %v, the keyboard is on %T", calls, w.Canvas().Focused())
	}
	press(w, fyne.KeySpace)
	if s.found == nil || s.found.now != 2 {
		t.Fatal("the list does not open at the chosen option")
	}
	test.Type(s.found.query, "zz")
	if s.found.note.text != "Nothing found" || s.found.note.Hidden {
		t.Errorf("told %q", s.found.note.text)
	}
	press(w, fyne.KeyReturn, fyne.KeyEscape)
	if s.found != nil || len(w.Canvas().Overlays().List()) != 0 || len(calls) != 1 {
		t.Error("escape leaves the list open, or chose")
	}
	s.TypedRune('o')
	test.FocusNext(w.Canvas())
	w.Canvas().Focused().TypedRune('s')
	if s.found.query.Text() != "os" || w.Canvas().Focused() != s.found.query {
		t.Errorf("typing on the list searches %q", s.found.query.Text())
	}
	test.Tap(s.found)
	if s.found != nil || len(calls) != 1 {
		t.Error("a tap beside the list does not close it")
	}
}

// A list longer than is shown says so, and a row is chosen by a tap.
func TestSearchLongList(t *testing.T) {
	chosen := -1
	s := NewSelect(RTL, "Ward", wards(), 9000, "", func(i int) { chosen = i }).Searched(searchWords, nil)
	show(t, NewColumn(0, s), 400, 500)
	s.Open()
	if s.found.note.text != "300 of 12611" {
		t.Errorf("told %q", s.found.note.text)
	}
	s.found.search("12610")
	s.found.rows.Select(0)
	if chosen != 12_610 || s.found != nil {
		t.Errorf("chosen %d", chosen)
	}
}
