package cond_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"recourse/forms/cond"
)

// Each source has one canonical form, and the form is its own.
func TestCanonicalForm(t *testing.T) {
	for src, want := range map[string]string{
		" always\n":                          "always",
		"never":                              "never",
		"a  is\tyes":                         "a is yes",
		"a is not no":                        "a is not no",
		`a is "yes"`:                         "a is yes",
		`a is "hiring"`:                      "a is hiring",
		`a is "DE"`:                          `a is "DE"`,
		`a is "art.9"`:                       `a is "art.9"`,
		`a is "never"`:                       `a is "never"`,
		`a is "not"`:                         `a is "not"`,
		`a is "x-"`:                          `a is "x-"`,
		`a is "-x"`:                          `a is "-x"`,
		`a is "_"`:                           `a is "_"`,
		`a is "-5"`:                          `a is -5`,
		"a is 72h":                           "a is 72h",
		"a=2026-08-18":                       "a = 2026-08-18",
		"a<=-5":                              "a <= -5",
		"a>=today":                           "a >= today",
		"a<today -1m":                        "a < today - 1m",
		"a < today - 1m":                     "a < today - 1m",
		"a<today+10d":                        "a < today + 10d",
		"a < today + 01w":                    "a < today + 1w",
		"today>2026-08-18":                   "today > 2026-08-18",
		"a in(x,y , \"Z\")":                  `a in (x, y, "Z")`,
		"us-rfpa-customer.a_b has c-d_e":     "us-rfpa-customer.a_b has c-d_e",
		"count a>=007":                       "count a >= 7",
		"answered a.b":                       "answered a.b",
		"count.any is yes":                   "count.any is yes",
		"((a is b))":                         "a is b",
		"(a is b) and (c is d or e is f)":    "a is b and (c is d or e is f)",
		"a is b and c is d or e is f":        "a is b and c is d or e is f",
		"(a is b and c is d) or e is f":      "a is b and c is d or e is f",
		"a is b and (c is d and e is f)":     "a is b and c is d and e is f",
		"a is b or (c is d or e is f)":       "a is b or c is d or e is f",
		"not(a is b)":                        "not a is b",
		"not (a is b and c is d)":            "not (a is b and c is d)",
		"not (not a is b)":                   "not not a is b",
		"any r where a is b or c is d":       "any r where a is b or c is d",
		"any r where (a is b)":               "any r where a is b",
		"any r where any s where a is b":     "any r where any s where a is b",
		"(any r where a is b) and c is d":    "(any r where a is b) and c is d",
		"c is d and any r where a is b":      "c is d and (any r where a is b)",
		"(not any r where a is b) or c is d": "(not any r where a is b) or c is d",
		"not any r where a is b":             "not any r where a is b",
	} {
		t.Run(src, func(t *testing.T) {
			e := parse(t, src)
			if got := e.String(); got != want {
				t.Fatalf("got %s, want %s", got, want)
			}
			checkFixpoint(t, e)
		})
	}
}

// checkFixpoint proves that the canonical source gives the same condition, and
// from there on even the same value.
func checkFixpoint(t testing.TB, e cond.Expr) {
	t.Helper()
	again, err := cond.Parse(e.String())
	if err != nil {
		t.Fatalf("the canonical form %q is refused: %v", e, err)
	}
	if !again.Equal(e) {
		t.Fatalf("%q became %q", e, again)
	}
	if third := parse(t, again.String()); !reflect.DeepEqual(third, again) {
		t.Fatalf("%q read twice gives two values", again)
	}
}

