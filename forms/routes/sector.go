package routes

import (
	"slices"

	"recourse/forms"
)

// OtherKind is what the other side is, as the options of other.kind have it.
type OtherKind string

// The kinds of other side. Anything else counts as UnknownKind.
const (
	Company       OtherKind = "company"
	Platform      OtherKind = "platform"
	Telecom       OtherKind = "telecom"
	Employer      OtherKind = "employer"
	Association   OtherKind = "association"
	PublicBody    OtherKind = "public-body"
	FederalBody   OtherKind = "federal-body"
	Church        OtherKind = "church"
	Broadcaster   OtherKind = "broadcaster"
	Individual    OtherKind = "individual"
	Police        OtherKind = "police"
	EUInstitution OtherKind = "eu-institution"
	UnknownKind   OtherKind = "unknown"
)

// SectorFit says whether a body supervises the kind of controller that the other
// side is. The records name the sectors; which kinds belong to them is our reading.
type SectorFit string

// The ways in which a sector fits, best first.
const (
	SectorFits    SectorFit = "fits"
	SectorDepends SectorFit = "depends" // on what the facts leave open, such as whether an employer is private
	SectorOther   SectorFit = "other"   // another body supervises that kind of controller
)

func (f SectorFit) rank() int {
	return slices.Index([]SectorFit{SectorFits, SectorDepends, SectorOther}, f)
}

// reach is the sectors that supervise a kind of controller.
type reach struct {
	special forms.Sector   // the one that takes it where the State has such a body
	fits    []forms.Sector // the ordinary ones
	depends []forms.Sector // those that may
}

// reachOf gives the sectors of a kind; the zero reach where the GDPR does not
// apply, as for the institutions of the European Union.
func reachOf(k OtherKind) reach {
	private := []forms.Sector{forms.SectorGeneral, forms.SectorPrivate}
	public := []forms.Sector{forms.SectorGeneral, forms.SectorPublic}
	switch k {
	case Company, Platform, Association, Individual:
		return reach{fits: private}
	case PublicBody:
		return reach{fits: public}
	case Police:
		return reach{fits: public, depends: []forms.Sector{forms.SectorFederal}}
	case Telecom:
		return reach{special: forms.SectorFederal, fits: private}
	case FederalBody:
		return reach{special: forms.SectorFederal, fits: public}
	case Church:
		return reach{special: forms.SectorChurch, fits: private}
	case Broadcaster:
		return reach{special: forms.SectorBroadcasting, fits: public}
	case EUInstitution:
		return reach{}
	case Employer, UnknownKind:
	}
	return reach{fits: []forms.Sector{forms.SectorGeneral}, depends: []forms.Sector{forms.SectorPrivate, forms.SectorPublic}}
}

// sectorFit judges the sector of a body. A special sector takes its controllers
// from the ordinary ones only in a State that has a body of that sector.
func sectorFit(k OtherKind, a forms.Authority, all []forms.Authority) SectorFit {
	r := reachOf(k)
	if r.special != "" && bodiesOf(a.Country, r.special, all) > 0 {
		r = reach{fits: []forms.Sector{r.special}}
	}
	switch {
	case slices.Contains(r.fits, a.Sector):
		return SectorFits
	case slices.Contains(r.depends, a.Sector):
		return SectorDepends
	}
	return SectorOther
}

// bodiesOf counts the bodies of a State that supervise a sector.
func bodiesOf(c forms.Country, s forms.Sector, all []forms.Authority) int {
	n := 0
	for _, a := range all {
		if supervises(a) && a.Country == c && a.Sector == s {
			n++
		}
	}
	return n
}

// seatFirst tells whether the other side's own Land goes before that of the
// person: a public body belongs to one Land, and only that supervises it.
func (k OtherKind) seatFirst() bool { return k == PublicBody || k == Police }
