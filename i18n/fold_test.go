package i18n_test

import (
	"slices"
	"testing"

	"recourse/i18n"
)

// What a person types finds what is written with other case, marks or signs.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Österreich": "osterreich", "Łódź": "lodz", "Straße": "strasse", "İstanbul": "istanbul", "D’Avray": "d'avray",
		"أفغانستان": "افغانستان", "سورية": "سوريه", "Ελλάδα": "ελλαδα", " a\u00a0b ": "a b", "ﬁle": "file",
	} {
		if got := i18n.Fold(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := i18n.FoldWords("Saint-Barthélemy (FR)"); got != " saint barthelemy fr" {
		t.Errorf("the words are %q", got)
	}
}

// A country is looked for by its name in its own language, in English, and by its
// code; one whose language is not known by the latter two.
func TestCountryNames(t *testing.T) {
	for code, want := range map[string]string{"DE": "Deutschland", "EG": "مصر", "GR": "Ελλάδα", "JP": "日本", "AQ": "Antarctica"} {
		names := i18n.CountryNames(code)
		if !slices.Contains(names, want) || !slices.Contains(names, code) || !slices.Contains(names, i18n.Country("en", code)) {
			t.Errorf("%s is looked for by %q", code, names)
		}
	}
}
