package input

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

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

// fold makes words comparable as people type them: without case, marks above
// and below letters, signs of direction, and with plain apostrophes.
func fold(s string) string {
	s = norm.NFKD.String(cases.Fold().String(s))
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		switch {
		case unicode.In(c, unicode.Mn, unicode.Cf):
			return -1
		case c == '’' || c == 'ʼ':
			return '\''
		case unicode.IsSpace(c):
			return ' '
		}
		return plainLetter(c)
	}, s))
}

// wordsIn is folded text in which one space stands before each word, so that the
// beginning of a word can be looked for.
func wordsIn(s string) string {
	words := strings.FieldsFunc(fold(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return " " + strings.Join(words, " ")
}

// plainLetter replaces letters that no decomposition makes plain.
func plainLetter(c rune) rune {
	switch c {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	}
	return c
}

// digits writes the digits of all scripts as Western ones, and the Arabic signs
// of numbers as their Western kin.
func digits(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= '٠' && c <= '٩':
			return '0' + c - '٠'
		case c >= '۰' && c <= '۹':
			return '0' + c - '۰'
		case c == '٫':
			return '.'
		case c == '٬':
			return ','
		case unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, s)
}
