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
check_by: "2027-05-23"
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
    late: {allowed: true, mark: verified, source: act}
    mark: verified
    source: act
  - id: pause
    kind: wait-before-filing
    trigger: other
    count: {from: when, length: 30, unit: days, method: event-excluded, calendar: us-federal, roll: true}
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
route:
  for: "facts.kinds has a"
  first:
    - id: ask_first
      when: "facts.kinds has b"
      wait: pause
      mark: verified
      source: act
  limits: [limit]
  fit:
    - {id: near, when: "answered facts.name", strength: strong}
  tells:
    - id: orders
      about: can
      mark: verified
      source: act
  languages: [en]
  channels: [post]
  conflicts:
    - id: elsewhere
      rule: pending-bars
      with: [other-route]
      mark: verified
      source: act
`

const goodList = `format: 1
id: first
when: "facts.kinds has a"
groups:
  - id: now
    items:
      - breathe
      - {id: call, when: "facts.kinds has b"}
`

const goodCommonTexts = `{
  "ask.l.first": "First",
  "ask.l.first.lead": "Lead",
  "ask.lg.now": "Now",
  "ask.li.breathe": "Breathe",
  "ask.li.call": "Call",
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
  "ask.d.limit.late": "Late",
  "ask.d.pause": "Pause",
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
  "ask.w.ask_first": "First",
  "ask.w.elsewhere": "Elsewhere",
  "ask.w.near": "Near",
  "ask.w.orders": "Orders",
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
		"common/lists/first.yaml":   {Data: []byte(goodList)},
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
	const p, c, lang, list = "test-route/procedure.yaml", "common/facts.yaml", "test-route/lang/en.json", "common/lists/first.yaml"
	cases := []struct{ name, file, old, new, want string }{
		{"unknown field", p, "paper: a4", "paper: a4\ncolour: red", `test-route/procedure.yaml: line 9: unknown field "colour"`},
		{"duplicate key", p, "paper: a4", "paper: a4\npaper: a4", `test-route/procedure.yaml: line 9: mapping key "paper" already defined at [8:1]`},
		{"anchor", p, "role: submission", "role: &r submission", "test-route/procedure.yaml: line 5: an anchor (&) has no place here"},
		{"alias", p, "role: submission", "role: *r", "test-route/procedure.yaml: line 5: an alias (*) has no place here"},
		{"tag", p, "version: 1", "version: !!int 1", "test-route/procedure.yaml: line 3: a tag (!) has no place here"},
		{"comment", p, "version: 1", "version: 1 # first", "test-route/procedure.yaml: line 3: a comment; put what a reviewer must know into a field has no place here"},
		{"second document", p, "filing:", "---\nfiling:", "test-route/procedure.yaml: line 66: a document mark has no place here"},
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
		{"counted unverified", p, "act}\n    mark: verified", "act}\n    mark: unverified", "test-route/procedure.yaml: deadline limit: only a verified or second-hand length is counted"},
		{"deadline source", p, "source: act", "source: law", `test-route/procedure.yaml: deadline test-route.limit: source: the procedure has no source "law"`},
		{"deadline trigger question", p, "from: when", "from: safe", "test-route/procedure.yaml: deadline test-route.limit: count: from is a question of kind date"},
		{"unsaid question", p, "[facts.name, when]", "[facts.name]", "test-route/procedure.yaml: question test-route.when: the outline does not name it: its answer would be missing from the document; name it, or make it private"},
		{"private in document", p, "[facts.name, when]", "[facts.name, when, safe]", "test-route/procedure.yaml: outline section test-route.facts: question test-route.safe is private and never stands in a document"},
		{"outside each", p, "[facts.name, when]", "[facts.name, when, facts.what]", "test-route/procedure.yaml: outline section test-route.facts: question facts.what is inside a repeat: name it under each"},
		{"unknown section", p, "use: facts", "use: fact", "test-route/procedure.yaml: section fact: there is no common section with this id"},
		{"day that does not exist", p, `as_of: "2026-11-23"`, `as_of: "2026-02-30"`, `test-route/procedure.yaml: as_of: "2026-02-30" is no day of the calendar: write it as 2026-11-23`},
		{"no date of checking", p, "check_by: \"2027-05-23\"\n", "", "test-route/procedure.yaml: check_by: the day by which the law is to be checked again is missing, or not after as_of"},
		{"review of a draft", p, "paper: a4", "review: {by: \"N.N.\", on: \"2026-11-23\"}\npaper: a4", "test-route/procedure.yaml: line 8: not in canonical form; `recourse-cli pack check --write` puts it right"},
		{"reviewed by nobody", p, "status: draft", "status: reviewed", "test-route/procedure.yaml: review: a reviewed procedure says by whom and on which day, and no other does"},
		{"notice over nothing", p, "    at: safe\n", "    over: lint\n    at: safe\n", "test-route/procedure.yaml: notice test-route.careful: over: there is no deadline test-route.lint in this procedure"},
		{"method", p, "method: event-excluded", "method: always", `test-route/procedure.yaml: deadline pause: method: "always" is none of event-excluded, event-included, reg-1182-71, frcp-6`},
		{"calendar", p, "calendar: us-federal", "calendar: us", `test-route/procedure.yaml: deadline pause: calendar: "us" is none of weekends, us-federal, england-wales`},
		{"roll over nothing", p, ", calendar: us-federal, roll: true", ", roll: true", "test-route/procedure.yaml: deadline pause: a last day that rolls over needs a calendar that says over which days"},
		{"idle calendar", p, ", roll: true", "", "test-route/procedure.yaml: deadline pause: a calendar stands with roll or with working-days: otherwise nothing asks for it"},
		{"earlier day of a repeat", p, "{from: when, length: 1", "{from: when, not_before: [facts.what], length: 1", "test-route/procedure.yaml: deadline test-route.limit: question facts.what is of kind text and cannot stand here"},
		{"half a notice", p, "    late: {allowed", "    notice: {last_day: when, unit: court}\n    late: {allowed", "test-route/procedure.yaml: deadline limit: notice names the question for the last day, and none or all of length, unit, event and from"},
		{"safety of nothing", p, "    late: {allowed", "    safe: {unit: days}\n    late: {allowed", "test-route/procedure.yaml: deadline limit: safe: the length is 1 or more"},
		{"late without a mark", p, "late: {allowed: true, mark: verified, source: act}", "late: {allowed: true}", "test-route/procedure.yaml: deadline limit late: an item that states law needs a mark"},
		{"reasons that nobody wants", p, "late: {allowed: true, mark", "late: {reasons: court, mark", "test-route/procedure.yaml: deadline limit: late: reasons are asked for where a late document may be allowed"},
		{"state of a body that is typed", p, "body: {name: court}", "body: {state: [court], name: court}", "test-route/procedure.yaml: body: state stands with a question of kind authority alone"},
		{"state that is no country", p, "body: {name: court}", "body: {authority: court, state: [court]}", "test-route/procedure.yaml: body: question test-route.court is of kind text and cannot stand here"},
		{"route for nothing", p, "  for: \"facts.kinds has a\"\n", "", "test-route/procedure.yaml: route: for: a route says which matter it is for"},
		{"route over other questions", p, "  for: \"facts.kinds has a\"", "  for: \"safe is yes\"", `test-route/procedure.yaml: route: for: column 1: "test-route.safe" is not asked before this`},
		{"route item without a mark", p, "      about: can\n      mark: verified\n", "      about: can\n", "test-route/procedure.yaml: route tells orders: an item that states law needs a mark"},
		{"route topic", p, "about: can", "about: may", `test-route/procedure.yaml: route tells orders: about: "may" is none of challenged, partial, can, cannot, time, cost, language, channel, formality, openness`},
		{"route strength", p, "strength: strong", "strength: best", `test-route/procedure.yaml: route fit near: strength: "best" is none of strong, good, weak`},
		{"route channel", p, "channels: [post]", "channels: [fax]", `test-route/procedure.yaml: route: channels: "fax" is none of post, email, portal, form, court, authority, in-person, phone`},
		{"route wait", p, "wait: pause", "wait: limit", "test-route/procedure.yaml: route first test-route.ask_first: wait: test-route.limit is of kind hard, not wait-before-filing"},
		{"route limits", p, "limits: [limit]", "limits: [lint]", "test-route/procedure.yaml: route: limits: there is no deadline test-route.lint in this procedure"},
		{"route id twice", p, "id: orders", "id: near", "test-route/procedure.yaml: route: test-route.near stands twice: each item of a route has a text of its own"},
		{"conflict with nothing", p, "      with: [other-route]\n", "", "test-route/procedure.yaml: route conflict elsewhere: a conflict names the procedures that it is with, or a condition"},
		{"conflict rule", p, "rule: pending-bars", "rule: bars", `test-route/procedure.yaml: route conflict elsewhere: rule: "bars" is none of pending-bars, studied-bars, settled-bars, examined-by-reservation, weighed, sole-remedy, no-bar`},
		{"without what is not there", p, "    more:\n", "    more:\n      - use: facts.list\n        without: [when]\n", "test-route/procedure.yaml: use facts.list: without names items that the repeat does not have, or all that it has"},
		{"without of a question", p, "    more:\n", "    more:\n      - use: facts.name\n        without: [when]\n", "test-route/procedure.yaml: use facts.name: without names items of a repeat in use"},
		{"without without use", p, "      - id: court\n", "      - without: [when]\n        id: court\n", "test-route/procedure.yaml: question court: without stands with use"},
		{"list of another name", list, "id: first", "id: second", "common/lists/first.yaml: id: the list has the name of its file"},
		{"list over what is not asked", list, "facts.kinds has a", "facts.sort has a", `common/lists/first.yaml: when: column 1: "facts.sort" is not asked before this`},
		{"list item twice", list, "- breathe", "- call", "common/lists/first.yaml: item call: an item has a name without a dot and stands once in a list"},
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
