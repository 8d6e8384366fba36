package filing_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/sample"
	"recourse/i18n/fonts"
)

// shortest makes the case with the shortest document of a procedure: samples
// without what is optional.
func shortest(b *testing.B, m filing.Maker, id forms.ProcedureID) (best forms.Case, pages int) {
	b.Helper()
	p := procedure(b, m, id)
	for c, err := range sample.Cases(p, 1, 20, sample.Options{On: on}) {
		if err != nil {
			b.Fatal(err)
		}
		for at := range c.Answers.All() {
			without := c.Answers.Without(at)
			if interview.Resolve(p, without, on).Complete() {
				c.Answers = without
			}
		}
		if n := complete(b, m, filing.Request{Case: c, Procedure: id, Language: "en"}).Pages; pages == 0 || n < pages {
			best, pages = c, n
		}
	}
	return best, pages
}

// BenchmarkDocument makes a document of three or four pages from its answers, in
// process; the aim is under 30 ms for three.
func BenchmarkDocument(b *testing.B) {
	m := maker(b)
	for _, p := range m.Library.Procedures() {
		b.Run(string(p.ID), func(b *testing.B) {
			c, pages := shortest(b, m, p.ID)
			size := 0
			for b.Loop() {
				size = len(complete(b, m, filing.Request{Case: c, Procedure: p.ID, Language: "en"}).PDF)
			}
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

// BenchmarkStart loads what every command needs: the packs and the faces.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if _, err := packs.Embedded(); err != nil {
			b.Fatal(err)
		}
		if _, err := fonts.Document(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkResolve resolves a complete complaint.
func BenchmarkResolve(b *testing.B) {
	m := maker(b)
	p := procedure(b, m, "gdpr-art77-complaint")
	c, err := sample.Case(p, 2, sample.Options{On: on})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		interview.Resolve(p, c.Answers, on)
	}
}
