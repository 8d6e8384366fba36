package vm

import (
	"cmp"
	"slices"
	"time"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
)

// Cases is the list of the cases of the vault.
type Cases struct {
	a       *App
	stored  []storedCase
	rows    []CaseRow
	problem fault
}

// storedCase is a case as it was read, or why it could not be.
type storedCase struct {
	id       storage.ID
	c        forms.Case
	rev      uint64
	modified time.Time
	err      error
}

// CasesScreen is the list of cases.
type CasesScreen struct {
	Title, Lead string
	Rows        []CaseRow
	Empty       string // words where there is no case yet
	New         string
	Busy        string
	Problem     *Message
}

// CaseRow is one case. Where it cannot be opened, Problem says why, and all else
// but the id is empty.
type CaseRow struct {
	ID       string
	Title    string
	For      string // the person's name
	Changed  string
	Filings  []FilingRow
	Open     string
	Remove   string
	Question Confirm // asked before removing
	Problem  *Message
}

// FilingRow is the use of a case in one procedure.
type FilingRow struct {
	Procedure ProcedureID
	Name      string
	Status    Pill
	Due       Pill // the next date; empty words for none
}

// Confirm is a question before a step that cannot be taken back.
type Confirm struct{ Title, Text, Yes, No string }

// ProcedureCard is a procedure to choose.
type ProcedureCard struct {
	ID     ProcedureID
	Name   string
	About  string
	Role   string
	Status string // the state of legal review
	Button string
}

// showCases brings the list of cases on screen.
func (a *App) showCases() {
	c := &Cases{a: a}
	a.restart(c)
	c.load()
}

// load reads all cases again.
func (c *Cases) load() {
	vault := c.a.vault
	c.a.run("ui.cases.busy", func() (then, undo func()) {
		list, err := readCases(vault)
		return func() {
			if err != nil {
				c.problem = faultOf(err, faultInternal)
			}
			c.stored = list
			c.read()
			c.a.goBack()
		}, nil
	})
}

func readCases(v Vault) ([]storedCase, error) {
	entries, err := v.List()
	if err != nil {
		return nil, err
	}
	out := make([]storedCase, len(entries))
	for i, e := range entries {
		out[i] = readCase(v, e)
	}
	slices.SortStableFunc(out, func(a, b storedCase) int { return b.modified.Compare(a.modified) })
	return out, nil
}

func readCase(v Vault, e storage.Entry) storedCase {
	out := storedCase{id: e.ID, modified: e.Modified, err: e.Err}
	if e.Err != nil {
		return out
	}
	data, rev, err := v.Get(e.ID)
	if err == nil {
		out.c, err = forms.DecodeCase(data)
	}
	out.rev, out.err = rev, err
	return out
}

// read writes the rows in the present language.
func (c *Cases) read() {
	c.rows = nil
	for _, s := range c.stored {
		c.rows = append(c.rows, c.row(s))
	}
}

func (c *Cases) fill(v *View) { v.Cases = c.screen() }

func (c *Cases) speak() { c.read() }

func (c *Cases) screen() *CasesScreen {
	t := c.a.t
	out := &CasesScreen{Title: t.Text("ui.cases.title", nil), Lead: t.Text("ui.cases.lead", nil), New: t.Text("ui.cases.new", nil)}
	if c.a.readOnly != nil {
		out.New = ""
	}
	if c.problem != "" {
		m := c.problem.words(t)
		out.Problem = &m
	}
	if c.a.busy != "" {
		out.Busy = t.Text(c.a.busy, nil)
	}
	out.Rows = slices.Clone(c.rows)
	if len(c.rows) == 0 && out.Busy == "" {
		out.Empty = t.Text("ui.cases.empty", nil)
	}
	return out
}

