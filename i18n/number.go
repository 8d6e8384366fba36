package i18n

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// groupFrom is the number from which a count inside a text is grouped. Four
// digits read well without a separator in every language, and so a year that
// is passed as a number by mistake is still a year.
const groupFrom = 10_000

// Number returns n with the grouping of the language: "1,234" in English, "1.234" in
// German, "١٬٢٣٤" in Arabic with its own digits. Groups are parted by a no-break space
// where the language parts them by a space.
func Number(t Tag, n int64) string {
	return printer(t).Sprint(number.Decimal(n))
}

// Numeral returns n without grouping, as a year and the number of a day or of a step
// are written.
func Numeral(t Tag, n int) string { return t.Digits().Write(strconv.Itoa(n)) }

// count writes a number inside a text of a catalog.
func count(t Tag, n int64) string {
	if n > -groupFrom && n < groupFrom {
		return t.Digits().Write(strconv.FormatInt(n, 10))
	}
	return Number(t, n)
}

// DecimalMark returns what parts whole and fraction in the language: ".", ",", or
// "٫" with the digits of Arabic.
func DecimalMark(t Tag) string {
	return strings.TrimFunc(printer(t).Sprint(number.Decimal(1.5, number.Scale(1))), unicode.IsDigit)
}

// printer returns a printer for the language that writes the digits of the tag.
func printer(t Tag) *message.Printer {
	numbers, err := t.parsed().SetTypeForKey("nu", string(t.Digits()))
	if err != nil {
		numbers = language.Und
	}
	return message.NewPrinter(numbers)
}

// Tenths returns a number of tenths as a decimal number: 41 is "4.1" in English,
// "4,1" in German; 40 is "4".
func Tenths(t Tag, n int64) string {
	return printer(t).Sprint(number.Decimal(float64(n)/10, number.MaxFractionDigits(1)))
}
