package pdf

import (
	"encoding/binary"
	"math"
)

// charString writes an outline as the program of a glyph with its width, both in
// thousandths of the em. It has neither hints nor calls.
func charString(outline path, width int32) []byte {
	w := charWriter{out: charNumber(nil, int(width))}
	for _, s := range outline {
		switch s.kind {
		case moveStep:
			w.step(opMove, 2, s.points[:1])
		case lineStep:
			w.step(opLine, most-most%2, s.points[:1])
		case curveStep:
			w.step(opCurve, most-most%6, s.points[:3])
		}
	}
	w.flush()
	return append(w.out, opEnd)
}

// most is how many operands one operator may have; the width takes one.
const most = 47

// charWriter gathers the operands of one operator until another follows.
type charWriter struct {
	out      []byte
	operator byte
	operands int
	at       [2]int // where the pen is, in whole units, so that rounding does not add up
}

// step adds the points of one step, as distances from one to the next.
func (w *charWriter) step(operator byte, limit int, points []point) {
	if w.operator != operator || operator == opMove || w.operands+2*len(points) > limit {
		w.flush()
	}
	w.operator = operator
	for _, p := range points {
		x, y := int(math.Round(p.x)), int(math.Round(p.y))
		w.out = charNumber(charNumber(w.out, x-w.at[0]), y-w.at[1])
		w.at = [2]int{x, y}
		w.operands += 2
	}
}

func (w *charWriter) flush() {
	if w.operands > 0 {
		w.out = append(w.out, w.operator)
	}
	w.operands = 0
}

// charNumber appends a number in the shortest form that programs have.
func charNumber(out []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(out, byte(v+139))
	case v >= 108 && v <= 1131:
		return append(out, byte((v-108)>>8)+247, byte(v-108))
	case v >= -1131 && v <= -108:
		return append(out, byte((-v-108)>>8)+251, byte(-v-108))
	default:
		v = min(max(v, math.MinInt16), math.MaxInt16)
		return append(out, 28, byte(v>>8), byte(v))
	}
}

// cffFile writes the subset as a bare CFF file keyed by CID, in which the glyph of
// a code is found under the code itself: codes of one glyph have copies of it.
func (s *subset) cffFile() []byte {
	programs := [][]byte{s.glyphs[0]}
	for _, c := range s.codes {
		programs = append(programs, s.glyphs[c.glyph])
	}
	body := cffBody{count: len(programs), programs: writeIndex(programs)}
	head := append([]byte{1, 0, 4, 4}, writeIndex([][]byte{[]byte(s.name)})...)
	strings := append(writeIndex([][]byte{[]byte("Adobe"), []byte("Identity")}), 0, 0)
	top := writeIndex([][]byte{body.top(0)})
	start := len(head) + len(top) + len(strings)
	top = writeIndex([][]byte{body.top(start)})
	return append(append(append(head, top...), strings...), body.bytes(start)...)
}

// cffBody is what stands behind the dictionary of a face and is pointed at by it.
type cffBody struct {
	count    int
	programs []byte
}

// bytes writes the body: the charset, which gives each glyph its number; the
// groups, of which there is one; its private dictionary; and the programs.
func (b cffBody) bytes(start int) []byte {
	out := []byte{2, 0, 1}
	out = binary.BigEndian.AppendUint16(out, uint16(max(b.count-2, 0)))
	out = append(out, 3, 0, 1, 0, 0, 0)
	out = binary.BigEndian.AppendUint16(out, uint16(b.count))
	out = append(out, noWidths...)
	out = append(out, writeIndex([][]byte{b.group(start)})...)
	return append(out, b.programs...)
}

// The places in the body, from its start, and the private dictionary, which says
// that widths count from zero.
const (
	placeOfGroups   = 5
	placeOfPrivate  = placeOfGroups + 8
	placeOfGroup    = placeOfPrivate + len(noWidths)
	noWidths        = "\x8b\x14\x8b\x15"
	lengthOfGroup   = 11 + 11 // a list of one dictionary of two operands
	placeOfPrograms = placeOfGroup + lengthOfGroup
)

// group writes the dictionary of the one group.
func (b cffBody) group(start int) []byte {
	return operator(dictPrivate, len(noWidths), start+placeOfPrivate)
}

// top writes the dictionary of the face, its body being at start.
func (b cffBody) top(start int) []byte {
	const adobe, identity = 391, 392 // the first strings of its own
	// Some readers know a face keyed by CID by these bytes alone, in their shortest form.
	out := append(charNumber(charNumber(charNumber(nil, adobe), identity), 0), dictRegistry>>8, dictRegistry&0xFF)
	out = append(out, operator(dictBox, -1000, -1000, 3000, 3000)...)
	out = append(out, operator(dictCount, b.count)...)
	out = append(out, operator(dictCharset, start)...)
	out = append(out, operator(dictGroupOf, start+placeOfGroups)...)
	out = append(out, operator(dictGroups, start+placeOfGroup)...)
	return append(out, operator(dictCharStrings, start+placeOfPrograms)...)
}

// operator writes an operator behind its operands, each in five bytes.
func operator(op int, operands ...int) []byte {
	var out []byte
	for _, v := range operands {
		out = binary.BigEndian.AppendUint32(append(out, 29), uint32(int32(v)))
	}
	if op >= 12<<8 {
		out = append(out, 12)
	}
	return append(out, byte(op))
}

// writeIndex writes a list of objects with offsets of four bytes.
func writeIndex(list [][]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(list)))
	out = append(out, 4)
	at := uint32(1)
	for _, entry := range list {
		out = binary.BigEndian.AppendUint32(out, at)
		at += uint32(len(entry))
	}
	out = binary.BigEndian.AppendUint32(out, at)
	for _, entry := range list {
		out = append(out, entry...)
	}
	return out
}
