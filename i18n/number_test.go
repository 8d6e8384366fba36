package i18n

import (
	"math"
	"testing"
)

// Numbers are grouped as the language does, with Western digits everywhere and
// a no-break space where a space parts the groups.
func TestNumber(t *testing.T) {
	tests := []struct {
		tag  Tag
		n    int64
		want string
	}{
		{"en", 0, "0"}, {"en", 999, "999"}, {"en", 1234, "1,234"}, {"en", 1234567, "1,234,567"},
		{"en", -1234, "-1,234"}, {"en", math.MaxInt64, "9,223,372,036,854,775,807"},
		{"en", math.MinInt64, "-9,223,372,036,854,775,808"},
		{"de", 1234567, "1.234.567"}, {"fr", 1234567, "1\u00a0234\u00a0567"},
		{"ar", 1234567, "1,234,567"}, {"ar-EG", 15, "15"}, {"fa", 15, "15"},
	}
	for _, tt := range tests {
		check(t, "Number", tt.tag, Number(tt.tag, tt.n), tt.want)
	}
}

// Tenths have at most one digit behind the mark of the language.
func TestTenths(t *testing.T) {
	for _, tt := range []struct {
		tag  Tag
		n    int64
		want string
	}{{"en", 41, "4.1"}, {"en", 40, "4"}, {"de", 12345, "1.234,5"}, {"fr", 5, "0,5"}, {"ar", 41, "4.1"}} {
		check(t, "Tenths", tt.tag, Tenths(tt.tag, tt.n), tt.want)
	}
}

// Amounts are exact, whatever their size, and bear the code of the currency on
// the side where the language puts it.
func TestMoney(t *testing.T) {
	tests := []struct {
		tag   Tag
		minor int64
		code  string
		want  string
	}{
		{"en", 123456, "EUR", "EUR\u00a01,234.56"},
		{"en", 5, "EUR", "EUR\u00a00.05"}, {"en", -5, "EUR", "EUR\u00a0-0.05"},
		{"en", -123456, "EUR", "EUR\u00a0-1,234.56"}, {"en", 0, "USD", "USD\u00a00.00"},
		{"en", math.MaxInt64, "EUR", "EUR\u00a092,233,720,368,547,758.07"},
		{"de", 123456, "EUR", "1.234,56\u00a0EUR"}, {"fr", 123456, "EUR", "1\u00a0234,56\u00a0EUR"},
		{"ar", 123456, "TND", "123.456\u00a0TND"}, {"ar", 123456, "EUR", "1,234.56\u00a0EUR"},
		{"de", 500, "JPY", "500\u00a0JPY"}, {"de", 50, "???", "0,50\u00a0???"},
		{"ga", 100, "EUR", "EUR\u00a01.00"},
	}
	for _, tt := range tests {
		check(t, "Money", tt.tag, Money(tt.tag, tt.minor, tt.code), tt.want)
	}
}

// Decimals of currencies, among them new ones, withdrawn ones and none.
func TestCurrencyDigits(t *testing.T) {
	good := map[string]int{"EUR": 2, "USD": 2, "GBP": 2, "CHF": 2, "JPY": 0, "KRW": 0, "TND": 3, "KWD": 3, "HRK": 2, "SLE": 2}
	for code, want := range good {
		if got, ok := CurrencyDigits(code); !ok || got != want {
			t.Errorf("CurrencyDigits(%q) = %d, %v; want %d", code, got, ok, want)
		}
	}
	for _, code := range []string{"", "eur", "EU", "EURO", "ZZZ", "XXX", "XTS", "€"} {
		if got, ok := CurrencyDigits(code); ok {
			t.Errorf("CurrencyDigits(%q) = %d; want none", code, got)
		}
	}
}
