package vm

import (
	"slices"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/interview"
	"recourse/i18n"
)

// Interview asks one procedure, a page at a time. Where the person stands is a
// path; the first page, "", tells what the procedure is.
type Interview struct {
	a         *App
	p         *forms.Procedure
	t         *i18n.Catalog // the texts of the procedure
	state     interview.State
	pages     []page
	at        Path
	typed     map[Path]map[string]string // what stands in fields, as it was typed
	left      map[Path]bool              // fields that the person has left: their problems are shown
	kept      map[Path]forms.Answer      // answers that a skip has replaced
	told      map[Path]bool              // answered before this interview was opened, for another procedure
	fileFault fault                      // of the last file that was added or given
	gone      *removal                   // the item that was removed last
	inside    []item                     // that were opened from their lists, the outermost first

	facts    bool // asks the facts, before a procedure is chosen
	changing bool // of the facts: the person came back to change one
}

func newInterview(a *App, p *forms.Procedure) *Interview {
	return &Interview{a: a, p: p, typed: map[Path]map[string]string{}, left: map[Path]bool{}, kept: map[Path]forms.Answer{}}
}

// show opens the interview of a procedure where the person stands.
func (a *App) show(p *forms.Procedure) {
	if a.w.Pictures != nil {
		a.w.Pictures.Warm()
	}
	v := newInterview(a, p)
	a.restart(v)
	v.speak()
	v.told = v.toldBefore()
	if v.state.Progress.Done > len(v.told) {
		v.at = v.standing()
	}
}

func (v *Interview) fill(on *View) { on.Interview = v.screen() }

// speak takes the words of the present language.
func (v *Interview) speak() {
	v.t = v.a.texts(v.p.ID)
	v.resolve()
}

func (v *Interview) resolve() {
	v.state = interview.ResolveCase(v.p, v.a.file.c, v.a.w.today())
	v.pages = pages(v.state)
	if v.at != "" && pageOf(v.pages, v.at) < 0 {
		v.at = v.standing()
	}
}

// standing is the page of the first open question, or the last page.
func (v *Interview) standing() Path {
	for _, p := range v.pages {
		if !p.done() && !v.skipped(p) {
			return p.key()
		}
	}
	if len(v.pages) == 0 {
		return ""
	}
	return v.pages[len(v.pages)-1].key()
}

// skipped tells whether a page needs no look: all of it was told for another
// procedure.
func (v *Interview) skipped(p page) bool {
	for _, a := range p.asked {
		if !v.told[a.Path] || !a.Done {
			return false
		}
	}
	return true
}

// toldBefore lists what another filing of the case, or the facts before it, have
// asked and answered.
func (v *Interview) toldBefore() map[Path]bool {
	out := map[Path]bool{}
	for _, other := range v.askedBefore() {
		s := interview.Resolve(other, v.a.file.c.Answers, v.a.w.today())
		for _, sec := range s.Sections {
			for _, a := range sec.Asked {
				if mine, asked := v.state.Ask(a.Path); asked && a.Done && mine.Done {
					out[a.Path] = true
				}
			}
		}
	}
	return out
}

// askedBefore lists what else the case was asked.
func (v *Interview) askedBefore() []*forms.Procedure {
	var out []*forms.Procedure
	if !v.facts && factsAsked(v.answers()) {
		out = append(out, v.a.w.Library.Facts())
	}
	for _, f := range v.a.file.c.Filings {
		if other, ok := v.a.procedure(f.Procedure); ok && other.ID != v.p.ID {
			out = append(out, other)
		}
	}
	return out
}

// short is what is asked, in few words.
func (v *Interview) short() string {
	if v.facts {
		return v.a.text("ui.facts.short")
	}
	return v.t.Text("ask.short", nil)
}

func (v *Interview) trail() []string {
	return slices.Compact([]string{v.a.caseTitle(v.a.file.c), v.short()})
}

