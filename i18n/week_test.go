package i18n

import (
	"testing"
	"time"
)

// Weeks begin as people expect them to, and days and months have their names.
func TestWeeks(t *testing.T) {
	for _, c := range []struct {
		lang         Tag
		first        time.Weekday
		monday, june string
	}{
		{"en", time.Monday, "Mon", "June"}, {"en-US", time.Sunday, "Mon", "June"}, {"de", time.Monday, "Mo.", "Juni"},
		{"fr", time.Monday, "lun.", "juin"}, {"ar", time.Saturday, "الاثنين", "يونيو"}, {"fa", time.Saturday, "Mon", "06"},
		{"he", time.Sunday, "Mon", "06"}, {"pl", time.Monday, "pon.", "czerwiec"},
	} {
		if got := FirstWeekday(c.lang); got != c.first {
			t.Errorf("%s: weeks begin with %s", c.lang, got)
		}
		if got := WeekdayShort(c.lang, time.Monday); got != c.monday {
			t.Errorf("%s: Monday is %q, want %q", c.lang, got, c.monday)
		}
		if got := MonthName(c.lang, 6); got != c.june {
			t.Errorf("%s: June is %q, want %q", c.lang, got, c.june)
		}
	}
}
