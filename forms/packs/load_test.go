package packs_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"recourse/forms/packs"
)

// TestEmbedded proves that every pack of the program loads without a fault.
func TestEmbedded(t *testing.T) {
	if _, err := packs.Embedded(); err != nil {
		t.Fatal(err)
	}
}

const goodCommon = `format: 1
id: facts
items:
  - id: name
    kind: person
    required: always
  - id: kinds
    kind: multi
    options: [a, b]
  - repeat: list
    items:
      - id: what
        kind: text
`

const goodProcedure = `format: 1
id: test-route
version: 1
status: draft
role: submission
as_of: "2026-11-23"
paper: a4
body: {name: court}
sources:
  - id: act
    title: "An Act"
    grade: official
    retrieved: "2026-11-23"
sections:
  - use: facts
    more:
      - id: court
        kind: text
        when: "facts.kinds has a"
        help: [hint]
  - id: end
    items:
      - id: when
        kind: date
        checks:
          - {code: recent, rule: "when > today -1y"}
      - id: safe
        kind: yesno
        private: true
notices:
  - id: careful
    effect: warn
    when: "safe is no"
    at: safe
    mark: editorial
deadlines:
  - id: limit
    kind: hard
    trigger: received
    count: {from: when, length: 1, unit: months}
    mark: verified
    source: act
outline:
  - block: addressee
  - block: section
    id: facts
    items:
      - facts: [facts.name, when]
      - list: facts.kinds
      - text: intro
        args: {name: facts.name}
      - each: facts.list
        items:
          - facts: [facts.what]
  - block: signature
    sentence: declaration
    signer: [facts.name]
filing:
  - id: post
    mark: editorial
`

const goodCommonTexts = `{
  "ask.q.facts.kinds": "Kinds",
  "ask.q.facts.kinds.o.a": "A",
  "ask.q.facts.kinds.o.b": "B",
  "ask.q.facts.name": "Name",
  "ask.q.facts.what": "What",
  "ask.r.facts.list": "List",
  "ask.r.facts.list.add": "Add",
  "ask.r.facts.list.item": "Item",
  "ask.s.facts": "Facts",
  "doc.q.facts.kinds": "Kinds",
  "doc.q.facts.kinds.o.a": "A",
  "doc.q.facts.kinds.o.b": "B",
  "doc.q.facts.name": "Name",
  "doc.q.facts.what": "What",
  "doc.r.facts.list": "Item {n}"
}
`

const goodTexts = `{
  "ask.about": "About",
  "ask.c.when.recent": "Too long ago",
  "ask.d.limit": "Limit",
  "ask.f.post": "Post",
  "ask.n.careful": "Careful",
  "ask.n.careful.do": "Do",
  "ask.name": "Name",
  "ask.q.court": "Court",
  "ask.q.court.hint": "Hint",
  "ask.q.safe": "Safe",
  "ask.q.when": "When",
  "ask.s.end": "End",
  "ask.short": "Short",
  "doc.basis": "Basis",
  "doc.body": "The court, {country}",
  "doc.h.facts": "Facts",
  "doc.q.court": "Court",
  "doc.q.when": "When",
  "doc.short": "Short",
  "doc.t.declaration": "True.",
  "doc.t.intro": "I am {name}.",
  "doc.title": "Title"
}
`

func good() fstest.MapFS {
	return fstest.MapFS{
		"authorities.json":          {Data: []byte("[]\n")},
		"common/facts.yaml":         {Data: []byte(goodCommon)},
		"common/lang/en.json":       {Data: []byte(goodCommonTexts)},
		"test-route/procedure.yaml": {Data: []byte(goodProcedure)},
		"test-route/lang/en.json":   {Data: []byte(goodTexts)},
	}
}

// TestGoodPackLoads proves that the pack that the broken ones are made of is good.
func TestGoodPackLoads(t *testing.T) {
	if _, err := packs.Load(good()); err != nil {
		t.Fatal(err)
	}
}

