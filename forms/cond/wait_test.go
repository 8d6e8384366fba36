package cond

import "testing"

// TestAWaitIsCountedFromItsEvent proves that "d < today - 1m" agrees with a limit
// of one month counted from d, at the ends of months too.
func TestAWaitIsCountedFromItsEvent(t *testing.T) {
	e, err := Parse("d < today - 1m")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		from, today string
		want        Truth
	}{
		{"2026-02-28", "2026-03-28", No}, // the last day of the month that is waited for
		{"2026-02-28", "2026-03-29", Yes},
		{"2026-02-28", "2026-03-31", Yes},
		{"2026-01-31", "2026-02-28", No},
		{"2026-01-31", "2026-03-01", Yes},
		{"2026-10-23", "2026-11-23", No},
		{"2026-10-23", "2026-11-24", Yes},
	}
	for _, tc := range cases {
		from, _ := parseDay(tc.from)
		today, _ := parseDay(tc.today)
		if got := e.Eval(waiting{from, today}); got != tc.want {
			t.Errorf("from %s, on %s: %s", tc.from, tc.today, got)
		}
	}
}

type waiting struct{ from, today Day }

func (w waiting) Value(Ref) Value         { return DateValue(w.from, w.from) }
func (w waiting) Items(Ref) ([]Env, bool) { return nil, false }
func (w waiting) Today() Day              { return w.today }
