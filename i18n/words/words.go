// Package words finds the words of Thai and Khmer, which are written without
// spaces between them, so that a line may end behind a word. Call Starts with a
// paragraph; it answers with the places where words begin. Splits tells where a
// word may be parted if there is no other way.
//
// Words are those of a list; what the list lacks, such as a name, is kept
// together. The package knows nothing of pages, and it does not mark breaks
// beside spaces and signs: those follow UAX #14.
//
// The lists are taken out of ICU by build/words/lists.py and stand under the
// Unicode licence, whose text lies beside them.
package words

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed *.txt.gz
var files embed.FS

// The lists are read when a text needs them first.
var (
	thai  = sync.OnceValue(func() list { return read("thai.txt.gz") })
	khmer = sync.OnceValue(func() list { return read("khmer.txt.gz") })
)

// list is words in the order of their bytes.
type list []string

// read unpacks a list. The files are part of the program, so that none is lacking;
// a list that could not be read would be empty and find no word.
func read(name string) list {
	packed, err := files.ReadFile(name)
	if err != nil {
		return nil
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// Starts returns the indexes at which words of Thai and Khmer begin inside a
// stretch of these letters, in rising order. The beginning of a stretch is not
// among them.
func Starts(text []rune) []int {
	var starts []int
	for from := 0; from < len(text); {
		of := script(text[from])
		to := from + 1
		for to < len(text) && script(text[to]) == of {
			to++
		}
		switch of {
		case thaiScript:
			starts = append(starts, thai().starts(text, from, to)...)
		case khmerScript:
			starts = append(starts, khmer().starts(text, from, to)...)
		case otherScript:
		}
		from = to
	}
	return starts
}

type writing uint8

const (
	otherScript writing = iota
	thaiScript
	khmerScript
)

// script tells which of the two scripts a letter or mark belongs to. Signs, digits
// and currency belong to neither: breaks beside them are those of UAX #14.
func script(r rune) writing {
	switch {
	case r >= 0x0E01 && r <= 0x0E3A, r >= 0x0E40 && r <= 0x0E4E:
		return thaiScript
	case r >= 0x1780 && r <= 0x17D3, r == 0x17D7, r == 0x17DD:
		return khmerScript
	default:
		return otherScript
	}
}

// Splits tells whether a line may be parted between two neighbours of a text where
// no better place is found: not within a syllable as it is written.
func Splits(before, after rune) bool {
	switch {
	case unicode.Is(unicode.M, after), before == coeng:
		return false
	case before >= 'เ' && before <= 'ไ': // vowels that are written before their consonant
		return false
	default:
		return !strings.ContainsRune("ะาำๅๆฯៗ", after)
	}
}

// coeng puts the letter behind it below the one before it.
const coeng = 0x17D2

// The costs of a way through a text: a word of the list, and a syllable that
// belongs to none. The way with the least cost is taken, and of two the one whose
// first word is longer.
const (
	wordCost    = 2
	unknownCost = 5
)

// step is the best way on from a place: to where, at which cost in all, and whether
// it is a word of the list; and where the syllable ends that the place is in.
type step struct {
	next, cost int
	known      bool
	syllable   int
}

// starts returns the beginnings of words between from and to, without from.
func (l list) starts(text []rune, from, to int) []int {
	steps := make([]step, to-from+1)
	for at := to - 1; at >= from; at-- {
		steps[at-from] = l.step(text, from, at, to, steps)
	}
	var starts []int
	for at := from; ; {
		now := steps[at-from]
		if at = now.next; at >= to {
			return starts
		}
		if now.known || steps[at-from].known {
			starts = append(starts, at)
		}
	}
}

// step finds the best way on from one place, the ways from all later ones being known.
func (l list) step(text []rune, from, at, to int, steps []step) step {
	end := at + 1
	if end < to && !Splits(text[at], text[end]) {
		end = steps[end-from].syllable
	}
	best := step{next: end, cost: unknownCost + steps[end-from].cost, syllable: end}
	l.each(text[at:to], func(length int) {
		end := at + length
		if end < to && !Splits(text[end-1], text[end]) {
			return
		}
		if cost := wordCost + steps[end-from].cost; cost <= best.cost {
			best.next, best.cost, best.known = end, cost, true
		}
	})
	return best
}

// each calls found with the length of each word that the text begins with, the
// shortest first.
func (l list) each(text []rune, found func(length int)) {
	depth := 0
	for i, r := range text {
		var letter [utf8.UTFMax]byte
		for _, b := range letter[:utf8.EncodeRune(letter[:], r)] {
			if l = l.below(depth, b); len(l) == 0 {
				return
			}
			depth++
		}
		if len(l[0]) == depth {
			found(i + 1)
		}
	}
}

// below returns the words of l whose byte at depth is b. All of them have the same
// bytes before it.
func (l list) below(depth int, b byte) list {
	reaches := func(bound int) func(int) bool {
		return func(i int) bool { return len(l[i]) > depth && int(l[i][depth]) >= bound }
	}
	low := sort.Search(len(l), reaches(int(b)))
	return l[low:sort.Search(len(l), reaches(int(b)+1))]
}
