package i18n

import (
	"strconv"
	"strings"

	"golang.org/x/text/currency"
)

// noBreakSpace keeps an amount and its currency on one line.
const noBreakSpace = "\u00A0"

// CurrencyDigits returns how many decimals amounts in a currency have, by CLDR:
// 2 for "EUR", 0 for "JPY", 3 for "TND". It reports false for a code that is no
// currency of ISO 4217. Withdrawn currencies count, for losses of long ago.
func CurrencyDigits(code string) (int, bool) {
	switch code {
	case "SLE", "VED", "XCG", "ZWG": // younger than the CLDR release in use
		return 2, true
	case "XXX", "XTS": // no currency, and the code for tests
		return 0, false
	}
	unit, err := currency.ParseISO(code)
	if err != nil || unit.String() != code {
		return 0, false
	}
	digits, _ := currency.Standard.Rounding(unit)
	return digits, true
}

// Money returns an amount given in the smallest unit of its currency: 123456
// and "EUR" give "EUR 1,234.56" in English and "1.234,56 EUR" in German. The
// ISO 4217 code is used because "$" and "£" do not say whose; it stands before
// the number in English, Irish, Latvian and Maltese and after it elsewhere, as
// the Interinstitutional Style Guide of the European Union has it (7.3.3). For
// a code that is no currency, the amount is taken to have two decimals.
func Money(t Tag, minor int64, code string) string {
	digits, ok := CurrencyDigits(code)
	if !ok {
		digits = 2
	}
	amount := fixed(t, minor, digits)
	switch t.Base() {
	case "en", "ga", "lv", "mt":
		return code + noBreakSpace + amount
	}
	return amount + noBreakSpace + code
}

// fixed writes minor / 10^digits exactly, without going through a float.
func fixed(t Tag, minor int64, digits int) string {
	scale := int64(1)
	for range digits {
		scale *= 10
	}
	whole, fraction := minor/scale, minor%scale
	text := Number(t, whole)
	if digits == 0 {
		return text
	}
	if fraction < 0 {
		fraction = -fraction
	}
	if whole == 0 && minor < 0 {
		text = strings.Replace(Number(t, -1), t.Digits().Write("1"), t.Digits().Write("0"), 1)
	}
	return text + DecimalMark(t) + t.Digits().Write(padded(fraction, digits))
}

func padded(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