// Every fault of the source has its message, word by word.
func TestBadInput(t *testing.T) {
	const bad = "is not the name of a question: a name begins with a letter, has a-z, 0-9, \"_\" and \"-\", does not end in \"-\", and has at most one dot"
	const span = "expected a span such as 3d, 2w, 1m or 1y, from 1 to 9999, found"
	const after = "expected is, in, has, <, <=, >, >= or = after"
	for src, want := range map[string]string{
		"":                      "column 1: the condition is empty: write always if there is none",
		" \n ":                  "column 1: the condition is empty: write always if there is none",
		"a":                     "column 2: " + after + " a, found the end",
		"a b":                   "column 3: " + after + ` a, found "b"`,
		"a and b":               "column 3: " + after + ` a, found the word "and"`,
		"today":                 "column 6: " + after + " today, found the end",
		"a is":                  "column 5: expected an answer to test against, found the end",
		"a is not":              "column 9: expected an answer to test against, found the end",
		"a is not not b":        `column 10: expected an answer to test against, found the word "not": an option code of that spelling stands in quotes`,
		"a is never":            `column 6: expected an answer to test against, found the word "never": an option code of that spelling stands in quotes`,
		"a is today":            "column 6: today stands only after <, <=, >, >= and =",
		"a is (b)":              `column 6: expected an answer to test against, found "("`,
		"a is DE":               `column 6: "DE" has capital letters: names have none, and an option code that has them stands in quotes`,
		"A is b":                `column 1: "A" has capital letters: names have none, and an option code that has them stands in quotes`,
		"a is art.9":            `column 6: "art.9" is not an option code: one with a dot or a "-" at its end stands in quotes`,
		"a is b-":               `column 6: "b-" is not an option code: one with a dot or a "-" at its end stands in quotes`,
		"a is b c":              `column 8: expected and, or, or the end, found "c"`,
		"a is b )":              `column 8: expected and, or, or the end, found ")"`,
		"a is b not":            `column 8: expected and, or, or the end, found the word "not"`,
		"a is b and":            "column 11: expected a question, found the end",
		"a is b or or c is d":   `column 11: expected a question, found the word "or"`,
		"a is - 5":              `column 6: expected an answer to test against, found "-"`,
		"a is -x":               `column 6: expected an answer to test against, found "-"`,
		`a is "DE`:              "column 6: the quote is not closed",
		`a is "`:                "column 6: the quote is not closed",
		`a is ""`:               "column 6: nothing stands between the quotes",
		`a is "D E"`:            `column 8: " " cannot stand in quotes: a code has letters, digits, "_", "-" and "."`,
		`a is "é"`:              `column 7: "é" cannot stand in quotes: a code has letters, digits, "_", "-" and "."`,
		"a != b":                `column 3: "!" has no meaning here`,
		"a is é":                `column 6: "é" has no meaning here`,
		"_a is b":               `column 1: "_" has no meaning here`,
		"a\u00a0is b":           "column 2: \"\\u00a0\" has no meaning here",
		"a == b":                `column 4: expected an answer to test against, found "="`,
		"1a is b":               `column 1: "1a" ` + bad,
		"a- is b":               `column 1: "a-" ` + bad,
		"a.b.c is d":            `column 1: "a.b.c" ` + bad,
		"a. is d":               `column 1: "a." ` + bad,
		"answered 7":            `column 10: "7" ` + bad,
		`"a" is b`:              `column 1: expected a question, found "a"`,
		"answered today":        `column 10: expected a question, found the word "today"`,
		"answered":              "column 9: expected a question, found the end",
		"not":                   "column 4: expected a question, found the end",
		"not always":            `column 5: "always" stands alone or not at all`,
		"(never)":               `column 2: "never" stands alone or not at all`,
		"always or a is b":      `column 1: "always" stands alone or not at all`,
		"a is b and never":      `column 12: "never" stands alone or not at all`,
		"(a is b":               `column 8: ")" is missing before the end: a parenthesis is open`,
		"(a is b c":             `column 9: ")" is missing before "c": a parenthesis is open`,
		"()":                    `column 2: expected a question, found ")"`,
		"a in b":                `column 6: "(" is missing before "b": the options after in stand in parentheses`,
		"a in ()":               `column 7: expected an answer to test against, found ")"`,
		"a in (b, )":            `column 10: expected an answer to test against, found ")"`,
		"a in (b c)":            `column 9: ")" is missing before "c": options have commas between them and end in a parenthesis`,
		"a in (b":               `column 8: ")" is missing before the end: options have commas between them and end in a parenthesis`,
		"a in (b, c, b)":        `column 13: "b" is listed twice`,
		`a in (b, "b")`:         `column 10: "b" is listed twice`,
		"a in (today)":          "column 7: today stands only after <, <=, >, >= and =",
		"a has":                 "column 6: expected an answer to test against, found the end",
		"a <":                   "column 4: expected an answer to test against, found the end",
		"a < today-1m":          `column 5: "today-1m" is one word: write today - 1m with a space before the minus`,
		"a < today -":           "column 12: " + span + " the end",
		"a < today - 1":         "column 13: " + span + ` "1"`,
		"a < today - m":         "column 13: " + span + ` "m"`,
		"a < today - 1h":        "column 13: " + span + ` "1h"`,
		"a < today - 0d":        "column 13: " + span + ` "0d"`,
		"a < today + 10000d":    "column 13: " + span + ` "10000d"`,
		`a < today + "1d"`:      "column 13: " + span + ` "1d"`,
		"a < today 1d":          `column 11: expected and, or, or the end, found "1d"`,
		"any":                   "column 4: expected a question, found the end",
		"any r":                 "column 6: expected where after any r, found the end",
		"any r is b":            `column 7: expected where after any r, found the word "is"`,
		"any r where":           "column 12: expected a question, found the end",
		"any r where always":    `column 13: "always" stands alone or not at all`,
		"count":                 "column 6: expected a question, found the end",
		"count r":               "column 8: expected <, <=, >, >= or = after count r, found the end",
		"count r is 1":          `column 9: expected <, <=, >, >= or = after count r, found the word "is"`,
		"count r > x":           `column 11: expected a whole number up to 999999999, found "x"`,
		"count r > -1":          `column 11: expected a whole number up to 999999999, found "-"`,
		`count r > "1"`:         `column 11: expected a whole number up to 999999999, found "1"`,
		"count r > 1000000000":  `column 11: expected a whole number up to 999999999, found "1000000000"`,
		"count r > ":            "column 11: expected a whole number up to 999999999, found the end",
		"count always > 1":      `column 7: expected a question, found the word "always"`,
		"a is b, c is d":        `column 7: expected and, or, or the end, found ","`,
		"a is \xff":             "column 6: \"\\xff\" has no meaning here",
		"a is b\nand c is":      "column 16: expected an answer to test against, found the end",
		"a is b and (c is D-E)": `column 18: "D-E" has capital letters: names have none, and an option code that has them stands in quotes`,
	} {
		t.Run(src, func(t *testing.T) {
			e, err := cond.Parse(src)
			if err == nil {
				t.Fatalf("read as %s", e)
			}
			if err.Error() != want {
				t.Errorf("\n got %s\nwant %s", err, want)
			}
			var at *cond.Error
			if !errors.As(err, &at) || !e.IsZero() {
				t.Errorf("got %#v and %q, want an *Error and no condition", err, e)
			}
		})
	}
}

