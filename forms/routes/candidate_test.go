package routes_test

import (
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
	"recourse/i18n"
)

const (
	// generalLands are the German bodies for one Land and both sectors.
	generalLands = "debawueldb deberlbdi debralda debrelfdi dehessbdi dehmbbfdi demvldi dendslfd denrwldi derlpbdi desaarudz desaechsdsb desalbd deshuld detlfdi"
	// catholic and protestant bodies.
	churches = "deekdbfd dekathbayddsb dekathdsz dekathffdsz dekathnordddsb dekathostddsb"
)

// TestAuthorities proves which bodies each pattern of facts leads to, in which
// order and for which reasons. The person speaks Arabic unless the case says more.
func TestAuthorities(t *testing.T) {
	all := records(t)
	for _, c := range patterns() {
		t.Run(c.name, func(t *testing.T) {
			speaks := append([]i18n.Tag{"ar"}, c.speaks...)
			got := lines(routes.Authorities(facts(t, c.facts), all, have(), speaks))
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

type pattern struct {
	name, facts string
	speaks      []i18n.Tag
	want        []string
}

func patterns() []pattern {
	return slices.Concat(landPatterns(), sectorPatterns(), statePatterns(), emptyPatterns())
}

// landPatterns are about German Länder.
func landPatterns() []pattern {
	const choose = "lives-in-state choose-land land-derived"
	return []pattern{
		{name: "lives in Berlin, company in Berlin",
			facts: "person.country DE, person.land be, other.kind company, other.country DE, other.land be",
			want:  []string{"deberlbdi: lives-in-land seat-in-land land-derived language-available"}},
		{name: "lives in Berlin, company in Berlin, speaks German",
			facts:  "person.country DE, person.land be, other.kind company, other.country DE, other.land be",
			speaks: []i18n.Tag{"de"},
			want:   []string{"deberlbdi: lives-in-land seat-in-land land-derived language-yours"}},
		{name: "lives in Berlin, company abroad",
			facts: "person.country DE, person.land be, other.kind company, other.country IE",
			want:  []string{"deberlbdi: lives-in-land land-derived language-available"}},
		{name: "lives in Berlin, company in Bavaria: the own Land first, then that of the seat",
			facts: "person.country DE, person.land be, other.kind company, other.country DE, other.land by",
			want: []string{
				"deberlbdi: lives-in-land land-derived language-available",
				"debaylda: lives-in-state seat-in-land land-derived sector-private language-available"}},
		{name: "lives in Berlin, public office in Bavaria: the Land of the office first",
			facts: "person.country DE, person.land be, other.kind public-body, other.country DE, other.land by",
			want: []string{
				"debayldb: lives-in-state seat-in-land land-derived sector-public language-available",
				"deberlbdi: lives-in-land land-derived language-available"}},
		{name: "lives in Berlin, works in Brandenburg",
			facts: "person.country DE, person.land be, person.work_country DE, person.work_land bb, other.kind company",
			want: []string{
				"deberlbdi: lives-in-land land-derived language-available",
				"debralda: works-in-land land-derived language-available"}},
		{name: "lives, works and was harmed in Hamburg",
			facts: "person.country DE, person.land hh, person.work_country DE, person.work_land hh, events.country DE, events.land hh, other.kind platform",
			want:  []string{"dehmbbfdi: lives-in-land works-in-land happened-in-land land-derived language-available"}},
		{name: "three Länder: residence, work, place",
			facts: "person.country DE, person.land sh, person.work_country DE, person.work_land hh, events.country DE, events.land hb, other.kind individual",
			want: []string{
				"deshuld: lives-in-land land-derived language-available",
				"dehmbbfdi: works-in-land land-derived language-available",
				"debrelfdi: happened-in-land land-derived language-available"}},
		{name: "Land of residence unknown, private: all Länder, in Bavaria the private body",
			facts: "person.country DE, person.land ?, other.kind company",
			want: sortedLines(each(generalLands, choose+" language-available"),
				each("debaylda", choose+" sector-private language-available"))},
		{name: "Land of residence unknown, public: all Länder, in Bavaria the public body",
			facts: "person.country DE, other.kind public-body",
			want: sortedLines(each(generalLands, choose+" language-available"),
				each("debayldb", choose+" sector-public language-available"))},
		{name: "Land of residence unknown, seat known: the seat first, then all",
			facts: "person.country DE, other.kind company, other.country DE, other.land he",
			want: append([]string{"dehessbdi: lives-in-state seat-in-land land-derived language-available"},
				without("dehessbdi", sortedLines(each(generalLands, choose+" language-available"),
					each("debaylda", choose+" sector-private language-available")))...)},
		{name: "Land of residence unknown, workplace known: that Land first, by both factors",
			facts: "person.country DE, person.work_country DE, person.work_land th, other.kind company",
			want: append([]string{"detlfdi: lives-in-state works-in-land land-derived language-available"},
				without("detlfdi", sortedLines(each(generalLands, choose+" language-available"),
					each("debaylda", choose+" sector-private language-available")))...)},
		{name: "Land of residence unknown, those of work and place known: work before place",
			facts: "person.country DE, person.work_country DE, person.work_land hh, events.country DE, events.land be, other.kind company",
			want: append([]string{
				"dehmbbfdi: lives-in-state works-in-land land-derived language-available",
				"deberlbdi: lives-in-state happened-in-land land-derived language-available"},
				without("dehmbbfdi", without("deberlbdi", sortedLines(each(generalLands, choose+" language-available"),
					each("debaylda", choose+" sector-private language-available"))))...)},
		{name: "an unknown code for the Land counts as not known",
			facts: "person.country DE, person.land xx, other.kind public-body",
			want: sortedLines(each(generalLands, choose+" language-available"),
				each("debayldb", choose+" sector-public language-available"))},
		{name: "a Land left over from another State changes nothing",
			facts: "person.country FR, person.land be, other.kind company",
			want:  []string{"frcnil: lives-in-state language-available"}},
	}
}

// sectorPatterns are about what the other side is.
func sectorPatterns() []pattern {
	return []pattern{
		{name: "Bavaria, company",
			facts: "person.country DE, person.land by, other.kind company",
			want:  []string{"debaylda: lives-in-land land-derived sector-private language-available"}},
		{name: "Bavaria, association",
			facts: "person.country DE, person.land by, other.kind association",
			want:  []string{"debaylda: lives-in-land land-derived sector-private language-available"}},
		{name: "Bavaria, public office",
			facts: "person.country DE, person.land by, other.kind public-body",
			want:  []string{"debayldb: lives-in-land land-derived sector-public language-available"}},
		{name: "Bavaria, employer: private or public is open",
			facts: "person.country DE, person.land by, other.kind employer",
			want: []string{
				"debaylda: lives-in-land land-derived sector-private sector-depends language-available",
				"debayldb: lives-in-land land-derived sector-public sector-depends language-available"}},
		{name: "Bavaria, kind not known",
			facts: "person.country DE, person.land by, other.kind unknown",
			want: []string{
				"debaylda: lives-in-land land-derived sector-private sector-depends language-available",
				"debayldb: lives-in-land land-derived sector-public sector-depends language-available"}},
		{name: "Berlin, telephone company",
			facts: "person.country DE, person.land be, other.kind telecom",
			want:  []string{"debfdi: lives-in-state sector-federal language-available"}},
		{name: "Berlin, federal body with its seat in Bavaria",
			facts: "person.country DE, person.land be, other.kind federal-body, other.country DE, other.land by",
			want:  []string{"debfdi: lives-in-state seat-in-state sector-federal language-available"}},
		{name: "Berlin, police: the Land, then the Federation",
			facts: "person.country DE, person.land be, other.kind police",
			want: []string{
				"deberlbdi: lives-in-land land-derived language-available",
				"debfdi: lives-in-state sector-federal sector-depends language-available"}},
		{name: "Berlin, police of Hamburg: its own Land first",
			facts: "person.country DE, person.land be, other.kind police, other.country DE, other.land hh",
			want: []string{
				"dehmbbfdi: lives-in-state seat-in-land land-derived language-available",
				"deberlbdi: lives-in-land land-derived language-available",
				"debfdi: lives-in-state seat-in-state sector-federal sector-depends language-available"}},
		{name: "Berlin, church: the person chooses",
			facts: "person.country DE, person.land be, other.kind church",
			want:  each(churches, "lives-in-state sector-church choose-church language-available")},
		{name: "Berlin, public broadcaster: the person chooses",
			facts: "person.country DE, person.land be, other.kind broadcaster",
			want:  each("derf derfdw", "lives-in-state sector-broadcasting choose-broadcaster language-not-recorded")},
		{name: "France has one body for telephone companies too",
			facts: "person.country FR, other.kind telecom",
			want:  []string{"frcnil: lives-in-state language-available"}},
		{name: "Poland has one recorded body for churches too",
			facts: "person.country PL, other.kind church",
			want:  []string{"plgiodo: lives-in-state language-not-available address-recheck"}},
	}
}

// statePatterns are about several States.
func statePatterns() []pattern {
	return []pattern{
		{name: "lives in France, works in Germany, company in Ireland",
			facts: "person.country FR, person.work_country DE, person.work_land sl, other.kind platform, other.country IE",
			want: []string{
				"frcnil: lives-in-state language-available",
				"desaarudz: works-in-land land-derived language-available"}},
		{name: "residence weighs more than work and place together",
			facts:  "person.country FI, person.work_country FR, events.country FR, other.kind company",
			speaks: []i18n.Tag{"fr"},
			want: []string{
				"fitst: lives-in-state language-not-available",
				"frcnil: works-in-state happened-in-state language-yours"}},
		{name: "lives outside the EEA, infringement in Ireland",
			facts:  "person.country EG, events.country IE, other.kind platform, other.country IE",
			speaks: []i18n.Tag{"en"},
			want:   []string{"iedpc: happened-in-state seat-in-state language-yours address-recheck"}},
		{name: "lives in the United Kingdom, works in Ireland",
			facts: "person.country GB, person.work_country IE, other.kind company",
			want:  []string{"iedpc: works-in-state language-available address-recheck"}},
		{name: "one body by all three factors",
			facts: "person.country AT, person.work_country AT, events.country AT, other.kind company",
			want:  []string{"atdsb: lives-in-state works-in-state happened-in-state language-available"}},
		{name: "Belgium: languages not recorded",
			facts: "person.country BE, other.kind company",
			want:  []string{"beapd: lives-in-state language-not-recorded"}},
		{name: "Romania takes English",
			facts:  "person.country RO, other.kind company",
			speaks: []i18n.Tag{"en"},
			want:   []string{"roanspdcp: lives-in-state language-yours"}},
		{name: "Norway: no document in Norwegian",
			facts: "person.country NO, other.kind company",
			want:  []string{"nods: lives-in-state language-not-available"}},
		{name: "Liechtenstein works in German",
			facts: "person.country LI, other.kind company",
			want:  []string{"lidss: lives-in-state language-available"}},
		{name: "kind of the other side not answered",
			facts: "person.country IT",
			want:  []string{"itgpdp: lives-in-state language-not-available"}},
	}
}

// emptyPatterns lead to no body.
func emptyPatterns() []pattern {
	return []pattern{
		{name: "nothing known", facts: ""},
		{name: "Switzerland only", facts: "person.country CH, person.work_country CH, events.country CH, other.kind company, other.country CH"},
		{name: "United Kingdom only", facts: "person.country GB, events.country GB, other.kind company"},
		{name: "seat in the EEA is no factor of Art. 77(1)", facts: "person.country EG, other.kind company, other.country DE, other.land be"},
		{name: "Kosovo has no body in the records", facts: "person.country XK, other.kind company"},
		{name: "a State that is gone", facts: "person.country SU, events.country YU, other.kind company"},
		{name: "no State at all", facts: "person.country ZZ, person.work_country ?, events.country ?"},
		{name: "a code in small letters names no State", facts: "person.country de, other.kind company"},
		{name: "institution of the European Union", facts: "person.country DE, person.land be, other.kind eu-institution"},
	}
}

// sortedLines joins lists of lines in the order of the ids.
func sortedLines(lists ...[]string) []string {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return out
}

func without(id string, ls []string) []string {
	return slices.DeleteFunc(ls, func(l string) bool { return len(l) > len(id) && l[:len(id)+1] == id+":" })
}

// TestOthers proves that what is left out is listed behind, the nearest first,
// with what speaks against it.
func TestOthers(t *testing.T) {
	all := records(t)
	cases := []struct {
		name, facts string
		first       []string
	}{
		{"the seat in another State comes first", "person.country FR, other.kind platform, other.country IE",
			[]string{"iedpc: no-link seat-in-state language-available address-recheck"}},
		{"bodies of the same State come before others, those of the sector first",
			"person.country DE, person.land by, other.kind company",
			each("debawueldb deberlbdi", "lives-in-state land-other land-derived language-available")},
		{"a body for another sector says so", "person.country DE, person.land by, other.kind telecom",
			[]string{
				"debaylda: lives-in-land land-derived sector-private sector-other language-available",
				"debayldb: lives-in-land land-derived sector-public sector-other language-available"}},
		{"an institution of the European Union has a body of its own", "person.country FR, other.kind eu-institution",
			[]string{"frcnil: lives-in-state eu-institution language-available"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := lines(routes.Others(facts(t, c.facts), all, have(), []i18n.Tag{"ar"}))
			if len(got) < len(c.first) || !slices.Equal(got[:len(c.first)], c.first) {
				t.Errorf("got\n%q\nwant first\n%q", got[:min(len(got), 4)], c.first)
			}
		})
	}
}

// TestCandidate proves what a candidate carries besides its reason codes: the
// fit, the language and the arguments of the reasons.
func TestCandidate(t *testing.T) {
	all := records(t)
	got := routes.Authorities(facts(t, "person.country DE, person.land be, other.kind company, other.country DE, other.land by"),
		all, have(), []i18n.Tag{"de-AT"})
	if len(got) != 2 {
		t.Fatalf("got %q", lines(got))
	}
	seat := got[1]
	if want := (routes.Fit{Sector: routes.SectorFits, Land: routes.OtherLand, Seat: true}); seat.Fit != want {
		t.Errorf("fit: got %+v, want %+v", seat.Fit, want)
	}
	if want := (routes.LanguageFit{Acceptance: routes.Accepted, Document: "de", Persons: true}); seat.Language != want {
		t.Errorf("language: got %+v, want %+v", seat.Language, want)
	}
	if !slices.Equal(seat.Factors, []routes.Factor{routes.Residence}) {
		t.Errorf("factors: got %v", seat.Factors)
	}
	checkReason(t, seat, routes.Reason{Code: routes.LivesInState, Country: "DE"})
	checkReason(t, seat, routes.Reason{Code: routes.SeatInLand, Land: "by"})
	checkReason(t, seat, routes.Reason{Code: routes.LandDerived, Land: "by"})
	checkReason(t, seat, routes.Reason{Code: routes.LanguageYours, Languages: []i18n.Tag{"de"}})
}

func checkReason(t *testing.T, c routes.Candidate, want routes.Reason) {
	t.Helper()
	for _, r := range c.Reasons {
		if r.Code == want.Code {
			if r.Country != want.Country || r.Land != want.Land || !slices.Equal(r.Languages, want.Languages) {
				t.Errorf("reason %s: got %+v, want %+v", want.Code, r, want)
			}
			return
		}
	}
	t.Errorf("no reason %s", want.Code)
}

// TestOneOfASector proves that nobody is asked to choose where a State has one
// body of a special sector.
func TestOneOfASector(t *testing.T) {
	all := []forms.Authority{
		{ID: "a", Country: "BE", Sector: forms.SectorGeneral, Regime: "gdpr"},
		{ID: "b", Country: "BE", Sector: forms.SectorChurch, Regime: "gdpr"},
	}
	got := lines(routes.Authorities(facts(t, "person.country BE, other.kind church"), all, have(), nil))
	if want := []string{"b: lives-in-state sector-church language-not-recorded"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLanguageOrder proves the order among bodies that factors, sector and Land
// do not tell apart: the person's language, any that Recourse has, not recorded,
// none; then the id.
func TestLanguageOrder(t *testing.T) {
	body := func(id forms.AuthorityID, languages ...i18n.Tag) forms.Authority {
		return forms.Authority{ID: id, Country: "BE", Sector: forms.SectorGeneral, Regime: "gdpr", Languages: languages}
	}
	all := []forms.Authority{body("a", "nl"), body("b"), body("d", "de"), body("c", "de"), body("e", "nl", "fr"), body("f", "fr")}
	var got []forms.AuthorityID
	for _, c := range routes.Authorities(facts(t, "person.country BE, other.kind company"), all, have(), []i18n.Tag{"ar", "fr"}) {
		got = append(got, c.Authority.ID)
	}
	if want := []forms.AuthorityID{"e", "f", "c", "d", "b", "a"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
