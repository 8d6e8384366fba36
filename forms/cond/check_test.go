package cond_test

import (
	"errors"
	"testing"

	"recourse/forms/cond"
)

// Conditions that fit the questions have no fault.
func TestCheckAccepts(t *testing.T) {
	for _, src := range []string{
		"always", "never",
		"adult is yes", "adult is not no", "answered adult",
		"kind is pay", "kind is no", `kind is "never"`, "kind in (hiring, no)",
		`person.country is "DE"`, `person.country in ("DE", anything)`,
		"data.kinds has health", `data.kinds has "art.9"`,
		"children is 2", "children in (1, -2)", "children >= 0", "children = 3",
		"order.date < today - 1m", "order.date is 2026-08-18", "order.date = today",
		"today < 2026-08-18", "today is not 2026-08-18",
		"answered story", "answered events",
		"any events where place is home", "count events > 2",
		"any events where adult is yes and any witnesses where willing is yes or place is work",
		"not (adult is yes or kind is pay) and answered story",
	} {
		if err := parse(t, src).Check(questions()); err != nil {
			t.Errorf("%s: %v", src, err)
		}
	}
}

// Every fault against the questions has its message, word by word.
func TestCheckRefuses(t *testing.T) {
	for src, want := range map[string]string{
		"x is yes":                             `column 1: "x" is not asked before this`,
		"adult is yes and  x.y has a":          `column 19: "x.y" is not asked before this`,
		"answered x":                           `column 10: "x" is not asked before this`,
		"not x is yes":                         `column 5: "x" is not asked before this`,
		"count x > 1":                          `column 7: "x" is not asked before this`,
		"any x where adult is yes":             `column 5: "x" is not asked before this`,
		"any closed where adult is yes":        `column 5: "closed" is not asked before this`,
		"place is home":                        `column 1: "place" is not asked before this`,
		"any events where willing is yes":      `column 18: "willing" is not asked before this`,
		"any events where place is hom":        `column 27: "hom" is not an option of place`,
		"adult is maybe":                       `column 10: "maybe" is neither yes nor no`,
		"adult is not 1":                       `column 14: "1" is neither yes nor no`,
		"adult in (yes, no)":                   `column 7: "adult" is a yes/no question, which "in" cannot test: use is, answered`,
		"adult = yes":                          `column 7: "adult" is a yes/no question, which "=" cannot test: use is, answered`,
		"kind is hirring":                      `column 9: "hirring" is not an option of kind`,
		"kind is not yes":                      `column 13: "yes" is not an option of kind`,
		"kind in (hiring, pays)":               `column 18: "pays" is not an option of kind`,
		"kind has pay":                         `column 6: "kind" is a choice, which "has" cannot test: use is, in, answered`,
		"kind < today":                         `column 6: "kind" is a choice, which "<" cannot test: use is, in, answered`,
		"data.kinds has wealth":                `column 16: "wealth" is not an option of data.kinds`,
		"data.kinds is health":                 `column 12: "data.kinds" is a choice of several, which "is" cannot test: use has, answered`,
		"children > few":                       `column 12: "few" is not a whole number`,
		"children > 9223372036854775808":       `column 12: "9223372036854775808" is not a whole number`,
		"children > today":                     `column 12: "children" is a number, and only dates compare with today`,
		"children has 1":                       `column 10: "children" is a number, which "has" cannot test: use is, in, <, <=, >, >=, =, answered`,
		"order.date > 2026-02-29":              `column 14: "2026-02-29" is not a date such as 2026-08-18`,
		"order.date is 2026":                   `column 15: "2026" is not a date such as 2026-08-18`,
		"order.date is 2026-8-018":             `column 15: "2026-8-018" is not a date such as 2026-08-18`,
		"order.date is 2026-08-1x":             `column 15: "2026-08-1x" is not a date such as 2026-08-18`,
		"order.date in (2026-08-18)":           `column 12: "order.date" is a date, which "in" cannot test: use is, <, <=, >, >=, =, answered`,
		"today > 5":                            `column 9: "5" is not a date such as 2026-08-18`,
		"story is yes":                         `column 7: "story" is an answer that is only there or not, which "is" cannot test: use answered`,
		"events has home":                      `column 8: "events" is a list, which "has" cannot test: use any, count, answered`,
		"any kind where adult is yes":          `column 5: "kind" is a choice, which "any" cannot test: use is, in, answered`,
		"count data.kinds > 1":                 `column 7: "data.kinds" is a choice of several, which "count" cannot test: use has, answered`,
		"odd is yes":                           `column 5: "odd" is a question of unknown kind 99, which "is" cannot test: use answered`,
		"always_asked is yes or kind is gone":  `column 1: "always_asked" is not asked before this`,
		"adult is yes or not (kind is \"NO\")": `column 30: "NO" is not an option of kind`,
	} {
		t.Run(src, func(t *testing.T) {
			err := parse(t, src).Check(questions())
			if err == nil {
				t.Fatal("no fault found")
			}
			if err.Error() != want {
				t.Errorf("\n got %s\nwant %s", err, want)
			}
			var at *cond.Error
			if !errors.As(err, &at) {
				t.Errorf("got %T, want *cond.Error", err)
			}
		})
	}
}

// A choice without options refuses every code; one with nil allows any.
func TestCheckEmptyOptions(t *testing.T) {
	s := &scope{types: map[cond.Ref]cond.Type{"a": {Kind: cond.Choice, Codes: []string{}}}}
	if err := parse(t, "a is x").Check(s); err == nil {
		t.Error("a code was found among no options")
	}
}
