package i18n

import (
	"bytes"
	"strings"
	"testing"
)

// Each broken catalog is refused with an error that names the fault and, where
// there is one, the key.
func TestParseCatalogRefuses(t *testing.T) {
	tests := []struct {
		name string
		tag  Tag
		data string
		want string
	}{
		{"no tag", "", `{}`, "parse language tag"},
		{"empty file", "en", ``, "not JSON"},
		{"not an object", "en", `["a"]`, "must be one JSON object"},
		{"cut off", "en", `{"a": "b"`, "not JSON"},
		{"something behind", "en", `{"a": "b"} {}`, "something follows"},
		{"byte order mark", "en", "\ufeff{}", "not JSON"},
		{"not UTF-8", "en", "{\"a\": \"\xff\"}", "not valid UTF-8"},
		{"too large", "en", strings.Repeat(" ", MaxCatalog+1), "more than the"},
		{"key twice", "en", `{"a.b": "x", "a.b": "y"}`, `key "a.b": the key comes twice`},
		{"empty key", "en", `{"": "x"}`, `key "": a key is made of`},
		{"key with space", "en", `{"a b": "x"}`, `key "a b": a key is made of`},
		{"key with empty part", "en", `{"a..b": "x"}`, `key "a..b": a key is made of`},
		{"key ending in a dot", "en", `{"a.": "x"}`, `key "a.": a key is made of`},
		{"number for a text", "en", `{"a": 1}`, `key "a": the value must be`},
		{"list for a text", "en", `{"a": ["x"]}`, `key "a": the value must be`},
		{"null for a text", "en", `{"a": null}`, `key "a": the value must be`},
		{"nested too deep", "en", `{"a": {"other": {"other": "x"}}}`, `key "a": category "other"`},
		{"unknown category", "en", `{"a": {"one": "x", "some": "y", "other": "z"}}`, `key "a": "some" is no plural category`},
		{"category of other languages", "en", `{"a": {"one": "x", "few": "y", "other": "z"}}`, `key "a": the language does not use the category "few"`},
		{"category twice", "en", `{"a": {"one": "x", "one": "y", "other": "z"}}`, `key "a": the category "one" comes twice`},
		{"other missing", "en", `{"a": {"one": "x"}}`, `key "a": the category "other" is missing`},
		{"no category", "en", `{"a": {}}`, `key "a": the category "other" is missing`},
		{"one missing", "de", `{"a": {"other": "x"}}`, `key "a": the category "one" is missing`},
		{"two missing in Arabic", "ar", `{"a": {"zero":"x","one":"x","few":"x","many":"x","other":"x"}}`, `key "a": the category "two" is missing`},
		{"few missing in Polish", "pl", `{"a": {"one":"x","many":"x","other":"x"}}`, `key "a": the category "few" is missing`},
		{"forms insert differently", "en", `{"a": {"one": "{n} {x}", "other": "{n}"}}`, `key "a": the category "one" inserts`},
		{"number left out of a form for several", "fr", `{"a": {"one": "un jour", "other": "{n} jours"}}`, `key "a": the category "one" inserts`},
		{"brace not closed", "en", `{"a": "x {date"}`, `key "a": a "{" begins no placeholder`},
		{"brace not opened", "en", `{"a": "x date}"}`, `key "a": a "}" has no "{"`},
		{"placeholder without name", "en", `{"a": "x {}"}`, `key "a": a "{" begins no placeholder`},
		{"placeholder in capitals", "en", `{"a": "x {Date}"}`, `key "a": a "{" begins no placeholder`},
		{"placeholder with space", "en", `{"a": "x { date }"}`, `key "a": a "{" begins no placeholder`},
		{"braces in braces", "en", `{"a": "x {{date}}"}`, `key "a": a "{" begins no placeholder`},
		{"empty text", "en", `{"a": ""}`, `key "a": the text is empty`},
		{"blank text", "en", `{"a": " \n"}`, `key "a": the text is empty`},
		{"space at the end", "en", `{"a": "x "}`, `key "a": the text begins or ends with white space`},
		{"tab", "en", `{"a": "x\ty"}`, `key "a": the text holds the control character U+0009`},
		{"override", "en", `{"a": "x\u202ey"}`, `key "a": the text holds the direction control U+202E`},
		{"isolate", "ar", `{"a": "x\u2068y\u2069z"}`, `key "a": the text holds the direction control U+2068`},
		{"half a surrogate", "en", `{"a": "x\ud800y"}`, `key "a": the text holds a character that was lost`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := ParseCatalog(tt.tag, []byte(tt.data))
			if err == nil {
				t.Fatalf("parsed to %d keys; want an error with %q", len(c.Keys()), tt.want)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q; want it to hold %q", err, tt.want)
			}
		})
	}
}

