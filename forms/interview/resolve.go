package interview

import (
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// Resolve makes the state of a procedure on a day, from a person's answers.
func Resolve(p *forms.Procedure, a forms.Answers, today forms.Date) State {
	return resolve(p, a, today, forms.Date{})
}

// ResolveCase is Resolve for a case: clocks that begin with the filing run from the
// day on which the case was filed, where that is recorded.
func ResolveCase(p *forms.Procedure, c forms.Case, today forms.Date) State {
	var filed forms.Date
	if f, ok := c.Filing(p.ID); ok && f.Filed != nil {
		filed = f.Filed.On
	}
	return resolve(p, c.Answers, today, filed)
}

func resolve(p *forms.Procedure, a forms.Answers, today, filed forms.Date) State {
	r := &resolver{p: p, answers: a, filed: filed, exhibits: a.Items("exhibits.list"),
		env: env{known: make(map[forms.Path]forms.Answer, a.Len()), today: today}}
	if !p.Valid.Holds(today) {
		r.problem(forms.NotInForce, "", nil)
	}
	s := State{Procedure: p, Today: today, Filed: filed}
	for i := range p.Sections {
		if sec, asked := r.section(&p.Sections[i]); asked {
			r.sections = append(r.sections, sec)
		}
	}
	s.Sections = r.sections
	s.Known = forms.NewAnswers(r.env.known)
	s.Deadlines = r.deadlines()
	s.Notices = r.notices(s.Deadlines)
	s.Problems, s.Progress, s.env = r.problems, r.progress, r.env
	return s
}

type resolver struct {
	p        *forms.Procedure
	answers  forms.Answers
	filed    forms.Date // zero where it was not filed yet
	exhibits []string
	env      env
	problems []forms.Problem
	progress Progress
	sections []Section
	asked    []Asked     // of the section in hand
	when     []cond.Expr // the conditions around the item in hand
}

func (r *resolver) problem(code forms.ProblemCode, at forms.Path, args i18n.Args) {
	r.problems = append(r.problems, forms.Problem{Code: code, At: at, Args: args})
}

// yes evaluates a condition whose absence means Yes.
func (r *resolver) yes(e cond.Expr, prefix string) bool {
	return e.IsZero() || e.Eval(r.env.at(prefix)) == cond.Yes
}

// demands evaluates a condition whose absence means No.
func (r *resolver) demands(e cond.Expr, prefix string) bool {
	return !e.IsZero() && e.Eval(r.env.at(prefix)) == cond.Yes
}

func (r *resolver) section(s *forms.Section) (Section, bool) {
	if !r.yes(s.When, "") {
		return Section{}, false
	}
	r.asked = nil
	r.under(s.When, func() { r.items(s.Items, "") })
	return Section{Section: s, Asked: r.asked}, len(r.asked) > 0
}

// under does something inside one more condition.
func (r *resolver) under(e cond.Expr, do func()) {
	if e.IsZero() {
		do()
		return
	}
	outer := r.when
	r.when = append(slices.Clip(outer), e)
	do()
	r.when = outer
}

func (r *resolver) items(items []forms.Item, prefix string) {
	for _, it := range items {
		if q := it.Question; q != nil && r.yes(q.When, prefix) {
			r.under(q.When, func() { r.question(q, prefix) })
		} else if rep := it.Repeat; rep != nil && r.yes(rep.When, prefix) {
			r.under(rep.When, func() { r.repeat(rep, prefix) })
		}
	}
}

func (r *resolver) note(a Asked) {
	a.when = r.when
	r.asked = append(r.asked, a)
	r.progress.Total++
	if a.Done {
		r.progress.Done++
	}
}

func (r *resolver) repeat(rep *forms.Repeat, prefix string) {
	at := forms.Path(prefix) + forms.Path(rep.ID)
	answer, present := r.answers.Get(at)
	items, isItems := answer.Value.(forms.Items)
	required := r.demands(rep.Required, prefix)
	r.note(Asked{Path: at, Repeat: rep, Required: required, Done: isItems && (len(items) > 0 || !required)})
	switch {
	case present && !isItems:
		r.problem(forms.WrongKind, at, nil)
		return
	case required && len(items) == 0:
		r.problem(forms.RequiredItem, at, nil)
	case len(items) > most(rep.Max, forms.DefaultMaxItems):
		r.problem(forms.TooManyItems, at, i18n.Args{"max": most(rep.Max, forms.DefaultMaxItems)})
	}
	if isItems {
		r.env.known[at] = answer
	}
	for _, id := range items {
		r.items(rep.Items, string(at)+"/"+id+"/")
	}
}

func most(max, otherwise int) int {
	if max == 0 {
		return otherwise
	}
	return max
}

func (r *resolver) question(q *forms.Question, prefix string) {
	at := forms.Path(prefix) + forms.Path(q.ID)
	answer, _ := r.answers.Get(at)
	asked := Asked{Path: at, Question: q, Options: r.offered(q, prefix),
		Required: r.demands(q.Required, prefix), Done: answer.Value != nil || answer.Skip != ""}
	r.note(asked)
	switch {
	case answer.Pending != "":
		r.problem(forms.PendingText, at, nil)
	case answer.Skip != "":
		if !slices.Contains(q.Skips, answer.Skip) {
			r.problem(forms.SkipNotOffered, at, nil)
		}
		r.env.known[at] = answer
	case answer.Value == nil:
		if asked.Required {
			r.problem(forms.Required, at, nil)
		}
	case forms.KindOf(answer.Value) != q.Kind:
		r.problem(forms.WrongKind, at, nil)
	case r.fits(asked, answer.Value):
		r.env.known[at] = answer
		r.checks(asked, answer.Value, prefix)
	}
}

func (r *resolver) offered(q *forms.Question, prefix string) []forms.Option {
	for _, o := range q.Options {
		if !r.yes(o.When, prefix) {
			return slices.DeleteFunc(slices.Clone(q.Options), func(o forms.Option) bool { return !r.yes(o.When, prefix) })
		}
	}
	return q.Options
}
