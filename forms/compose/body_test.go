package compose

import (
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// A body that the procedure leads to alone is addressed as the catalog names it, a
// line each.
func TestFixedBodyHasItsLines(t *testing.T) {
	catalog, err := i18n.ParseCatalog("en", []byte(`{"doc.body": "The Registrar\nThe Court\nStrasbourg"}`))
	if err != nil {
		t.Fatal(err)
	}
	p := &forms.Procedure{}
	w := &writer{p: p, s: interview.State{Procedure: p}, t: catalog, lang: "en"}
	var got []string
	for _, l := range w.addressee() {
		got = append(got, l.String())
	}
	if len(got) != 3 || got[0] != "The Registrar" || got[2] != "Strasbourg" || !p.Body.Fixed() {
		t.Errorf("%q", got)
	}
}
