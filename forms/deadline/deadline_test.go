package deadline_test

import (
	"slices"
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

func exact(t testing.TB, s string) forms.When {
	return forms.When{Date: day(t, s), Precision: forms.Exact}
}

// excluded is a rule of which the law says that the day of the event is not
// counted, without more.
func excluded() deadline.Rule { return deadline.Rule{Method: forms.EventExcluded} }

// TestArithmetic proves the counting of single spans. The rows are arithmetic of
// the calendar, not statements of law.
func TestArithmetic(t *testing.T) {
	usRolls := deadline.Rule{Method: forms.FRCP6, Calendar: forms.USFederal, Roll: true}
	weekendsRoll := deadline.Rule{Method: forms.EventExcluded, Calendar: forms.Weekends, Roll: true}
	british := deadline.Rule{Method: forms.EventExcluded, Calendar: forms.EnglandWales, Roll: true}
	union := deadline.Rule{Method: forms.Reg1182, Calendar: forms.Weekends, Roll: true}
	included := deadline.Rule{Method: forms.EventIncluded}
	cases := []struct {
		name   string
		event  string
		length int
		unit   forms.Unit
		rule   deadline.Rule
		want   string
	}{
		{"the day of the event is day zero", "2026-11-23", 1, forms.Days, excluded(), "2026-11-24"},
		{"days over a month end", "2026-11-23", 10, forms.Days, excluded(), "2026-12-03"},
		{"days over a year end", "2026-12-25", 14, forms.Days, excluded(), "2027-01-08"},
		{"a last day on a Sunday stays", "2026-11-15", 7, forms.Days, excluded(), "2026-11-22"},
		{"days over 29 February", "2028-02-27", 3, forms.Days, excluded(), "2028-03-01"},
		{"no 29 February in a common year", "2027-02-27", 3, forms.Days, excluded(), "2027-03-02"},
		{"no 29 February in 2100", "2100-02-28", 1, forms.Days, excluded(), "2100-03-01"},
		{"weeks end on the same weekday", "2026-11-23", 2, forms.Weeks, excluded(), "2026-12-07"},
		{"a month ends on the same number", "2026-11-23", 1, forms.Months, excluded(), "2026-12-23"},
		{"a month over the year end", "2026-12-31", 1, forms.Months, excluded(), "2027-01-31"},
		{"a month without that day ends on its last", "2026-01-31", 1, forms.Months, excluded(), "2026-02-28"},
		{"and in a leap year on the 29th", "2028-01-30", 1, forms.Months, excluded(), "2028-02-29"},
		{"the last day of a short month is no last day of a long one", "2026-02-28", 1, forms.Months, excluded(), "2026-03-28"},
		{"months are added at once, not one by one", "2026-01-31", 3, forms.Months, excluded(), "2026-04-30"},
		{"a year", "2026-11-23", 1, forms.Years, excluded(), "2027-11-23"},
		{"a year from 29 February", "2028-02-29", 1, forms.Years, excluded(), "2029-02-28"},
		{"four years from 29 February", "2028-02-29", 4, forms.Years, excluded(), "2032-02-29"},
		{"the day of the event as the first day", "2026-11-23", 10, forms.Days, included, "2026-12-02"},
		{"a month whose first day is that of the event", "2026-11-23", 1, forms.Months, included, "2026-12-22"},
		{"a Saturday rolls to Monday", "2026-11-18", 10, forms.Days, weekendsRoll, "2026-11-30"},
		{"a Sunday rolls to Monday", "2026-11-19", 10, forms.Days, weekendsRoll, "2026-11-30"},
		{"a Friday stays", "2026-11-17", 10, forms.Days, weekendsRoll, "2026-11-27"},
		{"a month that ends on a Sunday rolls", "2026-10-22", 1, forms.Months, weekendsRoll, "2026-11-23"},
		{"a federal holiday in the week rolls", "2026-11-01", 10, forms.Days, usRolls, "2026-11-12"},
		{"Thanksgiving rolls to the Friday after", "2026-11-16", 10, forms.Days, usRolls, "2026-11-27"},
		{"the third Monday of January rolls to Tuesday", "2027-01-08", 10, forms.Days, usRolls, "2027-01-19"},
		{"a Saturday before a Monday that is a holiday rolls to Tuesday", "2027-01-06", 10, forms.Days, usRolls, "2027-01-19"},
		{"Independence Day on a Saturday is observed on the Friday", "2026-06-23", 10, forms.Days, usRolls, "2026-07-06"},
		{"Independence Day on a Sunday is observed on the Monday", "2027-06-24", 10, forms.Days, usRolls, "2027-07-06"},
		{"New Year on a Saturday is observed in the year before", "2027-12-21", 10, forms.Days, usRolls, "2028-01-03"},
		{"Christmas on a Friday runs into the weekend", "2026-12-15", 10, forms.Days, usRolls, "2026-12-28"},
		{"Juneteenth was no holiday before it was made one", "2020-06-09", 10, forms.Days, usRolls, "2020-06-19"},
		{"Juneteenth rolls", "2026-06-09", 10, forms.Days, usRolls, "2026-06-22"},
		{"four days of Easter", "2027-03-16", 10, forms.Days, british, "2027-03-30"},
		{"the same days in the United States", "2027-03-16", 10, forms.Days, usRolls, "2027-03-26"},
		{"Christmas and Boxing Day on a weekend", "2027-12-15", 10, forms.Days, british, "2027-12-29"},
		{"the last Monday of August", "2026-08-21", 10, forms.Days, british, "2026-09-01"},
		{"five working days over a weekend", "2026-11-23", 5, forms.WorkingDays, deadline.Rule{Method: forms.EventExcluded, Calendar: forms.Weekends}, "2026-11-30"},
		{"one working day from a Friday", "2026-11-27", 1, forms.WorkingDays, deadline.Rule{Method: forms.EventExcluded, Calendar: forms.Weekends}, "2026-11-30"},
		{"one working day from a Saturday", "2026-11-28", 1, forms.WorkingDays, deadline.Rule{Method: forms.EventExcluded, Calendar: forms.Weekends}, "2026-11-30"},
		{"five working days over a holiday", "2026-11-20", 5, forms.WorkingDays, deadline.Rule{Method: forms.EventExcluded, Calendar: forms.USFederal}, "2026-11-30"},
		{"working days without a calendar leave weekends out alone", "2026-11-20", 5, forms.WorkingDays, excluded(), "2026-11-27"},
		{"two days from a Friday have two working days in them", "2026-11-27", 2, forms.Days, union, "2026-12-01"},
		{"three days from a Wednesday need nothing", "2026-11-25", 2, forms.Days, union, "2026-11-27"},
		{"one day from a Friday ends on the next working day alone", "2026-11-27", 1, forms.Days, union, "2026-11-30"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c, ok := deadline.Count(exact(t, tc.event), deadline.Limit, tc.rule, deadline.Span{Length: tc.length, Unit: tc.unit})
			if !ok || c.Day.String() != tc.want || c.Approx || c.Silent {
				t.Errorf("got %s, %t, want %s", c.Day, ok, tc.want)
			}
		})
	}
}

