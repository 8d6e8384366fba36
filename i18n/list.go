package i18n

import (
	"strconv"
	"strings"
)

// List returns the items joined as a sentence of the language joins them: "a, b
// and c". The words come from the locale catalog; a language without one gets
// commas. No isolates are added: for a screen, pass items through Isolate first
// if they may be of another direction.
func List(t Tag, items []string) string {
	var b strings.Builder
	for _, p := range ListParts(t, items) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// ListParts returns the pieces of List in order: a literal for each joining
// word, and for each item a part whose Arg is the item's index in decimal.
func ListParts(t Tag, items []string) []Part {
	if len(items) == 0 {
		return nil
	}
	c, known := Locale(t)
	parts := []Part{{Text: items[0], Arg: "0"}}
	for i, item := range items[1:] {
		parts = append(parts,
			Part{Text: joiner(c, known, i+2, len(items))},
			Part{Text: item, Arg: strconv.Itoa(i + 1)})
	}
	return parts
}

// joiner returns what stands before the nth of total items: the literal between
// {a} and {b} of the pattern that applies there.
func joiner(c *Catalog, known bool, nth, total int) string {
	if !known {
		return ", "
	}
	k := Key("list.middle")
	switch {
	case total == 2:
		k = "list.pair"
	case nth == total:
		k = "list.end"
	}
	pattern := c.Plain(k, Args{"a": "\x00", "b": "\x00"})
	return strings.Trim(pattern, "\x00")
}
