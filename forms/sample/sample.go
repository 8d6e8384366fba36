// Package sample makes complete cases with plainly invented people, for trying a
// procedure out and for tests, and walks at random through an interview to find
// what breaks it. The same seed gives the same case.
//
// Call Case for one, Cases for many: over any twenty seeds in a row, beginning
// at 1, 21, 41 and so on, the samples choose every option that leaves the
// procedure open, skip, nest, are uncertain about dates, write at length and in
// several scripts.
package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
	"recourse/i18n"
)

// blockLength is how many seeds in a row share one account of what was chosen.
const blockLength = 20

// Options says what cases are made.
type Options struct {
	On               forms.Date // the day on which they are resolved
	Language         i18n.Tag   // the person's; "" changes with the seed
	DocumentLanguage i18n.Tag   // of the filing; "" leaves it to the body
}

// Case makes the case of a seed, 1 or more. It fails only for a procedure that
// no answers complete.
func Case(p *forms.Procedure, seed uint64, o Options) (forms.Case, error) {
	seed = max(seed, 1)
	first := (seed-1)/blockLength*blockLength + 1
	var last forms.Case
	for c, err := range Cases(p, first, int(seed-first)+1, o) {
		if err != nil {
			return forms.Case{}, err
		}
		last = c
	}
	return last, nil
}

