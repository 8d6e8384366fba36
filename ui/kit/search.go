package kit

import (
	"strings"

	"recourse/i18n"
)

// SearchWords are the words of a list that is searched, in the person's language.
type SearchWords struct {
	Hint string                      // in the field to type in
	None string                      // where nothing is found
	More func(shown, all int) string // where more is found than is shown
}

// mostShown is how many options of a searched list are shown at once: more than
// there are countries.
const mostShown = 300

// index finds options by the beginnings of their words, without regard to case
// and to marks on letters.
type index struct {
	labels []string // folded, a space before each word
	also   []string // folded words by which an option is found too
}

// newIndex returns the index of options; also has for each option other words for
// it, or is nil.
func newIndex(options []string, also [][]string) *index {
	x := &index{labels: make([]string, len(options)), also: make([]string, len(options))}
	for i, label := range options {
		x.labels[i] = i18n.FoldWords(label)
		if i < len(also) {
			x.also[i] = i18n.FoldWords(strings.Join(also[i], " "))
		}
		if strings.Contains(x.labels[i], " ال") { // the Arabic article, which a person may leave out
			x.also[i] += strings.ReplaceAll(x.labels[i], " ال", " ")
		}
	}
	return x
}

// find returns the options that have, for each word of a query, a word that
// begins with it: first those that begin with the query, then those whose own
// words do, then those that are found by other words. There are no more than
// most; all is how many there are.
func (x *index) find(query string, most int) (found []int, all int) {
	folded := i18n.FoldWords(query)
	words := strings.Fields(folded)
	var ranked [3][]int
	for i := range x.labels {
		if rank := x.rank(i, folded, words); rank >= 0 {
			ranked[rank] = append(ranked[rank], i)
			all++
		}
	}
	for _, r := range ranked {
		found = append(found, r[:min(len(r), most-len(found))]...)
	}
	return found, all
}

// rank returns how well an option fits, 0 for best, or -1.
func (x *index) rank(i int, folded string, words []string) int {
	if strings.HasPrefix(x.labels[i], folded) {
		return 0
	}
	rank := 1
	for _, w := range words {
		switch {
		case strings.Contains(x.labels[i], " "+w):
		case strings.Contains(x.also[i], " "+w):
			rank = 2
		default:
			return -1
		}
	}
	return rank
}
