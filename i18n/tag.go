package i18n

import (
	"fmt"

	"golang.org/x/text/language"
)

// Tag is a language as a canonical BCP 47 tag, such as "en", "fr", "de", "ar".
type Tag string

// Dir is the direction in which a language is written.
type Dir int

// The two directions of writing.
const (
	LTR Dir = iota // from left to right
	RTL            // from right to left
)

// String returns "ltr" or "rtl".
func (d Dir) String() string {
	switch d {
	case LTR:
		return "ltr"
	case RTL:
		return "rtl"
	}
	return fmt.Sprintf("Dir(%d)", int(d))
}

// ParseTag reads a BCP 47 tag and returns it in canonical form: "EN-us" becomes
// "en-US", "iw" becomes "he". It refuses what names no language, and tags with
// extensions, which would carry settings that belong elsewhere.
func ParseTag(s string) (Tag, error) {
	t, err := language.Parse(s)
	if err != nil {
		return "", fmt.Errorf("parse language tag %q: %w", s, err)
	}
	if base, _, _ := t.Raw(); base.String() == "und" {
		return "", fmt.Errorf("parse language tag %q: it names no language", s)
	}
	if len(t.Extensions()) > 0 {
		return "", fmt.Errorf("parse language tag %q: extensions are not accepted", s)
	}
	return Tag(t.String()), nil
}

// Base returns the tag without script, region and variants: "pt" for "pt-BR".
// "no", which names both written forms of Norwegian, counts as "nb", the one
// that nearly all who say so mean.
func (t Tag) Base() Tag {
	base, _ := t.parsed().Base()
	if base.String() == "no" {
		return "nb"
	}
	return Tag(base.String())
}

// Script returns the ISO 15924 code of the script that the tag names or, where
// it names none, that the language is usually written in: "Latn" for "fr",
// "Arab" for "ar". A tag that is none gives "Zzzz", the code for unknown.
func (t Tag) Script() string {
	if t.parsed() == language.Und {
		return "Zzzz"
	}
	script, _ := t.parsed().Script()
	return script.String()
}

// Dir returns the direction in which the script of the tag is written.
func (t Tag) Dir() Dir {
	switch t.Script() {
	case "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return RTL
	}
	return LTR
}

// Match returns the best of the languages in have for those in want, whose
// order is that of preference. A tag that is equal goes before one that shares
// only language and script; regions never stand in the way, so "fr-BE" is
// served by "fr". A related language is no match: who reads Norwegian has not
// asked for Danish. It reports false if have serves none of the wanted.
func Match(want, have []Tag) (Tag, bool) {
	for _, w := range want {
		if t, ok := matchOne(w, have); ok {
			return t, true
		}
	}
	return "", false
}

func matchOne(want Tag, have []Tag) (Tag, bool) {
	for _, h := range have {
		if h == want {
			return h, true
		}
	}
	for _, h := range have {
		if h.Base() == want.Base() && h.Script() == want.Script() {
			return h, true
		}
	}
	return "", false
}

// parsed returns the tag for golang.org/x/text, with retired names replaced; a
// tag that is none becomes language.Und.
func (t Tag) parsed() language.Tag { return language.Make(string(t)) }
