package bidi

import (
	"cmp"
	"slices"
)

// maxOpen is the number of brackets that may be open at once (BD16).
const maxOpen = 63

// bracket is a line of BidiBrackets.txt.
type bracket struct {
	char   rune
	pair   rune // the closing character, canonically decomposed
	closes bool
}

// opening is an opening bracket that waits for its pair: the place in the
// sequence and the closing character.
type opening struct {
	at   int
	pair rune
}

// pair is a pair of brackets, as places in the sequence.
type pair struct{ open, close int }

// bracketOf returns the bracket that r is.
func bracketOf(r rune) (bracket, bool) {
	if r < 0x80 && r != '(' && r != ')' && r != '[' && r != ']' && r != '{' && r != '}' {
		return bracket{}, false
	}
	i, ok := slices.BinarySearchFunc(brackets[:], r, func(b bracket, r rune) int { return cmp.Compare(b.char, r) })
	if !ok {
		return bracket{}, false
	}
	return brackets[i], true
}

// pairBrackets applies N0 to a sequence.
func (r *resolver) pairBrackets(s sequence) {
	r.findPairs(s)
	before, seen := s.sos, 0 // the last strong type before the place seen
	for _, p := range r.pairs {
		for ; seen < p.open; seen++ {
			if d, ok := r.types[s.index[seen]].asStrong(); ok {
				before = d
			}
		}
		if d, ok := r.pairDirection(s, p, before); ok {
			r.setBracket(s, p.open, d)
			r.setBracket(s, p.close, d)
		}
	}
}

// findPairs lists the pairs of BD16 by their opening place. Where more brackets
// are open than the stack holds, the sequence has no pairs at all, as in
// Unicode's reference implementations.
func (r *resolver) findPairs(s sequence) {
	r.pairs, r.openings = r.pairs[:0], r.openings[:0]
	for k, i := range s.index {
		if r.types[i] != cON {
			continue
		}
		b, ok := bracketOf(r.text[i])
		switch {
		case !ok:
		case b.closes:
			r.closePair(k, b.pair)
		case len(r.openings) == maxOpen:
			r.pairs = r.pairs[:0]
			return
		default:
			r.openings = append(r.openings, opening{k, b.pair})
		}
	}
	slices.SortFunc(r.pairs, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
}

// closePair closes the innermost opening that waits for the character c, and
// forgets those inside it.
func (r *resolver) closePair(k int, c rune) {
	for n := len(r.openings) - 1; n >= 0; n-- {
		if r.openings[n].pair == c {
			r.pairs = append(r.pairs, pair{r.openings[n].at, k})
			r.openings = r.openings[:n]
			return
		}
	}
}

// pairDirection returns the direction of a pair: that of the sequence where
// the pair holds it (N0 b), else the opposite where it holds that and follows
// it (c1), else that of the sequence (c2); none where it holds nothing strong.
func (r *resolver) pairDirection(s sequence, p pair, before class) (class, bool) {
	own, other := ofLevel(s.level), false
	for _, i := range s.index[p.open+1 : p.close] {
		d, ok := r.types[i].asStrong()
		if ok && d == own {
			return own, true
		}
		other = other || ok
	}
	if !other {
		return cON, false
	}
	return before, true // before is the opposite (c1) or own (c2)
}

// setBracket gives the bracket at place k the direction d, and the marks that
// stand on it too.
func (r *resolver) setBracket(s sequence, k int, d class) {
	r.types[s.index[k]] = d
	if r.marks == nil {
		return
	}
	for _, i := range s.index[k+1:] {
		if !r.marks[i] {
			return
		}
		r.types[i] = d
	}
}
