package build

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// edge says what of our own a package may import. A new edge is a decision: add
// it here with its reason, and to docs/ARCHITECTURE.md.
type edge struct {
	from string   // a package, or with /... a tree of packages
	to   []string // what it may import of ours; its own tree is always allowed
	why  string
}

var edges = []edge{
	{"main", []string{"ui", "storage", "forms/packs", "i18n", "offline", "traces"}, "the program wires the parts and does nothing itself"},
	{"cmd/recourse-cli", []string{"forms/...", "storage", "storage/passphrase", "i18n/...", "offline", "traces"}, "the terminal program is the engine without a window"},
	{"ui", []string{"ui/screens", "ui/kit", "ui/theme", "ui/vm", "ui/preview", "ui/notices", "storage", "traces", "forms/packs", "i18n"}, "the window puts screens and view-models together"},
	{"ui/screens", []string{"ui/kit", "ui/theme", "ui/vm"}, "a screen shows a view-model and decides nothing"},
	{"ui/vm", []string{"forms/...", "storage", "storage/passphrase", "i18n", "i18n/calendar"}, "view-models are the only way from a screen to the engine"},
	{"ui/kit", []string{"ui/kit/edit", "ui/theme", "i18n", "i18n/bidi", "i18n/fonts"}, "widgets know text, direction and colours, nothing of cases"},
	{"ui/kit/edit", []string{"i18n/bidi"}, "the text of a field, its caret and its lines are tested without a window"},
	{"ui/preview", nil, "pictures are made of the bytes of a file, whatever it says"},
	{"ui/notices", nil, "licences are texts"},
	{"ui/theme", nil, "a theme is colours, sizes and a typeface"},
	{"forms/filing", []string{"forms", "forms/compose", "forms/doc", "forms/interview", "forms/layout", "forms/packs", "forms/pdf", "forms/routes", "i18n", "i18n/fonts"}, "the stages are joined in one place"},
	{"forms/sheet", []string{"forms/doc", "forms/layout", "forms/pdf", "i18n", "i18n/fonts"}, "the recovery sheet is a document like others"},
	{"forms/pdf", []string{"forms/layout", "i18n", "i18n/fonts", "i18n/bidi"}, "a writer of pages does not know what they say"},
	{"forms/layout", []string{"forms", "forms/doc", "i18n", "i18n/fonts", "i18n/bidi", "i18n/words"}, "layout sets a document; of forms it uses paths and problems"},
	{"forms/compose", []string{"forms", "forms/cond", "forms/interview", "forms/deadline", "forms/doc", "i18n", "i18n/bidi"}, "a document is written from the resolved state, and a foreign line keeps its direction"},
	{"forms/layout/samples", []string{"forms/doc", "i18n"}, "documents for tests are values"},
	{"forms/input", []string{"forms", "i18n"}, "what is typed becomes an answer by its question and the language alone"},
	{"forms/routes", []string{"forms", "forms/cond", "forms/interview", "forms/deadline", "i18n"}, "routes compare states, and explain the conditions over the facts"},
	{"forms/sample", []string{"forms", "forms/cond", "forms/interview", "i18n"}, "samples answer an interview as a person would"},
	{"forms/interview", []string{"forms", "forms/cond", "forms/deadline", "i18n"}, "one forward pass over a procedure"},
	{"forms/deadline", []string{"forms", "i18n"}, "counting needs dates and the keys of its steps"},
	{"forms/doc", []string{"forms", "i18n"}, "the document model carries paths of answers and languages"},
	{"forms/packs", []string{"forms", "forms/cond", "i18n"}, "the loader makes the vocabulary out of files"},
	{"forms", []string{"forms/cond", "i18n"}, "the vocabulary rests on conditions and languages alone"},
	{"forms/cond", nil, "the condition language knows no question"},
	{"i18n/...", nil, "language rests on nothing of ours"},
	{"storage", []string{"storage/passphrase", "storage/internal/knob"}, "the vault knows bytes, not cases"},
	{"storage/canary", nil, "what tests look for knows nothing of where it is kept"},
	{"storage/internal/knob", nil, "what only tests may set is out of every program's reach"},
	{"storage/storagetest", []string{"storage", "storage/internal/knob"}, "tests of programs make vaults that open at once; no program may"},
	{"storage/passphrase", nil, "a passphrase is judged by itself"},
	{"traces", nil, "where files may lie is settled before anything else is there"},
	{"offline", nil, "what shuts the ways to a network rests on nothing of ours"},
	{"build", nil, "the rules stand outside of what they judge"},
}

