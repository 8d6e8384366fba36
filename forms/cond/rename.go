package cond

// Rename returns the condition with every ref but today replaced by what to
// makes of it. Columns stay those of the source that was parsed.
func (e Expr) Rename(to func(Ref) Ref) Expr { return Expr{root: rename(e.root, to)} }

func rename(n node, to func(Ref) Ref) node {
	switch n := n.(type) {
	case *junction:
		operands := make([]node, len(n.operands))
		for i, o := range n.operands {
			operands[i] = rename(o, to)
		}
		return &junction{or: n.or, operands: operands}
	case *negation:
		return &negation{operand: rename(n.operand, to)}
	case *answered:
		return &answered{of: n.of.rename(to)}
	case *comparison:
		c := *n
		c.of = n.of.rename(to)
		return &c
	case *anyItem:
		return &anyItem{of: n.of.rename(to), where: rename(n.where, to)}
	case *countItems:
		c := *n
		c.of = n.of.rename(to)
		return &c
	}
	return n
}

func (n name) rename(to func(Ref) Ref) name {
	if n.ref != today {
		n.ref = to(n.ref)
	}
	return n
}
