package interview_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/packs"
)

var today = forms.Date{Year: 2026, Month: 11, Day: 23}

const (
	itemA = "00000000-0000-4000-8000-00000000000a"
	itemB = "00000000-0000-4000-8000-00000000000b"
	itemC = "00000000-0000-4000-8000-00000000000c"
)

// The procedure of these tests: as small as the things to prove allow.
const structure = `format: 1
id: test-route
version: 1
status: draft
role: submission
as_of: "2026-11-23"
check_by: "2027-05-23"
valid: {from: "2026-01-01"}
paper: a4
body: {name: court}
sources:
  - id: act
    title: "An Act"
    grade: official
    retrieved: "2026-11-23"
sections:
  - id: first
    items:
      - id: court
        kind: text
      - id: kind
        kind: choice
        options:
          - a
          - b
          - {code: c, when: "answered court"}
        required: always
      - id: told
        kind: yesno
        when: "kind is a"
        required: "kind is a"
        skips: [dont-know]
      - id: learned
        kind: date
        required: "told is yes"
        checks:
          - not-future
          - {code: recent, rule: "learned >= 2026-01-01"}
      - id: mail
        kind: text
        checks: [email]
      - id: age
        kind: number
        max: 120
        min: 1
      - id: nation
        kind: country
        when: "answered court"
        private: true
      - id: story
        kind: longtext
        max: 20
      - id: proof
        kind: files
  - id: second
    when: "kind is b"
    items:
      - repeat: letters
        required: always
        max: 2
        items:
          - id: sent
            kind: date
            required: always
          - id: answered_at_all
            kind: yesno
          - repeat: reminders
            when: "answered_at_all is no"
            items:
              - id: reminded
                kind: date
                when: "sent < today -1m"
  - id: third
    items:
      - id: many
        kind: yesno
        when: "count letters >= 2"
      - id: silent
        kind: yesno
        when: "any letters where answered_at_all is no"
      - repeat: exhibits
        items:
          - id: title
            kind: text
notices:
  - id: closed
    effect: stop
    when: "kind is c"
    at: kind
    mark: editorial
  - id: later
    effect: info
    at: start
    valid: {from: "2027-04-02"}
    mark: editorial
deadlines:
  - id: wait
    kind: wait-before-filing
    trigger: received
    count: {from: sent, length: 1, unit: months}
    extend: {when: "answered_at_all is yes", length: 2, unit: months}
    mark: verified
  - id: silence
    kind: authority-clock
    trigger: lodged
    count: {length: 3, unit: months}
    lodged: true
    mark: verified
outline:
  - block: section
    id: all
    items:
      - facts: [court, kind, told, learned, mail, age, story, proof, many, silent]
      - each: letters
        items:
          - facts: [sent, answered_at_all]
          - each: reminders
            items:
              - facts: [reminded]
      - each: exhibits
        items:
          - facts: [title]
`

func procedure(t testing.TB) *forms.Procedure {
	t.Helper()
	return load(t, structure)
}

func load(t testing.TB, src string) *forms.Procedure {
	t.Helper()
	lib, err := packs.Load(fstest.MapFS{"authorities.json": {Data: []byte("[]")}, "test-route/procedure.yaml": {Data: []byte(src)}})
	if err != nil {
		t.Fatal(err)
	}
	return lib.Procedures()[0]
}

// answers reads answers of the test procedure from lines "path = value", with
// the kinds told by the form of the value.
func answers(t testing.TB, lines ...string) forms.Answers {
	t.Helper()
	m := map[forms.Path]forms.Answer{}
	for _, line := range lines {
		at, v, _ := strings.Cut(line, " = ")
		m[path(at)] = answer(t, v)
	}
	return forms.NewAnswers(m)
}

// path puts the owner before each id: "letters/A/sent".
func path(short string) forms.Path {
	parts := strings.Split(short, "/")
	for i, p := range parts {
		if i%2 == 0 {
			parts[i] = "test-route." + p
		} else {
			parts[i] = map[string]string{"A": itemA, "B": itemB, "C": itemC}[p]
		}
	}
	return forms.Path(strings.Join(parts, "/"))
}

func answer(t testing.TB, v string) forms.Answer {
	kind, rest, _ := strings.Cut(v, ":")
	switch kind {
	case "yes", "no":
		return forms.Answer{Value: forms.YesNo(kind == "yes")}
	case "choice":
		return forms.Answer{Value: forms.Choice(rest)}
	case "country":
		return forms.Answer{Value: forms.Country(rest)}
	case "text":
		return forms.Answer{Value: forms.Text(rest)}
	case "prose":
		return forms.Answer{Value: forms.Prose{Words: rest, Lang: "en"}}
	case "number":
		var n forms.Number
		if _, err := fmt.Sscan(rest, &n); err != nil {
			t.Fatal(err)
		}
		return forms.Answer{Value: n}
	case "date", "about":
		d, err := forms.ParseDate(rest)
		if err != nil {
			t.Fatal(err)
		}
		precision := map[string]forms.Precision{"date": forms.Exact, "about": forms.About}[kind]
		return forms.Answer{Value: forms.When{Date: d, Precision: precision}}
	case "items":
		items := forms.Items{}
		for _, name := range strings.Fields(rest) {
			items = append(items, map[string]string{"A": itemA, "B": itemB, "C": itemC}[name])
		}
		return forms.Answer{Value: items}
	case "files":
		return forms.Answer{Value: forms.Files{rest}}
	case "skip":
		return forms.Answer{Skip: forms.Skip(rest)}
	case "pending":
		return forms.Answer{Pending: rest}
	}
	t.Fatalf("no answer %q", v)
	return forms.Answer{}
}

