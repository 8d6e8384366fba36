package routes

import (
	"slices"

	"recourse/forms"
)

// LandFit says how the part of a State that a body is for matches the factors.
// Which Land a body is for is our reading of its name and address.
type LandFit string

// The ways in which a Land matches, best first.
const (
	OwnLand    LandFit = "own"    // the body is for the Land that a factor lies in
	WholeState LandFit = "whole"  // for the whole State
	ChooseLand LandFit = "choose" // a factor lies in the State, its Land is not known
	OtherLand  LandFit = "other"  // the factors in the State lie in other Länder
	NoLink     LandFit = "none"   // no factor lies in the State
)

// at judges how one spot matches a body.
func (s spot) at(a forms.Authority) LandFit {
	switch {
	case s.country != a.Country:
		return NoLink
	case a.Land == "":
		return WholeState
	case s.land == "":
		return ChooseLand
	case s.land == a.Land:
		return OwnLand
	}
	return OtherLand
}

// landFit is the best match that any factor gives.
func (m matter) landFit(a forms.Authority) LandFit {
	best := NoLink
	for _, f := range factors() {
		if fit := m.spots[f].at(a); fit.rank() < best.rank() {
			best = fit
		}
	}
	return best
}

func (f LandFit) rank() int {
	return slices.Index([]LandFit{OwnLand, WholeState, ChooseLand, OtherLand, NoLink}, f)
}

// factorsFor lists the factors that lead to a body: those of its own Land or of
// a Land not known; or, where there is none, those of its State.
func (m matter) factorsFor(a forms.Authority) []Factor {
	var near, far []Factor
	for _, f := range factors() {
		switch m.spots[f].at(a) {
		case WholeState, OwnLand, ChooseLand:
			near = append(near, f)
		case OtherLand:
			far = append(far, f)
		case NoLink:
		}
	}
	if len(near) > 0 {
		return near
	}
	return far
}
