package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/i18n/fonts"
)

// The texts that fuzzing begins with: what nobody types and somebody pastes.
var oddTexts = []string{
	"", "a", "e\u0301\u0308 \u0301", "कर 語 😀 𠮷", "\ufdfd لله «(\u202eabc\u202c)»", "Donau\u00addampf \u200d ☒ ≥", "a\x00b\xff\ufeff\ufffe\u2028c",
	"👩\u200d👧 \ufe0f \u20e3", "(Meta) 2026، ١٢٣ می\u200cروم", "\u2067a\u2069\u2069", "ﷺ\u064b\u0651\u0670",
	"क्षत्रिय र्\u200dय \u093f\u094d क़\u093c", "স্ক্রু \u09cd\u09bf", "ஸ்ரீ கௌ \u0bcd", "ปี่ เเเ \u0e48\u0e31 ำ", "ស្ត្រី \u17d2\u17d2ក \u17c1", "直、「関」——㐂か\u3099\ufe00",
	"훈민 \u1112\u1161\u11ab \u115f", "שָׁ\u05b8\u05c1 ״\u202eאב\u202c", "ሀ፣ՙ՞ႠᲐ", "\u2066\u2067\u2068\u202a\u202b\u202d\u202e", "𝐀 \ue000 \U000e0041 \U0010ffff",
	strings.Repeat("ปร", 400), strings.Repeat("क्", 400), strings.Repeat("語", 400), strings.Repeat("\u0651", 400),
}

func oddDocument(text string) doc.Document {
	return doc.Document{Lang: "ar", Title: text, Footer: text, Banner: text, Blocks: []doc.Block{
		doc.Paragraph{Number: text, Text: doc.Runs{{Text: text}}},
		doc.Table{Head: []doc.Runs{{{Text: text, Style: doc.Bold | doc.Italic}}}, Rows: []doc.TableRow{{Cells: []doc.Runs{{{Text: text, Lang: "de"}}}}}},
	}}
}

// FuzzWrite sets and writes any text: it never stops the program, and what it
// writes can be read again.
func FuzzWrite(f *testing.F) {
	set, err := fonts.Document()
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range oddTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pages, _ := layout.Pages(oddDocument(text), set)
		var out bytes.Buffer
		if err := Write(&out, pages, set, Meta{Title: text, Lang: "ar"}); err != nil {
			t.Fatal(err)
		}
		file, err := pdfcpu.Read(bytes.NewReader(out.Bytes()), configuration())
		if err != nil {
			t.Fatal(err)
		}
		var packet struct{}
		_, rest, _ := bytes.Cut(out.Bytes(), []byte("<?xpacket begin"))
		if err := xml.Unmarshal(append([]byte("<?xpacket begin"), rest...), &packet); err != nil {
			t.Fatalf("metadata: %v", err)
		}
		if err := file.EnsurePageCount(); err != nil || file.PageCount != len(pages) {
			t.Fatalf("%d pages of %d, error %v", file.PageCount, len(pages), err)
		}
	})
}
