package packs

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/cond"
)

// builder makes the vocabulary of package forms out of raw structs. It notes
// faults and goes on, so that an author sees them all at once.
type builder struct {
	faulter
	owner   string               // the common section or procedure of the file
	commons map[string]commonSet // for procedures
	used    map[forms.ID]bool    // items that the procedure has so far
}

// commonSet is a common section as it was built: its items by id, in order.
type commonSet struct {
	id    string
	items []forms.Item
}

// id puts the owner before an id without a dot and checks its form.
func (b *builder) id(at, s string) forms.ID {
	id := forms.ID(s)
	if !strings.Contains(s, ".") {
		id = forms.ID(b.owner + "." + s)
	}
	if !id.Valid() {
		b.add(at, "%q is no id: lower-case words joined by _", s)
	}
	return id
}

func (b *builder) ids(at string, list []string) []forms.ID {
	var out []forms.ID
	for _, s := range list {
		out = append(out, b.id(at, s))
	}
	return out
}

// optionalID is id, but "" stays "".
func (b *builder) optionalID(at, s string) forms.ID {
	if s == "" {
		return ""
	}
	return b.id(at, s)
}

// cond parses a condition and writes its refs out in full.
func (b *builder) cond(at, field, src string) cond.Expr {
	if src == "" {
		return cond.Expr{}
	}
	e, err := cond.Parse(src)
	if err != nil {
		b.add(at, "%s: %v", field, err)
		return cond.Expr{}
	}
	return e.Rename(func(r cond.Ref) cond.Ref {
		if strings.Contains(string(r), ".") {
			return r
		}
		return cond.Ref(b.owner) + "." + r
	})
}

func (b *builder) date(at, field, s string) forms.Date {
	if s == "" {
		return forms.Date{}
	}
	d, err := forms.ParseDate(s)
	if err != nil {
		b.add(at, "%s: %v", field, err)
	}
	return d
}

func (b *builder) valid(at string, raw *rawValid) forms.Validity {
	if raw == nil {
		return forms.Validity{}
	}
	v := forms.Validity{From: b.date(at, "valid.from", raw.From), To: b.date(at, "valid.to", raw.To)}
	if !v.From.IsZero() && !v.To.IsZero() && v.To.Before(v.From) {
		b.add(at, "valid: it ends before it begins")
	}
	return v
}

// oneOf checks a word against a closed set.
func oneOf[S ~string](b *builder, at, field, word string, set ...S) S {
	if slices.Contains(set, S(word)) {
		return S(word)
	}
	var known []string
	for _, s := range set {
		if s != "" {
			known = append(known, string(s))
		}
	}
	b.add(at, "%s: %q is none of %s", field, word, strings.Join(known, ", "))
	return ""
}

func (b *builder) basis(law []string, at, mark, source string) forms.Basis {
	m := forms.Mark("")
	if mark != "" {
		m = oneOf(b, at, "mark", mark, forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote)
	}
	return forms.Basis{Law: law, Mark: m, Source: source}
}

func (b *builder) items(raw []rawItem, depth int) []forms.Item {
	var out []forms.Item
	for _, r := range raw {
		switch {
		case r.Use != "":
			out = append(out, b.use(r)...)
		case r.Repeat != "":
			out = append(out, b.repeat(r, depth))
		default:
			out = append(out, forms.Item{Question: b.question(r)})
		}
	}
	return out
}

func (b *builder) repeat(r rawItem, depth int) forms.Item {
	at := "repeat " + r.Repeat
	if len(r.Without) > 0 {
		b.add(at, "without stands with use")
	}
	if depth == 2 {
		b.add(at, "repeats nest at most two deep")
	}
	if r.ID != "" || r.Kind != "" || len(r.Options)+len(r.Checks)+len(r.Skips)+len(r.Help) > 0 || r.Private || r.Hard || r.Min != 0 {
		b.add(at, "a repeat has the fields repeat, when, required, together, max, law and items alone")
	}
	if len(r.Items) == 0 {
		b.add(at, "a repeat needs items")
	}
	rep := &forms.Repeat{ID: b.id(at, r.Repeat), When: b.cond(at, "when", r.When),
		Required: b.cond(at, "required", r.Required), Max: r.Max, Law: r.Law}
	b.mark(at, rep.ID)
	rep.Items = b.items(r.Items, depth+1)
	return forms.Item{Repeat: rep}
}

// mark notes that the procedure has an item, once.
func (b *builder) mark(at string, id forms.ID) {
	if b.used[id] {
		b.add(at, "%s is used twice: an item stands once in a procedure", id)
	}
	b.used[id] = true
}

