package input_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/i18n"
)

const (
	exhibit1 = "0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a11"
	exhibit2 = "0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a12"
)

func reader(lang i18n.Tag) input.Reader {
	return input.Reader{Lang: lang, Exhibits: []string{exhibit1, exhibit2}, Authorities: []forms.Authority{
		{ID: "frcnil", Name: "Commission nationale de l’informatique et des libertés", NameEnglish: "French Data Protection Authority"},
		{ID: "x1", Name: "Twin", NameEnglish: "Twin"}, {ID: "x2", Name: "Twin", NameEnglish: "Twin"},
	}}
}

func question(k forms.Kind) *forms.Question {
	return &forms.Question{Kind: k, Options: []forms.Option{{Code: "breach"}, {Code: "no-answer"}, {Code: "other"}}}
}

func on(y, m, d int, p forms.Precision) forms.When {
	return forms.When{Date: forms.Date{Year: y, Month: m, Day: d}, Precision: p}
}

func ref(w forms.When) *forms.When { return &w }

// What people type in their languages is read as the answer they mean.
func TestParseReads(t *testing.T) {
	nov14 := on(2026, 11, 14, forms.Exact)
	about := on(2026, 11, 14, forms.About)
	year := on(2026, 1, 1, forms.YearOnly)
	for _, c := range []struct {
		lang i18n.Tag
		kind forms.Kind
		raw  string
		want forms.Value
	}{
		{"en", forms.KindYesNo, "yes", forms.YesNo(true)},
		{"en", forms.KindYesNo, " N ", forms.YesNo(false)},
		{"de", forms.KindYesNo, "Ja", forms.YesNo(true)},
		{"de", forms.KindYesNo, "no", forms.YesNo(false)},
		{"fr", forms.KindYesNo, "O", forms.YesNo(true)},
		{"ar", forms.KindYesNo, "لا", forms.YesNo(false)},
		{"ar", forms.KindYesNo, "١", forms.YesNo(true)},
		{"nl", forms.KindYesNo, "2", forms.YesNo(false)},

		{"en", forms.KindChoice, " no-answer\n", forms.Choice("no-answer")},
		{"en", forms.KindMulti, "other, breach other", forms.Multi{"breach", "other"}},
		{"ar", forms.KindMulti, "breach، other", forms.Multi{"breach", "other"}},
		{"en", forms.KindText, "  one\r\ntwo\tthree ", forms.Text("one two three")},
		{"ar", forms.KindProse, "سطر\r\nسطر", forms.Prose{Words: "سطر\nسطر", Lang: "ar"}},

		{"ar-LB", forms.KindProse, "سطر", forms.Prose{Words: "سطر", Lang: "ar"}},
		{"pt-BR", forms.KindProse, "linha", forms.Prose{Words: "linha", Lang: "pt-BR"}},

		{"en", forms.KindNumber, "1,234", forms.Number(1234)},
		{"de", forms.KindNumber, "1.234.567", forms.Number(1234567)},
		{"fr", forms.KindNumber, "1\u202f234", forms.Number(1234)},
		{"en", forms.KindNumber, "1’234", forms.Number(1234)},
		{"ar", forms.KindNumber, "١٬٢٣٤", forms.Number(1234)},
		{"en", forms.KindNumber, "−5", forms.Number(-5)},
		{"en", forms.KindNumber, "007", forms.Number(7)},

		{"de", forms.KindMoney, "12,50 EUR", forms.Money{Minor: 1250, Currency: "EUR"}},
		{"de", forms.KindMoney, "EUR 1.200", forms.Money{Minor: 120000, Currency: "EUR"}},
		{"en", forms.KindMoney, "12,50 eur", forms.Money{Minor: 1250, Currency: "EUR"}},
		{"en", forms.KindMoney, "€1,234.5", forms.Money{Minor: 123450, Currency: "EUR"}},
		{"de", forms.KindMoney, "1.234,56 €", forms.Money{Minor: 123456, Currency: "EUR"}},
		{"de", forms.KindMoney, "12.50 EUR", forms.Money{Minor: 1250, Currency: "EUR"}},
		{"fr", forms.KindMoney, "1 234,56 EUR", forms.Money{Minor: 123456, Currency: "EUR"}},
		{"en", forms.KindMoney, "1'000 CHF", forms.Money{Minor: 100000, Currency: "CHF"}},
		{"en", forms.KindMoney, "1200JPY", forms.Money{Minor: 1200, Currency: "JPY"}},
		{"en", forms.KindMoney, "1.250 TND", forms.Money{Minor: 1250, Currency: "TND"}},
		{"ar", forms.KindMoney, "١٢٫٥٠ EUR", forms.Money{Minor: 1250, Currency: "EUR"}},

		{"en", forms.KindDate, "14 11 2026", nov14},
		{"de", forms.KindDate, "14.11.2026", nov14},
		{"en", forms.KindDate, "2026-11-14", nov14},
		{"en", forms.KindDate, "14/11/2026", nov14},
		{"en-US", forms.KindDate, "11/14/2026", nov14},
		{"en", forms.KindDate, "14 November 2026", nov14},
		{"en", forms.KindDate, "November 14th, 2026", nov14},
		{"en", forms.KindDate, "14 nov. 2026", nov14},
		{"de", forms.KindDate, "14. November 2026", nov14},
		{"fr", forms.KindDate, "14 novembre 2026", nov14},
		{"fr", forms.KindDate, "1er déc 2026", on(2026, 12, 1, forms.Exact)},
		{"fr", forms.KindDate, "3 aout 2026", on(2026, 8, 3, forms.Exact)},
		{"ar", forms.KindDate, "14 نوفمبر 2026", nov14},
		{"ar", forms.KindDate, "١٤/١١/٢٠٢٦", nov14},
		{"ar", forms.KindDate, "14 November 2026", nov14},
		{"es", forms.KindDate, "14 de noviembre de 2026", nov14},
		{"sv", forms.KindDate, "2026-11-14", nov14},
		{"en", forms.KindDate, "~14/11/2026", about},
		{"en", forms.KindDate, "about 14 November 2026", about},
		{"de", forms.KindDate, "ca. 14.11.2026", about},
		{"ar", forms.KindDate, "حوالي 14/11/2026", about},
		{"en", forms.KindDate, "2026", year},
		{"en", forms.KindDate, "November 2026", on(2026, 11, 1, forms.About)},
		{"de", forms.KindDate, "11.2026", on(2026, 11, 1, forms.About)},
		{"en", forms.KindDate, "29 2 2024", on(2024, 2, 29, forms.Exact)},

		{"en", forms.KindPeriod, "14 11 2026..2026", forms.Period{From: &nov14, To: &year}},
		{"de", forms.KindPeriod, "vom 14.11.2026 bis ca. 14.11.2026", forms.Period{From: &nov14, To: &about}},
		{"en", forms.KindPeriod, "since 2026", forms.Period{From: &year}},
		{"en", forms.KindPeriod, "until 14/11/2026", forms.Period{To: &nov14}},
		{"en", forms.KindPeriod, "2026-11-14 - 2026-11-14", forms.Period{From: &nov14, To: &nov14}},
		{"fr", forms.KindPeriod, "du 14 novembre 2026 au 14 novembre 2026", forms.Period{From: &nov14, To: &nov14}},
		{"ar", forms.KindPeriod, "من 2026 إلى 14 نوفمبر 2026", forms.Period{From: &year, To: &nov14}},
		{"en", forms.KindPeriod, "2026..", forms.Period{From: ref(year)}},

		{"en", forms.KindPerson, "Ndour, Awa Marie", forms.Person{Given: "Awa Marie", Family: "Ndour"}},
		{"en", forms.KindPerson, "Awa Marie Ndour", forms.Person{Given: "Awa Marie", Family: "Ndour"}},
		{"en", forms.KindPerson, "Sukarno", forms.Person{Given: "Sukarno"}},
		{"ar", forms.KindPerson, "حداد، ليلى", forms.Person{Given: "ليلى", Family: "حداد"}},
		{"en", forms.KindPerson, "Ana María\nGarcía Márquez", forms.Person{Given: "Ana María", Family: "García Márquez"}},

		{"en", forms.KindAddress, "Rue Haute 1\n1000 Bruxelles\nBelgium", forms.Address{Lines: []string{"Rue Haute 1"}, Postcode: "1000", City: "Bruxelles", Country: "BE"}},
		{"de", forms.KindAddress, "Karl Berg\nTor 3\nD-10115 Berlin\nDeutschland", forms.Address{Lines: []string{"Karl Berg", "Tor 3"}, Postcode: "D-10115", City: "Berlin", Country: "DE"}},
		{"en", forms.KindAddress, "Gracht 5\n1012 AB Amsterdam\nNL", forms.Address{Lines: []string{"Gracht 5"}, Postcode: "1012 AB", City: "Amsterdam", Country: "NL"}},
		{"en", forms.KindAddress, "1 High St\nLondon SW1A 1AA\nUK", forms.Address{Lines: []string{"1 High St"}, Postcode: "SW1A 1AA", City: "London", Country: "GB"}},
		{"en", forms.KindAddress, "Storgatan 1\n111 22 Stockholm", forms.Address{Lines: []string{"Storgatan 1"}, Postcode: "111 22", City: "Stockholm"}},
		{"en", forms.KindAddress, "Postcode: 1000\nCountry: Belgium", forms.Address{Postcode: "1000", Country: "BE"}},

		{"en", forms.KindAddress, "Trg 1\nYugoslavia", forms.Address{Lines: []string{"Trg 1"}, City: "Yugoslavia"}},

		{"en", forms.KindCountry, "be", forms.Country("BE")},
		{"en", forms.KindCountry, "Soviet Union", forms.Country("SUHH")},
		{"fr", forms.KindCountry, "crimée", forms.Country("XCRM")},
		{"en", forms.KindCountry, "Belgium", forms.Country("BE")},
		{"fr", forms.KindCountry, "allemagne", forms.Country("DE")},
		{"fr", forms.KindCountry, "Germany", forms.Country("DE")},
		{"fr", forms.KindCountry, "etats-unis", forms.Country("US")},
		{"ar", forms.KindCountry, "ألمانيا", forms.Country("DE")},
		{"ar", forms.KindCountry, "المانيا", forms.Country("DE")},
		{"en", forms.KindCountry, "UK", forms.Country("GB")},
		{"en", forms.KindCountry, "côte d'ivoire", forms.Country("CI")},

		{"en", forms.KindAuthority, "FRCNIL", forms.AuthorityRef{ID: "frcnil"}},
		{"en", forms.KindAuthority, "french data protection authority", forms.AuthorityRef{ID: "frcnil"}},
		{"en", forms.KindAuthority, "Twin", forms.AuthorityRef{Name: "Twin"}},
		{"en", forms.KindAuthority, "District Court\nHill 1\n1000 Town", forms.AuthorityRef{Name: "District Court",
			Address: forms.Address{Lines: []string{"Hill 1"}, Postcode: "1000", City: "Town"}}},
		{"en", forms.KindFiles, "2, 1", forms.Files{exhibit2, exhibit1}},
		{"ar", forms.KindFiles, "٢", forms.Files{exhibit2}},
	} {
		got, code := reader(c.lang).Parse(question(c.kind), c.raw)
		if code != "" || !reflect.DeepEqual(got.Value, c.want) {
			t.Errorf("%s %s %q: got %#v %s, want %#v", c.lang, c.kind, c.raw, got, code, c.want)
		}
	}
}

