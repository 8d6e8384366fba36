package cond

import "slices"

// Reason is one test that helped to decide a condition: the ref it asks about,
// the test's canonical source, and how the test came out.
type Reason struct {
	Ref   Ref
	Test  string
	Truth Truth
}

// Explain returns the tests that make the condition Yes or No, in order: they
// alone decide it, whatever all other tests are, and none of them can be left
// out. Of several ways to explain, one with few tests is chosen, and of equal
// ones the first. An "any" is one test. A condition that is Unknown, constant
// or zero has no reasons.
func (e Expr) Explain(env Env) []Reason {
	outcome := e.Eval(env)
	if e.root == nil || outcome == Unknown {
		return nil
	}
	reasons := decide(e.root, env)
	known := map[string]Truth{}
	for _, r := range reasons {
		known[r.Test] = r.Truth
	}
	for i := len(reasons) - 1; i >= 0; i-- {
		r := reasons[i]
		delete(known, r.Test)
		if evalGiven(e.root, known) == outcome {
			reasons = slices.Delete(reasons, i, i+1)
		} else {
			known[r.Test] = r.Truth
		}
	}
	return reasons
}

// evalGiven returns the truth of a tree if only these tests are known, by
// their sources.
func evalGiven(n node, known map[string]Truth) Truth {
	return evalTree(n, func(l leaf) Truth {
		if t, ok := known[l.print()]; ok {
			return t
		}
		return Unknown
	})
}

// decide returns tests that suffice for the truth of a tree that is not
// Unknown.
func decide(n node, env Env) []Reason {
	switch n := n.(type) {
	case *negation:
		return decide(n.operand, env)
	case *junction:
		return n.decide(env)
	case leaf:
		return []Reason{{Ref: n.subject(), Test: n.print(), Truth: n.eval(env)}}
	}
	return nil
}

// decide takes the shortest operand that settles the junction, or, if none
// does, all operands.
func (j *junction) decide(env Env) []Reason {
	var all, best []Reason
	for _, o := range j.operands {
		e := Expr{root: o}
		switch e.Eval(env) {
		case j.decisive():
			if r := decide(o, env); best == nil || len(r) < len(best) {
				best = r
			}
		case j.decisive().Not():
			all = merge(all, decide(o, env))
		}
	}
	if best != nil {
		return best
	}
	return all
}

// merge appends the reasons that are not there yet.
func merge(to, from []Reason) []Reason {
	for _, r := range from {
		if !slices.Contains(to, r) {
			to = append(to, r)
		}
	}
	return to
}
