package packs

import (
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
)

// checker proves what a built procedure must hold: every condition names only
// what is asked before it, every reference leads somewhere of the right kind,
// and the document says everything that is asked.
type checker struct {
	*faulter
	p           *forms.Procedure
	authorities []string
	facts       *scope                       // what the conditions of a route may name; nil for the facts themselves
	all         *scope                       // every question, for what stands outside the interview
	questions   map[forms.ID]*forms.Question //
	around      map[forms.ID][]*forms.Repeat // repeats around each question
	repeats     map[forms.ID]*forms.Repeat   //
	said        map[forms.ID]bool            // what the outline names
}

func newChecker(f *faulter, p *forms.Procedure, authorities []string, facts *scope) *checker {
	c := &checker{faulter: f, p: p, authorities: authorities, facts: facts, all: newScope(nil),
		questions: map[forms.ID]*forms.Question{}, around: map[forms.ID][]*forms.Repeat{},
		repeats: map[forms.ID]*forms.Repeat{}, said: map[forms.ID]bool{}}
	for q, around := range p.Questions() {
		c.questions[q.ID], c.around[q.ID] = q, around
		for _, r := range around {
			c.repeats[r.ID] = r
		}
	}
	return c
}

func checkProcedure(f *faulter, p *forms.Procedure, authorities []string, facts *scope) {
	c := newChecker(f, p, authorities, facts)
	for _, s := range p.Sections {
		c.cond("section "+string(s.ID), "when", s.When, c.all)
		c.items(s.Items, c.all)
	}
	c.body()
	c.rules()
	c.route()
	c.outlines()
}

func (c *checker) cond(at, field string, e cond.Expr, in *scope) {
	if err := e.Check(in); err != nil {
		c.add(at, "%s: %v", field, err)
	}
}

// items checks the conditions of items in order, each against what is before it.
func (c *checker) items(items []forms.Item, in *scope) {
	for _, it := range items {
		if it.Repeat != nil {
			c.repeat(it.Repeat, in)
		} else {
			c.question(it.Question, in)
		}
	}
}

func (c *checker) repeat(r *forms.Repeat, in *scope) {
	at := "repeat " + string(r.ID)
	c.cond(at, "when", r.When, in)
	c.cond(at, "required", r.Required, in)
	inside := newScope(in)
	c.items(r.Items, inside)
	in.types[r.ID] = cond.Type{Kind: cond.Repeat}
	in.items[r.ID] = inside
}

func (c *checker) question(q *forms.Question, in *scope) {
	at := "question " + string(q.ID)
	c.cond(at, "when", q.When, in)
	c.cond(at, "required", q.Required, in)
	for _, o := range q.Options {
		c.cond(at+", option "+o.Code, "when", o.When, in)
		c.source(at+", option "+o.Code, o.Source)
	}
	in.types[q.ID] = typeOf(q, c.authorities)
	for _, k := range q.Checks {
		c.cond(at, "checks."+k.Code, k.Rule, in)
	}
}

func (c *checker) source(at, id string) {
	if _, ok := c.p.Source(id); id != "" && !ok {
		c.add(at, "source: the procedure has no source %q", id)
	}
}

// wants checks that an id is a question of one of the kinds, outside repeats.
func (c *checker) wants(at string, id forms.ID, kinds ...forms.Kind) {
	q := c.questions[id]
	switch {
	case id == "":
	case q == nil:
		c.add(at, "there is no question %s in this procedure", id)
	case !slices.Contains(kinds, q.Kind):
		c.add(at, "question %s is of kind %s and cannot stand here", id, q.Kind)
	case len(c.around[id]) > 0:
		c.add(at, "question %s is asked for each item of a repeat and cannot stand here", id)
	}
}

func (c *checker) body() {
	b := c.p.Body
	c.wants("body", b.Authority, forms.KindAuthority)
	for _, id := range b.State {
		c.wants("body", id, forms.KindCountry)
	}
	c.wants("body", b.Name, forms.KindText)
	c.wants("body", b.Address, forms.KindAddress)
	c.wants("body", b.Country, forms.KindCountry)
	c.wants("body", b.Language, forms.KindChoice)
}

func (c *checker) rules() {
	for _, n := range c.p.Notices {
		at := "notice " + string(n.ID)
		c.cond(at, "when", n.When, c.all)
		c.source(at, n.Source)
		c.ownDeadline(at, "over", n.Over)
		if n.At != forms.AtStart && n.At != forms.AtCheck && n.At != forms.AtSign && c.questions[n.At] == nil {
			c.add(at, "at: there is no question %s in this procedure", n.At)
		}
	}
	for _, d := range c.p.Deadlines {
		c.deadline(d)
	}
	for _, s := range c.p.Filing {
		c.cond("filing "+string(s.ID), "when", s.When, c.all)
		c.source("filing "+string(s.ID), s.Source)
	}
}

func (c *checker) deadline(d forms.DeadlineRule) {
	at := "deadline " + string(d.ID)
	in := c.all
	if d.Count != nil && d.Count.From != "" {
		q := c.questions[d.Count.From]
		if q == nil || q.Kind != forms.KindDate {
			c.add(at, "count: from is a question of kind date")
			return
		}
		in = c.inside(c.around[q.ID])
	}
	c.cond(at, "when", d.When, in)
	if d.Extend != nil {
		c.cond(at, "extend.when", d.Extend.When, in)
	}
	if d.Count != nil {
		for _, id := range d.Count.NotBefore {
			c.wants(at, id, forms.KindDate)
		}
	}
	if d.Late != nil {
		c.wants(at, d.Late.Reasons, forms.KindProse, forms.KindMulti)
		c.source(at, d.Late.Source)
	}
	c.source(at, d.Source)
	if n := d.Notice; n != nil {
		c.wants(at, n.LastDay, forms.KindDate)
		c.wants(at, n.Length, forms.KindNumber)
		c.wants(at, n.Unit, forms.KindChoice)
		c.wants(at, n.Event, forms.KindChoice)
		c.wants(at, n.From, forms.KindDate)
	}
}

// inside is the scope in the innermost of some repeats.
func (c *checker) inside(around []*forms.Repeat) *scope {
	in := c.all
	for _, r := range around {
		in = in.items[r.ID]
	}
	return in
}
