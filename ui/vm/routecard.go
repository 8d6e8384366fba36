package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/compose"
	"recourse/forms/cond"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// RouteCard is a procedure as a way to go.
type RouteCard struct {
	ID      ProcedureID
	Name    string
	Body    string // which body it goes to, and where; "" where nothing is known of it
	State   string // in words
	Limit   Pill
	Advised bool     // the one to look at first
	Text    string   // why it fits and what it can do, in a few sentences; "" where all is shown
	Counted string   // how its time limit was counted, and what is not sure of that; "" where no day of it is known
	Alerts  []Notice // what must be known before it is chosen: conflicts, doubts about its law
	Whys    []Stated // where all is shown, as what follows
	Tells   []Stated // what the body can do and what not
	Details []Stated // cost, language, channel and so on
	Status  string   // of the review of its law
	More    string   // words that show all, or hide it
	Law     string   // what it rests on, how far that is verified, what it costs, what can run beside it
	Missing string   // the facts that it still depends on; "" for none
	Answer  string   // words of the way to the first of them
	At      Path     // the first of them
	Begin   string
}

// Stated is a statement, under a label that may be empty, with its mark and source.
type Stated struct{ Label, Text, Mark string }

// teller says a route in the language of the window.
type teller struct {
	*Routes
	r routes.Route
	p *forms.Procedure
	t *i18n.Catalog // the texts of the procedure
}

func (r *Routes) card(x routes.Route, advised bool) RouteCard {
	w := teller{Routes: r, r: x, p: x.Procedure, t: r.a.texts(x.Procedure.ID)}
	c := RouteCard{ID: w.p.ID, Name: w.t.Text("ask.name", nil), Body: w.body(), State: r.a.text(x.State.Key()), Limit: w.limit(),
		Advised: advised, Begin: w.begin(), More: r.a.text("ui.routes.more")}
	w.missing(&c)
	switch {
	case !x.For:
		w.brief(&c)
		c.More = ""
	case r.more[w.p.ID]:
		w.whole(&c)
		c.More = r.a.text("ui.routes.less")
	default:
		w.brief(&c)
	}
	return c
}

// whole puts everything on the card, each statement with its mark.
func (w teller) whole(c *RouteCard) {
	for _, y := range w.r.Whys {
		c.Whys = append(c.Whys, w.why(y))
	}
	for _, x := range w.r.Tells {
		s := w.tell(x)
		switch x.About {
		case forms.TellsCan, forms.TellsCannot:
			c.Tells = append(c.Tells, s)
		case forms.TellsChallenged, forms.TellsPartial: // among the alerts
		case forms.TellsTime, forms.TellsCost, forms.TellsLanguage, forms.TellsChannel, forms.TellsFormality, forms.TellsOpenness:
			c.Details = append(c.Details, s)
		}
	}
	c.Details = append(c.Details, w.ways()...)
	c.Tells, c.Details = labelOnce(c.Tells), labelOnce(c.Details)
	c.Alerts, c.Status = w.alerts(), compose.LawStatus(w.a.t, w.p)
	c.Law, c.Counted = joinLines(w.basis(), w.marks()), joinWords(w.counted().Notes...)
}

// labelOnce leaves out a label that stands above already.
func labelOnce(list []Stated) []Stated {
	last := ""
	for i, s := range list {
		if s.Label == last {
			list[i].Label = ""
		}
		last = s.Label
	}
	return list
}

func (w teller) tell(x forms.RouteTell) Stated {
	return Stated{Label: w.t.Text(i18n.Key("routes.about."+x.About), nil), Text: w.t.Text(w.p.Key("ask.w", x.ID), nil),
		Mark: markWords(w.t, w.p, x.Basis, w.s.Facts.Today)}
}

