package i18n

import (
	"slices"
	"testing"
)

// TestSort proves that letters with marks stand where readers of the language
// look for them, and not behind the alphabet.
func TestSort(t *testing.T) {
	for _, c := range []struct {
		tag  Tag
		want []string
	}{
		{"de", []string{"Österreich", "Portugal", "Zypern"}},
		{"fr", []string{"Égypte", "Estonie", "Zambie"}},
		{"ar", []string{"البرازيل", "الصين", "تونس", "كندا"}},
	} {
		got := slices.Clone(c.want)
		slices.Reverse(got)
		if Sort(c.tag, got, func(s string) string { return s }); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.tag, got)
		}
	}
}
