package main

import (
	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// readAuthority offers the bodies that the answers lead to, each with what speaks
// for it; others are searched for by name, or typed with their address.
func (a *interviewer) readAuthority(x interview.Asked) (forms.Answer, command) {
	speaks := []i18n.Tag{a.lang, a.c.Language}
	list, _ := routes.Bodies(a.proc, a.state.Known, a.proc.Authorities, a.lib.DocLanguages(a.proc.ID), speaks)
	bodies := make([]forms.Authority, len(list))
	for i, c := range list {
		bodies[i] = c.Authority
		a.print("%d. %s", i+1, a.body(c.Authority))
		for _, r := range c.Reasons {
			a.print("   %s", a.routeReason(r))
		}
	}
	for {
		typed, cmd := a.line(a.words("cli.ask.authority", nil))
		if cmd != answered || typed == "" {
			return forms.Answer{}, cmd
		}
		if answer, cmd, ok := a.bodyTyped(x, typed, bodies); ok {
			return answer, cmd
		}
	}
}

// body is a body as it is offered: its name, its English name, its State.
func (a *interviewer) body(b forms.Authority) string {
	out := b.Name
	if b.NameEnglish != "" && b.NameEnglish != b.Name {
		out += " (" + b.NameEnglish + ")"
	}
	return out + ", " + i18n.Country(a.t.Tag(), string(b.Country))
}

// bodyTyped reads a number of the list, "0" for a body to type, or words to
// search for; ok is false where the person is to try again.
func (a *interviewer) bodyTyped(x interview.Asked, typed string, bodies []forms.Authority) (forms.Answer, command, bool) {
	if n, ok := a.numberOf(typed, make([]string, len(bodies))); ok {
		return forms.Answer{Value: forms.AuthorityRef{ID: bodies[n].ID}}, answered, true
	}
	if typed == "0" || typed == "٠" {
		return a.bodyInWords()
	}
	exact, _ := a.reader().Parse(x.Question, typed)
	if ref, ok := exact.Value.(forms.AuthorityRef); ok && ref.ID != "" {
		return exact, answered, true
	}
	found := a.reader().FindAuthorities(typed)
	if len(found) == 0 {
		a.print("%s", a.words("cli.ask.no-authority", nil))
		return forms.Answer{}, answered, false
	}
	names := make([]string, len(found))
	for i, b := range found {
		names[i] = a.body(b)
	}
	n, cmd := a.pick(names)
	if n < 0 {
		return forms.Answer{}, cmd, cmd != answered
	}
	return forms.Answer{Value: forms.AuthorityRef{ID: found[n].ID}}, answered, true
}

func (a *interviewer) bodyInWords() (forms.Answer, command, bool) {
	var v forms.AuthorityRef
	if cmd := a.readParts(part{"input.label.name", &v.Name}); cmd != answered || v.Name == "" {
		return forms.Answer{}, cmd, cmd != answered
	}
	address, cmd := a.readAddress()
	if cmd != answered {
		return forms.Answer{}, cmd, true
	}
	v.Address, _ = address.Value.(forms.Address)
	return forms.Answer{Value: v}, answered, true
}

// routeReason is a reason for or against a body in words.
func (a *interviewer) routeReason(r routes.Reason) string {
	return text(a.t, r.Code.Key(), i18n.Args{"country": i18n.Country(a.t.Tag(), string(r.Country)),
		"languages": a.languages(r.Languages), "land": a.land(r.Land)})
}

// land is the name of a German Land.
func (a *interviewer) land(code string) string {
	key := i18n.Key("ask.q.person.land.o." + code)
	if code == "" || !a.texts.Has(key) {
		return code
	}
	return a.word(key)
}
