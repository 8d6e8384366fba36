package vm

import (
	"slices"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

func has(list []string, s string) bool { return slices.Contains(list, s) }

// help is a further text of a question; "" where it has none of that name.
func (v *Interview) help(q *forms.Question, name string) string {
	if !has(q.Help, name) {
		return ""
	}
	return v.t.Text(v.p.Key("ask.q", q.ID, name), nil)
}

// helpOf is what stands beside a page: why its questions are asked, words that
// they use, what helps the case. A title stands once, above all texts of its kind.
func (v *Interview) helpOf(p page) []Help {
	var out []Help
	add := func(title i18n.Key, text string) {
		if text == "" {
			return
		}
		h := Help{Title: v.a.text(title), Text: text}
		if !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	each := func(title i18n.Key, name string) {
		for _, a := range p.asked {
			if a.Question != nil {
				add(title, v.help(a.Question, name))
			}
		}
	}
	each("ui.why", "why")
	for _, a := range p.asked {
		for _, text := range v.reasons(a) {
			add("ui.why-now", text)
		}
	}
	each("ui.words", "words")
	each("ui.tip", "tip")
	return out
}

// reasons says which answers have led to a question.
func (v *Interview) reasons(a interview.Asked) []string {
	var out []string
	for _, r := range v.state.Why(a) {
		at, ok := v.answered(Path(r.Ref), a.Path.Prefix())
		if !ok {
			continue
		}
		answer := v.answerWords(at)
		if answer == "" {
			continue
		}
		text := v.a.t.Text("ui.because", i18n.Args{"question": v.label(at), "answer": answer})
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// answered finds the answer that a condition in an item asks about: in the item
// itself, or outward.
func (v *Interview) answered(id Path, prefix string) (Path, bool) {
	for ; ; prefix = interview.Outward(prefix) {
		if at := Path(prefix) + id; v.state.Known.Value(at) != nil {
			return at, true
		}
		if prefix == "" {
			return "", false
		}
	}
}
