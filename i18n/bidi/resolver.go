package bidi

// resolver holds the work of one paragraph that has something to order.
type resolver struct {
	text     []rune
	classes  []class // original
	types    []class // changed rule by rule
	levels   []uint8
	base     uint8
	isolates isolateMap
	kept     []int32 // indexes that X9 leaves
	runs     []span  // level runs (BD7), as ranges of kept
	marks    []bool  // by rune: the type before W1 was NSM
	pairs    []pair  // scratch of N0
	openings []opening
}

// span is a half-open range.
type span struct{ start, end int }

// sequence is an isolating run sequence (BD13): the indexes of its characters,
// its level, and the directions before and after it.
type sequence struct {
	index    []int32
	level    uint8
	sos, eos class
}

// resolve runs the rules X1 to I2 and leaves the result in levels.
func (r *resolver) resolve() {
	r.types = make([]class, len(r.classes))
	r.explicitLevels()
	r.noteMarks()
	r.keep()
	r.findRuns()
	r.eachSequence(func(s sequence) {
		r.weak(s)
		r.pairBrackets(s)
		r.neutral(s)
	})
	r.implicit()
}

// noteMarks remembers which characters are NSM before W1, where a bracket may
// follow suit (end of N0).
func (r *resolver) noteMarks() {
	for i, t := range r.types {
		if t != cNSM {
			continue
		}
		if r.marks == nil {
			r.marks = make([]bool, len(r.types))
		}
		r.marks[i] = true
	}
}

// keep lists the characters that X9 does not remove.
func (r *resolver) keep() {
	r.kept = make([]int32, 0, len(r.classes))
	for i, c := range r.classes {
		if !c.in(removed) {
			r.kept = append(r.kept, int32(i))
		}
	}
}

// findRuns cuts the kept characters into level runs.
func (r *resolver) findRuns() {
	for start := 0; start < len(r.kept); {
		end := start + 1
		for end < len(r.kept) && r.levels[r.kept[end]] == r.levels[r.kept[start]] {
			end++
		}
		r.runs = append(r.runs, span{start, end})
		start = end
	}
}

// eachSequence joins level runs over isolates (X10) and hands each isolating
// run sequence to do. A run that begins with a matched PDI continues the
// sequence of its initiator. Levels are the explicit ones during all calls.
func (r *resolver) eachSequence(do func(sequence)) {
	if r.isolates == nil {
		for _, run := range r.runs {
			do(r.sequence(r.kept[run.start:run.end], run, run))
		}
		return
	}
	starts := make(map[int]int, len(r.runs)) // first character to run
	for i, run := range r.runs {
		starts[int(r.kept[run.start])] = i
	}
	for i, run := range r.runs {
		first := int(r.kept[run.start])
		if r.classes[first] == cPDI && r.isolates.matched(first) {
			continue
		}
		index, last := r.chain(i, starts)
		do(r.sequence(index, run, r.runs[last]))
	}
}

// chain returns the characters of the sequence that begins with run i, and the
// number of its last run.
func (r *resolver) chain(i int, starts map[int]int) ([]int32, int) {
	run := r.runs[i]
	index := append([]int32(nil), r.kept[run.start:run.end]...)
	for {
		last := int(index[len(index)-1])
		if !r.classes[last].in(initiators) || r.isolates.pdi(last) < 0 {
			return index, i
		}
		next, ok := starts[r.isolates.pdi(last)]
		if !ok {
			return index, i
		}
		i = next
		index = append(index, r.kept[r.runs[i].start:r.runs[i].end]...)
	}
}

// sequence computes sos and eos (X10).
func (r *resolver) sequence(index []int32, first, last span) sequence {
	level := r.levels[index[0]]
	before, after := r.base, r.base
	if first.start > 0 {
		before = r.levels[r.kept[first.start-1]]
	}
	open := r.classes[index[len(index)-1]].in(initiators)
	if last.end < len(r.kept) && !open {
		after = r.levels[r.kept[last.end]]
	}
	return sequence{index, level, ofLevel(max(level, before)), ofLevel(max(level, after))}
}

// implicit raises the levels by I1 and I2, and gives the characters that X9
// removes the level of the one before.
func (r *resolver) implicit() {
	last := r.base
	for i, c := range r.classes {
		if c.in(removed) {
			r.levels[i] = last
			continue
		}
		r.levels[i] += raise(r.levels[i], r.types[i])
		last = r.levels[i]
	}
}

// raise returns what I1 and I2 add to a level for a character of type t.
func raise(level uint8, t class) uint8 {
	switch {
	case level&1 == 1 && t != cR:
		return 1
	case level&1 == 0 && t == cR:
		return 1
	case level&1 == 0 && t.in(numbers):
		return 2
	default:
		return 0
	}
}
