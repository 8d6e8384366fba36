package vm

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/i18n"
)

// setDigits chooses digits in the settings, and comes back.
func setDigits(t *testing.T, a *App, d Digits) {
	t.Helper()
	a.OpenSettings()
	onForm(t, a, "settings")
	p := part(t, a, fieldDigits)
	if !slices.ContainsFunc(p.Options, func(o Option) bool { return o.Code == string(d) }) {
		t.Fatalf("%s is not offered: %+v", d, p.Options)
	}
	a.Form().Choose(fieldDigits, string(d))
	for _, o := range part(t, a, fieldDigits).Options {
		if o.Chosen != (o.Code == string(d)) {
			t.Errorf("after %s was chosen: %+v", d, o)
		}
	}
	a.Form().Back()
}

// other is a Western digit or one of Arabic, the digits that are not chosen.
func other(s string, chosen Digits) bool {
	wrong := "0123456789"
	if chosen == i18n.Western {
		wrong = i18n.ArabicIndic.Write(wrong)
	}
	return strings.ContainsAny(s, wrong)
}

// The digits that a person chooses hold for what is shown at once: fields, limits and
// how they were counted, steps and progress. What is stored and written for others
// does not know of them, and the way back is open.
func TestDigitsAreChosen(t *testing.T) {
	w, a := begin(t, "ar", challenge)
	finish(t, a, challenge, 2, "ar", "ar")
	at := Path("order.date")
	goTo(t, a, at)
	stored, document := w.storedAfter(t), func() []byte {
		a.openCheck()
		s := a.View().Check
		if !s.Complete {
			t.Fatalf("the sample is not complete: %+v", s.Problems)
		}
		a.Check().Save(exportFiling, "/exports/x.pdf")
		goTo(t, a, at)
		return w.files["/exports/x.pdf"]
	}
	before := document()
	for _, d := range []Digits{i18n.ArabicIndic, i18n.Western} {
		setDigits(t, a, d)
		s := a.View().Interview
		shown := []string{s.Answered, s.Step, s.Pill.Text}
		for _, x := range s.Steps {
			shown = append(shown, x.Number)
		}
		for _, b := range field(t, a, at).Parts[0].Boxes {
			shown = append(shown, b.Value)
		}
		for _, l := range s.Deadline {
			shown = append(append(shown, l.Day, l.Left), l.Steps...)
		}
		shown = append(shown, field(t, a, at).Parts[0].Example, a.Interview().Calendar(at, "text", CalendarPlace{}, 0).Days[4].Name, a.View().Bar.Saved.Text)
		counted := 0
		for _, text := range shown {
			if other(text, d) {
				t.Errorf("in %s: %q", d, text)
			}
			if strings.ContainsAny(text, d.Write("0123456789")) {
				counted++
			}
		}
		if counted < 15 {
			t.Errorf("in %s only %d of %q have a number", d, counted, shown)
		}
		if got := a.Interview().chosenDay(a.Interview().parts(at)["text"]); got.IsZero() {
			t.Error("the calendar does not know the day")
		}
		if got := w.storedAfter(t); got.Language != "ar" || !sameAnswers(got, stored) {
			t.Errorf("the case has become another: %+v", got)
		}
		if got := document(); !bytes.Equal(got, before) {
			t.Errorf("in %s the document is another", d)
		}
	}
}

func sameAnswers(a, b forms.Case) bool {
	x, errX := forms.EncodeCase(a)
	y, errY := forms.EncodeCase(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// A date, a number and a period are read to the same answer in whichever digits they
// are shown, and typed in the others too.
func TestDigitsAreReadBack(t *testing.T) {
	_, a := begin(t, "ar", complaint)
	a.writeIn(i18n.ArabicIndic)
	goTo(t, a, "events.learned")
	v := a.Interview()
	want := forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 14}, Precision: forms.Exact}
	for _, typed := range []map[string]string{{BoxDay: "١٤", BoxMonth: "١١", BoxYear: "٢٠٢٦"}, {BoxDay: "14", BoxMonth: "11", BoxYear: "2026"}, {BoxDay: "۱۴", BoxMonth: "11", BoxYear: "٢٠٢٦"}} {
		v.SetBoxes("events.learned", "text", typed)
		if got := a.file.c.Answers.Value("events.learned"); got != want {
			t.Errorf("%v is read as %+v", typed, got)
		}
		if boxes := field(t, a, "events.learned").Parts[0].Boxes; boxes[0].Value != typed[BoxDay] {
			t.Errorf("what was typed became %+v", boxes)
		}
	}
	clear(v.typed)
	shown := map[string]string{}
	for _, b := range field(t, a, "events.learned").Parts[0].Boxes {
		shown[b.Name] = b.Value
	}
	if shown[BoxDay] != "١٤" || shown[BoxYear] != "٢٠٢٦" {
		t.Errorf("shown for editing as %v", shown)
	}
	v.SetBoxes("events.learned", "text", shown)
	if got := a.file.c.Answers.Value("events.learned"); got != want {
		t.Errorf("%v is read as %+v", shown, got)
	}
}