// outside says where a library or a part of the standard library may be used.
// Every import from another module must be named here.
type outside struct {
	what  []string // import paths, or with /... trees of them
	where []string // our packages
	tests bool     // tests of any package may use it
	why   string
}

var outsides = []outside{
	{[]string{"net/..."}, []string{"offline"}, false, "the program never speaks to a network: docs/adr/0008"},
	{[]string{"os/exec"}, nil, true, "the program starts no other program; tests ask other readers"},
	{[]string{"plugin", "unsafe"}, nil, false, "nothing here needs them, and both void what the compiler proves"},
	{[]string{"syscall", "golang.org/x/sys/..."}, []string{"storage", "offline", "traces", "ui"}, true, "locks and syncing of folders; which sockets are refused; which folders are in memory; that the system asks the program to end"},
	{[]string{"github.com/elastic/go-seccomp-bpf"}, []string{"offline"}, false, "filters of system calls: docs/adr/0008"},
	{[]string{"fyne.io/fyne/v2/app"}, []string{"main"}, true, "the one part that needs cgo and a display; the test that draws pictures has both"},
	{[]string{"fyne.io/fyne/v2/...", "fyne.io/fyne/v2"}, []string{"ui", "ui/kit", "ui/screens", "ui/theme"}, false, "the engine and the view-models run without a window: docs/adr/0009"},
	{[]string{"github.com/go-text/typesetting/..."}, []string{"forms/layout", "i18n/fonts", "ui/kit", "ui/kit/edit"}, false, "shaping for pages, faces, and line breaks of the window"},
	{[]string{"github.com/jung-kurt/gofpdf", "github.com/pdfcpu/pdfcpu/..."}, []string{"forms/pdf"}, false, "PDF stays behind one small door: docs/adr/0005"},
	{[]string{"github.com/klippa-app/go-pdfium/...", "github.com/tetratelabs/wazero/..."}, []string{"ui/preview"}, false, "what draws finished files is shut in, and only the window needs it: docs/adr/0017"},
	{[]string{"filippo.io/age/..."}, []string{"storage"}, false, "all cryptography is in one place"},
	{[]string{"github.com/goccy/go-yaml/..."}, []string{"forms/packs"}, false, "only packs are YAML"},
	{[]string{"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term"}, []string{"cmd/recourse-cli"}, false, "only the terminal program has commands and a terminal"},
	{[]string{"github.com/rickar/cal/v2/...", "github.com/rickar/cal/v2"}, []string{"forms/deadline"}, false, "holidays are asked for where limits are counted: docs/adr/0021"},
	{[]string{"github.com/go-playground/locales/..."}, []string{"i18n"}, false, "facts of locales come through i18n"},
	{[]string{"golang.org/x/text/..."}, []string{"i18n/...", "forms/input", "storage/..."}, true, "facts of languages come through i18n; what is typed is brought into one form"},
	{[]string{"github.com/google/uuid"}, []string{"storage", "forms", "forms/sample", "cmd/recourse-cli", "ui/vm"}, true, "ids are made at the rim, or from a seed"},
	{[]string{"github.com/santhosh-tekuri/jsonschema/v6", "github.com/rogpeppe/go-internal/...", "pgregory.net/rapid"}, nil, true, "libraries for tests"},
}

// Every import of ours follows the picture, in code; tests may reach further.
func TestOwnImports(t *testing.T) {
	report(t, loaded(t).strangeEdges(edges))
}

func (h *house) strangeEdges(edges []edge) []string {
	var faults []string
	for _, p := range h.packages {
		at := slices.IndexFunc(edges, func(e edge) bool { return matches(e.from, p.path) })
		if at < 0 {
			faults = append(faults, fmt.Sprintf("package %s has no rule in build/imports_test.go: say what it may import", p.path))
			continue
		}
		e := edges[at]
		for _, f := range p.files {
			for _, path := range f.imports() {
				if !f.test && ours(path) && !e.allows(p.path, relative(path)) {
					faults = append(faults, fmt.Sprintf("%s imports %s: %s may not, since %s", f.name, path, p.path, e.why))
				}
			}
		}
	}
	return faults
}

