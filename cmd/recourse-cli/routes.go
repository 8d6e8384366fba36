package main

import (
	"slices"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/cond"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/i18n"
)

// surveyOut is what "routes --json" shows.
type surveyOut struct {
	Case    string     `json:"case"`
	On      forms.Date `json:"on"`
	Danger  bool       `json:"danger"`  // somebody is in danger: that comes first
	Nothing bool       `json:"nothing"` // no way is open, nor may open
	Routes  []routeOut `json:"routes"`
	Lists   []listOut  `json:"lists"` // what to do at once; where nothing is open, where to turn
	Doubts  []doubtOut `json:"doubts"`
}

type routeOut struct {
	ID       forms.ProcedureID `json:"id"`
	Name     string            `json:"name"`
	About    string            `json:"about"`
	State    routes.State      `json:"state"`
	For      bool              `json:"for"` // it is for the matter of the case
	Fit      int               `json:"fit"`
	Until    string            `json:"until"` // the nearest last day, ISO 8601; "" where none is known
	Whys     []whyOut          `json:"whys"`
	Missing  []askedOut        `json:"missing"`
	Limits   []deadlineOut     `json:"limits"`
	Waits    []deadlineOut     `json:"waits"` // those that keep it from being open
	Tells    []tellOut         `json:"tells"`
	Accepts  []i18n.Tag        `json:"body_languages"`
	Document i18n.Tag          `json:"document_language"` // "" where none fits
	Channels []forms.Channel   `json:"channels"`
	Clashes  []clashOut        `json:"clashes"` // what other ways do to this one
	Bars     []clashOut        `json:"bars"`    // what this one does to other ways
	Status   forms.Status      `json:"status"`
	AsOf     forms.Date        `json:"as_of"`
	law      string            // status and day in words
}

type whyOut struct {
	Code    routes.WhyCode    `json:"code"`
	Text    string            `json:"text"`
	Route   forms.ProcedureID `json:"route"`
	Mark    forms.Mark        `json:"mark"`
	Source  string            `json:"source"`
	Because []string          `json:"because"` // the questions whose answers decided it
}

type askedOut struct {
	ID    forms.ID `json:"id"`
	Label string   `json:"label"`
}

type tellOut struct {
	About  forms.Topic `json:"about"`
	Text   string      `json:"text"`
	Mark   forms.Mark  `json:"mark"`
	Source string      `json:"source"`
}

type clashOut struct {
	Of     forms.ProcedureID  `json:"of"`
	With   forms.ProcedureID  `json:"with"`
	Rule   forms.ConflictRule `json:"rule"`
	Text   string             `json:"text"`
	Now    bool               `json:"now"`
	Mark   forms.Mark         `json:"mark"`
	Source string             `json:"source"`
}

type doubtOut struct {
	Code routes.DoubtCode `json:"code"`
	Text string           `json:"text"`
	At   []forms.Path     `json:"at"`
}

func (p *program) routesCommand() *cobra.Command {
	on, asJSON := "", false
	c := p.command("routes CASE", "cli.cmd.routes", cobra.ExactArgs(1), func(args []string) error { return p.routes(args[0], on, asJSON) })
	p.flags(c, map[string]*string{"on": &on})
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) routes(file, on string, asJSON bool) error {
	c, day, err := p.caseOn(file, on)
	if err != nil {
		return err
	}
	lib, err := p.library()
	if err != nil {
		return err
	}
	out := p.survey(c, survey(lib, c, day), day)
	if asJSON {
		return p.json(out)
	}
	p.showSurvey(out)
	return nil
}

// survey says where a case can go.
func survey(lib *packs.Library, c forms.Case, on forms.Date) routes.Survey {
	return routes.Make(routes.World{Facts: lib.Facts(), Procedures: lib.Procedures(), Languages: lib.DocLanguages, Lists: lib.Checklists()}, c, on)
}

