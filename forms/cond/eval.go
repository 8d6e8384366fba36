package cond

import "slices"

// Eval returns the truth of the condition for what is known. It has no errors:
// an answer that does not fit its test makes the test Unknown, and Check tells
// beforehand where that would happen. The env must not be nil.
func (e Expr) Eval(env Env) Truth {
	return evalTree(e.root, func(l leaf) Truth { return l.eval(env) })
}

// evalTree joins the truths of the leaves; no tree is Yes.
func evalTree(n node, truth func(leaf) Truth) Truth {
	switch n := n.(type) {
	case constant:
		return Truth(n)
	case *junction:
		return n.join(truth)
	case *negation:
		return evalTree(n.operand, truth).Not()
	case leaf:
		return truth(n)
	}
	return Yes
}

// decisive is the truth of one operand that settles the whole junction.
func (j *junction) decisive() Truth { return TruthOf(j.or) }

func (j *junction) join(truth func(leaf) Truth) Truth {
	all := j.decisive().Not()
	for _, o := range j.operands {
		switch t := evalTree(o, truth); t {
		case j.decisive():
			return t
		case Unknown:
			all = Unknown
		}
	}
	return all
}

func (a *answered) eval(env Env) Truth {
	if env.Value(a.of.ref).known {
		return Yes
	}
	_, known := env.Items(a.of.ref)
	return TruthOf(known)
}

func (c *comparison) eval(env Env) Truth {
	v := lookup(env, c.of.ref)
	if !v.known {
		return Unknown
	}
	result := No
	for _, w := range c.with {
		result = result.Or(c.holds(v, w, env))
	}
	if c.negated {
		return result.Not()
	}
	return result
}

func lookup(env Env, ref Ref) Value {
	if ref == today {
		return DateValue(env.Today(), env.Today())
	}
	return env.Value(ref)
}

// holds compares a known value with one operand.
func (c *comparison) holds(v Value, with operand, env Env) Truth {
	switch v.kind {
	case Bool:
		return equalBool(c.op, v.yes, with.text)
	case Choice:
		return equalCode(c.op, v.codes[0], with)
	case Multi:
		return hasCode(c.op, v.codes, with)
	case Number:
		return compareNumber(c.op, v.number, with)
	case Date:
		if with.isToday && with.span.Count < 0 && env.Today().Valid() {
			return compareDate(c.op, v.later(with.span), env.Today())
		}
		return compareDate(c.op, v, with.on(env))
	}
	return Unknown
}

func equalBool(op operator, yes bool, text string) Truth {
	if op != opIs || text != "yes" && text != "no" {
		return Unknown
	}
	return TruthOf(yes == (text == "yes"))
}

func equalCode(op operator, code string, with operand) Truth {
	if op != opIs && op != opIn || with.isToday {
		return Unknown
	}
	return TruthOf(code == with.text)
}

func hasCode(op operator, codes []string, with operand) Truth {
	if op != opHas {
		return Unknown
	}
	return TruthOf(slices.Contains(codes, with.text))
}

func compareNumber(op operator, n int64, with operand) Truth {
	if !with.isNumber {
		return Unknown
	}
	return compareRange(op, sign(n, with.number), sign(n, with.number))
}

func sign(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// later moves a date on by as much as a span goes back. So "received < today -
// 1m" asks whether a month from receipt is over, counted from the day of receipt
// as limits are counted, and not from the end of the month in which today lies.
func (v Value) later(back Span) Value {
	on := Span{Count: -back.Count, Unit: back.Unit}
	v.earliest, v.latest = v.earliest.Add(on), v.latest.Add(on)
	return v
}

// compareDate compares an interval of days with one day, or with no valid day.
func compareDate(op operator, v Value, day Day) Truth {
	if day == (Day{}) || op == opIn {
		return Unknown
	}
	return compareRange(op, v.earliest.Compare(day), v.latest.Compare(day))
}

// on returns the day that the operand names, or the zero Day if it names none.
func (o operand) on(env Env) Day {
	if !o.isToday {
		return o.day
	}
	if now := env.Today(); now.Valid() {
		return now.Add(o.span)
	}
	return Day{}
}

// compareRange holds all of an interval against an operand, from the order of
// its two ends to the operand: -1 before, 0 the same, 1 after.
func compareRange(op operator, first, last int) Truth {
	switch op {
	case opLess:
		return allOrNone(last < 0, first >= 0)
	case opLessOrEqual:
		return allOrNone(last <= 0, first > 0)
	case opGreater:
		return allOrNone(first > 0, last <= 0)
	case opGreaterOrEqual:
		return allOrNone(first >= 0, last < 0)
	case opIs, opIn, opEqual:
		return allOrNone(first == 0 && last == 0, first > 0 || last < 0)
	}
	return Unknown
}

func allOrNone(all, none bool) Truth {
	switch {
	case all:
		return Yes
	case none:
		return No
	}
	return Unknown
}

func (a *anyItem) eval(env Env) Truth {
	items, known := env.Items(a.of.ref)
	result := Unknown
	if known {
		result = No
	}
	for _, item := range items {
		result = result.Or(Expr{root: a.where}.Eval(item))
		if result == Yes {
			break
		}
	}
	return result
}

func (c *countItems) eval(env Env) Truth {
	items, known := env.Items(c.of.ref)
	if !known {
		return Unknown
	}
	order := sign(int64(len(items)), int64(c.with))
	return compareRange(c.op, order, order)
}
