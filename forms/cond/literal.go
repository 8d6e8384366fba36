package cond

import (
	"strconv"
	"strings"
)

// list reads literals in parentheses, none of them twice.
func (p *parser) list() ([]operand, error) {
	if err := p.expect("(", "the options after in stand in parentheses"); err != nil {
		return nil, err
	}
	var list []operand
	for {
		o, err := p.literal()
		if err != nil {
			return nil, err
		}
		for _, other := range list {
			if other.text == o.text {
				return nil, errorAt(o.col, "%q is listed twice", o.text)
			}
		}
		list = append(list, o)
		if !p.peek().isSign(",") {
			return list, p.expect(")", "options have commas between them and end in a parenthesis")
		}
		p.take()
	}
}

// moment reads a literal, or today with or without a span.
func (p *parser) moment() (operand, error) {
	t := p.peek()
	if t.kind == tokenWord && strings.HasPrefix(t.text, "today-") {
		return operand{}, errorAt(t.col, "%q is one word: write today - 1m with a space before the minus", t.text)
	}
	if !p.accept("today") {
		return p.literal()
	}
	o := operand{col: t.col, isToday: true}
	s := p.peek()
	if !s.isSign("+") && !s.isSign("-") {
		return o, nil
	}
	p.take()
	var err error
	o.span, err = p.span(s.isSign("-"))
	return o, err
}

// span reads a count and a unit, such as 1m; back makes it reach back.
func (p *parser) span(back bool) (Span, error) {
	t := p.take()
	bad := errorAt(t.col, "expected a span such as 3d, 2w, 1m or 1y, from 1 to 9999, found %v", t)
	if t.kind != tokenWord {
		return Span{}, bad
	}
	digits, letter := t.text[:len(t.text)-1], t.text[len(t.text)-1:]
	count, ok := parseDigits(digits)
	unit := strings.Index("dwmy", letter)
	if !ok || unit < 0 || count < 1 || count > 9999 {
		return Span{}, bad
	}
	if back {
		count = -count
	}
	return Span{Count: count, Unit: Unit(unit)}, nil
}

// literal reads yes, no, a code, a whole number, a date or a quoted code.
func (p *parser) literal() (operand, error) {
	t := p.take()
	switch {
	case t.kind == tokenQuoted:
		return newOperand(t.text, t.col), nil
	case t.isSign("-"):
		return p.negative(t)
	case t.kind != tokenWord:
		return operand{}, errorAt(t.col, "expected an answer to test against, found %v", t)
	case t.text == string(today):
		return operand{}, errorAt(t.col, "today stands only after <, <=, >, >= and =")
	case isReserved(t.text):
		return operand{}, errorAt(t.col, "expected an answer to test against, found %v: an option code of that spelling stands in quotes", t)
	case !isCode(t.text):
		return operand{}, errorAt(t.col, "%q is not an option code: one with a dot or a \"-\" at its end stands in quotes", t.text)
	}
	return newOperand(t.text, t.col), nil
}

// negative reads the digits right after a minus sign.
func (p *parser) negative(minus token) (operand, error) {
	t := p.take()
	o := newOperand("-"+t.text, minus.col)
	if t.kind != tokenWord || t.col != minus.end || !o.isNumber {
		return operand{}, errorAt(minus.col, "expected an answer to test against, found %v", minus)
	}
	return o, nil
}

// newOperand reads a literal's text as each kind that it may be.
func newOperand(text string, col int) operand {
	o := operand{col: col, text: text}
	var err error
	o.number, err = strconv.ParseInt(text, 10, 64)
	o.isNumber = err == nil
	if day, ok := parseDay(text); ok {
		o.day, o.isDay = day, true
	}
	return o
}
