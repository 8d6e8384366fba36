package i18n

import "strings"

// The controls of UAX #9 that set a piece of text apart from what surrounds it.
const (
	lri = '\u2066'
	rli = '\u2067'
	fsi = '\u2068'
	pdi = '\u2069'
)

// IsFormatting tells whether r is an explicit directional embedding, override
// or isolate, or the end of one (UAX #9, section 2). The marks LRM, RLM and ALM
// are none of these.
func IsFormatting(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= lri && r <= pdi
}

// Isolate wraps s between FSI and PDI, so that its direction is found from its
// own letters and does not disturb the text around it. Isolates that s itself
// leaves open are closed, and ends without a beginning are dropped, so nothing
// in s can reach outside.
func Isolate(s string) string {
	var b strings.Builder
	b.WriteRune(fsi)
	depth := 0
	for _, r := range s {
		switch r {
		case lri, rli, fsi:
			depth++
		case pdi:
			if depth == 0 {
				continue
			}
			depth--
		}
		b.WriteRune(r)
	}
	b.WriteString(strings.Repeat(string(pdi), depth+1))
	return b.String()
}
