package i18n

import (
	"bytes"
	"encoding/json"
)

// Canonical returns the one form in which a catalog is stored: UTF-8, keys
// sorted by their bytes, two spaces of indent, plural categories in the order
// of CLDR, one line end at the end. A file is canonical if it equals the
// Canonical of what ParseCatalog reads from it.
func (c *Catalog) Canonical() []byte {
	var b bytes.Buffer
	b.WriteString("{")
	for i, k := range c.Keys() {
		separate(&b, i, "  ")
		b.Write(quoted(string(k)))
		b.WriteString(": ")
		writeEntry(&b, c.entries[k])
	}
	if len(c.entries) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

func writeEntry(b *bytes.Buffer, m entry) {
	if !m.plural {
		b.Write(quoted(m.forms[other].source()))
		return
	}
	b.WriteString("{")
	written := 0
	for f, t := range m.forms {
		if t == nil {
			continue
		}
		separate(b, written, "    ")
		b.Write(quoted(form(f).String()))
		b.WriteString(": ")
		b.Write(quoted(t.source()))
		written++
	}
	b.WriteString("\n  }")
}

func separate(b *bytes.Buffer, before int, indent string) {
	if before > 0 {
		b.WriteString(",")
	}
	b.WriteString("\n" + indent)
}

// quoted returns s as a JSON string that leaves "<", ">" and "&" readable.
// Encoding a string cannot fail.
func quoted(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
