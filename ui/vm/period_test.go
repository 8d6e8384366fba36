package vm

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/i18n"
)

const period Path = "events.period"

// end finds a part of the period on screen; ok is false where it is not asked.
func end(t *testing.T, a *App, name string) (p Part, ok bool) {
	t.Helper()
	for _, p := range field(t, a, period).Parts {
		if p.Name == name {
			return p, true
		}
	}
	return Part{}, false
}

func dayOf(y, m, d int, p forms.Precision) *forms.When {
	return &forms.When{Date: forms.Date{Year: y, Month: m, Day: d}, Precision: p}
}

// fillEnd types a day and says how sure it is.
func fillEnd(v *Interview, part, precision, d, m, y string) {
	if precision != "" {
		v.Set(period, sureOf(part), precision)
	}
	if precision != openEnd {
		v.SetBoxes(period, part, map[string]string{BoxDay: d, BoxMonth: m, BoxYear: y})
	}
}

// What the boxes of both ends become, by what the person says of each; and it stands
// in the same boxes when the page is opened again. What is not whole is no answer, and
// stays.
func TestPeriodIsRead(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to [4]string // precision, day, month, year
		want     forms.Value
	}{
		{"two days", [4]string{"", "1", "3", "2026"}, [4]string{"", "14", "11", "2026"}, forms.Period{From: dayOf(2026, 3, 1, forms.Exact), To: dayOf(2026, 11, 14, forms.Exact)}},
		{"about, and only the year", [4]string{"about", "1", "3", "2025"}, [4]string{"year", "", "", "2026"}, forms.Period{From: dayOf(2025, 3, 1, forms.About), To: dayOf(2026, 1, 1, forms.YearOnly)}},
		{"about a month", [4]string{"about", "", "3", "2025"}, [4]string{"open"}, forms.Period{From: dayOf(2025, 3, 1, forms.About)}},
		{"it goes on", [4]string{"", "1", "3", "2026"}, [4]string{"open"}, forms.Period{From: dayOf(2026, 3, 1, forms.Exact)}},
		{"left empty", [4]string{"", "1", "3", "2026"}, [4]string{}, forms.Period{From: dayOf(2026, 3, 1, forms.Exact)}},
		{"only an end", [4]string{"open"}, [4]string{"", "14", "11", "2026"}, forms.Period{To: dayOf(2026, 11, 14, forms.Exact)}},
		{"in other digits", [4]string{"", "١", "٣", "٢٠٢٦"}, [4]string{"open"}, forms.Period{From: dayOf(2026, 3, 1, forms.Exact)}},
		{"a whole day in the first box", [4]string{"", "1 March 2026", "", ""}, [4]string{"open"}, forms.Period{From: dayOf(2026, 3, 1, forms.Exact)}},
		{"no such day", [4]string{"", "31", "2", "2026"}, [4]string{"", "14", "11", "2026"}, nil},
		{"half of an end", [4]string{"", "1", "3", "2026"}, [4]string{"", "14", "", ""}, nil},
		{"dots in an end", [4]string{"", "1.", "3", "2026."}, [4]string{"", "x..", "11", "2026"}, nil},
		{"nothing", [4]string{}, [4]string{}, nil},
		{"both open", [4]string{"open"}, [4]string{"open"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, a := begin(t, "en", complaint)
			goTo(t, a, period)
			v := a.Interview()
			fillEnd(v, partFrom, c.from[0], c.from[1], c.from[2], c.from[3])
			fillEnd(v, partTo, c.to[0], c.to[1], c.to[2], c.to[3])
			x, _ := a.file.c.Answers.Get(period)
			if !reflect.DeepEqual(x.Value, c.want) {
				t.Fatalf("read %#v, want %#v", x, c.want)
			}
			w.storedAfter(t)
			b := w.reopen("en")
			b.Cases().Open(a.file.c.ID, complaint)
			goTo(t, b, period)
			for part, typed := range map[string][4]string{partFrom: c.from, partTo: c.to} {
				p, asked := end(t, b, part)
				if c.want == nil && asked && strings.Join(values(p), "") != strings.Join(typed[1:], "") {
					t.Errorf("%s: %v stands as %v", part, typed, p.Boxes)
				}
				b.Interview().SetBoxes(period, part, map[string]string{})
			}
			if again := b.file.c.Answers.Value(period); !reflect.DeepEqual(again, c.want) {
				t.Errorf("opened again it is %#v", again)
			}
		})
	}
}

// values are the texts of the boxes in the order of day, month and year.
func values(p Part) []string {
	out := make([]string, len(p.Boxes))
	for i, b := range p.Boxes {
		out[i] = b.Value
	}
	return out
}

