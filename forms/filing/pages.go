package filing

import (
	"slices"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/interview"
	"recourse/forms/layout"
)

// Counted tells whether the pages of an annex of a procedure are limited, so that
// Overlong has something to count.
func Counted(p *forms.Procedure) bool {
	return slices.ContainsFunc(p.Outline, func(b forms.Block) bool { return b.Pages > 0 })
}

// Overlong names the annexes of the filing of a complete case that have more pages
// than the body takes, without making the PDF.
func (m Maker) Overlong(r Request, s interview.State) []forms.Problem {
	texts, ok := m.Library.Texts(s.Procedure.ID, m.Language(r, s).Tag)
	if !Counted(s.Procedure) || !s.Complete() || !ok {
		return nil
	}
	content, _ := compose.Document(s, compose.Options{Texts: texts, Exhibits: r.Case.Exhibits, Signature: r.Signature})
	_, problems := layout.Pages(content, m.Faces)
	return slices.DeleteFunc(problems, func(p forms.Problem) bool { return p.Code != forms.TooManyPages })
}
