package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// months are months of thirty days that begin two places into the week, in two
// systems.
func months(m CalendarMove) CalendarMonth {
	year, _ := strconv.Atoi(m.Year)
	at := year*12 + max(m.Month, 0) + m.By
	out := CalendarMonth{System: "Calendar", Month: "Month", Year: "Year", Systems: []string{"one", "two"}, SystemNow: m.System,
		Months: []string{"first", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "last"}, MonthNow: at % 12, YearNow: strconv.Itoa(at / 12),
		Before: "Before", After: "After", Weekdays: []string{"a", "b", "c", "d", "e", "f", "g"}, Lead: 2}
	for d := 1; d <= 30; d++ {
		out.Days = append(out.Days, CalendarDay{Label: strconv.Itoa(d), Name: out.Months[out.MonthNow] + " " + strconv.Itoa(d), Chosen: d == 14})
	}
	return out
}

// The days of a month are reached with the arrows, also those of the months beside,
// in both directions; enter and space choose.
func TestCalendarByKeyboard(t *testing.T) {
	for _, c := range []struct {
		dir  Direction
		keys []fyne.KeyName
		want string
	}{
		{LTR, nil, "3 14"},
		{LTR, []fyne.KeyName{fyne.KeyRight, fyne.KeyDown}, "3 22"},
		{RTL, []fyne.KeyName{fyne.KeyRight}, "3 13"},
		{LTR, []fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, "2 30"},
		{LTR, []fyne.KeyName{fyne.KeyPageDown}, "4 14"},
		{LTR, []fyne.KeyName{fyne.KeyPageUp, fyne.KeyLeft}, "2 13"},
		{LTR, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, "4 5"},
	} {
		chosen := -1
		cal := NewCalendar(c.dir, months(CalendarMove{Month: 2, Year: "2026"}), months, func(day int) { chosen = day })
		w := show(t, NewColumn(0, cal), 500, 700)
		cal.FocusOn(w.Canvas())
		press(w, c.keys...)
		if got := w.Canvas().Focused().(Accessible).Name(); got != c.want {
			t.Errorf("%v leads to %q, want %q", c.keys, got, c.want)
		}
		press(w, fyne.KeySpace)
		if want, _ := strconv.Atoi(c.want[2:]); chosen != want-1 {
			t.Errorf("chose %d", chosen)
		}
	}
}

// A year that is typed leads there without taking the keyboard from its field.
func TestCalendarYear(t *testing.T) {
	cal := NewCalendar(LTR, months(CalendarMove{Month: 2, Year: "2026"}), months, nil)
	w := show(t, NewColumn(0, cal), 500, 700)
	test.FocusNext(w.Canvas())
	test.FocusNext(w.Canvas())
	test.FocusNext(w.Canvas())
	year, ok := w.Canvas().Focused().(*Entry)
	if !ok {
		t.Fatalf("the keyboard is on %T", w.Canvas().Focused())
	}
	press(w, fyne.KeyEnd, fyne.KeyBackspace)
	year.TypedRune('5')
	if w.Canvas().Focused() != year || year.Text() != "2025" || cal.Name() != "3 2025" || cal.Value() != "3 14" {
		t.Errorf("%q stands in the field, the calendar shows %q", year.Text(), cal.Name())
	}
}
