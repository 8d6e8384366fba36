package forms

import "recourse/forms/cond"

// Checklist is practical advice on what to do at once. It states no law. Its
// texts are in the common catalogs.
type Checklist struct {
	ID     string
	When   cond.Expr // over the facts: when it is offered
	Groups []ChecklistGroup
}

// ChecklistGroup is a part of a checklist, such as what to do at the bank.
type ChecklistGroup struct {
	ID    string
	Items []ChecklistItem
}

// ChecklistItem is one thing to do. Items are shared: the same item stands in
// several lists with the same words.
type ChecklistItem struct {
	ID   string
	When cond.Expr // over the facts: zero: always
}
