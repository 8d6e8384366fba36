package i18n

import "testing"

// Days in the four languages with catalogs, by hand against CLDR: long form,
// with weekday, with short weekday, and the month alone.
func TestDates(t *testing.T) {
	tests := []struct {
		tag                         Tag
		y, m, d                     int
		long, weekday, short, month string
	}{
		{"en", 2026, 11, 23, "23 November 2026", "Monday 23 November 2026", "Mon 23 Nov 2026", "November 2026"},
		{"en-GB", 2026, 12, 14, "14 December 2026", "Monday 14 December 2026", "Mon 14 Dec 2026", "December 2026"},
		{"en-US", 2026, 11, 1, "November 1, 2026", "Sunday, November 1, 2026", "Sun, Nov 1, 2026", "November 2026"},
		{"fr", 2026, 11, 23, "23 novembre 2026", "lundi 23 novembre 2026", "lun. 23 nov. 2026", "novembre 2026"},
		{"fr", 2026, 1, 1, "1er janvier 2026", "jeudi 1er janvier 2026", "jeu. 1er janv. 2026", "janvier 2026"},
		{"fr-BE", 2024, 2, 29, "29 février 2024", "jeudi 29 février 2024", "jeu. 29 févr. 2024", "février 2024"},
		{"fr", 2021, 5, 21, "21 mai 2021", "vendredi 21 mai 2021", "ven. 21 mai 2021", "mai 2021"},
		{"de", 2026, 11, 23, "23. November 2026", "Montag, 23. November 2026", "Mo., 23. Nov. 2026", "November 2026"},
		{"de-AT", 1984, 3, 3, "3. März 1984", "Samstag, 3. März 1984", "Sa., 3. März 1984", "März 1984"},
		{"ar", 2026, 11, 23, "23 نوفمبر 2026", "الاثنين، 23 نوفمبر 2026", "الاثنين، 23 نوفمبر 2026", "نوفمبر 2026"},
		{"ar-TN", 2026, 1, 2, "2 يناير 2026", "الجمعة، 2 يناير 2026", "الجمعة، 2 يناير 2026", "يناير 2026"},
		{"vo", 2026, 1, 2, "2026-01-02", "2026-01-02", "2026-01-02", "2026-01"},
	}
	for _, tt := range tests {
		check(t, "Date", tt.tag, Date(tt.tag, tt.y, tt.m, tt.d), tt.long)
		check(t, "WeekdayDate", tt.tag, WeekdayDate(tt.tag, tt.y, tt.m, tt.d), tt.weekday)
		check(t, "DateShortWeekday", tt.tag, DateShortWeekday(tt.tag, tt.y, tt.m, tt.d), tt.short)
		check(t, "Month", tt.tag, Month(tt.tag, tt.y, tt.m), tt.month)
	}
}

// A day with its month cut short.
func TestShortDates(t *testing.T) {
	for tag, want := range map[Tag]string{"en": "23 Nov 2026", "en-US": "Nov 23, 2026", "fr": "23 nov. 2026", "de": "23. Nov. 2026",
		"ar": "23 نوفمبر 2026", "vo": "2026-11-23"} {
		check(t, "DateShort", tag, DateShort(tag, 2026, 11, 23), want)
	}
	check(t, "DateShort", "fr", DateShort("fr", 2026, 1, 1), "1er janv. 2026")
}

// The other languages of the European Economic Area: the day in the case that a
// date needs, the month in the one that stands alone, and Finnish weekdays.
func TestDatesOfEurope(t *testing.T) {
	tests := []struct {
		tag                  Tag
		long, weekday, month string
	}{
		{"bg", "2 ноември 2026 г.", "понеделник, 2 ноември 2026 г.", "ноември 2026 г."},
		{"cs", "2. listopadu 2026", "pondělí 2. listopadu 2026", "listopad 2026"},
		{"da", "2. november 2026", "mandag den 2. november 2026", "november 2026"},
		{"el", "2 Νοεμβρίου 2026", "Δευτέρα, 2 Νοεμβρίου 2026", "Νοέμβριος 2026"},
		{"es", "2 de noviembre de 2026", "lunes, 2 de noviembre de 2026", "noviembre de 2026"},
		{"et", "2. november 2026", "esmaspäev, 2. november 2026", "november 2026"},
		{"fi", "2. marraskuuta 2026", "maanantaina 2. marraskuuta 2026", "marraskuu 2026"},
		{"ga", "2 Samhain 2026", "Dé Luain 2 Samhain 2026", "Samhain 2026"},
		{"hr", "2. studenoga 2026.", "ponedjeljak, 2. studenoga 2026.", "studeni 2026."},
		{"hu", "2026. november 2.", "2026. november 2., hétfő", "2026. november"},
		{"is", "2. nóvember 2026", "mánudagur, 2. nóvember 2026", "nóvember 2026"},
		{"it", "2 novembre 2026", "lunedì 2 novembre 2026", "novembre 2026"},
		{"lt", "2026 m. lapkričio 2 d.", "2026 m. lapkričio 2 d., pirmadienis", "2026 m. lapkritis"},
		{"lv", "2026. gada 2. novembris", "pirmdiena, 2026. gada 2. novembris", "2026. gada novembris"},
		{"mt", "2 ta’ Novembru 2026", "It-Tnejn, 2 ta’ Novembru 2026", "Novembru 2026"},
		{"nb", "2. november 2026", "mandag 2. november 2026", "november 2026"},
		{"nl", "2 november 2026", "maandag 2 november 2026", "november 2026"},
		{"pl", "2 listopada 2026", "poniedziałek, 2 listopada 2026", "listopad 2026"},
		{"pt", "2 de novembro de 2026", "segunda-feira, 2 de novembro de 2026", "novembro de 2026"},
		{"ro", "2 noiembrie 2026", "luni, 2 noiembrie 2026", "noiembrie 2026"},
		{"sk", "2. novembra 2026", "pondelok 2. novembra 2026", "november 2026"},
		{"sl", "02. november 2026", "ponedeljek, 02. november 2026", "november 2026"},
		{"sv", "2 november 2026", "måndag 2 november 2026", "november 2026"},
	}
	for _, tt := range tests {
		check(t, "Date", tt.tag, Date(tt.tag, 2026, 11, 2), tt.long)
		check(t, "WeekdayDate", tt.tag, WeekdayDate(tt.tag, 2026, 11, 2), tt.weekday)
		check(t, "Month", tt.tag, Month(tt.tag, 2026, 11), tt.month)
	}
}

// Every table of stand-alone names has twelve, and a month out of range is
// written as it is.
func TestMonthNamesAreComplete(t *testing.T) {
	for tag := range constructors() {
		for m := 1; m <= 12; m++ {
			if name := Month(tag, 2026, m); len(name) < len("mai 2026") {
				t.Errorf("Month(%q, 2026, %d) = %q", tag, m, name)
			}
		}
	}
	check(t, "Month", "pl", Month("pl", 2026, 13), "2026-13")
}

func check(t *testing.T, what string, tag Tag, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s in %q = %q; want %q", what, tag, got, want)
	}
}