// TestHolidays holds the holidays of the library against dates written out. The
// rows are arithmetic: those of the library's own rules, for two years in which
// many fall on weekends.
func TestHolidays(t *testing.T) {
	cases := []struct {
		calendar forms.Calendar
		year     int
		want     []string
	}{
		{forms.USFederal, 2026, []string{"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
			"2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"}},
		{forms.USFederal, 2027, []string{"2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05",
			"2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31"}},
		{forms.EnglandWales, 2026, []string{"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
			"2026-12-25", "2026-12-28"}},
		{forms.EnglandWales, 2027, []string{"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
			"2027-12-27", "2027-12-28"}},
		{forms.Weekends, 2026, nil},
	}
	for _, tc := range cases {
		var got []string
		rule := deadline.Rule{Method: forms.EventExcluded, Calendar: tc.calendar, Roll: true}
		for d := (forms.Date{Year: tc.year, Month: 1, Day: 1}); d.Year == tc.year; d = d.AddDays(1) {
			c, _ := deadline.Count(forms.When{Date: d.AddDays(-1), Precision: forms.Exact}, deadline.Limit, rule, deadline.Span{Length: 1, Unit: forms.Days})
			if w := d.Weekday(); w != 0 && w != 6 && c.Day != d {
				got = append(got, d.String())
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s %d: got %v", tc.calendar, tc.year, got)
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
		c, ok := deadline.Count(tc.event, tc.side, excluded(), month)
		if !ok || c.Day.String() != tc.want || !c.Approx {
			t.Errorf("%s: got %s", tc.name, c.Day)
		}
	}
	c, ok := deadline.From(day(t, "2026-10-01"), excluded(), month)
	if !ok || c.Day.String() != "2026-11-01" || !c.Approx || c.Steps[0].Text != "deadline.step.unknown" {
		t.Errorf("an unknown event: got %s, %v", c.Day, c.Steps)
	}
}

// TestNotCounted proves that hours and lengths below one are not counted, nor
// working days where holidays could make a wait longer.
func TestNotCounted(t *testing.T) {
	working := deadline.Span{Length: 5, Unit: forms.WorkingDays}
	cases := []struct {
		span deadline.Span
		side deadline.Side
		rule deadline.Rule
		want bool
	}{
		{deadline.Span{Length: 8, Unit: forms.Hours}, deadline.Limit, excluded(), false},
		{deadline.Span{Length: 0, Unit: forms.Days}, deadline.Limit, excluded(), false},
		{deadline.Span{Length: -1, Unit: forms.Months}, deadline.Limit, excluded(), false},
		{working, deadline.Wait, excluded(), false},
		{working, deadline.Wait, deadline.Rule{Calendar: forms.USFederal}, true},
		{working, deadline.Limit, excluded(), true},
	}
	for _, tc := range cases {
		if c, ok := deadline.Count(exact(t, "2026-11-23"), tc.side, tc.rule, tc.span); ok != tc.want {
			t.Errorf("%v: counted is %t, to %s", tc.span, ok, c.Day)
		}
	}
}

// TestNotes proves that a count says what is not sure about it.
func TestNotes(t *testing.T) {
	days := deadline.Span{Length: 10, Unit: forms.Days}
	cases := []struct {
		name string
		rule deadline.Rule
		span deadline.Span
		want []i18n.Key
	}{
		{"the law says how", excluded(), days, nil},
		{"the law is silent", deadline.Rule{}, days, []i18n.Key{"deadline.counting-unverified"}},
		{"no holidays are known", excluded(), deadline.Span{Length: 5, Unit: forms.WorkingDays}, []i18n.Key{"deadline.no-holidays"}},
		{"it rolled over", deadline.Rule{Method: forms.FRCP6, Calendar: forms.USFederal, Roll: true}, days, []i18n.Key{"deadline.plan-without"}},
	}
	for _, tc := range cases {
		c, _ := deadline.Count(exact(t, "2026-11-18"), deadline.Limit, tc.rule, tc.span)
		if got := c.Notes(); !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %v", tc.name, got)
		}
	}
}

// TestSafe proves that the day to plan with is the last day before it rolled
// over, less what the rule advises.
func TestSafe(t *testing.T) {
	rolls := deadline.Rule{Method: forms.FRCP6, Calendar: forms.USFederal, Roll: true}
	c, _ := deadline.Count(exact(t, "2026-11-18"), deadline.Limit, rolls, deadline.Span{Length: 10, Unit: forms.Days})
	cases := []struct {
		safety forms.Safety
		want   string
	}{
		{forms.Safety{}, "2026-11-28"},
		{forms.Safety{Length: 7, Unit: forms.Days}, "2026-11-21"},
		{forms.Safety{Length: 1, Unit: forms.WorkingDays}, "2026-11-27"},
		{forms.Safety{Length: 2, Unit: forms.WorkingDays}, "2026-11-25"}, // over Thanksgiving
	}
	for _, tc := range cases {
		if got := c.Safe(tc.safety); got.String() != tc.want {
			t.Errorf("%v: got %s, want %s", tc.safety, got, tc.want)
		}
	}
}

// TestStepsEndAtTheDay proves that a count is never before its event, that a
// later event never ends earlier, that its last step names its day, that its days
// run from the event to the last day, and that everything has its words.
func TestStepsEndAtTheDay(t *testing.T) {
	words, _ := i18n.Locale("en")
	for _, k := range deadline.DayKinds() {
		if !words.Has(k.Key()) {
			t.Errorf("no words for %s", k)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		from := forms.Date{Year: 2026, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		span := deadline.Span{Length: rapid.IntRange(1, 100).Draw(t, "length"),
			Unit: rapid.SampledFrom([]forms.Unit{forms.Days, forms.WorkingDays, forms.Weeks, forms.Months, forms.Years}).Draw(t, "unit")}
		rule := deadline.Rule{Calendar: rapid.SampledFrom([]forms.Calendar{forms.Weekends, forms.USFederal, forms.EnglandWales}).Draw(t, "calendar"),
			Roll:   rapid.Bool().Draw(t, "roll"),
			Method: rapid.SampledFrom([]forms.Method{forms.SilentMethod, forms.EventExcluded, forms.Reg1182, forms.FRCP6}).Draw(t, "method")}
		side := rapid.SampledFrom([]deadline.Side{deadline.Limit, deadline.Wait}).Draw(t, "side")
		precision := rapid.SampledFrom([]forms.Precision{forms.Exact, forms.About}).Draw(t, "precision")
		count := func(d forms.Date) deadline.Counted {
			c, _ := deadline.Count(forms.When{Date: d, Precision: precision}, side, rule, span)
			return c
		}
		c, later := count(from), count(from.AddDays(1))
		if !c.Day.After(from) || later.Day.Before(c.Day) || c.Day.Before(c.Plain) {
			t.Fatalf("%s gives %s, the day after gives %s", from, c.Day, later.Day)
		}
		if last := c.Steps[len(c.Steps)-1]; last.Days["date"] != c.Day {
			t.Fatalf("the last step names %s", last.Days["date"])
		}
		if all := c.Days(); all != nil && (all[0].Date != c.From || all[len(all)-1] != deadline.Day{Date: c.Day, Kind: deadline.DayLast, N: all[len(all)-1].N}) {
			t.Fatalf("the days run from %v to %v", all[0], all[len(all)-1])
		}
		for _, s := range c.Steps {
			if !words.Has(s.Text) {
				t.Fatalf("no words for %s", s.Text)
			}
		}
		for _, k := range c.Notes() {
			if !words.Has(k) {
				t.Fatalf("no words for %s", k)
			}
		}
	})
}

// TestDays proves what each day of a count is called.
func TestDays(t *testing.T) {
	cases := []struct {
		name, event string
		span        deadline.Span
		rule        deadline.Rule
		want        string
	}{
		{"calendar days that roll", "2026-11-24", deadline.Span{Length: 4, Unit: forms.Days}, deadline.Rule{Method: forms.FRCP6, Calendar: forms.USFederal, Roll: true},
			"24 zero, 25 counted 1, 26 counted 2, 27 counted 3, 28 rolls, 29 rolls, 30 last"},
		{"working days over a holiday", "2026-11-24", deadline.Span{Length: 3, Unit: forms.WorkingDays}, deadline.Rule{Method: forms.EventExcluded, Calendar: forms.USFederal},
			"24 zero, 25 counted 1, 26 holiday, 27 counted 2, 28 weekend, 29 weekend, 30 last"},
		{"the event as the first day", "2026-11-24", deadline.Span{Length: 3, Unit: forms.Days}, deadline.Rule{Method: forms.EventIncluded},
			"24 counted 1, 25 counted 2, 26 last"},
		{"a month passes", "2026-02-25", deadline.Span{Length: 1, Unit: forms.Months}, excluded(),
			"25 zero, 26 passes, 27 passes, 28 passes, 1 passes, 2 passes, 3 passes, 4 passes, 5 passes, 6 passes, 7 passes, 8 passes, 9 passes, 10 passes, 11 passes, 12 passes, 13 passes, 14 passes, 15 passes, 16 passes, 17 passes, 18 passes, 19 passes, 20 passes, 21 passes, 22 passes, 23 passes, 24 passes, 25 last"},
	}
	for _, tc := range cases {
		c, _ := deadline.Count(exact(t, tc.event), deadline.Limit, tc.rule, tc.span)
		if got := dayWords(c.Days()); got != tc.want {
			t.Errorf("%s: got %s", tc.name, got)
		}
	}
	long, _ := deadline.Count(exact(t, "2026-11-24"), deadline.Limit, excluded(), deadline.Span{Length: 5, Unit: forms.Years})
	if long.Days() != nil {
		t.Error("five years are shown day by day")
	}
}
