package forms

import (
	"regexp"
	"strings"
)

// ID names an item of a procedure: a question, a repeat, a section, a notice.
// It has the form "owner.name", where the owner is a common section ("person")
// or a procedure ("gdpr-art77-complaint"); common ids are global, which is what
// makes one case serve every procedure.
type ID string

// Owner returns the part before the dot: a common section or a procedure.
func (id ID) Owner() string {
	owner, _, _ := strings.Cut(string(id), ".")
	return owner
}

// Name returns the part after the dot.
func (id ID) Name() string {
	_, name, _ := strings.Cut(string(id), ".")
	return name
}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// Valid tells whether the id has the form owner.name.
func (id ID) Valid() bool { return idForm.MatchString(string(id)) }

// Path is the place of one answer in a case: the id of a question, or
// "repeat/item/question" for a question inside an item of a repeat, and
// "repeat/item/repeat/item/question" two deep. Items are UUIDs, never indexes,
// so that a path stays true when items are added, removed or moved.
type Path string

// Question returns the last id of the path: the question or repeat it leads to.
func (p Path) Question() ID {
	return ID(p[strings.LastIndexByte(string(p), '/')+1:])
}

// Prefix returns all before the last id: "" at the top, else "repeat/item/".
func (p Path) Prefix() string {
	return string(p[:strings.LastIndexByte(string(p), '/')+1])
}

// Item returns the item that the path lies in, "" at the top.
func (p Path) Item() string {
	prefix := strings.TrimSuffix(p.Prefix(), "/")
	return prefix[strings.LastIndexByte(prefix, '/')+1:]
}

// Depth counts the repeats that the path goes through: 0 at the top.
func (p Path) Depth() int { return strings.Count(string(p), "/") / 2 }

// In returns the path of a question in the item of the repeat at p.
func (p Path) In(item string, q ID) Path {
	return p + "/" + Path(item) + "/" + Path(q)
}

var itemForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// ValidItem tells whether s is a UUID in its canonical lower-case form, as the
// ids of cases, of items of repeats and of exhibits are.
func ValidItem(s string) bool { return itemForm.MatchString(s) }

// Valid tells whether p has the form of a path, at most two repeats deep.
func (p Path) Valid() bool {
	parts := strings.Split(string(p), "/")
	if len(parts)%2 == 0 || len(parts) > 5 {
		return false
	}
	for i, part := range parts {
		if i%2 == 0 && !ID(part).Valid() || i%2 == 1 && !ValidItem(part) {
			return false
		}
	}
	return true
}
