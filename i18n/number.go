package i18n

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// groupFrom is the number from which a count inside a text is grouped. Four
// digits read well without a separator in every language, and so a year that
// is passed as a number by mistake is still a year.
const groupFrom = 10_000

// Number returns n with the grouping of the language and Western digits:
// "1,234" in English, "1.234" in German. Groups are parted by a no-break space
// where the language parts them by a space.
func Number(t Tag, n int64) string {
	return printer(t).Sprint(number.Decimal(n))
}

// count writes a number inside a text of a catalog.
func count(t Tag, n int64) string {
	if n > -groupFrom && n < groupFrom {
		return strconv.FormatInt(n, 10)
	}
	return Number(t, n)
}

// decimalMark returns what parts whole and fraction in the language.
func decimalMark(t Tag) string {
	return strings.Trim(printer(t).Sprint(number.Decimal(1.5, number.Scale(1))), "15")
}

// printer returns a printer for the language that writes Western digits.
func printer(t Tag) *message.Printer {
	western, err := t.parsed().SetTypeForKey("nu", "latn")
	if err != nil {
		western = language.Und
	}
	return message.NewPrinter(western)
}

// Tenths returns a number of tenths as a decimal number: 41 is "4.1" in English,
// "4,1" in German; 40 is "4".
func Tenths(t Tag, n int64) string {
	return printer(t).Sprint(number.Decimal(float64(n)/10, number.MaxFractionDigits(1)))
}
