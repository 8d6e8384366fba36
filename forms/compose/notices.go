package compose

import (
	"recourse/forms"
	"recourse/forms/deadline"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/i18n"
)

// markRuns says how far a rule is verified. In a filing it is empty.
func (w *writer) markRuns(b forms.Basis) doc.Runs {
	if w.copy == Filing || w.copy == Bilingual || b.Mark == "" || b.Mark == forms.Verified {
		return nil
	}
	return doc.Runs{{Text: " [" + w.t.Plain(i18n.Key("mark."+b.Mark), nil) + "]", Style: doc.Grey | doc.Small}}
}

// basisRuns is the mark of a rule, and its source with the date.
func (w *writer) basisRuns(b forms.Basis) doc.Runs {
	text := w.t.Plain(i18n.Key("mark."+b.Mark), nil)
	if s, ok := w.p.Source(b.Source); ok {
		text += " · " + w.t.Plain("mark.source", i18n.Args{"source": s.Title, "date": w.day(s.Retrieved)})
	}
	if w.p.Stale(b, w.s.Today) {
		text += " · " + w.t.Plain("mark.stale", i18n.Args{"date": w.day(w.p.CheckedUntil(b))})
	}
	return doc.Runs{{Text: text, Style: doc.Grey | doc.Small}}
}

func (w *writer) unnumbered(k i18n.Key) {
	w.add(doc.Heading{Level: 1, Text: w.text(k)})
}

// notices lists what the person is told, each with its mark.
func (w *writer) notices() {
	if len(w.s.Notices) == 0 {
		return
	}
	w.unnumbered("doc.notices")
	for _, n := range w.s.Notices {
		w.add(doc.Notice{Text: []doc.Runs{
			w.text(w.p.Key("ask.n", n.ID)), w.text(w.p.Key("ask.n", n.ID, "do")), w.basisRuns(n.Basis)}})
	}
	w.add(doc.Paragraph{Text: doc.Runs{own(LawStatus(w.t, w.p))}})
}

// LawStatus says how far a procedure has been reviewed and of which day its facts
// of law are, and that this is no legal advice.
func LawStatus(t *i18n.Catalog, p *forms.Procedure) string {
	return t.Plain("doc.law-status", i18n.Args{"status": t.Plain(i18n.Key("status."+p.Status), nil),
		"date": i18n.Date(t.Writing(), p.AsOf.Year, p.AsOf.Month, p.AsOf.Day)})
}

// deadlines lists the limits and clocks, each with its day and its counting.
func (w *writer) deadlines() {
	if len(w.s.Deadlines) == 0 {
		return
	}
	w.unnumbered("doc.deadlines")
	for _, d := range w.s.Deadlines {
		w.add(doc.Notice{Text: w.deadline(d)})
	}
}

func (w *writer) deadline(d interview.Deadline) []doc.Runs {
	day := DeadlineDay(w.t, d, w.s.Today)
	if day == "" {
		day = w.t.Plain("deadline.not-computed", nil)
	}
	out := []doc.Runs{w.labelled(styled(w.text(w.p.Key("ask.d", d.Rule.ID)), doc.Bold), doc.Runs{own(day)})}
	for _, s := range d.Counted.Steps {
		out = append(out, doc.Runs{own(StepText(w.t, s))})
	}
	for _, note := range DeadlineNotes(w.t, w.p, d, w.s.Today) {
		out = append(out, doc.Runs{own(note)})
	}
	return append(out, w.basisRuns(d.Rule.Basis))
}

// DeadlineDay says in words by which day, or from which day on, something may or
// must be done, or that the time has passed; "" where no day is known.
func DeadlineDay(t *i18n.Catalog, d interview.Deadline, today forms.Date) string {
	if d.Day.IsZero() {
		return ""
	}
	args := i18n.Args{"date": i18n.WeekdayDate(t.Writing(), d.Day.Year, d.Day.Month, d.Day.Day)}
	switch d.Rule.Kind {
	case forms.WaitBeforeFiling:
		return t.Plain("deadline.file-from", args)
	case forms.AuthorityClock:
		return t.Plain("deadline.expected-by", args)
	case forms.Hard, forms.Soft, forms.EventDate, forms.National, forms.NoDeadline:
		text := t.Plain("deadline.file-by", args)
		if d.Over(today) {
			text = t.Plain("deadline.over", args)
		}
		if d.Notice {
			text += " (" + t.Plain("deadline.as-notice", nil) + ")"
		}
		return text
	}
	return ""
}

// DeadlineNotes says what a person should know of a limit beside its day and its
// counting: what to do once it has passed, the day to plan with, what is not sure.
func DeadlineNotes(t *i18n.Catalog, p *forms.Procedure, d interview.Deadline, today forms.Date) []string {
	var out []string
	day := func(d forms.Date) i18n.Args {
		return i18n.Args{"date": i18n.WeekdayDate(t.Writing(), d.Year, d.Month, d.Day)}
	}
	over := d.Over(today)
	switch safe := d.Safe(); {
	case over && d.Rule.Late != nil:
		out = append(out, t.Plain(p.Key("ask.d", d.Rule.ID, "late"), nil))
	case over:
		out = append(out, t.Plain("deadline.over.next", nil))
	case !safe.IsZero():
		out = append(out, t.Plain("deadline.safe", day(safe)))
	}
	if d.Rule.Kind.Persons() && !over {
		for _, k := range d.Counted.Notes() {
			out = append(out, t.Plain(k, nil))
		}
	}
	return out
}

// StepText is one step of a count in words.
func StepText(t *i18n.Catalog, s deadline.Step) string {
	args := i18n.Args{}
	for k, v := range s.Args {
		args[k] = v
	}
	for k, d := range s.Days {
		args[k] = i18n.Date(t.Writing(), d.Year, d.Month, d.Day)
	}
	return t.Plain(s.Text, args)
}