func (c *Cases) row(s storedCase) CaseRow {
	t := c.a.t
	row := CaseRow{ID: string(s.id), Open: t.Text("ui.open", nil), Remove: t.Text("ui.remove", nil),
		Changed: t.Text("ui.changed", i18n.Args{"date": i18n.Date(c.a.tag, s.modified.Year(), int(s.modified.Month()), s.modified.Day())})}
	if s.err != nil {
		m := faultOf(s.err, faultInternal).words(t)
		return CaseRow{ID: row.ID, Problem: &m}
	}
	if c.a.readOnly != nil {
		row.Remove = ""
	}
	row.Title, row.For = c.a.caseTitle(s.c), personName(s.c.Answers)
	row.Question = Confirm{Title: t.Text("ui.remove-case.title", i18n.Args{"case": row.Title}),
		Text: t.Text("ui.remove-case.text", nil), Yes: t.Text("ui.remove-case.yes", nil), No: t.Text("ui.cancel", nil)}
	for _, f := range s.c.Filings {
		row.Filings = append(row.Filings, c.filing(s.c, f))
	}
	return row
}

func (c *Cases) filing(of forms.Case, f forms.Filing) FilingRow {
	p, ok := c.a.procedure(f.Procedure)
	if !ok {
		return FilingRow{Procedure: f.Procedure, Name: string(f.Procedure), Status: Pill{Text: c.a.text("ui.status.unknown"), Tone: Bad}}
	}
	texts := c.a.texts(p.ID)
	state := interview.Resolve(p, of.Answers, c.a.w.today())
	row := FilingRow{Procedure: p.ID, Name: texts.Text("ask.name", nil), Status: c.a.status(f, state)}
	if pill, ok := pressing(texts, state); ok {
		row.Due = pill
	}
	return row
}

// status says how far a filing is.
func (a *App) status(f forms.Filing, s interview.State) Pill {
	switch {
	case f.Filed != nil:
		d := f.Filed.On
		return Pill{Text: a.t.Text("ui.status.filed", i18n.Args{"date": i18n.Date(a.tag, d.Year, d.Month, d.Day)}), Tone: Plain}
	case s.Complete():
		return Pill{Text: a.text("ui.status.ready"), Tone: Good}
	}
	share := 100 * s.Progress.Done / max(s.Progress.Total, 1)
	return Pill{Text: a.t.Text("ui.status.draft", i18n.Args{"percent": share}), Tone: Soft}
}

// titled are the answers that a case is called by, the best first.
func titled() []Path { return []Path{"other.name", "provider.name", "order.authority"} }

// caseTitle calls a case by the other side, else by what it is for.
func (a *App) caseTitle(c forms.Case) string {
	for _, p := range titled() {
		if text, ok := c.Answers.Value(p).(forms.Text); ok && text != "" {
			return string(text)
		}
	}
	for _, f := range c.Filings {
		if _, ok := a.procedure(f.Procedure); ok {
			return a.texts(f.Procedure).Text("ask.short", nil)
		}
	}
	return a.text("ui.case.unnamed")
}

func (a *App) cards(list []packs.Entry) []ProcedureCard {
	var out []ProcedureCard
	for _, p := range list {
		if p.Status == forms.Withdrawn {
			continue
		}
		words := p.In(a.tag, fallback)
		out = append(out, ProcedureCard{ID: p.ID, Name: words.Name, About: words.About,
			Role: a.text(i18n.Key("role." + p.Role)), Button: a.text("ui.new.choose"),
			Status: a.t.Text("ui.review", i18n.Args{"status": a.text(i18n.Key("status." + p.Status))})})
	}
	return out
}

// BeginNew begins a case with the facts. It is stored with the first answer.
func (c *Cases) BeginNew() {
	if c.a.vault == nil || c.a.readOnly != nil {
		return
	}
	c.a.drop()
	c.a.file = &file{a: c.a, c: forms.Case{ID: c.a.w.NewID(), Language: c.a.tag}}
	c.a.askFacts()
	c.a.publish()
}