// survey puts a survey into words.
func (p *program) survey(c forms.Case, s routes.Survey, on forms.Date) surveyOut {
	danger, _ := s.Facts.Known.Value("facts.danger").(forms.YesNo)
	out := surveyOut{Case: c.ID, On: on, Danger: bool(danger), Nothing: s.Nothing(), Routes: []routeOut{}, Lists: []listOut{}, Doubts: []doubtOut{}}
	for _, r := range s.Routes {
		out.Routes = append(out.Routes, p.route(r, on))
	}
	lists := s.Lists
	if nowhere, ok := p.lib.Checklist("nowhere"); ok && out.Nothing {
		lists = append(slices.Clone(lists), nowhere)
	}
	for _, l := range lists {
		out.Lists = append(out.Lists, p.listOut(l))
	}
	for _, d := range s.Doubts {
		out.Doubts = append(out.Doubts, doubtOut{d.Code, p.words(d.Code.Key(), nil), d.At})
	}
	return out
}

func (p *program) route(r routes.Route, on forms.Date) routeOut {
	t, proc := p.texts(r.Procedure.ID), r.Procedure
	out := routeOut{ID: proc.ID, Name: text(t, "ask.name", nil), About: text(t, "ask.about", nil), State: r.State, For: r.For, Fit: r.Fit,
		Whys: []whyOut{}, Missing: []askedOut{}, Limits: []deadlineOut{}, Waits: []deadlineOut{}, Tells: []tellOut{}, Clashes: []clashOut{}, Bars: []clashOut{},
		Accepts: append([]i18n.Tag{}, r.Accepts...), Document: r.Language.Document,
		Channels: append([]forms.Channel{}, proc.Route.Channels...), Status: proc.Status, AsOf: proc.AsOf, law: compose.LawStatus(p.t, proc)}
	if r.Urgency.Known {
		out.Until = r.Urgency.Day.String()
	}
	for _, w := range r.Whys {
		out.Whys = append(out.Whys, p.why(proc, t, w, on))
	}
	for _, id := range r.Missing {
		out.Missing = append(out.Missing, askedOut{id, p.factLabel(id)})
	}
	for _, x := range r.Limits {
		out.Limits = append(out.Limits, deadlineIn(proc, t, x, on))
	}
	for _, x := range r.Waits {
		out.Waits = append(out.Waits, deadlineIn(proc, t, x, on))
	}
	for _, x := range r.Tells {
		out.Tells = append(out.Tells, tellOut{x.About, text(t, proc.Key("ask.w", x.ID), nil), x.Mark, source(proc, t, x.Basis, on)})
	}
	for _, x := range r.Clashes {
		out.Clashes = append(out.Clashes, p.clash(x, on))
	}
	for _, x := range r.Bars {
		out.Bars = append(out.Bars, p.clash(x, on))
	}
	return out
}

func (p *program) why(proc *forms.Procedure, t *i18n.Catalog, w routes.Why, on forms.Date) whyOut {
	key := w.Text
	if key == "" {
		key = w.Code.Key()
	}
	args := i18n.Args{}
	if !w.Date.IsZero() {
		args["date"] = i18n.WeekdayDate(t.Tag(), w.Date.Year, w.Date.Month, w.Date.Day)
	}
	return whyOut{Code: w.Code, Text: text(t, key, args), Route: w.Route, Mark: w.Basis.Mark, Source: source(proc, t, w.Basis, on),
		Because: p.because(w.Because)}
}

// because names the questions of tests that decided something, each once.
func (p *program) because(reasons []cond.Reason) []string {
	out := []string{}
	for _, r := range reasons {
		if l := p.factLabel(forms.ID(r.Ref)); l != "" && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// factLabel is the words of a question of the facts; "" for another.
func (p *program) factLabel(id forms.ID) string {
	t := p.texts(packs.FactsID)
	for _, set := range []string{"ask.q", "ask.r"} {
		if key := p.lib.Facts().Key(set, id); t.Has(key) {
			return text(t, key, nil)
		}
	}
	return ""
}

func (p *program) clash(c routes.Clash, on forms.Date) clashOut {
	proc, _ := p.lib.Procedure(c.Of)
	t := p.texts(c.Of)
	return clashOut{Of: c.Of, With: c.With, Rule: c.Rule, Text: text(t, c.Text, nil), Now: c.Now, Mark: c.Mark, Source: source(proc, t, c.Basis, on)}
}