// All faults of a file are told at once, so a translator sees them together.
func TestParseCatalogTellsAllFaults(t *testing.T) {
	_, err := ParseCatalog("en", []byte(`{"a": "", "b": "{", "c": {"other": "x"}}`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, key := range []string{`key "a"`, `key "b"`, `key "c"`} {
		if !strings.Contains(err.Error(), key) {
			t.Errorf("error %q does not name %s", err, key)
		}
	}
}

// Whatever order and spacing a file has, its canonical form is one, reads back
// to the same catalog, and is a fixed point.
func TestCanonical(t *testing.T) {
	messy := `{"b":{"other":"{n} <days> & more","one":"{n} day"},
		"a":"Zeile\nzwei \"{x}\" – \u00e4"}`
	want := "{\n" +
		"  \"a\": \"Zeile\\nzwei \\\"{x}\\\" – ä\",\n" +
		"  \"b\": {\n    \"one\": \"{n} day\",\n    \"other\": \"{n} <days> & more\"\n  }\n" +
		"}\n"
	c := mustParse(t, "de", messy)
	if got := string(c.Canonical()); got != want {
		t.Errorf("Canonical() = %s; want %s", got, want)
	}
	again := mustParse(t, "de", want)
	if !bytes.Equal(again.Canonical(), c.Canonical()) {
		t.Error("the canonical form of a canonical file differs from it")
	}
	if got := string(mustParse(t, "en", "{}").Canonical()); got != "{}\n" {
		t.Errorf("Canonical() of an empty catalog = %q", got)
	}
}

// FuzzParseCatalog: no input makes the parser panic, and what it accepts comes
// back unchanged through the canonical form.
func FuzzParseCatalog(f *testing.F) {
	f.Add("en", `{"a": "text with {name}", "b": {"one": "{n} day", "other": "{n} days"}}`)
	f.Add("ar", `{"a": {"zero":"لا شيء","one":"يوم","two":"يومان","few":"{n} أيام","many":"{n} يومًا","other":"{n} يوم"}}`)
	f.Add("fr", `{"a": "x", "a": "y"}`)
	f.Add("de", `{"a": {"other": {}}}`)
	f.Add("pl", `{"a": "{" , "b": 1`)
	f.Fuzz(func(t *testing.T, tag, data string) {
		c, err := ParseCatalog(Tag(tag), []byte(data))
		if err != nil {
			return
		}
		again, err := ParseCatalog(Tag(tag), c.Canonical())
		if err != nil {
			t.Fatalf("canonical form is refused: %v", err)
		}
		if !bytes.Equal(c.Canonical(), again.Canonical()) {
			t.Fatal("canonical form is no fixed point")
		}
		if faults := Compare(c, again); len(faults) > 0 {
			t.Fatalf("canonical form differs: %v", faults)
		}
		for _, k := range c.Keys() {
			c.Text(k, Args{"n": 3})
		}
	})
}

func mustParse(t *testing.T, tag Tag, data string) *Catalog {
	t.Helper()
	c, err := ParseCatalog(tag, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return c
}
