package routes_test

import (
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// TestDocumentLanguage proves the order of the choice: chosen, accepted (the
// person's first), the person's, English; and what the body makes of it.
func TestDocumentLanguage(t *testing.T) {
	type tags = []i18n.Tag
	cases := []struct {
		name           string
		accepts, have  tags
		person, chosen i18n.Tag
		tag            i18n.Tag
		acceptance     routes.Acceptance
		available      bool
	}{
		{"chosen and accepted", tags{"de"}, have(), "ar", "de", "de", routes.Accepted, true},
		{"chosen against the body", tags{"de"}, have(), "ar", "ar", "ar", routes.NotAccepted, true},
		{"chosen, nothing recorded", nil, have(), "ar", "fr", "fr", routes.NotRecorded, true},
		{"chosen with a region", tags{"fr"}, have(), "ar", "fr-BE", "fr", routes.Accepted, true},
		{"chosen, not in Recourse", tags{"pl"}, have(), "ar", "pl", "pl", routes.Accepted, false},
		{"the person's among several accepted", tags{"de", "fr"}, have(), "fr", "", "fr", routes.Accepted, true},
		{"the first accepted where the person's is not", tags{"ro", "en"}, have(), "ar", "", "en", routes.Accepted, true},
		{"the body's order decides", tags{"fr", "de"}, have(), "ar", "", "fr", routes.Accepted, true},
		{"a region of an accepted language", tags{"de-AT"}, have(), "en", "", "de", routes.Accepted, true},
		{"either name of Norwegian", tags{"no"}, tags{"en", "nb"}, "ar", "", "nb", routes.Accepted, true},
		{"none of the body's: the person's", tags{"pl"}, have(), "ar", "", "ar", routes.NotAccepted, true},
		{"none of the body's nor of the person's: English", tags{"pl"}, have(), "uk", "", "en", routes.NotAccepted, true},
		{"not recorded: the person's", nil, have(), "ar", "", "ar", routes.NotRecorded, true},
		{"not recorded, not in Recourse: English", nil, have(), "uk", "", "en", routes.NotRecorded, true},
		{"no English: the first", nil, tags{"fr", "de"}, "uk", "", "fr", routes.NotRecorded, true},
		{"no document language at all", tags{"de"}, nil, "de", "", "en", routes.NotAccepted, false},
		{"no person's language", tags{"pl"}, have(), "", "", "en", routes.NotAccepted, true},
		{"related languages are no match", tags{"da"}, tags{"en", "nb"}, "nb", "", "nb", routes.NotAccepted, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := routes.DocumentLanguage(c.accepts, c.have, c.person, c.chosen)
			if got.Tag != c.tag || got.Acceptance != c.acceptance || got.Available != c.available {
				t.Errorf("got %+v, want %s %s %v", got, c.tag, c.acceptance, c.available)
			}
			if !slices.Equal(got.Accepts, c.accepts) {
				t.Errorf("accepts: got %v, want %v", got.Accepts, c.accepts)
			}
		})
	}
}

// TestAccepts proves where the languages of a filing's body come from: the
// record that the person chose, the answer to the question for the language, or
// the route of the procedure.
func TestAccepts(t *testing.T) {
	const authority, language = "gdpr-art77-complaint.authority", "order.language"
	all := records(t)
	byRecord := &forms.Procedure{Body: forms.Body{Authority: authority}, Authorities: all}
	byAnswer := &forms.Procedure{Body: forms.Body{Name: "order.court", Language: language}}
	byRoute := &forms.Procedure{Body: forms.Body{Name: "order.court"}, Route: &forms.Route{Languages: []i18n.Tag{"en"}}}
	body := func(v forms.Value) forms.Answers {
		return forms.NewAnswers(map[forms.Path]forms.Answer{authority: {Value: v}, language: {Value: v}})
	}
	cases := []struct {
		name  string
		p     *forms.Procedure
		known forms.Answers
		want  []i18n.Tag
	}{
		{"recorded body", byRecord, body(forms.AuthorityRef{ID: "roanspdcp"}), []i18n.Tag{"ro", "en"}},
		{"recorded body without languages", byRecord, body(forms.AuthorityRef{ID: "beapd"}), nil},
		{"body of another regime", byRecord, body(forms.AuthorityRef{ID: "gbico"}), []i18n.Tag{"en"}},
		{"body that is not in the records", byRecord, body(forms.AuthorityRef{ID: "none"}), nil},
		{"body in the person's words", byRecord, body(forms.AuthorityRef{Name: "A body"}), nil},
		{"body not answered", byRecord, forms.Answers{}, nil},
		{"an answer of another kind", byRecord, body(forms.YesNo(true)), nil},
		{"language of a court", byAnswer, body(forms.Choice("de")), []i18n.Tag{"de"}},
		{"language of a court not answered", byAnswer, forms.Answers{}, nil},
		{"a code that names no language", byAnswer, body(forms.Choice("dont know")), nil},
		{"a language of another kind", byAnswer, body(forms.Text("de")), nil},
		{"languages of a route", byRoute, forms.Answers{}, []i18n.Tag{"en"}},
		{"procedure that names no body", &forms.Procedure{}, body(forms.Choice("de")), nil},
		{"no procedure", nil, body(forms.Choice("de")), nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, recorded := routes.Accepts(c.p, c.known)
			if !slices.Equal(got, c.want) || recorded != (len(c.want) > 0) {
				t.Errorf("got %v %v, want %v", got, recorded, c.want)
			}
		})
	}
}

// TestEEA proves that the records give the 27 Member States of the Union,
// Iceland, Liechtenstein and Norway, and no State outside.
func TestEEA(t *testing.T) {
	all := records(t)
	got := routes.EEA(all)
	if len(got) != 30 || !slices.IsSorted(got) {
		t.Errorf("got %d States: %v", len(got), got)
	}
	for _, c := range []forms.Country{"DE", "FR", "IS", "LI", "NO"} {
		if !routes.InEEA(c, all) {
			t.Errorf("%s is not in the EEA", c)
		}
	}
	for _, c := range []forms.Country{"CH", "GB", "US", "XK", "", "de"} {
		if routes.InEEA(c, all) || slices.Contains(got, c) {
			t.Errorf("%q is in the EEA", c)
		}
	}
}
