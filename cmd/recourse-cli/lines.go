package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// line reads one line after a prompt, without its end. A line that is a command
// comes with it; a leading backslash makes an answer of what looks like one. At
// the end of the input, what stands before it is the last line.
func (a *interviewer) line(prompt string) (string, command) {
	if prompt != "" {
		prompt += " "
	}
	fmt.Fprint(a.stdout, prompt+"> ")
	typed, cmd := a.rawLine()
	if !a.echoes || cmd == ended {
		a.print("")
	}
	if cmd != answered {
		return "", cmd
	}
	typed = strings.TrimSpace(typed)
	if plain, ok := strings.CutPrefix(typed, `\`); ok {
		return plain, answered
	}
	return typed, a.command(typed)
}

func (a *interviewer) rawLine() (string, command) {
	typed, err := a.in.ReadString('\n')
	if typed == "" && err != nil {
		return "", ended
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return "", ended
	}
	return strings.TrimRight(typed, "\r\n"), answered
}

// command finds the command that a line is, in the person's language or English.
func (a *interviewer) command(typed string) command {
	r := a.reader()
	switch {
	case typed == "":
		return answered
	case typed == "?" || typed == "؟" || r.IsWord("cli.word.help", typed):
		return help
	case r.IsWord("cli.word.back", typed):
		return back
	case r.IsWord("cli.word.skip", typed):
		return skip
	case r.IsWord("cli.word.quit", typed):
		return quit
	}
	return answered
}

// explain shows all that there is to say about a question, and the commands.
func (a *interviewer) explain(x interview.Asked) {
	if q := x.Question; q != nil {
		for _, h := range q.Help {
			key := i18n.Key("ui." + h)
			if h == "hint" {
				a.print("%s", a.word(a.proc.Key("ask.q", q.ID, h)))
				continue
			}
			a.print("%s", a.words("cli.field", i18n.Args{"label": a.words(key, nil), "value": a.word(a.proc.Key("ask.q", q.ID, h))}))
		}
	}
	if because := a.because(x); because != "" {
		a.print("%s", a.words("cli.field", i18n.Args{"label": a.words("ui.why-now", nil), "value": because}))
	}
	a.print("%s", a.words("cli.ask.how", nil))
}

// because names the questions whose answers made a question appear.
func (a *interviewer) because(x interview.Asked) string {
	var labels []string
	for _, r := range a.state.Why(x) {
		key := a.proc.Key("ask.q", forms.ID(r.Ref))
		if !a.texts.Has(key) {
			key = a.proc.Key("ask.r", forms.ID(r.Ref))
		}
		if l := a.word(key); a.texts.Has(key) && !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	return strings.Join(labels, " · ")
}

// skipping offers the ways to pass over a question.
func (a *interviewer) skipping(x interview.Asked) (forms.Answer, command) {
	labels := []string{}
	if x.Question != nil {
		for _, s := range x.Question.Skips {
			labels = append(labels, a.words(i18n.Key("skip."+s), nil))
		}
	}
	if len(labels) == 0 {
		return forms.Answer{}, answered
	}
	labels = append(labels, a.words("cli.ask.later", nil))
	for {
		n, cmd := a.pick(labels)
		switch {
		case cmd == skip || cmd == answered && (n < 0 || n == len(labels)-1):
			return forms.Answer{}, answered
		case cmd == help:
			a.explain(x)
		case cmd != answered:
			return forms.Answer{}, cmd
		case n >= 0:
			return forms.Answer{Skip: x.Question.Skips[n]}, answered
		}
	}
}

// pick shows numbered lines and reads the number of one; -1 for an empty line.
func (a *interviewer) pick(labels []string) (int, command) {
	for i, l := range labels {
		a.print("%d. %s", i+1, l)
	}
	for {
		typed, cmd := a.line(a.words("cli.ask.number", nil))
		if cmd != answered || typed == "" {
			return -1, cmd
		}
		if n, ok := a.numberOf(typed, labels); ok {
			return n, answered
		}
		a.print("%s", a.words("cli.ask.bad-number", i18n.Args{"max": len(labels)}))
	}
}

// numberOf reads the number of a label, or the label itself.
func (a *interviewer) numberOf(typed string, labels []string) (int, bool) {
	whole := &forms.Question{Kind: forms.KindNumber}
	if x, code := a.reader().Parse(whole, typed); code == "" {
		n, _ := x.Value.(forms.Number)
		return int(n) - 1, n >= 1 && int(n) <= len(labels)
	}
	for i, l := range labels {
		if strings.EqualFold(l, typed) {
			return i, true
		}
	}
	return 0, false
}
