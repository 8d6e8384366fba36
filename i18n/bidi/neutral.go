package bidi

// neutral applies N1 and N2: neutrals between two texts of one direction take
// it, and all others take the direction of the sequence.
func (r *resolver) neutral(s sequence) {
	before := s.sos
	for k := 0; k < len(s.index); k++ {
		t := r.types[s.index[k]]
		if d, ok := t.asStrong(); ok {
			before = d
			continue
		}
		if !t.in(neutrals) {
			continue
		}
		end := k + 1
		for end < len(s.index) && r.types[s.index[end]].in(neutrals) {
			end++
		}
		after := s.eos
		if end < len(s.index) {
			after, _ = r.types[s.index[end]].asStrong()
		}
		t = ofLevel(s.level)
		if before == after {
			t = before
		}
		r.fill(s.index[k:end], t)
		k = end - 1
	}
}
