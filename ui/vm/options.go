package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/forms/routes"
	"recourse/i18n"
)

// offer sets the options of a question that is answered by choosing.
func (v *Interview) offer(f *Field, a interview.Asked, x forms.Answer) {
	f.Shape = Listed
	switch a.Question.Kind {
	case forms.KindYesNo:
		said, answered := x.Value.(forms.YesNo)
		f.Options = []Option{{Code: codeYes, Label: v.yesNo(true), Chosen: answered && bool(said)},
			{Code: codeNo, Label: v.yesNo(false), Chosen: answered && !bool(said)}}
	case forms.KindChoice:
		chosen, _ := x.Value.(forms.Choice)
		f.Options = v.optionList(a, []string{string(chosen)})
	case forms.KindMulti:
		chosen, _ := x.Value.(forms.Multi)
		f.Options, f.Many = v.optionList(a, chosen), true
	case forms.KindCountry:
		chosen, _ := x.Value.(forms.Country)
		f.Options = v.countries(string(chosen), true)
	case forms.KindFiles:
		chosen, _ := x.Value.(forms.Files)
		f.Options, f.Many = v.fileList(chosen), true
		f.Empty, f.Drop = v.a.text("ui.files.none"), v.drop(a.Path)
	}
	if !f.Many && len(f.Options) > forms.MaxOptionsOnScreen {
		f.Shape = Searched
	}
}

func (v *Interview) optionList(a interview.Asked, chosen []string) []Option {
	var out []Option
	for _, o := range a.Question.Options {
		is := slices.Contains(chosen, o.Code)
		offered := slices.ContainsFunc(a.Options, func(x forms.Option) bool { return x.Code == o.Code })
		if !offered && !is {
			continue // an option that is closed stays in sight only where it was chosen
		}
		key := v.p.Key("ask.q", a.Question.ID, "o", o.Code)
		option := Option{Code: o.Code, Label: v.t.Text(key, nil), Chosen: is}
		if o.Hint {
			option.Hint = v.t.Text(key+".hint", nil)
		}
		if o.Mark != "" && o.Mark != forms.Verified {
			option.Hint = joinLines(option.Hint, v.t.Text(i18n.Key("mark."+o.Mark), nil))
		}
		out = append(out, option)
	}
	return out
}

func joinLines(parts ...string) string {
	return Beside(parts...)
}

func (v *Interview) fileList(chosen []string) []Option {
	var out []Option
	for i, id := range v.answers().Items(exhibits) {
		label := v.itemTitle("exhibits.list", i)
		label = Beside(label, v.answerWords(exhibits.In(id, "exhibits.title")))
		out = append(out, Option{Code: id, Label: label, Chosen: slices.Contains(chosen, id)})
	}
	return out
}

// countries lists all countries in the order of their names; those that are past
// or disputed at the end, if they are wanted.
func (v *Interview) countries(chosen string, outside bool) []Option {
	out := slices.Clone(v.a.countryNames(v.t.Tag()))
	if outside {
		out = append(out, named(v.t.Tag(), i18n.OutsideCountries())...)
	}
	for i := range out {
		out[i].Chosen = out[i].Code == chosen
	}
	return out
}

// countryNames are the countries in the order of their names in a language. They
// are put in order once for each language.
func (a *App) countryNames(lang Tag) []Option {
	if list, ok := a.countries[lang]; ok {
		return list
	}
	list := named(lang, i18n.Countries())
	a.countries[lang] = list
	return list
}

// named are countries in the order of their names in a language.
func named(lang Tag, codes []string) []Option {
	var list []Option
	for _, code := range codes {
		list = append(list, Option{Code: code, Label: i18n.Country(lang, code), Also: i18n.CountryNames(code)})
	}
	i18n.Sort(lang, list, func(o Option) string { return o.Label })
	return list
}

// offerAuthorities lists the bodies that the facts lead to, with what speaks for
// each; then all others; and parts for one that is in no record.
func (v *Interview) offerAuthorities(f *Field, a interview.Asked, x forms.Answer) {
	ref, _ := x.Value.(forms.AuthorityRef)
	all := v.a.w.Library.Authorities()
	have, speaks := v.a.w.Library.DocLanguages(v.p.ID), []Tag{v.a.tag}
	led, others := routes.Bodies(v.p, v.state.Known, all, have, speaks)
	for _, c := range led {
		f.Options = append(f.Options, v.candidate(c, ref.ID))
	}
	for _, c := range others {
		o := v.candidate(c, ref.ID)
		o.Label, o.Hint = o.Label+" · "+i18n.Country(v.t.Tag(), string(c.Authority.Country)), ""
		o.Also = i18n.CountryNames(string(c.Authority.Country))
		f.More = append(f.More, o)
	}
	i18n.Sort(v.t.Tag(), f.More, func(o Option) string { return o.Label })
	f.Shape, f.MoreName = Body, v.a.text("ui.authority.more")
	if ref.ID != "" {
		f.More = append([]Option{{Label: v.a.text("ui.authority.own")}}, f.More...)
		f.Detail = v.authorityDetail(ref.ID)
		return
	}
	parts := v.parts(a.Path)
	name := Part{Name: partName, Label: v.a.text("ui.authority.name"), Value: parts[partName], Full: true}
	f.Parts = append([]Part{name}, v.addressParts(parts)...)
}

func (v *Interview) candidate(c routes.Candidate, chosen forms.AuthorityID) Option {
	var why []string
	for _, r := range c.Reasons {
		why = append(why, v.reasonWords(r))
	}
	return Option{Code: string(c.Authority.ID), Label: c.Authority.Name, Hint: strings.Join(why, " "), Chosen: c.Authority.ID == chosen}
}

// reasonWords says what speaks for or against a body.
func (v *Interview) reasonWords(r routes.Reason) string {
	lang := v.t.Tag()
	names := make([]string, len(r.Languages))
	for i, t := range r.Languages {
		names[i] = i18n.Language(lang, t)
	}
	args := i18n.Args{"country": i18n.Country(lang, string(r.Country)), "languages": i18n.List(lang, names), "land": v.landName(r.Land)}
	return v.t.Text(r.Code.Key(), args)
}

func (v *Interview) landName(code string) string {
	q := v.p.Question("person.land")
	if q == nil || code == "" {
		return code
	}
	return v.optionWords(q, code)
}

// authorityDetail is what is recorded of a body.
func (v *Interview) authorityDetail(id forms.AuthorityID) []string {
	a, ok := v.a.w.Library.Authority(id)
	if !ok {
		return nil
	}
	out := append([]string{}, a.Address...)
	for _, s := range []string{a.Email, a.Phone, a.Web} {
		if s != "" {
			out = append(out, s)
		}
	}
	d := a.AsOf
	source := v.t.Text("mark.source", i18n.Args{"source": a.Source, "date": i18n.Date(v.t.Writing(), d.Year, d.Month, d.Day)})
	return append(out, Beside(source, v.t.Text("mark.address", nil)))
}
