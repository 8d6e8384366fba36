package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// InterviewScreen is one page of the interview.
type InterviewScreen struct {
	Key      Path // "" for the page about the procedure
	Step     string
	Answered string
	Share    float32 // of what is asked, 0 to 1
	Steps    []Step
	StepList string // the name of the list of steps
	Place    string // the item of a list that the page is about
	Title    string
	Lead     string
	Intro    string // of the section, on its first page
	Facts    []string
	Fields   []Field
	Notices  []Notice
	Help     []Help
	Hard     *Hard // said first; nil for nothing
	Undo     *Undo
	Back     string
	Skip     string // words of the skip of the whole page; "" where none is offered
	Pill     Pill   // the limit that matters most
	Limits   string // the name of the list of limits
	Deadline []Deadline
	Continue string
	Wide     bool // the page is a list of files, which has the room beside it too

	Known  string       // words of the way to all procedures; "" for none
	Danger *DangerWords // nil where nobody is in danger
	Lists  *ListOffer   // what to do at once; nil for none
	Routes string       // words of the way to the routes of the case; "" for none
}

// Step is a section in the side column.
type Step struct {
	Number string
	Title  string
	State  StepState
	Words  string // the state in words
}

// StepState is how far a section is.
type StepState uint8

// The states of a section.
const (
	StepOpen StepState = iota
	StepCurrent
	StepDone
	StepAttention
)

// Help is a text beside the questions.
type Help struct{ Title, Text string }

func (v *Interview) screen() *InterviewScreen {
	s := &InterviewScreen{Key: v.at, Back: v.a.text("ui.back"), Continue: v.a.text("ui.continue"),
		StepList: v.a.text("ui.sections"), Limits: v.a.text("ui.limits"), Deadline: deadlines(v.t, v.state)}
	s.Pill, _ = pressing(v.t, v.state)
	v.progress(s)
	if i := pageOf(v.pages, v.at); i >= 0 {
		v.page(s, v.pages[i])
	} else {
		v.about(s)
	}
	if v.facts {
		v.factsScreen(s)
	}
	s.Wide = len(s.Help) == 0 && len(s.Fields) == 1 && s.Fields[0].Drop != nil && s.Fields[0].Shape == Listing
	return s
}

func (v *Interview) progress(s *InterviewScreen) {
	current := -1
	if i := pageOf(v.pages, v.at); i >= 0 {
		current = v.pages[i].section
	}
	p := v.state.Progress
	s.Share = float32(p.Done) / float32(max(p.Total, 1))
	s.Answered = v.a.t.Text("ui.progress", i18n.Args{"done": p.Done, "total": p.Total})
	s.Steps = v.steps(current)
	if current >= 0 {
		s.Step = v.a.t.Text("ui.step", i18n.Args{"step": current + 1, "steps": len(s.Steps)})
	}
}

// about tells what the procedure is, before it is asked.
func (v *Interview) about(s *InterviewScreen) {
	s.Title, s.Lead = v.t.Text("ask.name", nil), v.t.Text("ask.about", nil)
	s.Facts = []string{v.a.text(i18n.Key("role." + v.p.Role)),
		v.a.t.Text("ui.review", i18n.Args{"status": v.a.text(i18n.Key("status." + v.p.Status))}),
		v.a.text("ui.begin.leave")}
	if len(v.told) > 0 {
		s.Facts = append(s.Facts, v.a.t.Text("ui.begin.told", i18n.Args{"n": len(v.told)}))
	}
	if v.t.Tag() != v.a.tag {
		s.Notices = append(s.Notices, Notice{Tone: Warn, Text: v.a.t.Text("ui.begin.language",
			i18n.Args{"language": i18n.Language(v.a.tag, v.t.Tag())})})
	}
	s.Notices = append(s.Notices, v.noticesAt(func(n *forms.Notice) bool { return n.At == forms.AtStart })...)
	if m := v.a.languageWarning(v.p, v.state); m != nil {
		s.Notices = append(s.Notices, Notice{Tone: Warn, Text: m.What, Do: joinWords(m.Means, m.Next)})
	}
	s.Continue = v.a.text("ui.start")
	s.Routes = v.a.text("ui.routes.again")
}

