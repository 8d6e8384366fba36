package cond_test

import (
	"strings"
	"testing"

	"recourse/forms/cond"
)

// Rename reaches every ref, leaves today alone, and leaves the condition that
// it was called on as it was.
func TestRename(t *testing.T) {
	own := func(r cond.Ref) cond.Ref {
		if strings.Contains(string(r), ".") {
			return r
		}
		return "order." + r
	}
	for src, want := range map[string]string{
		"":       "",
		"always": "always",
		"not (date < today and answered place or person.country is \"DE\")": `not (order.date < today and answered order.place or person.country is "DE")`,
		"today > 2026-08-18":                             "today > 2026-08-18",
		"any items where kind in (a, b) and count s > 1": "any order.items where order.kind in (a, b) and count order.s > 1",
	} {
		e, before := cond.Expr{}, ""
		if src != "" {
			e, before = parse(t, src), src
		}
		if got := e.Rename(own).String(); got != want {
			t.Errorf("%s:\n got %s\nwant %s", src, got, want)
		}
		if e.String() != before {
			t.Errorf("%s became %s", before, e)
		}
	}
}

// A renamed condition still names the columns of what was written.
func TestRenameKeepsColumns(t *testing.T) {
	e := parse(t, "adult is yes   and x is no").Rename(func(r cond.Ref) cond.Ref { return r + "y" })
	err := e.Check(&scope{types: map[cond.Ref]cond.Type{"adulty": {Kind: cond.Bool}}})
	if want := `column 20: "xy" is not asked before this`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
