package input

import (
	"strings"

	"recourse/forms"
)

// person reads a name: "Family, Given"; or two lines, the given name first; or
// "Given Family", where the last word is taken for the family name.
func person(raw string) forms.Person {
	if given, family, ok := strings.Cut(raw, "\n"); ok && len(lines(raw)) > 1 || ok && strings.ContainsFunc(raw, comma) {
		return forms.Person{Given: oneLine(given), Family: oneLine(family)}
	}
	raw = oneLine(raw)
	if i := strings.IndexFunc(raw, comma); i >= 0 {
		given := oneLine(strings.TrimLeftFunc(raw[i:], comma))
		if family := oneLine(raw[:i]); family != "" || given != "" {
			return forms.Person{Given: given, Family: family}
		}
	}
	if i := strings.LastIndexByte(raw, ' '); i >= 0 {
		return forms.Person{Given: oneLine(raw[:i]), Family: raw[i+1:]}
	}
	return forms.Person{Given: raw}
}

func comma(c rune) bool { return c == ',' || c == '،' }

// formatPerson writes "Family, Given", or two lines where a comma is part of
// the name.
func formatPerson(v forms.Person) string {
	switch {
	case strings.ContainsFunc(v.Given+v.Family, comma):
		return v.Given + "\n" + v.Family
	case v.Family == "" && !strings.Contains(v.Given, " "):
		return v.Given
	}
	return v.Family + ", " + v.Given
}
