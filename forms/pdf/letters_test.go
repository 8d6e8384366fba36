package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
	"recourse/forms/pdf"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// eachLetter calls test with the complaint of each language.
func eachLetter(t *testing.T, test func(lang i18n.Tag, d doc.Document)) {
	t.Helper()
	tags, err := samples.Languages()
	if err != nil || len(tags) < 20 {
		t.Fatalf("%d languages, error %v", len(tags), err)
	}
	for _, lang := range tags {
		d, err := samples.Complaint(lang)
		if err != nil {
			t.Fatal(err)
		}
		test(lang, d)
	}
}

// A letter in each language conforms to PDF/UA-1 and PDF/A-2a, takes one or two
// pages, and is small: the faces of other scripts add nothing to it.
func TestLettersConform(t *testing.T) {
	set := faces(t)
	paths := []string{checker}
	eachLetter(t, func(lang i18n.Tag, d doc.Document) {
		data := write(t, set, d)
		limit := 60_000
		if wide(lang) {
			limit = 80_000
		}
		if pages, _ := layout.Pages(d, set); len(data) > limit || len(pages) > 2 {
			t.Errorf("%s: %d bytes on %d pages", lang, len(data), len(pages))
		}
		paths = append(paths, save(t, string(lang)+".pdf", data))
	})
	if out, code := python(t, paths...); out != "" || code != 0 {
		t.Errorf("the checker ends with %d:\n%s", code, out)
	}
}

// wide tells whether a language is written with Chinese, Japanese or Korean
// characters, each of which has its own outline.
func wide(lang i18n.Tag) bool {
	base := lang.Base()
	return base == "zh" || base == "ja" || base == "ko"
}

// unspacedScript tells whether a language writes words without spaces, so that the
// ends of its lines are not spaces of the text.
func unspacedScript(lang i18n.Tag) bool {
	base := lang.Base()
	return base == "zh" || base == "ja" || base == "th" || base == "km"
}

// said returns all that a letter says, a paragraph each.
func said(d doc.Document) (all []doc.Runs) {
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Letterhead:
			all = append(append(all, b.Sender...), b.PlaceDate)
		case doc.Addressee:
			all = append(all, b.Lines...)
		case doc.Title:
			all = append(all, b.Text, b.Reference)
		case doc.Heading:
			all = append(all, b.Text)
		case doc.Paragraph:
			all = append(all, b.Text)
		case doc.Facts:
			for _, row := range b.Rows {
				all = append(append(all, row.Label), row.Value...)
			}
		case doc.List:
			for _, item := range b.Items {
				all = append(all, item.Text...)
			}
		case doc.Table:
			all = append(all, b.Head...)
			for _, row := range b.Rows {
				all = append(all, row.Cells...)
			}
		case doc.Signature:
			all = append(all, b.Sentence, b.PlaceDate, b.Name, b.Caption)
		}
	}
	return all
}

// bare returns words without the signs around them.
func bare(words []string) (out []string) {
	for _, w := range words {
		w = strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// bold returns runs in bold.
func bold(list doc.Runs) doc.Runs {
	out := append(doc.Runs(nil), list...)
	for i := range out {
		out[i].Style = doc.Bold
	}
	return out
}

// The words of each left-to-right script come out of the file exactly as they went
// in, syllables with their marks and all; of right-to-left scripts at least 98 of a
// hundred do.
func TestLettersComeOut(t *testing.T) {
	set := faces(t)
	eachLetter(t, func(lang i18n.Tag, d doc.Document) {
		plain := doc.Document{Lang: lang, Title: d.Title}
		var want []string
		for _, list := range said(d) {
			plain.Blocks = append(plain.Blocks, doc.Paragraph{Text: list}, doc.Paragraph{Text: bold(list)})
			want = append(want, strings.Fields(strings.Repeat(list.String()+" ", 2))...)
		}
		out, _ := run(t, "poppler-utils", "pdftotext", save(t, string(lang)+".pdf", write(t, set, plain)), "-")
		switch {
		case lang.Dir() == i18n.RTL:
			if share := found(unsteered(out), bare(want)); share < 0.98 {
				t.Errorf("%s: %.3f of the words in\n%s", lang, share, out)
			}
		case unspacedScript(lang):
			if got := strings.Join(strings.Fields(out), ""); got != strings.Join(want, "") {
				t.Errorf("%s: %s\nnot %s", lang, got, strings.Join(want, ""))
			}
		default:
			if got := strings.Join(strings.Fields(out), " "); got != strings.Join(want, " ") {
				t.Errorf("%s: %s\nnot %s", lang, got, strings.Join(want, " "))
			}
		}
	})
}

// The bytes of each letter are those that were approved. They depend on how the
// toolchain compresses, so the golden names it.
func TestLettersAreTheApprovedBytes(t *testing.T) {
	set := faces(t)
	got := strings.Join(strings.SplitN(runtime.Version(), ".", 3)[:2], ".") + "\n"
	eachLetter(t, func(lang i18n.Tag, d doc.Document) {
		got += fmt.Sprintf("%x  %s.pdf\n", sha256.Sum256(write(t, set, d)), lang)
	})
	path := filepath.Join("testdata", "letters.sha256")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the files differ from %s; with a new toolchain, or where they should differ, write it anew with -update:\n%s", path, got)
	}
}

// A document in Latin script needs no face of another, and none needs that of rare
// characters.
func TestLettersNeedOnlyTheirFaces(t *testing.T) {
	set := faces(t)
	eachLetter(t, func(lang i18n.Tag, d doc.Document) {
		pages, _ := layout.Pages(d, set)
		used := map[fonts.Name]bool{}
		for _, p := range pages {
			for _, text := range p.Texts {
				used[text.Face] = true
			}
		}
		for name := range used {
			if foreign := !strings.HasPrefix(string(name), "NotoSerif-") && name != "NotoSansSymbols2-Regular"; foreign && latin(d) {
				t.Errorf("%s is set with %s", lang, name)
			}
			if name == "DroidSansFallback" {
				t.Errorf("%s needs the face of rare characters", lang)
			}
		}
	})
}

// latin tells whether a document holds Latin, Greek and Cyrillic letters alone.
func latin(d doc.Document) bool {
	for _, list := range said(d) {
		for _, r := range list.String() {
			if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
				return false
			}
		}
	}
	return true
}

// A character outside the common ones of Chinese and Japanese is drawn by the second
// face, and one outside the first plane is a problem rather than a box.
func TestRareCharacters(t *testing.T) {
	set := faces(t)
	d := doc.Document{Lang: "ja", Title: "稀", Blocks: []doc.Block{doc.Paragraph{Text: runs("㐂と㙊、龘。")}}}
	pages, problems := layout.Pages(d, set)
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, set, pdf.Meta{Title: d.Title, Lang: d.Lang, Created: created}); err != nil || len(problems) > 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	text, _ := run(t, "poppler-utils", "pdftotext", save(t, "rare.pdf", out.Bytes()), "-")
	if !strings.HasPrefix(text, "㐂と㙊、龘。") {
		t.Errorf("text %q", text)
	}
	d.Blocks = []doc.Block{doc.Paragraph{Text: doc.Runs{{Text: "𠮷野", From: "person.name"}}}}
	if _, problems := layout.Pages(d, set); len(problems) != 1 || problems[0].At != "person.name" || problems[0].Args["code"] != "U+20BB7" {
		t.Errorf("problems %v", problems)
	}
}
