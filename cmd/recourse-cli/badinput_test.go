package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bad is a case file with answers, and other fields in place of the usual ones.
func bad(answers, rest string) string {
	if rest == "" {
		rest = `"exhibits": [], "filings": [{"procedure": "gdpr-art77-complaint", "pack_version": 1, "status": "draft"}]`
	}
	return `{"format": 1, "id": "0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a11", "language": "en", "answers": {` + answers + `}, ` + rest + `}`
}

const twin = `{"id": "0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a11", "name": "a", "size": 1, "sha256": "` + zeros + `"}`
const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

// Bad input gets one message that names the path at fault and what to do, with
// the exit code for it, and nothing is written. What is wrong with the file as a
// file is said by every command that reads it; what is wrong with an answer is a
// problem of the case.
func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name, file string
		code       code
		want       []string
	}{
		{"empty", "", failed, []string{"cannot be read as a case file", "damaged or cut off"}},
		{"not JSON", "hello", failed, []string{"not JSON"}},
		{"not UTF-8", bad("\xff", ""), failed, []string{"not UTF-8"}},
		{"cut off", bad("", "")[:80], failed, []string{"damaged or cut off"}},
		{"another JSON", `{"name": "x"}`, failed, []string{"no case file"}},
		{"newer", `{"format": 2, "new": true}`, failed, []string{"format: the file has format 2", "install the newer version"}},
		{"unknown field", bad("", `"exhibits": [], "filings": [], "colour": "red"`), failed, []string{`"colour"`, "check its spelling"}},
		{"field twice", bad(`"person.email": {"text": "a"}, "person.email": {"text": "b"}`, ""), failed, []string{"answers.person.email", "keep one"}},
		{"wrong type", bad(`"person.email": {"text": 5}`, ""), failed, []string{"answers.person.email.text", "a string"}},
		{"two values", bad(`"person.email": {"text": "a", "number": 1}`, ""), failed, []string{"answers.person.email", "exactly one field"}},
		{"no path", bad(`"email": {"text": "a"}`, ""), failed, []string{"answers.email", "no path of a question"}},
		{"no kind", bad(`"person.email": {"colour": "a"}`, ""), failed, []string{"answers.person.email.colour", "no kind of answer"}},
		{"no such day", bad(`"events.learned": {"date": {"day": "2026-02-30", "precision": "exact"}}`, ""), failed, []string{"answers.events.learned.date", "2026-11-23"}},
		{"no such country", bad(`"person.country": {"country": "XX"}`, ""), failed, []string{"answers.person.country.country", `"DE"`}},
		{"no such currency", bad(`"harm.amount": {"money": {"amount": "1", "currency": "XXX"}}`, ""), failed, []string{"answers.harm.amount.money", "EUR"}},
		{"exhibits with one id", bad("", `"exhibits": [`+twin+`, `+twin+`], "filings": []`), failed, []string{"exhibits.1.id", "keep one"}},
		{"procedure twice", bad("", `"exhibits": [], "filings": [{"procedure": "p", "pack_version": 1, "status": "draft"}, {"procedure": "p", "pack_version": 1, "status": "draft"}]`),
			failed, []string{"filings.1.procedure", "keep one"}},
		{"id that is none", strings.Replace(bad("", ""), "0193f1f4", "X193f1f4", 1), failed, []string{"id: this is no UUID"}},
		{"unknown procedure", bad("", `"exhibits": [], "filings": [{"procedure": "us-moon-court", "pack_version": 1, "status": "draft"}]`),
			failed, []string{"filings.0.procedure", "us-moon-court", "gdpr-art77-complaint"}},

		{"unknown code", bad(`"events.kinds": {"multi": ["nonsense"]}`, ""), incomplete, []string{"[events.kinds]", "does not exist", "Choose one of the options"}},
		{"another kind", bad(`"events.kinds": {"yesno": true}`, ""), incomplete, []string{"[events.kinds]", "does not fit the question"}},
		{"future date", bad(`"events.learned": {"date": {"day": "2030-01-01", "precision": "exact"}}`, ""), incomplete, []string{"[events.learned]", "in the future", "Check day, month and year"}},
		{"text too long", bad(`"other.service": {"text": "`+strings.Repeat("x", 401)+`"}`, ""), incomplete, []string{"[other.service]", "too long. Most characters allowed: 400"}},
		{"exhibit that is not there", bad(`"events.kinds": {"multi": ["breach"]}, "gdpr-art77-complaint.breach_told": {"yesno": true}, "gdpr-art77-complaint.breach_notice": {"files": ["0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a12"]}`, ""),
			incomplete, []string{"[gdpr-art77-complaint.breach_notice]", "not in the case"}},
		{"question of nobody", bad(`"person.shoe_size": {"number": 42}`, ""), incomplete, []string{"person.shoe_size", "not asked here"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "case.json"), []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, args := range [][]string{{"check", "case.json"}, {"pdf", "case.json", "-o", "out.pdf"}} {
				refuses(t, dir, args, c.code, c.want)
			}
		})
	}
}

func refuses(t *testing.T, dir string, args []string, want code, words []string) {
	t.Helper()
	var out strings.Builder
	p := testProgram(strings.NewReader(""), &out, &out, dir)
	if got := code(p.run(args)); got != want {
		t.Errorf("%s: exit code %d, want %d", args[0], got, want)
	}
	for _, w := range words {
		if !strings.Contains(out.String(), w) {
			t.Errorf("%s: no %q in\n%s", args[0], w, out.String())
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%s: something was written: %v %v", args[0], entries, err)
	}
}
