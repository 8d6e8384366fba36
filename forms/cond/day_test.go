package cond_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"recourse/forms/cond"
)

func TestDayAdd(t *testing.T) {
	for name, row := range map[string]struct {
		from cond.Day
		span cond.Span
		want cond.Day
	}{
		"a day over the year's end":          {day(2026, 12, 31), cond.Span{Count: 1}, day(2027, 1, 1)},
		"a day back over a leap day":         {day(2028, 3, 1), cond.Span{Count: -1}, day(2028, 2, 29)},
		"no leap day in 2100":                {day(2100, 2, 28), cond.Span{Count: 1}, day(2100, 3, 1)},
		"a leap day in 2000":                 {day(2000, 2, 28), cond.Span{Count: 1}, day(2000, 2, 29)},
		"two weeks":                          {day(2026, 8, 18), cond.Span{Count: 2, Unit: cond.Weeks}, day(2026, 9, 1)},
		"a month keeps the day":              {day(2026, 8, 18), cond.Span{Count: 1, Unit: cond.Months}, day(2026, 9, 18)},
		"a month from 31 January":            {day(2026, 1, 31), cond.Span{Count: 1, Unit: cond.Months}, day(2026, 2, 28)},
		"the same before a leap day":         {day(2028, 1, 31), cond.Span{Count: 1, Unit: cond.Months}, day(2028, 2, 29)},
		"a month back from 31 May":           {day(2026, 5, 31), cond.Span{Count: -1, Unit: cond.Months}, day(2026, 4, 30)},
		"months back over the year":          {day(2026, 1, 15), cond.Span{Count: -13, Unit: cond.Months}, day(2024, 12, 15)},
		"a year from a leap day":             {day(2028, 2, 29), cond.Span{Count: 1, Unit: cond.Years}, day(2029, 2, 28)},
		"four years from a leap day":         {day(2028, 2, 29), cond.Span{Count: 4, Unit: cond.Years}, day(2032, 2, 29)},
		"nothing":                            {day(2026, 8, 18), cond.Span{}, day(2026, 8, 18)},
		"an invalid day stays":               {day(2026, 2, 30), cond.Span{Count: 1}, day(2026, 2, 30)},
		"a result before the year 1":         {day(1, 1, 1), cond.Span{Count: -1}, day(0, 12, 31)},
		"a result long before the year 0":    {day(1, 1, 1), cond.Span{Count: -9999, Unit: cond.Years}, day(-9998, 1, 1)},
		"a day of no unit counts as days":    {day(2026, 8, 18), cond.Span{Count: 1, Unit: 9}, day(2026, 8, 19)},
		"weeks back before the era's start":  {day(1, 1, 1), cond.Span{Count: -53, Unit: cond.Weeks}, day(-1, 12, 27)},
		"the last day of a cycle of 400":     {day(2000, 2, 29), cond.Span{Count: 1}, day(2000, 3, 1)},
		"an older day from the same century": {day(1999, 12, 31), cond.Span{Count: 366}, day(2000, 12, 31)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := row.from.Add(row.span); got != row.want {
				t.Errorf("%v + %v = %v, want %v", row.from, row.span, got, row.want)
			}
		})
	}
}

// The standard library is the oracle for spans of days.
func TestDayAddAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, count := aDay().Draw(t, "from"), rapid.IntRange(-100000, 100000).Draw(t, "count")
		want := time.Date(from.Year, time.Month(from.Month), int(from.Day)+count, 0, 0, 0, 0, time.UTC)
		got := from.Add(cond.Span{Count: count})
		if got != day(want.Year(), uint8(want.Month()), uint8(want.Day())) {
			t.Fatalf("%v + %dd = %v, want %v", from, count, got, want)
		}
	})
}

// A month forward keeps the day or takes the last day of the month.
func TestDayAddMonthClamps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, count := aDay().Draw(t, "from"), rapid.IntRange(-500, 500).Draw(t, "count")
		got := from.Add(cond.Span{Count: count, Unit: cond.Months})
		next := got.Add(cond.Span{Count: 1})
		kept, last := got.Day == from.Day, got.Day < from.Day && next.Day == 1
		months := got.Year*12 + int(got.Month) - from.Year*12 - int(from.Month)
		if months != count || !kept && !last {
			t.Fatalf("%v + %dm = %v", from, count, got)
		}
	})
}

func aDay() *rapid.Generator[cond.Day] {
	return rapid.Custom(func(t *rapid.T) cond.Day {
		start := day(rapid.IntRange(1600, 2400).Draw(t, "year"), 1, 1)
		return start.Add(cond.Span{Count: rapid.IntRange(0, 364).Draw(t, "day of the year")})
	})
}

func TestDayValid(t *testing.T) {
	for d, want := range map[cond.Day]bool{
		{}:                 false,
		day(2026, 8, 18):   true,
		day(2026, 2, 29):   false,
		day(2028, 2, 29):   true,
		day(2026, 4, 31):   false,
		day(2026, 0, 1):    false,
		day(2026, 13, 1):   false,
		day(2026, 1, 0):    false,
		day(2026, 1, 32):   false,
		day(0, 1, 1):       false,
		day(9999, 12, 31):  true,
		day(10000, 12, 31): false,
	} {
		if got := d.Valid(); got != want {
			t.Errorf("%v valid: %v, want %v", d, got, want)
		}
	}
}

func TestDayCompare(t *testing.T) {
	ordered := []cond.Day{day(2025, 12, 31), day(2026, 1, 31), day(2026, 2, 1), day(2026, 2, 2)}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%v compared with %v: %d", a, b, got)
			}
		}
	}
}

func TestSpanString(t *testing.T) {
	for span, want := range map[cond.Span]string{
		{Count: 3}:                      "3d",
		{Count: -2, Unit: cond.Weeks}:   "-2w",
		{Count: 1, Unit: cond.Months}:   "1m",
		{Count: 9999, Unit: cond.Years}: "9999y",
		{Count: 1, Unit: 9}:             "1?",
	} {
		if got := span.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := day(26, 8, 1).String(); got != "0026-08-01" {
		t.Errorf("a day of the year 26 is written %q", got)
	}
}
