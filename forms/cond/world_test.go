package cond_test

import (
	"slices"
	"testing"

	"recourse/forms/cond"
)

// env is a world of answers for tests: values and lists by ref.
type env struct {
	values map[cond.Ref]cond.Value
	lists  map[cond.Ref][]cond.Env
	today  cond.Day
	outer  *env
}

func (e *env) Value(ref cond.Ref) cond.Value {
	v, ok := e.values[ref]
	if !ok && e.outer != nil {
		return e.outer.Value(ref)
	}
	return v
}

func (e *env) Items(repeat cond.Ref) ([]cond.Env, bool) {
	items, ok := e.lists[repeat]
	if !ok && e.outer != nil {
		return e.outer.Items(repeat)
	}
	return items, ok
}

func (e *env) Today() cond.Day { return e.today }

// item returns an environment inside e.
func (e *env) item(values map[cond.Ref]cond.Value) cond.Env {
	return &env{values: values, today: e.today, outer: e}
}

// scope is what a procedure asks, for tests: types and, for repeats, items.
type scope struct {
	types map[cond.Ref]cond.Type
	items map[cond.Ref]*scope
	outer *scope
}

func (s *scope) Lookup(ref cond.Ref) (cond.Type, bool) {
	t, ok := s.types[ref]
	if !ok && s.outer != nil {
		return s.outer.Lookup(ref)
	}
	return t, ok
}

func (s *scope) Item(repeat cond.Ref) (cond.Scope, bool) {
	inner, ok := s.items[repeat]
	if !ok && s.outer != nil {
		return s.outer.Item(repeat)
	}
	if !ok {
		return nil, false
	}
	return &scope{types: inner.types, items: inner.items, outer: s}, true
}

// questions has a question of each kind and a list of events.
func questions() *scope {
	return &scope{
		types: map[cond.Ref]cond.Type{
			"adult":          {Kind: cond.Bool},
			"kind":           {Kind: cond.Choice, Codes: []string{"hiring", "pay", "never", "no"}},
			"person.country": {Kind: cond.Choice},
			"data.kinds":     {Kind: cond.Multi, Codes: []string{"health", "mail", "art.9"}},
			"children":       {Kind: cond.Number},
			"order.date":     {Kind: cond.Date},
			"story":          {Kind: cond.Presence},
			"events":         {Kind: cond.Repeat},
			"closed":         {Kind: cond.Repeat},
			"odd":            {Kind: 99},
		},
		items: map[cond.Ref]*scope{
			"events": {
				types: map[cond.Ref]cond.Type{
					"place":     {Kind: cond.Choice, Codes: []string{"home", "work"}},
					"witnesses": {Kind: cond.Repeat},
				},
				items: map[cond.Ref]*scope{
					"witnesses": {types: map[cond.Ref]cond.Type{"willing": {Kind: cond.Bool}}},
				},
			},
		},
	}
}

// answers has an answer to every question: all exact but about.date.
func answers() *env {
	e := &env{
		today: day(2026, 8, 18),
		values: map[cond.Ref]cond.Value{
			"adult":          cond.BoolValue(true),
			"kind":           cond.CodeValue("hiring"),
			"person.country": cond.CodeValue("DE"),
			"data.kinds":     cond.CodesValue([]string{"health", "art.9"}),
			"none":           cond.CodesValue(nil),
			"children":       cond.NumberValue(2),
			"debt":           cond.NumberValue(-5),
			"order.date":     cond.DateValue(day(2026, 7, 18), day(2026, 7, 18)),
			"about.date":     cond.DateValue(day(2026, 7, 1), day(2026, 7, 31)),
			"story":          cond.PresentValue(),
		},
	}
	home := e.item(map[cond.Ref]cond.Value{"place": cond.CodeValue("home"), "adult": cond.BoolValue(false)})
	work := e.item(map[cond.Ref]cond.Value{"place": cond.CodeValue("work")})
	nowhere := e.item(map[cond.Ref]cond.Value{"place": {}})
	e.lists = map[cond.Ref][]cond.Env{
		"events":  {home, work},
		"foggy":   {nowhere, home},
		"empty":   {},
		"private": {nowhere},
	}
	return e
}

func day(year int, month, d uint8) cond.Day { return cond.Day{Year: year, Month: month, Day: d} }

func parse(t testing.TB, src string) cond.Expr {
	t.Helper()
	e, err := cond.Parse(src)
	if err != nil {
		t.Fatalf("Parse(%q): %v", src, err)
	}
	return e
}

func sources(exprs []cond.Expr) []string {
	var list []string
	for _, e := range exprs {
		list = append(list, e.String())
	}
	return list
}

func equal[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}
