package compose_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

const structure = `format: 1
id: test-route
version: 1
status: draft
role: submission
as_of: "2026-11-23"
check_by: "2027-05-23"
paper: a4
body: {name: court, address: court_address, country: state}
sources:
  - id: act
    title: "An Act"
    grade: official
    retrieved: "2026-11-20"
sections:
  - id: all
    items:
      - id: name
        kind: person
      - id: phone
        kind: text
      - id: home
        kind: address
      - id: place
        kind: text
      - id: signed
        kind: date
      - id: court
        kind: text
      - id: court_address
        kind: address
      - id: state
        kind: country
      - id: born
        kind: date
        required: always
        skips: [dont-know, prefer-not]
      - id: story
        kind: longtext
      - id: grounds
        kind: multi
        options:
          - {code: a, article: true, mark: unverified, source: act}
          - b
      - id: why_a
        kind: longtext
      - id: asks
        kind: multi
        options: [first, second]
      - id: letter
        kind: files
      - repeat: letters
        items:
          - id: sent
            kind: period
      - id: lost
        kind: money
  - id: exhibits
    items:
      - repeat: list
        items:
          - id: unused
            kind: text
notices:
  - id: told
    effect: info
    at: start
    mark: secondary
    source: act
outline:
  - block: letterhead
    sender: [name, home, phone]
    place: place
    date: signed
  - block: addressee
  - block: title
    reference: [phone]
  - block: section
    id: who
    items:
      - text: intro
        args: {name: name, state: state}
      - facts: [name, born, lost, letter]
  - block: section
    id: empty
    items:
      - facts: [lost]
  - block: section
    id: why
    items:
      - prose: story
      - checklist: grounds
        under:
          - code: a
            items:
              - prose: why_a
      - list: asks
      - each: letters
        items:
          - facts: [sent]
      - each: list
        items:
          - facts: [unused]
  - block: signature
    sentence: declaration
    signer: [name]
    place: place
    date: signed
  - block: addressee
    to: [court, court_address]
`

const texts = `{
  "ask.about": "x", "ask.n.told": "You are told.", "ask.n.told.do": "Do it.", "ask.name": "x", "ask.short": "x",
  "doc.basis": "Basis", "doc.body": "The court, {country}", "doc.title": "Title", "doc.short": "Short",
  "doc.h.who": "Who", "doc.h.empty": "Empty", "doc.h.why": "Why",
  "doc.q.name": "Name", "doc.q.born": "Born", "doc.q.lost": "Lost", "doc.q.letter": "Letter", "doc.q.phone": "Phone", "doc.q.sent": "Sent",
  "doc.q.grounds.o.a": "Ground A", "doc.q.grounds.o.a.article": "Art. 1", "doc.q.grounds.o.b": "Ground B",
  "doc.q.asks.o.first": "to do X", "doc.q.asks.o.second": "to do Y",
  "doc.r.letters": "Letter {n}", "doc.t.intro": "I am {name} of {state}.", "doc.t.declaration": "True."
}`

func procedure(t *testing.T) *forms.Procedure {
	t.Helper()
	lib, err := packs.Load(fstest.MapFS{"authorities.json": {Data: []byte("[]")}, "test-route/procedure.yaml": {Data: []byte(structure)}})
	if err != nil {
		t.Fatal(err)
	}
	return lib.Procedures()[0]
}

func document(t *testing.T, o compose.Options, answers map[forms.ID]forms.Answer) (doc.Document, []forms.Problem) {
	t.Helper()
	c, err := i18n.ParseCatalog("en", []byte(texts))
	if err != nil {
		t.Fatal(err)
	}
	shared, _ := i18n.Locale("en")
	o.Texts = i18n.Merge(c, shared)
	m := map[forms.Path]forms.Answer{}
	for id, a := range answers {
		m[forms.Path("test-route."+string(id))] = a
	}
	return compose.Document(interview.Resolve(procedure(t), forms.NewAnswers(m), forms.Date{Year: 2026, Month: 11, Day: 23}), o)
}

func value(v forms.Value) forms.Answer { return forms.Answer{Value: v} }

