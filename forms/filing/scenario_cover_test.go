package filing_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/cond"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// exempt lists what no answers can visit, with the reason. A line here that a
// scenario does visit is a fault.
var exempt = map[forms.ProcedureID]map[string]string{}

// visitsAll proves that the scenarios of a procedure together ask every question,
// choose every option, skip in every way that is offered, show and do not show
// every notice, run every deadline, write every entry of every outline, and bring
// every condition to Yes and to not Yes and each test in it to Yes and to No.
func visitsAll(t *testing.T, lib *packs.Library, p *forms.Procedure, all []*scenario) {
	seen := map[string]bool{}
	for _, s := range all {
		for _, told := range s.stories {
			if s.owner == p.ID || s.hasPartOf(p.ID) {
				visit(t, lib, interview.Resolve(p, told.facts.Answers, told.today), seen)
			}
		}
	}
	compareVisits(t, p, seen)
}

// hasPartOf tells whether a scenario has goldens of a procedure that is not that
// of its folder.
func (s *scenario) hasPartOf(id forms.ProcedureID) bool {
	for _, f := range s.archive.Files {
		if s.part(f.Name).procedure == id {
			return true
		}
	}
	return false
}

func compareVisits(t *testing.T, p *forms.Procedure, seen map[string]bool) {
	t.Helper()
	wanted := map[string]bool{}
	want(p, wanted)
	var missing []string
	for w := range wanted {
		if !seen[w] && exempt[p.ID][w] == "" {
			missing = append(missing, w)
		}
	}
	slices.Sort(missing)
	for _, m := range missing {
		t.Errorf("no scenario has: %s", m)
	}
	for w := range exempt[p.ID] {
		if seen[w] || !wanted[w] {
			t.Errorf("exempt for no reason: %s", w)
		}
	}
	t.Logf("%d of %d visited, %d exempt", len(wanted)-len(missing)-len(exempt[p.ID]), len(wanted), len(exempt[p.ID]))
}

// want lists all that is to be visited.
func want(p *forms.Procedure, wanted map[string]bool) {
	note := func(format string, args ...any) { wanted[fmt.Sprintf(format, args...)] = true }
	for q := range p.Questions() {
		note("question %s asked", q.ID)
		note("question %s answered", q.ID)
		for _, code := range codesOf(q) {
			note("question %s: %s", q.ID, code)
		}
		for _, skip := range q.Skips {
			note("question %s: skip %s", q.ID, skip)
		}
	}
	for _, n := range p.Notices {
		note("notice %s shown", n.ID)
		if !n.When.IsZero() || n.Valid != (forms.Validity{}) {
			note("notice %s not shown", n.ID)
		}
	}
	for _, d := range p.Deadlines {
		note("deadline %s runs", d.ID)
		if d.Count != nil && d.Extend != nil {
			note("deadline %s extended", d.ID)
		}
	}
	eachOutline(p, func(outline []forms.Block, name string) {
		for _, b := range outline {
			for _, e := range contentOf(b) {
				note("%s %s", name, e)
			}
		}
	})
	conditions{visit: func(where string, e cond.Expr, _ cond.Env) { wantSides(where, e, note) }}.all(p)
}

// wantSides lists the sides of a condition and of its tests; what is always so
// has but one.
func wantSides(where string, e cond.Expr, note func(string, ...any)) {
	tests := e.Tests()
	if len(tests) == 0 {
		return
	}
	note("%s: yes", where)
	note("%s: not yes", where)
	for _, test := range tests {
		note("%s: %s is yes", where, test)
		note("%s: %s is no", where, test)
		if _, inner, ok := anyOf(test); ok {
			wantSides(where+" any", inner, note)
		}
	}
}

var anyForm = regexp.MustCompile(`^any (\S+) where (.*)$`)

// anyOf takes a test of the items of a repeat apart.
func anyOf(test cond.Expr) (repeat cond.Ref, inner cond.Expr, ok bool) {
	m := anyForm.FindStringSubmatch(test.String())
	if m == nil {
		return "", cond.Expr{}, false
	}
	inner, err := cond.Parse(m[2])
	return cond.Ref(m[1]), inner, err == nil
}

