package interview_test

import (
	"fmt"
	"testing"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
)

// large is a procedure of 475 questions, one in three with a condition, a
// quarter of them in a repeat of 8 items, with 1,000 answers.
func large(b *testing.B) (*forms.Procedure, forms.Answers) {
	b.Helper()
	p := &forms.Procedure{ID: "large"}
	m := map[forms.Path]forms.Answer{}
	for s := range 19 {
		sec := forms.Section{ID: forms.ID(fmt.Sprintf("large.s%d", s))}
		for i := range 18 {
			q := question(b, s, i)
			sec.Items = append(sec.Items, forms.Item{Question: q})
			m[forms.Path(q.ID)] = value(i)
		}
		rep := &forms.Repeat{ID: forms.ID(fmt.Sprintf("large.r%d", s))}
		var items forms.Items
		for k := range 5 {
			items = append(items, fmt.Sprintf("00000000-0000-4000-8000-%012d", k))
		}
		m[forms.Path(rep.ID)] = forms.Answer{Value: items}
		for i := 18; i < 25; i++ {
			q := question(b, s, i)
			rep.Items = append(rep.Items, forms.Item{Question: q})
			for _, id := range items {
				m[forms.Path(rep.ID).In(id, q.ID)] = value(i)
			}
		}
		sec.Items = append(sec.Items, forms.Item{Repeat: rep})
		p.Sections = append(p.Sections, sec)
	}
	return p, forms.NewAnswers(m)
}

func question(b *testing.B, s, i int) *forms.Question {
	q := &forms.Question{ID: forms.ID(fmt.Sprintf("large.q%d_%d", s, i)), Kind: forms.KindYesNo, Required: cond.Always()}
	if i%2 == 1 {
		q.Kind = forms.KindText
	}
	if i%3 == 2 {
		e, err := cond.Parse(fmt.Sprintf("large.q%d_0 is yes and (large.q%d_%d is yes or answered large.q%d_1)", s, s, (i-2)/2*2, s))
		if err != nil {
			b.Fatal(err)
		}
		q.When = e
	}
	return q
}

func value(i int) forms.Answer {
	if i%2 == 1 {
		return forms.Answer{Value: forms.Text("an answer of some length")}
	}
	return forms.Answer{Value: forms.YesNo(true)}
}

// BenchmarkResolve resolves 475 questions with about 1,000 answers; the aim is
// under 2 ms.
func BenchmarkResolve(b *testing.B) {
	p, a := large(b)
	n := 0
	for range p.Questions() {
		n++
	}
	b.ReportMetric(float64(n), "questions")
	b.ReportMetric(float64(a.Len()), "answers")
	b.ReportAllocs()
	for b.Loop() {
		if s := interview.Resolve(p, a, today); s.Progress.Done < 900 {
			b.Fatal(s.Progress)
		}
	}
}