// Length and depth are bounded, as written and in canonical form; the bounds
// themselves are allowed.
func TestBounds(t *testing.T) {
	const deep = "the condition is nested deeper than 32 levels: split it"
	nots := func(n int) string { return strings.Repeat("not ", n) + "a is b" }
	parens := func(n int) string { return strings.Repeat("(", n) + "a is b" + strings.Repeat(")", n) }
	anys := func(n int) string { return strings.Repeat("any r where ", n) + "a is b" }
	mixed := func(n int) string { return strings.Repeat("a is b and any r where ", n) + "a is b" }
	padded := func(n int) string { return "a is b" + strings.Repeat(" ", n-len("a is b")) }
	tight := func(n int) string { return "a<1" + strings.Repeat(" or a<1", n-1) }
	for name, row := range map[string]struct{ src, want string }{
		"31 nots":                   {nots(31), ""},
		"32 nots":                   {nots(32), "column 1: " + deep},
		"33 nots":                   {nots(33), "column 133: " + deep},
		"32 parentheses":            {parens(32), ""},
		"33 parentheses":            {parens(33), "column 34: " + deep},
		"4 levels of any":           {anys(4), ""},
		"5 levels of any":           {anys(5), "column 53: more than 4 levels of any: split it"},
		"5 anys side by side":       {"(" + strings.Repeat(anys(1)+") and (", 4) + anys(1) + ")", ""},
		"a tree of 32 levels":       {strings.Repeat("not ", 25) + "(" + mixed(3) + ")", ""},
		"a tree of 33 levels":       {strings.Repeat("not ", 26) + "(" + mixed(3) + ")", "column 1: " + deep},
		"2000 bytes":                {padded(2000), ""},
		"2001 bytes":                {padded(2001), "column 2001: the condition is longer than 2000 bytes: split it"},
		"2000 bytes as printed":     {tight(222), ""},
		"more than 2000 as printed": {tight(223), "column 1: the condition is longer than 2000 bytes when written with all its spaces: split it"},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := cond.Parse(row.src)
			if row.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				checkFixpoint(t, e)
			} else if err == nil || err.Error() != row.want {
				t.Errorf("\n got %v\nwant %s", err, row.want)
			}
		})
	}
}

func TestConstants(t *testing.T) {
	for src, e := range map[string]cond.Expr{"always": cond.Always(), "never": cond.Never()} {
		if e.IsZero() || e.String() != src || !e.Equal(parse(t, src)) {
			t.Errorf("%s is written %q", src, e)
		}
	}
	if cond.Always().Equal(cond.Never()) || cond.Always().Equal(cond.Expr{}) {
		t.Error("different constants are equal")
	}
}

func TestRefsAndTests(t *testing.T) {
	for src, want := range map[string]struct{ refs, tests string }{
		"always": {"", ""},
		"today > 2026-08-18 and a.b is x": {
			"a.b", "today > 2026-08-18; a.b is x"},
		"not (b is x or a is not x) and b is  x": {
			"b a", "b is x; a is not x"},
		"any r where c is x and any s where d is y": {
			"r c s d", "any r where c is x and (any s where d is y)"},
		"count r > 2 or answered q or d < today - 1m": {
			"r q d", "count r > 2; answered q; d < today - 1m"},
	} {
		t.Run(src, func(t *testing.T) {
			e := parse(t, src)
			var refs []string
			for _, r := range e.Refs() {
				refs = append(refs, string(r))
			}
			equal(t, "refs", refs, strings.Fields(want.refs))
			if got := strings.Join(sources(e.Tests()), "; "); got != want.tests {
				t.Errorf("tests:\n got %s\nwant %s", got, want.tests)
			}
		})
	}
}

// A test taken out of a condition can be evaluated by itself.
func TestTestsAreConditions(t *testing.T) {
	e := parse(t, "adult is no or any events where place is work")
	var sides []cond.Truth
	for _, test := range e.Tests() {
		sides = append(sides, test.Eval(answers()))
	}
	equal(t, "sides", sides, []cond.Truth{n, y})
}
