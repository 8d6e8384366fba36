package packs

import (
	"maps"
	"slices"

	"recourse/forms"
)

// formatNumber is the format of pack files that this version reads.
const formatNumber = 1

func (b *builder) common(raw rawCommon) commonSet {
	b.format(raw.Format)
	return commonSet{raw.ID, b.items(raw.Items, 0)}
}

func (b *builder) format(n int) {
	if n != formatNumber {
		b.add("", "format: %d is not the format that this version reads, %d", n, formatNumber)
	}
}

func (b *builder) procedure(raw rawProcedure) *forms.Procedure {
	b.format(raw.Format)
	p := &forms.Procedure{ID: forms.ProcedureID(raw.ID), Version: raw.Version,
		Status: oneOf(b, "", "status", raw.Status, forms.Draft, forms.Checked, forms.Reviewed, forms.Withdrawn),
		Role: oneOf(b, "", "role", raw.Role, forms.Submission, forms.CourtFiling, forms.PortalWorksheet,
			forms.LetterRole, forms.CounselDossier, forms.InformationOnly),
		AsOf: b.date("", "as_of", raw.AsOf), Valid: b.valid("", raw.Valid),
		Paper: oneOf(b, "", "paper", raw.Paper, "a4", "letter"), Body: b.body(raw.Body)}
	if raw.Version < 1 {
		b.add("", "version: a procedure has a version of 1 or more")
	}
	b.dates(p, raw)
	p.Sources = b.sources(raw.Sources)
	for _, s := range raw.Sections {
		p.Sections = append(p.Sections, b.section(s))
	}
	for _, n := range raw.Notices {
		p.Notices = append(p.Notices, b.notice(n))
	}
	for _, d := range raw.Deadlines {
		p.Deadlines = append(p.Deadlines, b.deadline(d))
	}
	p.Outline = b.outline(raw.Outline)
	for _, s := range raw.Sheets {
		p.Sheets = append(p.Sheets, forms.Sheet{ID: s.ID, Outline: b.outline(s.Outline)})
	}
	for _, s := range raw.Filing {
		at := "filing " + s.ID
		p.Filing = append(p.Filing, forms.FilingStep{ID: b.id(at, s.ID), When: b.cond(at, "when", s.When),
			Basis: b.basis(s.Law, at, s.Mark, s.Source)})
	}
	p.Route = b.route(raw.Route)
	for _, o := range raw.Omits {
		if o.Law == "" || o.Reason == "" {
			b.add("omits", "each entry has a law item and a reason")
		}
		p.Omits = append(p.Omits, forms.Omission(o))
	}
	return p
}

// dates holds the dates of checking against the status.
func (b *builder) dates(p *forms.Procedure, raw rawProcedure) {
	if p.AsOf.IsZero() {
		b.add("", "as_of: the date of the facts of law is missing")
	}
	p.CheckBy = b.date("", "check_by", raw.CheckBy)
	if p.CheckBy.IsZero() || !p.CheckBy.After(p.AsOf) {
		b.add("", "check_by: the day by which the law is to be checked again is missing, or not after as_of")
	}
	if raw.Review != nil {
		p.Review = forms.Review{By: raw.Review.By, On: b.date("", "review.on", raw.Review.On)}
	}
	if (p.Status == forms.Reviewed) != (p.Review.By != "" && !p.Review.On.IsZero()) {
		b.add("", "review: a reviewed procedure says by whom and on which day, and no other does")
	}
}

func (b *builder) body(raw rawBody) forms.Body {
	body := forms.Body{Authority: b.optionalID("body", raw.Authority), Name: b.optionalID("body", raw.Name),
		Address: b.optionalID("body", raw.Address), Country: b.optionalID("body", raw.Country),
		Language: b.optionalID("body", raw.Language), State: b.ids("body", raw.State)}
	if body.Authority != "" && body.Name != "" {
		b.add("body", "a body is known by a question of kind authority, or by one for its name, or by neither where there is but one")
	}
	if body.Authority == "" && len(body.State) > 0 {
		b.add("body", "state stands with a question of kind authority alone")
	}
	return body
}

func (b *builder) sources(raw []rawSource) []forms.Source {
	var out []forms.Source
	seen := map[string]bool{}
	for _, s := range raw {
		at := "source " + s.ID
		if seen[s.ID] || s.ID == "" {
			b.add(at, "each source has an id of its own")
		}
		seen[s.ID] = true
		out = append(out, forms.Source{ID: s.ID, Title: s.Title, URL: s.URL,
			Grade:     oneOf(b, at, "grade", s.Grade, forms.Official, forms.Mirror, forms.Secondary),
			Retrieved: b.date(at, "retrieved", s.Retrieved), CheckBy: b.date(at, "check_by", s.CheckBy)})
	}
	return out
}

func (b *builder) section(raw rawSection) forms.Section {
	if raw.Use != "" {
		return b.usedSection(raw)
	}
	at := "section " + raw.ID
	s := forms.Section{ID: b.id(at, raw.ID), When: b.cond(at, "when", raw.When), Help: raw.Help}
	if len(raw.Without)+len(raw.Change)+len(raw.More) > 0 {
		b.add(at, "without, change and more belong to a section in use")
	}
	b.mark(at, s.ID)
	s.Items = b.items(raw.Items, 0)
	return s
}

func (b *builder) usedSection(raw rawSection) forms.Section {
	at := "section " + raw.Use
	set, ok := b.commons[raw.Use]
	if !ok {
		b.add(at, "there is no common section with this id")
	}
	if raw.ID != "" || len(raw.Items) > 0 || len(raw.Help) > 0 {
		b.add(at, "a section in use has no id, help or items; further items go under more")
	}
	changes := map[string]rawChange{}
	for _, c := range raw.Change {
		changes[c.ID] = c
	}
	s := forms.Section{ID: forms.ID(raw.Use + ".section"), When: b.cond(at, "when", raw.When)}
	without := slices.Clone(raw.Without)
	for _, it := range set.items {
		name := it.ID().Name()
		if i := slices.Index(without, name); i >= 0 {
			without = slices.Delete(without, i, i+1)
			continue
		}
		b.markAll(at, []forms.Item{it})
		s.Items = append(s.Items, b.changed(at, it, changes[name]))
		delete(changes, name)
	}
	for _, name := range append(without, slices.Sorted(maps.Keys(changes))...) {
		b.add(at, "without or change names %q, which the section does not have", name)
	}
	s.Items = append(s.Items, b.items(raw.More, 0)...)
	return s
}

func (b *builder) notice(raw rawNotice) forms.Notice {
	at := "notice " + raw.ID
	n := forms.Notice{ID: b.id(at, raw.ID), Route: forms.ProcedureID(raw.Route), When: b.cond(at, "when", raw.When),
		Effect: oneOf(b, at, "effect", raw.Effect, forms.Info, forms.Warn, forms.EffectMissing, forms.Stop, forms.EffectOtherRoute),
		Valid:  b.valid(at, raw.Valid), Basis: b.basis(raw.Law, at, raw.Mark, raw.Source)}
	if (n.Effect == forms.EffectOtherRoute) != (n.Route != "") {
		b.add(at, "route stands exactly with the effect other-route")
	}
	n.Over = b.optionalID(at, raw.Over)
	if n.Mark == "" {
		b.add(at, "a notice needs a mark")
	}
	switch at := forms.ID(raw.At); at {
	case forms.AtStart, forms.AtCheck, forms.AtSign:
		n.At = at
	default:
		n.At = b.id("notice "+raw.ID, raw.At)
	}
	return n
}
