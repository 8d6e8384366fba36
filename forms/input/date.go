package input

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// Date reads a day as people write it: in the order of the language or as
// 2026-11-14, with the month as number or name; a month with its year, which is
// "about" its first day; or a year alone. A sign "~" or a word such as "about"
// before a day makes it the earliest that it could have been.
func (r Reader) Date(raw string) (forms.When, forms.ProblemCode) {
	s, about := r.withoutAbout(digits(oneLine(raw)))
	d, ok := r.parts(s)
	switch {
	case !ok:
		return forms.When{}, forms.NotADate
	case d.month == 0 && about:
		return forms.When{}, forms.NotADate
	case d.month == 0:
		return d.when(1, 1, forms.YearOnly)
	case d.day == 0:
		return d.when(d.month, 1, forms.About)
	case about:
		return d.when(d.month, d.day, forms.About)
	}
	return d.when(d.month, d.day, forms.Exact)
}

func (r Reader) date(raw string) (forms.Value, forms.ProblemCode) { return r.Date(raw) }

// day is a day as typed; what was not typed is 0.
type day struct{ year, month, day int }

func (d day) when(month, dayOf int, p forms.Precision) (forms.When, forms.ProblemCode) {
	w := forms.When{Date: forms.Date{Year: d.year, Month: month, Day: dayOf}, Precision: p}
	if d.year < 1 || !w.Valid() {
		return forms.When{}, forms.ImpossibleDate
	}
	return w, ""
}

// withoutAbout cuts a leading sign or word for "about".
func (r Reader) withoutAbout(s string) (rest string, about bool) {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "~"); ok {
		return rest, true
	}
	return r.cutWord("input.about", s)
}

// cutWord cuts the first word if it is one of those for the key.
func (r Reader) cutWord(key i18n.Key, s string) (rest string, found bool) {
	word, rest, _ := strings.Cut(s, " ")
	if r.IsWord(key, strings.TrimSuffix(word, ".")) {
		return rest, true
	}
	return s, false
}

var dateToken = regexp.MustCompile(`[0-9]+|[\pL\pM'’]+`)

// parts finds year, month and day in typed text.
func (r Reader) parts(s string) (day, bool) {
	if strings.Trim(dateToken.ReplaceAllString(s, ""), " .,/-") != "" {
		return day{}, false
	}
	numbers, month, ok := r.tokens(dateToken.FindAllString(s, -1))
	if !ok {
		return day{}, false
	}
	if month != 0 {
		return named(numbers, month)
	}
	return r.numeric(numbers)
}

// tokens sorts the tokens of a date into numbers and the name of a month.
func (r Reader) tokens(tokens []string) (numbers []string, month int, ok bool) {
	for _, t := range tokens {
		if t[0] <= '9' {
			numbers = append(numbers, t)
			continue
		}
		m, known := r.month(t)
		if !known || m > 0 && month > 0 {
			return nil, 0, false
		}
		if month <= 0 && m != 0 {
			month = m
		}
	}
	return numbers, month, month != inSeveral
}

// named reads a day whose month is named: day and year in either order, or the
// year alone.
func named(numbers []string, month int) (day, bool) {
	switch {
	case len(numbers) == 1 && isYear(numbers[0]):
		return day{atoi(numbers[0]), month, 0}, true
	case len(numbers) == 2 && isYear(numbers[1]) && isShort(numbers[0]):
		return day{atoi(numbers[1]), month, part(numbers[0])}, true
	case len(numbers) == 2 && isYear(numbers[0]) && isShort(numbers[1]):
		return day{atoi(numbers[0]), month, part(numbers[1])}, true
	}
	return day{}, false
}

// part is a typed day or month; a typed zero is none, and not left out either.
func part(s string) int {
	if n := atoi(s); n != 0 {
		return n
	}
	return -1
}

// numeric reads a day in numbers: the year has four digits and comes first or
// last; day and month are in the order of the language, or from large to small
// where the year comes first.
func (r Reader) numeric(n []string) (day, bool) {
	switch {
	case len(n) == 1 && isYear(n[0]):
		return day{year: atoi(n[0])}, true
	case len(n) == 2 && isShort(n[0]) && isYear(n[1]):
		return day{atoi(n[1]), part(n[0]), 0}, true
	case len(n) == 2 && isYear(n[0]) && isShort(n[1]):
		return day{atoi(n[0]), part(n[1]), 0}, true
	case len(n) == 3 && isYear(n[0]) && isShort(n[1]) && isShort(n[2]):
		return day{atoi(n[0]), part(n[1]), part(n[2])}, true
	case len(n) == 3 && isShort(n[0]) && isShort(n[1]) && isYear(n[2]):
		if r.order() == monthFirst {
			return day{atoi(n[2]), part(n[0]), part(n[1])}, true
		}
		return day{atoi(n[2]), part(n[1]), part(n[0])}, true
	}
	return day{}, false
}

func isYear(s string) bool  { return len(s) == 4 }
func isShort(s string) bool { return len(s) <= 2 }

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// order is the order in which a language writes the numbers of a day.
type order int

const (
	dayFirst   order = iota // 14/11/2026
	dayDots                 // 14.11.2026
	monthFirst              // 11/14/2026
	yearFirst               // 2026-11-14
)

// order follows the short numeric dates of CLDR.
func (r Reader) order() order {
	switch {
	case r.Lang == "en-US":
		return monthFirst
	case slices.Contains([]i18n.Tag{"hu", "lt", "sv"}, r.Lang.Base()):
		return yearFirst
	case slices.Contains([]i18n.Tag{"bg", "cs", "da", "de", "et", "fi", "hr", "is", "lv", "nb", "pl", "ro", "sk", "sl"}, r.Lang.Base()):
		return dayDots
	}
	return dayFirst
}

func (r Reader) formatWhen(w forms.When) string {
	switch w.Precision {
	case forms.YearOnly:
		return r.write(pad(w.Date.Year, 4))
	case forms.About:
		return "~" + r.formatDay(w.Date)
	default:
		return r.formatDay(w.Date)
	}
}

func (r Reader) formatDay(d forms.Date) string {
	y, m, dd := pad(d.Year, 4), pad(d.Month, 2), pad(d.Day, 2)
	switch r.order() {
	case monthFirst:
		return r.write(m + "/" + dd + "/" + y)
	case yearFirst:
		return r.write(d.String())
	case dayDots:
		return r.write(dd + "." + m + "." + y)
	case dayFirst:
	}
	return r.write(dd + "/" + m + "/" + y)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
