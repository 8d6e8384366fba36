package filing

import (
	"fmt"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// List prints a checklist in a language, without what the facts leave out. It has
// no attachment and names nobody. A language that the library does not have is an
// *UnknownError.
func (m Maker) List(l forms.Checklist, facts interview.State, tag i18n.Tag) (Document, error) {
	texts, ok := m.Library.Texts(packs.FactsID, tag)
	if !ok {
		return Document{}, &UnknownError{"language", string(tag), words(m.Library.AskLanguages(packs.FactsID))}
	}
	out := Document{Content: compose.Checklist(l, facts, texts)}
	out, err := m.print(out, Request{On: facts.Today, Attach: AttachNone, Copy: compose.Sheet})
	if err != nil {
		return Document{}, fmt.Errorf("print list %s: %w", l.ID, err)
	}
	return out, nil
}
