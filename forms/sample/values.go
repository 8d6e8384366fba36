package sample

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// value makes an answer to a question; n counts the tries for this question.
func (m *maker) value(a interview.Asked, n int) forms.Value {
	q := a.Question
	switch q.Kind {
	case forms.KindYesNo:
		return forms.YesNo(m.best(a, []string{"true", "false"}, n) == "true")
	case forms.KindChoice:
		return forms.Choice(m.best(a, codesOf(a.Options), n))
	case forms.KindMulti:
		return m.multi(a, n)
	case forms.KindText:
		return m.text(q)
	case forms.KindProse:
		return m.prose(q)
	case forms.KindNumber:
		return forms.Number(q.Min + 1 + m.rng.IntN(30))
	case forms.KindMoney:
		return forms.Money{Minor: int64(100 + m.rng.IntN(2_000_000)), Currency: pick(m.rng, "EUR", "CHF", "SEK", "USD")}
	case forms.KindDate:
		if q.ID == "declaration.date" {
			return forms.When{Date: m.o.On, Precision: forms.Exact}
		}
		return m.when(n)
	case forms.KindPeriod:
		return m.period(n)
	case forms.KindPerson:
		return people[m.rng.IntN(len(people))]
	case forms.KindAddress:
		return addresses[m.rng.IntN(len(addresses))]
	case forms.KindCountry:
		return forms.Country(m.best(a, countries, n))
	case forms.KindAuthority:
		return m.authority(n)
	case forms.KindFiles:
		return forms.Files(m.exhibits[:1+m.rng.IntN(len(m.exhibits))])
	}
	return nil
}

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

func codesOf(options []forms.Option) []string {
	out := make([]string, len(options))
	for i, o := range options {
		out[i] = o.Code
	}
	return out
}

func (m *maker) text(q *forms.Question) forms.Value {
	for _, c := range q.Checks {
		switch c.Code {
		case "email":
			return forms.Text(pick(m.rng, "j.weber@example.org", "l.haddad@example.net", "zoe@example.com"))
		case "phone":
			return forms.Text(pick(m.rng, "+49 30 000000", "+351 21 000 00 00", "+33 1 00 00 00 00"))
		case "url":
			return forms.Text(pick(m.rng, "https://www.example.org/konto", "example.com"))
		}
	}
	fitting := texts[q.ID.Name()]
	if fitting == nil {
		fitting = texts[""]
	}
	return forms.Text(within(q, pick(m.rng, fitting...)))
}

// prose writes in the person's language or in one of other scripts, from one
// sentence to several pages, now and then with a translation.
func (m *maker) prose(q *forms.Question) forms.Value {
	lang := m.lang
	if m.rng.IntN(6) == 0 {
		lang = pick(m.rng, i18n.Tag("el"), "ru", "ar", "de")
	}
	p := forms.Prose{Words: m.passage(q, lang), Lang: lang}
	if m.rng.IntN(3) == 0 {
		for _, to := range i18n.Locales() {
			if to != lang {
				p.Translations = append(p.Translations, forms.Translation{Lang: to, Words: m.passage(q, to), By: "M. Muster", On: m.o.On.AddDays(-1)})
			}
		}
	}
	return p
}

func (m *maker) passage(q *forms.Question, lang i18n.Tag) string {
	sentences := words[lang]
	if sentences == nil {
		sentences = words["en"]
	}
	length := 1 + m.rng.IntN(4)
	if m.rng.IntN(25) == 0 || (q.Max == 0 || q.Max > longText) && m.pays(long) {
		length = 120
	}
	var b strings.Builder
	for i := range length {
		if i > 0 {
			b.WriteString(pick(m.rng, " ", " ", "\n"))
		}
		b.WriteString(sentences[m.rng.IntN(len(sentences))])
	}
	return within(q, b.String())
}

// within cuts a sample at the limit of its question, at a space.
func within(q *forms.Question, s string) string {
	if q.Max == 0 || utf8.RuneCountInString(s) <= q.Max {
		return s
	}
	cut := string([]rune(s)[:q.Max])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimSpace(cut)
}

// when is a day in the past, the closer the more tries it took.
func (m *maker) when(n int) forms.When {
	back := 1 + m.rng.IntN(1+400/(n+1))
	w := forms.When{Date: m.o.On.AddDays(-back), Precision: forms.Exact}
	switch {
	case n < 3 && (m.rng.IntN(6) == 0 || m.pays(about)):
		w.Precision = forms.About
	case n < 3 && (m.rng.IntN(12) == 0 || m.pays(yearOnly)):
		w = forms.When{Date: forms.Date{Year: w.Date.Year, Month: 1, Day: 1}, Precision: forms.YearOnly}
	}
	if n > candidates/2 {
		w = forms.When{Date: m.o.On.AddDays(n - candidates/2), Precision: forms.Exact}
	}
	return w
}

func (m *maker) period(n int) forms.Period {
	a, b := m.when(n), m.when(n)
	if b.Date.Before(a.Date) {
		a, b = b, a
	}
	switch m.rng.IntN(5) {
	case 0:
		return forms.Period{From: &a}
	case 1:
		return forms.Period{To: &b}
	}
	return forms.Period{From: &a, To: &b}
}

// authority is a body of the data, now and then one in the person's words.
func (m *maker) authority(n int) forms.AuthorityRef {
	if n == 0 && m.rng.IntN(10) == 0 {
		return forms.AuthorityRef{Name: "Musterbehörde für Datenschutz", Address: addresses[0]}
	}
	var bodies []forms.AuthorityID
	for _, a := range m.p.Authorities {
		if a.Regime == "gdpr" {
			bodies = append(bodies, a.ID)
		}
	}
	return forms.AuthorityRef{ID: pick(m.rng, bodies...)}
}
