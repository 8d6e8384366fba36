package compose

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// postcode is where a country's postal administration puts the postcode
// (Universal Postal Union, Postal addressing systems in member countries).
type postcode uint8

const (
	postcodeFirst  postcode = iota // "1000 Place", most countries
	postcodeBehind                 // "Place 1000", with the region between where it has one
	postcodeBelow                  // on a line of its own below the place
	postcodeComma                  // "Place, 1000"
)

func postcodeOf(c forms.Country) postcode {
	switch c {
	case "AU", "CA", "ID", "IN", "JP", "KR", "NZ", "PK", "SA", "SG", "TH", "US":
		return postcodeBehind
	case "BR", "GB", "IE", "RU", "ZA":
		return postcodeBelow
	case "LV", "UA":
		return postcodeComma
	}
	return postcodeFirst
}

// addressLines are the lines of an address in the order of its country.
func (w *writer) addressLines(a forms.Address) []string {
	lines := slices.Clone(a.Lines)
	switch postcodeOf(a.Country) {
	case postcodeBehind:
		lines = append(lines, spaced(a.City, a.Region, a.Postcode))
	case postcodeBelow:
		lines = append(lines, a.City, a.Region, a.Postcode)
	case postcodeComma:
		lines = append(lines, strings.Join(slices.DeleteFunc([]string{a.City, a.Postcode}, empty), ", "), a.Region)
	case postcodeFirst:
		if a.Country == "IT" { // the province stands in the same line
			lines = append(lines, spaced(a.Postcode, a.City, a.Region))
		} else {
			lines = append(lines, spaced(a.Postcode, a.City), a.Region)
		}
	}
	if a.Country != "" {
		lines = append(lines, i18n.Country(w.lang, string(a.Country)))
	}
	return slices.DeleteFunc(lines, empty)
}

func spaced(parts ...string) string { return strings.Join(slices.DeleteFunc(parts, empty), " ") }

func empty(s string) bool { return strings.TrimSpace(s) == "" }

// window is that of the envelopes which are common where an answer says that the
// letter is sent from.
func (w *writer) window(at forms.ID) doc.Window {
	country := forms.Country("")
	switch v := w.s.Known.Value(forms.Path(at)).(type) {
	case forms.Country:
		country = v
	case forms.Address:
		country = v.Country
	}
	switch country {
	case "":
		return doc.NoWindow
	case "FR", "MC":
		return doc.WindowRight
	case "US", "CA":
		return doc.WindowNo10
	case "GB", "IE":
		return doc.WindowDL
	}
	return doc.WindowDIN
}
