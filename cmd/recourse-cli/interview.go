package main

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// interviewer asks the questions of a procedure, line by line. What is open is
// asked in order; where the person stands follows from the case and from what
// was passed over since the interview began.
type interviewer struct {
	*program
	proc    *forms.Procedure
	texts   *i18n.Catalog // the words of the procedure
	c       forms.Case
	keep    keeper
	on      forms.Date
	state   interview.State
	passed  map[forms.Path]bool // passed over, to be asked again later
	working map[forms.Path]bool // repeats whose items are being gone through
	queue   []forms.Path        // to be visited next
	told    map[forms.ID]bool   // notices that were shown
	at      interview.Asked     // what is being asked
	section forms.ID            // whose title was shown last
	failed  error               // of saving in the midst of an answer
}

// command is what the person wants instead of answering.
type command int

const (
	answered command = iota
	back
	skip
	help
	quit
	ended // the input has ended
)

// newInterviewer begins or goes on with a case, which is used for the procedure
// from then on; the facts are no procedure.
func (p *program) newInterviewer(proc *forms.Procedure, c forms.Case, k keeper, on forms.Date) *interviewer {
	f, _ := c.Filing(proc.ID)
	f.Procedure, f.PackVersion = proc.ID, proc.Version
	if f.Status == "" {
		f.Status = forms.FilingDraft
	}
	if proc.ID != packs.FactsID {
		c = c.WithFiling(f)
	}
	a := &interviewer{program: p, proc: proc, texts: p.texts(proc.ID), c: c, keep: k, on: on,
		passed: map[forms.Path]bool{}, working: map[forms.Path]bool{}, told: map[forms.ID]bool{}}
	a.resolve()
	a.takeUp()
	return a
}

// takeUp goes on with the repeats in which the person may have stopped, so that they
// are asked for more items: those around the last answer, those around what is open
// first, and those that end right before it.
func (a *interviewer) takeUp() {
	var last, first forms.Path
	var ending []forms.Path // the repeats that end where the steps so far do
	steps := a.steps()
	for _, x := range steps {
		switch {
		case first == "" && a.open(x):
			first = x.Path
		case first == "" && x.Repeat != nil:
			ending = append(ending, x.Path)
		case first == "":
			ending = nil
		}
		if _, answered := a.state.Known.Get(x.Path); answered && x.Repeat == nil {
			last = x.Path
		}
	}
	for _, x := range steps {
		if x.Repeat != nil && (inside(last, x.Path) || inside(first, x.Path)) {
			ending = append(ending, x.Path)
		}
	}
	for _, at := range ending {
		a.working[at] = len(a.state.Known.Items(at)) > 0
	}
}

// run asks until nothing is open, or the person has had enough.
func (a *interviewer) run() error {
	a.intro()
	for {
		s, ok := a.next()
		if a.at = s; !ok {
			if done, err := a.finish(); done {
				return err
			}
			continue
		}
		a.header(s)
		cmd, err := a.visit(s)
		if err != nil {
			return err
		}
		if cmd == quit || cmd == ended {
			return a.leave(cmd)
		}
	}
}

func (a *interviewer) resolve() { a.state = interview.Resolve(a.proc, a.c.Answers, a.on) }

// reader reads what the person types.
func (a *interviewer) reader() input.Reader {
	return input.Reader{Lang: a.lang, Authorities: a.proc.Authorities, Exhibits: a.c.Answers.Items(exhibits)}
}

// set takes an answer into the case and saves it.
func (a *interviewer) set(at forms.Path, x forms.Answer) error {
	return a.change(a.c.Answers.With(at, x))
}

func (a *interviewer) change(answers forms.Answers) error {
	a.c.Answers = answers
	a.resolve()
	return a.keep.save(a.c)
}

// word is a text of the procedure.
func (a *interviewer) word(key i18n.Key) string { return text(a.texts, key, nil) }

func (a *interviewer) intro() {
	if a.proc.ID == packs.FactsID {
		a.print("%s\n%s", a.words("facts.name", nil), a.words("facts.about", nil))
	} else {
		a.print("%s\n%s", a.word("ask.name"), a.word("ask.about"))
	}
	for _, n := range a.state.Notices {
		if n.At == forms.AtStart {
			a.tell(n)
		}
	}
	a.print("\n%s", a.words("cli.ask.how", nil))
	if a.state.Progress.Done > 0 {
		a.print("%s", a.words("cli.ask.resumed", nil))
	}
}

// tell shows a notice once.
func (a *interviewer) tell(n *forms.Notice) {
	if a.told[n.ID] {
		return
	}
	a.told[n.ID] = true
	a.print("")
	out := notice(a.proc, a.texts, n, a.state.Today)
	a.lines(out.Text, out.Next, out.Source)
}

// tellOf shows the notices that an answer has brought up.
func (a *interviewer) tellOf(at forms.Path) {
	for _, n := range a.state.Notices {
		if n.At == at.Question() {
			a.tell(n)
		}
	}
}

