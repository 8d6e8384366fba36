package main

import (
	"slices"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// showSurvey writes a survey as lines: what is urgent first, then the ways by
// their state, then where else to turn.
func (p *program) showSurvey(out surveyOut) {
	if out.Danger {
		p.print("%s\n", p.words("routes.danger", nil))
	}
	for _, d := range out.Doubts {
		p.lines(d.Text)
	}
	if out.Nothing {
		p.print("%s", p.words("routes.nothing", nil))
	}
	for _, state := range routes.States() {
		p.showState(out.Routes, state)
	}
	if len(out.Lists) > 0 {
		p.print("\n# %s (%s)", p.words("routes.lists", nil), p.words("routes.practical", nil))
		for _, l := range out.Lists {
			p.print("- %s [%s]", l.Name, l.ID)
		}
	}
	p.showOthers(out.Routes)
}

// other tells whether a route is only for another matter.
func (r routeOut) other() bool { return len(r.Whys) == 1 && r.Whys[0].Code == routes.WhyNotFor }

func (p *program) showState(all []routeOut, state routes.State) {
	first := true
	for _, r := range all {
		if r.State != state || r.other() {
			continue
		}
		if first {
			p.print("\n# %s", p.words(state.Key(), nil))
			first = false
		}
		p.print("")
		p.showRoute(r)
	}
}

func (p *program) showRoute(r routeOut) {
	lines := []string{r.Name + " [" + string(r.ID) + "]", r.About}
	for _, w := range r.Whys {
		lines = append(lines, p.whyLine(w))
	}
	lines = append(lines, p.labelled("routes.missing", labels(r.Missing)...))
	for _, d := range slices.Concat(r.Waits, r.Limits) {
		lines = append(lines, d.Name+": "+d.Text)
		lines = append(lines, d.Notes...)
	}
	for _, x := range r.Tells {
		lines = append(lines, p.labelled(i18n.Key("routes.about."+x.About), marked(x.Text, x.Source)))
	}
	var channels []string
	for _, c := range r.Channels {
		channels = append(channels, p.words(i18n.Key("routes.channel."+c), nil))
	}
	if !slices.ContainsFunc(r.Tells, func(x tellOut) bool { return x.About == forms.TellsChannel }) {
		lines = append(lines, p.labelled("routes.about.channel", channels...))
	}
	for _, c := range r.Clashes {
		lines = append(lines, p.clashLine(c, c.With))
	}
	for _, c := range r.Bars {
		lines = append(lines, p.clashLine(c, c.Of))
	}
	p.lines(append(lines, r.law)...)
}

func (p *program) whyLine(w whyOut) string {
	line := marked(w.Text, w.Source)
	if because := p.labelled("routes.because", w.Because...); because != "" {
		line += " " + because
	}
	if w.Route == "" {
		return line
	}
	key := i18n.Key("routes.instead")
	if w.Code == routes.WhyFirst {
		key = "routes.first"
	}
	return line + " " + p.labelled(key, p.procedureName(w.Route))
}

func (p *program) clashLine(c clashOut, other forms.ProcedureID) string {
	line := p.words(i18n.Key("routes.conflict."+c.Rule), nil) + ". " + marked(c.Text, c.Source)
	if other == "" {
		return line
	}
	return p.labelled("routes.conflict-with", p.procedureName(other)) + ". " + line
}

// procedureName is the name of a procedure that Recourse has, else its id.
func (p *program) procedureName(id forms.ProcedureID) string {
	if _, ok := p.lib.Procedure(id); !ok {
		return string(id)
	}
	return text(p.texts(id), "ask.name", nil)
}

// labelled writes values behind their label; "" where there are none.
func (p *program) labelled(label i18n.Key, values ...string) string {
	if len(values) == 0 {
		return ""
	}
	return p.words("cli.field", i18n.Args{"label": p.words(label, nil), "value": i18n.List(p.t.Tag(), values)})
}

func labels(list []askedOut) []string {
	var out []string
	for _, a := range list {
		out = append(out, a.Label)
	}
	return out
}

// marked puts how far a statement is verified behind it.
func marked(text, source string) string {
	if source == "" {
		return text
	}
	return text + " (" + source + ")"
}

// showOthers names the procedures that are for another matter.
func (p *program) showOthers(all []routeOut) {
	var names []string
	for _, r := range all {
		if r.other() {
			names = append(names, r.Name+" ["+string(r.ID)+"]")
		}
	}
	if len(names) == 0 {
		return
	}
	p.print("\n# %s", p.words("routes.others", nil))
	for _, n := range names {
		p.print("- %s", n)
	}
}
