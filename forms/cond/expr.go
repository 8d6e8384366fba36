package cond

import "slices"

// Expr is a condition. It is immutable. The zero Expr says that no condition
// is written: it is Yes like Always, but IsZero. Expr cannot be compared with
// ==, since two readings of one condition may differ in columns; use Equal.
type Expr struct {
	_    [0]func()
	root node
}

// node is one of constant, *junction, *negation or a leaf.
type node interface {
	// print returns the node's canonical source.
	print() string
	// check returns the first fault of the node in the scope.
	check(Scope) *Error
	// depth returns the number of levels of the tree, 1 for a leaf.
	depth() int
}

// leaf is a test of one ref: it has a truth of its own.
type leaf interface {
	node
	subject() Ref
	eval(Env) Truth
}

// constant is the condition always or never.
type constant Truth

// junction joins two or more operands, none of them a junction of the same
// kind, by "and" or "or".
type junction struct {
	or       bool
	operands []node
}

// negation is "not" before its operand.
type negation struct{ operand node }

// name is a ref with the column where it stands.
type name struct {
	ref Ref
	col int
}

// answered tests whether there is an answer.
type answered struct{ of name }

// comparison tests the answer of one ref against literals; only opIn has more
// than one.
type comparison struct {
	of      name
	op      operator
	opCol   int
	negated bool // "is not"
	with    []operand
}

// operand is what an answer is held against: a literal, read as every kind
// that its text allows, or today plus a span.
type operand struct {
	col      int
	text     string
	number   int64
	isNumber bool
	day      Day
	isDay    bool
	isToday  bool
	span     Span
}

// anyItem tests whether an expression holds for an item of a repeat.
type anyItem struct {
	of    name
	where node
}

// countItems compares the number of items of a repeat.
type countItems struct {
	of   name
	op   operator
	with int
}

type operator uint8

const (
	opIs operator = iota
	opIn
	opHas
	opLess
	opLessOrEqual
	opGreater
	opGreaterOrEqual
	opEqual
)

func (o operator) String() string {
	return [...]string{"is", "in", "has", "<", "<=", ">", ">=", "="}[o]
}

// Always returns the condition that holds whatever was answered.
func Always() Expr { return Expr{root: constant(Yes)} }

// Never returns the condition that never holds.
func Never() Expr { return Expr{root: constant(No)} }

// IsZero reports whether no condition is written.
func (e Expr) IsZero() bool { return e.root == nil }

// Equal reports whether two conditions have the same canonical source.
func (e Expr) Equal(f Expr) bool { return e.String() == f.String() }

// Refs returns every ref that the condition names, each once, in order of
// first use and without today. Refs after "where" may be the item's own.
func (e Expr) Refs() []Ref {
	var refs []Ref
	walk(e.root, true, func(l leaf) {
		if r := l.subject(); r != today && !slices.Contains(refs, r) {
			refs = append(refs, r)
		}
	})
	return refs
}

// Tests returns the tests that the condition is joined from, each once and in
// order, as conditions of their own: their String identifies them and their
// Eval gives their side. A scenario set covers a condition when the condition
// and each of its tests came out both Yes and No. An "any" is one test.
func (e Expr) Tests() []Expr {
	var tests []Expr
	seen := map[string]bool{}
	walk(e.root, false, func(l leaf) {
		if source := l.print(); !seen[source] {
			seen[source] = true
			tests = append(tests, Expr{root: l})
		}
	})
	return tests
}

// walk visits the leaves of a tree in order and, if inside is set, after an
// anyItem the leaves of its expression too.
func walk(n node, inside bool, visit func(leaf)) {
	switch n := n.(type) {
	case *junction:
		for _, o := range n.operands {
			walk(o, inside, visit)
		}
	case *negation:
		walk(n.operand, inside, visit)
	case leaf:
		visit(n)
		if a, ok := n.(*anyItem); ok && inside {
			walk(a.where, inside, visit)
		}
	}
}

func (a *answered) subject() Ref   { return a.of.ref }
func (c *comparison) subject() Ref { return c.of.ref }
func (a *anyItem) subject() Ref    { return a.of.ref }
func (c *countItems) subject() Ref { return c.of.ref }

func (constant) depth() int    { return 1 }
func (*answered) depth() int   { return 1 }
func (*comparison) depth() int { return 1 }
func (*countItems) depth() int { return 1 }
func (a *anyItem) depth() int  { return 1 + a.where.depth() }
func (n *negation) depth() int { return 1 + n.operand.depth() }

func (j *junction) depth() int {
	deepest := 0
	for _, o := range j.operands {
		deepest = max(deepest, o.depth())
	}
	return 1 + deepest
}
