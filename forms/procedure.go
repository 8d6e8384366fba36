package forms

import (
	"iter"

	"recourse/forms/cond"
	"recourse/i18n"
)

// ProcedureID is the id of a procedure in the law catalogue, such as
// "gdpr-art77-complaint".
type ProcedureID string

// Procedure is one route to one kind of body: what is asked, what the person is
// told, which limits run, and what the document says. It holds no prose: texts
// are looked up under keys derived from its ids (see docs/PACKS.md). A loaded
// Procedure is valid, with all common items in place and all ids in full.
type Procedure struct {
	ID        ProcedureID
	Version   int
	Status    Status
	Role      Role
	AsOf      Date // the facts of law are as of this day
	CheckBy   Date // the day by which they are to be checked again
	Review    Review
	Valid     Validity
	Paper     string // "a4" or "letter"
	Body      Body
	Sources   []Source
	Sections  []Section
	Notices   []Notice
	Deadlines []DeadlineRule
	Outline   []Block
	Sheets    []Sheet
	Filing    []FilingStep
	Route     *Route // nil for a procedure that is no route of its own
	Omits     []Omission
	// Authorities are the bodies that a question of kind authority can name.
	Authorities []Authority
}

// Status is the state of review of a procedure.
type Status string

// The states of review, in the order in which a procedure goes through them.
const (
	Draft     Status = "draft"
	Checked   Status = "checked"
	Reviewed  Status = "reviewed"
	Withdrawn Status = "withdrawn"
)

// Review says who has checked a procedure, and when.
type Review struct {
	By string // the name and profession of who reviewed it; "" where nobody has
	On Date
}

// CheckedUntil is the day by which what rests on a basis is to be checked again.
func (p *Procedure) CheckedUntil(b Basis) Date {
	if s, ok := p.Source(b.Source); ok && !s.CheckBy.IsZero() {
		return s.CheckBy
	}
	return p.CheckBy
}

// Stale tells whether that day has passed before another.
func (p *Procedure) Stale(b Basis, on Date) bool {
	by := p.CheckedUntil(b)
	return !by.IsZero() && on.After(by)
}

// Role is what the document of a procedure is for.
type Role string

// The roles of a document.
const (
	Submission      Role = "submission"       // may be filed as it is
	CourtFiling     Role = "court-filing"     // a draft to a court that the person may sign
	PortalWorksheet Role = "portal-worksheet" // what to copy into a portal or an official form
	LetterRole      Role = "letter"           // to an authority or a company
	CounselDossier  Role = "counsel-dossier"  // for a lawyer, never filed
	InformationOnly Role = "information-only" // no document for filing
)

// Validity is a span of days; a zero end is open.
type Validity struct{ From, To Date }

// Holds tells whether a rule with this validity is in force on a day.
func (v Validity) Holds(on Date) bool {
	return (v.From.IsZero() || !on.Before(v.From)) && (v.To.IsZero() || !on.After(v.To))
}

// Body says how the body that receives the document is known: by the question of
// kind authority, or by the questions for its name, address, State and language.
// A body of kind authority is one of the State that the first answered question of
// State names; where there are none, Art. 77(1) GDPR says which may be chosen. A
// procedure that leads to one body alone has neither Authority nor Name: its texts
// name it.
type Body struct {
	Authority ID
	State     []ID
	Name      ID
	Address   ID
	Country   ID
	Language  ID
}

// Fixed tells whether the procedure leads to one body alone.
func (b Body) Fixed() bool { return b.Authority == "" && b.Name == "" }

// Source is where a rule was read.
type Source struct {
	ID        string
	Title     string
	URL       string // "" where there is none
	Grade     Grade
	Retrieved Date
	CheckBy   Date // the day by which it is to be read again; zero: that of the procedure
}

// Grade says how close to the publisher a source is. Only addresses of official
// sources are offered to a person.
type Grade string

// The grades of sources.
const (
	Official  Grade = "official"
	Mirror    Grade = "mirror"
	Secondary Grade = "secondary"
)

// Mark says how far a statement of law is verified, and so what may be done with
// it; DESIGN.md and the law catalogue have the table.
type Mark string

// The marks. What is less than these is in no pack.
const (
	Verified       Mark = "verified"
	SecondHand     Mark = "secondary"
	Unverified     Mark = "unverified" // of high confidence, to be checked against the official text
	EditorialNote  Mark = "editorial"
	UnmarkedByFile Mark = "" // the item states no law
)

// Basis is what an item of law rests on.
type Basis struct {
	Law    []string // items of the law file that it serves
	Mark   Mark
	Source string // id of a source; "" for the procedure's sources as a whole
}

// Section is a group of questions with a title.
type Section struct {
	ID    ID
	When  cond.Expr // zero: always
	Help  []string  // which further texts there are: lead
	Items []Item
}

// Item is a question or a repeat: exactly one of the two is set.
type Item struct {
	Question *Question
	Repeat   *Repeat
}

// ID returns the id of the question or repeat.
func (it Item) ID() ID {
	if it.Repeat != nil {
		return it.Repeat.ID
	}
	return it.Question.ID
}

// Question is one thing asked. When, Required and Checks are three separate
// conditions: whether it is asked, whether it must be answered, whether the
// answer can be right.
type Question struct {
	ID       ID
	Kind     Kind
	Options  []Option
	When     cond.Expr // zero: always asked
	Required cond.Expr // zero: never required
	Checks   []Check
	Skips    []Skip
	Private  bool // never in a document
	Hard     bool // may be painful to answer: the person is told before, and offered a pause
	Together bool // on the same page as the item before
	Max, Min int
	Help     []string // which further texts there are: hint, why, words, tip
	Law      []string
}

