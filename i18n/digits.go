package i18n

import (
	"strings"
	"unicode"
)

// Digits is a set of digits that numbers are written with, by its name as a
// numbering system of CLDR, which is also the value of the key "nu" of BCP 47.
type Digits string

// The digits that the program writes; what people type is read in all of them.
const (
	Western     Digits = "latn"    // 0123456789
	ArabicIndic Digits = "arab"    // ٠١٢٣٤٥٦٧٨٩
	Persian     Digits = "arabext" // ۰۱۲۳۴۵۶۷۸۹
)

// OwnDigits returns the digits that a language has beside the Western ones, and
// false for a language that has no others.
func OwnDigits(t Tag) (Digits, bool) {
	switch t.Base() {
	case "ar", "ckb":
		return ArabicIndic, true
	case "fa", "ps":
		return Persian, true
	}
	return Western, false
}

// Write writes the Western digits of a text as these digits; all else stays.
func (d Digits) Write(s string) string {
	if d.zero() == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + d.zero()
		}
		return r
	}, s)
}

// WesternDigits writes the decimal digits of all scripts as Western ones; all else
// stays.
func WesternDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= '9' || !unicode.IsDigit(r) {
			return r
		}
		return '0' + digitValue(r)
	}, s)
}

// digitValue is what a decimal digit stands for: in Unicode the ten of a script follow
// each other, and so do their tables.
func digitValue(r rune) rune {
	for _, x := range unicode.Nd.R16 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return (r - rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return (r - rune(x.Lo)) % 10
		}
	}
	return 0
}

func (d Digits) zero() rune {
	switch d {
	case ArabicIndic:
		return '٠'
	case Persian:
		return '۰'
	case Western:
	}
	return '0'
}

// digitsKey is what begins the digits in a tag.
const digitsKey = "-u-nu-"

// In returns the tag with which the functions of this package write in these digits,
// such as "ar-u-nu-arab". It names a way of writing, not a language: a case and a
// document never have it. Western digits, which are usual, and digits that the
// language has not, give the language alone.
func (t Tag) In(d Digits) Tag {
	language, _, _ := strings.Cut(string(t), digitsKey)
	if own, ok := OwnDigits(Tag(language)); ok && own == d {
		return Tag(language + digitsKey + string(d))
	}
	return Tag(language)
}

// Digits returns the digits that the functions of this package write for a tag:
// Western, unless In has named others.
func (t Tag) Digits() Digits {
	if _, d, named := strings.Cut(string(t), digitsKey); named {
		return Digits(d)
	}
	return Western
}

// In returns the catalog with other digits for the numbers that are inserted in its
// texts, where its language has them; what the texts themselves say stays.
func (c *Catalog) In(d Digits) *Catalog {
	return &Catalog{tag: c.tag, digits: c.tag.In(d).Digits(), entries: c.entries}
}

// Writing returns the tag for dates and amounts that are inserted in texts of the
// catalog: its language, with its digits.
func (c *Catalog) Writing() Tag { return c.tag.In(c.digits) }
