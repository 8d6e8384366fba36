package edit

// cell is a grapheme on a line.
type cell struct {
	start, end int
	rtl        bool
}

// cells returns the graphemes of a line from left to right.
func (v Visual) cells() []cell {
	var out []cell
	for _, s := range v.Spans {
		first := len(out)
		for at := s.Start; at < s.End; {
			next := min(v.par.next(at, graphemeStart), s.End)
			out = append(out, cell{at, next, s.RTL})
			at = next
		}
		if s.RTL {
			for i, j := first, len(out)-1; i < j; i, j = i+1, j-1 {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

// left and right return the caret at an edge of a cell.
func (c cell) left(par int) Caret {
	if c.rtl {
		return Caret{Pos{par, c.end}, true}
	}
	return Caret{Pos{par, c.start}, false}
}

func (c cell) right(par int) Caret {
	if c.rtl {
		return Caret{Pos{par, c.start}, false}
	}
	return Caret{Pos{par, c.end}, true}
}

// border returns how many cells stand to the left of a caret.
func border(cells []cell, c Caret) int {
	for _, after := range []bool{c.After, !c.After} {
		for i, x := range cells {
			switch {
			case after && x.end == c.At && !x.rtl, !after && x.start == c.At && x.rtl:
				return i + 1
			case after && x.end == c.At, !after && x.start == c.At:
				return i
			}
		}
	}
	return 0
}

// Right returns the caret one grapheme to the right as it is seen, or on the
// line where that leads.
func (l *Layout) Right(c Caret) Caret { return l.step(c, true) }

// Left returns the caret one grapheme to the left as it is seen, or on the line
// where that leads.
func (l *Layout) Left(c Caret) Caret { return l.step(c, false) }

// step crosses one grapheme. At the side of a line it goes to the next line, or
// to the one before, as the direction of the paragraph has it.
func (l *Layout) step(c Caret, right bool) Caret {
	i := l.LineOf(c)
	v := l.Visual(i)
	cells := v.cells()
	k := border(cells, c)
	switch {
	case right && k < len(cells):
		return l.turn(v, cells[k].right(v.Par), k+1 == len(cells))
	case !right && k > 0:
		return l.turn(v, cells[k-1].left(v.Par), k == 1)
	case right != v.RTL && i+1 < l.Lines():
		return l.over(c, l.side(i+1, true), right)
	case right == v.RTL && i > 0:
		return l.over(c, l.side(i-1, false), right)
	}
	return c
}

// over returns a caret on another line, and where a line goes on and that is the
// same place in the text, one grapheme further.
func (l *Layout) over(c, to Caret, right bool) Caret {
	if to.Pos == c.Pos {
		return l.step(to, right)
	}
	return to
}

// turn takes a caret that came to the end of a line that goes on to the
// beginning of the next, which is the same place in the text.
func (l *Layout) turn(v Visual, c Caret, atSide bool) Caret {
	if atSide && v.Soft && c.At == v.End {
		c.After = false
	}
	return c
}

// side returns the caret at the side of a line where reading begins, or ends.
func (l *Layout) side(i int, begin bool) Caret {
	v := l.Visual(i)
	cells := v.cells()
	switch {
	case len(cells) == 0:
		return Caret{Pos{v.Par, v.Start}, false}
	case begin != v.RTL:
		return cells[0].left(v.Par)
	}
	return cells[len(cells)-1].right(v.Par)
}

// Home returns the caret at the beginning of the line that c is on.
func (l *Layout) Home(c Caret) Caret {
	line := l.Line(l.LineOf(c))
	return Caret{Pos{line.Par, line.Start}, false}
}

// End returns the caret at the end of the line that c is on.
func (l *Layout) End(c Caret) Caret {
	line := l.Line(l.LineOf(c))
	return Caret{Pos{line.Par, line.End}, true}
}
