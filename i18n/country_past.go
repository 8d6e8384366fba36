package i18n

import "strings"

// pastStates are States that no longer exist, under their codes of ISO 3166-3,
// each with the countries that lie where they lay: the table territoryAlias of
// Unicode CLDR's supplemental data.
const pastStates = "" +
	"ANHH:BQ,CW,SX BUMM:MM CSHH:CZ,SK CSXX:ME,RS DDDE:DE " +
	"SUHH:AM,AZ,BY,EE,GE,KG,KZ,LT,LV,MD,RU,TJ,TM,UA,UZ TPTL:TL YDYE:YE YUCS:BA,HR,ME,MK,RS,SI ZRCD:CD"

// disputedPlaces are territories whose State is disputed and which have no code
// of ISO 3166-1. The codes are of our own: an X, which ISO leaves to its users.
const disputedPlaces = "XABK: XCRM: XNCY: XSOL: XSOS: XTRN:"

// OutsideCountries returns the codes of places that a person may name as a
// country and that are none of Countries: States that no longer exist, under
// their codes of ISO 3166-3, and disputed territories without a code of ISO
// 3166-1, under codes of our own. Each has its name in the locale catalogs.
func OutsideCountries() []string {
	var out []string
	for entry := range strings.FieldsSeq(pastStates + " " + disputedPlaces) {
		code, _, _ := strings.Cut(entry, ":")
		out = append(out, code)
	}
	return out
}

// Successors returns the codes of the countries that lie where a State lay that
// no longer exists. Outside tells whether code is one of OutsideCountries; for a
// disputed territory there are no successors.
func Successors(code string) (countries []string, outside bool) {
	for entry := range strings.FieldsSeq(pastStates + " " + disputedPlaces) {
		name, today, _ := strings.Cut(entry, ":")
		if name == code {
			return strings.FieldsFunc(today, func(r rune) bool { return r == ',' }), true
		}
	}
	return nil, false
}
