package vm

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms"
)

// The order of day, month and year is that of the language.
func TestOrder(t *testing.T) {
	dmy, mdy, ymd := []string{BoxDay, BoxMonth, BoxYear}, []string{BoxMonth, BoxDay, BoxYear}, []string{BoxYear, BoxMonth, BoxDay}
	for lang, want := range map[Tag][]string{"en": dmy, "en-US": mdy, "de": dmy, "fr": dmy, "ar": dmy, "hu": ymd, "lt": ymd} {
		if got := order(lang); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}

// What stands in boxes becomes a text, and stands in the same boxes again.
func TestBoxesReturn(t *testing.T) {
	_, app := begin(t, "en", complaint)
	v := app.Interview()
	text := rapid.SampledFrom([]string{"", "1", "14", "2026", "Nov", "٣", "x.y", " "})
	rapid.Check(t, func(t *rapid.T) {
		in := map[string]string{BoxDay: text.Draw(t, "day"), BoxMonth: text.Draw(t, "month"), BoxYear: text.Draw(t, "year")}
		raw := box(in, BoxDay)
		got := map[string]string{}
		for _, b := range v.boxes(raw, "exact") {
			got[b.Name] = b.Value
		}
		for name, want := range in {
			if got[name] != want {
				t.Fatalf("%v became %q, and then %v", in, raw, got)
			}
		}
	})
}

// What boxes become an answer, by what the person says of the day. What is not
// whole stays as it is, and is no answer.
func TestBoxesAreRead(t *testing.T) {
	for _, c := range []struct {
		name, precision  string
		day, month, year string
		want             forms.Value
	}{
		{"a day", "exact", "14", "11", "2026", forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 14}, Precision: forms.Exact}},
		{"in other digits", "exact", "١٤", "١١", "٢٠٢٦", forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 14}, Precision: forms.Exact}},
		{"one digit", "exact", "1", "2", "2026", forms.When{Date: forms.Date{Year: 2026, Month: 2, Day: 1}, Precision: forms.Exact}},
		{"about", "about", "14", "11", "2026", forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 14}, Precision: forms.About}},
		{"about a month", "about", "", "11", "2026", forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 1}, Precision: forms.About}},
		{"only the year", "year", "", "", "2026", forms.When{Date: forms.Date{Year: 2026, Month: 1, Day: 1}, Precision: forms.YearOnly}},
		{"no day", "exact", "", "11", "2026", nil},
		{"no month", "exact", "14", "", "2026", nil},
		{"no such day", "exact", "31", "2", "2026", nil},
		{"a year in the wrong precision", "exact", "", "", "2026", nil},
		{"a whole date in the first box", "exact", "14 November 2026", "", "", forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 14}, Precision: forms.Exact}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, a := begin(t, "en", complaint)
			goTo(t, a, "events.learned")
			a.Interview().Set("events.learned", "precision", c.precision)
			a.Interview().SetBoxes("events.learned", "text", map[string]string{BoxDay: c.day, BoxMonth: c.month, BoxYear: c.year})
			x, _ := a.file.c.Answers.Get("events.learned")
			if x.Value != c.want {
				t.Errorf("read %#v, want %#v", x.Value, c.want)
			}
			if c.want == nil && x.Pending == "" {
				t.Error("what was typed is lost")
			}
		})
	}
}

// Day and month stay while only the year is asked, and stand again afterwards.
func TestBoxesStayBehindTheYear(t *testing.T) {
	_, a := begin(t, "en", complaint)
	goTo(t, a, "events.learned")
	v := a.Interview()
	v.SetBoxes("events.learned", "text", map[string]string{BoxDay: "14", BoxMonth: "11", BoxYear: "2026"})
	v.Set("events.learned", "precision", "year")
	if boxes := field(t, a, "events.learned").Parts[0].Boxes; len(boxes) != 1 || boxes[0].Name != BoxYear {
		t.Fatalf("asked for %+v", boxes)
	}
	v.SetBoxes("events.learned", "text", map[string]string{BoxYear: "2025"})
	if x, _ := a.file.c.Answers.Value("events.learned").(forms.When); x.Precision != forms.YearOnly || x.Date.Year != 2025 {
		t.Errorf("read %+v", x)
	}
	v.Set("events.learned", "precision", "exact")
	want := forms.When{Date: forms.Date{Year: 2025, Month: 11, Day: 14}, Precision: forms.Exact}
	if got := a.file.c.Answers.Value("events.learned"); got != want {
		t.Errorf("read %+v, want %+v", got, want)
	}
}
