package cond_test

import (
	"testing"

	"recourse/forms/cond"
)

const (
	n = cond.No
	y = cond.Yes
	u = cond.Unknown
)

// The tables of Kleene's strong logic, in full.
func TestTruthTables(t *testing.T) {
	for _, row := range []struct{ a, b, and, or cond.Truth }{
		{n, n, n, n}, {n, y, n, y}, {n, u, n, u},
		{y, n, n, y}, {y, y, y, y}, {y, u, u, y},
		{u, n, n, u}, {u, y, u, y}, {u, u, u, u},
	} {
		if got := row.a.And(row.b); got != row.and {
			t.Errorf("%v and %v = %v, want %v", row.a, row.b, got, row.and)
		}
		if got := row.a.Or(row.b); got != row.or {
			t.Errorf("%v or %v = %v, want %v", row.a, row.b, got, row.or)
		}
	}
	for a, want := range map[cond.Truth]cond.Truth{n: y, y: n, u: u} {
		if got := a.Not(); got != want {
			t.Errorf("not %v = %v, want %v", a, got, want)
		}
	}
}

func TestTruthOfAndString(t *testing.T) {
	if cond.TruthOf(true) != y || cond.TruthOf(false) != n {
		t.Error("TruthOf mixes up yes and no")
	}
	for truth, want := range map[cond.Truth]string{n: "no", y: "yes", u: "unknown", 7: "invalid truth"} {
		if got := truth.String(); got != want {
			t.Errorf("String of %d = %q, want %q", uint8(truth), got, want)
		}
	}
}

// Conditions join truths by the same tables, whichever operand comes first.
func TestJunctionsFollowTheTables(t *testing.T) {
	truths := []cond.Truth{n, y, u}
	for _, a := range truths {
		for _, b := range truths {
			e := &env{values: map[cond.Ref]cond.Value{"a": valueOf(a), "b": valueOf(b)}}
			for src, want := range map[string]cond.Truth{
				"a is yes and b is yes":       a.And(b),
				"a is yes or b is yes":        a.Or(b),
				"not a is yes":                a.Not(),
				"not (a is yes or b is yes)":  a.Or(b).Not(),
				"not (a is yes and b is yes)": a.And(b).Not(),
			} {
				if got := parse(t, src).Eval(e); got != want {
					t.Errorf("a=%v b=%v: %s = %v, want %v", a, b, src, got, want)
				}
			}
		}
	}
}

// valueOf is the answer to a yes/no question that makes "is yes" come out so.
func valueOf(t cond.Truth) cond.Value {
	if t == u {
		return cond.Value{}
	}
	return cond.BoolValue(t == y)
}
