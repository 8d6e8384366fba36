package filing_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/i18n"
)

var update = flag.Bool("update", false, "write the golden parts of the scenarios anew")

// scenario is a worked case as docs/PACKS.md has it, with all its variants. Its
// comment says what it shows and who reviewed it. Its parts are
//
//	answers           the day, the person's language, and a line for each answer: path and value
//	state             golden: what is asked, wrong, told, counted, suggested
//	de.txt            golden: the filing in German; ar.reading.txt, de.counsel.txt: other copies
//	answers late      a variant: only the answers that differ from the first
//	state late        golden: only the lines that differ; - gone, + new
//	other/state       golden of the procedure "other", in a case with the facts of both
//
// Values are written as a person types them in English. In place of a value may
// stand ~dont-know, ~prefer-not, ~unanswered, ~none (no items) and "~typed x" (x
// is no answer yet). Lines that begin with a tab go on with the value above.
// Items of repeats and exhibits have names in place of UUIDs.
type scenario struct {
	file    string
	archive *txtar.Archive
	owner   forms.ProcedureID
	base    []entry
	stories map[string]story // by the name of the variant, "" for the base
}

// strict is the library of all tests, read once; it never changes.
var strict = sync.OnceValues(packs.Embedded)

func library(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := strict()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// scenarios reads those of one procedure, in the order of their files.
func scenarios(t testing.TB, lib *packs.Library, id forms.ProcedureID) []*scenario {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "packs", string(id), "scenarios", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no scenarios: %v", id, err)
	}
	var out []*scenario
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := &scenario{file: file, archive: archive, owner: id, stories: map[string]story{}}
		s.read(t, lib)
		out = append(out, s)
	}
	return out
}

// name is that of the file, without its folder and ending.
func (s *scenario) name() string { return strings.TrimSuffix(filepath.Base(s.file), ".txtar") }

// part is what the name of a part of a scenario says: "de.txt later" is the
// document in German of the variant "later", "other-procedure/state" the state
// of another procedure.
type part struct {
	procedure forms.ProcedureID
	kind      string
	variant   string
}

func (s *scenario) part(name string) part {
	p := part{procedure: s.owner}
	if owner, rest, ok := strings.Cut(name, "/"); ok {
		p.procedure, name = forms.ProcedureID(owner), rest
	}
	p.kind, p.variant, _ = strings.Cut(name, " ")
	return p
}

// read reads all answers, and adds a state after answers that have none yet.
func (s *scenario) read(t testing.TB, lib *packs.Library) {
	t.Helper()
	for i := 0; i < len(s.archive.Files); i++ {
		f := s.archive.Files[i]
		p := s.part(f.Name)
		if p.kind != "answers" {
			continue
		}
		list := entries(t, string(f.Data))
		if p.variant == "" {
			s.base = list
		} else {
			list = merged(s.base, list)
		}
		s.stories[p.variant] = readStory(t, lib, s.owner, list)
		state := strings.TrimSpace("state " + p.variant)
		if !slices.ContainsFunc(s.archive.Files, func(f txtar.File) bool { return f.Name == state }) {
			s.archive.Files = slices.Insert(s.archive.Files, i+1, txtar.File{Name: state})
		}
	}
	if len(s.stories) == 0 || !bytes.Contains(s.archive.Comment, []byte("\nReviewed: ")) {
		t.Fatalf("%s: a scenario has answers, and says who reviewed it", s.file)
	}
}

// TestScenarios proves the worked cases of every pack: what is asked, what is
// wrong, what the person is told, which limits run, and what the document says;
// that each can be written as a case file and read again; and that together they
// visit all of their procedures, as visitsAll has it.
func TestScenarios(t *testing.T) {
	lib := library(t)
	var all []*scenario
	for _, p := range lib.Procedures() {
		all = append(all, scenarios(t, lib, p.ID)...)
	}
	for _, s := range all {
		t.Run(string(s.owner)+"/"+s.name(), func(t *testing.T) {
			s.prove(t, lib)
			s.proveCaseFiles(t)
		})
	}
	for _, p := range lib.Procedures() {
		t.Run(string(p.ID)+"/visits all", func(t *testing.T) { visitsAll(t, lib, p, all) })
	}
}

