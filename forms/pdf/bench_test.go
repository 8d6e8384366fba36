package pdf_test

import (
	"bytes"
	"testing"
	"time"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/forms/pdf"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// BenchmarkThreePages sets and writes the document of the drawing, which has
// three pages; aim: under 20 ms.
func BenchmarkThreePages(b *testing.B) { benchmark(b, samples.German()) }

// BenchmarkTwoHundredPages does so with two hundred tagged pages; aim: under half a
// second.
func BenchmarkTwoHundredPages(b *testing.B) {
	d := samples.German()
	blocks := d.Blocks
	for range 66 {
		d.Blocks = append(append(d.Blocks, doc.PageBreak{}), blocks...)
	}
	benchmark(b, d)
}

// BenchmarkFaces parses the faces, as a program does once.
func BenchmarkFaces(b *testing.B) {
	for b.Loop() {
		if _, err := fonts.Document(); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmark(b *testing.B, d doc.Document) {
	set := faces(b)
	var out bytes.Buffer
	count := 0
	for b.Loop() {
		out.Reset()
		pages, _ := layout.Pages(d, set)
		count = len(pages)
		if err := pdf.Write(&out, pages, set, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: time.Unix(0, 0)}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(count), "pages")
	b.ReportMetric(float64(out.Len()), "bytes")
}

// BenchmarkLetters sets and writes a letter in scripts of each kind; aim: under
// 20 ms once their faces are read.
func BenchmarkLetters(b *testing.B) {
	for _, lang := range []i18n.Tag{"en", "ar", "hi", "km", "th", "ja", "ko"} {
		d, err := samples.Complaint(lang)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(string(lang), func(b *testing.B) { benchmark(b, d) })
	}
}
