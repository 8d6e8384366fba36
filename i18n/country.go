package i18n

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryCodes are the officially assigned alpha-2 codes of ISO 3166-1, and XK,
// which the European Union uses for Kosovo.
const countryCodes = "" +
	"AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ " +
	"BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR " +
	"CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU " +
	"ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ " +
	"LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ " +
	"MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF " +
	"PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI " +
	"SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR " +
	"TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"

// Countries returns the codes that ValidCountry accepts, sorted: ISO 3166-1
// alpha-2, and XK for Kosovo.
func Countries() []string { return strings.Fields(countryCodes) }

// ValidCountry tells whether code is one of Countries, in capitals.
func ValidCountry(code string) bool {
	return len(code) == 2 && strings.Contains(" "+countryCodes+" ", " "+code+" ")
}

// Country returns the name of a country in a language, from CLDR. Where a name
// has changed since the CLDR release in use, or where it does not suit an
// address, the locale catalog holds the better one under "country.<code>". A
// code that is no country, or a language without names, gives the code itself.
// The codes of OutsideCountries have their names too.
func Country(t Tag, code string) string {
	k := Key("country." + code)
	if c, ok := Locale(t); ok && c.Has(k) {
		return c.Plain(k, nil)
	}
	if !ValidCountry(code) {
		return code
	}
	namer := display.Regions(t.parsed())
	region, err := language.ParseRegion(code)
	if namer == nil || err != nil {
		return code
	}
	if name := namer.Name(region); name != "" {
		return name
	}
	return code
}

// CountryNames returns by what names a country is looked for beside the one in a
// person's language: its name in the language that most people there read, its
// English name, and its code.
func CountryNames(code string) []string {
	names := []string{Country("en", code), code}
	region, err := language.ParseRegion(code)
	if err != nil {
		return names
	}
	tag, _ := language.Compose(language.Und, region)
	if base, _ := tag.Base(); base.String() != "und" {
		names = append([]string{Country(Tag(base.String()), code)}, names...)
	}
	return names
}
