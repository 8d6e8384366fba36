package forms

import (
	"fmt"
	"strconv"
	"strings"

	"recourse/i18n"
)

// maxAmountDigits bounds an amount so that it fits an int64 of smallest units.
const maxAmountDigits = 15

// ParseMoney reads an amount such as "12.50" or "1200" with a decimal point and
// no other signs, in the currency with an ISO 4217 code. It accepts fewer
// decimals than the currency has, never more.
func ParseMoney(amount, currency string) (Money, error) {
	digits, ok := i18n.CurrencyDigits(currency)
	if !ok {
		return Money{}, fmt.Errorf("%q is no ISO 4217 code of a currency, such as EUR", currency)
	}
	whole, frac, point := strings.Cut(amount, ".")
	if point && frac == "" || len(frac) > digits || len(whole) == 0 || len(whole) > maxAmountDigits || !allDigits(whole+frac) {
		return Money{}, fmt.Errorf("the amount is not a number with at most %d decimals after a point", digits)
	}
	minor, err := strconv.ParseInt(whole+frac+strings.Repeat("0", digits-len(frac)), 10, 64)
	if err != nil {
		return Money{}, fmt.Errorf("the amount is too large")
	}
	return Money{minor, currency}, nil
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// Amount writes the amount with exactly the decimals of the currency.
func (m Money) Amount() (string, error) {
	digits, ok := i18n.CurrencyDigits(m.Currency)
	if !ok || m.Minor < 0 {
		return "", fmt.Errorf("money: not an amount in a known currency")
	}
	s := fmt.Sprintf("%0*d", digits+1, m.Minor)
	if digits == 0 {
		return s, nil
	}
	return s[:len(s)-digits] + "." + s[len(s)-digits:], nil
}
