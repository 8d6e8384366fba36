package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/interview"
	"recourse/i18n"
	"recourse/storage"
)

// DueBanner says what is due next, and how that was counted.
type DueBanner struct {
	Text     string
	How      string
	Tone     Tone
	Continue string
}

// due is the limit of the vault that ends next.
type due struct {
	id        string
	title     string
	procedure ProcedureID
	pill      Pill
	how       string
}

// due finds what is due next among all cases, and says how it was counted. For that
// it reads one case.
func (w rowWriter) due(v Vault, list []storedCase) *due {
	var best *due
	var bestLimit limitDigest
	for _, s := range list {
		for _, f := range s.digest.Filings {
			l, ok := f.pressing()
			if s.err != nil || !ok || !f.Filed.IsZero() || !l.Kind.Binds() || l.Day.IsZero() || l.Day.Before(w.today) {
				continue
			}
			if best == nil || l.Day.Before(bestLimit.Day) {
				bestLimit = l
				best = &due{id: string(s.id), title: w.title(s.digest), procedure: f.Procedure, pill: limitPill(w.t, l, w.today)}
			}
		}
	}
	if best != nil {
		best.how = w.how(v, *best, bestLimit)
	}
	return best
}

// how says how a limit was counted.
func (w rowWriter) how(v Vault, d due, l limitDigest) string {
	data, _, err := v.Get(storage.ID(d.id))
	if err != nil {
		return ""
	}
	c, err := forms.DecodeCase(data)
	p, ok := w.library.Procedure(d.procedure)
	if err != nil || !ok {
		return ""
	}
	t := w.texts(p.ID)
	s := interview.ResolveCase(p, c, w.today)
	i := slices.IndexFunc(s.Deadlines, func(x interview.Deadline) bool { return x.Rule.ID == l.Rule && x.Day == l.Day })
	if i < 0 {
		return ""
	}
	out := strings.TrimSuffix(t.Text(p.Key("ask.d", l.Rule), nil), ".")
	if s.Deadlines[i].Notice {
		out = joinWords(out, "("+t.Text("deadline.as-notice", nil)+")")
	}
	out += "."
	for _, step := range s.Deadlines[i].Counted.Steps {
		out = joinWords(out, compose.StepText(t, step))
	}
	return out
}

// texts are the words of a procedure in the nearest language that there is.
func (w rowWriter) texts(id ProcedureID) *i18n.Catalog {
	tag, _ := i18n.Match([]Tag{w.tag, fallback}, w.library.AskLanguages(id))
	if t, ok := w.library.Texts(id, tag); ok {
		return t.In(w.t.Writing().Digits())
	}
	return w.t
}

func (d *due) banner(a *App) *DueBanner {
	if d == nil {
		return nil
	}
	return &DueBanner{Text: a.t.Text("ui.cases.due", i18n.Args{"case": d.title, "limit": d.pill.Text}), How: d.how, Tone: Warn,
		Continue: a.text("ui.cases.continue")}
}

// Continue opens the case that is due next.
func (c *Cases) Continue() {
	if c.due != nil {
		c.Open(c.due.id, c.due.procedure)
	}
}
