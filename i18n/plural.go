package i18n

import (
	"golang.org/x/text/feature/plural"
)

// A form is one plural category of CLDR.
type form int

// The categories, in the order in which CLDR lists them.
const (
	zero form = iota
	one
	two
	few
	many
	other
	formCount
)

// String returns the name of the category as catalogs write it.
func (f form) String() string {
	switch f {
	case zero:
		return "zero"
	case one:
		return "one"
	case two:
		return "two"
	case few:
		return "few"
	case many:
		return "many"
	case other, formCount:
		return "other"
	}
	return "other"
}

// formNamed returns the category of that name.
func formNamed(name string) (form, bool) {
	for f := zero; f < formCount; f++ {
		if f.String() == name {
			return f, true
		}
	}
	return other, false
}

// formFor returns the category of a whole number in a language.
func formFor(t Tag, n int64) form {
	switch plural.Cardinal.MatchPlural(t.parsed(), operand(n), 0, 0, 0, 0) {
	case plural.Zero:
		return zero
	case plural.One:
		return one
	case plural.Two:
		return two
	case plural.Few:
		return few
	case plural.Many:
		return many
	case plural.Other:
		return other
	}
	return other
}

// operand returns the size of n, cut down to below two million: rules look at
// no more than the last six digits and whether there are further ones.
func operand(n int64) int {
	const million = 1_000_000
	low := int(n % million)
	if low < 0 {
		low = -low
	}
	if n >= million || n <= -million {
		low += million
	}
	return low
}

// pluralUse says for each category how many of the numbers below sampleEnd it
// stands for in a language. No rule of CLDR for whole numbers needs more than
// the last two digits and whether a number is a million.
type pluralUse [formCount]int

const sampleEnd = 1000

func useOf(t Tag) pluralUse {
	var u pluralUse
	for n := int64(0); n < sampleEnd; n++ {
		u[formFor(t, n)]++
	}
	u[formFor(t, 1_000_000)]++
	return u
}

// needs tells whether a catalog must have the category: one that some whole
// number falls in, and always "other".
func (u pluralUse) needs(f form) bool { return f == other || u[f] > 0 }

// single tells whether the category stands for one number alone, so that its
// text may write that number as a word.
func (u pluralUse) single(f form) bool { return u[f] == 1 }

// PluralCategories returns the CLDR categories that a plural text of the
// language must have, in the order zero, one, two, few, many, other. They are
// those of whole numbers, the only ones that texts here count.
func PluralCategories(t Tag) []string {
	var names []string
	u := useOf(t)
	for f := zero; f < formCount; f++ {
		if u.needs(f) {
			names = append(names, f.String())
		}
	}
	return names
}