// Cases makes the cases of n seeds in a row; first is 1, 21, 41 and so on.
func Cases(p *forms.Procedure, first uint64, n int, o Options) iter.Seq2[forms.Case, error] {
	return func(yield func(forms.Case, error) bool) {
		used := map[string]int{}
		for i := range n {
			seed := first + uint64(i)
			if (seed-1)%blockLength == 0 {
				used = map[string]int{}
			}
			c, err := one(p, seed, o, used)
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}

// Extend completes a case for one more procedure: it answers what that one still
// asks and adds the filing. What the case says already stays as it is; a case without
// an id is a new one.
func Extend(p *forms.Procedure, c forms.Case, seed uint64, o Options) (forms.Case, error) {
	o.Language = c.Language
	for try := range uint64(tries) {
		m := newMaker(p, seed, try, o, map[string]int{})
		m.put(c.Answers)
		if exhibits := c.Answers.Items("exhibits.list"); len(exhibits) > 0 {
			m.exhibits = exhibits
		}
		for at := range c.Answers.All() {
			m.reached[at] = true
		}
		m.fill()
		if m.resolve().Complete() {
			done := m.finished()
			if c.ID == "" {
				c.ID, c.Language = done.ID, done.Language
			}
			c.Answers = m.answers
			return c.WithFiling(done.Filings[0]), nil
		}
	}
	return forms.Case{}, fmt.Errorf("sample %s: the case of seed %d cannot be completed for it", p.ID, seed)
}

// tries is how often a case is begun anew when its answers run into a dead end.
const tries = 40

func one(p *forms.Procedure, seed uint64, o Options, used map[string]int) (forms.Case, error) {
	var open []forms.Problem
	for try := range uint64(tries) {
		m := newMaker(p, seed, try, o, used)
		m.fill()
		if s := m.resolve(); s.Complete() {
			m.settle(s)
			return m.finished(), nil
		} else {
			open = s.Problems
		}
	}
	return forms.Case{}, fmt.Errorf("sample %s: no answers complete seed %d: %s stands at %q", p.ID, seed, open[0].Code, open[0].At)
}

// maker makes one case.
type maker struct {
	p        *forms.Procedure
	o        Options
	rng      *rand.Rand
	lang     i18n.Tag
	used     map[string]int // how often each option was chosen in earlier cases of the block
	answers  forms.Answers
	state    *interview.State // that follows from the answers; nil when not yet resolved
	id       string
	exhibits []string
	reached  map[forms.Path]bool
	depend   map[forms.ID][]*forms.Question // the questions whose condition names a question
	section  map[forms.ID]cond.Expr         // the condition of the section of a question
	tied     map[forms.Path]bool            // must be answered: a notice asked for it
	owes     map[string]bool                // what the block nears its end without
}

func newMaker(p *forms.Procedure, seed, try uint64, o Options, used map[string]int) *maker {
	m := &maker{p: p, o: o, rng: rand.New(rand.NewPCG(seed, try)), lang: o.Language, used: used,
		owes: map[string]bool{}, reached: map[forms.Path]bool{}, tied: map[forms.Path]bool{}, depend: dependents(p), section: sections(p)}
	if m.lang == "" {
		locales := i18n.Locales()
		m.lang = locales[(seed-1)%uint64(len(locales))]
	}
	for _, w := range []string{long, about, yearOnly} {
		m.owes[w] = (seed-1)%blockLength >= blockLength*3/4 && used[w] == 0
	}
	m.id = m.uuid()
	for range 1 + m.rng.IntN(3) {
		m.exhibits = append(m.exhibits, m.uuid())
	}
	return m
}

// uuid is a UUID of version 4 from the seed.
func (m *maker) uuid() string {
	a, b := m.rng.Uint64(), m.rng.Uint64()
	return fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x", a>>32, a>>16&0xffff, a&0xfff, b>>48&0xfff, b&0xffffffffffff)
}

// put sets the answers.
func (m *maker) put(a forms.Answers) { m.answers, m.state = a, nil }

// resolve is the state that follows from the answers.
func (m *maker) resolve() interview.State {
	if m.state == nil {
		s := interview.Resolve(m.p, m.answers, m.o.On)
		m.state = &s
	}
	return *m.state
}

// fill goes through all that is asked, in order, and answers it; what notices
// still ask for is answered in a second round.
func (m *maker) fill() {
	for range 4 {
		m.round()
		again := false
		for _, p := range m.resolve().Problems {
			if q := m.p.Question(p.At.Question()); p.Code.Blocking() && q != nil && !m.tied[p.At] {
				m.tied[p.At], m.reached[p.At], again = true, false, true
			}
		}
		if !again {
			return
		}
	}
}

func (m *maker) round() {
	for {
		a, ok := m.next()
		if !ok {
			return
		}
		m.reached[a.Path] = true
		if a.Repeat != nil {
			m.items(a)
		} else {
			m.answer(a)
		}
	}
}

func (m *maker) next() (interview.Asked, bool) {
	for _, sec := range m.resolve().Sections {
		for _, a := range sec.Asked {
			if !m.reached[a.Path] {
				return a, true
			}
		}
	}
	return interview.Asked{}, false
}

// items gives a repeat some items; the exhibits are known from the beginning.
func (m *maker) items(a interview.Asked) {
	var ids forms.Items
	if a.Path == "exhibits.list" {
		ids = slices.Clone(m.exhibits)
	} else {
		least := 0
		if a.Required || a.Path.Depth() == 0 {
			least = 1
		}
		for range least + m.rng.IntN(3) {
			ids = append(ids, m.uuid())
		}
	}
	m.put(m.answers.With(a.Path, forms.Answer{Value: ids}))
}

// answer gives a question an answer that closes nothing, a skip, or nothing.
func (m *maker) answer(a interview.Asked) {
	before := m.resolve()
	optional := !a.Required && !m.tied[a.Path]
	if skip, ok := m.skip(a); ok && optional {
		m.put(m.answers.With(a.Path, forms.Answer{Skip: skip}))
		if !worse(before, m.resolve()) {
			return
		}
	}
	if optional && m.rng.IntN(6) == 0 && len(a.Question.Options) == 0 && !m.leads(a) {
		m.put(m.answers.Without(a.Path))
		return
	}
	kept := m.answers
	for n := range candidates {
		v := m.value(a, n)
		m.put(kept.With(a.Path, forms.Answer{Value: v}))
		if !worse(before, m.resolve()) {
			return
		}
		m.closed(a, v)
	}
	m.put(kept)
}

// candidates is how many answers are tried before a question is left.
const candidates = 40

func (m *maker) skip(a interview.Asked) (forms.Skip, bool) {
	skips, odds := a.Question.Skips, 5
	if m.unused(a.Question) > 0 || m.leads(a) {
		odds = 40
	}
	if len(skips) == 0 || m.rng.IntN(odds) != 0 {
		return "", false
	}
	return skips[m.rng.IntN(len(skips))], true
}

// worse tells whether a state has a problem that an earlier one had not and that
// no later answer cures.
func worse(before, after interview.State) bool {
	for _, p := range after.Problems {
		switch p.Code {
		case forms.Required, forms.RequiredItem, forms.Missing, forms.UnknownExhibit:
			continue
		}
		if !slices.ContainsFunc(before.Problems, func(q forms.Problem) bool { return q.Code == p.Code && q.At == p.At && q.Text == p.Text }) {
			return true
		}
	}
	return false
}

// settle notes what a finished case chose.
func (m *maker) settle(s interview.State) {
	for at, a := range s.Known.All() {
		for _, code := range chosen(a.Value) {
			m.used[string(at.Question())+"="+code]++
		}
		if w := rarity(a.Value); w != "" {
			m.used[w]++
		}
	}
}

func chosen(v forms.Value) []string {
	switch v := v.(type) {
	case forms.Choice:
		return []string{string(v)}
	case forms.Multi:
		return v
	case forms.YesNo:
		return []string{fmt.Sprint(bool(v))}
	}
	return nil
}

func (m *maker) finished() forms.Case {
	return forms.Case{ID: m.id, Language: m.lang, Answers: m.answers, Filings: []forms.Filing{{
		Procedure: m.p.ID, PackVersion: m.p.Version, DocumentLanguage: m.o.DocumentLanguage, Status: forms.FilingDraft}}}
}
