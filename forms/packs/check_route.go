package packs

import (
	"recourse/forms"
	"recourse/forms/cond"
)

// route checks the conditions of a route against the facts, and its references.
func (c *checker) route() {
	r := c.p.Route
	if r == nil {
		return
	}
	c.cond("route", "for", r.For, c.facts)
	for _, id := range r.Limits {
		c.ownDeadline("route", "limits", id)
	}
	for _, x := range r.First {
		at := "route first " + string(x.ID)
		c.routeItem(at, x.When, x.Source)
		c.waits(at, x.Wait)
	}
	for _, x := range r.Closed {
		c.routeItem("route closed "+string(x.ID), x.When, x.Source)
	}
	for _, x := range r.Fit {
		c.routeItem("route fit "+string(x.ID), x.When, "")
	}
	for _, x := range r.Tells {
		c.routeItem("route tells "+string(x.ID), x.When, x.Source)
	}
	for _, x := range r.Conflicts {
		c.routeItem("route conflict "+string(x.ID), x.When, x.Source)
	}
}

func (c *checker) routeItem(at string, when cond.Expr, source string) {
	c.cond(at, "when", when, c.facts)
	c.source(at, source)
}

// waits checks the deadline that says how long something that comes first takes.
func (c *checker) waits(at string, id forms.ID) {
	c.ownDeadline(at, "wait", id)
	for _, d := range c.p.Deadlines {
		if d.ID == id && d.Kind != forms.WaitBeforeFiling {
			c.add(at, "wait: %s is of kind %s, not %s", id, d.Kind, forms.WaitBeforeFiling)
		}
	}
}

// ownDeadline checks that an id is that of a deadline of the procedure.
func (c *checker) ownDeadline(at, field string, id forms.ID) {
	if id == "" {
		return
	}
	for _, d := range c.p.Deadlines {
		if d.ID == id {
			return
		}
	}
	c.add(at, "%s: there is no deadline %s in this procedure", field, id)
}
