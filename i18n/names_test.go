package i18n

import (
	"slices"
	"testing"

	"golang.org/x/text/language"
)

// Names of countries, with those that changed since the CLDR release in use.
func TestCountry(t *testing.T) {
	tests := []struct {
		tag        Tag
		code, want string
	}{
		{"en", "DE", "Germany"}, {"fr", "DE", "Allemagne"}, {"de", "DE", "Deutschland"}, {"ar", "DE", "ألمانيا"},
		{"en", "GB", "United Kingdom"}, {"ar-MA", "MA", "المغرب"}, {"pl", "DE", "Niemcy"},
		{"en", "MK", "North Macedonia"}, {"de", "SZ", "Eswatini"}, {"fr", "CD", "République démocratique du Congo"},
		{"en", "XK", "Kosovo"}, {"de", "EU", "EU"}, {"en", "de", "de"}, {"en", "", ""},
	}
	for _, tt := range tests {
		check(t, "Country", tt.tag, Country(tt.tag, tt.code), tt.want)
	}
}

// There are 249 officially assigned codes and Kosovo, each known to CLDR and
// each with a name in every language that has a catalog.
func TestCountries(t *testing.T) {
	all := Countries()
	if len(all) != 250 || !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != 250 {
		t.Errorf("%d codes; want 250, sorted, each once", len(all))
	}
	for _, code := range all {
		if region, err := language.ParseRegion(code); err != nil || region.String() != code {
			t.Errorf("%q is no region: %v", code, err)
		}
		for _, tag := range Locales() {
			if name := Country(tag, code); name == code || name == "" {
				t.Errorf("Country(%q, %q) = %q; want a name", tag, code, name)
			}
		}
	}
	for _, code := range []string{"", "D", "de", "EU", "UK", "UN", "SU", "DE FR", " "} {
		if ValidCountry(code) {
			t.Errorf("ValidCountry(%q)", code)
		}
	}
}

// Names of languages in a sentence, and of each language in itself.
func TestLanguage(t *testing.T) {
	tests := []struct {
		tag, lang Tag
		want      string
	}{
		{"en", "de", "German"}, {"fr", "de", "allemand"}, {"de", "fr", "Französisch"}, {"ar", "en", "الإنجليزية"},
		{"en", "ar", "Arabic"}, {"de", "ar-TN", "Arabisch (Tunesien)"}, {"en", "qaa", "qaa"},
	}
	for _, tt := range tests {
		check(t, "Language", tt.tag, Language(tt.tag, tt.lang), tt.want)
	}
	self := map[Tag]string{"en": "English", "fr": "Français", "de": "Deutsch", "ar": "العربية", "ka": "ქართული", "qaa": "qaa"}
	for tag, want := range self {
		check(t, "Self", tag, Self(tag), want)
	}
}

// Lists of no, one, two and more items, joined as each language joins them.
func TestList(t *testing.T) {
	items := []string{"a", "b", "c", "d"}
	tests := []struct {
		tag  Tag
		n    int
		want string
	}{
		{"en", 0, ""}, {"en", 1, "a"}, {"en", 2, "a and b"}, {"en", 3, "a, b and c"}, {"en", 4, "a, b, c and d"},
		{"fr", 3, "a, b et c"}, {"de-CH", 2, "a und b"}, {"ar", 2, "a وb"}, {"ar", 3, "a وb وc"},
		{"vo", 3, "a, b, c"},
	}
	for _, tt := range tests {
		check(t, "List", tt.tag, List(tt.tag, items[:tt.n]), tt.want)
	}
	got := ListParts("de", []string{"x", "", "und"})
	want := []Part{{"x", "0"}, {", ", ""}, {"", "1"}, {" und ", ""}, {"und", "2"}}
	if !slices.Equal(got, want) {
		t.Errorf("ListParts = %q; want %q", got, want)
	}
}
