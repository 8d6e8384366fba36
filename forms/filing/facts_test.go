package filing_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/sample"
	"recourse/i18n"
)

// attached is the attachment as docs/ATTACHMENT.md has it.
type attached struct {
	Format    int
	Procedure forms.ProcedureID
	Language  i18n.Tag
	Date      string
	Title     string
	Facts     []attachedFact
}

type attachedFact struct {
	Path     string
	Language i18n.Tag
	Texts    []string
}

// attachment takes the facts out of a PDF with a reader that is not ours; it is
// nil where nothing is attached.
func attachment(t testing.TB, pdf []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "filing.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	show := exec.Command("qpdf", "--show-attachment="+filing.FactsName, path)
	var raw, fault bytes.Buffer
	show.Stdout, show.Stderr = &raw, &fault
	err := show.Run()
	if err != nil && strings.Contains(fault.String(), "not found") {
		return nil
	}
	if err != nil {
		t.Fatalf("qpdf, of Debian's package of that name: %v: %s", err, fault.String())
	}
	return raw.Bytes()
}

var uuidForm = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// checkAttached proves that the attachment says of every answer what the document
// says of it, in the same order, and nothing else.
func checkAttached(t *testing.T, s interview.State, d filing.Document) {
	t.Helper()
	raw := attachment(t, d.PDF)
	var got attached
	in := json.NewDecoder(bytes.NewReader(raw))
	in.DisallowUnknownFields()
	if err := in.Decode(&got); err != nil {
		t.Fatalf("%v in %.200s", err, raw)
	}
	if got.Format != 1 || got.Procedure != s.Procedure.ID || got.Language != d.Content.Lang || got.Date != on.String() || got.Title != d.Content.Title {
		t.Errorf("the attachment begins with %.200s", raw)
	}
	if uuidForm.Match(raw) {
		t.Errorf("the attachment names the id of an item")
	}
	told := map[string]string{} // by question and language
	for _, f := range got.Facts {
		q := s.Procedure.Question(forms.Path(f.Path).Question())
		if q == nil || q.Private || len(f.Texts) == 0 || f.Language == got.Language {
			t.Errorf("the attachment has %s", f.Path)
		}
		told[string(q.ID)+" "+string(f.Language)] += "\n" + strings.Join(f.Texts, "\n") + "\n"
	}
	checkTold(t, d.Content, told)
	checkNumbered(t, d.Content, got.Facts)
}

var numberedForm = regexp.MustCompile(`^[a-z0-9_.-]+(/[1-9][0-9]*/[a-z0-9_.-]+)*$`)

// checkNumbered holds that the paths of the attachment count the items in the order
// of the document and keep apart what belongs to different ones.
func checkNumbered(t *testing.T, d doc.Document, facts []attachedFact) {
	t.Helper()
	paths := map[string]bool{}
	for _, f := range facts {
		if paths[f.Path] = true; !numberedForm.MatchString(f.Path) {
			t.Errorf("path %s", f.Path)
		}
	}
	want := map[forms.Path]bool{}
	for _, r := range runsOf(d) {
		if strings.TrimSpace(r.Text) != "" {
			want[r.From] = true
		}
	}
	if len(paths) != len(want) {
		t.Errorf("%d paths of %d answers", len(paths), len(want))
	}
}

// checkTold compares the texts of the attachment with the runs of the document.
func checkTold(t *testing.T, d doc.Document, told map[string]string) {
	t.Helper()
	says := map[string][]string{}
	for _, r := range runsOf(d) {
		lang := r.Lang
		if lang == d.Lang {
			lang = ""
		}
		key := string(r.From.Question()) + " " + string(lang)
		says[key] = append(says[key], r.Text)
	}
	for key, texts := range says {
		rest := told[key]
		for _, text := range texts {
			if strings.TrimSpace(text) != "" && !strings.Contains(told[key], "\n"+text+"\n") {
				t.Errorf("%s: the attachment leaves out what the document says", key)
			}
		}
		slices.SortFunc(texts, func(a, b string) int { return len(b) - len(a) })
		for _, text := range texts {
			rest = strings.ReplaceAll(rest, text, "")
		}
		if strings.TrimSpace(rest) != "" {
			t.Errorf("%s: the attachment says more than the document", key)
		}
	}
	for key := range told {
		if says[key] == nil {
			t.Errorf("%s: the attachment has an answer that the document has not", key)
		}
	}
}

// TestAttachmentIsOfTheFilingAlone proves that only a filing has the facts
// attached, that they can be left out, and that they keep to their schema.
func TestAttachmentIsOfTheFilingAlone(t *testing.T) {
	m := maker(t)
	schema, err := jsonschema.NewCompiler().Compile("../../docs/schema/facts.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range m.Library.Procedures() {
		c, err := sample.Case(p, 7, sample.Options{On: on})
		if err != nil {
			t.Fatal(err)
		}
		raw := attachment(t, complete(t, m, filing.Request{Case: c, Procedure: p.ID, Language: "fr"}).PDF)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
		without := []filing.Request{{Attach: filing.AttachNone}, {Copy: compose.Reading}}
		for _, s := range p.Sheets {
			without = append(without, filing.Request{Copy: compose.Sheet, Sheet: s.ID})
		}
		for _, r := range without {
			r.Case, r.Procedure, r.Language = c, p.ID, "en"
			if raw := attachment(t, complete(t, m, r).PDF); raw != nil {
				t.Errorf("%s: %+v has an attachment", p.ID, r.Copy)
			}
		}
	}
}
