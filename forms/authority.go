package forms

import "recourse/i18n"

// AuthorityID is the id of a body in the authorities of Recourse, such as "frcnil".
type AuthorityID string

// Authority is a body that takes complaints, as recorded on the day AsOf in
// the place Source. Addresses change: it is shown with both and the advice to
// check before posting.
type Authority struct {
	ID           AuthorityID `json:"id"`
	Country      Country     `json:"country"`
	Land         string      `json:"land,omitempty"`  // for German bodies: the code of the Land, from the record's address or name; our derivation
	Sector       Sector      `json:"sector"`          // what part of the controllers it supervises
	Regime       string      `json:"regime"`          // "gdpr", or "other" for bodies outside the EEA
	Name         string      `json:"name"`            // in its own language, as on an envelope
	NameEnglish  string      `json:"name_english"`    //
	Address      []string    `json:"address"`         // lines, the country last
	Email        string      `json:"email,omitempty"` //
	Phone        string      `json:"phone,omitempty"` //
	Web          string      `json:"web,omitempty"`   //
	ComplaintURL string      `json:"complaint_url,omitempty"`
	Languages    []i18n.Tag  `json:"languages"`         // languages recorded for complaints; empty = not recorded
	Scope        []string    `json:"scope,omitempty"`   // for church bodies: the dioceses, as recorded
	Recheck      bool        `json:"recheck,omitempty"` // there are hints that the address has changed
	Source       string      `json:"source"`
	AsOf         Date        `json:"as_of"` // the day of the record
}

// Sector is the part of the controllers of its State that a body supervises.
type Sector string

// The sectors that the records name.
const (
	SectorGeneral      Sector = "general"
	SectorPrivate      Sector = "private"
	SectorPublic       Sector = "public"
	SectorFederal      Sector = "federal" // German federal bodies, telecommunications and post
	SectorChurch       Sector = "church"
	SectorBroadcasting Sector = "broadcasting"
)
