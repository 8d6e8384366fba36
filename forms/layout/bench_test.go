package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"recourse/forms/doc"
	"recourse/forms/layout"
)

// Half a megabyte of text in one paragraph, of words and of one word without end,
// is set whole.
func TestLongTextIsSetWhole(t *testing.T) {
	set := faces(t)
	for name, text := range map[string]string{
		"words":        strings.Repeat("Die Anordnung betrifft weder mich noch das Verfahren. ", 9500),
		"Arabic words": strings.Repeat("السلام عليكم ورحمة الله وبركاته (Meta) 2026. ", 6400),
		"one word":     strings.Repeat("Donaudampfschifffahrt", 24000),
		"Arabic word":  strings.Repeat("م", 250000),
		"marks":        "a" + strings.Repeat("\u0301", 50000),
		"spaces":       strings.Repeat(" ", 500000) + "x",
		"breaks":       "x" + strings.Repeat("\n", 5000) + "x",
		"Thai":         strings.Repeat("บริษัทแจ้งข้าพเจ้าว่ามีบุคคลที่ไม่ทราบชื่อ", 3000),
		"Khmer word":   strings.Repeat("ក្រុមហ៊ុនបានជូនដំណឹង", 2500),
		"Chinese":      strings.Repeat("该公司通知我，有不明人员侵入其系统。", 3000),
		"Hindi":        strings.Repeat("कंपनी ने मुझे सूचित किया। ", 3000),
		"Thai marks":   strings.Repeat("\u0e48", 30000),
		"controls":     strings.Repeat("\u2067\u2066\u202b", 30000) + "x",
	} {
		pages, problems := layout.Pages(document(doc.Paragraph{Text: words(text)}), set)
		var b strings.Builder
		for _, p := range pages {
			for _, run := range body(p) {
				b.WriteString(run.String())
			}
		}
		if got, want := unspaced(b.String()), visible(words(text)); got != want || len(problems) > 0 {
			t.Errorf("%s: %d of %d bytes on %d pages, %d problems", name, len(got), len(want), len(pages), len(problems))
		}
	}
}

// BenchmarkText sets texts of growing length; the time for a kilobyte stays the
// same.
func BenchmarkText(b *testing.B) {
	set := faces(b)
	for _, kilobytes := range []int{10, 100, 1000} {
		text := strings.Repeat("Die Anordnung betrifft weder mich noch das laufende Verfahren in Köln; ", kilobytes*1000/72)
		b.Run(fmt.Sprintf("%dkB", kilobytes), func(b *testing.B) {
			for b.Loop() {
				layout.Pages(document(doc.Paragraph{Text: words(text)}), set)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(kilobytes), "µs/kB")
		})
	}
}
