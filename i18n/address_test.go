package i18n

import (
	"slices"
	"testing"
)

// Each part of an address stands once in the order of every country, the postcode
// where the country has it.
func TestAddressOrder(t *testing.T) {
	for _, code := range append(Countries(), "") {
		order := AddressOrder(code)
		seen := slices.Clone(order)
		slices.Sort(seen)
		if !slices.Equal(seen, []AddressPart{AddressLines, AddressPostcode, AddressCity, AddressRegion}) {
			t.Errorf("%s: %v", code, order)
		}
	}
	for code, before := range map[string]bool{"DE": true, "": true, "US": false, "GB": false, "JP": true, "UA": false} {
		order := AddressOrder(code)
		if got := slices.Index(order, AddressPostcode) < slices.Index(order, AddressCity); got != before {
			t.Errorf("%s: the postcode before the place: %v", code, got)
		}
	}
	if !FamilyFirst("ja") || !FamilyFirst("hu-HU") || FamilyFirst("ar") {
		t.Error("the wrong name is first")
	}
}

// A currency is found by the countries that pay with it.
func TestCurrencies(t *testing.T) {
	all := Currencies()
	if !slices.IsSorted(all) || len(all) < 150 || len(all) > 200 {
		t.Errorf("%d currencies", len(all))
	}
	for _, code := range all {
		if _, ok := CurrencyDigits(code); !ok {
			t.Errorf("%s is no currency", code)
		}
	}
	for code, country := range map[string]string{"EUR": "HR", "CHF": "LI", "USD": "EC", "EGP": "EG", "XCG": "CW"} {
		if !slices.Contains(all, code) || !slices.Contains(CurrencyCountries(code), country) {
			t.Errorf("%s is not paid in %s: %v", code, country, CurrencyCountries(code))
		}
	}
	if slices.Contains(all, "DEM") || slices.Contains(all, "XXX") {
		t.Error("there are currencies that nobody pays with")
	}
}