// New begins a case with a procedure.
func (c *Cases) New(id ProcedureID) {
	p, ok := c.a.procedure(id)
	if !ok || c.a.vault == nil || c.a.readOnly != nil {
		return
	}
	c.a.drop()
	made := forms.Case{ID: c.a.w.NewID(), Language: c.a.tag, Filings: []forms.Filing{draft(p)}}
	c.a.file = &file{a: c.a}
	c.a.file.change(made)
	c.a.show(p)
	c.a.publish()
}

func draft(p *forms.Procedure) forms.Filing {
	return forms.Filing{Procedure: p.ID, PackVersion: p.Version, Status: forms.FilingDraft}
}

// Open opens a case at a procedure; "" is that of its first filing, or the facts
// and the routes where it has none. A case that has no filing of the procedure gets
// one.
func (c *Cases) Open(id string, procedure ProcedureID) {
	i := slices.IndexFunc(c.stored, func(s storedCase) bool { return string(s.id) == id })
	if i < 0 || c.stored[i].err != nil {
		return
	}
	s := c.stored[i]
	if procedure == "" && len(s.c.Filings) > 0 {
		procedure = s.c.Filings[0].Procedure
	}
	p, ok := c.a.procedure(procedure)
	if !ok && procedure != "" {
		c.problem = faultProcedure
		c.a.publish()
		return
	}
	c.a.drop()
	c.a.file = &file{a: c.a, c: s.c, rev: s.rev}
	if procedure == "" {
		c.a.askFacts()
		c.a.publish()
		return
	}
	if _, there := s.c.Filing(p.ID); !there {
		c.a.file.change(s.c.WithFiling(draft(p)))
	}
	c.a.show(p)
	c.a.publish()
}

// Remove deletes a case for good.
func (c *Cases) Remove(id string) {
	i := slices.IndexFunc(c.stored, func(s storedCase) bool { return string(s.id) == id })
	if i < 0 {
		return
	}
	vault, s := c.a.vault, c.stored[i]
	c.a.run("ui.cases.removing", func() (then, undo func()) {
		err := vault.Remove(s.id, s.rev)
		return func() {
			c.problem = ""
			if err != nil {
				c.problem = faultOf(err, faultInternal)
			}
			c.load()
		}, nil
	})
}

// personName is the name of the person of a case; "" where it is not told yet.
func personName(a forms.Answers) string {
	name, _ := a.Value("person.name").(forms.Person)
	return joinWords(name.Given, name.Family)
}

// pressing is the date that matters most, in a pill; ok is false for none.
func pressing(t *i18n.Catalog, s interview.State) (Pill, bool) {
	best := -1
	for i, d := range s.Deadlines {
		if d.Rule.Kind == forms.NoDeadline {
			continue
		}
		if best < 0 || moreUrgent(d, s.Deadlines[best]) {
			best = i
		}
	}
	if best < 0 {
		return Pill{Text: t.Text("deadline.kind.none", nil)}, len(s.Deadlines) > 0
	}
	return limitPill(t, s.Deadlines[best], s.Today), true
}

// moreUrgent tells whether a limit goes before another in a narrow place: what
// binds the person first, a known day before none, the earlier before the later.
func moreUrgent(a, b interview.Deadline) bool {
	return cmp.Or(cmp.Compare(weight(a.Rule.Kind), weight(b.Rule.Kind)), known(a)-known(b), a.Day.Compare(b.Day)) < 0
}

func weight(k forms.DeadlineKind) int {
	switch k {
	case forms.Hard, forms.National, forms.EventDate:
		return 0
	case forms.WaitBeforeFiling:
		return 1
	case forms.Soft:
		return 2
	case forms.AuthorityClock:
		return 3
	case forms.NoDeadline:
	}
	return 4
}

func known(d interview.Deadline) int {
	if d.Day.IsZero() {
		return 1
	}
	return 0
}
