package pdf

import (
	"encoding/binary"
	"fmt"
	"math"

	"recourse/forms/layout"
)

// path is the outline of a glyph in thousandths of the em: lines and curves,
// without the hints of its program.
type path []step

// step is a move (one point), a line (one point) or a curve (three points).
type step struct {
	kind   stepKind
	points [3]point
}

type stepKind uint8

const (
	moveStep stepKind = iota
	lineStep
	curveStep
)

type point struct{ x, y float64 }

// outline draws the program of a glyph (Adobe's Technical Note 5177).
func (c *cff) outline(glyph int) (path, error) {
	if glyph >= len(c.glyphs) {
		return nil, fmt.Errorf("glyph %d of %d has no outline", glyph, len(c.glyphs))
	}
	p := pen{face: c, group: c.subprograms(glyph)}
	if _, err := p.run(c.glyphs[glyph], 0); err != nil {
		return nil, fmt.Errorf("draw glyph %d: %w", glyph, err)
	}
	for i := range p.out {
		for k := range p.out[i].points {
			p.out[i].points[k].x *= c.scale
			p.out[i].points[k].y *= c.scale
		}
	}
	return p.out, nil
}

// subprograms returns those of the group of a glyph.
func (c *cff) subprograms(glyph int) [][]byte {
	group := 0
	if len(c.group) > 0 {
		group = int(c.group[glyph])
	}
	if group >= len(c.groups) {
		return nil
	}
	return c.groups[group]
}

// join puts the outlines of parts together, each at its place.
func (c *cff) join(parts []layout.Glyph) (path, error) {
	var whole path
	for _, part := range parts {
		outline, err := c.outline(int(part.ID))
		if err != nil {
			return nil, err
		}
		for _, s := range outline {
			for k := range s.points {
				s.points[k].x += float64(part.X)
				s.points[k].y += float64(part.Y)
			}
			whole = append(whole, s)
		}
	}
	return whole, nil
}

// pen runs programs.
type pen struct {
	face  *cff
	group [][]byte
	stack []float64
	stems int
	at    point
	out   path
}

// The limits of the format: operands on the stack, and calls within calls.
const (
	deepest = 10
	highest = 513
)