func (b *builder) question(r rawItem) *forms.Question {
	at := "question " + r.ID
	if len(r.Without) > 0 {
		b.add(at, "without stands with use")
	}
	if len(r.Items) > 0 {
		b.add(at, "a question has no items: write repeat in place of id")
	}
	q := &forms.Question{ID: b.id(at, r.ID), Kind: oneOf(b, at, "kind", r.Kind, forms.Kinds()...),
		When: b.cond(at, "when", r.When), Required: b.cond(at, "required", r.Required),
		Private: r.Private, Hard: r.Hard, Together: r.Together != nil && *r.Together, Max: r.Max, Min: r.Min, Help: r.Help, Law: r.Law}
	b.mark(at, q.ID)
	for _, s := range r.Skips {
		q.Skips = append(q.Skips, oneOf(b, at, "skips", s, forms.DontKnow, forms.PreferNot))
	}
	for _, h := range r.Help {
		oneOf(b, at, "help", h, "hint", "why", "words", "tip")
	}
	b.options(at, r, q)
	b.checks(at, r, q)
	return q
}

func (b *builder) options(at string, r rawItem, q *forms.Question) {
	choosing := q.Kind == forms.KindChoice || q.Kind == forms.KindMulti
	if choosing != (len(r.Options) > 0) {
		b.add(at, "options belong to the kinds choice and multi, and these need them")
	}
	seen := map[string]bool{}
	for _, o := range r.Options {
		here := at + ", option " + o.Code
		if seen[o.Code] {
			b.add(here, "this option stands twice")
		}
		seen[o.Code] = true
		q.Options = append(q.Options, forms.Option{Code: o.Code, When: b.cond(here, "when", o.When),
			Article: o.Article, Hint: o.Hint, Basis: b.basis(o.Law, here, o.Mark, o.Source)})
	}
}

// builtIn lists the built-in checks with the kinds that they are for.
var builtIn = map[string][]forms.Kind{
	"not-future": {forms.KindDate, forms.KindPeriod},
	"email":      {forms.KindText},
	"phone":      {forms.KindText},
	"url":        {forms.KindText},
}

func (b *builder) checks(at string, r rawItem, q *forms.Question) {
	for _, c := range r.Checks {
		kinds, known := builtIn[c.Code]
		switch {
		case c.Rule == "" && !known:
			b.add(at, "checks: there is no built-in check %q; a check of its own needs a rule", c.Code)
		case c.Rule == "" && !slices.Contains(kinds, q.Kind):
			b.add(at, "checks: %s is not for the kind %s", c.Code, q.Kind)
		case c.Rule != "" && known:
			b.add(at, "checks: %s is the name of a built-in check: choose another", c.Code)
		}
		q.Checks = append(q.Checks, forms.Check{Code: c.Code, Rule: b.cond(at, "checks."+c.Code, c.Rule)})
	}
}

// use finds a common item and sets anew what the use says.
func (b *builder) use(r rawItem) []forms.Item {
	at := "use " + r.Use
	owner, _, _ := strings.Cut(r.Use, ".")
	for _, it := range b.commons[owner].items {
		if string(it.ID()) == r.Use {
			it = b.withoutItems(at, it, r.Without)
			b.markAll(at, []forms.Item{it})
			return []forms.Item{b.changed(at, it, rawChange{When: r.When, Required: r.Required, Together: r.Together, Law: r.Law})}
		}
	}
	b.add(at, "no common section has this item")
	return nil
}

// withoutItems leaves items out of a repeat in use, by their names without owner.
func (b *builder) withoutItems(at string, it forms.Item, names []string) forms.Item {
	if len(names) == 0 {
		return it
	}
	if it.Repeat == nil {
		b.add(at, "without names items of a repeat in use")
		return it
	}
	r := *it.Repeat
	r.Items = slices.DeleteFunc(slices.Clone(r.Items), func(x forms.Item) bool { return slices.Contains(names, x.ID().Name()) })
	if len(r.Items)+len(names) != len(it.Repeat.Items) || len(r.Items) == 0 {
		b.add(at, "without names items that the repeat does not have, or all that it has")
	}
	return forms.Item{Repeat: &r}
}

func (b *builder) markAll(at string, items []forms.Item) {
	for _, it := range items {
		b.mark(at, it.ID())
		if it.Repeat != nil {
			b.markAll(at, it.Repeat.Items)
		}
	}
}

// changed returns a copy of a common item with what the procedure sets anew.
func (b *builder) changed(at string, it forms.Item, c rawChange) forms.Item {
	if it.Repeat != nil {
		r := *it.Repeat
		b.set(at, &r.When, &r.Required, &r.Law, c)
		return forms.Item{Repeat: &r}
	}
	q := *it.Question
	b.set(at, &q.When, &q.Required, &q.Law, c)
	if c.Together != nil {
		q.Together = *c.Together
	}
	return forms.Item{Question: &q}
}

func (b *builder) set(at string, when, required *cond.Expr, law *[]string, c rawChange) {
	if c.When != "" {
		*when = b.cond(at, "when", c.When)
	}
	if c.Required != "" {
		*required = b.cond(at, "required", c.Required)
	}
	if c.Law != nil {
		*law = c.Law
	}
}
