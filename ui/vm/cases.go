package vm

import (
	"encoding/json"
	"slices"
	"time"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// Cases is the list of the cases of the vault.
type Cases struct {
	a       *App
	stored  []storedCase // the one that was changed last first
	rows    []CaseRow    // one for each of stored, in the present language
	ranks   ranks
	problem fault
	due     *due
	find    finding
	wanted  string // the case that is opened as soon as the list is read
}

// storedCase is what is known of a case without opening it, or why it cannot be
// opened.
type storedCase struct {
	id       storage.ID
	rev      uint64
	modified time.Time
	digest   digest
	err      error
}

// CasesScreen is the list of cases.
type CasesScreen struct {
	Title, Lead string
	Search      SearchField
	Filter      FilterField
	Columns     []Column
	Rows        []*CaseRow // those that are found, in their order
	Found       string     // how many, where not all are shown
	Looking     string     // that the stories are still looked through
	Empty       string     // words where there is no row
	Due         *DueBanner // what is due next; nil for nothing
	New         string
	Receive     string
	Words       CaseWords
	Busy        string
	Problem     *Message
}

// CaseWords are the words of what can be done with a case.
type CaseWords struct{ More, Open, Routes, HandOver, Remove, Close string }

// CaseRow is one case. Where it cannot be opened, Problem says why, and all else
// but the id is empty.
type CaseRow struct {
	ID       string
	Title    string
	Caption  string // what it is used for
	For      string // the person's name
	Changed  string
	Status   Pill
	Due      Pill        // the next date; empty words for none
	Main     ProcedureID // what the row opens; "" for the facts
	Filings  []FilingRow
	Question Confirm // asked before removing
	Problem  *Message

	status caseStatus
	next   forms.Date
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

// showCases brings the list of cases on screen.
func (a *App) showCases() {
	c := &Cases{a: a}
	a.restart(c)
	c.load()
}

// load reads the list again.
func (c *Cases) load() {
	a := c.a
	vault, d, w := a.vault, digester{a.w, a.w.today()}, a.rowWriter()
	a.run("ui.cases.busy", func() (then, undo func()) {
		list, err := readCases(vault, d)
		rows, ranks := w.rows(list)
		next := w.due(vault, list)
		vault.SaveIndex()
		return func() {
			if err != nil {
				c.problem = faultOf(err, faultInternal)
			}
			c.stored, c.rows, c.ranks, c.due = list, rows, ranks, next
			c.show()
			if id := c.wanted; id != "" {
				c.wanted = ""
				c.Open(id, "")
			}
			c.a.goBack()
		}, nil
	})
}

func readCases(v Vault, d digester) ([]storedCase, error) {
	entries, err := v.List()
	if err != nil {
		return nil, err
	}
	digests, err := v.Summaries(d.scheme(), d.summarise)
	if err != nil {
		return nil, err
	}
	out := make([]storedCase, len(entries))
	for i, e := range entries {
		out[i] = readCase(v, e, digests)
	}
	slices.SortStableFunc(out, func(a, b storedCase) int { return b.modified.Compare(a.modified) })
	return out, nil
}

func readCase(v Vault, e storage.Entry, digests map[storage.ID]string) storedCase {
	out := storedCase{id: e.ID, rev: e.Rev, modified: e.Modified, err: e.Err}
	text, there := digests[e.ID]
	switch {
	case e.Err != nil:
	case !there:
		_, _, out.err = v.Get(e.ID)
	case text == "" || json.Unmarshal([]byte(text), &out.digest) != nil:
		out.err = faultCaseFile
	}
	return out
}

func (c *Cases) fill(v *View) { v.Cases = c.screen() }

// speak writes the rows in the present language.
func (c *Cases) speak() {
	w, list, vault := c.a.rowWriter(), c.stored, c.a.vault
	c.a.run("ui.cases.busy", func() (then, undo func()) {
		rows, ranks := w.rows(list)
		next := w.due(vault, list)
		return func() {
			c.rows, c.ranks, c.due = rows, ranks, next
			c.show()
		}, nil
	})
}

func (c *Cases) screen() *CasesScreen {
	a, t := c.a, c.a.t
	out := &CasesScreen{Title: a.text("ui.cases.title"), Lead: a.text("ui.cases.lead"), New: a.text("ui.cases.new"),
		Receive: a.text("ui.cases.receive"), Rows: c.find.rows, Due: c.due.banner(a),
		Words: CaseWords{More: a.text("ui.cases.more"), Open: a.text("ui.open"), Routes: a.text("ui.routes.again"),
			HandOver: a.text("ui.handover"), Remove: a.text("ui.remove"), Close: a.text("ui.close")}}
	if a.readOnly != nil {
		out.New, out.Receive, out.Words.Remove = "", "", ""
	}
	if c.problem != "" {
		m := c.problem.words(t)
		out.Problem = &m
	}
	if a.busy != "" {
		out.Busy = a.text(a.busy)
	}
	c.finder(out)
	switch {
	case len(out.Rows) > 0 || out.Busy != "":
	case len(c.stored) == 0:
		out.Empty = a.text("ui.cases.empty")
	default:
		out.Empty = a.text("ui.search.none")
	}
	return out
}

// titled are the answers that a case is called by, the best first.
func titled() []Path { return []Path{"other.name", "provider.name", "order.authority"} }

// caseTitle calls the open case.
func (a *App) caseTitle(c forms.Case) string {
	d := digest{Title: otherSide(c.Answers)}
	if matter, _ := c.Answers.Value(factMatter).(forms.Multi); len(matter) > 0 {
		d.Matter = matter[0]
	}
	for _, f := range c.Filings {
		d.Filings = append(d.Filings, filingDigest{Procedure: f.Procedure})
	}
	return a.rowWriter().title(d)
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
	c.openThen(id, procedure, func(*Interview) {})
}

// openThen is Open, and does something more when the interview is there.
func (c *Cases) openThen(id string, procedure ProcedureID, then func(*Interview)) {
	c.opened(id, func(s forms.Case) {
		if procedure == "" && len(s.Filings) > 0 {
			procedure = s.Filings[0].Procedure
		}
		if procedure == "" {
			c.a.askFacts()
			return
		}
		p, ok := c.a.procedure(procedure)
		if !ok {
			c.a.shut()
			c.problem = faultProcedure
			return
		}
		if _, there := s.Filing(p.ID); !there {
			c.a.file.change(s.WithFiling(draft(p)))
		}
		c.a.show(p)
		then(c.a.Interview())
	})
}

// OpenRoutes opens a case at its routes.
func (c *Cases) OpenRoutes(id string) { c.opened(id, func(forms.Case) { c.a.askFacts() }) }

// opened reads a case and goes on with it as the open one.
func (c *Cases) opened(id string, then func(forms.Case)) {
	i := c.index(id)
	if i < 0 || c.stored[i].err != nil {
		return
	}
	vault, key := c.a.vault, c.stored[i].id
	c.a.run("ui.cases.opening", func() (do, undo func()) {
		data, rev, err := vault.Get(key)
		var read forms.Case
		if err == nil {
			read, err = forms.DecodeCase(data)
		}
		return func() {
			if err != nil {
				c.problem = faultOf(err, faultInternal)
				return
			}
			c.find.halt()
			c.a.file = &file{a: c.a, c: read, rev: rev}
			then(read)
		}, nil
	})
}

func (c *Cases) index(id string) int {
	return slices.IndexFunc(c.stored, func(s storedCase) bool { return string(s.id) == id })
}

// Remove deletes a case for good.
func (c *Cases) Remove(id string) {
	i := c.index(id)
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

// changedOn says when a case was changed.
func changedOn(t *i18n.Catalog, at time.Time) string {
	return t.Text("ui.changed", i18n.Args{"date": i18n.Date(t.Writing(), at.Year(), int(at.Month()), at.Day())})
}
