package interview

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// fits tells whether a value can be an answer at all: its codes are offered, its
// references lead somewhere. What does not fit is not known to anything later.
func (r *resolver) fits(a Asked, v forms.Value) bool {
	switch v := v.(type) {
	case forms.Choice:
		return r.codes(a, []string{string(v)})
	case forms.Multi:
		return r.codes(a, v)
	case forms.Country:
		return r.country(string(v), a.Path)
	case forms.AuthorityRef:
		known := v.ID == "" || slices.ContainsFunc(r.p.Authorities, func(x forms.Authority) bool { return x.ID == v.ID })
		return r.holds(known, forms.UnknownAuthority, a.Path)
	case forms.Files:
		missing := slices.ContainsFunc(v, func(id string) bool { return !slices.Contains(r.exhibits, id) })
		return r.holds(!missing, forms.UnknownExhibit, a.Path)
	}
	return true
}

// country tells whether a code is that of a country of today, and notes what it is
// otherwise.
func (r *resolver) country(code string, at forms.Path) bool {
	today, outside := i18n.Successors(code)
	switch {
	case len(today) > 0:
		r.problem(forms.PastCountry, at, i18n.Args{"country": code})
	case outside:
		r.problem(forms.DisputedCountry, at, i18n.Args{"country": code})
	default:
		return r.holds(i18n.ValidCountry(code), forms.UnknownCountry, at)
	}
	return false
}

// holds notes a problem where something does not hold.
func (r *resolver) holds(ok bool, code forms.ProblemCode, at forms.Path) bool {
	if !ok {
		r.problem(code, at, nil)
	}
	return ok
}

func (r *resolver) codes(a Asked, codes []string) bool {
	for _, code := range codes {
		is := func(o forms.Option) bool { return o.Code == code }
		if !slices.ContainsFunc(a.Question.Options, is) {
			r.problem(forms.UnknownCode, a.Path, nil)
			return false
		}
		if !slices.ContainsFunc(a.Options, is) {
			r.problem(forms.OptionClosed, a.Path, nil)
			return false
		}
	}
	return true
}

// checks holds a fitting value to the limits of its kind and to the checks.
func (r *resolver) checks(a Asked, v forms.Value, prefix string) {
	r.limits(a.Question, a.Path, v)
	for _, c := range a.Question.Checks {
		if c.Rule.IsZero() {
			r.builtIn(c.Code, a.Path, v)
		} else if c.Rule.Eval(r.env.at(prefix)) == cond.No {
			r.problems = append(r.problems, forms.Problem{Code: forms.CheckFailed, At: a.Path,
				Text: r.p.Key("ask.c", a.Question.ID, c.Code)})
		}
	}
}

func (r *resolver) limits(q *forms.Question, at forms.Path, v forms.Value) {
	switch v := v.(type) {
	case forms.Text:
		r.length(string(v), most(q.Max, forms.DefaultMaxText), at)
	case forms.Prose:
		r.length(v.Words, most(q.Max, forms.DefaultMaxProse), at)
	case forms.Number:
		if int64(v) < int64(q.Min) {
			r.problem(forms.TooSmall, at, i18n.Args{"min": q.Min})
		}
		if q.Max != 0 && int64(v) > int64(q.Max) {
			r.problem(forms.TooLarge, at, i18n.Args{"max": q.Max})
		}
	case forms.Period:
		if v.From != nil && v.To != nil && v.To.Latest().Before(v.From.Earliest()) {
			r.problem(forms.OrderOfDates, at, nil)
		}
	}
}

func (r *resolver) length(s string, max int, at forms.Path) {
	if utf8.RuneCountInString(s) > max {
		r.problem(forms.TooLong, at, i18n.Args{"max": max})
	}
}

func (r *resolver) builtIn(code string, at forms.Path, v forms.Value) {
	switch code {
	case "not-future":
		for _, w := range ends(v) {
			if w != nil && w.Earliest().After(r.env.today) {
				r.problem(forms.FutureDate, at, nil)
				return
			}
		}
	case "email":
		r.holds(emailForm.MatchString(text(v)), forms.NotAnEmail, at)
	case "phone":
		r.holds(phoneForm.MatchString(text(v)), forms.NotAPhone, at)
	case "url":
		r.holds(urlForm.MatchString(text(v)), forms.NotAURL, at)
	}
}

func ends(v forms.Value) []*forms.When {
	switch v := v.(type) {
	case forms.When:
		return []*forms.When{&v}
	case forms.Period:
		return []*forms.When{v.From, v.To}
	}
	return nil
}

func text(v forms.Value) string {
	t, _ := v.(forms.Text)
	return string(t)
}

// emailForm accepts one address without a display name, at a host with a dot.
var emailForm = regexp.MustCompile(`^[^\s@<>",;:()]+@[\pL\pN]([\pL\pN.-]*[\pL\pN])?\.[\pL\pN-]*[\pL]$`)

// phoneForm accepts what people write: digits with a leading plus, spaces and
// the usual signs, an extension.
var phoneForm = regexp.MustCompile(`^\+?[0-9(][0-9 ()/.\-]{3,28}[0-9](\s?(x|ext\.?)\s?[0-9]{1,6})?$`)

// urlForm accepts an address of the web, with or without its scheme.
var urlForm = regexp.MustCompile(`^(https?://)?[\pL\pN]([\pL\pN.-]*[\pL\pN])?\.[\pL]{2,63}(:[0-9]{1,5})?([/?#]\S*)?$`)
