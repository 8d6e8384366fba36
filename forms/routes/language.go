package routes

import (
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// Acceptance says whether a body takes a document in a language.
type Acceptance string

// The three answers. A body of which no language is recorded may take any.
const (
	Accepted    Acceptance = "accepted"
	NotAccepted Acceptance = "not-accepted"
	NotRecorded Acceptance = "not-recorded"
)

func (a Acceptance) rank() int {
	return slices.Index([]Acceptance{Accepted, NotRecorded, NotAccepted}, a)
}

// LanguageFit says in which language a document for a body could be written.
type LanguageFit struct {
	Acceptance Acceptance
	Document   i18n.Tag // a language that the body accepts and Recourse has; "" for none
	Persons    bool     // Document is a language of the person
}

// rank orders fits: accepted and the person's, accepted, not recorded, none.
func (f LanguageFit) rank() int {
	rank := 2 * f.Acceptance.rank()
	if f.Acceptance == Accepted && !f.Persons {
		rank++
	}
	return rank
}

func languageFit(accepts, have, speaks []i18n.Tag) LanguageFit {
	if len(accepts) == 0 {
		return LanguageFit{Acceptance: NotRecorded}
	}
	both := usable(accepts, have)
	if tag, ok := i18n.Match(speaks, both); ok {
		return LanguageFit{Acceptance: Accepted, Document: tag, Persons: true}
	}
	if len(both) > 0 {
		return LanguageFit{Acceptance: Accepted, Document: both[0]}
	}
	return LanguageFit{Acceptance: NotAccepted}
}

// usable lists, for each of accepts that have serves, the language that serves it.
func usable(accepts, have []i18n.Tag) []i18n.Tag {
	var out []i18n.Tag
	for _, a := range accepts {
		if tag, ok := i18n.Match([]i18n.Tag{a}, have); ok {
			out = append(out, tag)
		}
	}
	return out
}

// fallback is the document language where neither the body nor the person gives
// one that Recourse has.
const fallback i18n.Tag = "en"

// Choice is the language of a document and what the body makes of it.
type Choice struct {
	Tag        i18n.Tag
	Acceptance Acceptance
	Available  bool       // Recourse has documents in it; false only for a chosen language, or where it has none at all
	Accepts    []i18n.Tag // the languages recorded for the body; empty where none are
}

// DocumentLanguage settles the language of a document: the chosen one where it
// is set; else one that the body accepts and Recourse has, the person's first;
// else the person's where Recourse has it; else English. An empty accepts means
// that no language is recorded, an empty chosen that none is chosen.
func DocumentLanguage(accepts, have []i18n.Tag, person, chosen i18n.Tag) Choice {
	tag, available := documentTag(accepts, have, person, chosen)
	return Choice{Tag: tag, Acceptance: acceptance(tag, accepts), Available: available, Accepts: slices.Clone(accepts)}
}

func documentTag(accepts, have []i18n.Tag, person, chosen i18n.Tag) (tag i18n.Tag, available bool) {
	if chosen != "" {
		if tag, ok := i18n.Match([]i18n.Tag{chosen}, have); ok {
			return tag, true
		}
		return chosen, false
	}
	if fit := languageFit(accepts, have, []i18n.Tag{person}); fit.Document != "" {
		return fit.Document, true
	}
	if tag, ok := i18n.Match([]i18n.Tag{person, fallback}, have); ok {
		return tag, true
	}
	if len(have) > 0 {
		return have[0], true
	}
	return fallback, false
}

func acceptance(tag i18n.Tag, accepts []i18n.Tag) Acceptance {
	if len(accepts) == 0 {
		return NotRecorded
	}
	if _, ok := i18n.Match(accepts, []i18n.Tag{tag}); ok {
		return Accepted
	}
	return NotAccepted
}

// Accepts gives the languages that the body of a filing works in: those of its
// record where the person named a recorded body; else the one that the person
// answered to the question for it, whose codes are language tags; else those that
// the route of the procedure records. It reports false where none is known.
func Accepts(p *forms.Procedure, known forms.Answers) (tags []i18n.Tag, recorded bool) {
	if p == nil {
		return nil, false
	}
	if tags := recordedLanguages(p, known); len(tags) > 0 {
		return tags, true
	}
	code, _ := known.Value(forms.Path(p.Body.Language)).(forms.Choice)
	tag, err := i18n.ParseTag(string(code))
	if err != nil {
		return routeLanguages(p)
	}
	return []i18n.Tag{tag}, true
}

// routeLanguages are those that the route of a procedure records for its body.
func routeLanguages(p *forms.Procedure) (tags []i18n.Tag, recorded bool) {
	if p.Route == nil || len(p.Route.Languages) == 0 {
		return nil, false
	}
	return slices.Clone(p.Route.Languages), true
}

func recordedLanguages(p *forms.Procedure, known forms.Answers) []i18n.Tag {
	ref, _ := known.Value(forms.Path(p.Body.Authority)).(forms.AuthorityRef)
	i := slices.IndexFunc(p.Authorities, func(a forms.Authority) bool { return a.ID == ref.ID })
	if i < 0 {
		return nil
	}
	return slices.Clone(p.Authorities[i].Languages)
}
