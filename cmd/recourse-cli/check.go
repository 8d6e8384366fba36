package main

import (
	"regexp"
	"slices"

	"github.com/spf13/cobra"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// checkOut is what "check --json" shows.
type checkOut struct {
	Case     string       `json:"case"`
	On       forms.Date   `json:"on"`
	Complete bool         `json:"complete"`
	Problems []problemOut `json:"problems"` // of the case as a whole
	Filings  []filingOut  `json:"filings"`
}

type filingOut struct {
	Procedure forms.ProcedureID `json:"procedure"`
	Name      string            `json:"name"`
	Complete  bool              `json:"complete"`
	Done      int               `json:"done"`  // questions answered or skipped
	Total     int               `json:"total"` // questions asked
	Language  i18n.Tag          `json:"document_language"`
	Accepts   []i18n.Tag        `json:"body_languages"` // recorded for the body
	Problems  []problemOut      `json:"problems"`
	Notices   []noticeOut       `json:"notices"`
	Deadlines []deadlineOut     `json:"deadlines"`
	law       string            // status and day of the facts of law in words
}

type problemOut struct {
	Code     forms.ProblemCode `json:"code"`
	At       forms.Path        `json:"at"`
	Label    string            `json:"label"`
	What     string            `json:"what"`
	Means    string            `json:"means"`
	Next     string            `json:"next"`
	Blocking bool              `json:"blocking"`
}

type noticeOut struct {
	ID     forms.ID     `json:"id"`
	Effect forms.Effect `json:"effect"`
	Text   string       `json:"text"`
	Next   string       `json:"next"`
	Mark   forms.Mark   `json:"mark"`
	Source string       `json:"source"`
}

type deadlineOut struct {
	ID       forms.ID           `json:"id"`
	Kind     forms.DeadlineKind `json:"kind"`
	Name     string             `json:"name"`
	Day      string             `json:"day"` // ISO 8601; "" where none is known
	Text     string             `json:"text"`
	From     forms.Path         `json:"from"`
	Steps    []string           `json:"steps"`
	Notes    []string           `json:"notes"` // what to know beside the day and its counting
	Safe     string             `json:"safe"`  // the day to plan with, ISO 8601; "" where it is the day itself
	Over     bool               `json:"over"`  // a limit of the person that has passed
	Approx   bool               `json:"approximate"`
	Extended bool               `json:"extended"`
	Notice   bool               `json:"as_notice"`
	Mark     forms.Mark         `json:"mark"`
	Source   string             `json:"source"`
}

func (p *program) checkCommand() *cobra.Command {
	named, on, asJSON := "", "", false
	c := p.command("check CASE", "cli.cmd.check", cobra.ExactArgs(1), func(args []string) error {
		return p.check(args[0], named, on, asJSON)
	})
	p.flags(c, map[string]*string{"procedure": &named, "on": &on})
	p.jsonFlag(c, &asJSON)
	return c
}

func (p *program) check(file, named, on string, asJSON bool) error {
	c, day, err := p.caseOn(file, on)
	if err != nil {
		return err
	}
	procs, err := p.filings(c, named)
	if err != nil {
		return err
	}
	out := p.checked(c, procs, day)
	if asJSON {
		err = p.json(out)
	} else {
		p.showCheck(out)
	}
	if err == nil && !out.Complete {
		return fail(incomplete, "", nil)
	}
	return err
}

// checked resolves each procedure and puts what it finds into words.
func (p *program) checked(c forms.Case, procs []*forms.Procedure, on forms.Date) checkOut {
	out := checkOut{Case: c.ID, On: on, Problems: []problemOut{}, Filings: []filingOut{}}
	for _, prob := range p.strangers(c) {
		out.Problems = append(out.Problems, p.problem(nil, p.t, c.Answers, prob))
	}
	out.Complete = len(out.Problems) == 0
	for _, proc := range procs {
		f := p.filing(c, interview.ResolveCase(proc, c, on))
		out.Complete = out.Complete && f.Complete
		out.Filings = append(out.Filings, f)
	}
	return out
}

func (p *program) filing(c forms.Case, s interview.State) filingOut {
	t, id := p.texts(s.Procedure.ID), s.Procedure.ID
	choice := filing.Maker{Library: p.lib}.Language(filing.Request{Case: c, Procedure: id, On: s.Today}, s)
	out := filingOut{Procedure: id, Name: text(t, "ask.name", nil), Complete: s.Complete(), Done: s.Progress.Done, Total: s.Progress.Total,
		Language: choice.Tag, Accepts: append([]i18n.Tag{}, choice.Accepts...),
		Problems: []problemOut{}, Notices: []noticeOut{}, Deadlines: []deadlineOut{}, law: compose.LawStatus(p.t, s.Procedure)}
	problems := slices.Clone(s.Problems)
	if choice.Acceptance == routes.NotAccepted {
		problems = append(problems, forms.Problem{Code: forms.LanguageNotAccepted, Args: i18n.Args{"language": string(choice.Tag)}})
	}
	for _, prob := range append(problems, p.overlong(c, s)...) {
		out.Problems = append(out.Problems, p.problem(s.Procedure, t, c.Answers, prob))
	}
	for _, n := range s.Notices {
		out.Notices = append(out.Notices, notice(s.Procedure, t, n, s.Today))
	}
	for _, d := range s.Deadlines {
		out.Deadlines = append(out.Deadlines, deadlineOf(s, t, d))
	}
	return out
}

// overlong are the annexes that have too many pages. Where the typefaces cannot be
// read, there is nothing to count with, and the document itself will say so.
func (p *program) overlong(c forms.Case, s interview.State) []forms.Problem {
	if !filing.Counted(s.Procedure) {
		return nil
	}
	faces, err := fonts.Document()
	if err != nil {
		return nil
	}
	return filing.Maker{Library: p.lib, Faces: faces}.Overlong(filing.Request{Case: c, Procedure: s.Procedure.ID, On: s.Today}, s)
}

var itemInPath = regexp.MustCompile(`/[0-9a-f-]{36}/`)

// strangers are the answers to questions that no procedure asks.
func (p *program) strangers(c forms.Case) []forms.Problem {
	known := map[string]bool{}
	for _, proc := range append(p.lib.Procedures(), p.lib.Facts()) {
		for _, s := range proc.Sections {
			addShapes(known, s.Items, "")
		}
	}
	var out []forms.Problem
	for _, at := range c.Answers.Paths() {
		if !known[itemInPath.ReplaceAllString(string(at), "/")] {
			out = append(out, forms.Problem{Code: forms.UnknownQuestion, At: at})
		}
	}
	return out
}

// addShapes notes the paths of questions, with the items left out.
func addShapes(known map[string]bool, items []forms.Item, prefix string) {
	for _, it := range items {
		known[prefix+string(it.ID())] = true
		if it.Repeat != nil {
			addShapes(known, it.Repeat.Items, prefix+string(it.ID())+"/")
		}
	}
}

// problem puts a problem into words. Those of a notice or a rule of the
// procedure have words of their own.
func (p *program) problem(proc *forms.Procedure, t *i18n.Catalog, a forms.Answers, prob forms.Problem) problemOut {
	key := i18n.Key("problem." + prob.Code)
	args := prob.ArgsFor(t.Tag())
	out := problemOut{Code: prob.Code, At: prob.At, Label: label(proc, t, a, prob.At), What: text(t, key+".what", args),
		Means: text(t, key+".means", args), Next: text(t, key+".next", args), Blocking: prob.Code.Blocking()}
	if prob.Text != "" {
		out.What = text(t, prob.Text, args)
		if t.Has(prob.Text + ".do") {
			out.Next = text(t, prob.Text+".do", args)
		}
	}
	return out
}

// label is the label of what is asked at a path, with the items it lies in:
// "Request 2: On which day did you send it?".
func label(proc *forms.Procedure, t *i18n.Catalog, a forms.Answers, at forms.Path) string {
	if proc == nil || at == "" {
		return ""
	}
	own := proc.Key("ask.q", at.Question())
	if !t.Has(own) {
		own = proc.Key("ask.r", at.Question())
	}
	out := text(t, own, nil)
	for at.Depth() > 0 {
		item := at.Item()
		at = forms.Path(at.Prefix()[:len(at.Prefix())-len(item)-2])
		out = itemName(proc, t, a, at, item) + ": " + out
	}
	return out
}

// itemName is the name of an item of a repeat with its number.
func itemName(proc *forms.Procedure, t *i18n.Catalog, a forms.Answers, repeat forms.Path, item string) string {
	n := slices.Index(a.Items(repeat), item) + 1
	return text(t, "cli.item", i18n.Args{"name": text(t, proc.Key("ask.r", repeat.Question(), "item"), nil), "number": n})
}