// reader reads what is typed in the language of the texts, and writes for editing in
// the digits of the window.
func (v *Interview) reader() input.Reader {
	return input.Reader{Lang: v.t.Writing(), Authorities: v.p.Authorities, Exhibits: v.a.file.c.Answers.Items(exhibits)}
}

// exhibits is the repeat of the exhibits in every procedure.
const exhibits Path = "exhibits.list"

// take makes answers the answers of the case.
func (v *Interview) take(answers forms.Answers) {
	if v.a.readOnly != nil {
		return
	}
	c := v.a.file.c
	c.Answers = answers
	v.a.file.change(c)
	v.resolve()
	v.a.publish()
}

func (v *Interview) answers() forms.Answers { return v.a.file.c.Answers }

// Continue goes to the next page, or from the last one to the check. Where
// something typed on the page cannot be read, it first shows why and stays; a
// second call goes on, for what was typed is kept.
func (v *Interview) Continue() bool {
	i := pageOf(v.pages, v.at)
	if i >= 0 && v.reveals(v.pages[i]) {
		v.a.publish()
		return false
	}
	if i >= 0 {
		v.close(v.pages[i])
		i = pageOf(v.pages, v.at)
	}
	if next := v.next(i); next != nil {
		v.GoTo(*next)
		return true
	}
	if v.facts {
		v.openRoutes()
		return true
	}
	v.a.openCheck()
	return true
}

// reveals shows the problems of a page that were not shown yet, and tells
// whether there are any that need a look.
func (v *Interview) reveals(p page) bool {
	found := false
	for _, a := range p.asked {
		if v.left[a.Path] {
			continue
		}
		v.left[a.Path] = true
		found = found || slices.ContainsFunc(v.state.Problems, func(x forms.Problem) bool {
			return x.At == a.Path && x.Code != forms.Required && x.Code.Blocking() && !ofNotice(x.Code)
		})
	}
	return found
}

// ofNotice tells whether a problem is that of a notice, which stands on the page
// by itself.
func ofNotice(c forms.ProblemCode) bool {
	return c == forms.Missing || c == forms.Stopped || c == forms.OtherRoute
}

// close ends a page: a list that stays empty says that there is nothing to list.
func (v *Interview) close(p page) {
	for _, a := range p.asked {
		delete(v.typed, a.Path)
		if _, present := v.answers().Get(a.Path); a.Repeat != nil && !present && !a.Required {
			v.take(v.answers().With(a.Path, forms.Answer{Value: forms.Items{}}))
		}
	}
}

// Back goes to the page before; from the first one to the list of cases.
func (v *Interview) Back() {
	i := pageOf(v.pages, v.at)
	if v.at == "" {
		v.a.GoHome()
		return
	}
	for i--; i >= 0; i-- {
		if !v.skipped(v.pages[i]) {
			v.GoTo(v.pages[i].key())
			return
		}
	}
	if v.facts {
		v.leaveFacts()
		return
	}
	v.GoTo("")
}

// GoTo goes to the page that a path is on; "" is the page about the procedure.
func (v *Interview) GoTo(at Path) {
	i := pageOf(v.pages, at)
	if at != "" && i < 0 {
		return
	}
	v.a.returnTo(v)
	v.at = at
	if at != "" {
		v.at = v.pages[i].key()
	}
	clear(v.typed)
	v.gone = nil
	v.a.publish()
}

// GoToSection goes to a step of the side column, by its index: the first open
// page of the section, or its first page; the last step is the check.
func (v *Interview) GoToSection(n int) {
	if v.facts {
		v.goToFact(n)
		return
	}
	if n == len(v.state.Sections) {
		v.a.openCheck()
		return
	}
	first := -1
	for i, p := range v.pages {
		if p.section != n {
			continue
		}
		if first < 0 {
			first = i
		}
		if !p.done() {
			v.GoTo(p.key())
			return
		}
	}
	if first >= 0 {
		v.GoTo(v.pages[first].key())
	}
}
