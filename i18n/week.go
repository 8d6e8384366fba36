package i18n

import "time"

// FirstWeekday returns the day that a week begins with in a calendar for readers of
// a language, by the week data of CLDR for the country where most of them live:
// Monday for most, Sunday and Saturday for some. English without a region is that
// of Britain and Ireland.
func FirstWeekday(t Tag) time.Weekday {
	if t == "en-US" || t == "en-CA" || t == "pt-BR" {
		return time.Sunday
	}
	switch t.Base() {
	case "ar", "fa", "ps", "ckb":
		return time.Saturday
	case "am", "bn", "he", "hi", "id", "ja", "km", "ko", "ne", "pt", "ta", "th", "ti", "ur":
		return time.Sunday
	}
	return time.Monday
}

// WeekdayShort returns the short name of a day of the week: "Mon", "lun.", "Mo".
// A language whose names are not known gives the English one.
func WeekdayShort(t Tag, d time.Weekday) string {
	c := calendar(t)
	if c == nil {
		return d.String()[:3]
	}
	return c.WeekdayAbbreviated(d)
}

// MonthName returns the name of a Gregorian month as it stands alone. A language
// whose names are not known gives its number.
func MonthName(t Tag, m int) string {
	c := calendar(t)
	switch {
	case c == nil || m < 1 || m > 12:
		return t.Digits().Write(padded(int64(m), 2))
	case standAlone(t.Base(), m) != "":
		return standAlone(t.Base(), m)
	}
	return c.MonthWide(time.Month(m))
}
