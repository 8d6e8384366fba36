package main

import (
	"bufio"
	"io"
	"reflect"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// Bodies and countries are chosen by number, by id or code, by a word of their
// name, or typed; nonsense is asked again.
func TestSearches(t *testing.T) {
	lib := library(t)
	p, _ := lib.Procedure("gdpr-art77-complaint")
	town := forms.Address{Lines: []string{"Hill 1"}, Postcode: "1000", City: "Town", Country: "BE"}
	for _, c := range []struct {
		name  string
		kind  forms.Kind
		lang  i18n.Tag
		typed string
		want  forms.Value
		cmd   command
	}{
		{"first of the list", forms.KindAuthority, "en", "1", forms.AuthorityRef{ID: "beapd"}, answered},
		{"by id", forms.KindAuthority, "en", "frcnil", forms.AuthorityRef{ID: "frcnil"}, answered},
		{"by a word, then a number", forms.KindAuthority, "fr", "zzz|informatique|1", forms.AuthorityRef{ID: "frcnil"}, answered},
		{"in words", forms.KindAuthority, "en", "0|District Court|Hill 1||1000|Town||be", forms.AuthorityRef{Name: "District Court", Address: town}, answered},
		{"left open", forms.KindAuthority, "en", "zzz|", nil, answered},
		{"search given up", forms.KindAuthority, "en", "informatique||", nil, answered},
		{"back from the list", forms.KindAuthority, "ar", "رجوع", nil, back},
		{"back from the name", forms.KindAuthority, "en", "0|back", nil, back},
		{"back from the address", forms.KindAuthority, "en", "0|Court|Hill 1|back", nil, back},
		{"end of the input", forms.KindAuthority, "en", "zzz", nil, ended},
		{"country by number", forms.KindCountry, "de", "guin|2", forms.Country("GQ"), answered},
		{"country by code", forms.KindCountry, "ar", "de", forms.Country("DE"), answered},
		{"country after nonsense, beside a State that is no more", forms.KindCountry, "ar", "xyz|ألمان|1", forms.Country("DE"), answered},
		{"country left open", forms.KindCountry, "en", "", nil, answered},
		{"back from the countries", forms.KindCountry, "en", "guin|back", nil, back},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := strings.ReplaceAll(c.typed, "|", "\n") + "\n"
			if c.cmd == ended {
				in = strings.TrimSuffix(in, "\n")
			}
			prog := &program{stdout: io.Discard, stderr: io.Discard, lang: c.lang, lib: lib, in: bufio.NewReader(strings.NewReader(in))}
			prog.setWords()
			begun := forms.Case{Language: c.lang, Answers: forms.NewAnswers(map[forms.Path]forms.Answer{"events.country": {Value: forms.Country("BE")}})}
			a := prog.newInterviewer(p, begun, &shelf{}, on)
			got, cmd := a.read(interview.Asked{Question: &forms.Question{Kind: c.kind}})
			if !reflect.DeepEqual(got.Value, c.want) || cmd != c.cmd {
				t.Errorf("%q gave %#v, %d, want %#v, %d", c.typed, got.Value, cmd, c.want, c.cmd)
			}
		})
	}
}
