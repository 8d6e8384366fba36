package input

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// Country reads a country: its code, or its name in the reader's language or in
// English, in any case and with or without diacritics.
func (r Reader) Country(raw string) (forms.Country, bool) {
	typed := fold(raw)
	code := strings.ToUpper(typed)
	if usual, ok := usualCode(code); ok {
		code = usual
	}
	if _, outside := i18n.Successors(code); outside || i18n.ValidCountry(code) {
		return forms.Country(code), true
	}
	found := r.countriesWhere(func(name string) bool { return name == typed })
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// FindCountries lists the countries whose names have a word that begins with
// what was typed, in the reader's language or in English, in the order of their
// codes; one that Country reads is the only one. Past States and disputed
// territories are among them: they can be chosen, and the person is told more.
func (r Reader) FindCountries(typed string) []forms.Country {
	if c, ok := r.Country(typed); ok {
		return []forms.Country{c}
	}
	typed = wordsIn(typed)
	if typed == " " {
		return nil
	}
	return r.countriesWhere(func(name string) bool { return strings.Contains(wordsIn(name), typed) })
}

func (r Reader) countriesWhere(fits func(name string) bool) []forms.Country {
	var out []forms.Country
	for _, code := range slices.Concat(i18n.Countries(), i18n.OutsideCountries()) {
		if fits(fold(i18n.Country(r.Lang, code))) || r.Lang != "en" && fits(fold(i18n.Country("en", code))) {
			out = append(out, forms.Country(code))
		}
	}
	return out
}

// usualCode is the ISO code for another one in wide use: those of the European
// Union's style guide for Greece and the United Kingdom, and two of three letters.
func usualCode(code string) (string, bool) {
	codes := []string{"EL", "GR", "UK", "GB", "USA", "US", "UAE", "AE"}
	i := slices.Index(codes, code)
	if i < 0 || i%2 == 1 {
		return "", false
	}
	return codes[i+1], true
}

// formatCountry writes the name, or the code where the name is not clear alone.
func (r Reader) formatCountry(v forms.Country) string {
	name := i18n.Country(r.Lang, string(v))
	if back, ok := r.Country(name); ok && back == v {
		return name
	}
	return string(v)
}
