package main

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/interview"
	"recourse/i18n"
)

// visit asks one thing and takes in the answer.
func (a *interviewer) visit(x interview.Asked) (command, error) {
	if x.Repeat != nil {
		return a.repeat(x)
	}
	a.show(x)
	for {
		answer, cmd := a.read(x)
		if a.failed != nil {
			return quit, a.failed
		}
		if cmd == skip {
			answer, cmd = a.skipping(x)
		}
		switch cmd {
		case help:
			a.explain(x)
			a.print("%s", label(a.proc, a.texts, a.c.Answers, x.Path))
			continue
		case back:
			a.goBack(x.Path)
			return cmd, nil
		case quit, ended:
			return cmd, a.unfinished(x, answer)
		case answered, skip:
		}
		again, err := a.take(x, answer)
		if err != nil || !again {
			return answered, err
		}
	}
}

// unfinished keeps what was typed of an answer when the input ended.
func (a *interviewer) unfinished(x interview.Asked, answer forms.Answer) error {
	if answer.Pending == "" {
		return nil
	}
	return a.set(x.Path, answer)
}

// take saves an answer and says what is wrong with it, if anything; then it is
// asked again, and an empty line leaves it as it is.
func (a *interviewer) take(x interview.Asked, answer forms.Answer) (again bool, err error) {
	if empty(answer) {
		a.passed[x.Path] = true
		if now, ok := a.state.Ask(x.Path); ok && now.Required && !now.Done {
			a.print("%s", a.words("cli.ask.needed", nil))
		}
		return false, nil
	}
	before, _ := a.c.Answers.Get(x.Path)
	if err := a.set(x.Path, input.Keep(before, answer)); err != nil {
		return false, err
	}
	a.tellOf(x.Path)
	for _, prob := range a.state.Problems {
		if prob.At == x.Path && prob.Code != forms.Missing && prob.Code != forms.Stopped && prob.Code != forms.OtherRoute {
			out := a.problem(a.proc, a.texts, a.c.Answers, prob)
			a.lines(out.What, out.Means, out.Next, a.words("cli.ask.leave-it", nil))
			return true, nil
		}
	}
	return false, nil
}

func empty(x forms.Answer) bool { return x.Value == nil && x.Skip == "" && x.Pending == "" }

// show writes a question with its hint and the answer that it has.
func (a *interviewer) show(x interview.Asked) {
	key := a.proc.Key("ask.q", x.Question.ID)
	title := label(a.proc, a.texts, a.c.Answers, x.Path)
	if !x.Required {
		title += " (" + a.words("ui.optional", nil) + ")"
	}
	a.print("\n%s", title)
	if slices.Contains(x.Question.Help, "hint") {
		a.print("%s", a.word(key+".hint"))
	}
	now, _ := a.c.Answers.Get(x.Path)
	switch {
	case now.Pending != "":
		a.print("%s", a.words("cli.ask.pending", i18n.Args{"answer": now.Pending}))
	case now.Skip != "":
		a.print("%s", a.words("cli.ask.now", i18n.Args{"answer": a.words(i18n.Key("skip."+now.Skip), nil)}))
	case now.Value != nil:
		a.print("%s", a.words("cli.ask.now", i18n.Args{"answer": a.answer(x.Question, now)}))
	}
}

// answer is an answer in the person's words: the labels of its options, or what
// could be typed for it.
func (a *interviewer) answer(q *forms.Question, x forms.Answer) string {
	option := func(code string) string { return a.word(a.proc.Key("ask.q", q.ID, "o", code)) }
	switch v := x.Value.(type) {
	case forms.YesNo:
		return a.yesNo(bool(v))
	case forms.Choice:
		return option(string(v))
	case forms.Multi:
		labels := make([]string, len(v))
		for i, code := range v {
			labels[i] = option(code)
		}
		return i18n.List(a.t.Tag(), labels)
	case forms.Person:
		return strings.TrimSpace(v.Given + " " + v.Family)
	case forms.AuthorityRef:
		for _, body := range a.proc.Authorities {
			if body.ID == v.ID {
				return body.Name
			}
		}
		return v.Name
	}
	return a.reader().Format(x)
}

func (a *interviewer) yesNo(yes bool) string {
	if yes {
		return a.words("word.yes", nil)
	}
	return a.words("word.no", nil)
}

// read reads the answer to a question, in the way of its kind. A zero answer is
// an empty line.
func (a *interviewer) read(x interview.Asked) (forms.Answer, command) {
	switch x.Question.Kind {
	case forms.KindYesNo:
		return a.readYesNo(x)
	case forms.KindChoice:
		return a.readChoice(x)
	case forms.KindMulti:
		return a.readMulti(x)
	case forms.KindProse:
		return a.readProse(x)
	case forms.KindPerson:
		return a.readPerson()
	case forms.KindAddress:
		return a.readAddress()
	case forms.KindPeriod:
		return a.readPeriod(x)
	case forms.KindCountry:
		return a.readCountry()
	case forms.KindAuthority:
		return a.readAuthority(x)
	case forms.KindFiles:
		return a.readFiles(x)
	case forms.KindDate:
		a.print("%s", a.dateHint())
	case forms.KindMoney:
		a.print("%s", a.words("cli.ask.money", i18n.Args{"example": a.reader().Format(forms.Answer{Value: forms.Money{Minor: 1250, Currency: "EUR"}})}))
	case forms.KindText, forms.KindNumber, forms.KindItems:
	}
	return a.readLine(x.Question, "")
}

// dateHint shows how a day can be typed.
func (a *interviewer) dateHint() string {
	day := forms.Date{Year: a.on.Year, Month: 3, Day: 25}
	example := func(p forms.Precision) string {
		return a.reader().Format(forms.Answer{Value: forms.When{Date: day, Precision: p}})
	}
	return a.words("cli.ask.date", i18n.Args{"exact": example(forms.Exact), "about": example(forms.About), "year": example(forms.YearOnly)})
}

// readLine reads an answer that is typed on one line, until it can be read.
func (a *interviewer) readLine(q *forms.Question, prompt string) (forms.Answer, command) {
	for {
		typed, cmd := a.line(prompt)
		if cmd != answered {
			return forms.Answer{}, cmd
		}
		answer, code := a.reader().Parse(q, typed)
		if code == "" {
			return answer, answered
		}
		a.reject(code)
	}
}

// reject says why what was typed is no answer.
func (a *interviewer) reject(code forms.ProblemCode) {
	key := i18n.Key("problem." + code)
	a.print("%s %s", a.words(key+".what", nil), a.words(key+".next", nil))
}
