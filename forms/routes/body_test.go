package routes_test

import (
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// TestBodiesOfAState proves that a procedure that names the State of its body is
// led to the bodies of that State that supervise its authorities, and to no other,
// with no reason that rests on Art. 77(1) GDPR; and that the first answered of its
// questions counts.
func TestBodiesOfAState(t *testing.T) {
	all := records(t)
	p := &forms.Procedure{Body: forms.Body{Authority: "x.authority", State: []forms.ID{"first.country", "other.country"}}}
	cases := []struct {
		facts string
		want  []string
	}{
		{"", nil},
		{"first.country FR, other.country ES, person.country DE", []string{"frcnil: language-yours"}},
		{"other.country ES, person.country DE, events.country FR", []string{"esaepa: language-not-available"}},
		{"other.country BE", []string{"beapd: language-not-recorded"}},
		{"other.country CH", []string{"chedoeb: language-available"}},
		{"other.country US", nil},
	}
	for _, c := range cases {
		led, others := routes.Bodies(p, facts(t, c.facts), all, have(), []i18n.Tag{"fr"})
		if got := lines(led); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q", c.facts, got)
		}
		for _, o := range others {
			if slices.ContainsFunc(led, func(l routes.Candidate) bool { return l.Authority.ID == o.Authority.ID }) {
				t.Errorf("%s: %s is in both lists", c.facts, o.Authority.ID)
			}
		}
	}
}

// TestBodiesOfALand proves that in Germany the bodies of the Länder come before
// that of the federation, and those of churches, of broadcasters and for private
// controllers are left to the others.
func TestBodiesOfALand(t *testing.T) {
	all := records(t)
	p := &forms.Procedure{Body: forms.Body{Authority: "x.authority", State: []forms.ID{"other.country"}}}
	led, others := routes.Bodies(p, facts(t, "other.country DE"), all, have(), []i18n.Tag{"de"})
	if n := len(led); n != 17 || led[n-1].Authority.ID != "debfdi" {
		t.Errorf("%q", lines(led))
	}
	for _, id := range []forms.AuthorityID{"debaylda", "deekdbfd", "derf", "frcnil"} {
		if !slices.ContainsFunc(others, func(c routes.Candidate) bool { return c.Authority.ID == id }) {
			t.Errorf("%s is not among the others", id)
		}
	}
}

// TestBodiesWithoutAState proves that every other procedure is led as before.
func TestBodiesWithoutAState(t *testing.T) {
	all := records(t)
	known := facts(t, "person.country FR, other.kind company")
	led, others := routes.Bodies(&forms.Procedure{}, known, all, have(), nil)
	if !slices.Equal(lines(led), lines(routes.Authorities(known, all, have(), nil))) ||
		!slices.Equal(lines(others), lines(routes.Others(known, all, have(), nil))) {
		t.Error("the lists are not those of Art. 77(1)")
	}
}