// What cannot be read, or could be read in two ways, is kept as it was typed
// and named by its problem; it is never guessed.
func TestParseKeepsWhatItCannotRead(t *testing.T) {
	for _, c := range []struct {
		lang i18n.Tag
		kind forms.Kind
		raw  string
		want forms.ProblemCode
	}{
		{"en", forms.KindYesNo, "maybe", forms.NotYesOrNo},
		{"en", forms.KindYesNo, "ja", forms.NotYesOrNo},
		{"en", forms.KindChoice, "hirring", forms.UnknownCode},
		{"en", forms.KindMulti, "breach 9", forms.UnknownCode},
		{"en", forms.KindMulti, ",", forms.UnknownCode},
		{"en", forms.KindNumber, "12 apples", forms.NotANumber},
		{"en", forms.KindNumber, "1.234", forms.NotANumber},
		{"de", forms.KindNumber, "1,234", forms.NotANumber},
		{"en", forms.KindNumber, "1,23", forms.NotANumber},
		{"en", forms.KindNumber, "99999999999999999999", forms.NotANumber},
		{"en", forms.KindMoney, "12.50", forms.NotAnAmount},
		{"en", forms.KindMoney, "12.50 XQZ", forms.NotAnAmount},
		{"en", forms.KindMoney, "$12.50", forms.NotAnAmount},
		{"en", forms.KindMoney, "EUR 1.200", forms.NotAnAmount},
		{"de", forms.KindMoney, "12,505 EUR", forms.NotAnAmount},
		{"en", forms.KindMoney, "12.505 EUR", forms.NotAnAmount},
		{"en", forms.KindMoney, "1,2,3 EUR", forms.NotAnAmount},
		{"en", forms.KindMoney, "12. EUR", forms.NotAnAmount},
		{"en", forms.KindMoney, "-5 EUR", forms.NotAnAmount},
		{"en", forms.KindMoney, "1234567890123456 EUR", forms.NotAnAmount},
		{"en", forms.KindDate, "31 6 2026", forms.ImpossibleDate},
		{"en", forms.KindDate, "29.2.2026", forms.ImpossibleDate},
		{"en", forms.KindDate, "11/14/2026", forms.ImpossibleDate},
		{"en", forms.KindDate, "0/11/2026", forms.ImpossibleDate},
		{"en", forms.KindDate, "1/0/2026", forms.ImpossibleDate},
		{"en", forms.KindDate, "0000", forms.ImpossibleDate},
		{"en", forms.KindDate, "14/11/26", forms.NotADate},
		{"en", forms.KindDate, "yesterday", forms.NotADate},
		{"en", forms.KindDate, "~2026", forms.NotADate},
		{"en", forms.KindDate, "14112026", forms.NotADate},
		{"en", forms.KindDate, "14 11 2026 12:30", forms.NotADate},
		{"fr", forms.KindDate, "14 jui 2026", forms.NotADate},
		{"en", forms.KindDate, "14 May June 2026", forms.NotADate},
		{"en", forms.KindPeriod, "14 11 2026", forms.NotAPeriod},
		{"en", forms.KindPeriod, "..", forms.NotAPeriod},
		{"en", forms.KindPeriod, "since the war", forms.NotADate},
		{"en", forms.KindPeriod, "31/6/2026..", forms.ImpossibleDate},
		{"en", forms.KindCountry, "Atlantis", forms.UnknownCountry},
		{"en", forms.KindCountry, "Guin", forms.UnknownCountry},
		{"en", forms.KindFiles, "3", forms.UnknownExhibit},
		{"en", forms.KindFiles, "one", forms.UnknownExhibit},
		{"en", forms.KindItems, "x", forms.WrongKind},
	} {
		got, code := reader(c.lang).Parse(question(c.kind), c.raw)
		if code != c.want || got.Pending != c.raw || got.Value != nil {
			t.Errorf("%s %s %q: got %#v %q, want it pending as %q", c.lang, c.kind, c.raw, got, code, c.want)
		}
		if back := reader(c.lang).Format(got); back != c.raw {
			t.Errorf("%s %s: %q came back for editing as %q", c.lang, c.kind, c.raw, back)
		}
	}
}

