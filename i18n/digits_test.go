package i18n

import (
	"strings"
	"testing"
)

// Whatever is written of numbers comes in the digits that a tag names, with the signs
// that go with them, and in Western ones without a name.
func TestEveryFormatterWritesTheDigits(t *testing.T) {
	for _, c := range []struct {
		what  string
		write func(Tag) string
		west  string
		own   string
	}{
		{"number", func(t Tag) string { return Number(t, 1234567) }, "1,234,567", "١٬٢٣٤٬٥٦٧"},
		{"below zero", func(t Tag) string { return strings.Trim(Number(t, -5), "\u061C\u200E-") }, "5", "٥"},
		{"numeral", func(t Tag) string { return Numeral(t, 2026) }, "2026", "٢٠٢٦"},
		{"tenths", func(t Tag) string { return Tenths(t, 41) }, "4.1", "٤٫١"},
		{"money", func(t Tag) string { return Money(t, 123456, "EUR") }, "1,234.56\u00A0EUR", "١٬٢٣٤٫٥٦\u00A0EUR"},
		{"small money", func(t Tag) string { return Money(t, 5, "EUR") }, "0.05\u00A0EUR", "٠٫٠٥\u00A0EUR"},
		{"date", func(t Tag) string { return Date(t, 2026, 11, 23) }, "23 نوفمبر 2026", "٢٣ نوفمبر ٢٠٢٦"},
		{"short date", func(t Tag) string { return DateShort(t, 2026, 11, 23) }, "23 نوفمبر 2026", "٢٣ نوفمبر ٢٠٢٦"},
		{"weekday", func(t Tag) string { return WeekdayDate(t, 2026, 12, 14) }, "الاثنين، 14 ديسمبر 2026", "الاثنين، ١٤ ديسمبر ٢٠٢٦"},
		{"short weekday", func(t Tag) string { return DateShortWeekday(t, 2026, 12, 14) }, "الاثنين، 14 ديسمبر 2026", "الاثنين، ١٤ ديسمبر ٢٠٢٦"},
		{"month", func(t Tag) string { return Month(t, 2026, 11) }, "نوفمبر 2026", "نوفمبر ٢٠٢٦"},
		{"clock", func(t Tag) string { return Clock(t, 9, 5) }, "09:05", "٠٩:٠٥"},
	} {
		if got := c.write("ar"); got != c.west {
			t.Errorf("%s: %q, want %q", c.what, got, c.west)
		}
		if got := c.write(Tag("ar").In(ArabicIndic)); got != c.own {
			t.Errorf("%s: %q, want %q", c.what, got, c.own)
		}
	}
	if got := Date(Tag("fa").In(Persian), 2026, 11, 23); got != "۲۰۲۶-۱۱-۲۳" {
		t.Errorf("a language without names writes %q", got)
	}
	if got := Money(Tag("fa").In(Persian), 123456, "EUR"); WesternDigits(got) == got || !strings.Contains(got, "۱٬۲۳۴٫۵۶") {
		t.Errorf("Persian money is %q", got)
	}
}

// A tag takes only digits that its language has, gives them up again, and is a way of
// writing that ParseTag does not take for a language.
func TestDigitsOfTags(t *testing.T) {
	for _, c := range []struct {
		tag  Tag
		d    Digits
		want Tag
	}{
		{"ar", ArabicIndic, "ar-u-nu-arab"}, {"ar", Western, "ar"}, {"ar", Persian, "ar"}, {"ar", "", "ar"}, {"ar", "beng", "ar"},
		{"ar-EG", ArabicIndic, "ar-EG-u-nu-arab"}, {"fa", Persian, "fa-u-nu-arabext"}, {"en", ArabicIndic, "en"},
		{"ar-u-nu-arab", ArabicIndic, "ar-u-nu-arab"}, {"ar-u-nu-arab", Western, "ar"},
	} {
		if got := c.tag.In(c.d); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.tag, c.d, got, c.want)
		}
	}
	own := Tag("ar").In(ArabicIndic)
	if own.Digits() != ArabicIndic || Tag("ar").Digits() != Western || own.Base() != "ar" || own.Dir() != RTL || own.Script() != "Arab" {
		t.Errorf("%s: %s %s %s", own, own.Digits(), own.Base(), own.Script())
	}
	if _, err := ParseTag(string(own)); err == nil {
		t.Error("a way of writing is taken for a language")
	}
	if _, ok := Locale(own); !ok || Country(own, "DE") != Country("ar", "DE") || Language(own, "de") != Language("ar", "de") || List(own, []string{"a", "b"}) != List("ar", []string{"a", "b"}) {
		t.Error("the words of the language are not found")
	}
}

// Digits are written and read back, and nothing else of a text changes.
func TestDigitsReturn(t *testing.T) {
	const text = "§ 12, 3.4 — عام 2026 ½ x9"
	for _, d := range []Digits{Western, ArabicIndic, Persian} {
		if got := WesternDigits(d.Write(text)); got != text {
			t.Errorf("%s: %q", d, got)
		}
	}
	if got := WesternDigits("०१२३४५६७८९ 𝟘𝟙𝟐 ０９ ²"); got != "0123456789 012 09 ²" {
		t.Errorf("read %q", got)
	}
	if got := ArabicIndic.Write(text); got != "§ ١٢, ٣.٤ — عام ٢٠٢٦ ½ x٩" {
		t.Errorf("written %q", got)
	}
}

// A catalog in other digits inserts its numbers in them. Its own words stay, and so
// does the form that a number takes, for every number to a thousand.
func TestCatalogInDigits(t *testing.T) {
	c, err := ParseCatalog("ar", []byte(`{"days": {"zero": "z{n}", "one": "o{n}", "two": "t{n}", "few": "f{n}", "many": "m{n}", "other": "x{n}"}, "law": "Art. 77: {n} {name}"}`))
	if err != nil {
		t.Fatal(err)
	}
	own := c.In(ArabicIndic)
	if got := own.Plain("law", Args{"n": 12345, "name": "Room 5"}); got != "Art. 77: ١٢٬٣٤٥ Room 5" {
		t.Errorf("written %q", got)
	}
	for n := range 1001 {
		if got, want := WesternDigits(own.Plain("days", Args{"n": n})), c.Plain("days", Args{"n": n}); got != want {
			t.Fatalf("%d: %q, want %q", n, got, want)
		}
	}
	if own.Tag() != "ar" || own.Writing() != "ar-u-nu-arab" || c.Writing() != "ar" || own.In(Western).Writing() != "ar" {
		t.Errorf("%s writes as %s, %s as %s", own.Tag(), own.Writing(), c.Tag(), c.Writing())
	}
	if got := Merge(own, c).Plain("law", Args{"n": 5, "name": ""}); got != "Art. 77: ٥ " {
		t.Errorf("merged: %q", got)
	}
}
