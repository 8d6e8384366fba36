package vm

import (
	"slices"
	"strings"
	"testing"

	"recourse/forms"
)

// An amount is typed beside its currency, or with it, and stands again as it was
// when the language changes.
func TestMoneyInTwoParts(t *testing.T) {
	const at = Path("harm.amount")
	_, a := begin(t, "en", complaint)
	openLoss(t, a)
	for _, c := range []struct {
		name, text, currency string
		want                 forms.Value
	}{
		{"in two parts", "1,250.50", "USD", forms.Money{Minor: 125050, Currency: "USD"}},
		{"with its currency", "90 EUR", "", forms.Money{Minor: 9000, Currency: "EUR"}},
		{"its own currency wins", "90 EUR", "USD", forms.Money{Minor: 9000, Currency: "EUR"}},
		{"digits of another script", "٩٠", "EGP", forms.Money{Minor: 9000, Currency: "EGP"}},
		{"without a currency", "90", "", nil},
		{"no amount", "some", "USD", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := a.Interview()
			v.Set(at, "text", "")
			v.Set(at, "currency", c.currency)
			v.Set(at, "text", c.text)
			if got := v.answers().Value(at); got != c.want {
				t.Fatalf("read %v, want %v", got, c.want)
			}
			if c.want == nil && value(t, a, at, "text") != c.text {
				t.Errorf("%q is not kept", c.text)
			}
		})
	}
}

// openLoss goes to the question for a loss.
func openLoss(t *testing.T, a *App) {
	t.Helper()
	a.Interview().Choose("harm.kinds", "money")
	goTo(t, a, "harm.amount")
	units := field(t, a, "harm.amount").Parts[1]
	found := slices.IndexFunc(units.Options, func(o Option) bool { return o.Code == "CHF" })
	if found < 0 || !slices.Contains(units.Options[found].Also, "Switzerland") {
		t.Fatalf("the franc is not found by its country among %d currencies", len(units.Options))
	}
}

// An address is asked in the order of its country, and what was typed stays where
// the order changes.
func TestAddressByCountry(t *testing.T) {
	_, a := begin(t, "en", challenge)
	v := a.Interview()
	goTo(t, a, "person.address")
	order := func() string {
		var names []string
		for _, p := range field(t, a, "person.address").Parts {
			names = append(names, p.Name)
		}
		return strings.Join(names, " ")
	}
	v.Set("person.address", "city", "Kyoto")
	if got := order(); got != "lines postcode city region country" {
		t.Errorf("without a country: %s", got)
	}
	v.Set("person.address", "country", "JP")
	if got := order(); got != "postcode region city lines country" || value(t, a, "person.address", "city") != "Kyoto" {
		t.Errorf("in Japan: %s", got)
	}
	v.Set("person.address", "country", "US")
	if got := order(); got != "lines city region postcode country" {
		t.Errorf("in the United States: %s", got)
	}
}

// A day is chosen in the calendar that a person remembers it in, and kept as the
// Gregorian day; the week begins where the language has it; the uncertainty of the
// moon is said.
func TestDayOfAnotherCalendar(t *testing.T) {
	_, a := begin(t, "en", challenge)
	goTo(t, a, "order.learned")
	learned := a.View().Interview.Key
	v := a.Interview()
	c := v.Calendar(learned, "text", CalendarPlace{}, 0)
	if c.At != (CalendarPlace{"gregorian", "2026", 11}) || len(c.Days) != 30 || c.Lead != 6 || c.Weekdays[0] != "Mon" || !c.Days[22].Today || c.Note != "" {
		t.Fatalf("%+v, %d days, %d before them, the week begins with %s", c.At, len(c.Days), c.Lead, c.Weekdays[0])
	}
	c = v.Calendar(learned, "text", CalendarPlace{System: "persian"}, 0)
	if c.At != (CalendarPlace{"persian", "1405", 9}) || c.Months[8].Label != "Azar" || !strings.Contains(c.Days[1].Name, "2 Azar 1405") || c.Note == "" {
		t.Errorf("%+v: %s, %q", c.At, c.Days[1].Name, c.Note)
	}
	c = v.Calendar(learned, "text", CalendarPlace{System: "islamic", Year: "١٤٤٨", Month: 1}, -1)
	if c.At != (CalendarPlace{"islamic", "1447", 12}) || !strings.Contains(c.Note, "differ by one") {
		t.Errorf("%+v: %q", c.At, c.Note)
	}
	v.PickDay(learned, "text", c.Days[8].Date)
	if got := value(t, a, learned, "text"); got != "2026-5-26" && got != "2026-05-26" {
		t.Errorf("9 Dhu al-Hijjah 1447 is kept as %q", got)
	}
	if got := v.Calendar(learned, "text", CalendarPlace{}, 0); got.At.Month != 5 || !got.Days[25].Chosen {
		t.Errorf("it opens at %+v", got.At)
	}
	if got := v.Calendar(learned, "text", CalendarPlace{System: "persian", Year: "20", Month: 1}, 0); len(got.Days) != 0 || !strings.Contains(got.Note, "1405") {
		t.Errorf("the year 20: %d days, %q", len(got.Days), got.Note)
	}
	a.SetLanguage("ar")
	if got := v.Calendar(learned, "text", CalendarPlace{}, 0); got.Weekdays[0] != "السبت" {
		t.Errorf("in Arabic the week begins with %s", got.Weekdays[0])
	}
}

// The items of a list change places with all that was told of them.
func TestItemsChangePlaces(t *testing.T) {
	_, a := begin(t, "en", complaint)
	v := a.Interview()
	v.Choose("events.kinds", "access-refused")
	list, _ := findLists(t, a)
	for range 3 {
		goTo(t, a, list)
		v.AddItem(list)
	}
	ids := slices.Clone(v.answers().Items(list))
	goTo(t, a, list)
	f := field(t, a, list)
	if f.Items[0].Up != "" || f.Items[0].Down == "" || f.Items[2].Up == "" || f.Items[2].Down != "" {
		t.Errorf("the ways: %+v", f.Items)
	}
	v.MoveItem(list, ids[0], 1)
	v.MoveItem(list, ids[2], -9)
	v.MoveItem(list, ids[2], -1)
	v.MoveItem(list, "nobody", 1)
	if got := v.answers().Items(list); !slices.Equal(got, []string{ids[2], ids[1], ids[0]}) {
		t.Errorf("%v became %v", ids, got)
	}
}
