package deadline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"recourse/forms"
)

// Event is a day in a calendar file. Its words come from catalogs and name no
// person; Key is what tells it from all others, such as the ids of case and rule,
// and does not stand in the file.
type Event struct {
	Key   string
	Day   forms.Date
	Title string
	Notes []string // lines
	Alarm string   // the words of the reminders
	Early []int    // reminders, in days before; 0 is the day itself
}

// ICS writes events as a calendar file (RFC 5545): whole days, private, with
// reminders at nine in the morning. The same events and stamp give the same
// bytes, and the same Key the same entry, so that a file read again replaces what
// was read before.
func ICS(stamp forms.Date, events []Event) []byte {
	var w icsWriter
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//Recourse//deadlines//EN")
	w.line("CALSCALE", "GREGORIAN")
	for _, e := range events {
		w.event(stamp, e)
	}
	w.line("END", "VCALENDAR")
	return []byte(w.String())
}

type icsWriter struct{ strings.Builder }

func (w *icsWriter) event(stamp forms.Date, e Event) {
	sum := sha256.Sum256([]byte(e.Key))
	w.line("BEGIN", "VEVENT")
	w.line("UID", hex.EncodeToString(sum[:16])+"@recourse.invalid")
	w.line("DTSTAMP", icsDay(stamp)+"T000000Z")
	w.line("DTSTART;VALUE=DATE", icsDay(e.Day))
	w.line("DTEND;VALUE=DATE", icsDay(e.Day.AddDays(1)))
	w.line("SUMMARY", icsText(e.Title))
	if len(e.Notes) > 0 {
		w.line("DESCRIPTION", icsText(strings.Join(e.Notes, "\n")))
	}
	w.line("CLASS", "PRIVATE")
	w.line("TRANSP", "TRANSPARENT")
	for _, n := range e.Early {
		w.line("BEGIN", "VALARM")
		w.line("ACTION", "DISPLAY")
		w.line("DESCRIPTION", icsText(e.Alarm))
		w.line("TRIGGER", icsEarly(n))
		w.line("END", "VALARM")
	}
	w.line("END", "VEVENT")
}

// icsEarly is nine in the morning, n days before the day begins.
func icsEarly(n int) string {
	if n == 0 {
		return "PT9H"
	}
	if n == 1 {
		return "-PT15H"
	}
	return fmt.Sprintf("-P%dDT15H", n-1)
}

func icsDay(d forms.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// icsText escapes a text value.
func icsText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
}

// icsWidth is the most bytes of a line, its end left out.
const icsWidth = 75

// line writes a content line, folded between characters.
func (w *icsWriter) line(name, value string) {
	rest := name + ":" + value
	for width := icsWidth; len(rest) > width; width = icsWidth - 1 {
		cut := width
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	w.WriteString(rest + "\r\n")
}