// Option is one answer to choose.
type Option struct {
	Code    string
	When    cond.Expr // zero: always offered
	Article bool      // the catalog has its article of law
	Hint    bool      // the catalog has a hint
	Basis
}

// Check is a constraint on an answer: a built-in one by its name, or a rule.
// It is violated only if definitely not met.
type Check struct {
	Code string
	Rule cond.Expr // zero for a built-in check
}

// Repeat is a group of questions that is answered once for each item.
type Repeat struct {
	ID       ID
	When     cond.Expr
	Required cond.Expr // at least one item
	Max      int       // most items; 0 means 100
	Law      []string
	Items    []Item
}

// Effect is what a notice does.
type Effect string

// The effects of notices.
const (
	Info               Effect = "info"
	Warn               Effect = "warn"
	EffectMissing      Effect = "missing"     // the case is incomplete until it goes
	Stop               Effect = "stop"        // the procedure cannot be used
	EffectOtherRoute   Effect = "other-route" // another procedure must be used
	AtStart            ID     = "start"       // shown before the interview
	AtCheck            ID     = "check"       // shown on the check page
	AtSign             ID     = "sign"        // shown before signing
	DefaultMaxText            = 400           // characters of a text
	DefaultMaxProse           = 40_000        // characters of a longtext
	DefaultMaxItems           = 100           // items of a repeat
	MaxOptionsOnScreen        = 12            // beyond this a choice is searched, not listed
)

// Notice is something the person is told when a condition holds.
type Notice struct {
	ID     ID
	Effect Effect
	Route  ProcedureID // for EffectOtherRoute
	When   cond.Expr   // zero: always
	Over   ID          // the deadline whose last day has passed; "" for none
	At     ID          // AtStart, AtCheck, AtSign or a question
	Valid  Validity
	Basis
}

// BlockKind is the kind of a part of an outline.
type BlockKind string

// The kinds of blocks.
const (
	BlockLetterhead BlockKind = "letterhead"
	BlockAddressee  BlockKind = "addressee"
	BlockTitle      BlockKind = "title"
	BlockContents   BlockKind = "contents" // the sections behind it, each with its page
	BlockSection    BlockKind = "section"
	BlockExhibits   BlockKind = "exhibits"
	BlockSignature  BlockKind = "signature"
	BlockNotices    BlockKind = "notices"   // sheets and reading copies only
	BlockDeadlines  BlockKind = "deadlines" // sheets and reading copies only
)

// Block is a part of an outline. Which fields count depends on its kind.
type Block struct {
	Kind      BlockKind
	ID        ID        // section
	When      cond.Expr // zero: always
	Sender    []ID      // letterhead
	Place     ID        // letterhead, signature
	Date      ID        // letterhead, signature
	Reference []ID      // title, annex
	Signer    []ID      // signature: the first of these that is answered signs
	Sentence  string    // signature: the text that is signed
	Items     []Entry   // section, annex, sworn, certificate, verification, mandate
	Furniture
}

// Entry is one thing inside a section of an outline: exactly one of Facts, Text,
// Prose, Checklist, List and Each is set.
type Entry struct {
	When      cond.Expr
	Facts     []ID
	Limit     // of each row of Facts
	Text      string
	Args      map[string]ID // of Text
	Prose     ID
	Checklist ID
	Every     bool               // of Checklist: options that are not chosen stand there too, unticked
	Under     map[string][]Entry // of Checklist: what stands below the option with that code
	List      ID
	Each      ID
	Items     []Entry // of Each
}

// Sheet is a further document, never filed, such as the sheet for counsel.
type Sheet struct {
	ID      string
	Outline []Block
}

// FilingStep is a step after the document is ready.
type FilingStep struct {
	ID   ID
	When cond.Expr
	Basis
}

// Omission says why an item of the law file has no item in the pack.
type Omission struct{ Law, Reason string }

// Questions yields every question with the repeats around it, outermost first.
func (p *Procedure) Questions() iter.Seq2[*Question, []*Repeat] {
	return func(yield func(*Question, []*Repeat) bool) {
		for _, s := range p.Sections {
			if !eachQuestion(s.Items, nil, yield) {
				return
			}
		}
	}
}

func eachQuestion(items []Item, around []*Repeat, yield func(*Question, []*Repeat) bool) bool {
	for _, it := range items {
		if it.Question != nil {
			if !yield(it.Question, around) {
				return false
			}
		} else if !eachQuestion(it.Repeat.Items, append(around[:len(around):len(around)], it.Repeat), yield) {
			return false
		}
	}
	return true
}

// Question finds a question by its id, or nil.
func (p *Procedure) Question(id ID) *Question {
	for q := range p.Questions() {
		if q.ID == id {
			return q
		}
	}
	return nil
}

// Source finds a source by its id.
func (p *Procedure) Source(id string) (Source, bool) {
	for _, s := range p.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// Key returns the key of a text about an item: Key("ask.q", id) is
// "ask.q.grounds" for an item of this procedure's own, "ask.q.person.name" for a
// common one. A common section as a whole is named by its owner alone. More
// parts follow with dots.
func (p *Procedure) Key(set string, id ID, more ...string) i18n.Key {
	key := set + "."
	switch {
	case id.Owner() == string(p.ID):
		key += id.Name()
	case id.Name() == "section":
		key += id.Owner()
	default:
		key += string(id)
	}
	for _, m := range more {
		key += "." + m
	}
	return i18n.Key(key)
}
