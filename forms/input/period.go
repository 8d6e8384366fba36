package input

import (
	"strings"

	"recourse/forms"
)

// between parts the ends of a period: two dots, or a dash with spaces.
const between = ".."

// period reads two days with a sign or word between them, or one day after a
// word such as "since" or "until".
func (r Reader) period(raw string) (forms.Value, forms.ProblemCode) {
	from, to, ok := r.ends(strings.TrimSpace(digits(oneLine(raw))))
	if !ok {
		return nil, forms.NotAPeriod
	}
	var v forms.Period
	var code forms.ProblemCode
	if v.From, code = r.end(from); code != "" {
		return nil, code
	}
	if v.To, code = r.end(to); code != "" {
		return nil, code
	}
	return v, orElse(v.From != nil || v.To != nil, forms.NotAPeriod)
}

func (r Reader) end(s string) (*forms.When, forms.ProblemCode) {
	if strings.TrimSpace(s) == "" {
		return nil, ""
	}
	w, code := r.Date(s)
	if code != "" {
		return nil, code
	}
	return &w, ""
}

// ends cuts a period into its two ends.
func (r Reader) ends(s string) (from, to string, ok bool) {
	for _, sign := range []string{between, "…", "–", "—", " - "} {
		if from, to, ok := strings.Cut(s, sign); ok {
			return from, to, true
		}
	}
	if rest, ok := r.cutWord("input.until", s); ok {
		return "", rest, true
	}
	rest, since := r.cutWord("input.from", s)
	words := strings.Fields(rest)
	for i, w := range words {
		if r.IsWord("input.until", w) || since && fold(w) == "and" {
			return strings.Join(words[:i], " "), strings.Join(words[i+1:], " "), true
		}
	}
	return rest, "", since
}

func (r Reader) formatPeriod(v forms.Period) string {
	text := between
	if v.From != nil {
		text = r.formatWhen(*v.From) + text
	}
	if v.To != nil {
		text += r.formatWhen(*v.To)
	}
	return text
}
