package pdf

import (
	"bytes"
	"encoding/xml"
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