// The choice is in the vault, and waits while the window is in a language that has no
// digits of its own; a vault that does not know it has Western digits.
func TestDigitsAreRemembered(t *testing.T) {
	w, a := begin(t, "ar", complaint)
	setDigits(t, a, i18n.ArabicIndic)
	a.SetLanguage("fr")
	a.OpenSettings()
	if slices.ContainsFunc(a.View().Form.Parts, func(p FormPart) bool { return p.Key == fieldDigits }) || a.t.Writing() != "fr" {
		t.Errorf("French asks for digits, and writes %s", a.t.Writing())
	}
	a.SetLanguage("ar")
	a.Lock()
	b := w.again(t, "ar", secret)
	if b.t.Writing().Digits() != i18n.ArabicIndic || b.tag != "ar" || b.prefs.Language != "ar" {
		t.Errorf("after opening again: %s, %s", b.t.Writing(), b.tag)
	}
	for name, c := range map[string]struct {
		settings string
		want     Digits
	}{
		"an older vault": {`{"language":"ar","colours":"dark"}`, i18n.Western},
		"unknown digits": {`{"language":"ar","digits":"beng"}`, i18n.Western},
		"own digits":     {`{"language":"ar","digits":"arab"}`, i18n.ArabicIndic},
	} {
		w.disk.settings = []byte(c.settings)
		if b := w.again(t, "ar", secret); b.t.Writing().Digits() != c.want || b.prefs.Digits != c.want {
			t.Errorf("%s: %s", name, b.prefs.Digits)
		}
	}
}

// Facts stand beside each other with a dot, but not where it would be read as a zero.
func TestBesideIsNoZero(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"a", "", "b"}, "a · b"},
		{[]string{"PDF", "12 KB"}, "PDF · 12 KB"},
		{[]string{"PDF", "١٢ ك.ب"}, "PDF – ١٢ ك.ب"},
		{[]string{"٢٣ نوفمبر ٢٠٢٦", "١٤:٠٢", "فتح"}, "٢٣ نوفمبر ٢٠٢٦ – ١٤:٠٢ – فتح"},
		{[]string{"المرفق " + i18n.Isolate("٣"), "رسالة"}, "المرفق " + i18n.Isolate("٣") + " – رسالة"},
		{[]string{"", ""}, ""},
	} {
		if got := Beside(c.parts...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// The calendar shows the digits that are chosen; a year that is typed in others stands
// as it was typed, so that nothing moves under the keyboard, and the months beside it
// are found from there.
func TestCalendarInDigits(t *testing.T) {
	_, a := begin(t, "ar", complaint)
	a.writeIn(i18n.ArabicIndic)
	goTo(t, a, "events.learned")
	v := a.Interview()
	c := v.Calendar("events.learned", "text", CalendarPlace{System: "persian"}, 0)
	if c.At.Year != "١٤٠٥" || c.Days[0].Label != "١" || other(c.Days[9].Name, i18n.ArabicIndic) {
		t.Errorf("%s: %+v", c.At.Year, c.Days[9])
	}
	c = v.Calendar("events.learned", "text", CalendarPlace{System: "gregorian", Year: "2026", Month: 12}, 0)
	if c.At.Year != "2026" || len(c.Days) != 31 {
		t.Errorf("a year in other digits: %q, %d days", c.At.Year, len(c.Days))
	}
	c = v.Calendar("events.learned", "text", c.At, 1)
	if c.At.Year != "٢٠٢٧" || c.At.Month != 1 || len(c.Days) != 31 || c.Days[0].Date != "2027-01-01" {
		t.Errorf("the month after: %+v, %d days", c.At, len(c.Days))
	}
	if c = v.Calendar("events.learned", "text", CalendarPlace{System: "gregorian", Year: "x", Month: 12}, 0); len(c.Days) != 0 || other(c.Note, i18n.ArabicIndic) {
		t.Errorf("no year: %d days, %q", len(c.Days), c.Note)
	}
}

// A vault that was erased leaves no choice of digits behind.
func TestDigitsAreErased(t *testing.T) {
	_, a := begin(t, "ar", complaint)
	a.writeIn(i18n.ArabicIndic)
	a.erased(nil)
	if a.t.Writing() != "ar" {
		t.Errorf("it writes %s", a.t.Writing())
	}
}

// The recovery sheet is a document: it is the same in whichever digits the window
// shows.
func TestSheetHasWesternDigits(t *testing.T) {
	w, a := begin(t, "ar", complaint)
	var made [][]byte
	for _, d := range []Digits{i18n.Western, i18n.ArabicIndic} {
		a.writeIn(d)
		a.OpenSettings()
		a.Form().Press(keySheet)
		a.Form().Set(keyPath, "/exports/sheet.pdf")
		a.Form().Press(keyGo)
		made = append(made, w.files["/exports/sheet.pdf"])
		a.Form().Back()
		a.Form().Back()
	}
	if len(made[0]) == 0 || !bytes.Equal(made[0], made[1]) {
		t.Errorf("sheets of %d and %d bytes", len(made[0]), len(made[1]))
	}
}
