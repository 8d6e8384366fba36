package routes

import (
	"slices"

	"recourse/forms"
)

// EEA lists the States of the European Economic Area, sorted: those in which a
// recorded body takes complaints under the GDPR. It is as complete as the records.
func EEA(all []forms.Authority) []forms.Country {
	var out []forms.Country
	for _, a := range all {
		if supervises(a) {
			out = append(out, a.Country)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// InEEA tells whether a State is one of EEA.
func InEEA(c forms.Country, all []forms.Authority) bool {
	return slices.ContainsFunc(all, func(a forms.Authority) bool { return supervises(a) && a.Country == c })
}
