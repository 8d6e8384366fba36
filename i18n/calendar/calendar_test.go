package calendar

import "testing"

// Days of published tables: of Reingold and Dershowitz, Calendrical Calculations,
// appendix C, for the Persian calendar; of the calendar of Umm al-Qura, the first
// days of its months and its feasts; of daily life.
func TestPublishedDays(t *testing.T) {
	for _, c := range []struct {
		system    System
		day, want Date // in the calendar, and Gregorian
	}{
		{Persian, Date{1308, 6, 3}, Date{1929, 8, 25}},
		{Persian, Date{1320, 7, 7}, Date{1941, 9, 29}},
		{Persian, Date{1322, 1, 29}, Date{1943, 4, 19}},
		{Persian, Date{1322, 7, 14}, Date{1943, 10, 7}},
		{Persian, Date{1370, 12, 27}, Date{1992, 3, 17}},
		{Persian, Date{1374, 12, 6}, Date{1996, 2, 25}},
		{Persian, Date{1417, 8, 19}, Date{2038, 11, 10}},
		{Persian, Date{1473, 4, 28}, Date{2094, 7, 18}},
		{Persian, Date{1357, 11, 22}, Date{1979, 2, 11}},
		{Persian, Date{1399, 12, 30}, Date{2021, 3, 20}},
		{Persian, Date{1403, 12, 30}, Date{2025, 3, 20}},
		{Persian, Date{1405, 9, 2}, Date{2026, 11, 23}},
		{Islamic, Date{1356, 1, 1}, Date{1937, 3, 14}},
		{Islamic, Date{1445, 9, 1}, Date{2024, 3, 11}},
		{Islamic, Date{1445, 12, 10}, Date{2024, 6, 16}},
		{Islamic, Date{1446, 1, 1}, Date{2024, 7, 7}},
		{Islamic, Date{1446, 10, 1}, Date{2025, 3, 30}},
		{Islamic, Date{1447, 1, 1}, Date{2025, 6, 26}},
		{Islamic, Date{1448, 6, 13}, Date{2026, 11, 23}},
		{Islamic, Date{1500, 12, 30}, Date{2077, 11, 16}},
		{Islamic, Date{1518, 3, 5}, Date{2094, 7, 18}}, // tabular
	} {
		got, ok := c.system.Gregorian(c.day)
		if !ok || got != c.want {
			t.Errorf("%s %v is %v, want %v", c.system, c.day, got, c.want)
		}
		if back, ok := c.system.Of(c.want); !ok || back != c.day {
			t.Errorf("%v is %v in %s, want %v", c.want, back, c.system, c.day)
		}
	}
}

// The leap years of Iran, as its calendar centre has them.
func TestPersianLeapYears(t *testing.T) {
	leap := map[int]bool{}
	for _, y := range []int{1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403,
		1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441} {
		leap[y] = true
	}
	for y := 1342; y <= 1441; y++ {
		if got := Persian.Days(y, 12) == 30; got != leap[y] {
			t.Errorf("%d is a leap year: %v", y, got)
		}
	}
}

// Every day of three centuries goes to each calendar and back, and days follow one
// another without a gap, at the edges of the table too.
func TestDaysFollow(t *testing.T) {
	for _, s := range Systems() {
		before := Date{}
		for n := Gregorian.number(Date{1830, 1, 1}); n < Gregorian.number(Date{2120, 1, 1}); n++ {
			day := gregorianOf(n)
			got, ok := s.Of(day)
			if !ok {
				t.Fatalf("%s has no %v", s, day)
			}
			if back, ok := s.Gregorian(got); !ok || back != day {
				t.Fatalf("%s %v goes back to %v, not %v", s, got, back, day)
			}
			if before != (Date{}) && !follows(s, before, got) {
				t.Fatalf("%s: %v follows %v", s, got, before)
			}
			before = got
		}
	}
}

func follows(s System, a, b Date) bool {
	switch {
	case b.Day > 1:
		return b == Date{a.Year, a.Month, a.Day + 1}
	case b.Month > 1:
		return a.Day == s.Days(a.Year, a.Month) && b == Date{a.Year, a.Month + 1, 1}
	}
	return a.Month == 12 && a.Day == s.Days(a.Year, 12) && b == Date{a.Year + 1, 1, 1}
}

// What is no day is refused.
func TestNoDays(t *testing.T) {
	for s, days := range map[System][]Date{
		Gregorian: {{2026, 2, 29}, {2026, 13, 1}, {2026, 0, 1}, {0, 1, 1}},
		Persian:   {{1404, 12, 30}, {1405, 7, 31}, {99, 1, 1}, {1405, 1, 0}},
		Islamic:   {{1448, 6, 31}, {1700, 1, 1}, {1448, 13, 1}},
		"other":   {{1, 1, 1}},
	} {
		for _, d := range days {
			if got, ok := s.Gregorian(d); ok {
				t.Errorf("%s %v is %v", s, d, got)
			}
		}
	}
	if _, ok := Persian.Of(Date{2026, 2, 30}); ok {
		t.Error("the 30th of February is a day")
	}
	if got := Weekday(Date{2026, 11, 23}); got != 1 {
		t.Errorf("23 November 2026 is day %d of the week", got)
	}
}
