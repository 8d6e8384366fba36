package cond

// The bounds of a condition's source.
const (
	MaxLength = 2000 // bytes, as written and in canonical form
	MaxDepth  = 32   // levels of parentheses, "not" and "where", and of the tree
	MaxAny    = 4    // levels of "any", each of which multiplies the work of Eval
)

// Parse reads a condition. Its errors are of type *Error and name the column.
func Parse(src string) (Expr, error) {
	if len(src) > MaxLength {
		return Expr{}, errorAt(MaxLength+1, "the condition is longer than %d bytes: split it", MaxLength)
	}
	tokens, err := lex(src)
	if err != nil {
		return Expr{}, err
	}
	root, err := (&parser{tokens: tokens}).whole()
	if err != nil {
		return Expr{}, err
	}
	return bounded(Expr{root: root})
}

// bounded refuses an expression that its own canonical source would not give.
func bounded(e Expr) (Expr, error) {
	if e.root.depth() > MaxDepth {
		return Expr{}, errTooDeep(1)
	}
	if len(e.String()) > MaxLength {
		return Expr{}, errorAt(1, "the condition is longer than %d bytes when written with all its spaces: split it", MaxLength)
	}
	return e, nil
}

func errTooDeep(col int) *Error {
	return errorAt(col, "the condition is nested deeper than %d levels: split it", MaxDepth)
}

// parser reads tokens from left to right; each of its methods reads what its
// name says and leaves the next token unread.
type parser struct {
	tokens []token
	next   int
	nested int
	anys   int
}

func (p *parser) peek() token { return p.tokens[p.next] }

// take returns the next token and goes on, but not past the end.
func (p *parser) take() token {
	t := p.tokens[p.next]
	if t.kind != tokenEnd {
		p.next++
	}
	return t
}

// accept takes the next token if it is this word.
func (p *parser) accept(word string) bool {
	if !p.peek().isWord(word) {
		return false
	}
	p.take()
	return true
}

func (p *parser) expect(sign, why string) error {
	if t := p.take(); !t.isSign(sign) {
		return errorAt(t.col, "%q is missing before %v: %s", sign, t, why)
	}
	return nil
}

// deeper reads one level further down.
func (p *parser) deeper(read func() (node, error)) (node, error) {
	if p.nested++; p.nested > MaxDepth {
		return nil, errTooDeep(p.peek().col)
	}
	n, err := read()
	p.nested--
	return n, err
}

func (p *parser) whole() (node, error) {
	if p.peek().kind == tokenEnd {
		return nil, errorAt(1, "the condition is empty: write always if there is none")
	}
	n, err := p.constantOrExpr()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != tokenEnd {
		return nil, errorAt(t.col, "expected and, or, or the end, found %v", t)
	}
	return n, nil
}

func (p *parser) constantOrExpr() (node, error) {
	if len(p.tokens) == 2 {
		if p.accept("always") {
			return constant(Yes), nil
		}
		if p.accept("never") {
			return constant(No), nil
		}
	}
	return p.expr()
}

func (p *parser) expr() (node, error) { return p.junction("or", p.and) }

func (p *parser) and() (node, error) { return p.junction("and", p.unary) }

// junction reads operands with the word between them; an operand that is such
// a junction itself, from parentheses, is merged.
func (p *parser) junction(word string, operand func() (node, error)) (node, error) {
	j := &junction{or: word == "or"}
	for {
		n, err := operand()
		if err != nil {
			return nil, err
		}
		if inner, ok := n.(*junction); ok && inner.or == j.or {
			j.operands = append(j.operands, inner.operands...)
		} else {
			j.operands = append(j.operands, n)
		}
		if !p.accept(word) {
			break
		}
	}
	if len(j.operands) == 1 {
		return j.operands[0], nil
	}
	return j, nil
}

func (p *parser) unary() (node, error) {
	t := p.peek()
	switch {
	case p.accept("not"):
		return p.negation()
	case t.isSign("("):
		p.take()
		return p.group()
	case p.accept("answered"):
		of, err := p.name()
		return &answered{of: of}, err
	case p.accept("any"):
		return p.anyItem()
	case p.accept("count"):
		return p.countItems()
	case t.isWord("always"), t.isWord("never"):
		return nil, errorAt(t.col, "%q stands alone or not at all", t.text)
	}
	return p.comparison()
}

func (p *parser) negation() (node, error) {
	operand, err := p.deeper(p.unary)
	if err != nil {
		return nil, err
	}
	return &negation{operand: operand}, nil
}

func (p *parser) group() (node, error) {
	n, err := p.deeper(p.expr)
	if err != nil {
		return nil, err
	}
	return n, p.expect(")", "a parenthesis is open")
}

func (p *parser) anyItem() (node, error) {
	of, err := p.name()
	if err != nil {
		return nil, err
	}
	if t := p.take(); !t.isWord("where") {
		return nil, errorAt(t.col, "expected where after any %s, found %v", of.ref, t)
	}
	if p.anys++; p.anys > MaxAny {
		return nil, errorAt(of.col, "more than %d levels of any: split it", MaxAny)
	}
	where, err := p.deeper(p.expr)
	p.anys--
	return &anyItem{of: of, where: where}, err
}

func (p *parser) countItems() (node, error) {
	of, err := p.name()
	if err != nil {
		return nil, err
	}
	op, ok := compareOperator(p.peek())
	if !ok {
		return nil, errorAt(p.peek().col, "expected <, <=, >, >= or = after count %s, found %v", of.ref, p.peek())
	}
	p.take()
	t := p.take()
	with, ok := parseDigits(t.text)
	if !ok || t.kind != tokenWord {
		return nil, errorAt(t.col, "expected a whole number up to 999999999, found %v", t)
	}
	return &countItems{of: of, op: op, with: with}, nil
}

// name reads the ref of a question.
func (p *parser) name() (name, error) {
	t := p.take()
	if t.kind != tokenWord || isReserved(t.text) {
		return name{}, errorAt(t.col, "expected a question, found %v", t)
	}
	if !isRef(t.text) {
		return name{}, errorAt(t.col, "%q is not the name of a question: a name begins with a letter, has a-z, 0-9, \"_\" and \"-\", does not end in \"-\", and has at most one dot", t.text)
	}
	return name{ref: Ref(t.text), col: t.col}, nil
}

// subject reads the ref on the left of a test, which may be today.
func (p *parser) subject() (name, error) {
	if t := p.peek(); t.isWord("today") {
		p.take()
		return name{ref: today, col: t.col}, nil
	}
	return p.name()
}

func (p *parser) comparison() (node, error) {
	of, err := p.subject()
	if err != nil {
		return nil, err
	}
	t := p.take()
	c := &comparison{of: of, opCol: t.col}
	switch op, compares := compareOperator(t); {
	case compares:
		c.op = op
		c.with, err = one(p.moment())
	case t.isWord("is"):
		c.op, c.negated = opIs, p.accept("not")
		c.with, err = one(p.literal())
	case t.isWord("has"):
		c.op = opHas
		c.with, err = one(p.literal())
	case t.isWord("in"):
		c.op = opIn
		c.with, err = p.list()
	default:
		return nil, errorAt(t.col, "expected is, in, has, <, <=, >, >= or = after %s, found %v", of.ref, t)
	}
	return c, err
}

func one(o operand, err error) ([]operand, error) { return []operand{o}, err }

func compareOperator(t token) (operator, bool) {
	for op := opLess; op <= opEqual; op++ {
		if t.isSign(op.String()) {
			return op, true
		}
	}
	return 0, false
}
