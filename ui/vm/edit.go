package vm

import (
	"slices"

	"recourse/forms"
)

// Set takes what stands in a part of a field, as it was typed. What can be read
// becomes the answer at once; what cannot is kept as it is.
func (v *Interview) Set(at Path, part, raw string) {
	a, ok := v.state.Ask(at)
	if !ok || a.Question == nil || v.a.readOnly != nil {
		return
	}
	parts := v.parts(at)
	if parts[part] == raw {
		return
	}
	parts[part] = raw
	v.typed[at] = parts
	v.put(at, v.read(a.Question, at, parts))
}

// put stores an answer, or takes the answer away where it is empty.
func (v *Interview) put(at Path, x forms.Answer) {
	delete(v.kept, at)
	if x.Value == nil && x.Skip == "" && x.Pending == "" {
		v.take(v.answers().Without(at))
		return
	}
	v.take(v.answers().With(at, x))
}

// Choose takes the chosen options of a field by their codes, in any order; none
// takes the answer away.
func (v *Interview) Choose(at Path, codes ...string) {
	a, ok := v.state.Ask(at)
	if !ok || a.Question == nil {
		return
	}
	v.left[at] = true
	delete(v.typed, at)
	v.put(at, forms.Answer{Value: v.chosen(a.Question, codes)})
}

// chosen is the value of chosen codes.
func (v *Interview) chosen(q *forms.Question, codes []string) forms.Value {
	if len(codes) == 0 || codes[0] == "" {
		return nil
	}
	switch q.Kind {
	case forms.KindYesNo:
		return forms.YesNo(codes[0] == codeYes)
	case forms.KindChoice:
		return forms.Choice(codes[0])
	case forms.KindMulti:
		var out forms.Multi
		for _, o := range q.Options {
			if slices.Contains(codes, o.Code) {
				out = append(out, o.Code)
			}
		}
		return out
	case forms.KindCountry:
		return forms.Country(codes[0])
	case forms.KindAuthority:
		return forms.AuthorityRef{ID: forms.AuthorityID(codes[0])}
	case forms.KindFiles:
		var out forms.Files
		for _, id := range v.answers().Items(exhibits) {
			if slices.Contains(codes, id) {
				out = append(out, id)
			}
		}
		return out
	}
	return nil
}

// The codes of a yes or no.
const (
	codeYes = "yes"
	codeNo  = "no"
)

// Skip passes over a question for a reason that it offers; again the same
// reason takes the skip back, and what was answered before stands again.
func (v *Interview) Skip(at Path, why string) {
	a, ok := v.state.Ask(at)
	if !ok || a.Question == nil || !slices.Contains(a.Question.Skips, forms.Skip(why)) {
		return
	}
	delete(v.typed, at)
	before, had := v.answers().Get(at)
	if before.Skip == forms.Skip(why) {
		v.put(at, v.kept[at])
		return
	}
	v.put(at, forms.Answer{Skip: forms.Skip(why)})
	if had && before.Skip == "" {
		v.kept[at] = before
	}
}

// SkipPage says "I do not know yet" to every open question of the page that
// offers it, and goes on.
func (v *Interview) SkipPage() {
	for _, at := range v.skippable() {
		v.Skip(at, string(forms.DontKnow))
	}
	v.Continue()
}

// skippable lists the open questions of the page that may be left unknown.
func (v *Interview) skippable() []Path {
	i := pageOf(v.pages, v.at)
	if i < 0 {
		return nil
	}
	var out []Path
	for _, a := range v.pages[i].asked {
		if x, _ := v.answers().Get(a.Path); a.Question != nil && !a.Done && x.Pending == "" && slices.Contains(a.Question.Skips, forms.DontKnow) {
			out = append(out, a.Path)
		}
	}
	return out
}

// Leave says that the person has left a field: what is wrong with it is shown
// from now on.
func (v *Interview) Leave(at Path) {
	if v.left[at] {
		return
	}
	v.left[at] = true
	if slices.ContainsFunc(v.state.Problems, func(p forms.Problem) bool { return p.At == at }) {
		v.a.publish()
	}
}

// read makes an answer of what stands in the parts of a field.
func (v *Interview) read(q *forms.Question, at Path, parts map[string]string) forms.Answer {
	before, _ := v.answers().Get(at)
	switch q.Kind {
	case forms.KindPerson:
		return valued(forms.Person{Given: line(parts[partGiven]), Family: line(parts[partFamily])}, forms.Person{})
	case forms.KindAddress:
		return addressOf(parts)
	case forms.KindMoney:
		return v.readMoney(q, parts)
	case forms.KindAuthority:
		return v.authorityOf(parts)
	case forms.KindDate:
		return v.readDate(q, parts)
	case forms.KindPeriod:
		return v.readPeriod(q, parts)
	case forms.KindProse:
		return v.readProse(q, before, parts)
	default:
		x, _ := v.reader().Parse(q, parts[partText])
		return x
	}
}

// valued is an answer, or none where the value is the empty one.
func valued[T interface {
	forms.Value
	comparable
}](x, empty T) forms.Answer {
	if x == empty {
		return forms.Answer{}
	}
	return forms.Answer{Value: x}
}

// readDate reads a day with the precision that was chosen for it.
func (v *Interview) readDate(q *forms.Question, parts map[string]string) forms.Answer {
	x, _ := v.reader().Parse(q, dayText(parts, partText))
	if when, ok := x.Value.(forms.When); ok {
		return forms.Answer{Value: onlyYear(when, parts[partPrecision])}
	}
	return x
}

// aboutSign before a day makes it the earliest that it could have been.
const aboutSign = "~"

// readProse keeps the language that the words are in, and a translation as long
// as the words are those that it translates.
func (v *Interview) readProse(q *forms.Question, before forms.Answer, parts map[string]string) forms.Answer {
	x, _ := v.reader().Parse(q, parts[partText])
	prose, ok := x.Value.(forms.Prose)
	if !ok {
		return x
	}
	prose.Lang = Tag(parts[partLanguage])
	old, _ := before.Value.(forms.Prose)
	if old.Words == prose.Words {
		prose.Translations = old.Translations
	}
	if into := Tag(parts[partInto]); into != "" && into != prose.Lang {
		words, _ := v.reader().Parse(q, parts[partTranslation])
		clean, _ := words.Value.(forms.Prose)
		prose.Translations = v.translated(prose.Translations, into, clean.Words)
	}
	return forms.Answer{Value: prose}
}

// translated puts words in place of the translation into a language.
func (v *Interview) translated(list []forms.Translation, into Tag, words string) []forms.Translation {
	var out []forms.Translation
	for _, t := range list {
		switch {
		case t.Lang != into:
			out = append(out, t)
		case t.Words == words:
			return list
		}
	}
	if words == "" {
		return out
	}
	return append(out, forms.Translation{Lang: into, Words: words, On: v.a.w.today()})
}
