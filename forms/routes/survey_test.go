package routes_test

import (
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/i18n"
)

var today = forms.Date{Year: 2026, Month: 11, Day: 23}

// shippedPattern is a pattern of facts and the routes of the shipped procedures,
// each with its state and reasons.
type shippedPattern struct {
	name, facts string
	want        []string
}

// TestShippedRoutes proves which of the shipped procedures each pattern of facts
// leads to, in which order and why. A procedure adds at least three rows.
func TestShippedRoutes(t *testing.T) {
	lib := shipped(t)
	for _, c := range shippedPatterns() {
		t.Run(c.name, func(t *testing.T) {
			s := routes.Make(world(lib), tell(t, lib, c.facts), today)
			if got := seen(s); !slices.Equal(got, c.want) {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

// shippedPatterns are those of all procedures.
func shippedPatterns() []shippedPattern {
	return slices.Concat(complaintPatterns(), orderPatterns(), policePatterns(), bankRecordsPatterns(), messagePatterns(), redressPatterns(), summonsPatterns(), tribunalPatterns(), interpolPatterns(), letterPatterns(), victimPatterns(), rightsPatterns())
}

// TestEveryRouteHasItsRows proves that each shipped procedure says for which cases
// it is a way to go, and that at least three patterns of facts lead to it.
func TestEveryRouteHasItsRows(t *testing.T) {
	for _, e := range shipped(t).Index() {
		rows := 0
		for _, c := range shippedPatterns() {
			if slices.ContainsFunc(c.want, func(w string) bool { return strings.HasPrefix(w, string(e.ID)+" ") }) {
				rows++
			}
		}
		if rows < 3 || !e.Route {
			t.Errorf("%s: %d rows; has a route: %t", e.ID, rows, e.Route)
		}
	}
}

func complaintPatterns() []shippedPattern {
	return []shippedPattern{
		{"a breach at a company, told by it", "facts.matter data; events.kinds breach; other.known known; other.kind company; other.country IE; person.country DE",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"lives outside, the company is inside", "facts.matter data; events.kinds marketing; other.known known; other.kind platform; other.country IE; person.country EG",
			[]string{"gdpr-controller-request open: fits=rights", "gdpr-art77-complaint open:", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"nothing has a link with the EEA", "facts.matter data; events.kinds breach; other.known known; other.kind company; other.country US; person.country US; person.work_country US; events.country US",
			[]string{"gdpr-art77-complaint closed: fits=told_by_them closed=outside", "gdpr-controller-request closed: fits=what_got_out closed=outside", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=outside"}},
		{"a link is still possible", "facts.matter data; events.kinds breach; other.known known; other.kind company; other.country US; person.country US; person.work_country US",
			[]string{"gdpr-art77-complaint open: fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"the police have done it", "facts.matter data; events.kinds disclosure; other.known known; other.kind police; person.country FR",
			[]string{"led-complaint-indirect-access open:", "gdpr-art77-complaint closed: fits=lives_here fits=told_by_them closed=police", "gdpr-controller-request closed: fits=what_got_out closed=police", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=police"}},
		{"an institution of the Union has done it", "facts.matter data; events.kinds disclosure; other.known known; other.kind eu-institution; person.country FR",
			[]string{"gdpr-art77-complaint closed: fits=lives_here fits=told_by_them closed=eu_institution", "gdpr-controller-request closed: fits=what_got_out closed=eu_institution", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=eu_institution"}},
		{"a stolen identity by somebody unknown", "facts.matter identity; events.kinds identity-misuse; other.known unknown; other.kind unknown; person.country SE",
			[]string{"gdpr-art77-complaint open: fits=lives_here weak=not_known", "eu-victim-complaint-residence open: weak=where_open", "gdpr-representative-mandate open: weak=if_somebody_acts", "eu-crime-victim-compensation information: unclear weak=rarely information", "gdpr-controller-request closed: fits=what_got_out closed=unknown"}},
		{"a request that is not yet late", "facts.matter data; events.kinds access-refused; other.known known; other.kind company; other.country FR; person.country FR; representative.acting no; gdpr-art77-complaint.capacity data-subject; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.request_received 10 November 2026; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.extended not-told; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.reply none",
			[]string{"gdpr-controller-request open: weak=asked_already", "gdpr-art77-complaint not-yet: fits=lives_here fits=told_by_them first=waiting wait=2026-12-11", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=nobody"}},
		{"a request that is late", "facts.matter data; events.kinds access-refused; other.known known; other.kind company; other.country FR; person.country FR; representative.acting no; gdpr-art77-complaint.capacity data-subject; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.request_received 1 October 2026; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.extended not-told; gdpr-art77-complaint.requests/a/gdpr-art77-complaint.reply none",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: weak=asked_already", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=nobody"}},
	}
}

func orderPatterns() []shippedPattern {
	return []shippedPattern{
		{"told of an order of another Member State", "facts.matter order; facts.authority prosecutor; order.state AT; order.notice yes; order.informed 10 November 2026; person.country DE",
			[]string{"eu-eevidence-order-challenge open: fits=told fits=abroad"}},
		{"only suspects an order", "facts.matter order; order.state AT; order.notice no; person.country DE",
			[]string{"eu-eevidence-order-challenge open: fits=abroad weak=only_suspected"}},
		{"the State is not known", "facts.matter order; order.notice yes",
			[]string{"us-sca-2704-customer-challenge unclear: unclear fits=told", "eu-eevidence-order-challenge unclear: unclear fits=told", "us-rfpa-customer-challenge unclear: unclear fits=told", "us-irs-7609-petition-to-quash unclear: unclear fits=told", "dpf-national-security-redress unclear: unclear", "uk-ipt unclear: unclear", "us-sca-2703h-provider-comity unclear: unclear"}},
		{"an order of a State outside the Union", "facts.matter order; order.state EG; order.notice yes; person.country DE", nil},
		{"an order from before the Regulation", "facts.matter order; order.state AT; order.notice yes; person.country DE; order.kind production; order.date 3 August 2026",
			[]string{"eu-eevidence-order-challenge closed: fits=told fits=abroad closed=too_early"}},
		{"the last day that the letter names is near, and a breach beside it", "facts.matter order data; order.state AT; order.notice yes; order.informed 10 November 2026; order.limit_form last-day; order.last_day 25 November 2026; person.country DE; events.kinds breach; other.known known; other.kind company",
			[]string{"eu-eevidence-order-challenge open: fits=told fits=abroad", "gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"the same without a last day: what fits first", "facts.matter order data; order.state AT; order.notice no; person.country DE; events.kinds breach; other.known known; other.kind company",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "eu-eevidence-order-challenge open: fits=abroad weak=only_suspected", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"the last day has passed", "facts.matter order; order.state AT; order.notice yes; order.limit_form last-day; order.last_day 20 November 2026; person.country DE",
			[]string{"eu-eevidence-order-challenge open: fits=told fits=abroad over=2026-11-20"}},
	}
}

func policePatterns() []shippedPattern {
	return []shippedPattern{
		{"a file at the police of a Member State", "facts.matter records; facts.authority police; facts.state FR; person.country EG",
			[]string{"led-complaint-indirect-access open: fits=file_held"}},
		{"a file at a prosecutor, after a refusal", "facts.matter data records; events.kinds access-refused; other.known known; other.kind police; facts.authority prosecutor; facts.state ES",
			[]string{"led-complaint-indirect-access open: fits=was_refused fits=file_held", "gdpr-art77-complaint closed: fits=told_by_them closed=police", "gdpr-controller-request closed: weak=asked_already closed=police", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=police"}},
		{"watched by the police, as it seems", "facts.matter watched; facts.authority police; facts.state PL",
			[]string{"led-complaint-indirect-access open: weak=only_suspected"}},
		{"watched by an intelligence service", "facts.matter watched; facts.authority intelligence; facts.state PL", nil},
		{"watched, by whom is not told", "facts.matter watched",
			[]string{"uk-ipt unclear: unclear fits=watched", "dpf-national-security-redress unclear: unclear", "led-complaint-indirect-access unclear: unclear weak=only_suspected"}},
		{"a file at INTERPOL", "facts.matter records; facts.authority interpol; facts.state ?",
			[]string{"interpol-ccf-access open: fits=first_step", "interpol-ccf-correction-deletion open:", "led-complaint-indirect-access closed: fits=file_held closed=interpol"}},
		{"a file at Europol", "facts.matter records; facts.authority union; facts.state ?",
			[]string{"led-complaint-indirect-access closed: fits=file_held closed=union"}},
		{"a file in a State of the Schengen area", "facts.matter records; facts.authority police; facts.state CH",
			[]string{"led-complaint-indirect-access open: fits=file_held"}},
		{"a file outside Europe", "facts.matter records; facts.authority police; facts.state BR",
			[]string{"led-complaint-indirect-access closed: fits=file_held closed=outside"}},
		{"the police of a State outside Europe have passed data on", "facts.matter data; events.kinds disclosure; other.known known; other.kind police; other.country CA; person.country FR",
			[]string{"gdpr-art77-complaint closed: fits=lives_here fits=told_by_them closed=police", "gdpr-controller-request closed: fits=what_got_out closed=police", "led-complaint-indirect-access closed: closed=outside_seat", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=police"}},
		{"the office holds the data for other matters", "facts.matter records; facts.authority police; facts.state FR; representative.acting no; led-complaint-indirect-access.criminal no",
			[]string{"led-complaint-indirect-access closed: fits=file_held closed=not_criminal"}},
		{"the last day of the refusal has passed", "facts.matter records; facts.authority police; facts.state FR; led-complaint-indirect-access.limit_form last-day; led-complaint-indirect-access.limit_day 20 November 2026",
			[]string{"led-complaint-indirect-access open: fits=file_held over=2026-11-20"}},
	}
}

// TestNothingOpen proves that a case for which there is no way says so.
func TestNothingOpen(t *testing.T) {
	lib := shipped(t)
	cases := []struct {
		facts string
		want  bool
	}{
		{"facts.matter fraud; person.country EG", true},
		{"facts.matter order; order.state EG", true},
		{"facts.matter data; person.country DE", false},
		{"", false}, // nothing is told yet: the routes wait for it
	}
	for _, c := range cases {
		if s := routes.Make(world(lib), tell(t, lib, c.facts), today); s.Nothing() != c.want {
			t.Errorf("%q: %q", c.facts, seen(s))
		}
	}
	if _, ok := lib.Checklist("nowhere"); !ok {
		t.Error("there is no list of where to turn")
	}
}

// TestListsAreOffered proves that the lists for the first hours follow the matter.
func TestListsAreOffered(t *testing.T) {
	lib := shipped(t)
	for facts, want := range map[string]string{
		"facts.matter data":                        "breach",
		"facts.matter identity fraud":              "fraud identity",
		"facts.matter account":                     "account",
		"facts.matter order":                       "",
		"facts.matter data identity fraud account": "account breach fraud identity",
	} {
		var got []string
		for _, l := range routes.Make(world(lib), tell(t, lib, facts), today).Lists {
			got = append(got, l.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", facts, got)
		}
	}
}

// TestDoubts proves that facts that contradict each other are named, and that
// those that may be true are not.
func TestDoubts(t *testing.T) {
	lib := shipped(t)
	cases := []struct {
		facts string
		want  []routes.DoubtCode
	}{
		{"facts.matter data; events.period from 10 October 2026 to 12 October 2026; events.learned 9 October 2026", []routes.DoubtCode{routes.LearnedBefore}},
		{"facts.matter data; events.period from 10 October 2026 to 12 October 2026; events.learned about 9 October 2026", nil},
		{"facts.matter order; order.notice yes; order.informed 1 November 2026; facts.notice_how mailed; facts.mailed 3 November 2026", []routes.DoubtCode{routes.PostedAfter}},
		{"facts.matter order; order.notice yes; order.informed 3 November 2026; facts.notice_how mailed; facts.mailed 1 November 2026", nil},
		{"facts.matter rights; earlier.started yes; earlier.proceedings/a/earlier.date 1 May 2026; earlier.proceedings/a/earlier.outcome refused; facts.decided 1 March 2026", []routes.DoubtCode{routes.DecidedBefore}},
		{"facts.matter rights; earlier.started yes; earlier.proceedings/a/earlier.date ?; earlier.proceedings/a/earlier.outcome refused; facts.decided 1 March 2026", nil},
	}
	for _, c := range cases {
		var got []routes.DoubtCode
		for _, d := range routes.Make(world(lib), tell(t, lib, c.facts), today).Doubts {
			got = append(got, d.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.facts, got)
		}
	}
}

// invention is what the tests of the machinery need: procedures that do not exist
// in law. Nothing here is a statement of law.
func invention(t *testing.T) *packs.Library {
	limit := func(more string) string {
		return "deadlines:\n  - id: filing\n    kind: hard\n    trigger: notified\n    count: {from: facts.decided, length: 4, unit: months}\n" + more + "    mark: verified\n    source: act\n"
	}
	const decided = "sections:\n  - id: start\n    help: [lead]\n    items:\n      - id: body_name\n        kind: text\n        required: always\n        help: [hint]\n      - id: body_address\n        kind: address\n        together: true\n      - id: body_country\n        kind: country\n        together: true\n" +
		"  - id: facts\n    items:\n      - use: events.account\n      - use: events.learned\n        when: always\n      - use: facts.decided\n        when: always\n  - use: person\n    without: [contact_safe, country, land, work_country, work_land]\n  - use: exhibits\n  - use: declaration\n"
	const outline = "outline:\n  - block: letterhead\n    sender: [person.name, person.address, person.phone, person.email]\n    place: declaration.place\n    date: declaration.date\n  - block: addressee\n  - block: title\n  - block: section\n    id: applicant\n    items:\n      - facts: [person.name, person.birth_date, person.nationality]\n      - facts: [body_country]\n  - block: section\n    id: facts\n    items:\n      - facts: [events.learned, facts.decided]\n      - prose: events.account\n  - block: exhibits\n  - block: signature\n    sentence: declaration\n    signer: [person.name]\n    place: declaration.place\n    date: declaration.date\n"
	const route = "route:\n  for: \"facts.matter has rights\"\n"
	return invented(t, map[forms.ProcedureID]string{
		"aa-court": decided + outline + limit("") + route +
			"  first:\n    - id: try_home\n      when: \"facts.remedies_left is yes\"\n      mark: verified\n      source: act\n" +
			"  closed:\n    - id: only_states\n      when: \"facts.authority is interpol\"\n      route: dd-notes\n      mark: verified\n      source: act\n" +
			"  limits: [filing]\n" +
			"  fit:\n    - {id: decided, when: \"answered facts.decided\", strength: good}\n" +
			"  tells:\n    - id: fee\n      about: cost\n      mark: editorial\n    - id: rule\n      about: can\n      mark: editorial\n    - id: quick\n      about: time\n      when: \"facts.danger is yes\"\n      mark: editorial\n" +
			"  conflicts:\n    - id: not_both\n      rule: pending-bars\n      with: [bb-committee]\n      when: \"any earlier.proceedings where earlier.kind is international and earlier.outcome is pending\"\n      mark: verified\n      source: act\n    - id: beside\n      rule: no-bar\n      with: [dd-notes]\n      mark: editorial\n",
		"bb-committee": decided + outline + limit("    late: {allowed: true, mark: verified, source: act}\n") + route +
			"  limits: [filing]\n" +
			"  conflicts:\n    - id: settled\n      rule: settled-bars\n      with: [aa-court]\n      mark: verified\n      source: act\n",
		"cc-later":     "valid: {from: \"2027-01-01\"}\n" + route,
		"cc-gone":      "valid: {to: \"2026-01-01\"}\n" + route,
		"cc-withdrawn": "status: withdrawn\n" + route,
		"dd-notes":     "role: information-only\n" + route,
	})
}

// TestStates proves each way into each state, on invented procedures.
func TestStates(t *testing.T) {
	lib := invention(t)
	const rest = "cc-later not-yet: not-in-force=2027-01-01|dd-notes information: information|cc-gone closed: ended=2026-01-01|cc-withdrawn closed: withdrawn"
	cases := []struct{ name, facts, filed, want string }{
		{"open, the nearest limit first", "facts.matter rights; facts.decided 1 October 2026", "",
			"aa-court open: fits=decided|bb-committee open:|" + rest},
		{"a limit that no date is told for", "facts.matter rights", "",
			"aa-court open:|bb-committee open:|" + rest},
		{"something comes first", "facts.matter rights; earlier.started yes; facts.remedies_left yes", "",
			"bb-committee open:|aa-court not-yet: first=try_home|cc-later not-yet: not-in-force=2027-01-01|" + after(rest)},
		{"closed by its own rule", "facts.matter rights; facts.authority interpol", "",
			"bb-committee open:|cc-later not-yet: not-in-force=2027-01-01|dd-notes information: information|aa-court closed: closed=only_states|cc-gone closed: ended=2026-01-01|cc-withdrawn closed: withdrawn"},
		{"the limit has passed: closed, or late with reasons", "facts.matter rights; facts.decided 1 June 2026", "",
			"bb-committee open: over=2026-10-01 late=filing.late|cc-later not-yet: not-in-force=2027-01-01|dd-notes information: information|aa-court closed: fits=decided over=2026-10-01|cc-gone closed: ended=2026-01-01|cc-withdrawn closed: withdrawn"},
		{"the limit may have passed", "facts.matter rights; facts.decided 2026", "",
			"aa-court open: fits=decided may-be-over=2026-05-01|bb-committee open: may-be-over=2026-05-01|" + rest},
		{"pending elsewhere by the facts", "facts.matter rights; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome pending", "",
			"bb-committee open:|cc-later not-yet: not-in-force=2027-01-01|dd-notes information: information|aa-court closed: barred=not_both|cc-gone closed: ended=2026-01-01|cc-withdrawn closed: withdrawn"},
		{"filed with the other", "facts.matter rights", "bb-committee",
			"bb-committee open: filed=2026-11-01|cc-later not-yet: not-in-force=2027-01-01|dd-notes information: information|aa-court closed: barred=not_both|cc-gone closed: ended=2026-01-01|cc-withdrawn closed: withdrawn"},
		{"filing alone settles nothing", "facts.matter rights", "aa-court",
			"aa-court open: filed=2026-11-01|bb-committee open:|" + rest},
		{"the matter is not told", "", "",
			"aa-court unclear: unclear|bb-committee unclear: unclear|cc-later unclear: unclear not-in-force=2027-01-01|dd-notes information: unclear information|cc-gone closed: unclear ended=2026-01-01|cc-withdrawn closed: unclear withdrawn"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			cas := tell(t, lib, withDates(c.facts))
			if c.filed != "" {
				cas = cas.WithFiling(forms.Filing{Procedure: forms.ProcedureID(c.filed), Status: forms.FilingFiled,
					Filed: &forms.Filed{On: forms.Date{Year: 2026, Month: 11, Day: 1}}})
			}
			if got := strings.Join(seen(routes.Make(world(lib), cas, today)), "|"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// withDates makes the date of a decision one that is asked for.
func withDates(facts string) string {
	if !strings.Contains(facts, "facts.decided") {
		return facts
	}
	return facts + "; earlier.started yes; earlier.proceedings/z/earlier.kind court; earlier.proceedings/z/earlier.outcome refused"
}

// after leaves out the first of the rest, which stands elsewhere.
func after(rest string) string {
	_, out, _ := strings.Cut(rest, "|")
	return out
}

// TestUrgency proves that a limit that is near goes before what fits better, and
// that a known day counts more than a length alone.
func TestUrgency(t *testing.T) {
	lib := invention(t)
	cases := []struct {
		facts string
		want  routes.Urgency
	}{
		{"facts.matter rights; facts.decided 27 July 2026", routes.Urgency{Day: forms.Date{Year: 2026, Month: 11, Day: 27}, Days: 4, Runs: true, Known: true}},
		{"facts.matter rights", routes.Urgency{Days: 120, Runs: true}},
	}
	for _, c := range cases {
		s := routes.Make(world(lib), tell(t, lib, withDates(c.facts)), today)
		if got := s.Routes[0].Urgency; got != c.want {
			t.Errorf("%s: %+v", c.facts, got)
		}
	}
}

// TestClashes proves that each route names what others do to it and what it does
// to others, before one of them is chosen.
func TestClashes(t *testing.T) {
	lib := invention(t)
	s := routes.Make(world(lib), tell(t, lib, "facts.matter rights"), today)
	var got []string
	for _, r := range s.Routes {
		for _, c := range r.Clashes {
			got = append(got, string(r.Procedure.ID)+" "+string(c.Rule)+" with "+string(c.With))
		}
		for _, c := range r.Bars {
			got = append(got, string(r.Procedure.ID)+" does "+string(c.Rule)+" to "+string(c.Of))
		}
	}
	want := []string{
		"aa-court pending-bars with bb-committee", "aa-court no-bar with dd-notes", "aa-court does settled-bars to bb-committee",
		"bb-committee settled-bars with aa-court", "bb-committee does pending-bars to aa-court",
		"dd-notes does no-bar to aa-court",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestTells proves that what a person should know comes by topic, and only where
// it holds.
func TestTells(t *testing.T) {
	lib := invention(t)
	for facts, want := range map[string]string{
		"facts.matter rights":                   "rule fee",
		"facts.matter rights; facts.danger yes": "rule quick fee",
	} {
		s := routes.Make(world(lib), tell(t, lib, facts), today)
		var got []string
		for _, x := range s.Routes[0].Tells {
			got = append(got, x.ID.Name())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", facts, got)
		}
	}
}

// TestMissing proves that a route names the facts that could still change it.
func TestMissing(t *testing.T) {
	lib := invention(t)
	s := routes.Make(world(lib), tell(t, lib, "facts.matter rights; earlier.started yes"), today)
	if got := s.Routes[0].Missing; !slices.Equal(got, []forms.ID{"facts.remedies_left", "facts.authority"}) {
		t.Errorf("got %v", got)
	}
}

// TestSurveyWords proves that states, reasons, doubts, topics, channels and rules
// of conflicts have their words in every locale catalog.
func TestSurveyWords(t *testing.T) {
	var keys []i18n.Key
	for _, s := range routes.States() {
		keys = append(keys, s.Key())
	}
	for _, c := range routes.WhyCodes() {
		keys = append(keys, c.Key())
	}
	for _, c := range routes.DoubtCodes() {
		keys = append(keys, c.Key())
	}
	for _, x := range forms.Topics() {
		keys = append(keys, "routes.about."+i18n.Key(x))
	}
	for _, x := range forms.Channels() {
		keys = append(keys, "routes.channel."+i18n.Key(x))
	}
	for _, x := range forms.ConflictRules() {
		keys = append(keys, "routes.conflict."+i18n.Key(x))
	}
	for _, tag := range i18n.Locales() {
		words, _ := i18n.Locale(tag)
		for _, k := range keys {
			if !words.Has(k) {
				t.Errorf("%s: no words for %s", tag, k)
			}
		}
	}
}

// TestFactsAreFew proves that no single matter asks for more than twelve screens
// of facts before the routes, that of earlier proceedings left out.
func TestFactsAreFew(t *testing.T) {
	lib := shipped(t)
	for _, o := range lib.Facts().Question("facts.matter").Options {
		c := tell(t, lib, "facts.matter "+o.Code+"; order.notice yes; other.known known; earlier.started no")
		s := routes.Make(world(lib), c, today)
		screens := 0
		for _, sec := range s.Facts.Sections {
			for _, a := range sec.Asked {
				if a.Question != nil && !a.Question.Together {
					screens++
				}
			}
		}
		if screens < 6 || screens > 12 {
			t.Errorf("%s: %d screens", o.Code, screens)
		}
	}
}

// BenchmarkSurvey measures the routes of a case; the promise is below 5 ms.
func BenchmarkSurvey(b *testing.B) {
	lib := shipped(b)
	w, c := world(lib), tell(b, lib, complaintPatterns()[0].facts+"; order.state AT")
	for b.Loop() {
		routes.Make(w, c, today)
	}
}
