package i18n

import (
	"fmt"
	"strings"
	"time"

	"github.com/go-playground/locales"
)

// Date returns a day of the Gregorian calendar in the long form of CLDR: "23
// November 2026", "23. November 2026", "23 novembre 2026", "23 نوفمبر 2026".
// It departs from CLDR in one place: French writes the first of a month "1er",
// as every French text does. A language whose names are not known gives ISO
// 8601, "2026-11-23". The day must exist; m and d count from 1.
func Date(t Tag, y, m, d int) string {
	c := calendar(t)
	if c == nil {
		return isoDate(t, y, m, d)
	}
	return finished(t, d, c.FmtDateLong(carrier(y, m, d)))
}

// WeekdayDate returns a day with its weekday in full: "Monday 14 December
// 2026", "Montag, 14. Dezember 2026", "الاثنين، 14 ديسمبر 2026".
func WeekdayDate(t Tag, y, m, d int) string {
	c := calendar(t)
	if c == nil {
		return isoDate(t, y, m, d)
	}
	return finished(t, d, fullDate(t, c, carrier(y, m, d)))
}

// DateShortWeekday returns a day with weekday and month cut short: "Mon 14 Dec
// 2026", "lun. 14 déc. 2026", "Mo., 14. Dez. 2026". Arabic has no short names
// and gives the full ones.
func DateShortWeekday(t Tag, y, m, d int) string {
	c := calendar(t)
	if c == nil {
		return isoDate(t, y, m, d)
	}
	day := carrier(y, m, d)
	text := fullDate(t, c, day)
	text = strings.Replace(text, c.WeekdayWide(day.Weekday()), c.WeekdayAbbreviated(day.Weekday()), 1)
	text = strings.Replace(text, c.MonthWide(day.Month()), c.MonthAbbreviated(day.Month()), 1)
	return finished(t, d, text)
}

// DateShort returns a day with its month cut short: "14 Dec 2026", "14 déc. 2026",
// "14. Dez. 2026". Arabic has no short names and gives the full ones.
func DateShort(t Tag, y, m, d int) string {
	c := calendar(t)
	if c == nil {
		return isoDate(t, y, m, d)
	}
	day := carrier(y, m, d)
	text := strings.Replace(c.FmtDateLong(day), c.MonthWide(day.Month()), c.MonthAbbreviated(day.Month()), 1)
	return finished(t, d, text)
}

// fullDate is the full form of CLDR, but for two languages: English without the
// comma that newer releases of CLDR have dropped too, and Finnish, whose
// weekday the library leaves out.
func fullDate(t Tag, c locales.Translator, day time.Time) string {
	if t != "en-US" && t.Base() == "en" || t.Base() == "fi" {
		return c.WeekdayWide(day.Weekday()) + " " + c.FmtDateLong(day)
	}
	return c.FmtDateFull(day)
}

// finished writes the first of a month as an ordinal in French, and the digits of the
// tag.
func finished(t Tag, d int, text string) string {
	if t.Base() == "fr" && d == 1 {
		text = strings.Replace(text, "1 ", "1er ", 1)
	}
	return t.Digits().Write(text)
}

// Month returns a month with its year: "November 2026", "novembre 2026",
// "نوفمبر 2026", "noviembre de 2026". A language whose names are not known
// gives ISO 8601, "2026-11". Months count from 1.
func Month(t Tag, y, m int) string {
	c := calendar(t)
	if c == nil || m < 1 || m > 12 {
		return t.Digits().Write(fmt.Sprintf("%04d-%02d", y, m))
	}
	name := standAlone(t.Base(), m)
	if name == "" {
		name = c.MonthWide(time.Month(m))
	}
	return t.Digits().Write(fmt.Sprintf(monthPattern(t.Base()), name, y))
}

// monthPattern is the pattern "yMMMM" of CLDR for month and year.
func monthPattern(base Tag) string {
	switch base {
	case "bg":
		return "%[1]s %[2]d г."
	case "es", "pt":
		return "%[1]s de %[2]d"
	case "hr":
		return "%[1]s %[2]d."
	case "hu":
		return "%[2]d. %[1]s"
	case "lt":
		return "%[2]d m. %[1]s"
	case "lv":
		return "%[2]d. gada %[1]s"
	}
	return "%[1]s %[2]d"
}

// standAlone returns the name of a month as it stands without a day, in the
// languages where that differs from its form in a date, and else "". The names
// are those of CLDR ("stand-alone"), which the library leaves out.
func standAlone(base Tag, m int) string {
	names := map[Tag]string{
		"cs": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
		"el": "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
		"fi": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
		"hr": "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
		"lt": "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
		"pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
		"sk": "január február marec apríl máj jún júl august september október november december",
	}
	all := strings.Fields(names[base])
	if len(all) == 0 {
		return ""
	}
	return all[m-1]
}

// carrier holds a day for the library, which asks for a time.
func carrier(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

func isoDate(t Tag, y, m, d int) string {
	return t.Digits().Write(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
}

// Clock returns a time of day by the 24 hours of a day: "09:05".
func Clock(t Tag, hour, minute int) string {
	return t.Digits().Write(fmt.Sprintf("%02d:%02d", hour, minute))
}
