package compose

import (
	"strconv"
	"strings"
	"unicode"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
	"recourse/i18n/bidi"
)

// value writes the answer at a path, a paragraph for each element. It is empty
// where there is no answer.
func (w *writer) value(at forms.Path) []doc.Runs {
	switch v := w.s.Known.Value(at).(type) {
	case nil, forms.Items:
		return nil
	case forms.Multi:
		var out []doc.Runs
		for _, code := range v {
			out = append(out, one(w.option(at, code), at))
		}
		return out
	case forms.Prose:
		return w.prose(at, v)
	case forms.Files:
		return []doc.Runs{w.files(at, v)}
	default:
		return []doc.Runs{one(w.line(at, v), at)}
	}
}

func one(text string, from forms.Path) doc.Runs { return doc.Runs{{Text: text, From: from}} }

// line writes a value that has one line.
func (w *writer) line(at forms.Path, v forms.Value) string {
	switch v := v.(type) {
	case forms.YesNo:
		return w.yesNo(bool(v))
	case forms.Choice:
		return w.option(at, string(v))
	case forms.Text:
		return w.set(string(v))
	case forms.Number:
		return i18n.Number(w.lang, int64(v))
	case forms.Money:
		return i18n.Money(w.lang, v.Minor, v.Currency)
	case forms.When:
		if v.Precision == forms.YearOnly {
			return year(v.Date)
		}
		return w.when(v)
	case forms.Period:
		return w.period(v)
	case forms.Person:
		return fullName(v)
	case forms.Address:
		return w.oneLine(w.addressLines(v))
	case forms.Country:
		return i18n.Country(w.lang, string(v))
	case forms.AuthorityRef:
		return w.authorityName(v)
	}
	return ""
}

// set isolates a value that may not run in the document's direction: in a
// document from left to right one with letters from right to left, in one from
// right to left every value. One without letters, such as a telephone number,
// runs from left to right there too.
func (w *writer) set(s string) string {
	switch {
	case w.lang.Dir() == i18n.RTL && !strings.ContainsFunc(s, unicode.IsLetter):
		return "\u2066" + s + "\u2069"
	case w.lang.Dir() == i18n.RTL, bidi.New([]rune(s), bidi.Auto).Level() == 1:
		return i18n.Isolate(s)
	}
	return s
}

// oneLine joins the lines of an address with the comma of the language.
func (w *writer) oneLine(lines []string) string {
	comma := ", "
	if parts := w.t.Parts("doc.address", i18n.Args{"a": "", "b": ""}); len(parts) == 3 {
		comma = parts[1].Text
	}
	set := make([]string, len(lines))
	for i, l := range lines {
		set[i] = w.set(l)
	}
	return strings.Join(set, comma)
}

func (w *writer) yesNo(yes bool) string {
	if yes {
		return w.t.Plain("word.yes", nil)
	}
	return w.t.Plain("word.no", nil)
}

func (w *writer) option(at forms.Path, code string) string {
	return w.t.Plain(w.p.Key("doc.q", at.Question(), "o", code), nil)
}

func (w *writer) day(d forms.Date) string { return i18n.Date(w.lang, d.Year, d.Month, d.Day) }

func (w *writer) when(v forms.When) string {
	switch v.Precision {
	case forms.YearOnly:
		return w.t.Plain("date.year", i18n.Args{"year": year(v.Date)})
	case forms.About:
		return w.t.Plain("date.about", i18n.Args{"date": w.day(v.Date)})
	default:
		return w.day(v.Date)
	}
}

func year(d forms.Date) string { return strconv.Itoa(d.Year) }

