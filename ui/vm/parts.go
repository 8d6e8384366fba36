package vm

import (
	"maps"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// The parts that fields are typed in.
const (
	partText        = "text"
	partPrecision   = "precision"
	partFrom        = "from"
	partTo          = "to"
	partGiven       = "given"
	partFamily      = "family"
	partName        = "name"
	partCurrency    = "currency"
	partLines       = "lines"
	partPostcode    = "postcode"
	partCity        = "city"
	partRegion      = "region"
	partCountry     = "country"
	partLanguage    = "language"    // that the words are in
	partTranslation = "translation" // of the words into partInto
	partInto        = "into"
)

// parts is what stands in the parts of a field: as it was typed, or as the
// answer is written for editing.
func (v *Interview) parts(at Path) map[string]string {
	if typed, ok := v.typed[at]; ok {
		return maps.Clone(typed)
	}
	x, _ := v.answers().Get(at)
	q := v.p.Question(at.Question())
	if q == nil {
		return map[string]string{}
	}
	switch q.Kind {
	case forms.KindDate:
		return v.dateParts(x)
	case forms.KindPeriod:
		return v.periodParts(x)
	case forms.KindPerson:
		name, _ := x.Value.(forms.Person)
		return map[string]string{partGiven: name.Given, partFamily: name.Family}
	case forms.KindMoney:
		return v.moneyOf(x)
	case forms.KindAddress:
		address, _ := x.Value.(forms.Address)
		return addressParts(address)
	case forms.KindAuthority:
		ref, _ := x.Value.(forms.AuthorityRef)
		out := addressParts(ref.Address)
		out[partName] = ref.Name
		if x.Pending != "" {
			out[partLines] = x.Pending
		}
		return out
	case forms.KindProse:
		return v.proseParts(x)
	default:
		return map[string]string{partText: v.reader().Format(x)}
	}
}

func (v *Interview) dateParts(x forms.Answer) map[string]string {
	text, precision := v.dayApart(x)
	return map[string]string{partText: text, partPrecision: precision}
}

func (v *Interview) proseParts(x forms.Answer) map[string]string {
	prose, ok := x.Value.(forms.Prose)
	if !ok {
		prose.Lang = v.a.tag
	}
	out := map[string]string{partText: prose.Words, partLanguage: string(prose.Lang)}
	into := v.documentLanguage()
	if into != "" && into != prose.Lang {
		out[partInto] = string(into)
		for _, t := range prose.Translations {
			if t.Lang == into {
				out[partTranslation] = t.Words
			}
		}
	}
	return out
}

// documentLanguage is the language that is settled for the document; "" while
// nothing is known of it.
func (v *Interview) documentLanguage() Tag {
	if f, ok := v.a.file.c.Filing(v.p.ID); ok && f.DocumentLanguage != "" {
		return f.DocumentLanguage
	}
	choice := v.a.documentLanguage(v.p, v.state)
	if len(choice.Accepts) == 0 {
		return ""
	}
	return choice.Tag
}

func addressParts(a forms.Address) map[string]string {
	return map[string]string{partLines: strings.Join(a.Lines, "\n"), partPostcode: a.Postcode, partCity: a.City,
		partRegion: a.Region, partCountry: string(a.Country)}
}

func addressFrom(parts map[string]string) forms.Address {
	a := forms.Address{Postcode: line(parts[partPostcode]), City: line(parts[partCity]), Region: line(parts[partRegion])}
	if c := parts[partCountry]; i18n.ValidCountry(c) {
		a.Country = forms.Country(c)
	}
	for l := range strings.SplitSeq(strings.ReplaceAll(parts[partLines], "\r", "\n"), "\n") {
		if l = line(l); l != "" {
			a.Lines = append(a.Lines, l)
		}
	}
	return a
}

func emptyAddress(a forms.Address) bool {
	return len(a.Lines) == 0 && a.Postcode+a.City+a.Region+string(a.Country) == ""
}

func addressOf(parts map[string]string) forms.Answer {
	a := addressFrom(parts)
	if emptyAddress(a) {
		return forms.Answer{}
	}
	return forms.Answer{Value: a}
}

// authorityOf is a body in the person's words. An address without a name is no
// answer yet.
func (v *Interview) authorityOf(parts map[string]string) forms.Answer {
	ref := forms.AuthorityRef{Name: line(parts[partName]), Address: addressFrom(parts)}
	switch {
	case ref.Name != "":
		return forms.Answer{Value: ref}
	case emptyAddress(ref.Address):
		return forms.Answer{}
	}
	return forms.Answer{Pending: v.reader().Format(forms.Answer{Value: ref.Address})}
}

// line is typed text as one line, without control characters.
func line(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

func joinWords(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}