// Each end has its boxes, its way to the calendar and its choices, with words of its
// own; one that is open has none, and what stood in it stands again afterwards.
func TestPeriodIsAskedByDays(t *testing.T) {
	for _, lang := range i18n.Locales() {
		_, a := begin(t, lang, complaint)
		goTo(t, a, period)
		v := a.Interview()
		v.SetBoxes(period, partTo, map[string]string{BoxDay: "14", BoxMonth: "11", BoxYear: "2026"})
		words := map[string]bool{}
		for _, p := range field(t, a, period).Parts {
			if words[p.Label] || words[p.Calendar] && p.Calendar != "" || strings.Contains(p.Label+p.Calendar, "⟦") {
				t.Errorf("%s: %q and %q are not words of their own", lang, p.Label, p.Calendar)
			}
			words[p.Label], words[p.Calendar] = true, true
		}
		from, _ := end(t, a, partFrom)
		sure, _ := end(t, a, sureOf(partTo))
		if len(words) != 7 || len(from.Boxes) != 3 || len(sure.Options) != 4 {
			t.Errorf("%s: %d words, boxes %v, choices %+v", lang, len(words), from.Boxes, sure.Options)
		}
		v.Set(period, sureOf(partTo), string(forms.YearOnly))
		if p, _ := end(t, a, partTo); len(p.Boxes) != 1 || p.Boxes[0].Value != "2026" || p.Calendar != "" {
			t.Errorf("%s: only the year: %+v", lang, p)
		}
		v.Set(period, sureOf(partTo), openEnd)
		if _, asked := end(t, a, partTo); asked {
			t.Errorf("%s: an open end has boxes", lang)
		}
		v.Set(period, sureOf(partTo), string(forms.Exact))
		if p, _ := end(t, a, partTo); strings.Join(values(p), " ") != "14 11 2026" {
			t.Errorf("%s: afterwards %+v", lang, p)
		}
	}
}

// A day of the calendar goes to the end that it was opened for, in the digits of the
// window, and the other end stays.
func TestPeriodFromTheCalendar(t *testing.T) {
	_, a := begin(t, "ar", complaint)
	a.writeIn(i18n.ArabicIndic)
	goTo(t, a, period)
	v := a.Interview()
	v.PickDay(period, partTo, "2026-11-14")
	v.PickDay(period, partFrom, "2026-03-01")
	want := forms.Period{From: dayOf(2026, 3, 1, forms.Exact), To: dayOf(2026, 11, 14, forms.Exact)}
	if got := a.file.c.Answers.Value(period); !reflect.DeepEqual(got, want) {
		t.Fatalf("read %#v", got)
	}
	if p, _ := end(t, a, partTo); strings.Join(values(p), " ") != "١٤ ١١ ٢٠٢٦" {
		t.Errorf("the boxes have %v", values(p))
	}
	for part, chosen := range map[string]string{partFrom: "2026-03-01", partTo: "2026-11-14"} {
		for _, d := range v.Calendar(period, part, CalendarPlace{}, 0).Days {
			if d.Chosen != (d.Date == chosen) {
				t.Errorf("%s: the calendar has chosen %s", part, d.Date)
			}
		}
	}
}

// A problem comes when the person is through, and marks the end that it is about; who
// goes on from the first day to the last is not interrupted in the middle of it.
func TestPeriodProblems(t *testing.T) {
	_, a := begin(t, "en", complaint)
	goTo(t, a, period)
	v := a.Interview()
	fillEnd(v, partFrom, "", "1", "3", "2026")
	v.LeavePart(period, partFrom)
	v.SetBoxes(period, partTo, map[string]string{BoxDay: "31"})
	if p := field(t, a, period).Problem; p != nil {
		t.Errorf("interrupted: %+v", p)
	}
	v.SetBoxes(period, partTo, map[string]string{BoxMonth: "2", BoxYear: "2026"})
	v.LeavePart(period, partTo)
	from, _ := end(t, a, partFrom)
	to, _ := end(t, a, partTo)
	if p := field(t, a, period).Problem; p == nil || !from.Sound || to.Sound {
		t.Errorf("%+v, from is sound: %t, to: %t", p, from.Sound, to.Sound)
	}
	v.SetBoxes(period, partTo, map[string]string{BoxDay: "1", BoxMonth: "2", BoxYear: "2026"})
	from, _ = end(t, a, partFrom)
	if p := field(t, a, period).Problem; p == nil || from.Sound {
		t.Errorf("it ends before it begins: %+v", p)
	}
	fillEnd(v, partFrom, "", "x", "3", "2026")
	v.left = map[Path]bool{}
	v.SetBoxes(period, partTo, map[string]string{BoxDay: "", BoxMonth: "", BoxYear: ""})
	v.LeavePart(period, partFrom)
	if p := field(t, a, period).Problem; p == nil || !strings.Contains(p.What, "date") {
		t.Errorf("a first day that is none: %+v", p)
	}
}

// Whatever is typed in the boxes of both ends, in any order of languages, stands there
// as it was typed.
func TestPeriodKeepsWhatIsTyped(t *testing.T) {
	_, a := begin(t, "en", complaint)
	goTo(t, a, period)
	v := a.Interview()
	text := rapid.SampledFrom([]string{"", "1", "14", "2026", "Nov", "٣", "x.y", "..", "~"})
	rapid.Check(t, func(t *rapid.T) {
		typed := map[string]map[string]string{}
		for _, part := range []string{partFrom, partTo} {
			typed[part] = map[string]string{BoxDay: text.Draw(t, "day"), BoxMonth: text.Draw(t, "month"), BoxYear: text.Draw(t, "year")}
			v.SetBoxes(period, part, typed[part])
		}
		a.SetLanguage(rapid.SampledFrom(i18n.Locales()).Draw(t, "language"))
		for part, want := range typed {
			got := map[string]string{}
			for _, b := range v.boxes(v.parts(period)[part], "exact") {
				got[b.Name] = b.Value
			}
			if !reflect.DeepEqual(got, want) && strings.Join([]string{want[BoxDay], want[BoxMonth], want[BoxYear]}, "") != "" {
				t.Fatalf("%s: %v became %v", part, want, got)
			}
		}
	})
}
