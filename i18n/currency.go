package i18n

import (
	"slices"
	"time"

	"golang.org/x/text/currency"
)

// tender is a day of the CLDR release in use; currencies are those of that day, and
// those that came since.
func tender() currency.QueryOption {
	return currency.Date(time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC))
}

// Currencies returns the codes of the currencies that countries pay with, sorted.
func Currencies() []string {
	out := []string{"SLE", "VED", "XCG", "ZWG"}
	for it := currency.Query(tender()); it.Next(); {
		out = append(out, it.Unit().String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// CurrencyCountries returns the codes of the countries that pay with a currency, by
// the CLDR release in use, for finding it by their names.
func CurrencyCountries(code string) []string {
	out := map[string][]string{"EUR": {"HR", "BG"}, "SLE": {"SL"}, "VED": {"VE"}, "XCG": {"CW", "SX"}, "ZWG": {"ZW"}}[code]
	for it := currency.Query(tender()); it.Next(); {
		if it.Unit().String() == code && ValidCountry(it.Region().String()) {
			out = append(out, it.Region().String())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
