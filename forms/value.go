package forms

import "recourse/i18n"

// Value is what a person answered to a question. The set of kinds is closed.
// Values are immutable: nobody changes a slice inside one.
type Value interface{ isValue() }

// YesNo answers a yesno question.
type YesNo bool

// Choice is the code of one option.
type Choice string

// Multi is the codes of the chosen options, in the order of the options. It is
// never empty: none chosen is no answer.
type Multi []string

// Text is one line without a language: a name, a number, a reference.
type Text string

// Prose is the person's words, their language, and translations beside them.
type Prose struct {
	Words        string        `json:"words"`
	Lang         i18n.Tag      `json:"lang"`
	Translations []Translation `json:"translations,omitempty"`
}

// Translation of a Prose. The original always stands beside it.
type Translation struct {
	Lang  i18n.Tag `json:"lang"`
	Words string   `json:"words"`
	By    string   `json:"by"` // who translated; may be ""
	On    Date     `json:"on"` // when; the zero Date if not recorded
}

// In returns the words in a language: the original, or a translation.
func (p Prose) In(lang i18n.Tag) (words string, by *Translation, ok bool) {
	if p.Lang == lang {
		return p.Words, nil, true
	}
	for i, t := range p.Translations {
		if t.Lang == lang {
			return t.Words, &p.Translations[i], true
		}
	}
	return p.Words, nil, false
}

// Number is a whole number.
type Number int64

// Money is an amount in the smallest unit of its currency (cents), and the ISO
// 4217 code of the currency.
type Money struct {
	Minor    int64
	Currency string
}

// Period is a span of time; either end may be missing, not both.
type Period struct {
	From, To *When
}

// Person is a person's name. Somebody with one name has it in Given.
type Person struct {
	Given  string `json:"given,omitempty"`
	Family string `json:"family,omitempty"`
}

// Address is a postal address. Lines holds street and number or whatever stands
// in their place.
type Address struct {
	Lines    []string `json:"lines,omitempty"`
	Postcode string   `json:"postcode,omitempty"`
	City     string   `json:"city,omitempty"`
	Region   string   `json:"region,omitempty"`
	Country  Country  `json:"country,omitempty"`
}

// Country is an ISO 3166-1 alpha-2 code, upper case.
type Country string

// AuthorityRef names a body: a record of the authorities by its id, or a name
// and address in the person's words.
type AuthorityRef struct {
	ID      AuthorityID `json:"id,omitempty"`
	Name    string      `json:"name,omitempty"`
	Address Address     `json:"address,omitzero"`
}

// Files refers to exhibits of the case by their ids. It is never empty.
type Files []string

// Items is the answer at the path of a repeat: the ids of its items, in order.
// An empty list says that there is none.
type Items []string

func (YesNo) isValue()        {}
func (Choice) isValue()       {}
func (Multi) isValue()        {}
func (Text) isValue()         {}
func (Prose) isValue()        {}
func (Number) isValue()       {}
func (Money) isValue()        {}
func (When) isValue()         {}
func (Period) isValue()       {}
func (Person) isValue()       {}
func (Address) isValue()      {}
func (Country) isValue()      {}
func (AuthorityRef) isValue() {}
func (Files) isValue()        {}
func (Items) isValue()        {}

// Kind is the kind of a question.
type Kind string

// The kinds of questions. KindItems is the kind of a repeat.
const (
	KindYesNo     Kind = "yesno"
	KindChoice    Kind = "choice"
	KindMulti     Kind = "multi"
	KindText      Kind = "text"
	KindProse     Kind = "longtext"
	KindNumber    Kind = "number"
	KindMoney     Kind = "money"
	KindDate      Kind = "date"
	KindPeriod    Kind = "period"
	KindPerson    Kind = "person"
	KindAddress   Kind = "address"
	KindCountry   Kind = "country"
	KindAuthority Kind = "authority"
	KindFiles     Kind = "files"
	KindItems     Kind = "items"
)

// Kinds lists the kinds that a question can have, in the order of the docs.
func Kinds() []Kind {
	return []Kind{KindYesNo, KindChoice, KindMulti, KindText, KindProse, KindNumber, KindMoney,
		KindDate, KindPeriod, KindPerson, KindAddress, KindCountry, KindAuthority, KindFiles}
}

// KindOf returns the kind of question that v answers.
func KindOf(v Value) Kind {
	switch v.(type) {
	case YesNo:
		return KindYesNo
	case Choice:
		return KindChoice
	case Multi:
		return KindMulti
	case Text:
		return KindText
	case Prose:
		return KindProse
	case Number:
		return KindNumber
	case Money:
		return KindMoney
	case When:
		return KindDate
	case Period:
		return KindPeriod
	case Person:
		return KindPerson
	case Address:
		return KindAddress
	case Country:
		return KindCountry
	case AuthorityRef:
		return KindAuthority
	case Files:
		return KindFiles
	case Items:
		return KindItems
	}
	return ""
}
