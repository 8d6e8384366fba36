package routes

import (
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// ReasonCode names something that speaks for a route, against it, or must be
// known about it. Its words are in the locale catalogs under Key.
type ReasonCode string

// The reasons. In braces the arguments that the words may insert.
const (
	LivesInState        ReasonCode = "lives-in-state"         // {country}
	WorksInState        ReasonCode = "works-in-state"         // {country}
	HappenedInState     ReasonCode = "happened-in-state"      // {country}
	LivesInLand         ReasonCode = "lives-in-land"          // {land}
	WorksInLand         ReasonCode = "works-in-land"          // {land}
	HappenedInLand      ReasonCode = "happened-in-land"       // {land}
	SeatInState         ReasonCode = "seat-in-state"          // {country}
	SeatInLand          ReasonCode = "seat-in-land"           // {land}
	LandDerived         ReasonCode = "land-derived"           // {land}
	ChooseTheLand       ReasonCode = "choose-land"            // {country}
	ForPrivate          ReasonCode = "sector-private"         //
	ForPublic           ReasonCode = "sector-public"          //
	ForFederal          ReasonCode = "sector-federal"         //
	ForChurch           ReasonCode = "sector-church"          //
	ForBroadcasting     ReasonCode = "sector-broadcasting"    //
	ChooseTheChurch     ReasonCode = "choose-church"          //
	ChooseBroadcaster   ReasonCode = "choose-broadcaster"     //
	DependsOnKind       ReasonCode = "sector-depends"         //
	NotThisSector       ReasonCode = "sector-other"           //
	NotThisLand         ReasonCode = "land-other"             // {land}
	NoFactor            ReasonCode = "no-link"                // {country}
	EUInstitutionApart  ReasonCode = "eu-institution"         //
	LanguageYours       ReasonCode = "language-yours"         // {languages}
	LanguageHere        ReasonCode = "language-available"     // {languages}
	LanguageMissing     ReasonCode = "language-not-available" // {languages}
	LanguageNotRecorded ReasonCode = "language-not-recorded"  //
	CheckAddress        ReasonCode = "address-recheck"        //
)

// ReasonCodes lists all codes.
func ReasonCodes() []ReasonCode {
	return []ReasonCode{LivesInState, WorksInState, HappenedInState, LivesInLand, WorksInLand, HappenedInLand,
		SeatInState, SeatInLand, LandDerived, ChooseTheLand, ForPrivate, ForPublic, ForFederal, ForChurch,
		ForBroadcasting, ChooseTheChurch, ChooseBroadcaster, DependsOnKind, NotThisSector, NotThisLand, NoFactor,
		EUInstitutionApart, LanguageYours, LanguageHere, LanguageMissing, LanguageNotRecorded, CheckAddress}
}

// Key is the place of the words in the locale catalogs.
func (c ReasonCode) Key() i18n.Key { return "routes.reason." + i18n.Key(c) }

// Mark says how far the statement of law in a reason is verified. What follows
// from a record's name or address, and which kinds belong to a sector, is our
// reading; what states no law bears no mark.
func (c ReasonCode) Mark() forms.Mark {
	switch c {
	case LivesInState, WorksInState, HappenedInState, SeatInState, NoFactor:
		return forms.Verified
	case LivesInLand, WorksInLand, HappenedInLand, SeatInLand, LandDerived, ChooseTheLand, NotThisLand,
		ForPrivate, ForPublic, ForFederal, ForChurch, ForBroadcasting, ChooseTheChurch, ChooseBroadcaster,
		DependsOnKind, NotThisSector, EUInstitutionApart:
		return forms.EditorialNote
	case LanguageYours, LanguageHere, LanguageMissing, LanguageNotRecorded, CheckAddress:
	}
	return forms.UnmarkedByFile
}

// Reason is one reason with its arguments; those that its code does not name are
// zero. Who shows it writes their names in the reader's language: a State by
// i18n.Country, languages by i18n.Language, a Land by the label of its option.
type Reason struct {
	Code      ReasonCode
	Country   forms.Country
	Land      string
	Languages []i18n.Tag
}

// reasons says what speaks for and against a candidate: its links, its Land, its
// sector, its languages, its address.
func (m matter) reasons(c Candidate, all []forms.Authority) []Reason {
	return slices.Concat(m.linkReasons(c), landReasons(c), m.sectorReasons(c, all), languageReasons(c), addressReasons(c))
}

func (m matter) linkReasons(c Candidate) []Reason {
	a := c.Authority
	var out []Reason
	for _, f := range c.Factors {
		if m.spots[f].at(a) == OwnLand {
			out = append(out, Reason{Code: f.inLand(), Land: a.Land})
		} else {
			out = append(out, Reason{Code: f.inState(), Country: a.Country})
		}
	}
	if len(out) == 0 {
		out = append(out, Reason{Code: NoFactor, Country: a.Country})
	}
	switch {
	case c.Fit.Seat && a.Land != "":
		out = append(out, Reason{Code: SeatInLand, Land: a.Land})
	case c.Fit.Seat:
		out = append(out, Reason{Code: SeatInState, Country: a.Country})
	}
	return out
}

func (f Factor) inState() ReasonCode {
	switch f {
	case Residence:
		return LivesInState
	case Work:
		return WorksInState
	case Place:
	}
	return HappenedInState
}

func (f Factor) inLand() ReasonCode {
	switch f {
	case Residence:
		return LivesInLand
	case Work:
		return WorksInLand
	case Place:
	}
	return HappenedInLand
}

func landReasons(c Candidate) []Reason {
	a := c.Authority
	if a.Land == "" {
		return nil
	}
	derived := Reason{Code: LandDerived, Land: a.Land}
	switch {
	case c.Fit.Land == ChooseLand && !c.Fit.Seat:
		return []Reason{{Code: ChooseTheLand, Country: a.Country}, derived}
	case c.Fit.Land == OtherLand && !c.Fit.Seat:
		return []Reason{{Code: NotThisLand, Land: a.Land}, derived}
	}
	return []Reason{derived}
}

func (m matter) sectorReasons(c Candidate, all []forms.Authority) []Reason {
	var out []Reason
	if code, ok := sectorCode(c.Authority.Sector); ok {
		out = append(out, Reason{Code: code})
	}
	switch c.Fit.Sector {
	case SectorFits:
		if code, ok := choiceWithin(c.Authority, all); ok {
			out = append(out, Reason{Code: code})
		}
	case SectorDepends:
		out = append(out, Reason{Code: DependsOnKind})
	case SectorOther:
		out = append(out, Reason{Code: m.whyOtherSector()})
	}
	return out
}

func (m matter) whyOtherSector() ReasonCode {
	if m.kind == EUInstitution {
		return EUInstitutionApart
	}
	return NotThisSector
}

func sectorCode(s forms.Sector) (ReasonCode, bool) {
	switch s {
	case forms.SectorPrivate:
		return ForPrivate, true
	case forms.SectorPublic:
		return ForPublic, true
	case forms.SectorFederal:
		return ForFederal, true
	case forms.SectorChurch:
		return ForChurch, true
	case forms.SectorBroadcasting:
		return ForBroadcasting, true
	case forms.SectorGeneral:
	}
	return "", false
}

// choiceWithin asks to choose where a State has several bodies of a sector that
// no fact tells apart.
func choiceWithin(a forms.Authority, all []forms.Authority) (ReasonCode, bool) {
	several := bodiesOf(a.Country, a.Sector, all) > 1
	switch {
	case several && a.Sector == forms.SectorChurch:
		return ChooseTheChurch, true
	case several && a.Sector == forms.SectorBroadcasting:
		return ChooseBroadcaster, true
	}
	return "", false
}

func languageReasons(c Candidate) []Reason {
	switch {
	case c.Language.Persons:
		return []Reason{{Code: LanguageYours, Languages: []i18n.Tag{c.Language.Document}}}
	case c.Language.Acceptance == Accepted:
		return []Reason{{Code: LanguageHere, Languages: []i18n.Tag{c.Language.Document}}}
	case c.Language.Acceptance == NotAccepted:
		return []Reason{{Code: LanguageMissing, Languages: slices.Clone(c.Authority.Languages)}}
	}
	return []Reason{{Code: LanguageNotRecorded}}
}

func addressReasons(c Candidate) []Reason {
	if c.Authority.Recheck {
		return []Reason{{Code: CheckAddress}}
	}
	return nil
}
