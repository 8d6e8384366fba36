package cond_test

import (
	"fmt"
	"slices"
	"testing"

	"recourse/forms/cond"
)

// What each test gives for answered and for unanswered questions.
func TestEval(t *testing.T) {
	world := answers()
	for _, row := range []struct {
		src  string
		want cond.Truth
	}{
		{"always", y},
		{"never", n},

		{"adult is yes", y},
		{"adult is no", n},
		{"adult is not yes", n},
		{"adult is not no", y},
		{"adult is maybe", u},
		{"adult = yes", u},
		{"adult in (yes, no)", u},
		{"adult has yes", u},
		{"missing is yes", u},
		{"missing is not yes", u},

		{"kind is hiring", y},
		{"kind is pay", n},
		{"kind is not pay", y},
		{"kind is no", n},
		{"kind in (pay, hiring)", y},
		{"kind in (pay, other)", n},
		{"kind = hiring", u},
		{"kind = today", u},
		{"kind has hiring", u},
		{"missing in (a, b)", u},
		{`person.country is "DE"`, y},
		{"person.country is de", n},

		{"data.kinds has health", y},
		{`data.kinds has "art.9"`, y},
		{"data.kinds has mail", n},
		{"not data.kinds has mail", y},
		{"data.kinds is health", u},
		{"none has health", n},
		{"missing has health", u},

		{"children is 2", y},
		{"children is 02", y},
		{"children is not 2", n},
		{"children in (1, 2)", y},
		{"children in (1, 3)", n},
		{"children = 3", n},
		{"children < 3", y},
		{"children < 2", n},
		{"children <= 2", y},
		{"children <= 1", n},
		{"children > 1", y},
		{"children > 2", n},
		{"children >= 2", y},
		{"children >= 3", n},
		{"children > many", u},
		{"children > today", u},
		{"children has 2", u},
		{"missing > 2", u},
		{"debt = -5", y},
		{"debt < -4", y},

		{"order.date is 2026-07-18", y},
		{"order.date is not 2026-07-18", n},
		{"order.date = 2026-07-18", y},
		{"order.date = 2026-07-19", n},
		{"order.date < 2026-07-19", y},
		{"order.date < today", y},
		{"order.date >= today - 1m", y},
		{"order.date > today - 1m", n},
		{"order.date = today - 31d", y},
		{"order.date < today + 1y", y},
		{"order.date in (2026-07-18)", u},
		{"order.date has 2026-07-18", u},
		{"order.date > soon", u},
		{"missing < today", u},

		{"about.date < 2026-08-01", y},
		{"about.date < 2026-07-31", u},
		{"about.date < 2026-07-01", n},
		{"about.date <= 2026-07-31", y},
		{"about.date <= 2026-07-30", u},
		{"about.date <= 2026-06-30", n},
		{"about.date > 2026-06-30", y},
		{"about.date > 2026-07-01", u},
		{"about.date > 2026-07-31", n},
		{"about.date >= 2026-07-01", y},
		{"about.date >= 2026-07-02", u},
		{"about.date >= 2026-08-01", n},
		{"about.date = 2026-07-15", u},
		{"about.date = 2026-08-15", n},
		{"about.date is not 2026-08-15", y},
		{"about.date is not 2026-07-15", u},

		{"today = 2026-08-18", y},
		{"today is 2026-08-18", y},
		{"today > 2026-12-31", n},
		{"today <= today", y},
		{"today < today + 2w", y},

		{"answered adult", y},
		{"answered story", y},
		{"answered none", y},
		{"answered missing", n},
		{"answered events", y},
		{"answered empty", y},
		{"not answered missing", y},
		{"story is yes", u},

		{"any events where place is home", y},
		{"any events where place is abroad", n},
		{"any events where place is work and adult is yes", y},
		{"any events where place is home and adult is yes", n},
		{"any events where kind is pay", n},
		{"any empty where place is home", n},
		{"any missing where place is home", u},
		{"any foggy where place is home", y},
		{"any foggy where place is work", u},
		{"any private where answered place", n},
		{"any events where any events where place is work", y},

		{"count events = 2", y},
		{"count events > 2", n},
		{"count events >= 2", y},
		{"count events < 3", y},
		{"count events <= 1", n},
		{"count empty = 0", y},
		{"count missing = 0", u},

		{"adult is yes and kind is hiring and children = 2", y},
		{"missing is yes and kind is pay", n},
		{"missing is yes or kind is hiring", y},
		{"missing is yes or kind is pay", u},
		{"kind is pay and missing is yes or adult is yes", y},
		{"kind is pay and (missing is yes or adult is yes)", n},
		{"not not adult is yes", y},
	} {
		t.Run(row.src, func(t *testing.T) {
			if got := parse(t, row.src).Eval(world); got != row.want {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

func TestZeroExprHolds(t *testing.T) {
	var zero cond.Expr
	if !zero.IsZero() || zero.Eval(answers()) != y || zero.String() != "" {
		t.Error("the zero condition must be zero, hold, and print as nothing")
	}
	if err := zero.Check(questions()); err != nil {
		t.Errorf("the zero condition has a fault: %v", err)
	}
	if zero.Refs() != nil || zero.Tests() != nil || zero.Explain(answers()) != nil {
		t.Error("the zero condition must name nothing")
	}
}

// An environment that has no valid today leaves tests of it unknown.
func TestInvalidTodayIsUnknown(t *testing.T) {
	world := answers()
	world.today = cond.Day{}
	for _, src := range []string{"today = 2026-08-18", "order.date < today", "order.date < today - 1m", "order.date is not 2026-07-18 and today = today"} {
		if got := parse(t, src).Eval(world); got == y {
			t.Errorf("%s = %v without a today", src, got)
		}
	}
}

// For every interval and every day of a fortnight, the comparison is Yes if it
// holds for all days of the interval, No if for none, and else Unknown.
func TestDateIntervalsAgainstEachDay(t *testing.T) {
	at := func(i int) cond.Day { return day(2026, 2, 22).Add(cond.Span{Count: i}) }
	holds := map[string]func(order int) bool{
		"<":  func(o int) bool { return o < 0 },
		"<=": func(o int) bool { return o <= 0 },
		">":  func(o int) bool { return o > 0 },
		">=": func(o int) bool { return o >= 0 },
		"=":  func(o int) bool { return o == 0 },
		"is": func(o int) bool { return o == 0 },
	}
	for first := range 14 {
		for last := first; last < 14; last++ {
			world := &env{values: map[cond.Ref]cond.Value{"d": cond.DateValue(at(first), at(last))}}
			for other := range 14 {
				for op, hold := range holds {
					var sides []cond.Truth
					for i := first; i <= last; i++ {
						sides = append(sides, cond.TruthOf(hold(at(i).Compare(at(other)))))
					}
					src := fmt.Sprintf("d %s %v", op, at(other))
					if got, want := parse(t, src).Eval(world), agreed(sides); got != want {
						t.Fatalf("days %d to %d: %s = %v, want %v", first, last, src, got, want)
					}
				}
			}
		}
	}
}

// agreed is the truth that all sides have, or Unknown.
func agreed(sides []cond.Truth) cond.Truth {
	if slices.Contains(sides, y) && slices.Contains(sides, n) {
		return u
	}
	return sides[0]
}

func TestValues(t *testing.T) {
	a, b := day(2026, 8, 1), day(2026, 8, 31)
	for name, row := range map[string]struct {
		value cond.Value
		src   string
		want  cond.Truth
	}{
		"the zero value is unknown":           {cond.Value{}, "answered v", n},
		"an empty code is unknown":            {cond.CodeValue(""), "answered v", n},
		"an empty list of codes is an answer": {cond.CodesValue([]string{}), "answered v", y},
		"days in the wrong order are turned":  {cond.DateValue(b, a), "v > 2026-07-31", y},
		"a day that is none is unknown":       {cond.DateValue(a, day(2026, 8, 32)), "answered v", n},
		"no day is unknown":                   {cond.DateValue(cond.Day{}, b), "answered v", n},
		"the smallest number":                 {cond.NumberValue(-1 << 63), "v = -9223372036854775808", y},
		"a present value has no sides":        {cond.PresentValue(), "v is yes", u},
	} {
		t.Run(name, func(t *testing.T) {
			e := &env{values: map[cond.Ref]cond.Value{"v": row.value}}
			if got := parse(t, row.src).Eval(e); got != row.want {
				t.Errorf("%s = %v, want %v", row.src, got, row.want)
			}
		})
	}
}

// A multi is a copy: changing the caller's slice changes no answer.
func TestCodesValueCopies(t *testing.T) {
	codes := []string{"health"}
	e := &env{values: map[cond.Ref]cond.Value{"v": cond.CodesValue(codes)}}
	codes[0] = "mail"
	if got := parse(t, "v has health").Eval(e); got != y {
		t.Errorf("the answer changed: %v", got)
	}
}

// A value never shows the answer it holds, in whatever way it is printed.
func TestValueHidesTheAnswer(t *testing.T) {
	for _, format := range []string{"%v", "%+v", "%s", "%#v", "%d", "%q"} {
		if got := fmt.Sprintf(format, cond.CodeValue("secret")); got != "answered" {
			t.Errorf("%s shows %s", format, got)
		}
	}
	if got := (cond.Value{}).String(); got != "unknown" {
		t.Errorf("the zero value is %q", got)
	}
}

func BenchmarkEval(b *testing.B) {
	world := answers()
	e := parse(b, `person.country is "DE" and not (kind in (pay, no) or order.date < today - 2m) and any events where place is work`)
	b.ReportAllocs()
	for b.Loop() {
		if e.Eval(world) != y {
			b.Fatal("the condition must hold")
		}
	}
}

func BenchmarkParse(b *testing.B) {
	const src = `person.country is "DE" and not (kind in (pay, no) or order.date < today - 2m) and any events where place is work`
	b.ReportAllocs()
	for b.Loop() {
		parse(b, src)
	}
}
