package i18n

import (
	"fmt"
	"slices"
	"strings"
)

// FaultKind is a way in which a catalog differs from the one it translates.
type FaultKind int

// The faults that Compare finds.
const (
	FaultMissing      FaultKind = iota // the base has the key, the other has not
	FaultExtra                         // the other has the key, the base has not
	FaultPlaceholders                  // the texts insert different values
	FaultPlural                        // one text is plural, the other is not
)

// Fault is one difference between two catalogs.
type Fault struct {
	Tag  Tag // the language of the catalog at fault
	Key  Key
	Kind FaultKind
	Base []string // the placeholders of the base, for FaultPlaceholders
	Have []string // the placeholders of the catalog at fault
}

// String says in English, for developers and translators, what is wrong.
func (f Fault) String() string {
	at := fmt.Sprintf("catalog %q: key %q: ", f.Tag, f.Key)
	switch f.Kind {
	case FaultMissing:
		return at + "missing"
	case FaultExtra:
		return at + "not in the base catalog"
	case FaultPlaceholders:
		return at + fmt.Sprintf("inserts {%s}, the base inserts {%s}",
			strings.Join(f.Have, "} {"), strings.Join(f.Base, "} {"))
	case FaultPlural:
		return at + "is plural in one catalog and plain in the other"
	}
	return at + fmt.Sprintf("fault %d", int(f.Kind))
}

// Compare returns the faults of other against base, sorted by key; none means
// that every text of the one has its counterpart in the other.
func Compare(base, other *Catalog) []Fault {
	var faults []Fault
	for _, k := range Merge(base, &Catalog{tag: base.tag, entries: other.entries}).Keys() {
		if f, bad := compareKey(k, base, other); bad {
			faults = append(faults, f)
		}
	}
	return faults
}

func compareKey(k Key, base, other *Catalog) (Fault, bool) {
	f := Fault{Tag: other.tag, Key: k}
	b, inBase := base.entries[k]
	o, inOther := other.entries[k]
	switch want, have := b.names(), o.names(); {
	case !inOther:
		f.Kind = FaultMissing
	case !inBase:
		f.Kind = FaultExtra
	case b.plural != o.plural:
		f.Kind = FaultPlural
	case !slices.Equal(want, have):
		f.Kind, f.Base, f.Have = FaultPlaceholders, want, have
	default:
		return Fault{}, false
	}
	return f, true
}
