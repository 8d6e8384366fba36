package main

import (
	"slices"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/interview"
	"recourse/i18n"
)

func notice(proc *forms.Procedure, t *i18n.Catalog, n *forms.Notice, on forms.Date) noticeOut {
	return noticeOut{ID: n.ID, Effect: n.Effect, Text: text(t, proc.Key("ask.n", n.ID), nil),
		Next: text(t, proc.Key("ask.n", n.ID, "do"), nil), Mark: n.Mark, Source: source(proc, t, n.Basis, on)}
}

func deadlineOf(s interview.State, t *i18n.Catalog, d interview.Deadline) deadlineOut {
	return deadlineIn(s.Procedure, t, d, s.Today)
}

func deadlineIn(proc *forms.Procedure, t *i18n.Catalog, d interview.Deadline, on forms.Date) deadlineOut {
	out := deadlineOut{ID: d.Rule.ID, Kind: d.Rule.Kind, Name: text(t, proc.Key("ask.d", d.Rule.ID), nil),
		Text: compose.DeadlineDay(t, d, on), From: d.From, Steps: []string{},
		Notes: append([]string{}, compose.DeadlineNotes(t, proc, d, on)...), Over: d.Over(on), Approx: d.Counted.Approx, Extended: d.Extended,
		Notice: d.Notice, Mark: d.Rule.Mark, Source: source(proc, t, d.Rule.Basis, on)}
	if d.Day.IsZero() {
		out.Text = text(t, "deadline.not-computed", nil)
	} else {
		out.Day = d.Day.String()
	}
	if safe := d.Safe(); !safe.IsZero() {
		out.Safe = safe.String()
	}
	for _, s := range d.Counted.Steps {
		out.Steps = append(out.Steps, compose.StepText(t, s))
	}
	return out
}

// source says how far a rule is verified, where it stands, and when it was read.
func source(proc *forms.Procedure, t *i18n.Catalog, b forms.Basis, on forms.Date) string {
	if b.Mark == forms.UnmarkedByFile {
		return ""
	}
	out := text(t, i18n.Key("mark."+b.Mark), nil)
	if s, ok := proc.Source(b.Source); ok {
		day := i18n.Date(t.Tag(), s.Retrieved.Year, s.Retrieved.Month, s.Retrieved.Day)
		out += " · " + text(t, "mark.source", i18n.Args{"source": s.Title, "date": day})
		if s.Grade == forms.Official && s.URL != "" {
			out += " · " + s.URL
		}
	}
	if proc.Stale(b, on) {
		by := proc.CheckedUntil(b)
		out += " · " + text(t, "mark.stale", i18n.Args{"date": i18n.Date(t.Tag(), by.Year, by.Month, by.Day)})
	}
	return out
}

// showCheck writes a check as lines.
func (p *program) showCheck(out checkOut) {
	p.showProblems(out.Problems)
	for i, f := range out.Filings {
		if i > 0 {
			p.print("")
		}
		p.showFiling(f)
	}
}

func (p *program) showFiling(f filingOut) {
	p.print("%s (%s)", f.Name, f.Procedure)
	p.print("%s", f.law)
	p.print("%s", p.words("ui.progress", i18n.Args{"done": f.Done, "total": f.Total}))
	p.print("%s", p.words("cli.field", i18n.Args{"label": p.words("ui.document-language", nil), "value": i18n.Language(p.t.Tag(), f.Language)}))
	if f.Complete {
		p.print("%s", p.words("cli.check.complete", nil))
	} else {
		p.print("%s", p.words("cli.check.incomplete", nil))
	}
	if len(f.Problems) > 0 {
		p.print("\n# %s", p.words("cli.check.problems", nil))
		p.showProblems(f.Problems)
	}
	if len(f.Notices) > 0 {
		p.print("\n# %s", p.words("doc.notices", nil))
	}
	for _, n := range f.Notices {
		p.print("")
		p.lines(n.Text, n.Next, n.Source)
	}
	if len(f.Deadlines) > 0 {
		p.print("\n# %s", p.words("doc.deadlines", nil))
	}
	for _, d := range f.Deadlines {
		p.print("")
		p.lines(append([]string{d.Name, d.Text}, slices.Concat(d.Steps, d.Notes, []string{d.Source})...)...)
	}
}

func (p *program) showProblems(list []problemOut) {
	for _, prob := range list {
		p.print("")
		head := prob.Label
		if head == "" {
			head = string(prob.At)
		} else {
			head += " [" + string(prob.At.Question()) + "]"
		}
		p.lines(head, prob.What, prob.Means, prob.Next)
	}
}

// lines writes a paragraph: its first line, and the others indented below it.
// Empty ones fall away.
func (p *program) lines(list ...string) {
	lead := "- "
	for _, line := range list {
		if line != "" {
			p.print("%s%s", lead, line)
			lead = "  "
		}
	}
}
