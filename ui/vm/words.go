package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// longest is how many characters of an answer are repeated elsewhere.
const longest = 80

// answerWords says an answer in few words, for lists and reasons; "" for none.
func (v *Interview) answerWords(at Path) string {
	x, _ := v.answers().Get(at)
	if x.Skip != "" {
		return v.t.Text(i18n.Key("skip."+x.Skip), nil)
	}
	if x.Pending != "" {
		return short(x.Pending)
	}
	q := v.p.Question(at.Question())
	if q == nil || x.Value == nil {
		return ""
	}
	return short(v.valueWords(q, x.Value))
}

func (v *Interview) valueWords(q *forms.Question, x forms.Value) string {
	lang := v.t.Writing()
	switch x := x.(type) {
	case forms.YesNo:
		return v.yesNo(bool(x))
	case forms.Choice:
		return v.optionWords(q, string(x))
	case forms.Multi:
		words := make([]string, len(x))
		for i, code := range x {
			words[i] = v.optionWords(q, code)
		}
		return strings.Join(words, "; ")
	case forms.Text:
		return string(x)
	case forms.Prose:
		return x.Words
	case forms.Number:
		return i18n.Number(lang, int64(x))
	case forms.Money:
		return i18n.Money(lang, x.Minor, x.Currency)
	case forms.When, forms.Period:
		return v.reader().Format(forms.Answer{Value: x})
	case forms.Person:
		return joinWords(x.Given, x.Family)
	case forms.Address:
		return strings.Join(slices.DeleteFunc(append(slices.Clone(x.Lines), joinWords(x.Postcode, x.City)), empty), ", ")
	case forms.Country:
		return i18n.Country(lang, string(x))
	case forms.AuthorityRef:
		if a, ok := v.a.w.Library.Authority(x.ID); ok {
			return a.Name
		}
		return x.Name
	case forms.Files, forms.Items:
		return ""
	}
	return ""
}

func empty(s string) bool { return s == "" }

func (v *Interview) optionWords(q *forms.Question, code string) string {
	if !slices.ContainsFunc(q.Options, func(o forms.Option) bool { return o.Code == code }) {
		return code
	}
	return v.t.Text(v.p.Key("ask.q", q.ID, "o", code), nil)
}

func (v *Interview) yesNo(yes bool) string {
	if yes {
		return v.t.Text("ui.yes", nil)
	}
	return v.t.Text("ui.no", nil)
}

// short cuts words at a space where they are long, and takes line ends out.
func short(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) <= longest {
		return string(runes)
	}
	cut := string(runes[:longest])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
