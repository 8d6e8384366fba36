package input

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recourse/forms"
	"recourse/i18n"
)

// Reader reads and writes answers in one language.
type Reader struct {
	Lang        i18n.Tag          // the person's language, with the digits that Format writes
	Authorities []forms.Authority // the bodies that an answer of kind authority can name
	Exhibits    []string          // the ids of the exhibits, in the order of their numbers
}

// Parse reads the answer to a question. Where nothing was typed the answer is
// zero and the code is empty: the question is not answered. What cannot be read
// is a pending answer, with the code that says why.
func (r Reader) Parse(q *forms.Question, raw string) (forms.Answer, forms.ProblemCode) {
	raw = clean(raw)
	if strings.TrimSpace(raw) == "" {
		return forms.Answer{}, ""
	}
	v, code := r.value(q, raw)
	if code != "" {
		return forms.Answer{Pending: raw}, code
	}
	return forms.Answer{Value: v}, ""
}

// Language is the language in which the person's words are kept: that of a
// catalog where there is one for the reader's, "en" for "en-US", so that a document
// in it knows them for its own; else the reader's.
func (r Reader) Language() i18n.Tag {
	if c, ok := i18n.Locale(r.Lang); ok {
		return c.Tag()
	}
	return r.Lang.In(i18n.Western)
}

// write writes digits as the reader's language is to be written.
func (r Reader) write(s string) string { return r.Lang.Digits().Write(s) }

func (r Reader) value(q *forms.Question, raw string) (forms.Value, forms.ProblemCode) {
	switch q.Kind {
	case forms.KindYesNo:
		return r.yesNo(raw)
	case forms.KindChoice:
		return choice(q, raw)
	case forms.KindMulti:
		return multi(q, raw)
	case forms.KindText:
		return forms.Text(oneLine(raw)), ""
	case forms.KindProse:
		return forms.Prose{Words: raw, Lang: r.Language()}, ""
	case forms.KindNumber:
		return r.number(raw)
	case forms.KindMoney:
		return r.money(raw)
	case forms.KindDate:
		return r.date(raw)
	case forms.KindPeriod:
		return r.period(raw)
	case forms.KindPerson:
		return person(raw), ""
	case forms.KindAddress:
		return r.address(lines(raw)), ""
	case forms.KindCountry:
		c, ok := r.Country(raw)
		return c, orElse(ok, forms.UnknownCountry)
	case forms.KindAuthority:
		return r.authority(raw)
	case forms.KindFiles:
		return r.files(raw)
	case forms.KindItems:
	}
	return nil, forms.WrongKind
}

// Format writes an answer as text that Parse reads back as the same answer. Of
// prose it writes the words alone: Keep puts the translations beside them again.
// A skip and no answer give "".
func (r Reader) Format(a forms.Answer) string {
	if a.Pending != "" {
		return a.Pending
	}
	switch v := a.Value.(type) {
	case forms.YesNo:
		return r.formatYesNo(bool(v))
	case forms.Choice:
		return string(v)
	case forms.Multi:
		return strings.Join(v, " ")
	case forms.Text:
		return string(v)
	case forms.Prose:
		return v.Words
	case forms.Number:
		return r.write(strconv.FormatInt(int64(v), 10))
	case forms.Money:
		return r.formatMoney(v)
	case forms.When:
		return r.formatWhen(v)
	case forms.Period:
		return r.formatPeriod(v)
	case forms.Person:
		return formatPerson(v)
	case forms.Address:
		return r.formatAddress(v)
	case forms.Country:
		return r.formatCountry(v)
	case forms.AuthorityRef:
		return r.formatAuthority(v)
	case forms.Files:
		return r.formatFiles(v)
	}
	return ""
}

// Keep carries over from the answer before an edit what typing does not show:
// where the words of a prose are unchanged, their language and translations. A
// translation of other words than these would be false, so it does not stay.
func Keep(before, after forms.Answer) forms.Answer {
	old, wasProse := before.Value.(forms.Prose)
	prose, isProse := after.Value.(forms.Prose)
	if wasProse && isProse && old.Words == prose.Words {
		return before
	}
	return after
}

// clean makes typed text fit for a case: valid UTF-8, line feeds for all kinds
// of line ends, and spaces for other control characters.
func clean(raw string) string {
	raw = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(raw, "\uFFFD"))
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' && c != '\t' {
			return ' '
		}
		return c
	}, raw)
}

// oneLine joins lines with spaces.
func oneLine(raw string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\t", " ").Replace(raw))
}

// lines cuts text into its lines, without empty ones and the space around them.
func lines(raw string) []string {
	var out []string
	for line := range strings.SplitSeq(raw, "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func orElse(ok bool, code forms.ProblemCode) forms.ProblemCode {
	if ok {
		return ""
	}
	return code
}

func (r Reader) yesNo(raw string) (forms.Value, forms.ProblemCode) {
	switch {
	case r.IsWord("input.yes", raw) || digits(oneLine(raw)) == "1":
		return forms.YesNo(true), ""
	case r.IsWord("input.no", raw) || digits(oneLine(raw)) == "2":
		return forms.YesNo(false), ""
	}
	return nil, forms.NotYesOrNo
}

func (r Reader) formatYesNo(yes bool) string {
	key := i18n.Key("input.no")
	if yes {
		key = "input.yes"
	}
	return r.words(key)[0]
}

func choice(q *forms.Question, raw string) (forms.Value, forms.ProblemCode) {
	code := oneLine(raw)
	known := slices.ContainsFunc(q.Options, func(o forms.Option) bool { return o.Code == code })
	return forms.Choice(code), orElse(known, forms.UnknownCode)
}

// multi reads codes parted by spaces or commas, and puts them into the order of
// the options.
func multi(q *forms.Question, raw string) (forms.Value, forms.ProblemCode) {
	typed := strings.FieldsFunc(raw, parting)
	var out forms.Multi
	for _, o := range q.Options {
		if slices.Contains(typed, o.Code) {
			out = append(out, o.Code)
			typed = slices.DeleteFunc(typed, func(s string) bool { return s == o.Code })
		}
	}
	return out, orElse(len(typed) == 0 && len(out) > 0, forms.UnknownCode)
}

// parting tells whether a character parts the members of a typed list.
func parting(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",;،؛", c) }

// files reads the numbers of exhibits.
func (r Reader) files(raw string) (forms.Value, forms.ProblemCode) {
	var out forms.Files
	for _, s := range strings.FieldsFunc(digits(raw), parting) {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > len(r.Exhibits) {
			return nil, forms.UnknownExhibit
		}
		if id := r.Exhibits[n-1]; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, orElse(len(out) > 0, forms.UnknownExhibit)
}

func (r Reader) formatFiles(v forms.Files) string {
	numbers := make([]string, 0, len(v))
	for _, id := range v {
		if i := slices.Index(r.Exhibits, id); i >= 0 {
			numbers = append(numbers, i18n.Numeral(r.Lang, i+1))
		}
	}
	return strings.Join(numbers, " ")
}
