package main

import (
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// readYesNo reads a number or a word.
func (a *interviewer) readYesNo(x interview.Asked) (forms.Answer, command) {
	a.print("1. %s", a.yesNo(true))
	a.print("2. %s", a.yesNo(false))
	return a.readLine(x.Question, a.words("cli.ask.number", nil))
}

func (a *interviewer) optionLabels(x interview.Asked) []string {
	labels := make([]string, len(x.Options))
	for i, o := range x.Options {
		key := a.proc.Key("ask.q", x.Question.ID, "o", o.Code)
		labels[i] = a.word(key)
		if o.Hint {
			labels[i] += " (" + a.word(key+".hint") + ")"
		}
	}
	return labels
}

func (a *interviewer) readChoice(x interview.Asked) (forms.Answer, command) {
	n, cmd := a.pick(a.optionLabels(x))
	if n < 0 {
		return forms.Answer{}, cmd
	}
	return forms.Answer{Value: forms.Choice(x.Options[n].Code)}, cmd
}

// readMulti reads numbers parted by spaces.
func (a *interviewer) readMulti(x interview.Asked) (forms.Answer, command) {
	labels := a.optionLabels(x)
	for i, l := range labels {
		a.print("%d. %s", i+1, l)
	}
	for {
		typed, cmd := a.line(a.words("cli.ask.numbers", nil))
		if cmd != answered || typed == "" {
			return forms.Answer{}, cmd
		}
		if chosen, ok := a.numbersOf(typed, labels); ok {
			var v forms.Multi
			for i, o := range x.Options {
				if chosen[i] {
					v = append(v, o.Code)
				}
			}
			return forms.Answer{Value: v}, answered
		}
		a.print("%s", a.words("cli.ask.bad-number", i18n.Args{"max": len(labels)}))
	}
}

func (a *interviewer) numbersOf(typed string, labels []string) (map[int]bool, bool) {
	chosen := map[int]bool{}
	for _, word := range strings.FieldsFunc(typed, func(c rune) bool { return strings.ContainsRune(" \t,،;", c) }) {
		n, ok := a.numberOf(word, labels)
		if !ok {
			return nil, false
		}
		chosen[n] = true
	}
	return chosen, len(chosen) > 0
}

// readProse reads lines until one that is a single dot. What was typed before
// the input ended is kept as not finished.
func (a *interviewer) readProse(x interview.Asked) (forms.Answer, command) {
	var lines []string
	if now, _ := a.c.Answers.Get(x.Path); now.Pending != "" {
		lines = append(lines, now.Pending)
	}
	a.print("%s", a.words("cli.ask.prose", nil))
	first, cmd := a.line("")
	if cmd != answered || first == "" && len(lines) == 0 {
		return forms.Answer{}, cmd
	}
	for line := first; line != "."; {
		lines = append(lines, strings.TrimPrefix(line, `\`))
		if line, cmd = a.rawLine(); cmd == ended {
			return forms.Answer{Pending: strings.Join(lines, "\n")}, ended
		}
	}
	answer, _ := a.reader().Parse(x.Question, strings.Join(lines, "\n"))
	return answer, answered
}

// part is a piece of an answer: its label, and where it goes.
type part struct {
	label i18n.Key
	into  *string
}

// readParts reads pieces one after the other; each may stay empty.
func (a *interviewer) readParts(parts ...part) command {
	for _, x := range parts {
		typed, cmd := a.line(a.words(x.label, nil))
		if cmd != answered {
			return cmd
		}
		*x.into = typed
	}
	return answered
}

func (a *interviewer) readPerson() (forms.Answer, command) {
	var v forms.Person
	cmd := a.readParts(part{"cli.ask.given", &v.Given}, part{"cli.ask.family", &v.Family})
	if cmd != answered || v == (forms.Person{}) {
		return forms.Answer{}, cmd
	}
	if v.Given == "" {
		v.Given, v.Family = v.Family, ""
	}
	return forms.Answer{Value: v}, answered
}

// readAddress reads lines for the street until an empty one, and the rest by
// pieces.
func (a *interviewer) readAddress() (forms.Answer, command) {
	v, cmd := a.addressLines()
	if cmd != answered || len(v.Lines) == 0 {
		return forms.Answer{}, cmd
	}
	cmd = a.readParts(part{"input.label.postcode", &v.Postcode}, part{"input.label.city", &v.City}, part{"cli.ask.region", &v.Region})
	if cmd != answered {
		return forms.Answer{}, cmd
	}
	answer, cmd := a.readCountry()
	if cmd != answered {
		return forms.Answer{}, cmd
	}
	v.Country, _ = answer.Value.(forms.Country)
	return forms.Answer{Value: v}, answered
}

func (a *interviewer) addressLines() (v forms.Address, cmd command) {
	for prompt := i18n.Key("cli.ask.street"); ; prompt = "cli.ask.street-more" {
		typed, cmd := a.line(a.words(prompt, nil))
		if cmd != answered || typed == "" {
			return v, cmd
		}
		v.Lines = append(v.Lines, typed)
	}
}

// readPeriod reads both ends, or a period typed on one line.
func (a *interviewer) readPeriod(x interview.Asked) (forms.Answer, command) {
	a.print("%s", a.dateHint())
	for {
		from, to := "", ""
		if cmd := a.readParts(part{"cli.ask.from", &from}); cmd != answered {
			return forms.Answer{}, cmd
		}
		if answer, code := a.reader().Parse(x.Question, from); from != "" && code == "" {
			return answer, answered
		}
		if cmd := a.readParts(part{"cli.ask.to", &to}); cmd != answered {
			return forms.Answer{}, cmd
		}
		if from == "" && to == "" {
			return forms.Answer{}, answered
		}
		answer, code := a.reader().Parse(x.Question, from+" .. "+to)
		if code == "" {
			return answer, answered
		}
		a.reject(code)
	}
}

// readCountry reads a country by its name or code, or by the beginning of a word
// of its name, and then by its number among those that begin so.
func (a *interviewer) readCountry() (forms.Answer, command) {
	for {
		typed, cmd := a.line(a.words("cli.ask.country", nil))
		if cmd != answered || typed == "" {
			return forms.Answer{}, cmd
		}
		found := a.reader().FindCountries(typed)
		names := make([]string, len(found))
		for i, c := range found {
			names[i] = i18n.Country(a.t.Tag(), string(c))
		}
		switch len(found) {
		case 0:
			a.print("%s", a.words("cli.ask.no-country", nil))
			continue
		case 1:
			a.print("%s", names[0])
			return forms.Answer{Value: found[0]}, answered
		}
		if n, cmd := a.pick(names); cmd != answered {
			return forms.Answer{}, cmd
		} else if n >= 0 {
			return forms.Answer{Value: found[n]}, answered
		}
	}
}

// readFiles reads the numbers of exhibits, shown with their titles. An exhibit
// that is not in the case yet is added by its title; the rest is asked later.
func (a *interviewer) readFiles(x interview.Asked) (forms.Answer, command) {
	for {
		a.print("0. %s", a.word("ask.r.exhibits.list.add"))
		for i, id := range a.c.Answers.Items(exhibits) {
			title, _ := a.c.Answers.Value(exhibits.In(id, exhibitTitle)).(forms.Text)
			a.print("%d. %s", i+1, title)
		}
		typed, cmd := a.line(a.words("cli.ask.numbers", nil))
		if cmd != answered || typed == "" {
			return forms.Answer{}, cmd
		}
		if typed == "0" || typed == "٠" {
			if cmd := a.addExhibit(); cmd != answered || a.failed != nil {
				return forms.Answer{}, cmd
			}
			continue
		}
		answer, code := a.reader().Parse(x.Question, typed)
		if code == "" {
			return answer, answered
		}
		a.reject(code)
	}
}

// The repeat of the exhibits and the title of one.
const (
	exhibits     forms.Path = "exhibits.list"
	exhibitTitle forms.ID   = "exhibits.title"
)

func (a *interviewer) addExhibit() command {
	title, cmd := a.line(a.word("ask.q." + i18n.Key(exhibitTitle)))
	if cmd != answered || title == "" {
		return cmd
	}
	id := a.newID()
	answers := a.c.Answers.AddItem(exhibits, id).With(exhibits.In(id, exhibitTitle), forms.Answer{Value: forms.Text(title)})
	a.failed = a.change(answers)
	return answered
}