func ours(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

func (e edge) allows(from, to string) bool {
	return matchesAny(e.to, to) || strings.HasSuffix(e.from, "/...") && matches(e.from, to)
}

// Each library and each guarded part of the standard library stays in its place.
func TestForeignImports(t *testing.T) {
	report(t, loaded(t).strangeLibraries(outsides))
}

func (h *house) strangeLibraries(rules []outside) []string {
	var faults []string
	for _, p := range h.packages {
		for _, f := range p.files {
			for _, path := range f.imports() {
				if why := refused(rules, p.path, path, f.test); why != "" {
					faults = append(faults, fmt.Sprintf("%s imports %s: %s", f.name, path, why))
				}
			}
		}
	}
	return faults
}

// refused says why a package may not import something foreign, or "".
func refused(rules []outside, from, path string, test bool) string {
	if ours(path) {
		return ""
	}
	for _, r := range rules {
		if matchesAny(r.what, path) {
			if test && (r.tests || from == "build") || matchesAny(r.where, from) {
				return ""
			}
			return r.why
		}
	}
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return "no rule in build/imports_test.go names it: a new dependency needs a row in docs/adr/0011"
	}
	return ""
}

// No rule outlives the package that it was made for.
func TestRulesNameLivingPackages(t *testing.T) {
	report(t, loaded(t).deadRules(edges, outsides))
}

func (h *house) deadRules(edges []edge, outsides []outside) []string {
	var named []string
	for _, e := range edges {
		named = append(append(named, e.from), e.to...)
	}
	for _, o := range outsides {
		named = append(named, o.where...)
	}
	slices.Sort(named)
	var faults []string
	for _, pattern := range slices.Compact(named) {
		if !slices.ContainsFunc(h.packages, func(p *pkg) bool { return matches(pattern, p.path) }) {
			faults = append(faults, fmt.Sprintf("a rule names %s, which does not exist: take it out", pattern))
		}
	}
	return faults
}

// Every module that go.mod requires directly has its reasons written down.
func TestEveryDependencyHasItsReasons(t *testing.T) {
	record, err := os.ReadFile("../docs/adr/0011-dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	direct := directModules(string(mod))
	if len(direct) < 10 {
		t.Fatalf("read only %d direct modules in go.mod", len(direct))
	}
	for _, m := range direct {
		if !strings.Contains(string(record), "`"+m+"`") {
			t.Errorf("module %s of go.mod is not in docs/adr/0011-dependencies.md", m)
		}
	}
}

func directModules(mod string) []string {
	var out []string
	for line := range strings.Lines(mod) {
		fields := strings.Fields(line)
		if len(fields) == 2 && strings.HasPrefix(line, "\t") {
			out = append(out, fields[0])
		}
	}
	return out
}

// The rules find what they forbid: each case plants one import.
func TestImportRulesFindFaults(t *testing.T) {
	cases := []struct{ name, pkg, file, imports, want string }{
		{"widget in the engine", "forms/interview", "a.go", "fyne.io/fyne/v2", "without a window"},
		{"widget in a view-model", "ui/vm", "a.go", "fyne.io/fyne/v2/widget", "without a window"},
		{"display outside main", "ui", "a.go", "fyne.io/fyne/v2/app", "cgo"},
		{"network", "ui/vm", "a.go", "net/http", "network"},
		{"network in a test", "storage", "a_test.go", "net", "network"},
		{"another program", "storage", "a.go", "os/exec", "no other program"},
		{"PDF library in the window", "ui/screens", "a.go", "github.com/pdfcpu/pdfcpu/pkg/api", "one small door"},
		{"PDFium outside of its place", "ui/vm", "a.go", "github.com/klippa-app/go-pdfium/webassembly", "shut in"},
		{"sandbox outside of its place", "storage", "a.go", "github.com/tetratelabs/wazero", "shut in"},
		{"library without a rule", "storage", "a.go", "example.org/new", "new dependency"},
		{"test library in code", "forms", "a.go", "pgregory.net/rapid", "for tests"},
		{"screen past its view-model", "ui/screens", "a.go", "recourse/storage", "shows a view-model"},
		{"cheap vaults in a program", "cmd/recourse-cli", "a.go", "recourse/storage/storagetest", "without a window"},
		{"engine to the vault", "forms/compose", "a.go", "recourse/storage", "resolved state"},
		{"layout to the composer", "forms/layout", "a.go", "recourse/forms/compose", "sets a document"},
		{"package without a rule", "forms/extra", "a.go", "fmt", "has no rule"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			h := planted(t, c.pkg, c.file, fmt.Sprintf("package x\nimport _ %q\n", c.imports))
			found(t, append(h.strangeEdges(edges), h.strangeLibraries(outsides)...), c.want)
		})
	}
	t.Run("rule for a package that is gone", func(t *testing.T) {
		h := planted(t, "forms", "a.go", "package forms")
		found(t, h.deadRules([]edge{{"forms", []string{"forms/gone"}, ""}}, nil), "forms/gone")
	})
}
