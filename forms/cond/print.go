package cond

import (
	"fmt"
	"strings"
)

// String returns the canonical source: one space between words, no parentheses
// that change nothing except around an "any" that is joined to more, quotes
// only where needed. Parse of it gives an equal Expr. The zero Expr is "".
func (e Expr) String() string {
	if e.root == nil {
		return ""
	}
	return e.root.print()
}

func (c constant) print() string {
	if Truth(c) == Yes {
		return "always"
	}
	return "never"
}

func (j *junction) print() string {
	parts := make([]string, len(j.operands))
	for i, o := range j.operands {
		parts[i] = o.print()
		if needsParens(o, j.or) {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	if j.or {
		return strings.Join(parts, " or ")
	}
	return strings.Join(parts, " and ")
}

// needsParens reports whether an operand of an "or", or else of an "and",
// would be read otherwise without parentheses.
func needsParens(operand node, inOr bool) bool {
	_, joined := operand.(*junction)
	return joined && !inOr || endsOpen(operand)
}

// endsOpen reports whether the node's source ends in a "where" that would
// swallow what follows.
func endsOpen(n node) bool {
	switch n := n.(type) {
	case *anyItem:
		return true
	case *negation:
		return endsOpen(n.operand)
	}
	return false
}

func (n *negation) print() string {
	if _, joined := n.operand.(*junction); joined {
		return "not (" + n.operand.print() + ")"
	}
	return "not " + n.operand.print()
}

func (a *answered) print() string { return "answered " + string(a.of.ref) }

func (c *comparison) print() string {
	with := make([]string, len(c.with))
	for i, w := range c.with {
		with[i] = w.print()
	}
	list := strings.Join(with, ", ")
	if c.op == opIn {
		list = "(" + list + ")"
	}
	if c.negated {
		list = "not " + list
	}
	return fmt.Sprintf("%s %v %s", c.of.ref, c.op, list)
}

func (o operand) print() string {
	switch {
	case !o.isToday:
		return quoteIfNeeded(o.text, o.isNumber)
	case o.span.Count > 0:
		return "today + " + o.span.String()
	case o.span.Count < 0:
		return "today - " + Span{Count: -o.span.Count, Unit: o.span.Unit}.String()
	}
	return "today"
}

// quoteIfNeeded quotes a literal that would not be read back without quotes.
func quoteIfNeeded(text string, isNumber bool) string {
	if isNumber || isCode(text) && !isReserved(text) {
		return text
	}
	return `"` + text + `"`
}

func (a *anyItem) print() string {
	return fmt.Sprintf("any %s where %s", a.of.ref, a.where.print())
}

func (c *countItems) print() string {
	return fmt.Sprintf("count %s %v %d", c.of.ref, c.op, c.with)
}