func (s *scenario) prove(t *testing.T, lib *packs.Library) {
	changed := false
	for i, f := range s.archive.Files {
		p := s.part(f.Name)
		if p.kind == "answers" {
			continue
		}
		got := s.golden(t, lib, p)
		if got == string(f.Data) {
			continue
		}
		if !*update {
			t.Errorf("%s: %s\n%s", s.file, f.Name, difference(string(f.Data), got))
			keep(t, f.Name, got)
		}
		s.archive.Files[i].Data, changed = []byte(got), true
	}
	if changed && *update {
		if err := os.WriteFile(s.file, txtar.Format(s.archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// keep writes what came out where go test -artifacts keeps it.
func keep(t *testing.T, name, got string) {
	file := filepath.Join(t.ArtifactDir(), strings.NewReplacer("/", "_", " ", "_").Replace(name))
	if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
		t.Error(err)
	}
}

// difference shows the first line in which two texts differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			line := func(l []string) string { return strings.Join(l[min(i, len(l)):min(i+1, len(l))], "") }
			return fmt.Sprintf("line %d: want %q\n        got  %q\nIf that is right, run: go test ./forms/filing -run Scenario -update", i+1, line(a), line(b))
		}
	}
	return ""
}

// golden writes one part of a scenario: a state, or the text of a document.
func (s *scenario) golden(t *testing.T, lib *packs.Library, p part) string {
	t.Helper()
	told, ok := s.stories[p.variant]
	if !ok {
		t.Fatalf("there are no answers %q", p.variant)
	}
	state := interview.Resolve(procedureOf(t, lib, p.procedure), told.facts.Answers, told.today)
	if p.kind == "state" {
		text := s.shorten(told, p.procedure, stateText(lib, told, state))
		if p.variant != "" {
			text = changes(s.golden(t, lib, part{procedure: p.procedure, kind: p.kind}), text)
		}
		return text
	}
	kind, isText := strings.CutSuffix(p.kind, ".txt")
	tag, of, _ := strings.Cut(kind, ".")
	if !isText {
		t.Fatalf("there is no part %q", p.kind)
	}
	if !state.Complete() {
		t.Fatalf("%s: the case is incomplete, so there is no document: %v", p.kind, state.Problems)
	}
	return docText(t, lib, state, i18n.Tag(tag), of)
}

// docText is the text of the filing, of its reading copy or of a sheet.
func docText(t testing.TB, lib *packs.Library, state interview.State, tag i18n.Tag, of string) string {
	t.Helper()
	texts, ok := lib.Texts(state.Procedure.ID, tag)
	if !ok || !slices.Contains(lib.DocLanguages(state.Procedure.ID), tag) {
		t.Fatalf("%s has no documents in %q", state.Procedure.ID, tag)
	}
	o := compose.Options{Texts: texts}
	switch of {
	case "":
	case "reading":
		o.Copy = compose.Reading
	default:
		o.Copy, o.Sheet = compose.Sheet, of
	}
	d, _ := compose.Document(state, o)
	return doc.Text(d)
}

func procedureOf(t testing.TB, lib *packs.Library, id forms.ProcedureID) *forms.Procedure {
	t.Helper()
	p, ok := lib.Procedure(id)
	if !ok {
		t.Fatalf("there is no procedure %s", id)
	}
	return p
}

// shorten writes names of items and own ids as the answers have them.
func (s *scenario) shorten(told story, procedure forms.ProcedureID, text string) string {
	pairs := []string{string(procedure) + ".", ""}
	for id, name := range told.names {
		pairs = append(pairs, id, name)
	}
	return insideItem.ReplaceAllString(strings.NewReplacer(pairs...).Replace(text), "$1")
}

// insideItem is the owner of an id inside an item, which is that of the repeat.
var insideItem = regexp.MustCompile(`(/[a-z0-9-]+/)[a-z0-9-]+\.`)

