package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// mostFits is how many reasons for which a route fits stand on a card of which not
// all is shown. What warns of something is never left out.
const mostFits = 2

// brief puts on the card what is needed to choose among routes: why it fits, what it
// can do, what must be known first, and in one line what that rests on.
func (w teller) brief(c *RouteCard) {
	c.Body, c.Text = strings.ReplaceAll(c.Body, "\n", ", "), w.paragraph()
	for _, n := range w.alerts() {
		if n.Tone == Soft {
			continue // what can run beside it is in the line of the law
		}
		if n.Mark == w.a.text("mark.editorial") {
			n.Mark = "" // the same
		}
		c.Alerts = append(c.Alerts, n)
	}
	limit := w.counted()
	c.Counted = joinWords(append(limit.Steps, limit.Notes...)...)
	c.Law = joinLines(w.basis(), w.marks(), w.review(), w.cost(), w.beside())
}

// paragraph is the reasons for the state of the route, and the first thing that the
// body can do, where that matters already.
func (w teller) paragraph() string {
	fits, text := 0, ""
	for _, y := range w.r.Whys {
		if y.Code == routes.WhyFits {
			fits++
		}
		if y.Code != routes.WhyFits || fits <= mostFits {
			text = goOn(text, w.why(y).Text)
		}
	}
	now := w.r.State == routes.Open || w.r.State == routes.Unclear
	for _, about := range []forms.Topic{forms.TellsCan, forms.TellsCannot} {
		if x, ok := w.about(about); ok && now {
			text = goOn(text, w.tell(x).Text)
		}
	}
	return text
}

// review is how far the law of the procedure has been reviewed.
func (w teller) review() string {
	return w.a.t.Text("ui.routes.review", i18n.Args{"status": w.a.t.Text(i18n.Key("status."+w.p.Status), nil)})
}

// goOn puts a text behind another: on its line where that has ended a sentence.
func goOn(text, next string) string {
	switch {
	case text == "":
		return next
	case strings.HasSuffix(text, "."), strings.HasSuffix(text, "!"), strings.HasSuffix(text, "?"), strings.HasSuffix(text, "؟"):
		return text + " " + next
	}
	return text + "\n" + next
}

// about is the first thing that is told of a topic, where the route is for the
// person at all.
func (w teller) about(topic forms.Topic) (forms.RouteTell, bool) {
	i := slices.IndexFunc(w.r.Tells, func(x forms.RouteTell) bool { return x.About == topic })
	if i < 0 || !w.r.For {
		return forms.RouteTell{}, false
	}
	return w.r.Tells[i], true
}

// cost is what it costs, in few words; "" where nothing is told of it.
func (w teller) cost() string {
	x, ok := w.about(forms.TellsCost)
	if !ok {
		return ""
	}
	return strings.TrimSuffix(w.tell(x).Text, ".")
}

// beside names the routes that can run at the same time.
func (w teller) beside() string {
	var names []string
	add := func(c routes.Clash, other ProcedureID) {
		if c.Rule != forms.SideBySide || other == "" {
			return
		}
		if name := w.a.texts(other).Text("ask.short", nil); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if w.r.For {
		for _, c := range w.r.Clashes {
			add(c, c.With)
		}
		for _, c := range w.r.Bars {
			add(c, c.Of)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.a.t.Text("ui.routes.beside", i18n.Args{"routes": i18n.List(w.a.tag, names)})
}

// basis is what the route rests on.
func (w teller) basis() string {
	if !w.t.Has("doc.basis") {
		return ""
	}
	return w.t.Text("doc.basis", nil)
}

// marks says how far what is told of the route is verified: each mark that asks to
// check something, else that it is general information; "" where all is verified.
func (w teller) marks() string {
	var out []string
	bases := w.bases()
	has := func(m forms.Mark) bool {
		return slices.ContainsFunc(bases, func(b forms.Basis) bool { return b.Mark == m })
	}
	for _, m := range []forms.Mark{forms.Unverified, forms.SecondHand, forms.EditorialNote} {
		if has(m) && (m != forms.EditorialNote || len(out) == 0) {
			out = append(out, w.a.text(i18n.Key("mark."+m)))
		}
	}
	return Beside(append(out, w.stale(bases)...)...)
}

// stale says of what is told from when on it was to be checked again.
func (w teller) stale(bases []forms.Basis) []string {
	var out []string
	for _, b := range bases {
		if b.Mark == "" || !w.p.Stale(b, w.s.Facts.Today) {
			continue
		}
		by := w.p.CheckedUntil(b)
		text := w.a.t.Text("mark.stale", i18n.Args{"date": i18n.Date(w.a.t.Writing(), by.Year, by.Month, by.Day)})
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// bases are what all that is told of the route rests on.
func (w teller) bases() []forms.Basis {
	var out []forms.Basis
	for _, y := range w.r.Whys {
		out = append(out, y.Basis)
	}
	for _, x := range w.r.Tells {
		out = append(out, x.Basis)
	}
	for _, c := range slices.Concat(w.r.Clashes, w.r.Bars) {
		if c.Rule == forms.SideBySide {
			out = append(out, c.Basis)
		}
	}
	if d, ok := w.first(); ok {
		out = append(out, d.Rule.Basis)
	}
	return out
}

// counted is how the day of the limit was counted, step by step, and what is not
// sure of it; without words where no day of it is known.
func (w teller) counted() Deadline {
	d, ok := w.first()
	if !ok || d.Day.IsZero() || w.r.State != routes.Open {
		return Deadline{}
	}
	out := deadlineWords(w.t, interview.State{Procedure: w.p, Today: w.s.Facts.Today}, d)
	if d.Notice {
		out.Steps = []string{out.Day + "."}
	}
	return out
}
