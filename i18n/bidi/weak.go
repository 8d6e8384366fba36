package bidi

// weak applies W1 to W7 to a sequence, in that order.
func (r *resolver) weak(s sequence) {
	r.marksFollow(s)
	r.arabicNumbers(s)
	r.joinSeparators(s)
	r.joinTerminators(s)
	r.latinNumbers(s)
}

// marksFollow applies W1: a mark takes the type of what it stands on.
func (r *resolver) marksFollow(s sequence) {
	prev := s.sos
	for _, i := range s.index {
		if r.types[i] == cNSM {
			if prev == cPDI || prev.in(initiators) {
				prev = cON
			}
			r.types[i] = prev
		}
		prev = r.types[i]
	}
}

// arabicNumbers applies W2 and W3: digits after an Arabic letter are Arabic
// numbers, and the letter counts as R from there on.
func (r *resolver) arabicNumbers(s sequence) {
	last := s.sos
	for _, i := range s.index {
		switch t := r.types[i]; t {
		case cL, cR, cAL:
			last = t
		case cEN:
			if last == cAL {
				r.types[i] = cAN
			}
		}
		if r.types[i] == cAL {
			r.types[i] = cR
		}
	}
}

// joinSeparators applies W4: one separator between two numbers of a kind.
func (r *resolver) joinSeparators(s sequence) {
	for k := 1; k+1 < len(s.index); k++ {
		before, t, after := r.types[s.index[k-1]], r.types[s.index[k]], r.types[s.index[k+1]]
		if before != after {
			continue
		}
		if t == cCS && before.in(numbers) || t == cES && before == cEN {
			r.types[s.index[k]] = before
		}
	}
}

// joinTerminators applies W5 and W6: terminators beside a European number join
// it, and all other separators and terminators become neutral.
func (r *resolver) joinTerminators(s sequence) {
	for k := 0; k < len(s.index); k++ {
		switch r.types[s.index[k]] {
		case cES, cCS:
			r.types[s.index[k]] = cON
		case cET:
			end := k
			for end < len(s.index) && r.types[s.index[end]] == cET {
				end++
			}
			t := cON
			if k > 0 && r.types[s.index[k-1]] == cEN || end < len(s.index) && r.types[s.index[end]] == cEN {
				t = cEN
			}
			r.fill(s.index[k:end], t)
			k = end - 1
		}
	}
}

// latinNumbers applies W7: numbers after a left-to-right letter are such.
func (r *resolver) latinNumbers(s sequence) {
	last := s.sos
	for _, i := range s.index {
		switch t := r.types[i]; {
		case t.in(strong):
			last = t
		case t == cEN && last == cL:
			r.types[i] = cL
		}
	}
}

// fill gives all characters of index the type t.
func (r *resolver) fill(index []int32, t class) {
	for _, i := range index {
		r.types[i] = t
	}
}
