package packs

import (
	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// route builds the part of a procedure that is about choosing it.
func (b *builder) route(raw *rawRoute) *forms.Route {
	if raw == nil {
		return nil
	}
	r := &forms.Route{For: b.cond("route", "for", raw.For), First: b.routeRules("first", raw.First),
		Closed: b.routeRules("closed", raw.Closed), Limits: b.ids("route", raw.Limits), Languages: b.tags("route", raw.Languages)}
	if raw.For == "" {
		b.add("route", "for: a route says which matter it is for")
	}
	for _, f := range raw.Fit {
		at := "route fit " + f.ID
		r.Fit = append(r.Fit, forms.RouteFit{ID: b.id(at, f.ID), When: b.needed(at, f.When),
			Strength: oneOf(b, at, "strength", f.Strength, forms.StrongFit, forms.GoodFit, forms.WeakFit)})
	}
	for _, t := range raw.Tells {
		at := "route tells " + t.ID
		r.Tells = append(r.Tells, forms.RouteTell{ID: b.id(at, t.ID), When: b.cond(at, "when", t.When),
			About: oneOf(b, at, "about", t.About, forms.Topics()...), Basis: b.marked(at, t.Law, t.Mark, t.Source)})
	}
	for _, c := range raw.Channels {
		r.Channels = append(r.Channels, oneOf(b, "route", "channels", c, forms.Channels()...))
	}
	for _, c := range raw.Conflicts {
		r.Conflicts = append(r.Conflicts, b.conflict(c))
	}
	b.distinct(r)
	return r
}

func (b *builder) routeRules(list string, raw []rawRouteRule) []forms.RouteRule {
	var out []forms.RouteRule
	for _, x := range raw {
		at := "route " + list + " " + x.ID
		if x.Wait != "" && list != "first" {
			b.add(at, "wait stands under first alone")
		}
		out = append(out, forms.RouteRule{ID: b.id(at, x.ID), When: b.needed(at, x.When), Route: forms.ProcedureID(x.Route),
			Wait: b.optionalID(at, x.Wait), Basis: b.marked(at, x.Law, x.Mark, x.Source)})
	}
	return out
}

func (b *builder) conflict(raw rawConflict) forms.Conflict {
	at := "route conflict " + raw.ID
	c := forms.Conflict{ID: b.id(at, raw.ID), Rule: oneOf(b, at, "rule", raw.Rule, forms.ConflictRules()...),
		When: b.cond(at, "when", raw.When), Basis: b.marked(at, raw.Law, raw.Mark, raw.Source)}
	for _, p := range raw.With {
		c.With = append(c.With, forms.ProcedureID(p))
	}
	if len(c.With) == 0 && raw.When == "" {
		b.add(at, "a conflict names the procedures that it is with, or a condition")
	}
	return c
}

// needed is a condition that cannot be left out.
func (b *builder) needed(at, src string) cond.Expr {
	if src == "" {
		b.add(at, "when: the condition is missing")
	}
	return b.cond(at, "when", src)
}

// marked is the basis of an item that states law and so needs a mark.
func (b *builder) marked(at string, law []string, mark, source string) forms.Basis {
	if mark == "" {
		b.add(at, "an item that states law needs a mark")
	}
	return b.basis(law, at, mark, source)
}

func (b *builder) tags(at string, list []string) []i18n.Tag {
	var out []i18n.Tag
	for _, s := range list {
		tag, err := i18n.ParseTag(s)
		if err != nil {
			b.add(at, "languages: %q is no language tag", s)
		}
		out = append(out, tag)
	}
	return out
}

// distinct refuses two items of a route with one id: they would share their text.
func (b *builder) distinct(r *forms.Route) {
	seen := map[forms.ID]bool{}
	for _, id := range routeIDs(r) {
		if seen[id] {
			b.add("route", "%s stands twice: each item of a route has a text of its own", id)
		}
		seen[id] = true
	}
}

// routeIDs lists the ids of all items of a route that have a text.
func routeIDs(r *forms.Route) []forms.ID {
	var out []forms.ID
	if r == nil {
		return nil
	}
	for _, x := range r.First {
		out = append(out, x.ID)
	}
	for _, x := range r.Closed {
		out = append(out, x.ID)
	}
	for _, x := range r.Fit {
		out = append(out, x.ID)
	}
	for _, x := range r.Tells {
		out = append(out, x.ID)
	}
	for _, x := range r.Conflicts {
		out = append(out, x.ID)
	}
	return out
}
