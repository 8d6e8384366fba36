package routes_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// records reads the bodies that the program ships.
func records(t testing.TB) []forms.Authority {
	t.Helper()
	data, err := os.ReadFile("../packs/authorities.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []forms.Authority
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// have is the document languages of the tests.
func have() []i18n.Tag { return []i18n.Tag{"en", "fr", "de", "ar"} }

// facts reads "person.country DE, person.land be": an upper-case value of two
// letters is a country, anything else a choice.
func facts(t testing.TB, s string) forms.Answers {
	t.Helper()
	m := map[forms.Path]forms.Answer{}
	for line := range strings.SplitSeq(s, ", ") {
		path, value, ok := strings.Cut(line, " ")
		switch {
		case !ok && line != "":
			t.Fatalf("facts %q: no value", line)
		case line == "":
		case value == "?":
			m[forms.Path(path)] = forms.Answer{Skip: forms.DontKnow}
		case strings.HasSuffix(path, "country"):
			m[forms.Path(path)] = forms.Answer{Value: forms.Country(value)}
		default:
			m[forms.Path(path)] = forms.Answer{Value: forms.Choice(value)}
		}
	}
	return forms.NewAnswers(m)
}

// lines writes candidates as "id: code code".
func lines(cs []routes.Candidate) []string {
	var out []string
	for _, c := range cs {
		line := string(c.Authority.ID) + ":"
		for _, r := range c.Reasons {
			line += " " + string(r.Code)
		}
		out = append(out, line)
	}
	return out
}

// each writes the same codes for several bodies.
func each(ids, codes string) []string {
	var out []string
	for _, id := range strings.Fields(ids) {
		out = append(out, id+": "+codes)
	}
	return out
}