// run runs a program; done tells that the glyph has ended.
func (p *pen) run(program []byte, depth int) (done bool, err error) {
	if depth > deepest {
		return false, fmt.Errorf("its subprograms call each other too deep")
	}
	for at := 0; at < len(program); {
		b := program[at]
		if b == 28 || b >= 32 {
			v, length := programNumber(program[at:])
			if length == 0 || len(p.stack) >= highest {
				return false, fmt.Errorf("its program is cut")
			}
			p.stack, at = append(p.stack, v), at+length
			continue
		}
		at++
		switch b {
		case opReturn:
			return false, nil
		case opEnd:
			return true, nil
		case opHintMask, opCounterMask:
			p.stems += len(p.stack) / 2
			p.stack = p.stack[:0]
			at += (p.stems + 7) / 8
			continue
		case opCall, opCallShared:
			done, err = p.call(b, depth)
		case opEscape:
			err = p.flex(program[min(at, len(program)-1)])
			at++
		default:
			err = p.draw(b)
		}
		if done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// The operators of programs.
const (
	opHStem       = 1
	opVStem       = 3
	opVMove       = 4
	opLine        = 5
	opHLine       = 6
	opVLine       = 7
	opCurve       = 8
	opCall        = 10
	opReturn      = 11
	opEscape      = 12
	opEnd         = 14
	opHStemMask   = 18
	opHintMask    = 19
	opCounterMask = 20
	opMove        = 21
	opHMove       = 22
	opVStemMask   = 23
	opCurveLine   = 24
	opLineCurve   = 25
	opVVCurve     = 26
	opHHCurve     = 27
	opCallShared  = 29
	opVHCurve     = 30
	opHVCurve     = 31
)

// programNumber reads a number of a program.
func programNumber(data []byte) (v float64, length int) {
	if data[0] == 255 {
		if len(data) < 5 {
			return 0, 0
		}
		return float64(int32(binary.BigEndian.Uint32(data[1:]))) / 65536, 5
	}
	return shortNumber(data)
}

// call runs a subprogram; its number counts from a bias in the middle of the list.
func (p *pen) call(operator byte, depth int) (done bool, err error) {
	list := p.group
	if operator == opCallShared {
		list = p.face.shared
	}
	bias := 107
	switch {
	case len(list) >= 33900:
		bias = 32768
	case len(list) >= 1240:
		bias = 1131
	}
	if len(p.stack) == 0 {
		return false, fmt.Errorf("it calls no subprogram")
	}
	last := len(p.stack) - 1
	number := int(p.stack[last]) + bias
	p.stack = p.stack[:last]
	if number < 0 || number >= len(list) {
		return false, fmt.Errorf("it calls subprogram %d of %d", number, len(list))
	}
	return p.run(list[number], depth+1)
}

// draw runs an operator that takes the whole stack.
func (p *pen) draw(operator byte) error {
	s := p.stack
	switch operator {
	case opHStem, opVStem, opHStemMask, opVStemMask:
		p.stems += len(s) / 2
	case opMove:
		p.move(s, 2, func(v []float64) point { return point{v[0], v[1]} })
	case opHMove:
		p.move(s, 1, func(v []float64) point { return point{v[0], 0} })
	case opVMove:
		p.move(s, 1, func(v []float64) point { return point{0, v[0]} })
	case opLine:
		p.lines(s)
	case opHLine, opVLine:
		p.turns(s, operator == opHLine)
	case opCurve:
		p.curves(s)
	case opCurveLine:
		p.curves(s[:max(len(s)-2, 0)])
		p.lines(s[max(len(s)-2, 0):])
	case opLineCurve:
		head := max(len(s)-6, 0)
		p.lines(s[:head])
		p.curves(s[head:])
	case opVVCurve, opHHCurve:
		p.flat(s, operator == opHHCurve)
	case opVHCurve, opHVCurve:
		p.swings(s, operator == opHVCurve)
	default:
		return fmt.Errorf("its program has the operator %d", operator)
	}
	p.stack = p.stack[:0]
	return nil
}

// move begins a contour; operands beyond the last n are the width.
func (p *pen) move(s []float64, n int, by func([]float64) point) {
	if len(s) < n {
		return
	}
	d := by(s[len(s)-n:])
	p.at = point{p.at.x + d.x, p.at.y + d.y}
	p.out = append(p.out, step{kind: moveStep, points: [3]point{p.at}})
}

func (p *pen) line(dx, dy float64) {
	p.at = point{p.at.x + dx, p.at.y + dy}
	p.out = append(p.out, step{kind: lineStep, points: [3]point{p.at}})
}

func (p *pen) curve(a, b, c, d, e, f float64) {
	one := point{p.at.x + a, p.at.y + b}
	two := point{one.x + c, one.y + d}
	p.at = point{two.x + e, two.y + f}
	p.out = append(p.out, step{curveStep, [3]point{one, two, p.at}})
}

func (p *pen) lines(s []float64) {
	for ; len(s) >= 2; s = s[2:] {
		p.line(s[0], s[1])
	}
}

// turns draws lines that are level and upright in turn.
func (p *pen) turns(s []float64, level bool) {
	for _, v := range s {
		if level {
			p.line(v, 0)
		} else {
			p.line(0, v)
		}
		level = !level
	}
}

// curves draws curves and returns the operands that are left.
func (p *pen) curves(s []float64) []float64 {
	for ; len(s) >= 6; s = s[6:] {
		p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
	}
	return s
}

// flat draws curves that begin and end level, or upright.
func (p *pen) flat(s []float64, level bool) {
	extra := 0.0
	if len(s)%4 == 1 {
		extra, s = s[0], s[1:]
	}
	for ; len(s) >= 4; s = s[4:] {
		if level {
			p.curve(s[0], extra, s[1], s[2], s[3], 0)
		} else {
			p.curve(extra, s[0], s[1], s[2], 0, s[3])
		}
		extra = 0
	}
}

// swings draws curves that begin level and end upright and the other way in turn;
// the last may end aslant.
func (p *pen) swings(s []float64, level bool) {
	for ; len(s) >= 4; s = s[4:] {
		extra := 0.0
		if len(s) == 5 {
			extra = s[4]
		}
		if level {
			p.curve(s[0], 0, s[1], s[2], extra, s[3])
		} else {
			p.curve(0, s[0], s[1], s[2], s[3], extra)
		}
		level = !level
	}
}

// flex draws the pairs of curves that the second bytes 34 to 37 stand for.
func (p *pen) flex(operator byte) error {
	need := map[byte]int{34: 7, 35: 13, 36: 9, 37: 11}[operator]
	s := p.stack
	if need == 0 || len(s) < need {
		return fmt.Errorf("its program has the operator 12 %d", operator)
	}
	p.stack = p.stack[:0]
	switch operator {
	case 34:
		p.curve(s[0], 0, s[1], s[2], s[3], 0)
		p.curve(s[4], 0, s[5], -s[2], s[6], 0)
	case 35:
		p.curves(s[:12])
	case 36:
		p.curve(s[0], s[1], s[2], s[3], s[4], 0)
		p.curve(s[5], 0, s[6], s[7], s[8], -s[1]-s[3]-s[7])
	case 37:
		dx, dy := s[0]+s[2]+s[4]+s[6]+s[8], s[1]+s[3]+s[5]+s[7]+s[9]
		p.curves(s[:6])
		if math.Abs(dx) > math.Abs(dy) {
			p.curve(s[6], s[7], s[8], s[9], s[10], -dy)
		} else {
			p.curve(s[6], s[7], s[8], s[9], -dx, s[10])
		}
	}
	return nil
}
