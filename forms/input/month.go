package input

import (
	"slices"
	"strings"

	"recourse/i18n"
)

// shortestMonth is how many letters of a month's name are enough, if no other
// month begins with them.
const shortestMonth = 3

// inSeveral is the answer for a word that several months have, such as the
// second word of two Irish ones: it needs the other word.
const inSeveral = -1

// month finds the month that a word of a date names, in full or by its
// beginning, in the reader's language or in English. A word that only joins
// (Spanish "de", the ending of "14th") is known and names no month.
func (r Reader) month(word string) (m int, known bool) {
	word = fold(word)
	if slices.Contains([]string{"st", "nd", "rd", "th", "er", "of", "den", "le"}, word) {
		return 0, true
	}
	for _, lang := range []i18n.Tag{r.Lang, "en"} {
		months, joins := monthWords(lang)
		if slices.Contains(joins, word) {
			return 0, true
		}
		if m := matchMonth(months, word); m != 0 {
			return m, true
		}
	}
	return 0, false
}

// matchMonth finds the one month that has the word, or else the one month that
// has a word which begins with it.
func matchMonth(months [12][]string, word string) int {
	if m := one(months, func(w string) bool { return w == word }); m != 0 {
		return m
	}
	if len([]rune(word)) < shortestMonth {
		return 0
	}
	return max(0, one(months, func(w string) bool { return strings.HasPrefix(w, word) }))
}

// one is the number of the only month with a word that fits, 0 for none, or
// inSeveral.
func one(months [12][]string, fits func(string) bool) int {
	found := 0
	for i, words := range months {
		if !slices.ContainsFunc(words, fits) {
			continue
		}
		if found != 0 {
			return inSeveral
		}
		found = i + 1
	}
	return found
}

// monthWords are the words for each month in a language, alone and in a date,
// and those that stand with every month.
func monthWords(lang i18n.Tag) (months [12][]string, joins []string) {
	for i := range months {
		text := i18n.Month(lang, 2026, i+1) + " " + i18n.Date(lang, 2026, i+1, 14)
		for _, w := range dateToken.FindAllString(text, -1) {
			if w[0] > '9' {
				months[i] = append(months[i], fold(w))
			}
		}
	}
	for _, w := range months[0] {
		everywhere := !slices.ContainsFunc(months[:], func(m []string) bool { return !slices.Contains(m, w) })
		if everywhere {
			joins = append(joins, w)
		}
	}
	for i := range months {
		months[i] = slices.DeleteFunc(months[i], func(w string) bool { return slices.Contains(joins, w) })
	}
	return months, joins
}
