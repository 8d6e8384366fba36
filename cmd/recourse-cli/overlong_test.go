package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/forms/sample"
)

// An annex of more pages than the body takes is told by the check, with the
// question to shorten, and does not make the case incomplete; a short one is not.
func TestLongAnnexIsToldByTheCheck(t *testing.T) {
	lib, err := packs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := lib.Procedure("echr-individual-application")
	for words, want := range map[string]bool{"In addition.": false, strings.Repeat("The file was never shown to me. ", 3000): true} {
		c, err := sample.Case(p, 1, sample.Options{On: forms.Date{Year: 2026, Month: 11, Day: 23}, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		long := forms.Prose{Words: words[:min(len(words), forms.DefaultMaxProse)], Lang: "en"}
		c.Answers = c.Answers.With("events.account", forms.Answer{Value: long}).With("echr-individual-application.annex_more", forms.Answer{Value: long})
		c.Answers = c.Answers.With("echr-individual-application.short", forms.Answer{Value: forms.Prose{Words: "In brief.", Lang: "en"}})
		data, err := forms.EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "case.json"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		var out, messages bytes.Buffer
		if got := testProgram(strings.NewReader(""), &out, &messages, dir).run([]string{"check", "case.json"}); code(got) != done {
			t.Fatalf("exit code %d: %s", got, messages.String())
		}
		if told := strings.Contains(out.String(), "Most allowed: 20."); told != want {
			t.Errorf("%d characters: told %t\n%.600s", len(words), told, out.String())
		}
	}
}
