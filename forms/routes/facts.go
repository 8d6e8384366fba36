package routes

import (
	"slices"

	"recourse/forms"
)

// The facts that a choice of authority rests on, by their paths in a case.
const (
	residenceCountry forms.Path = "person.country"
	residenceLand    forms.Path = "person.land"
	workCountry      forms.Path = "person.work_country"
	workLand         forms.Path = "person.work_land"
	placeCountry     forms.Path = "events.country"
	placeLand        forms.Path = "events.land"
	otherKind        forms.Path = "other.kind"
	otherCountry     forms.Path = "other.country"
	otherLand        forms.Path = "other.land"
)

// Factor is a link between a case and a State that Art. 77(1) GDPR names.
type Factor string

// The factors, from the one that weighs most.
const (
	Residence Factor = "residence" // where the person habitually lives
	Work      Factor = "work"      // where the person works
	Place     Factor = "place"     // where the infringement happened
)

// factors lists the factors by weight.
func factors() []Factor { return []Factor{Residence, Work, Place} }

// weight is a power of two, so that sums compare as the best factor first.
func (f Factor) weight() int {
	switch f {
	case Residence:
		return 4
	case Work:
		return 2
	case Place:
		return 1
	}
	return 0
}

// spot is a State and, where it is known and has a body of its own, a Land.
type spot struct {
	country forms.Country
	land    string
}

// matter is what the choice of authority needs to know of a case.
type matter struct {
	spots map[Factor]spot
	kind  OtherKind
	seat  spot // of the other side
}

func readMatter(facts forms.Answers, all []forms.Authority) matter {
	kind, _ := facts.Value(otherKind).(forms.Choice)
	return matter{
		spots: map[Factor]spot{
			Residence: readSpot(facts, residenceCountry, residenceLand, all),
			Work:      readSpot(facts, workCountry, workLand, all),
			Place:     readSpot(facts, placeCountry, placeLand, all),
		},
		kind: OtherKind(kind),
		seat: readSpot(facts, otherCountry, otherLand, all),
	}
}

// readSpot leaves out a Land that no body of the State has: such an answer is
// left over from another State, or of an unknown code.
func readSpot(facts forms.Answers, country, land forms.Path, all []forms.Authority) spot {
	c, _ := facts.Value(country).(forms.Country)
	l, _ := facts.Value(land).(forms.Choice)
	s := spot{country: c, land: string(l)}
	if !slices.ContainsFunc(all, func(a forms.Authority) bool { return supervises(a) && a.Country == s.country && a.Land == s.land }) {
		s.land = ""
	}
	return s
}

// linked tells whether any factor lies in the State of the body.
func (m matter) linked(a forms.Authority) bool {
	return slices.ContainsFunc(factors(), func(f Factor) bool { return m.spots[f].country == a.Country })
}

// seated tells whether the body is that of the other side's seat: of its Land
// where the body is that of a Land, else of its State.
func (m matter) seated(a forms.Authority) bool {
	return a.Country == m.seat.country && (a.Land == "" || a.Land == m.seat.land)
}

// supervises tells whether a body takes complaints under the GDPR.
func supervises(a forms.Authority) bool { return a.Regime == regimeGDPR && a.Country != "" }

const regimeGDPR = "gdpr"
