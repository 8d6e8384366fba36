package bidi

// isolateMap pairs isolate initiators with their closing characters (BD9), in
// both ways; -1 stands for none. It is nil where the text has no isolates.
type isolateMap []int32

// pdi returns the index of the PDI that closes the initiator at i, or -1.
func (m isolateMap) pdi(i int) int {
	if m == nil {
		return -1
	}
	return int(m[i])
}

// matched reports whether the PDI at i closes an initiator.
func (m isolateMap) matched(i int) bool { return m != nil && m[i] >= 0 }

// matchIsolates finds the pairs of BD9.
func matchIsolates(classes []class, seen set) isolateMap {
	if seen&initiators == 0 {
		return nil
	}
	m := make(isolateMap, len(classes))
	var open []int32
	for i, c := range classes {
		m[i] = -1
		switch {
		case c.in(initiators):
			open = append(open, int32(i))
		case c == cPDI && len(open) > 0:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			m[last], m[i] = int32(i), last
		}
	}
	return m
}
