package routes_test

import (
	"cmp"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

// TestPartition proves for any facts, also of wrong kinds: nothing panics, every
// GDPR body is listed exactly once, as a candidate or among the others; the order
// of the records and a second call change nothing; and each reason is a known
// code with just the arguments that it names.
func TestPartition(t *testing.T) {
	records := records(t)
	rapid.Check(t, func(t *rapid.T) {
		known, speaks, have := anyFacts(t), anyTags(t, "speaks"), anyTags(t, "have")
		all := rapid.SliceOfDistinct(rapid.SampledFrom(records), func(a forms.Authority) forms.AuthorityID { return a.ID }).Draw(t, "records")
		open, rest := routes.Authorities(known, all, have, speaks), routes.Others(known, all, have, speaks)
		listed := slices.Concat(open, rest)
		if got, want := ids(listed), gdpr(all); !slices.Equal(got, want) {
			t.Fatalf("listed %v, want %v", got, want)
		}
		for _, c := range listed {
			checkReasons(t, c)
		}
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		if !reflect.DeepEqual(open, routes.Authorities(known, shuffled, have, speaks)) ||
			!reflect.DeepEqual(rest, routes.Others(known, shuffled, have, speaks)) {
			t.Fatal("the order of the records changes the outcome")
		}
	})
}

// TestLinked proves for any facts that every candidate has a factor, that the
// factors stand by weight, and that candidates stand by their best factor.
func TestLinked(t *testing.T) {
	all := records(t)
	weights := []routes.Factor{routes.Residence, routes.Work, routes.Place}
	weigh := func(a, b routes.Factor) int { return cmp.Compare(slices.Index(weights, a), slices.Index(weights, b)) }
	rapid.Check(t, func(t *rapid.T) {
		open := routes.Authorities(anyFacts(t), all, have(), nil)
		for i, c := range open {
			if len(c.Factors) == 0 || !slices.IsSortedFunc(c.Factors, weigh) {
				t.Fatalf("%s: factors %v", c.Authority.ID, c.Factors)
			}
			if i > 0 && weigh(open[i-1].Factors[0], c.Factors[0]) > 0 {
				t.Fatalf("%s stands behind a lesser factor", c.Authority.ID)
			}
		}
	})
}

// TestDocumentLanguageTotal proves for any lists that a language is always
// given, that a chosen one stays in its base, and that an unchosen one is one
// that Recourse has wherever it has any.
func TestDocumentLanguageTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accepts, have := anyTags(t, "accepts"), anyTags(t, "have")
		person, chosen := anyTag().Draw(t, "person"), anyTag().Draw(t, "chosen")
		got := routes.DocumentLanguage(accepts, have, person, chosen)
		switch {
		case got.Tag == "":
			t.Fatal("no language")
		case chosen != "" && got.Tag.Base() != chosen.Base():
			t.Fatalf("chosen %q, got %q", chosen, got.Tag)
		case got.Available != slices.Contains(have, got.Tag):
			t.Fatalf("available %v of %v in %v", got.Available, got.Tag, have)
		case chosen == "" && len(have) > 0 && !got.Available:
			t.Fatalf("got %q, have %v", got.Tag, have)
		case (got.Acceptance == routes.NotRecorded) != (len(accepts) == 0):
			t.Fatalf("acceptance %s of %v", got.Acceptance, accepts)
		}
	})
}

// anyFacts draws values of every kind at the paths that are read.
func anyFacts(t *rapid.T) forms.Answers {
	paths := []forms.Path{"person.country", "person.land", "person.work_country", "person.work_land",
		"events.country", "events.land", "other.kind", "other.country", "other.land"}
	m := map[forms.Path]forms.Answer{}
	for _, p := range paths {
		m[p] = forms.Answer{Value: anyValue().Draw(t, string(p))}
	}
	return forms.NewAnswers(m)
}

func anyValue() *rapid.Generator[forms.Value] {
	code := rapid.SampledFrom([]string{"be", "by", "hh", "xx", "", "company", "public-body", "church", "broadcaster",
		"telecom", "federal-body", "police", "employer", "eu-institution", "unknown", "odd"})
	country := rapid.SampledFrom([]forms.Country{"DE", "DE", "FR", "IE", "RO", "BE", "CH", "GB", "XK", "de", ""})
	return rapid.Custom(func(t *rapid.T) forms.Value {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return nil
		case 1:
			return forms.Text(code.Draw(t, "text"))
		case 2:
			return forms.Multi{code.Draw(t, "multi")}
		case 3:
			return forms.Number(7)
		case 4, 5, 6:
			return forms.Choice(code.Draw(t, "choice"))
		}
		return country.Draw(t, "country")
	})
}

func anyTag() *rapid.Generator[i18n.Tag] {
	return rapid.SampledFrom([]i18n.Tag{"en", "fr", "de", "de-AT", "ar", "nb", "no", "pl", ""})
}

func anyTags(t *rapid.T, label string) []i18n.Tag {
	named := anyTag().Filter(func(tag i18n.Tag) bool { return tag != "" })
	return rapid.SliceOfNDistinct(named, 0, 5, rapid.ID[i18n.Tag]).Draw(t, label)
}

func ids(cs []routes.Candidate) []forms.AuthorityID {
	var out []forms.AuthorityID
	for _, c := range cs {
		out = append(out, c.Authority.ID)
	}
	slices.Sort(out)
	return out
}

func gdpr(all []forms.Authority) []forms.AuthorityID {
	var out []forms.AuthorityID
	for _, a := range all {
		if a.Regime == "gdpr" {
			out = append(out, a.ID)
		}
	}
	slices.Sort(out)
	return out
}

func checkReasons(t *rapid.T, c routes.Candidate) {
	if len(c.Reasons) == 0 {
		t.Fatalf("%s: no reason", c.Authority.ID)
	}
	seen := map[routes.ReasonCode]bool{}
	for _, r := range c.Reasons {
		want := arguments()[r.Code]
		got := argumentsOf(r)
		if !slices.Contains(routes.ReasonCodes(), r.Code) || seen[r.Code] || !slices.Equal(got, want) {
			t.Fatalf("%s: reason %+v", c.Authority.ID, r)
		}
		seen[r.Code] = true
	}
}

// arguments lists the arguments of each code that has any.
func arguments() map[routes.ReasonCode][]string {
	country, land, languages := []string{"country"}, []string{"land"}, []string{"languages"}
	return map[routes.ReasonCode][]string{
		routes.LivesInState: country, routes.WorksInState: country, routes.HappenedInState: country,
		routes.LivesInLand: land, routes.WorksInLand: land, routes.HappenedInLand: land,
		routes.SeatInState: country, routes.SeatInLand: land, routes.LandDerived: land,
		routes.ChooseTheLand: country, routes.NotThisLand: land, routes.NoFactor: country,
		routes.LanguageYours: languages, routes.LanguageHere: languages, routes.LanguageMissing: languages,
	}
}

func argumentsOf(r routes.Reason) []string {
	var out []string
	if r.Country != "" {
		out = append(out, "country")
	}
	if r.Land != "" {
		out = append(out, "land")
	}
	if len(r.Languages) > 0 {
		out = append(out, "languages")
	}
	return out
}