var ann = map[forms.ID]forms.Answer{
	"name":   value(forms.Person{Given: "Ann", Family: "Example"}),
	"phone":  value(forms.Text("+49 30 000000")),
	"home":   value(forms.Address{Lines: []string{"Street 1"}, Postcode: "10999", City: "Berlin", Country: "DE"}),
	"place":  value(forms.Text("Berlin")),
	"signed": value(forms.When{Date: forms.Date{Year: 2026, Month: 11, Day: 23}, Precision: forms.Exact}),
	"state":  value(forms.Country("FR")),
}

func with(more map[forms.ID]forms.Answer) map[forms.ID]forms.Answer {
	out := map[forms.ID]forms.Answer{}
	for _, m := range []map[forms.ID]forms.Answer{ann, more} {
		for id, a := range m {
			out[id] = a
		}
	}
	return out
}

func has(t *testing.T, d doc.Document, want ...string) {
	t.Helper()
	text := doc.Text(d)
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("no %q in\n%s", w, text)
		}
	}
}

// TestFurniture proves letterhead, addressee without and with a known court,
// title and signature.
func TestFurniture(t *testing.T) {
	d, _ := document(t, compose.Options{}, ann)
	has(t, d, "Ann Example\nStreet 1, 10999 Berlin, Germany\n+49 30 000000\nBerlin, 23 November 2026\n", "> The court, France\n",
		"# Title\nBasis · Phone: +49 30 000000\n", "True.\nBerlin, 23 November 2026\nAnn Example\nSignature\n")
	d, _ = document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"court": value(forms.Text("High Court")),
		"court_address": value(forms.Address{Lines: []string{"Court Street 2"}, City: "London", Postcode: "X1", Country: "GB"})}))
	has(t, d, "> High Court\n> Court Street 2\n> London\n> X1\n> United Kingdom\n")
}

// TestLetterToAnother proves that a letter beside the filing goes to whom its
// questions name and to nobody where none is answered, while the filing itself goes
// to the body all the same.
func TestLetterToAnother(t *testing.T) {
	d, _ := document(t, compose.Options{}, ann)
	if n := strings.Count(doc.Text(d), "\n> "); n != 1 {
		t.Errorf("there are %d lines of addressees, not that of the body alone:\n%s", n, doc.Text(d))
	}
	d, _ = document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"court": value(forms.Text("Meridia Mail Ltd."))}))
	has(t, d, "Signature\n> Meridia Mail Ltd.\n")
	d, _ = document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"court": value(forms.Text("Meridia Mail Ltd.")),
		"court_address": value(forms.Address{Lines: []string{"1 Example Plaza"}, City: "Sampletown", Region: "CA", Postcode: "90000", Country: "US"})}))
	has(t, d, "Signature\n> Meridia Mail Ltd.\n> 1 Example Plaza\n> Sampletown CA 90000\n> United States\n")
}

// TestGaps proves that a sentence with a gap and a section without content are
// left out, that numbers stay in order, and that a required answer that is not
// known says so, while one that was refused leaves no row.
func TestGaps(t *testing.T) {
	d, _ := document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"born": {Skip: forms.DontKnow}, "story": value(forms.Prose{Words: "One.\n\nTwo.", Lang: "en"})}))
	has(t, d, "1.1 I am Ann Example of France.\n", "Born: not known at present\n", "## 2 Why\n2.1 One.\n2.2 Two.\n")
	d, _ = document(t, compose.Options{}, map[forms.ID]forms.Answer{"born": {Skip: forms.PreferNot}, "name": ann["name"]})
	if text := doc.Text(d); strings.Contains(text, "I am") || strings.Contains(text, "Born") || strings.Contains(text, "Empty") {
		t.Errorf("a gap shows:\n%s", text)
	}
}

// TestChecklist proves that reasons stand below their ground, that marks stand in
// the reading copy alone, and that lists carry markers.
func TestChecklist(t *testing.T) {
	answers := with(map[forms.ID]forms.Answer{"grounds": value(forms.Multi{"a", "b"}), "why_a": value(forms.Prose{Words: "Since.", Lang: "en"}),
		"asks": value(forms.Multi{"first", "second"})})
	d, _ := document(t, compose.Options{}, answers)
	has(t, d, "2.1 Ground A (Art. 1)\nSince.\n2.2 Ground B\n1) to do X\n2) to do Y\n")
	d, _ = document(t, compose.Options{Copy: compose.Reading}, answers)
	has(t, d, "Reading copy – not for filing\n", "2.1 Ground A (Art. 1) [to be checked against the official text]\n",
		"! You are told.\n! Do it.\n! from a second-hand source, check · Source: An Act, checked on 20 November 2026\n")
}

