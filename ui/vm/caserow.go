package vm

import (
	"cmp"
	"slices"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
)

// caseStatus is how far a case is, for filtering and sorting.
type caseStatus string

// The statuses, in the order in which they are sorted.
const (
	statusFacts   caseStatus = "facts" // no procedure is chosen yet
	statusDraft   caseStatus = "draft"
	statusReady   caseStatus = "ready"
	statusFiled   caseStatus = "filed"
	statusTrouble caseStatus = "trouble" // it cannot be opened, or not in this version
)

func caseStatuses() []caseStatus {
	return []caseStatus{statusFacts, statusDraft, statusReady, statusFiled, statusTrouble}
}

// rowWriter writes rows in one language, beside the window.
type rowWriter struct {
	tag     Tag
	t       *i18n.Catalog
	facts   *i18n.Catalog
	library *packs.Library
	index   map[ProcedureID]packs.Words
	today   forms.Date
}

func (a *App) rowWriter() rowWriter {
	w := rowWriter{tag: a.tag, t: a.t, facts: a.texts(packs.FactsID), library: a.w.Library, today: a.w.today(), index: map[ProcedureID]packs.Words{}}
	for _, e := range a.w.Library.Index() {
		w.index[e.ID] = e.In(a.tag, fallback)
	}
	return w
}

// ranks are the places of the cases in the order of their titles and names.
type ranks struct{ title, name []int }

// rows writes all rows and puts them in order.
func (w rowWriter) rows(list []storedCase) ([]CaseRow, ranks) {
	out := make([]CaseRow, len(list))
	for i, s := range list {
		out[i] = w.row(s)
	}
	return out, ranks{w.rank(out, func(r CaseRow) string { return r.Title }), w.rank(out, func(r CaseRow) string { return r.For })}
}

// rank is the place of each row in the order of a text, as the language sorts.
func (w rowWriter) rank(rows []CaseRow, text func(CaseRow) string) []int {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	i18n.Sort(w.tag, order, func(i int) string { return text(rows[i]) })
	out := make([]int, len(rows))
	for place, i := range order {
		out[i] = place
		if place > 0 && text(rows[i]) == text(rows[order[place-1]]) {
			out[i] = out[order[place-1]]
		}
	}
	return out
}

func (w rowWriter) row(s storedCase) CaseRow {
	if s.err != nil {
		m := faultOf(s.err, faultInternal).words(w.t)
		return CaseRow{ID: string(s.id), Problem: &m, status: statusTrouble}
	}
	row := CaseRow{ID: string(s.id), Title: w.title(s.digest), For: s.digest.Person, Changed: changedOn(w.t, s.modified), status: statusFacts,
		Status: Pill{Text: w.t.Text("ui.status.facts", nil), Tone: Plain}, Caption: w.t.Text("ui.facts.short", nil)}
	row.Question = Confirm{Title: w.t.Text("ui.remove-case.title", i18n.Args{"case": row.Title}),
		Text: w.t.Text("ui.remove-case.text", nil), Yes: w.t.Text("ui.remove-case.yes", nil), No: w.t.Text("ui.cancel", nil)}
	for _, f := range s.digest.Filings {
		row.Filings = append(row.Filings, w.filing(f))
	}
	if len(row.Filings) > 0 {
		w.main(&row, s.digest.Filings)
	}
	return row
}

// main lets the row show the filing that presses most.
func (w rowWriter) main(row *CaseRow, list []filingDigest) {
	best := 0
	for i, f := range list {
		if w.presses(f, list[best]) {
			best = i
		}
	}
	f := row.Filings[best]
	row.Main, row.Caption, row.Status, row.Due, row.status = f.Procedure, f.Name, f.Status, f.Due, w.status(list[best])
	if l, ok := list[best].pressing(); ok {
		row.next = l.Day
	}
	if n := len(list) - 1; n > 0 {
		row.Caption = w.t.Text("ui.cases.and-more", i18n.Args{"n": n, "procedure": f.Name})
	}
}

