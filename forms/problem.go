package forms

import "recourse/i18n"

// Problem is something that stands in the way of filing: a code, the place it
// stands at, and the arguments for the words. The words are in the catalogs,
// under problem.<code>.what, .means and .next; or, where Text is set, there.
// A Problem never carries an answer.
type Problem struct {
	Code ProblemCode
	At   Path     // "" where it concerns the whole case
	Text i18n.Key // a text of the procedure's own catalog; "" for the general one
	Args i18n.Args
}

// ArgsFor returns the arguments for a reader of a language: an argument that is a
// language stands as a tag and is named in that language, and so is a country,
// which stands as its code; today's countries in the place of a past one are {today}.
func (p Problem) ArgsFor(reader i18n.Tag) i18n.Args {
	out := i18n.Args{}
	for name, v := range p.Args {
		code, _ := v.(string)
		switch name {
		case "language":
			v = i18n.Language(reader, i18n.Tag(code))
		case "country":
			v, out["today"] = i18n.Country(reader, code), today(reader, code)
		}
		out[name] = v
	}
	return out
}

// today lists the countries that lie where a past State lay.
func today(reader i18n.Tag, code string) string {
	countries, _ := i18n.Successors(code)
	names := make([]string, len(countries))
	for i, c := range countries {
		names[i] = i18n.Country(reader, c)
	}
	return i18n.List(reader, names)
}

// ProblemCode names a kind of problem.
type ProblemCode string

// The kinds of problem. Each has its words in every locale catalog.
const (
	Required            ProblemCode = "required"              // a required answer is missing
	RequiredItem        ProblemCode = "required-item"         // a repeat needs at least one item
	WrongKind           ProblemCode = "wrong-kind"            // the answer is of another kind than the question
	UnknownCode         ProblemCode = "unknown-code"          // not one of the options
	OptionClosed        ProblemCode = "option-closed"         // an option that is not offered with these answers
	SkipNotOffered      ProblemCode = "skip-not-offered"      // this question cannot be skipped that way
	FutureDate          ProblemCode = "future-date"           // after today where that cannot be
	OrderOfDates        ProblemCode = "order-of-dates"        // a period ends before it begins
	TooLong             ProblemCode = "too-long"              // more characters than the limit {max}
	TooSmall            ProblemCode = "too-small"             // less than {min}
	TooLarge            ProblemCode = "too-large"             // more than {max}
	TooManyItems        ProblemCode = "too-many-items"        // more items than {max}
	NotAnEmail          ProblemCode = "not-an-email"          //
	NotAPhone           ProblemCode = "not-a-phone"           //
	NotAURL             ProblemCode = "not-a-url"             //
	ImpossibleDate      ProblemCode = "impossible-date"       // a day that the calendar does not have
	NotADate            ProblemCode = "not-a-date"            // typed, and cannot be read as a date
	NotAPeriod          ProblemCode = "not-a-period"          // typed, and cannot be read as a period
	NotANumber          ProblemCode = "not-a-number"          // typed, and is no whole number
	NotAnAmount         ProblemCode = "not-an-amount"         // typed, and is no amount in a known currency
	NotYesOrNo          ProblemCode = "not-yes-or-no"         // typed, and is neither
	UnknownAuthority    ProblemCode = "unknown-authority"     // not in the data of Recourse
	UnknownCountry      ProblemCode = "unknown-country"       // no ISO 3166-1 code
	PastCountry         ProblemCode = "past-country"          // a State that no longer exists: {country}, {today}
	DisputedCountry     ProblemCode = "disputed-country"      // a territory whose State is disputed: {country}
	UnknownExhibit      ProblemCode = "unknown-exhibit"       // a reference to an exhibit that is not there
	UnknownQuestion     ProblemCode = "unknown-question"      // an answer that no procedure asks for
	PendingText         ProblemCode = "pending-text"          // something typed that is not yet an answer
	CheckFailed         ProblemCode = "check-failed"          // a rule of the procedure; Text has the words
	Missing             ProblemCode = "missing"               // a notice with effect missing; Text has the words
	Stopped             ProblemCode = "stopped"               // a notice with effect stop; Text has the words
	OtherRoute          ProblemCode = "other-route"           // a notice with effect other-route; Text has the words
	NotInForce          ProblemCode = "not-in-force"          // the procedure is not in force on this day
	NoGlyph             ProblemCode = "no-glyph"              // a character that no typeface here can draw
	HiddenChar          ProblemCode = "hidden-char"           // a character without a shape that could mislead
	TooManyPages        ProblemCode = "too-many-pages"        // not blocking: an annex has {count} pages, more than {max}
	TranslationMissing  ProblemCode = "translation-missing"   // not blocking: words without a translation
	LanguageNotAccepted ProblemCode = "language-not-accepted" // not blocking: the body works in other languages
)

// Blocking tells whether a case with such a problem is incomplete.
func (c ProblemCode) Blocking() bool {
	return c != TooManyPages && c != TranslationMissing && c != LanguageNotAccepted
}
