package i18n

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The catalogs that the program ships, and which of them serves a region.
func TestLocales(t *testing.T) {
	if got := Locales(); !slices.Equal(got, []Tag{"ar", "de", "en", "fr"}) {
		t.Errorf("Locales() = %v", got)
	}
	if c, ok := Locale("fr-CA"); !ok || c.Tag() != "fr" {
		t.Error(`Locale("fr-CA") is not the French one`)
	}
	if c, ok := Locale("vo"); ok || c != nil {
		t.Error(`Locale("vo") gave a catalog of another language`)
	}
}

// Every catalog has the keys, placeholders and plurals of the English one.
func TestLocalesAgree(t *testing.T) {
	base, _ := Locale("en")
	for _, tag := range Locales() {
		c, _ := Locale(tag)
		for _, f := range Compare(base, c) {
			t.Error(f)
		}
	}
}

// Every file is in canonical form, so that a change shows as what it is.
func TestLocalesAreCanonical(t *testing.T) {
	for _, tag := range Locales() {
		data, err := localeFiles.ReadFile("locales/" + string(tag) + ".json")
		if err != nil {
			t.Fatal(err)
		}
		c, _ := Locale(tag)
		if string(data) != string(c.Canonical()) {
			t.Errorf("locales/%s.json is not in canonical form", tag)
		}
	}
}

// Faults of typing that readers of a language would notice: straight
// apostrophes, double spaces, plain spaces where French wants one that does not
// break, and other letters or digits than the language's in Arabic.
func TestLocalesAreTypeset(t *testing.T) {
	everywhere := regexp.MustCompile(`'|  |"`)
	french := regexp.MustCompile(` [:;?!»]|« |[^ \x{a0}][;?!»]|[^ \x{a0}sp]:[^/]`)
	arabic := regexp.MustCompile(`[٠-٩۰-۹,;?]`)
	for _, tag := range Locales() {
		c, _ := Locale(tag)
		for _, k := range c.Keys() {
			for _, form := range c.entries[k].forms {
				s := form.source()
				if bad := everywhere.FindString(s); bad != "" {
					t.Errorf("%s: %s: %q in %q", tag, k, bad, s)
				}
				if bad := french.FindString(s); tag == "fr" && bad != "" {
					t.Errorf("%s: %s: %q in %q", tag, k, bad, s)
				}
				if bad := arabic.FindString(s); tag == "ar" && bad != "" {
					t.Errorf("%s: %s: %q in %q", tag, k, bad, s)
				}
			}
		}
	}
}

// Arabic texts are in Arabic and the others are not: no text was left in the
// language it was copied from.
func TestLocalesAreInTheirScript(t *testing.T) {
	letters := regexp.MustCompile(`\p{Arabic}`)
	for _, tag := range Locales() {
		c, _ := Locale(tag)
		for _, k := range c.Keys() {
			var words strings.Builder
			for _, p := range c.entries[k].forms[other] {
				words.WriteString(p.Text)
			}
			if !regexp.MustCompile(`\pL`).MatchString(words.String()) {
				continue
			}
			if got := letters.MatchString(words.String()); got != (tag == "ar") {
				t.Errorf("%s: %s: %q is in another script", tag, k, words.String())
			}
		}
	}
}