func codesOf(q *forms.Question) []string {
	if q.Kind == forms.KindYesNo {
		return []string{"yes", "no"}
	}
	var out []string
	for _, o := range q.Options {
		out = append(out, o.Code)
	}
	return out
}

// visit notes all that one story visits.
func visit(t *testing.T, lib *packs.Library, s interview.State, seen map[string]bool) {
	t.Helper()
	note := func(format string, args ...any) { seen[fmt.Sprintf(format, args...)] = true }
	for _, sec := range s.Sections {
		for _, a := range sec.Asked {
			if a.Question != nil {
				note("question %s asked", a.Question.ID)
			}
		}
	}
	for at, a := range s.Known.All() {
		visitAnswer(at.Question(), a, note)
	}
	shown := map[forms.ID]bool{}
	for _, n := range s.Notices {
		note("notice %s shown", n.ID)
		shown[n.ID] = true
	}
	for _, n := range s.Procedure.Notices {
		if !shown[n.ID] {
			note("notice %s not shown", n.ID)
		}
	}
	for _, d := range s.Deadlines {
		note("deadline %s runs", d.Rule.ID)
		if d.Extended {
			note("deadline %s extended", d.Rule.ID)
		}
	}
	conditions{state: &s, visit: func(where string, e cond.Expr, env cond.Env) { visitSides(where, e, env, note) }}.all(s.Procedure)
	if s.Complete() {
		visitOutlines(t, lib, s, note)
	}
}

func visitAnswer(id forms.ID, a forms.Answer, note func(string, ...any)) {
	if a.Skip != "" {
		note("question %s: skip %s", id, a.Skip)
		return
	}
	note("question %s answered", id)
	switch v := a.Value.(type) {
	case forms.YesNo:
		note("question %s: %s", id, map[bool]string{true: "yes", false: "no"}[bool(v)])
	case forms.Choice:
		note("question %s: %s", id, v)
	case forms.Multi:
		for _, code := range v {
			note("question %s: %s", id, code)
		}
	}
}

func visitSides(where string, e cond.Expr, env cond.Env, note func(string, ...any)) {
	if e.Eval(env) == cond.Yes {
		note("%s: yes", where)
	} else {
		note("%s: not yes", where)
	}
	for _, test := range e.Tests() {
		note("%s: %s is %s", where, test, test.Eval(env))
		if repeat, inner, ok := anyOf(test); ok {
			items, _ := env.Items(repeat)
			for _, item := range items {
				visitSides(where+" any", inner, item, note)
			}
		}
	}
}

// conditions goes through the conditions of a procedure: all of them, or with a
// state those that are evaluated in it, at each place where they are.
type conditions struct {
	state *interview.State
	visit func(where string, e cond.Expr, env cond.Env)
}

// holds visits a condition and tells whether what it guards is reached.
func (c conditions) holds(e cond.Expr, prefix, where string, args ...any) bool {
	if e.IsZero() {
		return true
	}
	if c.state == nil {
		c.visit(fmt.Sprintf(where, args...), e, nil)
		return true
	}
	c.visit(fmt.Sprintf(where, args...), e, c.state.Env(prefix))
	return c.state.Holds(e, prefix)
}

// inside lists the prefixes of the items of a repeat.
func (c conditions) inside(prefix string, repeat forms.ID) []string {
	if c.state == nil {
		return []string{""}
	}
	at := forms.Path(prefix) + forms.Path(repeat)
	var out []string
	for _, id := range c.state.Known.Items(at) {
		out = append(out, string(at)+"/"+id+"/")
	}
	return out
}

