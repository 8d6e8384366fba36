package packs

import "recourse/forms"

func (b *builder) deadline(raw rawDeadline) forms.DeadlineRule {
	at := "deadline " + raw.ID
	d := forms.DeadlineRule{ID: b.id(at, raw.ID), When: b.cond(at, "when", raw.When),
		Kind: oneOf(b, at, "kind", raw.Kind, forms.Hard, forms.Soft, forms.WaitBeforeFiling, forms.AuthorityClock,
			forms.EventDate, forms.National, forms.NoDeadline),
		Trigger: oneOf(b, at, "trigger", raw.Trigger, forms.Served, forms.Mailed, forms.Received, forms.Notified,
			forms.Known, forms.Lodged, forms.OtherTrigger),
		Events: b.valid(at, raw.Events), Valid: b.valid(at, raw.Valid), Basis: b.basis(raw.Law, at, raw.Mark, raw.Source)}
	if d.Mark == "" {
		b.add(at, "a deadline needs a mark")
	}
	switch {
	case raw.Count != nil:
		d.Count = b.count(at, raw, d.Mark)
	case raw.Lodged || raw.Extend != nil || raw.Events != nil:
		b.add(at, "lodged, extend and events stand with a count")
	}
	if raw.Extend != nil {
		d.Extend = &forms.Extension{When: b.cond(at, "extend.when", raw.Extend.When), Length: raw.Extend.Length,
			Unit: b.unit(at, raw.Extend.Unit)}
	}
	d.Notice, d.Safe, d.Late = b.noticeLimit(at, raw.Notice), b.safety(at, raw.Safe), b.late(at, raw.Late)
	return d
}

func (b *builder) count(at string, raw rawDeadline, mark forms.Mark) *forms.Count {
	r := raw.Count
	c := &forms.Count{From: b.optionalID(at, r.From), NotBefore: b.ids(at, r.NotBefore), Lodged: raw.Lodged, Length: r.Length,
		Unit: b.unit(at, r.Unit), Roll: r.Roll,
		Method:   oneOf(b, at, "method", r.Method, forms.SilentMethod, forms.EventExcluded, forms.EventIncluded, forms.Reg1182, forms.FRCP6),
		Calendar: oneOf(b, at, "calendar", r.Calendar, forms.NoCalendar, forms.Weekends, forms.USFederal, forms.EnglandWales)}
	if (c.From != "") == c.Lodged || c.Length < 1 {
		b.add(at, "a count has a length, and runs from a question or, with lodged, from the filing")
	}
	if mark != forms.Verified && mark != forms.SecondHand {
		b.add(at, "only a verified or second-hand length is counted")
	}
	if c.Roll && c.Calendar == forms.NoCalendar {
		b.add(at, "a last day that rolls over needs a calendar that says over which days")
	}
	if c.Calendar != forms.NoCalendar && !c.Roll && c.Unit != forms.WorkingDays {
		b.add(at, "a calendar stands with roll or with working-days: otherwise nothing asks for it")
	}
	return c
}

// noticeLimit is the limit that a person copies from a notice: a last day alone,
// or a last day and a length with its unit, event and date.
func (b *builder) noticeLimit(at string, n *rawLimit) *forms.NoticeLimit {
	if n == nil {
		return nil
	}
	rest := 0
	for _, s := range []string{n.Length, n.Unit, n.Event, n.From} {
		if s != "" {
			rest++
		}
	}
	if n.LastDay == "" || rest != 0 && rest != 4 {
		b.add(at, "notice names the question for the last day, and none or all of length, unit, event and from")
	}
	return &forms.NoticeLimit{LastDay: b.optionalID(at, n.LastDay), Length: b.optionalID(at, n.Length),
		Unit: b.optionalID(at, n.Unit), Event: b.optionalID(at, n.Event), From: b.optionalID(at, n.From)}
}

func (b *builder) safety(at string, raw *rawSafe) forms.Safety {
	if raw == nil {
		return forms.Safety{}
	}
	if raw.Length < 1 {
		b.add(at, "safe: the length is 1 or more")
	}
	return forms.Safety{Length: raw.Length, Unit: oneOf(b, at, "safe.unit", raw.Unit, forms.Days, forms.WorkingDays)}
}

func (b *builder) late(at string, raw *rawLate) *forms.Lateness {
	if raw == nil {
		return nil
	}
	if raw.Reasons != "" && !raw.Allowed {
		b.add(at, "late: reasons are asked for where a late document may be allowed")
	}
	return &forms.Lateness{Allowed: raw.Allowed, Reasons: b.optionalID(at, raw.Reasons),
		Basis: b.marked(at+" late", nil, raw.Mark, raw.Source)}
}

func (b *builder) unit(at, word string) forms.Unit {
	return oneOf(b, at, "unit", word, forms.Hours, forms.Days, forms.WorkingDays, forms.Weeks, forms.Months, forms.Years)
}
