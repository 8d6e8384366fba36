package vm

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"recourse/i18n"
)

// Digits are those that the window shows numbers with.
type Digits = i18n.Digits

func allDigits() []Digits { return []Digits{i18n.Western, i18n.ArabicIndic, i18n.Persian} }

// digits is the choice of digits; none where the language has no others than Western
// ones.
func (s *Settings) digits() []FormPart {
	own, ok := i18n.OwnDigits(s.a.tag)
	if !ok {
		return nil
	}
	p := FormPart{Key: fieldDigits, Kind: FormSelect, Text: s.a.text("ui.settings.digits"), Hint: s.a.text("ui.settings.digits.hint")}
	for _, d := range []Digits{i18n.Western, own} {
		p.Options = append(p.Options, Option{Code: string(d), Label: s.a.t.Text(i18n.Key("ui.digits."+d), i18n.Args{"digits": d.Write("123")}), Chosen: d == s.a.t.Writing().Digits()})
	}
	return []FormPart{p}
}

// writeIn shows numbers with other digits. What was typed stays as it is, and so do
// documents and files, which never have them.
func (a *App) writeIn(d Digits) {
	a.prefs.Digits = d
	a.speak(a.tag)
	for _, p := range a.places {
		p.speak()
	}
}

// numeral is a number without grouping, as a day and a year are shown.
func (a *App) numeral(n int) string { return i18n.Numeral(a.t.Writing(), n) }

// clock is a time of day.
func clock(t *i18n.Catalog, at time.Time) string {
	return i18n.Clock(t.Writing(), at.Hour(), at.Minute())
}

// Beside puts what is not empty beside each other, parted by a dot; by a dash where the
// dot would stand at a number in other than Western digits, whose zero is a dot too.
func Beside(parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		case endsInDigit(out) || beginsWithDigit(p):
			out += " – " + p
		default:
			out += " · " + p
		}
	}
	return out
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, i18n.IsFormatting))
	return dottedDigit(r)
}

func beginsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, i18n.IsFormatting))
	return dottedDigit(r)
}

func dottedDigit(r rune) bool { return r > '9' && unicode.IsDigit(r) }