// TestBrokenPacks proves that each single fault is refused with one exact
// message.
func TestBrokenPacks(t *testing.T) {
	const p, c, lang = "test-route/procedure.yaml", "common/facts.yaml", "test-route/lang/en.json"
	cases := []struct{ name, file, old, new, want string }{
		{"unknown field", p, "paper: a4", "paper: a4\ncolour: red", `test-route/procedure.yaml: line 8: unknown field "colour"`},
		{"duplicate key", p, "paper: a4", "paper: a4\npaper: a4", `test-route/procedure.yaml: line 8: mapping key "paper" already defined at [7:1]`},
		{"anchor", p, "role: submission", "role: &r submission", "test-route/procedure.yaml: line 5: an anchor (&) has no place here"},
		{"alias", p, "role: submission", "role: *r", "test-route/procedure.yaml: line 5: an alias (*) has no place here"},
		{"tag", p, "version: 1", "version: !!int 1", "test-route/procedure.yaml: line 3: a tag (!) has no place here"},
		{"comment", p, "version: 1", "version: 1 # first", "test-route/procedure.yaml: line 3: a comment; put what a reviewer must know into a field has no place here"},
		{"second document", p, "filing:", "---\nfiling:", "test-route/procedure.yaml: line 58: a document mark has no place here"},
		{"order of fields", p, "version: 1\nstatus: draft", "status: draft\nversion: 1", "test-route/procedure.yaml: line 3: not in canonical form; `recourse-cli pack check --write` puts it right"},
		{"newer format", p, "format: 1", "format: 2", "test-route/procedure.yaml: format: 2 is not the format that this version reads, 1"},
		{"other folder", p, "id: test-route", "id: test-way", "test-route/procedure.yaml: id: the procedure has the name of its folder"},
		{"status", p, "status: draft", "status: done", `test-route/procedure.yaml: status: "done" is none of draft, checked, reviewed, withdrawn`},
		{"kind", c, "kind: person", "kind: human", `common/facts.yaml: question name: kind: "human" is none of yesno, choice, multi, text, longtext, number, money, date, period, person, address, country, authority, files`},
		{"options missing", c, "    options: [a, b]\n", "", "common/facts.yaml: question kinds: options belong to the kinds choice and multi, and these need them"},
		{"option twice", c, "[a, b]", "[a, a]", "common/facts.yaml: question kinds, option a: this option stands twice"},
		{"wrong option in condition", p, "facts.kinds has a", "facts.kinds has c", `test-route/procedure.yaml: question test-route.court: when: column 17: "c" is not an option of facts.kinds`},
		{"forward reference", p, "facts.kinds has a", "safe is yes", `test-route/procedure.yaml: question test-route.court: when: column 1: "test-route.safe" is not asked before this`},
		{"condition syntax", p, "facts.kinds has a", "facts.kinds has", "test-route/procedure.yaml: question court: when: column 16: "},
		{"check of another kind", c, "    kind: person\n    required: always", "    kind: person\n    required: always\n    checks: [email]", "common/facts.yaml: question name: checks: email is not for the kind person"},
		{"notice place", p, "    at: safe\n", "    at: nowhere\n", "test-route/procedure.yaml: notice test-route.careful: at: there is no question test-route.nowhere in this procedure"},
		{"notice mark", p, "    at: safe\n    mark: editorial\n", "    at: safe\n", "test-route/procedure.yaml: notice careful: a notice needs a mark"},
		{"counted unverified", p, "mark: verified", "mark: unverified", "test-route/procedure.yaml: deadline limit: only a verified or second-hand length is counted"},
		{"deadline source", p, "source: act", "source: law", `test-route/procedure.yaml: deadline test-route.limit: source: the procedure has no source "law"`},
		{"deadline trigger question", p, "from: when", "from: safe", "test-route/procedure.yaml: deadline test-route.limit: count: from is a question of kind date"},
		{"unsaid question", p, "[facts.name, when]", "[facts.name]", "test-route/procedure.yaml: question test-route.when: the outline does not name it: its answer would be missing from the document; name it, or make it private"},
		{"private in document", p, "[facts.name, when]", "[facts.name, when, safe]", "test-route/procedure.yaml: outline section test-route.facts: question test-route.safe is private and never stands in a document"},
		{"outside each", p, "[facts.name, when]", "[facts.name, when, facts.what]", "test-route/procedure.yaml: outline section test-route.facts: question facts.what is inside a repeat: name it under each"},
		{"unknown section", p, "use: facts", "use: fact", "test-route/procedure.yaml: section fact: there is no common section with this id"},
		{"day that does not exist", p, `as_of: "2026-11-23"`, `as_of: "2026-02-30"`, `test-route/procedure.yaml: as_of: "2026-02-30" is no day of the calendar: write it as 2026-11-23`},
		{"missing text", lang, "  \"ask.q.when\": \"When\",\n", "", "test-route/lang/en.json: the text ask.q.when is missing"},
		{"extra text", lang, "\"doc.title\": \"Title\"", "\"doc.title\": \"Title\",\n  \"doc.zitle\": \"Titel\"", "test-route/lang/en.json: nothing asks for the text doc.zitle: remove it, or check its spelling"},
		{"placeholder braces", lang, "I am {name}.", "I am {name.", "test-route/lang/en.json: "},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			fsys := good()
			was := string(fsys[tc.file].Data)
			if !strings.Contains(was, tc.old) {
				t.Fatalf("the good pack has no %q", tc.old)
			}
			fsys[tc.file].Data = []byte(strings.Replace(was, tc.old, tc.new, 1))
			_, err := packs.Load(fsys)
			if err == nil {
				t.Fatal("it loads")
			}
			first, _, _ := strings.Cut(err.Error(), "\n")
			if first != tc.want && !(strings.HasSuffix(tc.want, ": ") && strings.HasPrefix(first, tc.want)) {
				t.Errorf("got  %s\nwant %s", err, tc.want)
			}
		})
	}
}
