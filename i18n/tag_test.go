package i18n

import "testing"

// ParseTag accepts languages in any spelling, gives the canonical one, and
// refuses what names no language or carries settings.
func TestParseTag(t *testing.T) {
	good := map[string]Tag{
		"en": "en", "EN-us": "en-US", "en_GB": "en-GB", "deu": "de",
		"iw": "he", "zh-hant": "zh-Hant", "pt-BR": "pt-BR",
	}
	for in, want := range good {
		if got, err := ParseTag(in); err != nil || got != want {
			t.Errorf("ParseTag(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "und", "x-private", "de-u-nu-arab", "english", "qq-", "12", "C.UTF-8"} {
		if got, err := ParseTag(in); err == nil {
			t.Errorf("ParseTag(%q) = %q; want an error", in, got)
		}
	}
}

// Script and direction follow from the tag, named or usual.
func TestScriptAndDir(t *testing.T) {
	tests := []struct {
		tag    Tag
		script string
		dir    Dir
	}{
		{"en", "Latn", LTR}, {"fr", "Latn", LTR}, {"el", "Grek", LTR}, {"bg", "Cyrl", LTR},
		{"ar", "Arab", RTL}, {"fa", "Arab", RTL}, {"ur", "Arab", RTL}, {"he", "Hebr", RTL},
		{"dv", "Thaa", RTL}, {"sr-Latn", "Latn", LTR}, {"sr", "Cyrl", LTR}, {"az-Arab", "Arab", RTL},
		{"", "Zzzz", LTR}, {"not a tag", "Zzzz", LTR},
	}
	for _, tt := range tests {
		if got := tt.tag.Script(); got != tt.script {
			t.Errorf("Tag(%q).Script() = %q; want %q", tt.tag, got, tt.script)
		}
		if got := tt.tag.Dir(); got != tt.dir {
			t.Errorf("Tag(%q).Dir() = %v; want %v", tt.tag, got, tt.dir)
		}
	}
}

// Match keeps the order of wishes, ignores regions, and never gives a language
// that nobody asked for.
func TestMatch(t *testing.T) {
	tests := []struct {
		name       string
		want, have []Tag
		best       Tag
		ok         bool
	}{
		{"equal", []Tag{"fr"}, []Tag{"en", "fr"}, "fr", true},
		{"equal before related region", []Tag{"pt-PT"}, []Tag{"pt-BR", "pt-PT"}, "pt-PT", true},
		{"region of the wish ignored", []Tag{"fr-BE"}, []Tag{"en", "fr"}, "fr", true},
		{"region of the offer ignored", []Tag{"en"}, []Tag{"de", "en-GB"}, "en-GB", true},
		{"second wish", []Tag{"mt", "ar-TN"}, []Tag{"en", "ar"}, "ar", true},
		{"first wish wins over order of offer", []Tag{"de", "en"}, []Tag{"en", "de"}, "de", true},
		{"scripts differ", []Tag{"zh-Hant"}, []Tag{"zh-Hans"}, "", false},
		{"script inferred from region", []Tag{"zh-TW"}, []Tag{"zh-Hans", "zh-Hant"}, "zh-Hant", true},
		{"retired name", []Tag{"no"}, []Tag{"nb"}, "nb", true},
		{"related language is none", []Tag{"nb"}, []Tag{"da", "sv"}, "", false},
		{"no wish", nil, []Tag{"en"}, "", false},
		{"no offer", []Tag{"en"}, nil, "", false},
	}
	for _, tt := range tests {
		if best, ok := Match(tt.want, tt.have); best != tt.best || ok != tt.ok {
			t.Errorf("%s: Match(%v, %v) = %q, %v; want %q, %v", tt.name, tt.want, tt.have, best, ok, tt.best, tt.ok)
		}
	}
}
