package cond_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms/cond"
)

// Which tests are named as the reason of a condition.
func TestExplain(t *testing.T) {
	for src, want := range map[string]string{
		"always":                          "",
		"never":                           "",
		"missing is yes":                  "",
		"missing is yes or adult is no":   "",
		"adult  is yes":                   "adult: adult is yes = yes",
		"adult is no":                     "adult: adult is no = no",
		"not adult is no":                 "adult: adult is no = no",
		"answered missing":                "missing: answered missing = no",
		"adult is yes and kind is hiring": "adult: adult is yes = yes; kind: kind is hiring = yes",
		"adult is yes and kind is pay and story is yes":         "kind: kind is pay = no",
		"adult is no or missing is yes or kind is hiring":       "kind: kind is hiring = yes",
		"adult is no or kind is pay":                            "adult: adult is no = no; kind: kind is pay = no",
		"adult is yes and children = 2 or kind is hiring":       "kind: kind is hiring = yes",
		"adult is yes or kind is hiring":                        "adult: adult is yes = yes",
		"not (adult is no or kind is pay)":                      "adult: adult is no = no; kind: kind is pay = no",
		"adult is yes and (children = 2 or adult is yes)":       "adult: adult is yes = yes",
		"(adult is yes or children = 2) and children = 2":       "children: children = 2 = yes",
		"adult is yes and not adult is no and adult is yes":     "adult: adult is yes = yes; adult: adult is no = no",
		"any events where place is home and adult is no":        "events: any events where place is home and adult is no = yes",
		"today > 2026-01-01 and count events = 2":               "today: today > 2026-01-01 = yes; events: count events = 2 = yes",
		"(adult is yes or kind is hiring) and (kind is hiring)": "kind: kind is hiring = yes",
	} {
		t.Run(src, func(t *testing.T) {
			if got := show(parse(t, src).Explain(answers())); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

func show(reasons []cond.Reason) string {
	var list []string
	for _, r := range reasons {
		list = append(list, fmt.Sprintf("%s: %s = %v", r.Ref, r.Test, r.Truth))
	}
	return strings.Join(list, "; ")
}

// The reasons alone decide a condition as it was, and with any of them gone it
// is undecided.
func TestExplainIsSufficientAndMinimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := parseRapid(t, boolSource(4).Draw(t, "condition"))
		full := boolWorld(t)
		outcome, reasons := e.Eval(full), e.Explain(full)
		if outcome == u {
			if reasons != nil {
				t.Fatalf("%s is unknown for a reason: %v", e, reasons)
			}
			return
		}
		if got := e.Eval(only(full, reasons)); got != outcome {
			t.Fatalf("%s = %v, but from %v alone %v", e, outcome, reasons, got)
		}
		for i := range reasons {
			rest := append(append([]cond.Reason{}, reasons[:i]...), reasons[i+1:]...)
			if got := e.Eval(only(full, rest)); got == outcome {
				t.Fatalf("%s = %v already without %v of %v", e, outcome, reasons[i], reasons)
			}
		}
	})
}

// boolSource makes conditions over the yes/no questions a to d. Each test of a
// question is written alike, so that a reason stands for the answer.
func boolSource(depth int) *rapid.Generator[string] {
	test := rapid.SampledFrom([]string{"a is yes", "b is yes", "c is yes", "d is yes"})
	if depth == 0 {
		return test
	}
	inner := boolSource(depth - 1)
	return rapid.OneOf(test,
		rapid.Map(inner, func(s string) string { return "not (" + s + ")" }),
		rapid.Custom(func(t *rapid.T) string {
			word := rapid.SampledFrom([]string{") and (", ") or ("}).Draw(t, "word")
			return "(" + strings.Join(rapid.SliceOfN(inner, 2, 3).Draw(t, "operands"), word) + ")"
		}))
}

func parseRapid(t *rapid.T, src string) cond.Expr {
	e, err := cond.Parse(src)
	if err != nil {
		t.Fatalf("Parse(%q): %v", src, err)
	}
	return e
}

func boolWorld(t *rapid.T) *env {
	e := &env{values: map[cond.Ref]cond.Value{}}
	for _, ref := range []cond.Ref{"a", "b", "c", "d"} {
		e.values[ref] = valueOf(rapid.SampledFrom([]cond.Truth{n, y, u}).Draw(t, string(ref)))
	}
	return e
}

// only is the environment in which nothing but the reasons' refs is answered.
func only(full *env, reasons []cond.Reason) *env {
	e := &env{values: map[cond.Ref]cond.Value{}}
	for _, r := range reasons {
		e.values[r.Ref] = full.values[r.Ref]
	}
	return e
}

// To answer one more question never turns a Yes into a No or back.
func TestMoreAnswersNeverContradict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := parseRapid(t, boolSource(4).Draw(t, "condition"))
		world := boolWorld(t)
		before := e.Eval(world)
		for _, ref := range []cond.Ref{"a", "b", "c", "d"} {
			if world.values[ref].String() == "unknown" {
				world.values[ref] = cond.BoolValue(rapid.Bool().Draw(t, "more"))
			}
		}
		if after := e.Eval(world); before != u && after != before {
			t.Fatalf("%s was %v and became %v", e, before, after)
		}
	})
}