func (c conditions) all(p *forms.Procedure) {
	for _, s := range p.Sections {
		if c.holds(s.When, "", "when of section %s", s.ID) {
			c.items(s.Items, "")
		}
	}
	for _, n := range p.Notices {
		if c.state == nil || n.Valid.Holds(c.state.Today) {
			c.holds(n.When, "", "when of notice %s", n.ID)
		}
	}
	for _, d := range p.Deadlines {
		if c.state == nil || d.Valid.Holds(c.state.Today) {
			c.deadline(d)
		}
	}
	for _, f := range p.Filing {
		c.holds(f.When, "", "when of step %s", f.ID)
	}
	eachOutline(p, func(outline []forms.Block, name string) {
		for i, b := range outline {
			at := fmt.Sprintf("%s, %s %d %s", name, b.Kind, i+1, b.ID)
			if c.holds(b.When, "", "when of %s", at) {
				c.entries(b.Items, "", at)
			}
		}
	})
}

func (c conditions) items(items []forms.Item, prefix string) {
	for _, it := range items {
		if rep := it.Repeat; rep != nil && c.holds(rep.When, prefix, "when of %s", rep.ID) {
			c.holds(rep.Required, prefix, "required of %s", rep.ID)
			for _, inner := range c.inside(prefix, rep.ID) {
				c.items(rep.Items, inner)
			}
		}
		if q := it.Question; q != nil && c.holds(q.When, prefix, "when of %s", q.ID) {
			c.question(q, prefix)
		}
	}
}

func (c conditions) question(q *forms.Question, prefix string) {
	c.holds(q.Required, prefix, "required of %s", q.ID)
	for _, o := range q.Options {
		c.holds(o.When, prefix, "when of %s, option %s", q.ID, o.Code)
	}
	for _, check := range q.Checks {
		c.holds(check.Rule, prefix, "check %s of %s", check.Code, q.ID)
	}
}

// deadline visits the conditions of a limit at each place that it is counted at.
func (c conditions) deadline(d forms.DeadlineRule) {
	prefixes := []string{""}
	if c.state != nil && d.Count != nil && d.Count.From != "" {
		prefixes = nil
		for _, sec := range c.state.Sections {
			for _, a := range sec.Asked {
				if a.Path.Question() == d.Count.From {
					prefixes = append(prefixes, a.Path.Prefix())
				}
			}
		}
	}
	for _, prefix := range prefixes {
		if c.holds(d.When, prefix, "when of deadline %s", d.ID) && d.Extend != nil {
			c.holds(d.Extend.When, prefix, "extension of deadline %s", d.ID)
		}
	}
}

func (c conditions) entries(entries []forms.Entry, prefix, at string) {
	for i, e := range entries {
		here := fmt.Sprintf("%s.%d", at, i+1)
		if !c.holds(e.When, prefix, "when of %s %s", here, e.Text) {
			continue
		}
		for code, under := range e.Under {
			if c.state == nil || c.chose(prefix, e.Checklist, code) {
				c.entries(under, prefix, here+" "+code)
			}
		}
		if e.Each != "" {
			for _, inner := range c.inside(prefix, e.Each) {
				c.entries(e.Items, inner, here)
			}
		}
	}
}

func (c conditions) chose(prefix string, id forms.ID, code string) bool {
	chosen, _ := c.state.Known.Value(forms.Path(prefix) + forms.Path(id)).(forms.Multi)
	return slices.Contains(chosen, code)
}

func eachOutline(p *forms.Procedure, do func(outline []forms.Block, name string)) {
	do(p.Outline, "outline")
	for _, s := range p.Sheets {
		do(s.Outline, "sheet "+s.ID)
	}
}

// contentOf lists what a block can say: the questions whose answers, and the
// sentences and headings that are its own.
func contentOf(b forms.Block) []string {
	out := []string{"block " + string(b.Kind)}
	if b.Kind.Headed() {
		out = []string{"heading " + string(b.ID)}
	}
	for _, text := range append([]string{b.Sentence, b.Revocation, b.Officer}, b.Enclosures...) {
		if text != "" {
			out = append(out, "text "+text)
		}
	}
	ids := slices.Concat(b.Sender, b.Reference, b.Signer, b.Principal, b.Agent, b.To, []forms.ID{b.Place, b.Date, b.Organisation, b.Capacity, b.Behalf})
	for _, p := range b.Parties {
		ids = slices.Concat(ids, p.Names, p.Details)
	}
	for _, f := range b.Fields {
		ids = append(ids, f.From...)
	}
	for _, id := range ids {
		if id != "" {
			out = append(out, "answer "+string(id))
		}
	}
	return append(out, contentOfEntries(b.Items)...)
}

