package bidi

// maxDepth is the deepest explicit level (BD2).
const maxDepth = 125

// status is an entry of the directional status stack (X1). A neutral override
// is cON.
type status struct {
	level    uint8
	override class
	isolate  bool
}

// explicit walks the text once and gives each character its explicit level and
// its class after overrides (X1 to X8).
type explicit struct {
	stack             [maxDepth + 2]status
	depth             int // entries in use
	overflowIsolates  int
	overflowEmbedding int
	validIsolates     int
}

func newExplicit(base uint8) explicit {
	e := explicit{depth: 1}
	e.stack[0] = status{level: base, override: cON}
	return e
}

func (e *explicit) top() status { return e.stack[e.depth-1] }

// next returns the least level above the present one that has the parity of
// direction d, and whether there is room for it.
func (e *explicit) next(d class) (uint8, bool) {
	level := e.top().level + 1
	if ofLevel(level) != d {
		level++
	}
	return level, level <= maxDepth && e.overflowIsolates == 0 && e.overflowEmbedding == 0
}

func (e *explicit) push(s status) {
	e.stack[e.depth] = s
	e.depth++
}

// embed applies X2 to X5.
func (e *explicit) embed(c class) {
	d, override := cL, cON
	if c == cRLE || c == cRLO {
		d = cR
	}
	if c == cLRO || c == cRLO {
		override = d
	}
	level, room := e.next(d)
	switch {
	case room:
		e.push(status{level: level, override: override})
	case e.overflowIsolates == 0:
		e.overflowEmbedding++
	}
}

// isolate applies X5a to X5c for an isolate of direction d.
func (e *explicit) isolate(d class) {
	level, room := e.next(d)
	if !room {
		e.overflowIsolates++
		return
	}
	e.validIsolates++
	e.push(status{level: level, override: cON, isolate: true})
}

// popIsolate applies X6a.
func (e *explicit) popIsolate() {
	switch {
	case e.overflowIsolates > 0:
		e.overflowIsolates--
	case e.validIsolates > 0:
		e.overflowEmbedding = 0
		for !e.top().isolate {
			e.depth--
		}
		e.depth--
		e.validIsolates--
	}
}

// popEmbedding applies X7.
func (e *explicit) popEmbedding() {
	switch {
	case e.overflowIsolates > 0:
	case e.overflowEmbedding > 0:
		e.overflowEmbedding--
	case !e.top().isolate && e.depth >= 2:
		e.depth--
	}
}

// explicitLevels fills levels and types with the result of X1 to X8.
// Characters that X9 removes keep their class.
func (r *resolver) explicitLevels() {
	e := newExplicit(r.base)
	for i, c := range r.classes {
		r.types[i] = c
		switch {
		case c.in(embeddings):
			e.embed(c)
		case c == cPDF:
			e.popEmbedding()
		case c.in(initiators):
			r.place(i, e.top())
			e.isolate(r.isolateDirection(i))
		case c == cPDI:
			e.popIsolate()
			r.place(i, e.top())
		case c == cB && i == len(r.classes)-1: // ends all embeddings (X8)
			r.levels[i] = r.base
		case c != cBN:
			r.place(i, e.top())
		}
	}
}

// place gives the character at i the level and override of s.
func (r *resolver) place(i int, s status) {
	r.levels[i] = s.level
	if s.override != cON {
		r.types[i] = s.override
	}
}

// isolateDirection returns the direction inside the initiator at i, which for
// FSI is that of its first strong character (X5c).
func (r *resolver) isolateDirection(i int) class {
	switch r.classes[i] {
	case cRLI:
		return cR
	case cFSI:
		end := r.isolates.pdi(i)
		if end < 0 {
			end = len(r.classes)
		}
		return ofLevel(firstStrong(r.classes, i+1, end, r.isolates))
	default:
		return cL
	}
}
