package i18n

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Inserted values stand between isolates on a screen, literals do not; what is
// missing is marked.
func TestText(t *testing.T) {
	c := mustParse(t, "en", `{"plain": "Saved.", "two": "{a} of {b}.", "days": {"one": "{n} day", "other": "{n} days"}}`)
	tests := []struct {
		name string
		key  Key
		args Args
		want string
	}{
		{"literal", "plain", nil, "Saved."},
		{"values", "two", Args{"a": "x", "b": 7}, "\u2068x\u2069 of \u20687\u2069."},
		{"unused value", "plain", Args{"a": "x"}, "Saved."},
		{"missing value", "two", Args{"a": "x"}, "\u2068x\u2069 of \u2068⟦b⟧\u2069."},
		{"value of a wrong type", "two", Args{"a": 1.5, "b": "y"}, "\u2068⟦a⟧\u2069 of \u2068y\u2069."},
		{"missing key", "none.such", nil, "⟦none.such⟧"},
		{"one", "days", Args{"n": 1}, "\u20681\u2069 day"},
		{"many as int64", "days", Args{"n": int64(12)}, "\u206812\u2069 days"},
		{"large", "days", Args{"n": 12345}, "\u206812,345\u2069 days"},
		{"a year is not grouped", "two", Args{"a": 2026, "b": 9999}, "\u20682026\u2069 of \u20689999\u2069."},
		{"no number", "days", nil, "\u2068⟦n⟧\u2069 days"},
		{"number as text", "days", Args{"n": "1"}, "\u20681\u2069 days"},
	}
	for _, tt := range tests {
		if got := c.Text(tt.key, tt.args); got != tt.want {
			t.Errorf("%s: Text = %q; want %q", tt.name, got, tt.want)
		}
		plain := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(tt.want)
		if got := c.Plain(tt.key, tt.args); got != plain {
			t.Errorf("%s: Plain = %q; want %q", tt.name, got, plain)
		}
	}
}

// Parts keep apart what the catalog says and what was inserted, without
// isolates, and joined they are the plain text.
func TestParts(t *testing.T) {
	c := mustParse(t, "fr", `{"a": "Du {from} au {to}", "b": {"one": "{n} jour", "other": "{n} jours"}}`)
	got := c.Parts("a", Args{"from": "1er mai", "to": ""})
	want := []Part{{"Du ", ""}, {"1er mai", "from"}, {" au ", ""}, {"", "to"}}
	if !slices.Equal(got, want) {
		t.Errorf("Parts = %q; want %q", got, want)
	}
	if got, want := c.Parts("b", Args{"n": 0}), []Part{{"0", "n"}, {" jour", ""}}; !slices.Equal(got, want) {
		t.Errorf("Parts = %q; want %q", got, want)
	}
	if got, want := c.Parts("c", nil), []Part{{"⟦c⟧", ""}}; !slices.Equal(got, want) {
		t.Errorf("Parts = %q; want %q", got, want)
	}
}

// Changing what Parts returned does not change the catalog.
func TestPartsAreCopies(t *testing.T) {
	c := mustParse(t, "en", `{"a": "x {y}"}`)
	c.Parts("a", nil)[0].Text = "spoilt"
	if got := c.Plain("a", Args{"y": "z"}); got != "x z" {
		t.Errorf("after a change to the parts, Plain = %q", got)
	}
}

