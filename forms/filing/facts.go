package filing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/doc"
	"recourse/forms/pdf"
	"recourse/i18n"
)

// Attach says what is attached to the PDF of a filing.
type Attach uint8

// What can be attached. A reading copy or a sheet never has an attachment.
const (
	AttachFacts Attach = iota // what the document says of each answer, as JSON
	AttachNone
)

// FactsName is the name of the attachment with the facts.
const FactsName = "facts.json"

// facts is the attachment; docs/ATTACHMENT.md specifies it.
type facts struct {
	Format    int               `json:"format"`
	Procedure forms.ProcedureID `json:"procedure"`
	Language  i18n.Tag          `json:"language"`
	Date      string            `json:"date"`
	Title     string            `json:"title"`
	Facts     []fact            `json:"facts"`
}

// fact is what the document says of one answer in one language.
type fact struct {
	Path     string   `json:"path"`
	Language i18n.Tag `json:"language,omitempty"` // "" for that of the document
	Texts    []string `json:"texts"`
}

// attachments returns what is attached to a document that was composed.
func attachments(r Request, d doc.Document) ([]pdf.Attachment, error) {
	if r.Attach == AttachNone || r.Copy != compose.Filing {
		return nil, nil
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	err := out.Encode(facts{1, r.Procedure, d.Lang, r.On.String(), d.Title, factsOf(d)})
	if err != nil {
		return nil, fmt.Errorf("write facts: %w", err)
	}
	return []pdf.Attachment{{Name: FactsName, Media: "application/json", Content: b.Bytes()}}, nil
}

// factsOf collects what a document says of each answer, in the order in which it
// does. Nothing but the runs of the document is looked at, so that nothing else
// can get in. What a later block says again is not repeated.
func factsOf(d doc.Document) []fact {
	all := []fact{}
	items := map[string]string{}
	for _, b := range d.Blocks {
		for _, f := range blockFacts(b, d.Lang, items) {
			at := slices.IndexFunc(all, f.same)
			switch {
			case at < 0:
				all = append(all, f)
			case !contains(all[at].Texts, f.Texts):
				all[at].Texts = append(all[at].Texts, f.Texts...)
			}
		}
	}
	return all
}

// blockFacts collects what one block says of each answer.
func blockFacts(b doc.Block, lang i18n.Tag, items map[string]string) []fact {
	var out []fact
	doc.EachRun(b, func(r doc.Run) {
		if r.From == "" || strings.TrimSpace(r.Text) == "" {
			return
		}
		f := fact{Path: numbered(r.From, items), Texts: []string{r.Text}}
		if r.Lang != lang {
			f.Language = r.Lang
		}
		if at := slices.IndexFunc(out, f.same); at >= 0 {
			out[at].Texts = append(out[at].Texts, r.Text)
		} else {
			out = append(out, f)
		}
	})
	return out
}

func (f fact) same(other fact) bool { return f.Path == other.Path && f.Language == other.Language }

// contains tells whether texts stand in all, one behind the other.
func contains(all, texts []string) bool {
	for i := 0; i+len(texts) <= len(all); i++ {
		if slices.Equal(all[i:i+len(texts)], texts) {
			return true
		}
	}
	return false
}

// numbered returns a path whose items are numbers, in the order in which the
// document first names them: the ids of a case are none of what it says. items
// remembers the numbers by the paths of the items.
func numbered(at forms.Path, items map[string]string) string {
	parts := strings.Split(string(at), "/")
	for i := 1; i+1 < len(parts); i += 2 {
		repeat := strings.Join(parts[:i], "/")
		key := repeat + "/" + parts[i]
		if items[key] == "" {
			n, _ := strconv.Atoi(items[repeat])
			items[repeat] = strconv.Itoa(n + 1)
			items[key] = items[repeat]
		}
		parts[i] = items[key]
	}
	return strings.Join(parts, "/")
}
