package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// What has the keyboard is said with the question that it answers: the title for
// the first, its own words for the next, the name of an item for its buttons, and
// nothing of what stands elsewhere.
func TestSayGroup(t *testing.T) {
	button := func(text string) *Button { return NewButton(LTR, Secondary, text, func() {}) }
	name, lives := NewEntry(LTR, "Given name", "", nil), NewRadios(LTR, "Where do you live?", []Option{{"Here", ""}, {"There", ""}}, -1, func(int) {})
	change, add, next, foot := button("Change"), button("Add"), button("Answer"), button("Back")
	page := NewPage(NewColumn(4,
		NewColumn(2, NewLabel(LTR, Title, "Who are you?"), NewLabel(LTR, Hint, "As in your papers")),
		NewPhrase("Passphrase", "four words of mine"),
		NewColumn(4, NewField(LTR, "Given name", "", name)),
		NewColumn(4, NewFlow(LTR, 4, NewLabel(LTR, Strong, "Where?"), NewLabel(LTR, Caption, "May stay empty")), lives),
		NewColumn(4, NewLabel(LTR, Strong, "Exhibits"), NewCard(NewFlow(LTR, 4, NewLabel(LTR, Strong, "Exhibit 1"), Spacer(), change)), NewFlow(LTR, 4, add)),
		NewCard(NewSides(LTR, nil, next, NewColumn(2, NewLabel(LTR, Strong, "What is wanting"))))))
	w := show(t, NewFrame(nil, NewBar(false, foot), page), 600, 900)
	for _, c := range []struct {
		on   fyne.Focusable
		want string
	}{
		{name, "Who are you?"}, {lives.Cards()[1], "Where do you live?"}, {change, "Exhibit 1"}, {add, "Exhibits"},
		{next, "What is wanting"}, {foot, ""},
	} {
		w.Canvas().Focus(c.on)
		if got := Say(w.Canvas()); got.Group != c.want || got.On != c.on || got.Heading != "Who are you?" {
			t.Errorf("%s stands under %q, want %q", got.Focus, got.Group, c.want)
		}
	}
}

// What a person is told is said: what is wrong as an alert, at a field too; a short
// fact in a pill and what is out of sight are not.
func TestSayTold(t *testing.T) {
	field, hidden := NewField(LTR, "Name", "", NewEntry(LTR, "Name", "", nil)), NewNotice(LTR, Red, "Gone")
	hidden.Hide()
	w := show(t, NewColumn(4, NewNotice(LTR, Green, "Saved"), NewPill(LTR, Amber, "Soon"), NewNotice(LTR, Red, "No such day"), field, hidden), 300, 300)
	want := []Told{{false, "Saved"}, {true, "No such day"}}
	if got := Say(w.Canvas()).Told; !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
	field.SetProblem("A name is needed")
	if got := Say(w.Canvas()).Told; !slices.Equal(got, append(want, Told{true, "A name is needed"})) {
		t.Errorf("told %v with a wrong field", got)
	}
}

// Of a long option it is said whether it is chosen.
func TestSayLongOption(t *testing.T) {
	c := NewCheck(LTR, Option{"Short", strings.Repeat("why ", mostSaid)}, true, func(bool) {})
	w := show(t, c, 300, 300)
	w.Canvas().Focus(c)
	if got := Say(w.Canvas()).Focus; !strings.HasSuffix(got, "…: true") {
		t.Errorf("said %q", got)
	}
}

// While a list is searched it is said which option enter takes, or that nothing is
// found.
func TestSayOption(t *testing.T) {
	s := NewSelect(LTR, "Country", []string{"Austria", "Belgium", "Bulgaria"}, -1, "", nil).Searched(searchWords, nil)
	w := show(t, s, 300, 300)
	s.Open()
	for typed, want := range map[string]string{"": "Austria", "bu": "Bulgaria", "x": searchWords.None} {
		s.found.query.SetText(typed)
		s.found.search(typed)
		got := Say(w.Canvas())
		if got.Option != want {
			t.Errorf("%q leads to %q, want %q", typed, got.Option, want)
		}
		if label := s.found.query.AccessibilityLabel(); label != got.Focus+". "+want {
			t.Errorf("the field is %q", label)
		}
	}
	s.found.close()
	if got := Say(w.Canvas()); got.Option != "" || got.Focus != "Country" {
		t.Errorf("after closing: %+v", got)
	}
}

// A dialog says its title, what is told in it, and what has the keyboard.
func TestSayDialog(t *testing.T) {
	w := show(t, NewLabel(LTR, Title, "Below"), 600, 600)
	d := ShowDialog(w.Canvas(), LTR, "Save", NewColumn(4, NewNotice(LTR, Slate, "Not encrypted")), func() {}, NewButton(LTR, Primary, "Save it", func() {}))
	got := Say(w.Canvas())
	if got.Heading != "Save" || !slices.Equal(got.Told, []Told{{false, "Not encrypted"}}) || got.Focus != "Save it" || got.Group != "Save" {
		t.Errorf("said %+v", got)
	}
	d.Hide()
	if got := Say(w.Canvas()); got.Heading != "Below" {
		t.Errorf("after it is gone: %+v", got)
	}
}
