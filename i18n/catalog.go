package i18n

import (
	"maps"
	"slices"
	"strings"
)

// Key names one text of a catalog by its place, such as "problem.required.what".
type Key string

// Args are the values for the placeholders of a text. A value is a string, an
// int or an int64; anything else is a programming error. A whole number is
// written with the language's grouping from 10,000 on, in the digits of the
// catalog. The argument "n" picks
// the plural form and must be a whole number.
type Args map[string]any

// Catalog is the flat set of texts of one language. It never changes once it is
// made and may be shared. Make one with ParseCatalog, Locale or Merge.
type Catalog struct {
	tag     Tag
	digits  Digits // of the numbers that are inserted; "" for Western ones
	entries map[Key]entry
}

// entry is one text. A plural one has a template for every category that its
// language needs; a plain one has only that of "other".
type entry struct {
	plural bool
	forms  [formCount]template
}

// Tag returns the language of the catalog.
func (c *Catalog) Tag() Tag { return c.tag }

// Has tells whether the catalog has a text for the key.
func (c *Catalog) Has(k Key) bool {
	_, ok := c.entries[k]
	return ok
}

// Keys returns all keys, sorted.
func (c *Catalog) Keys() []Key { return slices.Sorted(maps.Keys(c.entries)) }

// Placeholders returns the names that the text of a key inserts, sorted, each
// once. For a plural text they include "n" whether or not a form writes it. A
// key that the catalog lacks has none.
func (c *Catalog) Placeholders(k Key) []string { return c.entries[k].names() }

func (m entry) names() []string {
	var names []string
	for _, t := range m.forms {
		names = append(names, t.names()...)
	}
	if m.plural {
		names = append(names, "n")
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Text returns the text of a key with the values of its placeholders, each
// wrapped in isolates (FSI and PDI), for a screen. A key that the catalog lacks
// gives "⟦key⟧", and a value that is missing or of a wrong type "⟦name⟧".
func (c *Catalog) Text(k Key, a Args) string {
	var b strings.Builder
	for _, p := range c.Parts(k, a) {
		if p.Arg == "" {
			b.WriteString(p.Text)
			continue
		}
		b.WriteString(Isolate(p.Text))
	}
	return b.String()
}

// Plain returns the text of a key like Text, but without isolates: for places
// that cannot hold them, such as file names and document properties.
func (c *Catalog) Plain(k Key, a Args) string {
	var b strings.Builder
	for _, p := range c.Parts(k, a) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Parts returns the text of a key as its pieces in order, for a document that
// keeps the origin of every value. Each literal and each value is a piece of its
// own, a value even where it is empty, and no isolates are added. Missing keys
// and values show as in Text.
func (c *Catalog) Parts(k Key, a Args) []Part {
	m, ok := c.entries[k]
	if !ok {
		return []Part{{Text: visible(string(k))}}
	}
	t := m.pick(c.tag, a)
	parts := make([]Part, len(t))
	for i, p := range t {
		if p.Arg != "" {
			p.Text = c.value(p.Arg, a)
		}
		parts[i] = p
	}
	return parts
}

// pick returns the template for the argument "n", or that of "other".
func (m entry) pick(t Tag, a Args) template {
	if !m.plural {
		return m.forms[other]
	}
	n, ok := whole(a["n"])
	if !ok {
		return m.forms[other]
	}
	return m.forms[formFor(t, n)]
}

func (c *Catalog) value(name string, a Args) string {
	if s, ok := a[name].(string); ok {
		return s
	}
	if n, ok := whole(a[name]); ok {
		return count(c.Writing(), n)
	}
	return visible(name)
}

func whole(v any) (int64, bool) {
	switch n := v.(type) {
	case int:
		return int64(n), true
	case int64:
		return n, true
	}
	return 0, false
}

// visible marks what is missing so that nobody takes it for a text.
func visible(s string) string { return "⟦" + s + "⟧" }

// Merge lays catalogs of one language over each other: where two have a key,
// the earlier one wins. It never mixes languages: a catalog whose tag differs
// from the first one's is left out, and its keys then show as missing. Without
// arguments it returns an empty catalog of no language.
func Merge(cs ...*Catalog) *Catalog {
	merged := &Catalog{entries: map[Key]entry{}}
	if len(cs) > 0 {
		merged.tag, merged.digits = cs[0].tag, cs[0].digits
	}
	for _, c := range slices.Backward(cs) {
		if c.tag == merged.tag {
			maps.Copy(merged.entries, c.entries)
		}
	}
	return merged
}