// stateText is a state, one line for each thing to review.
func stateText(lib *packs.Library, told story, s interview.State) string {
	var b strings.Builder
	line := func(parts ...any) { b.WriteString(strings.TrimRight(fmt.Sprintln(parts...), " \n") + "\n") }
	line(map[bool]string{true: "complete", false: "incomplete"}[s.Complete()], s.Progress.Done, "of", s.Progress.Total)
	for _, sec := range s.Sections {
		done := 0
		for _, a := range sec.Asked {
			if a.Done {
				done++
			}
		}
		line("asked", sec.ID, done, "of", len(sec.Asked))
	}
	for _, at := range told.facts.Answers.Paths() {
		if _, known := s.Known.Get(at); !known && (at.Question().Owner() == string(s.Procedure.ID) || asks(s.Procedure, at)) {
			line("not-used", at)
		}
	}
	for _, p := range s.Problems {
		line("problem", p.Code, p.At, strings.TrimPrefix(string(p.Text), "ask."))
	}
	for _, n := range s.Notices {
		line("notice", n.Effect, n.ID, "at", n.At)
	}
	for _, d := range s.Deadlines {
		line("deadline", d.Rule.ID, d.Rule.Kind, deadlineText(d))
	}
	for _, f := range s.Procedure.Filing {
		if s.Holds(f.When, "") {
			line("step", f.ID)
		}
	}
	bodyText(line, lib, told, s)
	return b.String()
}

// changes lists the lines that a variant takes away from the state of the base
// and those that it adds.
func changes(base, variant string) string {
	before, after := strings.SplitAfter(base, "\n"), strings.SplitAfter(variant, "\n")
	var b strings.Builder
	for _, line := range before {
		if !slices.Contains(after, line) {
			b.WriteString("- " + line)
		}
	}
	for _, line := range after {
		if !slices.Contains(before, line) {
			b.WriteString("+ " + line)
		}
	}
	return b.String()
}

func asks(p *forms.Procedure, at forms.Path) bool { return p.Question(at.Question()) != nil }

// deadlineText is the day of a limit, what it is counted from, and how.
func deadlineText(d interview.Deadline) string {
	if d.Day.IsZero() {
		return "not counted"
	}
	out := []string{d.Day.String()}
	if d.From != "" {
		out = append(out, "from "+string(d.From))
	}
	if d.Extended {
		out = append(out, "extended")
	}
	if d.Counted.Approx {
		out = append(out, "the event is not known to the day")
	}
	if d.Notice {
		out = append(out, "as the notice says")
	}
	return strings.Join(out, ", ")
}

// bodyText writes which authorities are suggested, the first three, and what the
// body makes of the languages of the document.
func bodyText(line func(...any), lib *packs.Library, told story, s interview.State) {
	langs := lib.DocLanguages(s.Procedure.ID)
	if s.Procedure.Body.Authority != "" {
		found, _ := routes.Bodies(s.Procedure, told.facts.Answers, s.Procedure.Authorities, langs, []i18n.Tag{told.facts.Language})
		for i, c := range found {
			if i == 3 {
				line("suggested and", len(found)-i, "more")
				break
			}
			line("suggested", c.Authority.ID, c.Factors)
		}
	}
	accepts, _ := routes.Accepts(s.Procedure, s.Known)
	choice := routes.DocumentLanguage(accepts, langs, told.facts.Language, "")
	line("document-language", choice.Tag, choice.Acceptance)
}

// proveCaseFiles proves that every story can be written and read without loss.
func (s *scenario) proveCaseFiles(t *testing.T) {
	for variant, told := range s.stories {
		data, err := forms.EncodeCase(told.facts)
		if err != nil {
			t.Fatal(err)
		}
		back, err := forms.DecodeCase(data)
		if err != nil {
			t.Fatalf("%s %s: %v", s.file, variant, err)
		}
		if again, err := forms.EncodeCase(back); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s %s: the case is not written as it was read: %v", s.file, variant, err)
		}
	}
}
