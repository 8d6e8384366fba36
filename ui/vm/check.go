package vm

import (
	"slices"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// Check tells what stands in the way of filing and makes the documents.
type Check struct {
	a     *App
	v     *Interview
	saved string // where the last document was written; "" for nowhere
	fault fault
	found []forms.Problem // by the making of a document

	unfolded map[string]bool // by the keys of folds
	preview  preview
}

// CheckScreen is the page that checks and files.
type CheckScreen struct {
	Title        string
	Lead         string // what it means that answers are missing; "" where none is
	Steps        []Step
	StepList     string
	Step         string
	Share        float32
	Answered     string
	Problems     []CheckItem
	Untranslated []CheckItem // words that the document shows in their own language
	Translate    *Message    // what that means; nil where there are none
	Checked      Checked
	Notices      []Notice
	Language     string
	Languages    []Option // of the document
	Warning      *Message // about the language
	HowToFile    string
	Filing       []FilingNote
	Record       RecordWords // of the filing
	Exports      []Export
	Dialog       ExportWords
	Busy         string
	Done         string // where the last document was written
	Problem      *Message
	Others       string      // words above what else the case is used for
	Routes       string      // words of the way to what else it could be used for
	Filings      []FilingRow // other filings of the case
	Open         string      // words that open one of them
	HandOver     string      // words that hand the case over
	Back         string
	Pill         Pill
	Complete     bool
	Disclaimer   string
	Preview      *PreviewScreen // nil for none
}

// CheckItem is one thing that is missing or wrong, or worth a look, with the way
// to it.
type CheckItem struct {
	Blocking bool
	Where    string // the question
	Message  Message
	At       Path
	Go       string // words of the way; "" where there is none
	Why      string // why the question is asked; "" where nothing is known
	Fold     Fold   // of the reason
}

// FilingNote is a step after the document is ready.
type FilingNote struct{ Number, Text, Mark string }

func (a *App) openCheck() {
	v := a.Interview()
	if v == nil {
		return
	}
	clear(v.typed)
	c := &Check{a: a, v: v}
	c.preview.c = c
	a.enter(c)
	c.preview.begin()
	a.publish()
}

// Back leaves the check for the last page of the interview.
func (c *Check) Back() {
	c.leave()
	if n := len(c.v.pages); n > 0 {
		c.v.GoTo(c.v.pages[n-1].key())
		return
	}
	c.v.GoTo("")
}

// leave goes back to the interview, and stops the work of the check.
func (c *Check) leave() {
	c.a.drop()
	c.a.returnTo(c.v)
}

func (c *Check) fill(v *View) { v.Check = c.screen() }

// speak changes nothing: the words come from the interview.
func (c *Check) speak() {}

// Go leaves the check for the question that something stands at.
func (c *Check) Go(at Path) {
	c.leave()
	c.v.left[at] = true
	c.v.GoTo(at)
	c.a.publish()
}

// GoToSection goes to a step of the side column.
func (c *Check) GoToSection(n int) {
	if n < len(c.v.state.Sections) {
		c.leave()
		c.v.GoToSection(n)
	}
}

// SetLanguage chooses the language of the document.
func (c *Check) SetLanguage(tag string) {
	f, ok := c.a.file.c.Filing(c.v.p.ID)
	if !ok || !slices.Contains(c.a.w.Library.DocLanguages(c.v.p.ID), Tag(tag)) {
		return
	}
	f.DocumentLanguage = Tag(tag)
	c.change(c.a.file.c.WithFiling(f))
}

// AddFiling uses the case for one more procedure, and opens its interview.
func (c *Check) AddFiling(id ProcedureID) {
	c.a.beginFiling(id)
}

// OpenFiling opens the interview of another filing of the case.
func (c *Check) OpenFiling(id ProcedureID) {
	p, ok := c.a.procedure(id)
	if _, there := c.a.file.c.Filing(id); !ok || !there {
		return
	}
	c.a.drop()
	c.a.show(p)
	c.a.publish()
}

func (c *Check) change(to forms.Case) {
	c.saved, c.found, c.fault = "", nil, ""
	c.a.file.change(to)
	c.v.resolve()
	c.preview.begin()
	c.a.publish()
}

// documentLanguage is the language of the document of a filing, and what the
// body makes of it.
func (a *App) documentLanguage(p *forms.Procedure, s interview.State) routes.Choice {
	m := filing.Maker{Library: a.w.Library}
	return m.Language(filing.Request{Case: a.file.c, Procedure: p.ID}, s)
}

// languageWarning says that a body does not work in the language of the
// document; nil where it does, or where nothing is known.
func (a *App) languageWarning(p *forms.Procedure, s interview.State) *Message {
	choice := a.documentLanguage(p, s)
	if choice.Acceptance != routes.NotAccepted {
		return nil
	}
	m := problemWords(a.t, forms.Problem{Code: forms.LanguageNotAccepted,
		Args: i18n.Args{"language": string(choice.Tag)}})
	names := make([]string, len(choice.Accepts))
	for i, t := range choice.Accepts {
		names[i] = i18n.Language(a.tag, t)
	}
	m.What = joinWords(m.What, a.t.Text("ui.accepts", i18n.Args{"languages": i18n.List(a.tag, names)}))
	return &m
}

func (c *Check) screen() *CheckScreen {
	v, t := c.v, c.a.t
	s := &CheckScreen{Complete: v.state.Complete(), Back: t.Text("ui.back", nil), StepList: t.Text("ui.sections", nil),
		Checked: c.checked(), HowToFile: t.Text("ui.how-to-file", nil), Language: t.Text("ui.document-language", nil),
		Disclaimer: compose.LawStatus(t, v.p)}
	s.Pill, _ = pressing(v.t, v.state)
	c.progress(s)
	s.Problems, s.Record = c.items(), c.record()
	s.Title, s.Lead = c.title(s.Problems), c.lead()
	if s.Record.Filed {
		s.Title = s.Record.Lines[0]
	}
	s.Untranslated, s.Translate = c.untranslated()
	s.Notices = v.noticesAt(func(n *forms.Notice) bool { return n.At == forms.AtCheck || n.At == forms.AtSign })
	chosen := c.a.documentLanguage(v.p, v.state).Tag
	s.Languages = options(c.a.w.Library.DocLanguages(v.p.ID), chosen)
	s.Warning = c.a.languageWarning(v.p, v.state)
	s.Filing = c.filing()
	s.Exports, s.Dialog = c.exports(), c.dialog()
	c.outcome(s)
	c.others(s)
	s.Preview = c.preview.screen()
	return s
}

func (c *Check) progress(s *CheckScreen) {
	p := c.v.state.Progress
	s.Share = float32(p.Done) / float32(max(p.Total, 1))
	s.Answered = c.a.t.Text("ui.progress", i18n.Args{"done": p.Done, "total": p.Total})
	s.Steps = c.v.steps(-1)
	s.Step = c.a.t.Text("ui.step", i18n.Args{"step": len(s.Steps), "steps": len(s.Steps)})
}

func (c *Check) outcome(s *CheckScreen) {
	if c.a.busy != "" {
		s.Busy = c.a.text(c.a.busy)
	}
	if c.saved != "" {
		s.Done = c.a.t.Text("ui.export.done", i18n.Args{"path": c.saved})
	}
	if c.fault != "" {
		m := c.fault.words(c.a.t)
		s.Problem = &m
	}
}

// others are the other filings of the case, and the way to more.
func (c *Check) others(s *CheckScreen) {
	rows, digests := c.a.rowWriter(), digester{c.a.w, c.a.w.today()}
	for _, f := range c.a.file.c.Filings {
		if f.Procedure != c.v.p.ID {
			s.Filings = append(s.Filings, rows.filing(digests.filing(c.a.file.c, f)))
		}
	}
	s.Others, s.Open, s.Routes = c.a.text("ui.filing.others"), c.a.text("ui.open"), c.a.text("ui.routes.again")
	s.HandOver = c.a.text("ui.handover")
}

func (c *Check) title(items []CheckItem) string {
	n := 0
	for _, it := range items {
		if it.Blocking {
			n++
		}
	}
	if n == 0 {
		return c.a.text("ui.check.ready")
	}
	return c.a.missing(n)
}

// lead says once what holds for every missing answer.
func (c *Check) lead() string {
	for _, p := range c.v.state.Problems {
		if p.Code == forms.Required {
			m := problemWords(c.v.t, p)
			return joinWords(m.Means, m.Next)
		}
	}
	return ""
}

// items lists the problems in the order of the interview.
func (c *Check) items() []CheckItem {
	var out []CheckItem
	for _, p := range c.v.state.Problems {
		if p.Code.Blocking() {
			out = append(out, c.item(p))
		}
	}
	for _, p := range append(slices.Clone(c.found), c.preview.made.Problems...) {
		if p.Code.Blocking() || p.Code == forms.TooManyPages {
			out = append(out, c.item(p))
		}
	}
	return out
}

func (c *Check) item(p forms.Problem) CheckItem {
	it := CheckItem{Blocking: p.Code.Blocking(), At: p.At}
	if a, ok := c.v.state.Ask(p.At); ok {
		p = c.v.exact(a, p)
		it.Where = c.v.label(p.At)
		if place := c.v.places(p.At); place != "" {
			it.Where = place + " › " + it.Where
		}
		it.Go = c.a.text("ui.answer")
		it.Fold, it.Why = c.why(p.At)
	}
	it.Message = problemWords(c.v.t, p)
	if p.Code == forms.Required {
		it.Message.Means, it.Message.Next = "", "" // said once, in the lead
	}
	return it
}

// untranslated are the words of the person that the document shows in another
// language than its own, and what that means.
func (c *Check) untranslated() (out []CheckItem, means *Message) {
	lang := c.a.documentLanguage(c.v.p, c.v.state).Tag
	for at, x := range c.v.state.Known.All() {
		prose, ok := x.Value.(forms.Prose)
		q := c.v.p.Question(at.Question())
		if !ok || q == nil || q.Private {
			continue
		}
		if _, _, there := prose.In(lang); !there {
			it := c.item(forms.Problem{Code: forms.TranslationMissing, At: at, Args: i18n.Args{"language": string(lang)}})
			it.Go, it.Why, it.Fold = c.a.text("ui.add-translation"), "", Fold{}
			means = &it.Message
			out = append(out, it)
		}
	}
	return out, means
}

// filing is the steps after the document is ready.
func (c *Check) filing() []FilingNote {
	var out []FilingNote
	for i := range c.v.p.Filing {
		step := &c.v.p.Filing[i]
		if c.v.state.Holds(step.When, "") {
			out = append(out, FilingNote{Number: i18n.Numeral(c.a.t.Writing(), len(out)+1), Text: c.v.t.Text(c.v.p.Key("ask.f", step.ID), nil), Mark: markWords(c.v.t, c.v.p, step.Basis, c.v.state.Today)})
		}
	}
	return out
}
