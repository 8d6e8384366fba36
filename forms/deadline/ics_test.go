package deadline_test

import (
	"fmt"
	"strings"
	"testing"

	"recourse/forms/deadline"
)

func dayWords(days []deadline.Day) string {
	var out []string
	for _, d := range days {
		s := fmt.Sprintf("%d %s", d.Date.Day, d.Kind)
		if d.Kind == deadline.DayCounted {
			s += fmt.Sprintf(" %d", d.N)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// TestICS proves the whole of a calendar file: lines ended and folded as RFC 5545
// has it, text escaped, reminders, and the same entry for the same key.
func TestICS(t *testing.T) {
	event := deadline.Event{Key: "case limit", Day: day(t, "2026-12-31"), Title: `File the "motion"; court, clerk \ sheriff`,
		Notes: []string{"First line.", "Zweite Zeile, die so lang ist, dass sie gefaltet wird: ääääääääääääääääääääää."}, Alarm: "Near", Early: []int{7, 1, 0}}
	got := string(deadline.ICS(day(t, "2026-11-23"), []deadline.Event{event}))
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Recourse//deadlines//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:`+uidOf(t, got)+`
DTSTAMP:20261123T000000Z
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:File the "motion"\; court\, clerk \\ sheriff
DESCRIPTION:First line.\nZweite Zeile\, die so lang ist\, dass sie gefaltet
  wird: ääääääääääääääääääääää.
CLASS:PRIVATE
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Near
TRIGGER:-P6DT15H
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Near
TRIGGER:-PT15H
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Near
TRIGGER:PT9H
END:VALARM
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s", got)
	}
	again := event
	again.Day, again.Title = day(t, "2027-01-04"), "Other"
	if uidOf(t, string(deadline.ICS(day(t, "2026-11-24"), []deadline.Event{again}))) != uidOf(t, got) {
		t.Error("the same key has another entry")
	}
	again.Key = "case other"
	if uidOf(t, string(deadline.ICS(day(t, "2026-11-24"), []deadline.Event{again}))) == uidOf(t, got) {
		t.Error("another key has the same entry")
	}
}

// TestICSFoldsBetweenCharacters proves that no line is longer than 75 bytes and
// that unfolding gives the text back, whatever stands in it.
func TestICSFoldsBetweenCharacters(t *testing.T) {
	for n := range 200 {
		title := strings.Repeat("a", n%7) + strings.Repeat("سهم", n)
		file := string(deadline.ICS(day(t, "2026-11-23"), []deadline.Event{{Key: "k", Day: day(t, "2026-11-24"), Title: title}}))
		for _, line := range strings.Split(file, "\r\n") {
			if len(line) > 75 || strings.ToValidUTF8(line, "") != line {
				t.Fatalf("the line %q", line)
			}
		}
		if !strings.Contains(strings.ReplaceAll(file, "\r\n ", ""), "SUMMARY:"+title+"\r\n") {
			t.Fatalf("%d: the title is not there", n)
		}
	}
}

func uidOf(t *testing.T, file string) string {
	t.Helper()
	_, rest, ok := strings.Cut(file, "UID:")
	uid, _, _ := strings.Cut(rest, "\r\n")
	if !ok || strings.Contains(uid, "case") {
		t.Fatalf("UID %q", uid)
	}
	return uid
}
