package deadline_test

import (
	"testing"

	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/forms/deadline"
	"recourse/i18n"
)

func day(t testing.TB, s string) forms.Date {
	t.Helper()
	d, err := forms.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestArithmetic proves the counting of single spans. The rows are arithmetic of
// the calendar, not statements of law.
func TestArithmetic(t *testing.T) {
	cases := []struct {
		name   string
		event  string
		length int
		unit   forms.Unit
		want   string
	}{
		{"the day of the event is day zero", "2026-11-23", 1, forms.Days, "2026-11-24"},
		{"days over a month end", "2026-11-23", 10, forms.Days, "2026-12-03"},
		{"days over a year end", "2026-12-25", 14, forms.Days, "2027-01-08"},
		{"a last day on a Sunday stays", "2026-11-15", 7, forms.Days, "2026-11-22"},
		{"days over 29 February", "2028-02-27", 3, forms.Days, "2028-03-01"},
		{"weeks end on the same weekday", "2026-11-23", 2, forms.Weeks, "2026-12-07"},
		{"a month ends on the same number", "2026-11-23", 1, forms.Months, "2026-12-23"},
		{"a month over the year end", "2026-12-31", 1, forms.Months, "2027-01-31"},
		{"a month without that day ends on its last", "2026-01-31", 1, forms.Months, "2026-02-28"},
		{"and in a leap year on the 29th", "2028-01-30", 1, forms.Months, "2028-02-29"},
		{"the last day of a short month is no last day of a long one", "2026-02-28", 1, forms.Months, "2026-03-28"},
		{"months are added at once, not one by one", "2026-01-31", 3, forms.Months, "2026-04-30"},
		{"a year", "2026-11-23", 1, forms.Years, "2027-11-23"},
		{"a year from 29 February", "2028-02-29", 1, forms.Years, "2029-02-28"},
		{"four years from 29 February", "2028-02-29", 4, forms.Years, "2032-02-29"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c, ok := deadline.Count(forms.When{Date: day(t, tc.event), Precision: forms.Exact}, deadline.Limit,
				deadline.Span{Length: tc.length, Unit: tc.unit})
			if !ok || c.Day.String() != tc.want || c.Approx {
				t.Errorf("got %s, %t, want %s", c.Day, ok, tc.want)
			}
		})
	}
}

// TestLimitsOfTheLawFiles proves the counts that the shipped procedures make.
// Each row cites the law file and the deadline.
func TestLimitsOfTheLawFiles(t *testing.T) {
	cases := []struct {
		law   string
		event string
		side  deadline.Side
		spans []deadline.Span
		want  string
	}{
		{"gdpr-art77-complaint controller-answer", "2026-10-31", deadline.Wait, []deadline.Span{{Length: 1, Unit: forms.Months}}, "2026-11-30"},
		{"gdpr-art77-complaint controller-answer, extended by two months", "2026-10-31", deadline.Wait, []deadline.Span{{Length: 1, Unit: forms.Months}, {Length: 2, Unit: forms.Months}}, "2027-01-30"},
		{"gdpr-art77-complaint authority-silence", "2026-11-23", deadline.Limit, []deadline.Span{{Length: 3, Unit: forms.Months}}, "2027-02-23"},
		{"gdpr-art77-complaint inadmissibility-decision", "2027-04-02", deadline.Limit, []deadline.Span{{Length: 2, Unit: forms.Weeks}}, "2027-04-16"},
		{"gdpr-art77-complaint transmission", "2027-04-02", deadline.Limit, []deadline.Span{{Length: 6, Unit: forms.Weeks}}, "2027-05-14"},
	}
	for _, tc := range cases {
		c, ok := deadline.Count(forms.When{Date: day(t, tc.event), Precision: forms.Exact}, tc.side, tc.spans...)
		if !ok || c.Day.String() != tc.want {
			t.Errorf("%s: got %s, want %s", tc.law, c.Day, tc.want)
		}
	}
}

// TestUncertainEvents proves that an event that is not known to the day is
// counted on the safe side.
func TestUncertainEvents(t *testing.T) {
	month := deadline.Span{Length: 1, Unit: forms.Months}
	about := forms.When{Date: day(t, "2026-10-01"), Precision: forms.About}
	year := forms.When{Date: day(t, "2026-01-01"), Precision: forms.YearOnly}
	cases := []struct {
		name  string
		event forms.When
		side  deadline.Side
		want  string
	}{
		{"a limit from about a day ends early", about, deadline.Limit, "2026-11-01"},
		{"a wait from about a day ends late", about, deadline.Wait, "2026-12-01"},
		{"a limit from some day of a year", year, deadline.Limit, "2026-02-01"},
		{"a wait from some day of a year", year, deadline.Wait, "2027-01-31"},
	}
	for _, tc := range cases {
		c, ok := deadline.Count(tc.event, tc.side, month)
		if !ok || c.Day.String() != tc.want || !c.Approx {
			t.Errorf("%s: got %s", tc.name, c.Day)
		}
	}
}

// TestNotCounted proves that hours, working days and lengths below one are not
// counted.
func TestNotCounted(t *testing.T) {
	event := forms.When{Date: day(t, "2026-11-23"), Precision: forms.Exact}
	for _, s := range []deadline.Span{{Length: 8, Unit: forms.Hours}, {Length: 5, Unit: forms.WorkingDays}, {Length: 0, Unit: forms.Days}, {Length: -1, Unit: forms.Months}} {
		if c, ok := deadline.Count(event, deadline.Limit, s); ok {
			t.Errorf("%v is counted to %s", s, c.Day)
		}
	}
}

// TestStepsEndAtTheDay proves that a count is never before its event, that a
// later event never ends earlier, that its last step names its day, and that
// every step has its words.
func TestStepsEndAtTheDay(t *testing.T) {
	words, _ := i18n.Locale("en")
	rapid.Check(t, func(t *rapid.T) {
		from := forms.Date{Year: 2026, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		span := deadline.Span{Length: rapid.IntRange(1, 100).Draw(t, "length"),
			Unit: rapid.SampledFrom([]forms.Unit{forms.Days, forms.Weeks, forms.Months, forms.Years}).Draw(t, "unit")}
		side := rapid.SampledFrom([]deadline.Side{deadline.Limit, deadline.Wait}).Draw(t, "side")
		precision := rapid.SampledFrom([]forms.Precision{forms.Exact, forms.About}).Draw(t, "precision")
		count := func(d forms.Date) deadline.Counted {
			c, _ := deadline.Count(forms.When{Date: d, Precision: precision}, side, span)
			return c
		}
		c, later := count(from), count(from.AddDays(1))
		if !c.Day.After(from) || later.Day.Before(c.Day) {
			t.Fatalf("%s gives %s, the day after gives %s", from, c.Day, later.Day)
		}
		if last := c.Steps[len(c.Steps)-1]; last.Days["date"] != c.Day {
			t.Fatalf("the last step names %s", last.Days["date"])
		}
		for _, s := range c.Steps {
			if !words.Has(s.Text) {
				t.Fatalf("no words for %s", s.Text)
			}
		}
	})
}