func problems(s interview.State) []string {
	var out []string
	for _, p := range s.Problems {
		out = append(out, string(p.Code)+" "+strings.ReplaceAll(string(p.At), "test-route.", ""))
	}
	return out
}

func asked(s interview.State) []string {
	short := strings.NewReplacer("test-route.", "", itemA, "A", itemB, "B", itemC, "C")
	var out []string
	for _, sec := range s.Sections {
		for _, a := range sec.Asked {
			out = append(out, short.Replace(string(a.Path)))
		}
	}
	return out
}

// TestProblems proves each way in which answers can be wrong, and that nothing
// else is said to be wrong then.
func TestProblems(t *testing.T) {
	p := procedure(t)
	cases := []struct {
		name    string
		answers []string
		want    []string
	}{
		{"nothing is required but what says so", nil, []string{"required kind"}},
		{"complete", []string{"kind = choice:a", "told = no"}, nil},
		{"required depends on an answer", []string{"kind = choice:a", "told = yes"}, []string{"required learned"}},
		{"a skip that is offered counts", []string{"kind = choice:a", "told = skip:dont-know"}, nil},
		{"a skip that is not offered does not", []string{"kind = choice:a", "told = skip:prefer-not"}, []string{"skip-not-offered told"}},
		{"an unknown code", []string{"kind = choice:z"}, []string{"unknown-code kind"}},
		{"an option that is not open", []string{"kind = choice:c"}, []string{"option-closed kind"}},
		{"an option that an answer opens", []string{"court = text:X", "kind = choice:c"}, []string{"stopped kind"}},
		{"another kind of answer", []string{"kind = yes"}, []string{"wrong-kind kind"}},
		{"a State that no longer exists", []string{"kind = choice:a", "told = no", "court = text:X", "nation = country:YUCS"}, []string{"past-country nation"}},
		{"a territory whose State is disputed", []string{"kind = choice:a", "told = no", "court = text:X", "nation = country:XCRM"}, []string{"disputed-country nation"}},
		{"a date in the future", []string{"kind = choice:a", "told = no", "learned = date:2026-11-24"}, []string{"future-date learned"}},
		{"today is not in the future", []string{"kind = choice:a", "told = no", "learned = date:2026-11-23"}, nil},
		{"a rule of the procedure", []string{"kind = choice:a", "told = no", "learned = date:2025-12-31"}, []string{"check-failed learned"}},
		{"an e-mail address", []string{"kind = choice:a", "told = no", "mail = text:nonsense"}, []string{"not-an-email mail"}},
		{"too small", []string{"kind = choice:a", "told = no", "age = number:0"}, []string{"too-small age"}},
		{"too large", []string{"kind = choice:a", "told = no", "age = number:121"}, []string{"too-large age"}},
		{"too long", []string{"kind = choice:a", "told = no", "story = prose:123456789012345678901"}, []string{"too-long story"}},
		{"characters are counted, not bytes", []string{"kind = choice:a", "told = no", "story = prose:شششششششششششششششششششش"}, nil},
		{"typed, but no answer", []string{"kind = choice:a", "told = no", "age = pending:twelve"}, []string{"pending-text age"}},
		{"an exhibit that is not there", []string{"kind = choice:a", "told = no", "proof = files:" + itemC}, []string{"unknown-exhibit proof"}},
		{"a repeat that needs an item", []string{"kind = choice:b"}, []string{"required-item letters"}},
		{"too many items", []string{"kind = choice:b", "letters = items:A B C", "letters/A/sent = date:2026-11-01",
			"letters/B/sent = date:2026-11-01", "letters/C/sent = date:2026-11-01"}, []string{"too-many-items letters"}},
		{"required in an item", []string{"kind = choice:b", "letters = items:A"}, []string{"required letters/" + itemA + "/sent"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := problems(interview.Resolve(p, answers(t, tc.answers...), today)); !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestAsked proves relevance and order: in sections, in items of repeats, two
// repeats deep and after a repeat.
func TestAsked(t *testing.T) {
	p := procedure(t)
	first := []string{"court", "kind", "learned", "mail", "age", "story", "proof"}
	cases := []struct {
		name    string
		answers []string
		want    []string
	}{
		{"unknown asks nothing more", nil, append(slices.Clone(first), "exhibits")},
		{"yes asks", []string{"kind = choice:a"}, []string{"court", "kind", "told", "learned", "mail", "age", "story", "proof", "exhibits"}},
		{"a section and its items", []string{"kind = choice:b", "letters = items:B A", "letters/A/answered_at_all = no"},
			append(slices.Clone(first), "letters", "letters/B/sent", "letters/B/answered_at_all", "letters/A/sent",
				"letters/A/answered_at_all", "letters/A/reminders", "many", "silent", "exhibits")},
		{"two deep, and outward", []string{"kind = choice:b", "letters = items:A", "letters/A/sent = date:2026-10-01",
			"letters/A/answered_at_all = no", "letters/A/reminders = items:C"},
			append(slices.Clone(first), "letters", "letters/A/sent", "letters/A/answered_at_all", "letters/A/reminders",
				"letters/A/reminders/C/reminded", "silent", "exhibits")},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := asked(interview.Resolve(p, answers(t, tc.answers...), today)); !slices.Equal(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

// TestPruned proves that an answer whose question is no longer asked is not
// known, leads nowhere, and comes back when it is asked again.
func TestPruned(t *testing.T) {
	p := procedure(t)
	a := answers(t, "kind = choice:b", "letters = items:A B", "letters/A/sent = date:2026-10-01", "letters/B/sent = date:2026-10-02", "many = yes")
	if s := interview.Resolve(p, a, today); s.Known.Len() != 5 {
		t.Fatalf("%d answers are known", s.Known.Len())
	}
	hidden := interview.Resolve(p, a.With(path("kind"), answer(t, "choice:a")), today)
	if got := hidden.Known.Paths(); !slices.Equal(got, []forms.Path{path("kind")}) {
		t.Errorf("known are %q", got)
	}
	if len(hidden.Deadlines) != 1 {
		t.Errorf("%d deadlines run", len(hidden.Deadlines))
	}
	back := interview.Resolve(p, a, today)
	if back.Known.Len() != 5 {
		t.Error("the answers are not back")
	}
}

// TestWhy proves that a question says which answers made it asked.
func TestWhy(t *testing.T) {
	s := interview.Resolve(procedure(t), answers(t, "kind = choice:b", "letters = items:A", "letters/A/sent = date:2026-10-01",
		"letters/A/answered_at_all = no", "letters/A/reminders = items:C"), today)
	a, ok := s.Ask(path("letters/A/reminders/C/reminded"))
	if !ok {
		t.Fatal("it is not asked")
	}
	var got []string
	for _, r := range s.Why(a) {
		got = append(got, r.Test)
	}
	want := []string{"test-route.kind is b", "test-route.answered_at_all is no", "test-route.sent < today - 1m"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestDeadlines proves that a limit is counted for every item, extended where it
// is, and from the filing where it runs from there.
func TestDeadlines(t *testing.T) {
	s := interview.Resolve(procedure(t), answers(t, "kind = choice:b", "letters = items:A B",
		"letters/A/sent = date:2026-10-31", "letters/B/sent = date:2026-10-31", "letters/B/answered_at_all = yes"), today)
	var got []string
	for _, d := range s.Deadlines {
		got = append(got, d.Rule.ID.Name()+" "+d.Day.String())
	}
	want := []string{"wait 2026-12-01", "wait 2027-01-31", "silence 2027-02-23"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestValidity proves that rules hold only on their days.
func TestValidity(t *testing.T) {
	p := procedure(t)
	a := answers(t, "kind = choice:a", "told = no")
	if s := interview.Resolve(p, a, forms.Date{Year: 2025, Month: 12, Day: 31}); !slices.Equal(problems(s), []string{"not-in-force "}) {
		t.Errorf("before its days: %q", problems(s))
	}
	for day, want := range map[forms.Date]int{{Year: 2027, Month: 4, Day: 1}: 0, {Year: 2027, Month: 4, Day: 2}: 1} {
		if s := interview.Resolve(p, a, day); len(s.Notices) != want {
			t.Errorf("on %s there are %d notices", day, len(s.Notices))
		}
	}
}

// TestProgressAndPlace proves that progress counts answers and skips, and that
// the place in the interview is the first thing open.
func TestProgressAndPlace(t *testing.T) {
	p := procedure(t)
	s := interview.Resolve(p, answers(t, "court = text:X", "kind = choice:a", "told = skip:dont-know"), today)
	if want := (interview.Progress{Done: 3, Total: 10}); s.Progress != want {
		t.Errorf("progress is %v", s.Progress)
	}
	if next, _ := s.Next(); next.Path != path("learned") {
		t.Errorf("next is %s", next.Path)
	}
}

// TestSameStateTwice proves that resolving is deterministic and that what is
// known leads to the same state as all that was answered.
func TestSameStateTwice(t *testing.T) {
	p := procedure(t)
	a := answers(t, "kind = choice:b", "told = yes", "letters = items:A", "letters/A/answered_at_all = no", "age = pending:x")
	s, again := interview.Resolve(p, a, today), interview.Resolve(p, a, today)
	if !reflect.DeepEqual(problems(s), problems(again)) || !reflect.DeepEqual(asked(s), asked(again)) {
		t.Error("not the same twice")
	}
	if pruned := interview.Resolve(p, s.Known, today); !reflect.DeepEqual(asked(s), asked(pruned)) {
		t.Errorf("from what is known: %q", asked(pruned))
	}
}
