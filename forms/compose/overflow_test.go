package compose

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/forms/doc"
)

// letterless takes all white space out of a value, and the note.
func letterless(values ...[]doc.Runs) string {
	var b strings.Builder
	for _, value := range values {
		for _, runs := range value {
			for _, r := range runs {
				if r.Ref == "" {
					b.WriteString(r.Text)
				}
			}
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, b.String())
}

// Nothing is lost by a cut, whatever the text, the limit and the way of counting,
// and what stays fits with the reference to the rest, unless the limit is smaller
// than that. Each piece keeps its origin.
func TestCutLosesNothing(t *testing.T) {
	note := doc.Run{Text: "(see annex)", Ref: "annex-1"}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"word", "Wort. ", " ", "\n", "🇩🇪", "e\u0301", "👩\u200d👧", "كلمة ", "x", strings.Repeat("y", 30), "Satz! "})
		var value []doc.Runs
		for range rapid.IntRange(1, 3).Draw(t, "paragraphs") {
			text := strings.Join(rapid.SliceOfN(word, 1, 40).Draw(t, "words"), "")
			value = append(value, doc.Runs{{Text: text, From: "a"}, {Text: "end", From: "b", Lang: "ar"}})
		}
		l := forms.Limit{Characters: rapid.IntRange(1, 120).Draw(t, "limit"), Unit: rapid.SampledFrom([]forms.CountUnit{"", forms.UTF16, forms.Codepoints, forms.Graphemes}).Draw(t, "unit")}
		if rapid.Bool().Draw(t, "by lines") {
			l = forms.Limit{Lines: rapid.IntRange(1, 6).Draw(t, "lines"), Columns: rapid.IntRange(5, 40).Draw(t, "columns")}
		}
		if fits(value, l) {
			return
		}
		kept, rest := cut(value, l, note)
		if got, want := letterless(kept, rest), letterless(value); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		least := used([]doc.Runs{{note}}, l)
		if n := used(kept, l); n > max(l.Characters, l.Lines) && n > least {
			t.Fatalf("%d of %+v: %q", n, l, letterless(kept))
		}
		for _, runs := range append(kept, rest...) {
			for _, r := range runs {
				if r.From == "" && r.Ref == "" && r.Text != " " {
					t.Fatalf("%q has no origin", r.Text)
				}
			}
		}
	})
}

// A cut comes behind a sentence where one ends late enough, else between words,
// else between what readers take for characters.
func TestCutComesBetweenWords(t *testing.T) {
	note := doc.Run{Text: "(more)", Ref: "x"}
	for _, c := range []struct {
		name, text string
		limit      forms.Limit
		want       string
	}{
		{"sentence", "One two three four. Five six seven", forms.Limit{Characters: 28}, "One two three four. (more)"},
		{"word", "One. Two three four five six seven", forms.Limit{Characters: 28}, "One. Two three four (more)"},
		{"no word ends", strings.Repeat("x", 40), forms.Limit{Characters: 20}, "xxxxxxxxxxxxx (more)"},
		{"flags are whole", strings.Repeat("🇩🇪", 9), forms.Limit{Characters: 20}, "🇩🇪🇩🇪🇩🇪 (more)"},
		{"flags as readers count", strings.Repeat("🇩🇪", 20), forms.Limit{Characters: 12, Unit: forms.Graphemes}, "🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪 (more)"},
		{"flags as Unicode counts", strings.Repeat("🇩🇪", 20), forms.Limit{Characters: 12, Unit: forms.Codepoints}, "🇩🇪🇩🇪 (more)"},
		{"lines", "one two three four five six", forms.Limit{Lines: 2, Columns: 9}, "one two|(more)"},
		{"no room for the note", "one two three", forms.Limit{Characters: 5}, "(more)"},
	} {
		kept, _ := cut([]doc.Runs{{{Text: c.text, From: "a"}}}, c.limit, note)
		var got []string
		for _, runs := range kept {
			got = append(got, runs.String())
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// Addresses have the order of their country.
func TestAddressesFollowTheirCountry(t *testing.T) {
	w := &writer{lang: "en"}
	for country, want := range map[forms.Country][]string{
		"DE": {"S 1", "123 City", "Region", "Germany"}, "GB": {"S 1", "City", "Region", "123", "United Kingdom"},
		"US": {"S 1", "City Region 123", "United States"}, "IT": {"S 1", "123 City Region", "Italy"},
		"LV": {"S 1", "City, 123", "Region", "Latvia"}, "": {"S 1", "123 City", "Region"},
	} {
		got := w.addressLines(forms.Address{Lines: []string{"S 1"}, Postcode: "123", City: "City", Region: "Region", Country: country})
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", country, got)
		}
	}
	if got := w.addressLines(forms.Address{City: "Riga", Country: "LV"}); !slices.Equal(got, []string{"Riga", "Latvia"}) {
		t.Errorf("%q", got)
	}
}

// What stands in both languages stands side by side, whatever one of them lacks.
func TestSidesAreAligned(t *testing.T) {
	list := func(keys string) []unit {
		var out []unit
		for _, k := range strings.Fields(keys) {
			out = append(out, unit{k, []doc.Block{doc.Paragraph{Number: k}}})
		}
		return out
	}
	for _, c := range []struct{ a, b, want string }{
		{"1 2 3", "1 2 3", "1=1 2=2 3=3"},
		{"1 2 3", "1 3", "1=1 2= 3=3"},
		{"1 x y 3", "1 y z 3", "1=1 x= y=y =z 3=3"},
		{"", "1", "=1"},
		{"1 1", "1", "1=1 1="},
	} {
		var got []string
		for _, row := range aligned(list(c.a), list(c.b)) {
			side := [2]string{}
			for k, blocks := range row {
				for _, b := range blocks {
					side[k] += b.(doc.Paragraph).Number
				}
			}
			got = append(got, side[0]+"="+side[1])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q beside %q: %q", c.a, c.b, got)
		}
	}
}

// The controls around a value, which hold its direction on the page, are not
// typed into a form: no way of counting counts them.
func TestControlsAreNotCounted(t *testing.T) {
	value := []doc.Runs{{{Text: "\u20662026/MB-19\u2069 \u2068كلمة\u2069"}}}
	for _, unit := range []forms.CountUnit{"", forms.UTF16, forms.Codepoints, forms.Graphemes} {
		if n := used(value, forms.Limit{Characters: 100, Unit: unit}); n != 15 {
			t.Errorf("%q counts %d, want 15", unit, n)
		}
	}
}
