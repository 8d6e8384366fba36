package routes

import (
	"cmp"
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// Bodies lists the bodies that a filing may go to, best first, and then the
// others, which a person may choose all the same. Where the procedure names the
// questions for the State of its body, those of that State are led to; else the
// lists are those of Authorities and Others.
func Bodies(p *forms.Procedure, facts forms.Answers, all []forms.Authority, have, speaks []i18n.Tag) (led, others []Candidate) {
	if len(p.Body.State) == 0 {
		return Authorities(facts, all, have, speaks), Others(facts, all, have, speaks)
	}
	state := bodyState(p, facts)
	for _, a := range all {
		c := ofState(a, all, have, speaks)
		if a.Country == state && c.Fit.Sector != SectorOther {
			led = append(led, c)
		} else if supervises(a) {
			others = append(others, c)
		}
	}
	slices.SortFunc(led, compareOfState)
	slices.SortFunc(others, compareOfState)
	return led, others
}

// bodyState is the State that the first answered of the questions names.
func bodyState(p *forms.Procedure, facts forms.Answers) forms.Country {
	for _, id := range p.Body.State {
		if c, ok := facts.Value(forms.Path(id)).(forms.Country); ok {
			return c
		}
	}
	return ""
}

// ofState judges a body that supervises the authorities of its own State: by its
// sector, its Land, its languages and its address. The factors of the GDPR have no
// part in it.
func ofState(a forms.Authority, all []forms.Authority, have, speaks []i18n.Tag) Candidate {
	m := matter{kind: Police}
	c := Candidate{Authority: a, Fit: Fit{Sector: sectorFit(Police, a, all)}, Language: languageFit(a.Languages, have, speaks)}
	var land []Reason
	if a.Land != "" {
		land = []Reason{{Code: LandDerived, Land: a.Land}}
	}
	c.Reasons = slices.Concat(land, m.sectorReasons(c, all), languageReasons(c), addressReasons(c))
	return c
}

func compareOfState(a, b Candidate) int {
	return cmp.Or(
		cmp.Compare(a.Fit.Sector.rank(), b.Fit.Sector.rank()),
		cmp.Compare(a.Language.rank(), b.Language.rank()),
		cmp.Compare(a.Authority.ID, b.Authority.ID),
	)
}
