package passphrase

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Verdict says whether a passphrase may protect a vault.
type Verdict string

// The verdicts.
const (
	// Good is worth at least 45 bits, as far as this can be told.
	Good Verdict = "good"
	// Short has less than 15 characters.
	Short Verdict = "short"
	// Common is known to those who guess.
	Common Verdict = "common"
	// Weak is long enough, but made of what is guessed soon.
	Weak Verdict = "weak"
)

// Least is how many characters an own choice has at least.
const Least = 15

// leastBits is what an own choice must be worth.
const leastBits = 45

// Judgement is what a passphrase is worth.
type Judgement struct {
	Verdict Verdict
	// Bits is the logarithm of how many guesses it takes at most: a guesser that
	// knows the person may need fewer. Six generated words are 77.
	Bits int
}

// Judge judges a passphrase in its normal form.
func Judge(normal string) Judgement {
	j := Judgement{Verdict: Good, Bits: int(worth(strings.ToLower(normal), normal))}
	switch {
	case isCommon(normal):
		j.Verdict, j.Bits = Common, min(j.Bits, 10)
	case utf8.RuneCountInString(normal) < Least:
		j.Verdict = Short
	case j.Bits < leastBits:
		j.Verdict = Weak
	}
	return j
}

// isCommon tells whether a passphrase is one of those that everybody knows,
// whatever its spaces, signs and capitals, also when it is only repeated or
// followed by digits.
func isCommon(normal string) bool {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, normal)
	for _, text := range []string{bare, strings.TrimRight(bare, "0123456789")} {
		if slices.Contains(phrases(), text) || slices.Contains(common(), unrepeated(text)) {
			return true
		}
	}
	return false
}

// unrepeated is the part of which a text is a repetition.
func unrepeated(text string) string {
	for n := 1; n <= len(text)/2; n++ {
		if len(text)%n == 0 && strings.Repeat(text[:n], len(text)/n) == text {
			return text[:n]
		}
	}
	return text
}

// worth adds up the cheapest way to say the text: as words of lists, as runs of
// neighbours, as repetitions, or character by character. It is the sum of what
// the parts cost; folded is the text in small letters.
func worth(folded, text string) float64 {
	runes, lists := []rune(folded), newLists()
	best := make([]float64, len(runes)+1)
	for i := 1; i <= len(runes); i++ {
		best[i] = best[i-1] + bitsOf(runes[i-1])
		for from := max(0, i-maxPart); from < i-1; from++ {
			best[i] = min(best[i], best[from]+lists.partCost(runes, from, i))
		}
	}
	capitals := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return best[len(runes)] + math.Min(float64(capitals), 4)
}

// maxPart is the longest part that is looked at as one.
const maxPart = 24

// lists are what a guesser has, made once for a judgement.
type lists struct {
	known map[string]float64 // what a word costs
	rows  string             // of keyboards, in both directions, on lines
}

// The costs of what stands in lists, in bits.
const (
	commonCost = 8
	phraseCost = 10
)

func newLists() lists {
	words := Words()
	l := lists{known: make(map[string]float64, len(words)+1000)}
	for _, w := range words {
		l.known[w] = math.Log2(float64(len(words)))
	}
	for _, p := range phrases() {
		l.known[p] = phraseCost
	}
	for _, w := range common() {
		l.known[w] = commonCost
	}
	rows := keyboards()
	for _, row := range keyboards() {
		rows = append(rows, reversed(row))
	}
	l.rows = strings.Join(rows, "\n")
	return l
}

// partCost is what a part costs as one thing; infinite if it is none.
func (l lists) partCost(runes []rune, from, to int) float64 {
	part := string(runes[from:to])
	cost := math.Inf(1)
	known, ok := l.known[part]
	switch {
	case to-from < 3:
	case ok && known <= phraseCost:
		cost = known
	case l.isRun(runes[from:to]):
		cost = bitsOf(runes[from]) + math.Log2(float64(to-from)) + 1
	case ok:
		cost = known
	}
	if to-from >= 2 && strings.Contains(string(runes[:from]), part) {
		cost = min(cost, 2+math.Log2(float64(to-from))) // said before
	}
	return cost
}

// isRun tells whether characters are the same, or follow one another in the
// alphabet, among digits, or on a keyboard.
func (l lists) isRun(runes []rune) bool {
	step := runes[1] - runes[0]
	even := step >= -1 && step <= 1
	for i := 1; i < len(runes); i++ {
		even = even && runes[i]-runes[i-1] == step
	}
	return even || strings.Contains(l.rows, string(runes))
}

func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}

// bitsOf is what a character costs by itself. Letters of a language are far from
// random, so they count less than their number.
func bitsOf(r rune) float64 {
	switch {
	case unicode.IsLetter(r):
		return 3.3
	case unicode.IsDigit(r):
		return 3.3
	case r == ' ':
		return 0.5
	}
	return 4
}
