package input_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/i18n"
)

func languages() []i18n.Tag {
	return []i18n.Tag{"ar", "bg", "cs", "da", "de", "el", "en", "en-US", "es", "et", "fi", "fr", "ga", "hr", "hu", "is",
		"it", "lt", "lv", "mt", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sv", "uk", "fa",
		i18n.Tag("ar").In(i18n.ArabicIndic), i18n.Tag("fa").In(i18n.Persian)}
}

// What Format writes is read back as the same answer, for every kind of value
// and every language.
func TestFormatThenParse(t *testing.T) {
	for _, kind := range forms.Kinds() {
		t.Run(string(kind), rapid.MakeCheck(func(t *rapid.T) {
			r := reader(rapid.SampledFrom(languages()).Draw(t, "lang"))
			v := value(t, kind, r)
			typed := r.Format(forms.Answer{Value: v})
			got, code := r.Parse(question(kind), typed)
			if code != "" || !reflect.DeepEqual(got.Value, v) {
				t.Fatalf("%s: %#v was written as %q and read as %#v %q", r.Lang, v, typed, got, code)
			}
		}))
	}
}

// Every country is read back by its name in the languages of the program.
func TestCountriesReadBack(t *testing.T) {
	for _, lang := range i18n.Locales() {
		for _, code := range i18n.Countries() {
			v := forms.Country(code)
			typed := reader(lang).Format(forms.Answer{Value: v})
			if got, ok := reader(lang).Country(typed); !ok || got != v {
				t.Errorf("%s: %s was written as %q and read as %q", lang, code, typed, got)
			}
		}
	}
}

func value(t *rapid.T, kind forms.Kind, r input.Reader) forms.Value {
	switch kind {
	case forms.KindYesNo:
		return forms.YesNo(rapid.Bool().Draw(t, "yes"))
	case forms.KindChoice:
		return forms.Choice(rapid.SampledFrom([]string{"breach", "no-answer", "other"}).Draw(t, "code"))
	case forms.KindMulti:
		return rapid.SampledFrom([]forms.Multi{{"breach"}, {"breach", "other"}, {"breach", "no-answer", "other"}}).Draw(t, "codes")
	case forms.KindText:
		return forms.Text(word(t))
	case forms.KindProse:
		return forms.Prose{Words: " " + word(t) + "\n\n" + word(t) + "\t\n", Lang: r.Language()}
	case forms.KindNumber:
		return forms.Number(rapid.Int64().Draw(t, "n"))
	case forms.KindMoney:
		return forms.Money{Minor: rapid.Int64Range(0, 999_999_999_999).Draw(t, "minor"),
			Currency: rapid.SampledFrom([]string{"EUR", "JPY", "TND", "CHF", "CLF"}).Draw(t, "currency")}
	case forms.KindDate:
		return when(t)
	case forms.KindPeriod:
		return rapid.SampledFrom([]forms.Period{{From: ref(when(t))}, {To: ref(when(t))}, {From: ref(when(t)), To: ref(when(t))}}).Draw(t, "period")
	case forms.KindPerson:
		return rapid.SampledFrom([]forms.Person{{Given: word(t)}, {Family: word(t)}, {Given: word(t), Family: word(t)}}).Draw(t, "person")
	case forms.KindAddress:
		return address(t)
	case forms.KindCountry:
		return forms.Country(rapid.SampledFrom(i18n.Countries()).Draw(t, "country"))
	case forms.KindAuthority:
		return rapid.SampledFrom([]forms.AuthorityRef{{ID: "frcnil"}, {ID: "x1"}, {Name: word(t)}, {Name: "frcnil"}, {Name: word(t), Address: address(t)}}).Draw(t, "authority")
	case forms.KindFiles:
		return rapid.SampledFrom([]forms.Files{{exhibit1}, {exhibit2, exhibit1}}).Draw(t, "files")
	case forms.KindItems:
	}
	t.Fatalf("no values for the kind %s", kind)
	return nil
}

func when(t *rapid.T) forms.When {
	d := forms.Date{Year: rapid.IntRange(1, 9000).Draw(t, "year"), Month: 1, Day: 1}
	p := rapid.SampledFrom([]forms.Precision{forms.Exact, forms.About, forms.YearOnly}).Draw(t, "precision")
	if p != forms.YearOnly {
		d = d.AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
	}
	return forms.When{Date: d, Precision: p}
}

// words are names, numbers and signs that could be taken for something else.
var words = []string{"Ana", "van der Berg", "Berlin", "1010", "SW1A 1AA", "12 AB", "Belgique", "frcnil", "Name: x", "Foo, Jr", "ليلى", "حداد، ن", "..", "~1", "O’Neill", "Straße 3", "D02 X285", ":", ","}

func word(t *rapid.T) string {
	if rapid.Bool().Draw(t, "odd") {
		return rapid.SampledFrom(words).Draw(t, "word")
	}
	s := rapid.StringMatching(`[\pL0-9][\pL\pN ,.:;/-]{0,12}`).Draw(t, "text")
	return strings.Join(strings.Fields(s), " ")
}

func address(t *rapid.T) forms.Address {
	maybe := func(s string) string {
		if rapid.Bool().Draw(t, "set") {
			return s
		}
		return ""
	}
	a := forms.Address{Postcode: maybe(word(t)), City: maybe(word(t)), Region: maybe(word(t))}
	for range rapid.IntRange(0, 3).Draw(t, "lines") {
		a.Lines = append(a.Lines, word(t))
	}
	if rapid.Bool().Draw(t, "abroad") || len(a.Lines)+len(a.Postcode+a.City+a.Region) == 0 {
		a.Country = forms.Country(rapid.SampledFrom(i18n.Countries()).Draw(t, "country"))
	}
	return a
}