// Nothing typed is no answer, for every kind.
func TestParseOfNothing(t *testing.T) {
	for _, k := range forms.Kinds() {
		for _, raw := range []string{"", "  ", "\n\t\r"} {
			if got, code := reader("en").Parse(question(k), raw); !reflect.DeepEqual(got, forms.Answer{}) || code != "" {
				t.Errorf("%s %q: got %#v %q", k, raw, got, code)
			}
		}
	}
}

// The long dates of every language are read back as the same day.
func TestParseReadsWrittenDates(t *testing.T) {
	for _, lang := range languages() {
		for m := 1; m <= 12; m++ {
			raw := i18n.Date(lang, 2026, m, 14)
			got, code := reader(lang).Date(raw)
			if want := on(2026, m, 14, forms.Exact); got != want {
				t.Errorf("%s: %q read as %v %s", lang, raw, got, code)
			}
		}
	}
}

// A translation stays beside words that are unchanged, and only there.
func TestKeep(t *testing.T) {
	before := forms.Answer{Value: forms.Prose{Words: "a", Lang: "ar", Translations: []forms.Translation{{Lang: "fr", Words: "b"}}}}
	same := forms.Answer{Value: forms.Prose{Words: "a", Lang: "en"}}
	other := forms.Answer{Value: forms.Prose{Words: "c", Lang: "en"}}
	if got := input.Keep(before, same); !reflect.DeepEqual(got, before) {
		t.Errorf("unchanged words lost their translation: %#v", got)
	}
	if got := input.Keep(before, other); !reflect.DeepEqual(got, other) {
		t.Errorf("changed words kept the translation of others: %#v", got)
	}
	if got := input.Keep(forms.Answer{}, other); !reflect.DeepEqual(got, other) {
		t.Errorf("a first answer was lost: %#v", got)
	}
}

