package filing_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"recourse/forms/compose"
	"recourse/forms/filing"
	"recourse/forms/sample"
	"recourse/i18n"
)

// TestDocumentsConform proves that what is filed, every reading copy and every sheet
// conform to PDF/UA-1 and PDF/A in each language of each procedure, and so do, in one
// language, a filing without the facts and a copy in two languages, and a checklist
// in each language.
func TestDocumentsConform(t *testing.T) {
	m, folder := maker(t), t.TempDir()
	arguments := []string{"../../build/checkpdf.py"}
	seed := uint64(40)
	for _, p := range m.Library.Procedures() {
		for _, lang := range m.Library.AskLanguages(p.ID) {
			requests := []filing.Request{{}, {Copy: compose.Reading}}
			if lang == "en" {
				requests = append(requests, filing.Request{Attach: filing.AttachNone}, filing.Request{Copy: compose.Bilingual, Readers: []i18n.Tag{"ar", "de"}})
			}
			for _, s := range p.Sheets {
				requests = append(requests, filing.Request{Copy: compose.Sheet, Sheet: s.ID})
			}
			for i, r := range requests {
				seed++
				c, err := sample.Case(p, seed, sample.Options{On: on})
				if err != nil {
					t.Fatal(err)
				}
				r.Case, r.Procedure, r.Language = c, p.ID, lang
				path := filepath.Join(folder, fmt.Sprintf("%s.%s.%d.pdf", p.ID, lang, i))
				if err := os.WriteFile(path, complete(t, m, r).PDF, 0o600); err != nil {
					t.Fatal(err)
				}
				arguments = append(arguments, path)
			}
		}
	}
	for _, list := range printedLists(t, m) {
		path := filepath.Join(folder, list.Content.Title+"."+string(list.Content.Lang)+".pdf")
		if err := os.WriteFile(path, list.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	if len(arguments) < 11 {
		t.Errorf("only %d documents are checked", len(arguments)-1)
	}
	check := exec.Command("/usr/bin/python3", arguments...)
	var out bytes.Buffer
	check.Stdout, check.Stderr = &out, &out
	if err := check.Run(); err != nil {
		t.Errorf("python3 with Debian's python3-pikepdf and python3-fonttools: %v:\n%.3000s", err, out.String())
	}
}