// presses tells whether a filing goes before another: what is not filed before what
// is, a limit of the person before none, the earlier before the later.
func (w rowWriter) presses(f, g filingDigest) bool {
	if f.Filed.IsZero() != g.Filed.IsZero() {
		return f.Filed.IsZero()
	}
	a, hasA := f.pressing()
	b, hasB := g.pressing()
	return hasA && (!hasB || a.before(b))
}

func (w rowWriter) filing(f filingDigest) FilingRow {
	words, ok := w.index[f.Procedure]
	if !ok {
		return FilingRow{Procedure: f.Procedure, Name: string(f.Procedure), Status: Pill{Text: w.t.Text("ui.status.unknown", nil), Tone: Bad}}
	}
	return FilingRow{Procedure: f.Procedure, Name: words.Short, Status: w.statusPill(f), Due: w.duePill(f)}
}

func (w rowWriter) status(f filingDigest) caseStatus {
	_, known := w.index[f.Procedure]
	switch {
	case !known:
		return statusTrouble
	case !f.Filed.IsZero():
		return statusFiled
	case f.Complete:
		return statusReady
	}
	return statusDraft
}

// statusPill says how far a filing is.
func (w rowWriter) statusPill(f filingDigest) Pill {
	switch d := f.Filed; {
	case !d.IsZero():
		return Pill{Text: w.t.Text("ui.status.filed", i18n.Args{"date": i18n.DateShort(w.t.Writing(), d.Year, d.Month, d.Day)}), Tone: Plain}
	case f.Complete:
		return Pill{Text: w.t.Text("ui.status.ready", nil), Tone: Good}
	}
	return Pill{Text: w.t.Text("ui.status.draft", i18n.Args{"percent": 100 * f.Done / max(f.Total, 1)}), Tone: Soft}
}

// duePill says the next date of a filing.
func (w rowWriter) duePill(f filingDigest) Pill {
	l, ok := f.pressing()
	switch {
	case ok && !f.Filed.IsZero():
		return w.replyPill(l.Day)
	case ok:
		return w.leftPill(l)
	case len(f.Limits) > 0 && f.Filed.IsZero():
		return Pill{Text: w.t.Text("deadline.kind.none", nil)}
	}
	return Pill{}
}

// leftPill says how long a limit still runs.
func (w rowWriter) leftPill(l limitDigest) Pill {
	full := limitPill(w.t, l, w.today)
	if l.Day.IsZero() || !l.Kind.Persons() {
		return full
	}
	switch n := daysBetween(w.today, l.Day); {
	case n < 0:
		full.Text = w.t.Text("ui.deadline.overdue", nil)
	case n == 0:
		full.Text = w.t.Text("deadline.today", nil)
	default:
		full.Text = w.t.Text("deadline.left", i18n.Args{"n": n})
	}
	return full
}

// replyPill says until when the other side has to answer.
func (w rowWriter) replyPill(day forms.Date) Pill {
	args := i18n.Args{"date": i18n.DateShort(w.t.Writing(), day.Year, day.Month, day.Day)}
	if day.Before(w.today) {
		return Pill{Text: w.t.Text("ui.deadline.reply-over", args), Tone: Warn}
	}
	return Pill{Text: w.t.Text("ui.deadline.reply", args), Tone: Plain}
}

// title calls a case by the other side, else by what it is for, else by what it is
// about.
func (w rowWriter) title(d digest) string {
	if d.Title != "" {
		return short(d.Title)
	}
	for _, f := range d.Filings {
		if words, ok := w.index[f.Procedure]; ok {
			return words.Short
		}
	}
	if key := i18n.Key("ask.q.facts.matter.o." + d.Matter); d.Matter != "" && w.facts.Has(key) {
		return w.facts.Text(key, nil)
	}
	return w.t.Text("ui.case.unnamed", nil)
}

// before tells whether a limit goes before another in a narrow place: what binds
// the person first, a known day before none, the earlier before the later.
func (l limitDigest) before(m limitDigest) bool {
	return cmp.Or(cmp.Compare(weight(l.Kind), weight(m.Kind)), absent(l.Day)-absent(m.Day), l.Day.Compare(m.Day)) < 0
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

// statusRank is the place of a status in the order of all.
func statusRank(s caseStatus) int { return slices.Index(caseStatuses(), s) }