// A country is found by the beginning of any word of its name.
func TestFindCountries(t *testing.T) {
	for _, c := range []struct {
		lang  i18n.Tag
		typed string
		want  []forms.Country
	}{
		{"en", "germ", []forms.Country{"DE", "DDDE"}},
		{"de", "jugo", []forms.Country{"YUCS"}},
		{"de", "öster", []forms.Country{"AT"}},
		{"en", "kingdom", []forms.Country{"GB"}},
		{"en", "guin", []forms.Country{"GN", "GQ", "GW", "PG"}},
		{"en", "be", []forms.Country{"BE"}},
		{"fr", "ivoire", []forms.Country{"CI"}},
		{"en", "bissau", []forms.Country{"GW"}},
		{"en", "zzz", nil},
		{"en", " ", nil},
	} {
		if got := reader(c.lang).FindCountries(c.typed); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %q: %v, want %v", c.lang, c.typed, got, c.want)
		}
	}
}

// A body is found by its id and by the beginning of any word of its names.
func TestFindAuthorities(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  int
	}{{"FRC", 1}, {"liberte", 1}, {"informatique", 1}, {"french", 1}, {"twin", 2}, {"data protection", 1}, {"zzz", 0}, {" ", 0}} {
		if got := reader("en").FindAuthorities(c.typed); len(got) != c.want {
			t.Errorf("%q: found %d, want %d", c.typed, len(got), c.want)
		}
	}
}