func contentOfEntries(entries []forms.Entry) []string {
	var out []string
	for _, e := range entries {
		for _, id := range append(slices.Clone(e.Facts), e.Prose, e.Checklist, e.List) {
			if id != "" {
				out = append(out, "answer "+string(id))
			}
		}
		if e.Text != "" {
			out = append(out, "text "+e.Text)
		}
		if e.Each != "" {
			out = append(out, "heading "+string(e.Each))
		}
		for _, under := range e.Under {
			out = append(out, contentOfEntries(under)...)
		}
		out = append(out, contentOfEntries(e.Items)...)
	}
	return out
}

// visitOutlines composes the filing and every sheet and notes what they say.
func visitOutlines(t *testing.T, lib *packs.Library, s interview.State, note func(string, ...any)) {
	t.Helper()
	texts, ok := lib.Texts(s.Procedure.ID, "en")
	if !ok {
		t.Fatalf("%s has no English texts", s.Procedure.ID)
	}
	filing, _ := compose.Document(s, compose.Options{Texts: texts})
	visitDocument(s.Procedure, s.Procedure.Outline, filing, texts, "outline", note)
	for _, sheet := range s.Procedure.Sheets {
		d, _ := compose.Document(s, compose.Options{Texts: texts, Copy: compose.Sheet, Sheet: sheet.ID})
		visitDocument(s.Procedure, sheet.Outline, d, texts, "sheet "+sheet.ID, note)
	}
}

func visitDocument(p *forms.Procedure, outline []forms.Block, d doc.Document, texts *i18n.Catalog, name string, note func(string, ...any)) {
	for _, r := range runsOf(d) {
		note("%s answer %s", name, r.From.Question())
	}
	lines := strings.Split(doc.Text(d), "\n")
	says := func(k i18n.Key) bool {
		var form strings.Builder
		args := i18n.Args{}
		for _, arg := range texts.Placeholders(k) {
			args[arg] = ""
		}
		for _, part := range texts.Parts(k, args) {
			if part.Arg != "" {
				form.WriteString(".+")
			} else {
				form.WriteString(regexp.QuoteMeta(part.Text))
			}
		}
		whole := regexp.MustCompile(`^([#0-9. ]+ )?` + form.String() + `$`)
		return slices.ContainsFunc(lines, whole.MatchString)
	}
	for _, b := range outline {
		if slices.ContainsFunc(d.Blocks, func(have doc.Block) bool { return isBlock(b.Kind, have) }) {
			note("%s block %s", name, b.Kind)
		}
		for _, c := range contentOf(b) {
			kind, id, _ := strings.Cut(c, " ")
			if kind == "text" && says(i18n.Key("doc.t."+id)) ||
				kind == "heading" && (says(p.Key("doc.h", forms.ID(id))) || says(p.Key("doc.r", forms.ID(id)))) {
				note("%s %s", name, c)
			}
		}
	}
}

// isBlock tells whether a block of a document is of the kind of an outline's.
func isBlock(kind forms.BlockKind, b doc.Block) bool {
	switch b.(type) {
	case doc.Letterhead:
		return kind == forms.BlockLetterhead
	case doc.Addressee:
		return kind == forms.BlockAddressee
	case doc.Title:
		return kind == forms.BlockTitle
	case doc.Table:
		return kind == forms.BlockExhibits
	case doc.Signature:
		return kind == forms.BlockSignature
	case doc.Parties:
		return kind == forms.BlockParties
	case doc.Notice:
		return kind == forms.BlockNotices || kind == forms.BlockDeadlines
	}
	return false
}
