package i18n

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Sort puts a list into the alphabetical order of a language, by the words that
// name gives for each member. Members of the same words keep their order.
func Sort[T any](t Tag, list []T, name func(T) string) {
	c := collate.New(language.Make(string(t)))
	slices.SortStableFunc(list, func(a, b T) int { return c.CompareString(name(a), name(b)) })
}