// The plural form follows the rules of CLDR in languages of two, three, four and
// six forms, for each edge of their ranges.
func TestPluralForms(t *testing.T) {
	tests := []struct {
		tag     Tag
		numbers []int64
		want    string
	}{
		{"en", []int64{0, 1, 2, 21, -1}, "other one other other one"},
		{"fr", []int64{0, 1, 2, 1_000_000}, "one one other other"},
		{"de", []int64{0, 1, 2, 101}, "other one other other"},
		{"ar", []int64{0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 1000, 1_000_003}, "zero one two few few many many other other other few few many other few"},
		{"pl", []int64{1, 2, 4, 5, 12, 14, 22, 25}, "one few few many many many few many"},
		{"cs", []int64{0, 1, 2, 4, 5}, "other one few few other"},
		{"sl", []int64{1, 2, 3, 5, 101, 102}, "one two few other one two"},
		{"lt", []int64{1, 2, 10, 11, 21}, "one few other other one"},
		{"lv", []int64{0, 1, 2, 10, 11, 21}, "zero one other zero zero one"},
		{"ga", []int64{1, 2, 3, 7, 11}, "one two few many other"},
		{"ja", []int64{0, 1, 2}, "other other other"},
		{"en", []int64{math.MinInt64, math.MaxInt64}, "other other"},
	}
	for _, tt := range tests {
		var got []string
		for _, n := range tt.numbers {
			got = append(got, formFor(tt.tag, n).String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s %v: %v; want %s", tt.tag, tt.numbers, got, tt.want)
		}
	}
}

// The categories that a catalog must have are those of whole numbers and
// "other".
func TestPluralCategories(t *testing.T) {
	tests := map[Tag]string{
		"en": "one other", "fr": "one other", "de": "one other", "ja": "other",
		"ar": "zero one two few many other", "pl": "one few many other", "cs": "one few other",
		"sl": "one two few other", "ga": "one two few many other", "mt": "one few many other",
	}
	for tag, want := range tests {
		if got := strings.Join(PluralCategories(tag), " "); got != want {
			t.Errorf("PluralCategories(%q) = %s; want %s", tag, got, want)
		}
	}
}

// Placeholders are those of all forms, sorted, with "n" for every plural.
func TestPlaceholders(t *testing.T) {
	c := mustParse(t, "en", `{"a": "{z} {b} {z}", "p": {"one": "a {x}", "other": "{x}"}, "l": "x"}`)
	tests := map[Key][]string{"a": {"b", "z"}, "p": {"n", "x"}, "l": nil, "none": nil}
	for k, want := range tests {
		if got := c.Placeholders(k); !reflect.DeepEqual(got, want) {
			t.Errorf("Placeholders(%q) = %v; want %v", k, got, want)
		}
	}
	if got := c.Keys(); !slices.Equal(got, []Key{"a", "l", "p"}) || !c.Has("a") || c.Has("none") {
		t.Errorf("Keys() = %v, Has(a) = %v, Has(none) = %v", got, c.Has("a"), c.Has("none"))
	}
}

// Merge lets the earlier catalog win, leaves its sources as they were, and
// never takes a text from another language.
func TestMerge(t *testing.T) {
	pack := mustParse(t, "de", `{"a": "aus dem Paket"}`)
	common := mustParse(t, "de", `{"a": "gemeinsam", "b": "gemeinsam"}`)
	english := mustParse(t, "en", `{"c": "english"}`)
	m := Merge(pack, common, english)
	if m.Tag() != "de" || m.Plain("a", nil) != "aus dem Paket" || m.Plain("b", nil) != "gemeinsam" {
		t.Errorf("Merge gave %q: %s", m.Tag(), m.Canonical())
	}
	if m.Has("c") {
		t.Error("Merge took a text of another language")
	}
	if pack.Has("b") || common.Plain("a", nil) != "gemeinsam" {
		t.Error("Merge changed its sources")
	}
	if empty := Merge(); empty.Tag() != "" || len(empty.Keys()) != 0 {
		t.Error("Merge of nothing is not empty")
	}
}

// Compare names each kind of difference once, in the order of keys.
func TestCompare(t *testing.T) {
	base := mustParse(t, "en", `{"a": "x {y}", "b": "x", "c": {"one": "x", "other": "y"}, "same": "{p}"}`)
	other := mustParse(t, "fr", `{"a": "x {z}", "c": "x", "d": "x", "same": "le {p}"}`)
	var got []string
	for _, f := range Compare(base, other) {
		got = append(got, f.String())
	}
	want := []string{
		`catalog "fr": key "a": inserts {z}, the base inserts {y}`,
		`catalog "fr": key "b": missing`,
		`catalog "fr": key "c": is plural in one catalog and plain in the other`,
		`catalog "fr": key "d": not in the base catalog`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("Compare = %q; want %q", got, want)
	}
}

// Nothing in an inserted value reaches outside its isolate: every isolate that
// it opens is closed, and no end in it closes the one around it.
func TestIsolate(t *testing.T) {
	tests := map[string]string{
		"":                           "\u2068\u2069",
		"مرحبا":                      "\u2068مرحبا\u2069",
		"a\u2069b":                   "\u2068ab\u2069",
		"a\u2067b":                   "\u2068a\u2067b\u2069\u2069",
		"\u2068nested\u2069":         "\u2068\u2068nested\u2069\u2069",
		"\u2066a\u2069\u2069b\u2067": "\u2068\u2066a\u2069b\u2067\u2069\u2069",
	}
	for in, want := range tests {
		if got := Isolate(in); got != want {
			t.Errorf("Isolate(%+q) = %+q; want %+q", in, got, want)
		}
	}
}
