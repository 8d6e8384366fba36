package input

import (
	"slices"
	"strings"
	"unicode"

	"recourse/i18n"
)

// words are the words of the catalog for a key in the reader's language, and
// then the English ones, which are understood in every language.
func (r Reader) words(key i18n.Key) []string {
	var out []string
	for _, tag := range []i18n.Tag{r.Lang, "en"} {
		if c, ok := i18n.Locale(tag); ok {
			out = append(out, strings.Fields(c.Plain(key, nil))...)
		}
	}
	return out
}

// IsWord tells whether what was typed is one of the words that a text of the
// locale catalog lists, in the reader's language or in English.
func (r Reader) IsWord(key i18n.Key, typed string) bool {
	return slices.ContainsFunc(r.words(key), func(w string) bool { return fold(w) == fold(typed) })
}

// fold makes words comparable as people type them.
func fold(s string) string { return i18n.Fold(s) }

// wordsIn is folded text in which one space stands before each word.
func wordsIn(s string) string { return i18n.FoldWords(s) }

// digits writes digits as Western ones, and the Arabic signs of numbers as their
// Western kin.
func digits(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '٫':
			return '.'
		case c == '٬':
			return ','
		case unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, i18n.WesternDigits(s))
}