// steps lists what is asked in the order in which it is visited: a repeat that
// has items comes after them, to ask for more.
func (a *interviewer) steps() []interview.Asked {
	var out, waiting []interview.Asked
	for _, sec := range a.state.Sections {
		for _, x := range sec.Asked {
			for len(waiting) > 0 && !inside(x.Path, waiting[len(waiting)-1].Path) {
				out, waiting = append(out, waiting[len(waiting)-1]), waiting[:len(waiting)-1]
			}
			if x.Repeat != nil && len(a.state.Known.Items(x.Path)) > 0 {
				waiting = append(waiting, x)
			} else {
				out = append(out, x)
			}
		}
	}
	slices.Reverse(waiting)
	return append(out, waiting...)
}

func inside(p, repeat forms.Path) bool { return strings.HasPrefix(string(p), string(repeat)+"/") }

// next finds what to visit: what was called for, else the first that is open.
func (a *interviewer) next() (interview.Asked, bool) {
	for len(a.queue) > 0 {
		at := a.queue[0]
		a.queue = a.queue[1:]
		if x, ok := a.state.Ask(at); ok {
			return x, true
		}
	}
	for _, x := range a.steps() {
		if a.open(x) {
			return x, true
		}
	}
	return interview.Asked{}, false
}

func (a *interviewer) open(x interview.Asked) bool {
	if a.passed[x.Path] {
		return false
	}
	return !x.Done || x.Repeat != nil && a.working[x.Path]
}

// before finds the step that precedes a path.
func (a *interviewer) before(at forms.Path) (forms.Path, bool) {
	steps := a.steps()
	i := slices.IndexFunc(steps, func(x interview.Asked) bool { return x.Path == at })
	if i <= 0 {
		return "", false
	}
	return steps[i-1].Path, true
}

// goBack calls for the step before; there is none before the first.
func (a *interviewer) goBack(from forms.Path) {
	at, ok := a.before(from)
	if !ok {
		a.print("%s", a.words("cli.ask.first", nil))
		at = from
	}
	delete(a.passed, from)
	a.queue = append([]forms.Path{at}, a.queue...)
}

// header shows the title of a section that begins, and how far the person is.
func (a *interviewer) header(x interview.Asked) {
	for i, sec := range a.state.Sections {
		mine := slices.ContainsFunc(sec.Asked, func(y interview.Asked) bool { return y.Path == x.Path })
		if !mine || sec.ID == a.section {
			continue
		}
		a.section = sec.ID
		a.print("\n# %s", a.word(a.proc.Key("ask.s", sec.ID)))
		a.print("%s", a.words("ui.step", i18n.Args{"step": i + 1, "steps": len(a.state.Sections)}))
		a.print("%s", a.words("ui.progress", i18n.Args{"done": a.state.Progress.Done, "total": a.state.Progress.Total}))
		for _, h := range sec.Help {
			a.print("%s", a.word(a.proc.Key("ask.s", sec.ID, h)))
		}
	}
}

// leave ends the interview before its end. What was answered is saved already.
func (a *interviewer) leave(cmd command) error {
	_, again := a.keep.next(a.proc.ID)
	a.print("\n%s\n  %s", a.words("cli.ask.saved", nil), again)
	if cmd == ended && !a.state.Complete() {
		return fail(incomplete, "", nil)
	}
	return nil
}

// finish shows what the check finds and how to go on, and offers to go through a
// section again.
func (a *interviewer) finish() (done bool, err error) {
	if err := a.keep.save(a.c); err != nil {
		return true, err
	}
	a.print("")
	if a.proc.ID == packs.FactsID {
		a.showSurvey(a.survey(a.c, survey(a.lib, a.c, a.on), a.on))
		return !a.review(), nil
	}
	out := a.checked(a.c, []*forms.Procedure{a.proc}, a.on)
	a.showCheck(out)
	pdf, again := a.keep.next(a.proc.ID)
	if out.Complete {
		a.print("\n%s\n  %s", a.words("cli.ask.next-pdf", nil), pdf)
	} else {
		err = fail(incomplete, "", nil)
		a.print("\n%s\n  %s", a.words("cli.ask.next-ask", nil), again)
	}
	return !a.review(), err
}

// review goes through a section again if the person wants to.
func (a *interviewer) review() bool {
	a.print("\n%s", a.words("cli.ask.review", nil))
	labels := make([]string, len(a.state.Sections))
	for i, sec := range a.state.Sections {
		labels[i] = a.word(a.proc.Key("ask.s", sec.ID))
	}
	n, _ := a.pick(labels)
	if n < 0 {
		return false
	}
	a.section = ""
	for _, s := range a.steps() {
		if slices.ContainsFunc(a.state.Sections[n].Asked, func(x interview.Asked) bool { return x.Path == s.Path }) {
			a.queue = append(a.queue, s.Path)
		}
	}
	return true
}
