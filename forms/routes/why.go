package routes

import (
	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// WhyCode names a kind of reason for the state of a route. Where it has no text
// of the pack, its words are in the locale catalogs under Key.
type WhyCode string

// The kinds. In braces the arguments that the words may insert.
const (
	WhyNotFor      WhyCode = "not-for"      // it is for another matter
	WhyUnclear     WhyCode = "unclear"      // facts are missing
	WhyFirst       WhyCode = "first"        // Text: something else comes first
	WhyWait        WhyCode = "wait"         // {date}: the day from which on it is open
	WhyWaitUnknown WhyCode = "wait-unknown" // a wait whose end is not known
	WhyClosed      WhyCode = "closed"       // Text
	WhyBarred      WhyCode = "barred"       // Text: by the same matter elsewhere
	WhyWithdrawn   WhyCode = "withdrawn"    //
	WhyNotInForce  WhyCode = "not-in-force" // {date}: it begins then
	WhyEnded       WhyCode = "ended"        // {date}: it ended then
	WhyOver        WhyCode = "over"         // {date}: the limit has passed
	WhyMayBeOver   WhyCode = "may-be-over"  // {date}: the earliest day that the limit could have ended has passed
	WhyLate        WhyCode = "late"         // Text: what can be done although the limit has passed
	WhyFits        WhyCode = "fits"         // Text
	WhyWeak        WhyCode = "weak"         // Text
	WhyInformation WhyCode = "information"  // it has no document to file
	WhyFiled       WhyCode = "filed"        // {date}: the case has been filed here
)

// WhyCodes lists those that have words of their own.
func WhyCodes() []WhyCode {
	return []WhyCode{WhyNotFor, WhyUnclear, WhyWait, WhyWaitUnknown, WhyWithdrawn, WhyNotInForce, WhyEnded, WhyOver,
		WhyMayBeOver, WhyInformation, WhyFiled}
}

// Key is the place of the words in the locale catalogs.
func (c WhyCode) Key() i18n.Key { return "routes.why." + i18n.Key(c) }

// Why is a reason for the state of a route.
type Why struct {
	Code    WhyCode
	Text    i18n.Key          // a text of the procedure's own catalog; "" for that of the code
	Date    forms.Date        // for codes that insert a date
	Route   forms.ProcedureID // the way to go first, or in its place; "" for none
	Basis   forms.Basis       // what it rests on, where it states law
	Because []cond.Reason     // the facts that decided it
}

// Urgency is how soon something must be done to keep a route.
type Urgency struct {
	Day   forms.Date // the nearest last day; zero where none is known
	Days  int        // the days until then, or the shortest limit that may run; negative once it has passed
	Runs  bool       // there is such a limit
	Known bool       // its day is known
}

// The bounds of the classes of urgency, in days left.
const (
	withinDays  = 3
	withinWeeks = 14
	withinMonth = 60
)

// none is more days than any limit has.
const none = 1 << 20

func (u Urgency) days() int {
	if !u.Runs {
		return none
	}
	return u.Days
}

// class is how pressing an urgency is, the most pressing lowest.
func (u Urgency) class() int {
	switch d := u.days(); {
	case d <= withinDays:
		return 0
	case d <= withinWeeks:
		return 1
	case d <= withinMonth:
		return 2
	}
	return 3
}

// Clash is a conflict between two ways.
type Clash struct {
	Of   forms.ProcedureID // the one that the conflict does something to
	With forms.ProcedureID // the one that does it; "" where the facts name no procedure
	Rule forms.ConflictRule
	Text i18n.Key // of the catalog of Of
	Now  bool     // it is there already: by the facts, or because the case has been filed there
	forms.Basis
}

// bars tells whether a rule closes a route once the conflict is there. What a
// body weighs, or a State may have reserved, is for the person to know.
func bars(r forms.ConflictRule) bool {
	switch r {
	case forms.PendingBars, forms.StudiedBars, forms.SettledBars:
		return true
	case forms.ExaminedBars, forms.Weighed, forms.SoleRemedy, forms.SideBySide:
	}
	return false
}

// barsWhenFiled tells whether having filed elsewhere is enough: not for a rule
// that asks for a settlement.
func barsWhenFiled(r forms.ConflictRule) bool { return bars(r) && r != forms.SettledBars }

// clash notes with each route what it does to the others that are not closed.
func clash(all []Route) {
	for i := range all {
		for _, c := range all[i].Clashes {
			for j := range all {
				if all[j].Procedure.ID == c.With && all[i].State != Closed {
					all[j].Bars = append(all[j].Bars, c)
				}
			}
		}
	}
}

// Doubt names facts that cannot all be true. The person's answers stay as they
// are. Its words are in the locale catalogs under Key.
type Doubt struct {
	Code DoubtCode
	At   []forms.Path // the answers concerned
}

// DoubtCode names a kind of doubt.
type DoubtCode string

// The kinds of doubt.
const (
	LearnedBefore DoubtCode = "learned-before" // learned of it before it happened
	PostedAfter   DoubtCode = "posted-after"   // posted after it arrived
	DecidedBefore DoubtCode = "decided-before" // the last decision came before anything was begun
)

// DoubtCodes lists the kinds.
func DoubtCodes() []DoubtCode { return []DoubtCode{LearnedBefore, PostedAfter, DecidedBefore} }

// Key is the place of the words in the locale catalogs.
func (c DoubtCode) Key() i18n.Key { return "routes.doubt." + i18n.Key(c) }

// doubts finds facts that contradict each other whatever a day known only about
// was.
func doubts(facts forms.Answers) []Doubt {
	var out []Doubt
	before := func(code DoubtCode, later, earlier *forms.When, at ...forms.Path) {
		if later != nil && earlier != nil && later.Latest().Before(earlier.Earliest()) {
			out = append(out, Doubt{code, at})
		}
	}
	period, _ := facts.Value("events.period").(forms.Period)
	before(LearnedBefore, when(facts, "events.learned"), period.From, "events.period", "events.learned")
	before(PostedAfter, when(facts, "order.informed"), when(facts, "facts.mailed"), "order.informed", "facts.mailed")
	before(DecidedBefore, when(facts, "facts.decided"), firstBegun(facts), "earlier.proceedings", "facts.decided")
	return out
}

func when(facts forms.Answers, at forms.Path) *forms.When {
	if w, ok := facts.Value(at).(forms.When); ok {
		return &w
	}
	return nil
}

// firstBegun is when the first of the earlier proceedings was begun; nil where
// one of them has no day.
func firstBegun(facts forms.Answers) *forms.When {
	const list forms.Path = "earlier.proceedings"
	var first *forms.When
	for _, item := range facts.Items(list) {
		w := when(facts, list.In(item, "earlier.date"))
		if w == nil {
			return nil
		}
		if first == nil || w.Earliest().Before(first.Earliest()) {
			first = w
		}
	}
	return first
}
