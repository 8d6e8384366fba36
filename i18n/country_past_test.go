package i18n

import "testing"

// Every past State and disputed territory has a name in every language, and the
// countries in the place of a past State are countries of today.
func TestOutsideCountries(t *testing.T) {
	for _, code := range OutsideCountries() {
		if ValidCountry(code) {
			t.Errorf("%s is a country of today", code)
		}
		today, outside := Successors(code)
		if !outside || code[0] != 'X' && len(today) == 0 {
			t.Errorf("%s: %v %t", code, today, outside)
		}
		for _, c := range today {
			if !ValidCountry(c) {
				t.Errorf("%s: %s is no country of today", code, c)
			}
		}
		for _, tag := range Locales() {
			if Country(tag, code) == code {
				t.Errorf("%s: %s has no name", tag, code)
			}
		}
	}
}