// Whatever is typed, no kind panics, and what is read or kept is valid text.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"14 11 2026", "~", "..", "1.2.3,4 EUR", "a\nb", ",", "\u2067\xff", "Postcode: 1", "€"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, k := range forms.Kinds() {
			for _, lang := range []i18n.Tag{"en", "de", "ar", "en-US"} {
				got, code := reader(lang).Parse(question(k), raw)
				if (code != "") != (got.Pending != "") || !utf8.ValidString(got.Pending) {
					t.Errorf("%s: %q gave %#v with %q", k, raw, got, code)
				}
			}
		}
	})
}

// An answer is written for editing in the digits that the reader's tag names, and the
// language in which words are kept is never such a tag.
func TestFormatInOwnDigits(t *testing.T) {
	r := reader(i18n.Tag("ar").In(i18n.ArabicIndic))
	for _, c := range []struct {
		v    forms.Value
		want string
	}{
		{on(2026, 11, 14, forms.Exact), "١٤/١١/٢٠٢٦"},
		{on(2026, 1, 1, forms.YearOnly), "٢٠٢٦"},
		{forms.Number(-1250), "-١٢٥٠"},
		{forms.Money{Minor: 125050, Currency: "EUR"}, "١٢٥٠٫٥٠ EUR"},
		{forms.Files{exhibit2, exhibit1}, "٢ ١"},
		{forms.Text("Room 12"), "Room 12"},
	} {
		if got := r.Format(forms.Answer{Value: c.v}); got != c.want {
			t.Errorf("%#v is written %q, want %q", c.v, got, c.want)
		}
	}
	if r.Language() != "ar" || reader(i18n.Tag("fa").In(i18n.Persian)).Language() != "fa" {
		t.Errorf("words are kept in %q", r.Language())
	}
}
