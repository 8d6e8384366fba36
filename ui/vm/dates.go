package vm

import (
	"maps"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"recourse/forms"
	"recourse/i18n"
)

// The boxes of a date.
const (
	BoxDay   = "day"
	BoxMonth = "month"
	BoxYear  = "year"
)

// DateBox is a part of a date.
type DateBox struct {
	Name  string // BoxDay, BoxMonth or BoxYear
	Label string
	Value string
}

// boxed is a date out of boxes of which some are empty or cannot be read: year,
// month and day, a question mark for an empty one. So it stays what it is when the
// language, and with it the order, changes.
var boxed = regexp.MustCompile(`^([^-]*)-([^-]*)-([^-]*)$`)

const emptyBox = "?"

// order returns the names of the boxes as a language writes a date: how it writes
// a day tells where the year stands, and what differs in another month where that
// is.
func order(lang Tag) []string {
	a, b := i18n.Date(lang, 2026, 11, 22), i18n.Date(lang, 2026, 12, 22)
	month := 0
	for month < len(a) && month < len(b) && a[month] == b[month] {
		month++
	}
	day, year := strings.Index(a, "22"), strings.Index(a, "2026")
	switch {
	case year < day && year < month:
		return []string{BoxYear, BoxMonth, BoxDay}
	case month < day:
		return []string{BoxMonth, BoxDay, BoxYear}
	}
	return []string{BoxDay, BoxMonth, BoxYear}
}

// boxes are the parts of a date that stands as text, in the order of the
// language. Of a text that is no date all stands in the first.
func (v *Interview) boxes(raw, precision string) []DateBox {
	value := v.unbox(raw)
	names := order(v.a.tag)
	if precision == string(forms.YearOnly) {
		names = []string{BoxYear}
	}
	out := make([]DateBox, len(names))
	for i, n := range names {
		out[i] = DateBox{Name: n, Label: v.a.text(i18n.Key("ui.date.box." + n)), Value: value[n]}
	}
	if rest := value[""]; rest != "" {
		out[0].Value = rest
	}
	return out
}

// unbox takes a text apart; what is no date comes under "".
func (v *Interview) unbox(raw string) map[string]string {
	if m := boxed.FindStringSubmatch(raw); m != nil {
		full := func(s string) string { return strings.Replace(s, emptyBox, "", 1) }
		return map[string]string{BoxYear: full(m[1]), BoxMonth: full(m[2]), BoxDay: full(m[3])}
	}
	when, code := v.reader().Date(raw)
	switch {
	case raw == "":
		return nil
	case code != "":
		return map[string]string{"": raw}
	}
	out := map[string]string{BoxYear: v.a.numeral(when.Date.Year)}
	if when.Precision != forms.YearOnly {
		out[BoxMonth], out[BoxDay] = v.a.numeral(when.Date.Month), v.a.numeral(when.Date.Day)
	}
	return out
}

// SetBoxes takes what stands in the boxes of a date, by their names; a box that is
// not named keeps what stands in it. A whole date may stand in the first of them.
func (v *Interview) SetBoxes(at Path, part string, values map[string]string) {
	all := v.unbox(v.parts(at)[part])
	delete(all, "")
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, values)
	v.Set(at, part, box(all, order(v.a.tag)[0]))
}

// box makes a text of what stands in boxes, from which unbox takes it again.
func box(values map[string]string, first string) string {
	filled, text := 0, ""
	for _, n := range []string{BoxYear, BoxMonth, BoxDay} {
		value := strings.ReplaceAll(values[n], "-", ".")
		if value != "" {
			filled++
		} else {
			value = emptyBox
		}
		text += "-" + value
	}
	switch {
	case filled == 0:
		return ""
	case filled == 1 && values[first] != "" && !shortNumber(values[first]):
		return values[first]
	}
	return text[1:]
}

// shortNumber reports whether a text is no more than a box is made for.
func shortNumber(s string) bool {
	notDigit := func(r rune) bool { return !unicode.IsDigit(r) }
	return utf8.RuneCountInString(s) <= 4 && !strings.ContainsFunc(s, notDigit)
}

// asPrecise leaves out of a date in boxes what the precision does not ask for.
func asPrecise(raw, precision string) string {
	m := boxed.FindStringSubmatch(raw)
	switch {
	case m == nil:
	case precision == string(forms.YearOnly) && m[1] != emptyBox:
		return m[1]
	case precision == string(forms.About) && m[3] == emptyBox && m[2] != emptyBox:
		return m[1] + "-" + m[2]
	}
	return raw
}
