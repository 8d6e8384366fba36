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
	if p.AsOf.IsZero() {
		b.add("", "as_of: the date of the facts of law is missing")
	}
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
	for _, o := range raw.Omits {
		if o.Law == "" || o.Reason == "" {
			b.add("omits", "each entry has a law item and a reason")
		}
		p.Omits = append(p.Omits, forms.Omission(o))
	}
	return p
}

func (b *builder) body(raw rawBody) forms.Body {
	body := forms.Body{Authority: b.optionalID("body", raw.Authority), Name: b.optionalID("body", raw.Name),
		Address: b.optionalID("body", raw.Address), Country: b.optionalID("body", raw.Country),
		Language: b.optionalID("body", raw.Language)}
	if (body.Authority == "") == (body.Name == "") {
		b.add("body", "a body is known by a question of kind authority, or by one for its name")
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
			Retrieved: b.date(at, "retrieved", s.Retrieved)})
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

func (b *builder) deadline(raw rawDeadline) forms.DeadlineRule {
	at := "deadline " + raw.ID
	d := forms.DeadlineRule{ID: b.id(at, raw.ID), When: b.cond(at, "when", raw.When),
		Kind: oneOf(b, at, "kind", raw.Kind, forms.Hard, forms.Soft, forms.WaitBeforeFiling, forms.AuthorityClock,
			forms.EventDate, forms.National, forms.NoDeadline),
		Trigger: oneOf(b, at, "trigger", raw.Trigger, forms.Served, forms.Mailed, forms.Received, forms.Notified,
			forms.Known, forms.Lodged, forms.OtherTrigger),
		Valid: b.valid(at, raw.Valid), Basis: b.basis(raw.Law, at, raw.Mark, raw.Source)}
	if d.Mark == "" {
		b.add(at, "a deadline needs a mark")
	}
	if raw.Count != nil {
		d.Count = &forms.Count{From: b.optionalID(at, raw.Count.From), Lodged: raw.Lodged,
			Length: raw.Count.Length, Unit: b.unit(at, raw.Count.Unit)}
		if (d.Count.From != "") == d.Count.Lodged || d.Count.Length < 1 {
			b.add(at, "a count has a length, and runs from a question or, with lodged, from the filing")
		}
		if d.Mark != forms.Verified && d.Mark != forms.SecondHand {
			b.add(at, "only a verified or second-hand length is counted")
		}
	} else if raw.Lodged || raw.Extend != nil {
		b.add(at, "lodged and extend stand with a count")
	}
	if raw.Extend != nil {
		d.Extend = &forms.Extension{When: b.cond(at, "extend.when", raw.Extend.When), Length: raw.Extend.Length,
			Unit: b.unit(at, raw.Extend.Unit)}
	}
	if n := raw.Notice; n != nil {
		d.Notice = &forms.NoticeLimit{LastDay: b.id(at, n.LastDay), Length: b.id(at, n.Length), Unit: b.id(at, n.Unit),
			Event: b.id(at, n.Event), From: b.id(at, n.From)}
	}
	return d
}

func (b *builder) unit(at, word string) forms.Unit {
	return oneOf(b, at, "unit", word, forms.Hours, forms.Days, forms.WorkingDays, forms.Weeks, forms.Months, forms.Years)
}
