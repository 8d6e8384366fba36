package i18n

// AddressPart is a part of a postal address.
type AddressPart uint8

const (
	// AddressLines is the street and all that stands above the place.
	AddressLines AddressPart = iota
	// AddressPostcode is the postcode.
	AddressPostcode
	// AddressCity is the place.
	AddressCity
	// AddressRegion is the state, province, prefecture or county.
	AddressRegion
)

// AddressOrder returns the order in which the people of a country say the parts of
// an address (Universal Postal Union, Postal addressing systems in member
// countries): the postcode before the place in most, behind it in others, and the
// large before the small in East Asia. An empty code gives the usual order.
func AddressOrder(country string) []AddressPart {
	switch country {
	case "AU", "BR", "CA", "GB", "ID", "IE", "IN", "NZ", "PK", "SA", "SG", "TH", "US", "ZA":
		return []AddressPart{AddressLines, AddressCity, AddressRegion, AddressPostcode}
	case "LV", "UA":
		return []AddressPart{AddressLines, AddressCity, AddressPostcode, AddressRegion}
	case "CN", "JP", "KR", "TW":
		return []AddressPart{AddressPostcode, AddressRegion, AddressCity, AddressLines}
	case "RU":
		return []AddressPart{AddressLines, AddressCity, AddressRegion, AddressPostcode}
	}
	return []AddressPart{AddressLines, AddressPostcode, AddressCity, AddressRegion}
}

// FamilyFirst tells whether those who read a language say the name of the family
// before that of the person.
func FamilyFirst(t Tag) bool {
	switch t.Base() {
	case "hu", "ja", "km", "ko", "mn", "vi", "zh":
		return true
	}
	return false
}
