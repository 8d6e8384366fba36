package sample

import (
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
)

// dependents maps each question to those that name it in a condition: their own,
// that of an option, or that of their section.
func dependents(p *forms.Procedure) map[forms.ID][]*forms.Question {
	out := map[forms.ID][]*forms.Question{}
	for _, s := range p.Sections {
		for _, q := range questionsOf(s.Items) {
			refs := append(q.When.Refs(), s.When.Refs()...)
			for _, o := range q.Options {
				refs = append(refs, o.When.Refs()...)
			}
			slices.Sort(refs)
			for _, ref := range slices.Compact(refs) {
				out[forms.ID(ref)] = append(out[forms.ID(ref)], q)
			}
		}
	}
	return out
}

// questionsOf lists the questions among items, with those of repeats.
func questionsOf(items []forms.Item) []*forms.Question {
	var out []*forms.Question
	for _, it := range items {
		if it.Repeat != nil {
			out = append(out, questionsOf(it.Repeat.Items)...)
		} else {
			out = append(out, it.Question)
		}
	}
	return out
}

// sections maps each question to the condition of its section.
func sections(p *forms.Procedure) map[forms.ID]cond.Expr {
	out := map[forms.ID]cond.Expr{}
	for _, s := range p.Sections {
		for _, q := range questionsOf(s.Items) {
			out[q.ID] = s.When
		}
	}
	return out
}

// codesOfQuestion lists what can be chosen in a question.
func codesOfQuestion(q *forms.Question) []string {
	if q.Kind == forms.KindYesNo {
		return []string{"true", "false"}
	}
	return codesOf(q.Options)
}

// unused counts what was never chosen in a question, without what closes the
// procedure as far as was tried.
func (m *maker) unused(q *forms.Question) int {
	n := 0
	for _, code := range codesOfQuestion(q) {
		if at := string(q.ID) + "=" + code; m.used[at] == 0 && m.used[closing+at] == 0 {
			n++
		}
	}
	return n
}

// closing stands before an option that was tried and closes the procedure.
const closing = "closing "

// closed notes that an answer with one option closes the procedure.
func (m *maker) closed(a interview.Asked, v forms.Value) {
	if codes := chosen(v); len(codes) == 1 {
		m.used[closing+string(a.Path.Question())+"="+codes[0]]++
	}
}

// ranked puts codes in the order of what they do for coverage: those that lead to
// most that was never chosen, then those chosen least.
func (m *maker) ranked(a interview.Asked, codes []string) []string {
	out := slices.Clone(codes)
	m.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	gain := map[string]int{}
	if m.leads(a) {
		for _, code := range out {
			gain[code] = m.gain(a, code)
		}
	}
	id := string(a.Path.Question()) + "="
	slices.SortStableFunc(out, func(x, y string) int {
		if gain[x] != gain[y] {
			return gain[y] - gain[x]
		}
		return m.used[id+x] - m.used[id+y]
	})
	return out
}

// leads tells whether an answer can lead to something never chosen.
func (m *maker) leads(a interview.Asked) bool { return m.ahead(a.Path.Question()) > 0 }

// ahead counts what was never chosen in the questions that a question leads to,
// and those that these lead to.
func (m *maker) ahead(id forms.ID) int {
	n := 0
	for _, q := range m.depend[id] {
		n += m.unused(q) + m.ahead(q.ID)
	}
	return n
}

// gain counts what was never chosen, in a question and in those that a choice
// leads to.
func (m *maker) gain(a interview.Asked, code string) int {
	id, prefix := a.Path.Question(), a.Path.Prefix()
	n := 0
	if m.used[string(id)+"="+code] == 0 {
		n = 2
	}
	s := interview.Resolve(m.p, m.answers.With(a.Path, forms.Answer{Value: coded(a.Question.Kind, code)}), m.o.On)
	for _, q := range m.depend[id] {
		if !s.Holds(q.When, prefix) || !s.Holds(m.section[q.ID], "") {
			continue
		}
		n += m.unused(q) + m.ahead(q.ID)
		for _, o := range q.Options {
			if m.used[string(q.ID)+"="+o.Code] == 0 && !s.Holds(o.When, prefix) {
				n--
			}
		}
	}
	return n
}

// coded is the answer of a kind that a code stands for.
func coded(kind forms.Kind, code string) forms.Value {
	switch kind {
	case forms.KindYesNo:
		return forms.YesNo(code == "true")
	case forms.KindMulti:
		return forms.Multi{code}
	case forms.KindCountry:
		return forms.Country(code)
	default:
		return forms.Choice(code)
	}
}

// best is the code that does most for coverage; the nth try takes the nth.
func (m *maker) best(a interview.Asked, codes []string, n int) string {
	ranked := m.ranked(a, codes)
	return ranked[n%len(ranked)]
}

// multi takes the best codes, in the order of the options.
func (m *maker) multi(a interview.Asked, n int) forms.Multi {
	ranked := m.ranked(a, codesOf(a.Options))
	from := n % len(ranked)
	some := ranked[from:min(len(ranked), from+1+m.rng.IntN(4))]
	var out forms.Multi
	for _, o := range a.Options {
		if slices.Contains(some, o.Code) {
			out = append(out, o.Code)
		}
	}
	return out
}