// TestProse proves that the document shows the words in its own language where
// it has them, with who translated them; else the original, with a note and a
// problem.
func TestProse(t *testing.T) {
	original := forms.Prose{Words: "كلمات", Lang: "ar"}
	d, problems := document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"story": value(original)}))
	has(t, d, "2.1 كلمات\nNo translation into English yet: original in Arabic\n")
	if len(problems) != 1 || problems[0].Code != forms.TranslationMissing || problems[0].At != "test-route.story" {
		t.Errorf("problems are %v", problems)
	}
	original.Translations = []forms.Translation{{Lang: "en", Words: "Words", By: "T. Ranslator", On: forms.Date{Year: 2026, Month: 11, Day: 1}}}
	d, problems = document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"story": value(original)}))
	has(t, d, "2.1 Words\nTranslation (Arabic → English) by T. Ranslator, 1 November 2026\n")
	if len(problems) != 0 || strings.Contains(doc.Text(d), "كلمات") {
		t.Errorf("problems are %v", problems)
	}
}

// TestRepeats proves that each item has a numbered heading and its own facts, and
// that uncertain dates stay uncertain.
func TestRepeats(t *testing.T) {
	const a, b = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
	year := forms.When{Date: forms.Date{Year: 2025, Month: 1, Day: 1}, Precision: forms.YearOnly}
	about := forms.When{Date: forms.Date{Year: 2026, Month: 3, Day: 1}, Precision: forms.About}
	d, _ := document(t, compose.Options{}, with(map[forms.ID]forms.Answer{"letters": value(forms.Items{b, a}),
		"letters/" + a + "/test-route.sent": value(forms.Period{From: &year}),
		"letters/" + b + "/test-route.sent": value(forms.Period{From: &year, To: &about}),
		"lost":                              value(forms.Money{Minor: 123456, Currency: "EUR"})}))
	has(t, d, "### 3.1 Letter 1\nSent: in 2025 – about 1 March 2026\n\n### 3.2 Letter 2\nSent: since 2025\n", "Lost: EUR\u00a01,234.56\n")
}

// TestBoxes proves that a checklist with every option shows each with its box and
// the reasons inside its item, and nothing where nothing is chosen; and that the
// worksheet of a portal says on every page what it is.
func TestBoxes(t *testing.T) {
	pack := strings.Replace(structure, "      - checklist: grounds\n", "      - checklist: grounds\n        every: true\n", 1)
	pack = strings.Replace(pack, "role: submission", "role: portal-worksheet", 1)
	lib, err := packs.Load(fstest.MapFS{"authorities.json": {Data: []byte("[]")}, "test-route/procedure.yaml": {Data: []byte(pack)}})
	if err != nil {
		t.Fatal(err)
	}
	own, err := i18n.ParseCatalog("en", []byte(texts))
	if err != nil {
		t.Fatal(err)
	}
	shared, _ := i18n.Locale("en")
	text := func(answers map[forms.Path]forms.Answer) string {
		d, _ := compose.Document(interview.Resolve(lib.Procedures()[0], forms.NewAnswers(answers), forms.Date{Year: 2026, Month: 11, Day: 23}),
			compose.Options{Texts: i18n.Merge(own, shared)})
		return doc.Text(d)
	}
	got := text(map[forms.Path]forms.Answer{"test-route.grounds": value(forms.Multi{"a"}), "test-route.why_a": value(forms.Prose{Words: "Since.", Lang: "en"})})
	if !strings.Contains(got, "☒ Ground A (Art. 1)\n☒ Since.\n☐ Ground B\n") || !strings.HasPrefix(got, "Worksheet – to be copied") {
		t.Errorf("it says\n%s", got)
	}
	if got := text(nil); strings.ContainsAny(got, "☒☐") {
		t.Errorf("nothing is chosen, and it says\n%s", got)
	}
}
