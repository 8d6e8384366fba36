package routes_test

import (
	"slices"
	"strings"
	"testing"

	"recourse/forms/routes"
	"recourse/i18n"
)

// TestWords proves that each reason has its words in every locale catalog, with
// just the arguments that it gives, and that no words are left over.
func TestWords(t *testing.T) {
	for _, tag := range i18n.Locales() {
		words, _ := i18n.Locale(tag)
		keys := map[i18n.Key]bool{}
		for _, code := range routes.ReasonCodes() {
			keys[code.Key()] = true
			if !words.Has(code.Key()) {
				t.Errorf("%s: no words for %s", tag, code.Key())
				continue
			}
			if got, want := words.Placeholders(code.Key()), arguments()[code]; !slices.Equal(got, want) {
				t.Errorf("%s: %s inserts %v, want %v", tag, code.Key(), got, want)
			}
		}
		for _, k := range words.Keys() {
			if strings.HasPrefix(string(k), "routes.reason.") && !keys[k] {
				t.Errorf("%s: %s is no reason", tag, k)
			}
		}
	}
}
