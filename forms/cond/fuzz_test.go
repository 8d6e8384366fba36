package cond_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms/cond"
)

// seeds are sources from which the fuzz targets start.
var seeds = []string{
	"always", "never", "", "adult is yes", `person.country in ("DE", fr)`,
	"not (kind is not pay and data.kinds has mail) or children >= -2",
	"order.date < today - 1m and today is 2026-08-18",
	"any events where place is home or any witnesses where willing is yes",
	"(any events where adult is no) and count events = 2 or answered story",
	"not not any foggy where place is work", `a is "x-"`, `a is "-5"`, "a<today+9999y",
	"((((", "a is \"\xff", "a in (b, b)", "today - 1m", strings.Repeat("not ", 40) + "a is b",
}

// FuzzParse proves for any source: no panic; an error with a column inside it;
// else a canonical form that is its own; and that all else one can do with the
// condition ends well too.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		e, err := cond.Parse(src)
		if err != nil {
			checkColumn(t, src, err)
			return
		}
		checkFixpoint(t, e)
		if err := e.Check(questions()); err != nil {
			checkColumn(t, src, err)
		}
		for _, test := range e.Tests() {
			checkFixpoint(t, test)
		}
	})
}

func checkColumn(t *testing.T, src string, err error) {
	var at *cond.Error
	if !errors.As(err, &at) || at.Column < 1 || at.Column > len(src)+1 || at.Msg == "" {
		t.Fatalf("%q: %v", src, err)
	}
}

// FuzzEval proves for any condition and any shape of answers: no panic; the
// canonical form evaluates alike; and there are reasons just for what is
// decided by tests.
func FuzzEval(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint64(i)*0x9e3779b97f4a7c15)
	}
	f.Fuzz(func(t *testing.T, src string, mix uint64) {
		e, err := cond.Parse(src)
		if err != nil {
			return
		}
		world := mixed(e, mix)
		truth := e.Eval(world)
		if again := parse(t, e.String()).Eval(world); again != truth {
			t.Fatalf("%q is %v, but in canonical form %v", src, truth, again)
		}
		reasons := e.Explain(world)
		if decided := truth != u && len(e.Tests()) > 0; decided != (len(reasons) > 0) {
			t.Fatalf("%q is %v for %v", src, truth, reasons)
		}
	})
}

// mixed gives each ref of the condition some value or list, chosen by mix.
func mixed(e cond.Expr, mix uint64) *env {
	world := answers()
	values := []cond.Value{{}, cond.BoolValue(true), cond.BoolValue(false), cond.PresentValue()}
	for _, v := range answers().values {
		values = append(values, v)
	}
	for i, ref := range e.Refs() {
		choice := int(mix>>(i%16*4)) & 15
		if choice == 15 {
			world.lists[ref] = []cond.Env{answers(), world.item(nil)}
		} else {
			world.values[ref] = values[choice%len(values)]
		}
	}
	return world
}

// A condition that Check accepts is decided by every full set of exact answers
// of the right kinds, and survives printing: Check leaves no hole.
func TestCheckedConditionsAreDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := parseRapid(t, typedSource(3).Draw(t, "condition"))
		if err := e.Check(questions()); err != nil {
			t.Fatalf("%s: %v", e, err)
		}
		if got := e.Eval(fullWorld(t)); got == u {
			t.Fatalf("%s is undecided", e)
		}
		if again := parseRapid(t, e.String()); !again.Equal(e) {
			t.Fatalf("%s became %s", e, again)
		}
	})
}

// typedSource makes conditions that fit questions(), with odd spacing. One with
// more than MaxAny lists inside each other is refused by Parse, and not made: the
// words after "any" run to the end, so all that stand in one condition may nest.
func typedSource(depth int) *rapid.Generator[string] {
	if depth == 0 {
		return typedTest()
	}
	inner := typedSource(depth - 1)
	return rapid.Custom(func(t *rapid.T) string {
		a, b := inner.Draw(t, "first"), inner.Draw(t, "second")
		form := rapid.SampledFrom([]string{
			"(%s) and\t(%s)", "(%s)or(%s)", "%s and %s", "%s or %s", "not(%s)and not not %s",
			"any events where %s or %s", "(any events where %s and place is home) or %s",
		}).Draw(t, "form")
		if made := fmt.Sprintf(form, a, b); strings.Count(made, "any ") <= cond.MaxAny {
			return made
		}
		return a
	})
}

func typedTest() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		compare := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "="}).Draw(t, "compare")
		unit := rapid.SampledFrom([]string{"d", "w", "m", "y"}).Draw(t, "unit")
		count := rapid.IntRange(-9, 9).Draw(t, "count")
		return rapid.SampledFrom([]string{
			"adult is yes", "adult  is not no", "kind is hiring", `kind in(pay,"never")`,
			`person.country is "FR"`, `data.kinds has "art.9"`, "answered story", "answered events",
			fmt.Sprintf("children%s%d", compare, count), fmt.Sprintf("children in (%d, 3456)", count),
			fmt.Sprintf("order.date%stoday -%d%s", compare, 10+count, unit),
			fmt.Sprintf("today %s 2026-08-%02d", compare, 10+count),
			fmt.Sprintf("count events %s %d", compare, 10+count),
		}).Draw(t, "test")
	})
}

// fullWorld answers every question of questions(), dates exactly.
func fullWorld(t *rapid.T) *env {
	on := aDay().Draw(t, "order.date")
	e := &env{today: aDay().Draw(t, "today"), values: map[cond.Ref]cond.Value{
		"adult":          cond.BoolValue(rapid.Bool().Draw(t, "adult")),
		"kind":           cond.CodeValue(rapid.SampledFrom([]string{"hiring", "pay", "never", "no"}).Draw(t, "kind")),
		"person.country": cond.CodeValue(rapid.SampledFrom([]string{"DE", "FR"}).Draw(t, "country")),
		"data.kinds":     cond.CodesValue(rapid.SliceOf(rapid.SampledFrom([]string{"mail", "art.9"})).Draw(t, "kinds")),
		"children":       cond.NumberValue(rapid.Int64Range(-9, 9).Draw(t, "children")),
		"order.date":     cond.DateValue(on, on),
		"story":          cond.PresentValue(),
	}}
	var items []cond.Env
	for range rapid.IntRange(0, 3).Draw(t, "events") {
		place := rapid.SampledFrom([]string{"home", "work"}).Draw(t, "place")
		items = append(items, e.item(map[cond.Ref]cond.Value{"place": cond.CodeValue(place)}))
	}
	e.lists = map[cond.Ref][]cond.Env{"events": items}
	return e
}