// ways are the channels and languages, where no statement tells of them.
func (w teller) ways() []Stated {
	told := func(about forms.Topic) bool {
		return slices.ContainsFunc(w.r.Tells, func(x forms.RouteTell) bool { return x.About == about })
	}
	var out []Stated
	if len(w.r.Accepts) > 0 && !told(forms.TellsLanguage) {
		out = append(out, Stated{Label: w.t.Text("routes.about.language", nil), Text: w.a.languageNames(w.r.Accepts)})
	}
	if len(w.p.Route.Channels) > 0 && !told(forms.TellsChannel) {
		var names []string
		for _, c := range w.p.Route.Channels {
			names = append(names, w.t.Text(i18n.Key("routes.channel."+c), nil))
		}
		out = append(out, Stated{Label: w.t.Text("routes.about.channel", nil), Text: i18n.List(w.t.Tag(), names)})
	}
	for _, d := range slices.Concat(w.r.Waits, w.r.Limits) {
		words := deadlineWords(w.t, interview.State{Procedure: w.p, Today: w.s.Facts.Today}, d)
		out = append(out, Stated{Label: words.Title, Text: joinWords(append([]string{words.Day}, words.Steps...)...), Mark: words.Mark})
	}
	return out
}

func (a *App) languageNames(tags []Tag) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = i18n.Language(a.tag, t)
	}
	return i18n.List(a.tag, names)
}

// why says a reason for the state of the route.
func (w teller) why(y routes.Why) Stated {
	key := y.Text
	if key == "" {
		key = y.Code.Key()
	}
	args := i18n.Args{}
	if !y.Date.IsZero() {
		args["date"] = i18n.WeekdayDate(w.t.Writing(), y.Date.Year, y.Date.Month, y.Date.Day)
	}
	out := Stated{Text: w.t.Text(key, args), Mark: markWords(w.t, w.p, y.Basis, w.s.Facts.Today)}
	if y.Route != "" {
		way := i18n.Key("routes.instead")
		if y.Code == routes.WhyFirst {
			way = "routes.first"
		}
		out.Text = joinWords(out.Text, w.labelled(way, w.a.procedureName(y.Route)))
	}
	if y.Code == routes.WhyClosed || y.Code == routes.WhyNotFor {
		out.Text = joinWords(out.Text, w.because(y.Because))
	}
	return out
}

