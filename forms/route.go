package forms

import (
	"recourse/forms/cond"
	"recourse/i18n"
)

// Route says for which cases a procedure is a way to go, and what a person
// should know before choosing it. Its conditions are over the facts of a case
// (Facts in packs.Library), not over what the procedure asks. Package routes
// evaluates it.
type Route struct {
	For       cond.Expr   // the matter that it is for
	First     []RouteRule // not yet, where Yes: something else comes first
	Closed    []RouteRule // closed, where Yes
	Limits    []ID        // the deadlines that it stands or falls with
	Fit       []RouteFit  // how well it fits
	Tells     []RouteTell // what the body can order, cost, channel and so on
	Languages []i18n.Tag  // that the body accepts, where neither a record nor an answer says so
	Channels  []Channel
	Conflicts []Conflict
}

// RouteRule keeps a route from being open.
type RouteRule struct {
	ID    ID
	When  cond.Expr
	Route ProcedureID // the procedure that comes first, or in its place; "" for none
	Wait  ID          // for First: the deadline of this procedure that says how long; "" for none
	Basis
}

// RouteFit is a reason why a route fits more or less.
type RouteFit struct {
	ID       ID
	When     cond.Expr
	Strength Strength
}

// Strength is the weight of a reason for or against a route.
type Strength string

// The strengths, from the best.
const (
	StrongFit Strength = "strong"
	GoodFit   Strength = "good"
	WeakFit   Strength = "weak"
)

// Topic is what a statement about a route is about.
type Topic string

// The topics, in the order in which they are read.
const (
	TellsCan        Topic = "can"       // what the body can order
	TellsCannot     Topic = "cannot"    // what it cannot order
	TellsTime       Topic = "time"      // how long it takes
	TellsCost       Topic = "cost"      // fees, costs, legal aid
	TellsLanguage   Topic = "language"  //
	TellsChannel    Topic = "channel"   // how it is sent
	TellsFormality  Topic = "formality" // signature, oath, identity, lawyer
	TellsOpenness   Topic = "openness"  // who learns of it
	TellsChallenged Topic = "challenged"
	TellsPartial    Topic = "partial" // what Recourse has not verified
)

// Topics lists the topics in the order in which they are read.
func Topics() []Topic {
	return []Topic{TellsChallenged, TellsPartial, TellsCan, TellsCannot, TellsTime, TellsCost, TellsLanguage,
		TellsChannel, TellsFormality, TellsOpenness}
}

// RouteTell is a statement about a route.
type RouteTell struct {
	ID    ID
	About Topic
	When  cond.Expr // over the facts; zero: always
	Basis
}

// Channel is a way to send a document.
type Channel string

// The channels.
const (
	ByPost      Channel = "post"
	ByEmail     Channel = "email"
	ByPortal    Channel = "portal"
	ByForm      Channel = "form" // the body's own form, which Recourse does not print
	AtCourt     Channel = "court"
	AtAuthority Channel = "authority" // through an authority at home
	InPerson    Channel = "in-person"
	ByPhone     Channel = "phone"
)

// Channels lists the channels.
func Channels() []Channel {
	return []Channel{ByPost, ByEmail, ByPortal, ByForm, AtCourt, AtAuthority, InPerson, ByPhone}
}

// Conflict says what the same matter before another body does to a route.
type Conflict struct {
	ID   ID
	Rule ConflictRule
	With []ProcedureID // the procedures concerned
	When cond.Expr     // over the facts: where Yes, the conflict is there already; zero: only by filings
	Basis
}

// ConflictRule is what a conflict does.
type ConflictRule string

// The rules of conflicts between bodies, as the law catalogue has them.
const (
	PendingBars  ConflictRule = "pending-bars"            // barred while the matter is before the other
	StudiedBars  ConflictRule = "studied-bars"            // barred once the other has had it, whatever came of it
	SettledBars  ConflictRule = "settled-bars"            // barred only once the other has settled it
	ExaminedBars ConflictRule = "examined-by-reservation" // the State may have made it so: to be asked
	Weighed      ConflictRule = "weighed"                 // the body takes it into account
	SoleRemedy   ConflictRule = "sole-remedy"             // no other way to a court is open beside it
	SideBySide   ConflictRule = "no-bar"                  // both may run side by side
)

// ConflictRules lists the rules.
func ConflictRules() []ConflictRule {
	return []ConflictRule{PendingBars, StudiedBars, SettledBars, ExaminedBars, Weighed, SoleRemedy, SideBySide}
}
