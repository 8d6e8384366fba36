package routes

import (
	"cmp"
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// Candidate is a body that a complaint may go to, and what speaks for it.
type Candidate struct {
	Authority forms.Authority
	Factors   []Factor // of Art. 77(1), the one that weighs most first; none for a body without a link
	Fit       Fit
	Language  LanguageFit
	Reasons   []Reason // in the order in which they are read
}

// Fit says how a body matches the facts beyond the State.
type Fit struct {
	Sector SectorFit
	Land   LandFit
	Seat   bool // it is the body of the other side's own State or Land
}

// Authorities lists the bodies that the factors of Art. 77(1) GDPR lead to, best
// first: by the best factor (habitual residence, place of work, place of the
// infringement), by sector and Land, by whether Recourse has documents (have) in
// a language of the body, by whether that is a language of the person (speaks,
// the best first), by id. In a State with a body for each Land, that of the
// factor's Land is listed and that of the other side's seat; where the Land is
// not known, all. Bodies outside the GDPR are never listed.
func Authorities(facts forms.Answers, all []forms.Authority, have, speaks []i18n.Tag) []Candidate {
	return pick(facts, all, have, speaks, true)
}

// Others lists the bodies that take complaints under the GDPR and that
// Authorities leaves out, in the same order: a person may choose one of them all
// the same, and the reasons say what speaks against it.
func Others(facts forms.Answers, all []forms.Authority, have, speaks []i18n.Tag) []Candidate {
	return pick(facts, all, have, speaks, false)
}

func pick(facts forms.Answers, all []forms.Authority, have, speaks []i18n.Tag, open bool) []Candidate {
	m := readMatter(facts, all)
	var out []Candidate
	for _, a := range all {
		if !supervises(a) {
			continue
		}
		if fit := m.fit(a, all); m.opens(a, fit) == open {
			out = append(out, m.candidate(a, fit, all, have, speaks))
		}
	}
	slices.SortFunc(out, m.compare)
	return out
}

func (m matter) fit(a forms.Authority, all []forms.Authority) Fit {
	return Fit{Sector: sectorFit(m.kind, a, all), Land: m.landFit(a), Seat: m.seated(a)}
}

// opens tells whether the factors lead to a body.
func (m matter) opens(a forms.Authority, f Fit) bool {
	return m.linked(a) && f.Sector != SectorOther && (f.Land != OtherLand || f.Seat)
}

func (m matter) candidate(a forms.Authority, fit Fit, all []forms.Authority, have, speaks []i18n.Tag) Candidate {
	c := Candidate{Authority: a, Factors: m.factorsFor(a), Fit: fit, Language: languageFit(a.Languages, have, speaks)}
	c.Reasons = m.reasons(c, all)
	return c
}

// compare orders candidates; it never gives 0 for two ids.
func (m matter) compare(a, b Candidate) int {
	return cmp.Or(
		cmp.Compare(b.bestFactor(), a.bestFactor()),
		cmp.Compare(a.Fit.Sector.rank(), b.Fit.Sector.rank()),
		cmp.Compare(m.nearness(a.Fit), m.nearness(b.Fit)),
		cmp.Compare(b.weight(), a.weight()),
		cmp.Compare(a.Language.rank(), b.Language.rank()),
		cmp.Compare(a.Authority.ID, b.Authority.ID),
	)
}

func (c Candidate) bestFactor() int {
	if len(c.Factors) == 0 {
		return 0
	}
	return c.Factors[0].weight()
}

func (c Candidate) weight() int {
	sum := 0
	for _, f := range c.Factors {
		sum += f.weight()
	}
	return sum
}

// nearness ranks Land and seat together, the nearest lowest: the person's own
// Land, then that of the other side's seat, then one to choose; for a public body
// its own Land first.
func (m matter) nearness(f Fit) int {
	land := 2 * f.Land.rank()
	switch {
	case f.Seat && m.kind.seatFirst():
		return -1
	case f.Seat:
		return min(land-1, 2*WholeState.rank()+1)
	}
	return land
}