// because names the facts that decided something, each once.
func (w teller) because(reasons []cond.Reason) string {
	var labels []string
	for _, x := range reasons {
		if l := w.v.factLabel(Path(x.Ref)); !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	if len(labels) == 0 {
		return ""
	}
	return w.labelled("routes.because", i18n.List(w.a.tag, labels))
}

func (w teller) labelled(label i18n.Key, value string) string {
	return w.a.t.Text("ui.routes.labelled", i18n.Args{"label": w.a.text(label), "value": value})
}

// procedureName is the name of a procedure; its id where there is none.
func (a *App) procedureName(id ProcedureID) string {
	for _, e := range a.w.Library.Index() {
		if e.ID == id {
			return e.In(a.tag, fallback).Name
		}
	}
	return string(id)
}

// body is the body that the route leads to, as far as it is known, with its State.
func (w teller) body() string {
	facts, b := w.v.answers(), w.p.Body
	switch ref, _ := facts.Value(Path(b.Authority)).(forms.AuthorityRef); {
	case b.Authority == "":
		return w.namedBody(facts)
	case ref.ID == "" && ref.Name != "":
		return ref.Name
	case ref.ID != "":
		if found, ok := w.a.w.Library.Authority(ref.ID); ok {
			return w.authority(found)
		}
	}
	have := w.a.w.Library.DocLanguages(w.p.ID)
	led, _ := routes.Bodies(w.p, w.s.Facts.Known, w.a.w.Library.Authorities(), have, []Tag{w.a.tag})
	if len(led) == 0 {
		return ""
	}
	return w.authority(led[0].Authority)
}

func (w teller) authority(x forms.Authority) string {
	return joinLines(x.Name, i18n.Country(w.a.tag, string(x.Country)))
}

// namedBody is a body that the person names, else what it will be.
func (w teller) namedBody(facts forms.Answers) string {
	name, _ := facts.Value(Path(w.p.Body.Name)).(forms.Text)
	country, _ := facts.Value(Path(w.p.Body.Country)).(forms.Country)
	state := ""
	if country != "" {
		state = i18n.Country(w.a.tag, string(country))
	}
	if name != "" {
		return joinLines(string(name), state)
	}
	if !w.t.Has("doc.body") {
		return state
	}
	text := w.t.Text("doc.body", i18n.Args{"country": state})
	if state == "" {
		text = strings.TrimRight(text, " ,،\u2068\u2069") // what would join it
	}
	return text
}

// limit says in few words until when the route is open, or what keeps it.
func (w teller) limit() Pill {
	today := w.s.Facts.Today
	switch w.r.State {
	case routes.NotYet:
		return w.laterPill()
	case routes.Unclear:
		return Pill{Text: w.a.text("ui.routes.unclear"), Tone: Warn}
	case routes.Information, routes.Closed:
		return Pill{Text: w.a.text(w.r.State.Key()), Tone: Plain}
	case routes.Open:
	}
	if d, ok := w.first(); ok {
		return limitPill(w.a.t, digestOf(d), today)
	}
	if len(w.r.Limits) == 0 && len(w.p.Route.Limits) > 0 { // which of them holds depends on more facts
		return Pill{Text: w.a.text("ui.deadline.open"), Tone: Warn}
	}
	return Pill{Text: w.t.Text("deadline.kind.none", nil), Tone: Plain}
}

// first is the limit that presses most.
func (w teller) first() (best interview.Deadline, ok bool) {
	for _, d := range w.r.Limits {
		if d.Rule.Kind != forms.NoDeadline && (!ok || digestOf(d).before(digestOf(best))) {
			best, ok = d, true
		}
	}
	return best, ok
}

// laterPill says from when on the route is open.
func (w teller) laterPill() Pill {
	var day forms.Date
	for _, d := range w.r.Waits {
		if !d.Day.IsZero() && (day.IsZero() || d.Day.Before(day)) {
			day = d.Day
		}
	}
	if day.IsZero() {
		return Pill{Text: w.a.text("ui.routes.not-yet"), Tone: Plain}
	}
	return Pill{Tone: Plain, Text: w.a.t.Text("ui.routes.from", i18n.Args{"date": i18n.DateShortWeekday(w.a.t.Writing(), day.Year, day.Month, day.Day)})}
}

// alerts are what must be known before the route is chosen: doubts about its law,
// and what it does to other ways or they to it.
func (w teller) alerts() []Notice {
	var out []Notice
	for _, x := range w.r.Tells {
		if x.About == forms.TellsChallenged || x.About == forms.TellsPartial {
			s := w.tell(x)
			out = append(out, Notice{Tone: Warn, Text: w.labelled(i18n.Key("routes.about."+x.About), s.Text), Mark: s.Mark})
		}
	}
	if !w.r.For {
		return out
	}
	for _, c := range w.r.Clashes {
		if c.Now || c.With != "" {
			out = append(out, w.clash(c, c.With))
		}
	}
	for _, c := range w.r.Bars {
		out = append(out, w.clash(c, c.Of))
	}
	return out
}

// clash says a conflict with another way.
func (w teller) clash(c routes.Clash, other ProcedureID) Notice {
	of, _ := w.a.procedure(c.Of)
	t := w.a.texts(c.Of)
	n := Notice{Tone: Warn, Text: t.Text(c.Text, nil), Mark: markWords(t, of, c.Basis, w.s.Facts.Today)}
	if c.Rule == forms.SideBySide {
		n.Tone = Soft
	}
	rule := w.a.text(i18n.Key("routes.conflict." + c.Rule))
	if other != "" {
		rule = w.labelled("routes.conflict-with", w.a.procedureName(other)) + " · " + rule
	}
	n.Text = rule + ". " + n.Text
	return n
}

// missing names the facts that the route still depends on, with the way to them.
func (w teller) missing(c *RouteCard) {
	var labels []string
	for _, id := range w.r.Missing {
		labels = append(labels, w.v.factLabel(Path(id)))
	}
	if len(labels) == 0 {
		return
	}
	c.Missing = w.labelled("routes.missing", i18n.List(w.a.tag, labels))
	c.Answer, c.At = w.a.text("ui.answer"), Path(w.r.Missing[0])
}

// begin are the words that choose the route.
func (w teller) begin() string {
	switch {
	case filedFor(w.a.file.c, w.p.ID):
		return w.a.text("ui.routes.continue")
	case w.r.State == routes.Open:
		return w.a.text("ui.new.choose")
	}
	return w.a.text("ui.routes.anyway")
}
