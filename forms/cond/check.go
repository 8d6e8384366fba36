package cond

import (
	"fmt"
	"slices"
)

// Check reports the first fault of the condition against what is asked before
// it, as an *Error with its column: a ref that is not asked before, a test
// that the ref's kind does not allow, a literal of the wrong kind, a code that
// is not among the options. A condition without fault has a truth for every
// answer of the right kind.
func (e Expr) Check(s Scope) error {
	if e.root == nil {
		return nil
	}
	if err := e.root.check(s); err != nil {
		return err
	}
	return nil
}

func (constant) check(Scope) *Error { return nil }

func (j *junction) check(s Scope) *Error {
	for _, o := range j.operands {
		if err := o.check(s); err != nil {
			return err
		}
	}
	return nil
}

func (n *negation) check(s Scope) *Error { return n.operand.check(s) }

func (a *answered) check(s Scope) *Error {
	_, err := a.of.lookup(s)
	return err
}

// lookup returns the type of a ref that is asked before.
func (n name) lookup(s Scope) (Type, *Error) {
	if n.ref == today {
		return Type{Kind: Date}, nil
	}
	t, ok := s.Lookup(n.ref)
	if !ok {
		return Type{}, errorAt(n.col, "%q is not asked before this", n.ref)
	}
	return t, nil
}

func (c *comparison) check(s Scope) *Error {
	t, err := c.of.lookup(s)
	if err != nil {
		return err
	}
	if !slices.Contains(operators(t.Kind), c.op) {
		return errorAt(c.opCol, "%q is %s, which %q cannot test: use %s", c.of.ref, noun(t.Kind), c.op, tests(t.Kind))
	}
	for _, w := range c.with {
		if err := w.check(c.of.ref, t); err != nil {
			return err
		}
	}
	return nil
}

// check tells whether the operand fits a ref of this type.
func (o operand) check(ref Ref, t Type) *Error {
	switch {
	case o.isToday && t.Kind != Date:
		return errorAt(o.col, "%q is %s, and only dates compare with today", ref, noun(t.Kind))
	case t.Kind == Bool && o.text != "yes" && o.text != "no":
		return errorAt(o.col, "%q is neither yes nor no", o.text)
	case t.Kind == Number && !o.isNumber:
		return errorAt(o.col, "%q is not a whole number", o.text)
	case t.Kind == Date && !o.isToday && !o.isDay:
		return errorAt(o.col, "%q is not a date such as 2026-08-18", o.text)
	case (t.Kind == Choice || t.Kind == Multi) && t.Codes != nil && !slices.Contains(t.Codes, o.text):
		return errorAt(o.col, "%q is not an option of %s", o.text, ref)
	}
	return nil
}

func (a *anyItem) check(s Scope) *Error {
	if err := a.of.checkRepeat(s, "any"); err != nil {
		return err
	}
	item, ok := s.Item(a.of.ref)
	if !ok {
		return errorAt(a.of.col, "%q is not asked before this", a.of.ref)
	}
	return a.where.check(item)
}

func (c *countItems) check(s Scope) *Error { return c.of.checkRepeat(s, "count") }

func (n name) checkRepeat(s Scope, word string) *Error {
	t, err := n.lookup(s)
	if err != nil {
		return err
	}
	if t.Kind != Repeat {
		return errorAt(n.col, "%q is %s, which %q cannot test: use %s", n.ref, noun(t.Kind), word, tests(t.Kind))
	}
	return nil
}

// operators returns what may stand between a ref of this kind and a literal.
func operators(k Kind) []operator {
	switch k {
	case Bool:
		return []operator{opIs}
	case Choice:
		return []operator{opIs, opIn}
	case Multi:
		return []operator{opHas}
	case Number:
		return []operator{opIs, opIn, opLess, opLessOrEqual, opGreater, opGreaterOrEqual, opEqual}
	case Date:
		return []operator{opIs, opLess, opLessOrEqual, opGreater, opGreaterOrEqual, opEqual}
	case Presence, Repeat:
	}
	return nil
}

// tests lists, for an error message, what can test a ref of this kind.
func tests(k Kind) string {
	list := ""
	for _, o := range operators(k) {
		list += o.String() + ", "
	}
	if k == Repeat {
		list = "any, count, "
	}
	return list + "answered"
}

// noun names the kind in an error message.
func noun(k Kind) string {
	switch k {
	case Bool:
		return "a yes/no question"
	case Choice:
		return "a choice"
	case Multi:
		return "a choice of several"
	case Number:
		return "a number"
	case Date:
		return "a date"
	case Presence:
		return "an answer that is only there or not"
	case Repeat:
		return "a list"
	}
	return fmt.Sprintf("a question of unknown kind %d", k)
}
