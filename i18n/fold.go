package i18n

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold makes words comparable as people type them: without case, marks above and
// below letters, signs of direction, and with plain apostrophes and spaces.
func Fold(s string) string {
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

// FoldWords returns folded text in which one space stands before each word, so
// that the beginning of a word can be looked for.
func FoldWords(s string) string {
	words := strings.FieldsFunc(Fold(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return " " + strings.Join(words, " ")
}
