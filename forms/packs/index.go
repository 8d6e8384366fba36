package packs

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// indexFile is the index of a folder of packs: what a list shows of each, so that
// none has to be loaded for it. It is written by "pack check --write".
const indexFile = "index.json"

// Entry is what a list shows of a procedure.
type Entry struct {
	ID        forms.ProcedureID    `json:"id"`
	Version   int                  `json:"version"`
	Status    forms.Status         `json:"status"`
	Role      forms.Role           `json:"role"`
	AsOf      forms.Date           `json:"as_of"`
	CheckBy   forms.Date           `json:"check_by"`
	Named     bool                 `json:"named"`           // the person names the body, which is not among the records
	Fixed     bool                 `json:"fixed,omitempty"` // there is but one such body, and the texts name it
	Route     bool                 `json:"route"`           // it says for which cases it is a way to go
	Deadlines []forms.DeadlineKind `json:"deadlines"`       // the kinds that it has, each once
	Sheets    []string             `json:"sheets"`
	Ask       []i18n.Tag           `json:"ask"` // the languages it can be asked in
	Doc       []i18n.Tag           `json:"doc"` // the languages of its document
	Words     map[i18n.Tag]Words   `json:"words"`
}

// Words are the texts of a procedure that a list shows, in one language.
type Words struct {
	Name  string `json:"name"`
	Short string `json:"short"`
	About string `json:"about"`
}

// In gives the words in the first of some languages that the procedure is asked
// in, else in the first there is.
func (e Entry) In(tags ...i18n.Tag) Words {
	if tag, ok := i18n.Match(tags, e.Ask); ok {
		return e.Words[tag]
	}
	if len(e.Ask) > 0 {
		return e.Words[e.Ask[0]]
	}
	return Words{Name: string(e.ID), Short: string(e.ID)}
}

// Index lists what there is to know of each procedure without loading it, in the
// order of their ids.
func (l *Library) Index() []Entry { return slices.Clone(l.index) }

// makeIndex makes the index of what was loaded.
func (l *Library) makeIndex() []Entry {
	out := []Entry{}
	for _, p := range l.procedures {
		e := Entry{ID: p.ID, Version: p.Version, Status: p.Status, Role: p.Role, AsOf: p.AsOf, CheckBy: p.CheckBy,
			Named: p.Body.Name != "", Fixed: p.Body.Fixed(), Route: p.Route != nil, Deadlines: []forms.DeadlineKind{}, Sheets: []string{},
			Ask: append([]i18n.Tag{}, l.ask[p.ID]...), Doc: append([]i18n.Tag{}, l.doc[p.ID]...), Words: map[i18n.Tag]Words{}}
		for _, d := range p.Deadlines {
			if !slices.Contains(e.Deadlines, d.Kind) {
				e.Deadlines = append(e.Deadlines, d.Kind)
			}
		}
		for _, s := range p.Sheets {
			e.Sheets = append(e.Sheets, s.ID)
		}
		for _, tag := range e.Ask {
			t := l.texts[p.ID][tag]
			e.Words[tag] = Words{t.Plain("ask.name", nil), t.Plain("ask.short", nil), t.Plain("ask.about", nil)}
		}
		out = append(out, e)
	}
	return out
}

// IndexFile is the index as it stands in the folder of the packs, with its name
// there.
func (l *Library) IndexFile() (name string, data []byte) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(l.index); err != nil {
		panic(err) // strings, numbers and maps of them can be encoded
	}
	return indexFile, b.Bytes()
}

// indexed holds the index of a folder, where there is one, against its packs.
func (l *loader) indexed() {
	l.lib.index = l.lib.makeIndex()
	data, err := fs.ReadFile(l.fsys, indexFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if _, want := l.lib.IndexFile(); err != nil || !bytes.Equal(data, want) {
		l.fault(indexFile, "it is not that of the packs; `recourse-cli pack check --write` puts it right")
	}
}

func readIndex(fsys fs.FS) ([]Entry, error) {
	data, err := fs.ReadFile(fsys, indexFile)
	if err != nil {
		return nil, fmt.Errorf("read index of packs: %w", err)
	}
	var out []Entry
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, fmt.Errorf("read index of packs: %w", err)
	}
	return out, nil
}
