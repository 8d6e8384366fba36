package input

import (
	"regexp"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// The groups of three digits of a number, parted by one and the same sign.
var grouped = regexp.MustCompile(`^[0-9]{1,3}(([.,' ])[0-9]{3})+$`)

// ungroup takes the grouping out of a number: spaces, apostrophes, and the sign
// that mark allows. It reports false for what is not grouped by threes.
func ungroup(s string, mark string) (string, bool) {
	if strings.Trim(s, "0123456789") == "" {
		return s, s != ""
	}
	if !grouped.MatchString(s) {
		return "", false
	}
	sign := strings.Trim(s, "0123456789")[:1]
	plain := strings.ReplaceAll(s, sign, "")
	return plain, strings.Trim(plain, "0123456789") == "" && strings.Contains(" '"+mark, sign)
}

// plainSigns replaces the many spaces and apostrophes that stand in numbers.
func plainSigns(s string) string {
	return strings.NewReplacer("\u00A0", " ", "\u202F", " ", "\u2009", " ", "’", "'", "−", "-").Replace(digits(oneLine(s)))
}

func (r Reader) number(raw string) (forms.Value, forms.ProblemCode) {
	s := plainSigns(raw)
	s, negative := strings.CutPrefix(s, "-")
	_, group := r.signs()
	plain, ok := ungroup(s, group)
	if !ok {
		return nil, forms.NotANumber
	}
	if negative {
		plain = "-" + plain
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	return forms.Number(n), orElse(err == nil, forms.NotANumber)
}

// signs are the decimal sign of the language, and the other of point and comma,
// which can only part groups.
func (r Reader) signs() (decimal, group string) {
	if i18n.DecimalMark(r.Lang.In(i18n.Western)) == "," {
		return ",", "."
	}
	return ".", ","
}

var currencyCode = regexp.MustCompile(`^(?:([A-Za-z]{3}|€) ?([0-9].*)|([0-9].*?) ?([A-Za-z]{3}|€))$`)

// money reads an amount with its currency, before or after it.
func (r Reader) money(raw string) (forms.Value, forms.ProblemCode) {
	m := currencyCode.FindStringSubmatch(plainSigns(raw))
	if m == nil {
		return nil, forms.NotAnAmount
	}
	code := strings.ToUpper(m[1] + m[4])
	if code == "€" {
		code = "EUR"
	}
	places, ok := i18n.CurrencyDigits(code)
	if !ok {
		return nil, forms.NotAnAmount
	}
	amount, ok := r.amount(m[2]+m[3], places)
	if !ok {
		return nil, forms.NotAnAmount
	}
	v, err := forms.ParseMoney(amount, code)
	return v, orElse(err == nil, forms.NotAnAmount)
}

// amount writes a typed amount with a decimal point and no grouping. The last
// point or comma is the decimal sign if it can be one and cannot be grouping: it
// is so in the language, or other than three digits follow it.
func (r Reader) amount(s string, places int) (string, bool) {
	decimal, group := r.signs()
	i := strings.LastIndexAny(s, ".,")
	if i < 0 {
		return ungroup(s, "")
	}
	sign, frac := s[i:i+1], s[i+1:]
	once := strings.Count(s, sign) == 1
	if once && len(frac) <= places && (sign == decimal || len(frac) != 3) {
		other := strings.Trim(".,", sign)
		whole, ok := ungroup(s[:i], other)
		return whole + "." + frac, ok && frac != ""
	}
	if sign != group {
		return "", false
	}
	return ungroup(s, group)
}

// formatMoney writes the decimal sign of the language, or of its digits, and no
// grouping.
func (r Reader) formatMoney(v forms.Money) string {
	amount, err := v.Amount()
	if err != nil {
		return ""
	}
	return r.write(strings.Replace(amount, ".", i18n.DecimalMark(r.Lang), 1)) + " " + v.Currency
}
