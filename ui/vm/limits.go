package vm

import (
	"time"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/interview"
	"recourse/i18n"
)

// near is how many days before a limit its words become red.
const near = 3

// pressing is the date that matters most, in a pill; ok is false for none. Once
// the case was filed here, only what the other side has to keep matters.
func pressing(t *i18n.Catalog, s interview.State) (Pill, bool) {
	f := filingDigest{Filed: s.Filed}
	for _, d := range s.Deadlines {
		f.Limits = append(f.Limits, digestOf(d))
	}
	if l, ok := f.pressing(); ok {
		return limitPill(t, l, s.Today), true
	}
	return Pill{Text: t.Text("deadline.kind.none", nil)}, len(s.Deadlines) > 0
}

func digestOf(d interview.Deadline) limitDigest { return limitDigest{d.Rule.ID, d.Rule.Kind, d.Day} }

// limitPill says a limit in a few words.
func limitPill(t *i18n.Catalog, d limitDigest, today forms.Date) Pill {
	if d.Day.IsZero() {
		return Pill{Text: t.Text("ui.deadline.open", nil), Tone: Warn}
	}
	args := i18n.Args{"date": i18n.DateShortWeekday(t.Writing(), d.Day.Year, d.Day.Month, d.Day.Day)}
	switch d.Kind {
	case forms.WaitBeforeFiling:
		if !today.Before(d.Day) {
			return Pill{Text: t.Text("ui.deadline.wait-over", nil), Tone: Good}
		}
		return Pill{Text: t.Text("deadline.file-from", args), Tone: Warn}
	case forms.AuthorityClock:
		return Pill{Text: t.Text("deadline.expected-by", args), Tone: Plain}
	case forms.Hard, forms.National, forms.EventDate, forms.Soft, forms.NoDeadline:
	}
	if d.Day.Before(today) {
		return Pill{Text: t.Text("deadline.over", args), Tone: Bad}
	}
	return Pill{Text: t.Text("deadline.file-by", args), Tone: urgency(d.Day, today)}
}

func urgency(day, today forms.Date) Tone {
	if daysBetween(today, day) <= near {
		return Bad
	}
	return Warn
}

// daysBetween counts the days from one to the other.
func daysBetween(from, to forms.Date) int {
	at := func(d forms.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(at(to).Sub(at(from)).Hours() / 24)
}

// deadlines says every limit and clock of a case, with how it was counted.
func deadlines(t *i18n.Catalog, s interview.State) []Deadline {
	out := make([]Deadline, len(s.Deadlines))
	for i, d := range s.Deadlines {
		out[i] = deadlineWords(t, s, d)
	}
	return out
}

func deadlineWords(t *i18n.Catalog, s interview.State, d interview.Deadline) Deadline {
	kind := i18n.Key("deadline.kind." + d.Rule.Kind)
	out := Deadline{Title: t.Text(s.Procedure.Key("ask.d", d.Rule.ID), nil), Kind: t.Text(kind+".means", nil),
		Day: compose.DeadlineDay(t, d, s.Today), Tone: limitPill(t, digestOf(d), s.Today).Tone, Mark: markWords(t, s.Procedure, d.Rule.Basis, s.Today)}
	if out.Day == "" {
		out.Day, out.Tone = noDay(t, d), Plain
	}
	out.Left = left(t, d, s.Today)
	if s.Kept(d) {
		f := s.Filed
		out.Tone, out.Left = Good, t.Text("ui.deadline.kept", i18n.Args{"date": i18n.Date(t.Writing(), f.Year, f.Month, f.Day)})
	}
	for _, step := range d.Counted.Steps {
		out.Steps = append(out.Steps, compose.StepText(t, step))
	}
	if s.Awaits(d) {
		out.Notes = append(out.Notes, t.Text("ui.deadline.if-today", nil))
	}
	out.Notes = append(out.Notes, compose.DeadlineNotes(t, s.Procedure, d, s.Today)...)
	if len(out.Steps) > 0 && d.Rule.Kind.Binds() {
		out.Notes = append(out.Notes, t.Text("deadline.no-extension", nil))
	}
	return out
}

// noDay says why no day is shown.
func noDay(t *i18n.Catalog, d interview.Deadline) string {
	switch {
	case d.Rule.Kind == forms.NoDeadline:
		return t.Text("deadline.kind.none", nil)
	case d.Rule.Notice != nil:
		return t.Text("deadline.look-in-notice", nil)
	case d.Rule.Count != nil:
		return t.Text("deadline.event-missing", nil)
	}
	return t.Text("deadline.not-computed", nil)
}

// left says how long a limit of the person still runs.
func left(t *i18n.Catalog, d interview.Deadline, today forms.Date) string {
	if d.Day.IsZero() || !d.Rule.Kind.Persons() {
		return ""
	}
	switch n := daysBetween(today, d.Day); {
	case n < 0:
		return ""
	case n == 0:
		return t.Text("deadline.today", nil)
	default:
		return t.Text("deadline.left", i18n.Args{"n": n})
	}
}

// markWords says how far a statement of law is verified, and where it was read.
// Only what is verified bears no mark, until it is to be checked again.
func markWords(t *i18n.Catalog, p *forms.Procedure, b forms.Basis, today forms.Date) string {
	if b.Mark == "" {
		return ""
	}
	text := ""
	if b.Mark != forms.Verified {
		text = t.Text(i18n.Key("mark."+b.Mark), nil)
	}
	if p.Stale(b, today) {
		by := p.CheckedUntil(b)
		text = Beside(text, t.Text("mark.stale", i18n.Args{"date": i18n.Date(t.Writing(), by.Year, by.Month, by.Day)}))
	}
	s, ok := p.Source(b.Source)
	if !ok {
		return text
	}
	d := s.Retrieved
	source := t.Text("mark.source", i18n.Args{"source": s.Title, "date": i18n.Date(t.Writing(), d.Year, d.Month, d.Day)})
	return Beside(text, source)
}

// noticeWords says a notice with its tone and mark.
func noticeWords(t *i18n.Catalog, p *forms.Procedure, n *forms.Notice, today forms.Date) Notice {
	out := Notice{Text: t.Text(p.Key("ask.n", n.ID), nil), Do: t.Text(p.Key("ask.n", n.ID, "do"), nil), Mark: markWords(t, p, n.Basis, today)}
	switch n.Effect {
	case forms.Info:
		out.Tone = Soft
	case forms.Warn, forms.EffectMissing:
		out.Tone = Warn
	case forms.Stop, forms.EffectOtherRoute:
		out.Tone = Bad
	}
	return out
}
