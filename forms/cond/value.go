package cond

import (
	"fmt"
	"io"
	"slices"
)

// Ref is the name of a question as conditions write it, for instance
// "capacity" or "person.country", or "today".
type Ref string

// today is the ref that every scope and environment knows.
const today Ref = "today"

// Kind is the kind of answers a ref has, as far as conditions care.
type Kind uint8

// The kinds.
const (
	Bool     Kind = iota // yes or no
	Choice               // one code
	Multi                // any number of codes
	Number               // a whole number
	Date                 // a day or an interval of days
	Presence             // an answer that can only be there or not, such as a text
	Repeat               // a list of items, each with questions of its own
)

// Type says what can be asked about a ref. Codes are the allowed codes of a
// Choice or Multi; nil allows any, and other kinds ignore it.
type Type struct {
	Kind  Kind
	Codes []string
}

// Scope is what a condition may name: the questions asked before it.
type Scope interface {
	// Lookup returns the type of a ref, and false if it is not asked before.
	// It is never called with "today".
	Lookup(ref Ref) (Type, bool)
	// Item returns the scope inside an item of a repeat: its Lookup finds the
	// item's own questions first and then what this scope has. It returns
	// false if the ref is not a repeat asked before.
	Item(repeat Ref) (Scope, bool)
}

// Env is what is known when a condition is evaluated.
type Env interface {
	// Value returns what was answered, or the zero Value if nothing is known:
	// not asked, unanswered, skipped, or unknown to the environment. It is
	// never called with "today".
	Value(ref Ref) Value
	// Items returns the environments of the items of a repeat, and whether
	// the list is known. A known list may be empty; one not asked or not
	// answered, or a ref that is no repeat, is not known. An item's Value
	// looks for a ref inside the item first and then in this environment.
	Items(repeat Ref) ([]Env, bool)
	// Today returns the day on which the condition is asked.
	Today() Day
}

// Value is an answer as conditions see it. It is immutable. The zero Value is
// unknown.
type Value struct {
	known    bool
	kind     Kind
	yes      bool
	codes    []string
	number   int64
	earliest Day
	latest   Day
}

// BoolValue is the answer to a yes/no question.
func BoolValue(yes bool) Value { return Value{known: true, kind: Bool, yes: yes} }

// CodeValue is the code of a choice. The empty code is unknown.
func CodeValue(code string) Value {
	if code == "" {
		return Value{}
	}
	return Value{known: true, kind: Choice, codes: []string{code}}
}

// CodesValue is the codes chosen in a multi. An empty list is an answer, that
// none applies; use the zero Value for a multi without an answer.
func CodesValue(codes []string) Value {
	return Value{known: true, kind: Multi, codes: slices.Clone(codes)}
}

// NumberValue is a whole number; amounts of money come in their smallest unit.
func NumberValue(n int64) Value { return Value{known: true, kind: Number, number: n} }

// DateValue is a date that lies between two days, both included; an exact date
// has both the same. The days may come in either order. A day that is not
// Valid makes the value unknown.
func DateValue(earliest, latest Day) Value {
	if !earliest.Valid() || !latest.Valid() {
		return Value{}
	}
	if latest.Compare(earliest) < 0 {
		earliest, latest = latest, earliest
	}
	return Value{known: true, kind: Date, earliest: earliest, latest: latest}
}

// PresentValue is an answer that is there but has nothing to compare: a text,
// an address, a file, or a date of which the person said only that it is.
func PresentValue() Value { return Value{known: true, kind: Presence} }

// String returns "unknown" or "answered": a value never shows what it holds,
// for it may end in a log or in an error.
func (v Value) String() string {
	if v.known {
		return "answered"
	}
	return "unknown"
}

// Format writes String for every verb, so that no verb shows the answer.
func (v Value) Format(s fmt.State, _ rune) { io.WriteString(s, v.String()) }
