package packs

import (
	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// scope is what a condition at some place of a procedure may name: what is asked
// before it, and inside a repeat the item's own questions first.
type scope struct {
	types map[forms.ID]cond.Type
	items map[forms.ID]*scope // the inside of each repeat
	outer *scope
}

func newScope(outer *scope) *scope {
	return &scope{types: map[forms.ID]cond.Type{}, items: map[forms.ID]*scope{}, outer: outer}
}

// Lookup implements cond.Scope.
func (s *scope) Lookup(ref cond.Ref) (cond.Type, bool) {
	for at := s; at != nil; at = at.outer {
		if t, ok := at.types[forms.ID(ref)]; ok {
			return t, true
		}
	}
	return cond.Type{}, false
}

// Item implements cond.Scope.
func (s *scope) Item(repeat cond.Ref) (cond.Scope, bool) {
	for at := s; at != nil; at = at.outer {
		if in, ok := at.items[forms.ID(repeat)]; ok {
			return in, true
		}
	}
	return nil, false
}

// typeOf says what conditions can ask about a question.
func typeOf(q *forms.Question, authorities []string) cond.Type {
	switch q.Kind {
	case forms.KindYesNo:
		return cond.Type{Kind: cond.Bool}
	case forms.KindChoice:
		return cond.Type{Kind: cond.Choice, Codes: codes(q)}
	case forms.KindMulti:
		return cond.Type{Kind: cond.Multi, Codes: codes(q)}
	case forms.KindNumber:
		return cond.Type{Kind: cond.Number}
	case forms.KindDate:
		return cond.Type{Kind: cond.Date}
	case forms.KindCountry:
		return cond.Type{Kind: cond.Choice, Codes: i18n.Countries()}
	case forms.KindAuthority:
		return cond.Type{Kind: cond.Choice, Codes: authorities}
	default:
		return cond.Type{Kind: cond.Presence}
	}
}

func codes(q *forms.Question) []string {
	out := make([]string, len(q.Options))
	for i, o := range q.Options {
		out[i] = o.Code
	}
	return out
}