// period words both ends; an end that is only about or a year keeps that.
func (w *writer) period(v forms.Period) string {
	switch {
	case v.To == nil:
		return w.open("date.since", "from", *v.From)
	case v.From == nil:
		return w.open("date.until", "to", *v.To)
	case v.From.Precision == forms.Exact && v.To.Precision == forms.Exact:
		return w.t.Plain("date.period", i18n.Args{"from": w.day(v.From.Date), "to": w.day(v.To.Date)})
	case v.From.Precision == forms.YearOnly && v.To.Precision == forms.YearOnly:
		return w.t.Plain("date.period-years", i18n.Args{"from": year(v.From.Date), "to": year(v.To.Date)})
	default:
		return w.t.Plain("date.period-mixed", i18n.Args{"from": w.when(*v.From), "to": w.when(*v.To)})
	}
}

func (w *writer) open(key i18n.Key, arg string, v forms.When) string {
	switch v.Precision {
	case forms.YearOnly:
		return w.t.Plain(key+"-year", i18n.Args{"year": year(v.Date)})
	case forms.About:
		return w.t.Plain(key+"-about", i18n.Args{arg: w.day(v.Date)})
	default:
		return w.t.Plain(key, i18n.Args{arg: w.day(v.Date)})
	}
}

func (w *writer) authority(id forms.AuthorityID) (forms.Authority, bool) {
	for _, a := range w.p.Authorities {
		if a.ID == id {
			return a, true
		}
	}
	return forms.Authority{}, false
}

func (w *writer) authorityName(v forms.AuthorityRef) string {
	if a, ok := w.authority(v.ID); ok {
		return a.Name
	}
	return v.Name
}

// files refers to exhibits by their numbers, each a link to the table.
func (w *writer) files(at forms.Path, v forms.Files) doc.Runs {
	var parts []doc.Runs
	for _, id := range v {
		text := w.t.Plain("doc.exhibit", i18n.Args{"n": w.exhibits[id]})
		parts = append(parts, doc.Runs{{Text: text, From: at, Ref: anchor(id)}})
	}
	return joined(parts, ", ")
}

// prose is the person's words in the document's language where they have one,
// with a note who translated them; else the original, with a note that there is
// no translation.
func (w *writer) prose(at forms.Path, v forms.Prose) []doc.Runs {
	words, by, ok := v.In(w.lang)
	lang := w.lang
	if !ok {
		lang = v.Lang
		w.problems = append(w.problems, forms.Problem{Code: forms.TranslationMissing, At: at,
			Args: i18n.Args{"language": string(w.lang)}})
	}
	if by != nil {
		w.translated(by.By, v.Lang)
	}
	out := paragraphs(words, lang, at)
	if note := w.translationNote(v, by, ok); note != "" {
		out = append(out, doc.Runs{{Text: note, Style: doc.Grey | doc.Small}})
	}
	return out
}

func (w *writer) translationNote(v forms.Prose, by *forms.Translation, ok bool) string {
	if !ok {
		return w.t.Plain("doc.untranslated", i18n.Args{"language": i18n.Language(w.lang, w.lang), "language2": i18n.Language(w.lang, v.Lang)})
	}
	if by == nil {
		return ""
	}
	args := i18n.Args{"language": i18n.Language(w.lang, v.Lang) + " → " + i18n.Language(w.lang, by.Lang)}
	key := i18n.Key("doc.translation")
	switch {
	case by.By == "" && by.On.IsZero():
		key = "doc.translation-only"
	case by.By == "":
		key = "doc.translation-unnamed"
	case by.On.IsZero():
		key = "doc.translation-undated"
	}
	if by.By != "" {
		args["translator"] = w.set(by.By)
	}
	if !by.On.IsZero() {
		args["date"] = w.day(by.On)
	}
	return w.t.Plain(key, args)
}

// paragraphs cuts words at line breaks; empty lines fall away.
func paragraphs(words string, lang i18n.Tag, at forms.Path) []doc.Runs {
	var out []doc.Runs
	for line := range strings.SplitSeq(words, "\n") {
		if line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")); line != "" {
			out = append(out, doc.Runs{{Text: line, Lang: lang, From: at}})
		}
	}
	return out
}