func (v *Interview) page(s *InterviewScreen, p page) {
	first := p.asked[0]
	s.Title = v.label(first.Path)
	if q := first.Question; q != nil {
		s.Lead = v.help(q, "hint")
	}
	s.Place = v.places(first.Path)
	if sec := v.state.Sections[p.section]; p.first && has(sec.Help, "lead") {
		s.Intro = v.t.Text(v.p.Key("ask.s", sec.ID, "lead"), nil)
	}
	for i, a := range p.asked {
		s.Fields = append(s.Fields, v.field(a, i == 0))
	}
	s.Help = v.helpOf(p)
	if len(s.Fields) == 1 {
		s.Fields[0].Skips = unoffered(s.Fields[0].Skips)
	}
	s.Notices = v.noticesAt(func(n *forms.Notice) bool { return p.asks(n.At) })
	s.Hard, s.Undo = v.hard(p), v.undo()
	if len(v.skippable()) > 0 {
		s.Skip = v.a.text("ui.skip-page")
	}
}

// unoffered leaves out the skip that the bottom of the page offers already.
func unoffered(skips []Option) []Option {
	return slices.DeleteFunc(skips, func(o Option) bool { return o.Code == string(forms.DontKnow) && !o.Chosen })
}

func (p page) asks(id forms.ID) bool {
	for _, a := range p.asked {
		if a.Path.Question() == id {
			return true
		}
	}
	return false
}

func (v *Interview) noticesAt(here func(*forms.Notice) bool) []Notice {
	var out []Notice
	for _, n := range v.state.Notices {
		if here(n) {
			out = append(out, noticeWords(v.t, v.p, n, v.state.Today))
		}
	}
	return out
}

// steps are the sections with their states, and the check at the end.
func (v *Interview) steps(current int) []Step {
	if v.facts {
		return v.factSteps()
	}
	reached, wrong := v.reached(), v.wrong()
	var out []Step
	for i, sec := range v.state.Sections {
		state := StepOpen
		switch {
		case i == current:
			state = StepCurrent
		case wrong[i] && i <= reached:
			state = StepAttention
		case v.sectionDone(i):
			state = StepDone
		}
		out = append(out, v.step(i, v.t.Text(v.p.Key("ask.s", sec.ID), nil), state))
	}
	state := StepOpen
	if v.a.Check() != nil {
		state = StepCurrent
	}
	return append(out, v.step(len(out), v.a.text("ui.check-and-file"), state))
}

func (v *Interview) step(i int, title string, state StepState) Step {
	words := map[StepState]i18n.Key{StepOpen: "ui.section.open", StepCurrent: "ui.section.current",
		StepDone: "ui.section.done", StepAttention: "ui.section.problem"}
	return Step{Number: i18n.Number(v.a.t.Writing(), int64(i+1)), Title: title, State: state, Words: v.a.text(words[state])}
}

// reached is the last section in which something was told, or which is open. Exhibits
// do not count: they are added from anywhere.
func (v *Interview) reached() int {
	last := -1
	for _, p := range v.pages {
		for _, a := range p.asked {
			if a.Done && !v.told[a.Path] && !strings.HasPrefix(string(a.Path), string(exhibits)) {
				last = p.section
			}
		}
	}
	return last
}

// wrong tells in which sections something stands in the way of filing.
func (v *Interview) wrong() map[int]bool {
	out, of := map[int]bool{}, map[Path]int{}
	for _, p := range v.pages {
		for _, a := range p.asked {
			of[a.Path] = p.section
		}
	}
	for _, p := range v.state.Problems {
		if section, asked := of[p.At]; asked && p.Code.Blocking() {
			out[section] = true
		}
	}
	return out
}

func (v *Interview) sectionDone(section int) bool {
	for _, p := range v.pages {
		if p.section == section && !p.done() {
			return false
		}
	}
	return true
}

// label is the words of a question or a list.
func (v *Interview) label(at Path) string {
	id := at.Question()
	if a, ok := v.state.Ask(at); ok && a.Repeat != nil {
		return v.t.Text(v.p.Key("ask.r", id), nil)
	}
	return v.t.Text(v.p.Key("ask.q", id), nil)
}
