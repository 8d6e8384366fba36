package packs_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/packs"
)

const paper = "paper-test/procedure.yaml"

// furniture is the pack that has a block of each kind.
func furniture(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"authorities.json", "common/exhibits.yaml", "common/lang/en.json", "common/lang/ar.json",
		paper, "paper-test/lang/en.json", "paper-test/lang/ar.json"} {
		data, err := os.ReadFile("testdata/furniture/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

// TestFurniturePackLoads proves that a pack with every kind of block loads, and
// that documents can be written in each language that has all of its words.
func TestFurniturePackLoads(t *testing.T) {
	lib, err := packs.Load(furniture(t))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []forms.BlockKind
	for _, b := range lib.Procedures()[0].Outline {
		kinds = append(kinds, b.Kind)
	}
	for _, k := range forms.BlockKinds() {
		if k != forms.BlockNotices && k != forms.BlockDeadlines && !slices.Contains(kinds, k) {
			t.Errorf("the pack has no block %s", k)
		}
	}
	if got := lib.DocLanguages("paper-test"); len(got) != 2 {
		t.Errorf("documents are in %v", got)
	}
}

// TestBrokenFurniture proves that each fault of a block of furniture has one
// exact message.
func TestBrokenFurniture(t *testing.T) {
	const lang = "paper-test/lang/en.json"
	for _, tc := range []struct{ name, file, old, new, want string }{
		{"field of another kind", paper, "    fingerprints: true", "    fingerprints: true\n    form: typed", "outline exhibits : form: a block of this kind has no such field"},
		{"pages of what is no annex", paper, "    fingerprints: true", "    fingerprints: true\n    pages: 3", "outline exhibits : pages: a block of this kind has no such field"},
		{"dates of what is no list", paper, "    pages: 2\n", "    dated: true\n    pages: 2\n", "outline annex annex: dated: a block of this kind has no such field"},
		{"fewer than no pages", paper, "    pages: 2\n", "    pages: -2\n", "outline annex paper-test.annex: an annex has items, and its most pages are a number above nought"},
		{"dates beside fingerprints", paper, "    fingerprints: true", "    fingerprints: true\n    dated: true", "outline exhibits : exhibits have fingerprints or are dated: there is no room for both"},
		{"id that no heading needs", paper, "  - block: addressee\n", "  - block: addressee\n    id: address\n", "outline addressee address: a block of this kind has no id"},
		{"heading without id", paper, "  - block: mandate\n    id: authority\n", "  - block: mandate\n", `outline mandate : "" is no id: lower-case words joined by _`},
		{"window of another kind", paper, "window: home", "window: phone", "outline addressee : question paper-test.phone is of kind text and cannot stand here"},
		{"letter to an address alone", paper, "to: [agent_office, agent, agent_home]", "to: [agent_home]", "outline addressee : to: the first question is the one for the name"},
		{"letter to a day", paper, "to: [agent_office, agent, agent_home]", "to: [agent_office, signed]", "outline addressee : question paper-test.signed is of kind date and cannot stand here"},
		{"letter to a stranger", paper, "to: [agent_office, agent, agent_home]", "to: [foe, agent_home]", "outline addressee : there is no question paper-test.foe in this procedure"},
		{"letter of a block that is none", paper, "    fingerprints: true", "    to: [name]\n    fingerprints: true", "outline exhibits : to: a block of this kind has no such field"},
		{"party without a name", paper, "{role: state, text: state, beside: true}", "{role: state, beside: true}", "outline parties : parties: each has a role, and either names or a text"},
		{"party of a stranger", paper, "names: [opponent]}\n      - {role: state", "names: [foe]}\n      - {role: state", "outline parties : there is no question paper-test.foe in this procedure"},
		{"no parties", paper, "  - block: parties\n    parties:\n      - {role: applicant, names: [name], details: [home]}\n      - {role: respondent, names: [opponent]}\n      - {role: state, text: state, beside: true}\n", "  - block: parties\n", "outline parties : parties has parties, and worksheet has fields"},
		{"field twice", paper, "{id: story, from: [story]", "{id: number, from: [story]", "outline worksheet portal: fields: each has an id of its own and the questions that it is filled from"},
		{"field from nothing", paper, "from: [reference], ", "", "outline worksheet portal: fields: each has an id of its own and the questions that it is filled from"},
		{"two limits", paper, "lines: 4, columns: 60", "limit: 9, lines: 4, columns: 60", "outline worksheet portal: a limit is a number of characters, or of lines, with their columns"},
		{"unknown count", paper, "count: graphemes", "count: letters", `outline worksheet portal: count: "letters" is none of utf16, codepoints, graphemes`},
		{"count without a limit", paper, "limit: 100, count", "count", "outline worksheet portal: count: there is no limit to count for"},
		{"limit of prose", paper, "      - prose: story\n      - checklist", "      - limit: 10\n        prose: story\n      - checklist", "outline section facts: an entry is one of facts with a limit, text with args, prose, checklist with every and under, list, or each with items"},
		{"unknown form", paper, "form: typed", "form: stamped", `outline certificate service: form: "stamped" is none of drawn, typed, image`},
		{"signature without a sentence", paper, "    sentence: declaration\n", "", "outline signature : a signature has a sentence that is signed, and no block that is not signed has one"},
		{"sentence that nobody signs", paper, "    fingerprints: true", "    fingerprints: true\n    sentence: declaration", "outline exhibits : a signature has a sentence that is signed, and no block that is not signed has one"},
		{"behalf of a text", paper, "    behalf: name\n    place: place\n    date: signed\n    form", "    behalf: phone\n    place: place\n    date: signed\n    form", "outline signature : question paper-test.phone is of kind text and cannot stand here"},
		{"organisation that is no text", paper, "organisation: agent_office", "organisation: agent", "outline signature : question paper-test.agent is of kind person and cannot stand here"},
		{"mandate without an agent", paper, "    agent: [agent_office, agent, agent_home]\n", "", "outline mandate paper-test.authority: a mandate has a principal and an agent"},
		{"translator with a signer", paper, "    id: translators\n    page: true\n", "    id: translators\n    page: true\n    signer: [name]\n", "outline translator translators: the translators of the words sign: a block of this kind has no signer, organisation, capacity, behalf and args"},
		{"officer where nobody swears", paper, "    id: service\n    page: true\n    signer: [agent, name]\n    form: typed\n", "    id: service\n    page: true\n    signer: [agent, name]\n    form: typed\n    officer: declaration\n", "outline certificate service: officer: a block of this kind has no such field"},
		{"no words of a field", lang, "  \"doc.w.portal.number\": \"Reference of the order\",\n", "", "the text doc.w.portal.number is missing"},
		{"no words of a role", lang, "  \"doc.p.state\": \"Party joined\",\n", "", "the text doc.p.state is missing"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := furniture(t)
			was := string(fsys[tc.file].Data)
			if !strings.Contains(was, tc.old) {
				t.Fatalf("the pack has no %q", tc.old)
			}
			fsys[tc.file].Data = []byte(strings.Replace(was, tc.old, tc.new, 1))
			_, err := packs.Load(fsys)
			if err == nil {
				t.Fatal("it loads")
			}
			if first, _, _ := strings.Cut(err.Error(), "\n"); first != tc.file+": "+tc.want {
				t.Errorf("got  %s\nwant %s", err, tc.file+": "+tc.want)
			}
		})
	}
}
