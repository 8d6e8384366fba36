package forms

import "recourse/forms/cond"

// DeadlineKind is what a limit means for the person.
type DeadlineKind string

// The kinds of deadlines, as the law catalogue has them.
const (
	Hard             DeadlineKind = "hard"
	Soft             DeadlineKind = "soft"
	WaitBeforeFiling DeadlineKind = "wait-before-filing"
	AuthorityClock   DeadlineKind = "authority-clock"
	EventDate        DeadlineKind = "event"
	National         DeadlineKind = "national"
	NoDeadline       DeadlineKind = "none"
)

// Persons tells whether a limit of this kind is one that the person keeps or
// misses; the others bind somebody else, or only keep the person waiting.
func (k DeadlineKind) Persons() bool {
	switch k {
	case Hard, Soft, EventDate, National:
		return true
	case WaitBeforeFiling, AuthorityClock, NoDeadline:
	}
	return false
}

// Binds tells whether missing a limit of this kind usually ends the case.
func (k DeadlineKind) Binds() bool { return k.Persons() && k != Soft }

// Trigger is the event that a limit runs from.
type Trigger string

// The triggers of limits.
const (
	Served       Trigger = "served"
	Mailed       Trigger = "mailed"
	Received     Trigger = "received"
	Notified     Trigger = "notified"
	Known        Trigger = "known"
	Lodged       Trigger = "lodged"
	OtherTrigger Trigger = "other"
)

// Unit is a unit of time limits.
type Unit string

// The units of limits.
const (
	Hours       Unit = "hours"
	Days        Unit = "days" // calendar days
	WorkingDays Unit = "working-days"
	Weeks       Unit = "weeks"
	Months      Unit = "months"
	Years       Unit = "years"
)

// DeadlineRule is a limit or clock of a procedure.
type DeadlineRule struct {
	ID      ID
	Kind    DeadlineKind
	When    cond.Expr
	Trigger Trigger
	Count   *Count
	Extend  *Extension
	Notice  *NoticeLimit
	Events  Validity // the days of the event for which the rule stands
	Safe    Safety
	Late    *Lateness
	Valid   Validity // the days on which the rule is in force
	Basis
}

// Count is a span from the date that a question asks for; where From is in a
// repeat, it is counted for each item. With Lodged it runs from the filing.
type Count struct {
	From      ID
	NotBefore []ID // questions for days that the event cannot be earlier than, the best first
	Lodged    bool
	Length    int
	Unit      Unit
	Method    Method
	Calendar  Calendar // the days that do not count as working days; "" for none known
	Roll      bool     // a last day that is no working day is followed by the next that is one
}

// Method says what the law says of how days are counted.
type Method string

// The methods of counting. Where the law is silent, the day of the event is not
// counted either, and the result says that the counting is not verified.
const (
	SilentMethod  Method = ""
	EventExcluded Method = "event-excluded" // the day of the event is not counted
	EventIncluded Method = "event-included" // it is the first day
	Reg1182       Method = "reg-1182-71"    // Regulation (EEC, Euratom) No 1182/71
	FRCP6         Method = "frcp-6"         // Rule 6(a) of the Federal Rules of Civil Procedure
)

// Calendar names the days that are no working days for a rule.
type Calendar string

// The calendars.
const (
	NoCalendar   Calendar = ""
	Weekends     Calendar = "weekends"      // Saturdays and Sundays alone
	USFederal    Calendar = "us-federal"    // and the legal holidays of the United States
	EnglandWales Calendar = "england-wales" // and the bank holidays of England and Wales
)

// Safety is how long before the last day something is best done.
type Safety struct {
	Length int  // 0 for none
	Unit   Unit // days, or working-days
}

// Lateness says what the law has for somebody who comes too late. Its words are
// those of the deadline, under "late".
type Lateness struct {
	Allowed bool // the body may take it all the same, with reasons
	Reasons ID   // the question for these reasons; "" for none
	Basis
}

// Extension adds to a count where its condition holds.
type Extension struct {
	When   cond.Expr
	Length int
	Unit   Unit
}

// NoticeLimit names the questions with the limit that the person copies from a
// notice: either its last day, or its length, unit, event and the event's date.
// Where a notice can only name the day, the others are empty.
type NoticeLimit struct {
	LastDay ID
	Length  ID
	Unit    ID
	Event   ID
	From    ID
}
