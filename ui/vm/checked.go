package vm

import (
	"recourse/forms/interview"
	"recourse/i18n"
)

// Fold is a button that shows in its place what is not always shown, and hides it
// again.
type Fold struct {
	Key   string // by which Unfold knows it
	Words string
	Open  bool
}

// Checked is what is in order, each with a way to what is behind it.
type Checked struct {
	Text     string // how many answers there are
	Fold     Fold   // of the sections
	Sections []CheckedSection
	Limits   []CheckedLimit
}

// CheckedSection is a section of the interview with how far it is.
type CheckedSection struct {
	Title    string
	Answered string
	Done     bool // nothing is left to answer
	Go       string
	Section  int // for GoToSection
}

// CheckedLimit is a limit or a clock, with how it was counted.
type CheckedLimit struct {
	Text string // the limit in a few words
	Hint string // what it is for, or why no day is known
	Fold Fold   // of how it was counted
	Deadline
}

// The keys of what can be unfolded.
const (
	foldSections = "sections"
	foldWhy      = "why "
	foldLimit    = "limit "
)

// Unfold shows what a fold hides, or hides it again.
func (c *Check) Unfold(key string) {
	if c.unfolded == nil {
		c.unfolded = map[string]bool{}
	}
	c.unfolded[key] = !c.unfolded[key]
	c.a.publish()
}

func (c *Check) fold(key string, words i18n.Key) Fold {
	if c.unfolded[key] {
		return Fold{key, c.a.text("ui.hide"), true}
	}
	return Fold{key, c.a.text(words), false}
}

func (c *Check) checked() Checked {
	out := Checked{Text: c.a.t.Text("ui.check.answers", i18n.Args{"n": c.v.state.Progress.Done}),
		Fold: c.fold(foldSections, "ui.show-all")}
	for i := range c.v.state.Sections {
		if s := c.section(i); s.Answered != "" {
			out.Sections = append(out.Sections, s)
		}
	}
	words := deadlines(c.v.t, c.v.state)
	for i, d := range c.v.state.Deadlines {
		out.Limits = append(out.Limits, CheckedLimit{c.limit(d, words[i]), subject(d, words[i]),
			c.fold(foldLimit+string(d.Rule.ID), "deadline.how-counted"), words[i]})
	}
	return out
}

// section says how far a section is; without words where it asks nothing.
func (c *Check) section(n int) CheckedSection {
	done, total := 0, 0
	for _, p := range c.v.pages {
		for _, a := range p.asked {
			if p.section == n {
				total++
			}
			if p.section == n && a.Done {
				done++
			}
		}
	}
	if total == 0 {
		return CheckedSection{}
	}
	return CheckedSection{Title: c.v.t.Text(c.v.p.Key("ask.s", c.v.state.Sections[n].ID), nil), Done: done == total,
		Answered: c.a.t.Text("ui.progress", i18n.Args{"done": done, "total": total}), Go: c.a.text("ui.open"), Section: n}
}

// subject is what a limit is for, or why no day of it is known.
func subject(d interview.Deadline, words Deadline) string {
	if d.Day.IsZero() {
		return words.Day
	}
	return words.Title
}

// limit says in a few words that a limit can be kept or that it is over; one
// without a day is called by what it is for.
func (c *Check) limit(d interview.Deadline, words Deadline) string {
	today := c.v.state.Today
	switch {
	case c.v.state.Kept(d):
		return words.Left
	case d.Day.IsZero():
		return words.Title
	case d.Rule.Kind.Persons() && !d.Day.Before(today):
		key := i18n.Key("ui.check.in-time")
		if d.Notice {
			key = "ui.check.in-time.notice"
		}
		return c.a.t.Text(key, i18n.Args{"date": i18n.DateShortWeekday(c.a.t.Writing(), d.Day.Year, d.Day.Month, d.Day.Day)})
	}
	return limitPill(c.a.t, digestOf(d), today).Text
}

// why is the reason for which a question is asked, folded; "" where none is known.
func (c *Check) why(at Path) (Fold, string) {
	a, ok := c.v.state.Ask(at)
	if !ok {
		return Fold{}, ""
	}
	text := ""
	if a.Question != nil {
		text = c.v.help(a.Question, "why")
	}
	for _, reason := range c.v.reasons(a) {
		text = joinWords(text, reason)
	}
	if text == "" {
		return Fold{}, ""
	}
	return c.fold(foldWhy+string(at), "ui.why"), text
}

// missing says how many things are missing: up to ten in words.
func (a *App) missing(n int) string {
	words := []i18n.Key{"ui.check.missing.1", "ui.check.missing.2", "ui.check.missing.3", "ui.check.missing.4", "ui.check.missing.5", "ui.check.missing.6",
		"ui.check.missing.7", "ui.check.missing.8", "ui.check.missing.9", "ui.check.missing.10"}
	if n >= 1 && n <= len(words) {
		return a.text(words[n-1])
	}
	return a.t.Text("ui.check.missing", i18n.Args{"n": n})
}
