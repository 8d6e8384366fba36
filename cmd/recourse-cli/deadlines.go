package main

import (
	"slices"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/deadline"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// deadlinesOut is the limits of one procedure as "deadlines --json" shows them.
type deadlinesOut struct {
	Procedure forms.ProcedureID `json:"procedure"`
	Name      string            `json:"name"`
	Deadlines []limitOut        `json:"deadlines"`
}

type limitOut struct {
	deadlineOut
	Days []string `json:"days"` // the count day by day, where it was asked for
}

type deadlineFlags struct {
	procedure, on, ics string
	days, asJSON       bool
}

func (p *program) deadlinesCommand() *cobra.Command {
	var f deadlineFlags
	c := p.command("deadlines CASE", "cli.cmd.deadlines", cobra.ExactArgs(1), func(args []string) error { return p.deadlines(args[0], f) })
	p.flags(c, map[string]*string{"procedure": &f.procedure, "on": &f.on, "ics": &f.ics})
	c.Flags().BoolVar(&f.days, "days", false, p.words("cli.flag.days", nil))
	p.jsonFlag(c, &f.asJSON)
	return c
}

func (p *program) deadlines(file string, f deadlineFlags) error {
	c, on, err := p.caseOn(file, f.on)
	if err != nil {
		return err
	}
	procs, err := p.timed(c, f.procedure, on)
	if err != nil {
		return err
	}
	out, events := []deadlinesOut{}, []deadline.Event{}
	for _, proc := range procs {
		s := interview.ResolveCase(proc, c, on)
		out = append(out, p.deadlinesOf(s, f.days))
		events = append(events, p.events(c, s)...)
	}
	if f.ics != "" {
		if err := p.writeFile(f.ics, deadline.ICS(on, events)); err != nil {
			return err
		}
		p.say("cli.deadlines.written", i18n.Args{"file": f.ics, "n": len(events)})
	}
	switch {
	case f.asJSON:
		return p.json(out)
	case f.ics != standard:
		p.showDeadlines(out)
	}
	return nil
}

// timed lists the procedures whose limits are shown: the one that was named, else
// those of the case's filings, else those that are open to it.
func (p *program) timed(c forms.Case, named string, on forms.Date) ([]*forms.Procedure, error) {
	if named != "" || len(c.Filings) > 0 {
		return p.filings(c, named)
	}
	lib, err := p.library()
	if err != nil {
		return nil, err
	}
	var out []*forms.Procedure
	for _, r := range survey(lib, c, on).Routes {
		if r.State != routes.Closed && r.For {
			out = append(out, r.Procedure)
		}
	}
	return out, nil
}

func (p *program) deadlinesOf(s interview.State, byDay bool) deadlinesOut {
	t := p.texts(s.Procedure.ID)
	out := deadlinesOut{Procedure: s.Procedure.ID, Name: text(t, "ask.name", nil), Deadlines: []limitOut{}}
	for _, d := range s.Deadlines {
		l := limitOut{deadlineOut: deadlineOf(s, t, d), Days: []string{}}
		if byDay && !d.Day.IsZero() {
			l.Days = dayLines(t, d.Counted)
		}
		out.Deadlines = append(out.Deadlines, l)
	}
	return out
}

// dayLines says of each day of a count what it is.
func dayLines(t *i18n.Catalog, c deadline.Counted) []string {
	out := []string{}
	if len(c.Steps) == 0 {
		return out
	}
	for _, d := range c.Days() {
		if d.Kind == deadline.DayPasses {
			continue // months are not counted by days
		}
		out = append(out, text(t, d.Kind.Key(), i18n.Args{"date": i18n.WeekdayDate(t.Tag(), d.Date.Year, d.Date.Month, d.Date.Day), "n": d.N}))
	}
	return out
}

func (p *program) showDeadlines(out []deadlinesOut) {
	shown := 0
	for _, x := range out {
		if len(x.Deadlines) == 0 {
			continue
		}
		if shown > 0 {
			p.print("")
		}
		shown++
		p.print("%s (%s)", x.Name, x.Procedure)
		for _, d := range x.Deadlines {
			p.print("")
			p.lines(append([]string{d.Name, d.Text}, slices.Concat(d.Steps, d.Notes, d.Days, []string{d.Source})...)...)
		}
	}
	if shown == 0 {
		p.print("%s", p.words("cli.deadlines.none", nil))
	}
}

// events are the days for a calendar: of each limit that is still to be kept the
// day to plan with, of each wait the first day after it, of each clock its end.
// They name no person.
func (p *program) events(c forms.Case, s interview.State) []deadline.Event {
	t := p.texts(s.Procedure.ID)
	var out []deadline.Event
	for _, d := range s.Deadlines {
		if d.Day.IsZero() || d.Day.Before(s.Today) || s.Awaits(d) || s.Kept(d) {
			continue
		}
		said := deadlineOf(s, t, d)
		day, early := d.Day, []int{0}
		if d.Rule.Kind.Persons() {
			early = []int{14, 7, 3, 1, 0}
			if safe := d.Safe(); !safe.IsZero() && !safe.Before(s.Today) {
				day = safe
			}
		}
		out = append(out, deadline.Event{Key: c.ID + " " + string(d.Rule.ID) + " " + string(d.From), Day: day, Title: said.Name, Early: ahead(early, s.Today, day),
			Notes: slices.Concat([]string{said.Text}, said.Steps, said.Notes, []string{text(t, "deadline.ics.check", nil)}),
			Alarm: text(t, "deadline.ics.alarm", nil)})
	}
	return out
}

// ahead leaves out reminders for days that are not ahead any more.
func ahead(early []int, today, day forms.Date) []int {
	return slices.DeleteFunc(early, func(n int) bool { return n > 0 && !day.AddDays(-n).After(today) })
}
