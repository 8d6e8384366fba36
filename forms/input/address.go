package input

import (
	"reflect"
	"regexp"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// The fields that a line with a label can fill. The labels are in the catalogs
// under input.label.
var addressFields = [...]string{"name", "line", "postcode", "city", "region", "country"}

// address reads the lines of an address: a country that is known stands last,
// before it the postcode with the place, and before that the street or what is
// in its place. Lines that all bear labels ("Postcode: 1010") say it outright.
func (r Reader) address(in []string) forms.Address {
	if fields, ok := r.labelled(in); ok {
		return r.fromLabels(fields)
	}
	var a forms.Address
	if len(in) > 0 {
		if c, ok := r.postal(in[len(in)-1]); ok {
			a.Country, in = c, in[:len(in)-1]
		}
	}
	if len(in) == 0 {
		return a
	}
	last := in[len(in)-1]
	if code, city, ok := placeLine(last, a.Country); ok {
		a.Postcode, a.City, in = code, city, in[:len(in)-1]
	} else if len(in) > 1 {
		a.City, in = last, in[:len(in)-1]
	}
	if len(in) > 0 {
		a.Lines = in
	}
	return a
}

var (
	codeFirst = regexp.MustCompile(`^((?:[A-Z]{1,2}-)?[0-9][0-9-]*(?: [0-9]{2,3})?) (\D.*)$`)
	codeDutch = regexp.MustCompile(`^([0-9]{4} ?[A-Z]{2}) (\D.*)$`)
	codeLast  = regexp.MustCompile(`^(\D.*?),? ([A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}|[0-9]{5}(?:-[0-9]{4})?)$`)
)

// placeLine cuts a line into postcode and place: the code first, as on the
// continent of Europe, or last, as in the United Kingdom and the United States.
func placeLine(line string, c forms.Country) (code, city string, ok bool) {
	if m := codeDutch.FindStringSubmatch(line); m != nil && c == "NL" {
		return m[1], m[2], true
	}
	if m := codeFirst.FindStringSubmatch(line); m != nil {
		return m[1], m[2], true
	}
	if m := codeLast.FindStringSubmatch(line); m != nil {
		return m[2], m[1], true
	}
	return "", "", false
}

// labelled reads lines that all begin with a known label.
func (r Reader) labelled(in []string) (map[string][]string, bool) {
	fields := map[string][]string{}
	for _, line := range in {
		label, text, ok := strings.Cut(line, ":")
		field := r.field(label)
		if !ok || field == "" {
			return nil, false
		}
		fields[field] = append(fields[field], strings.TrimSpace(text))
	}
	return fields, len(in) > 0
}

func (r Reader) field(label string) string {
	for _, f := range addressFields {
		for _, lang := range []i18n.Tag{r.Lang, "en"} {
			if c, ok := i18n.Locale(lang); ok && fold(c.Plain(i18n.Key("input.label."+f), nil)) == fold(label) {
				return f
			}
		}
	}
	return ""
}

func (r Reader) label(field string) string {
	c, ok := i18n.Locale(r.Lang)
	if !ok {
		c, _ = i18n.Locale("en")
	}
	return c.Plain(i18n.Key("input.label."+field), nil) + ": "
}

func (r Reader) fromLabels(f map[string][]string) forms.Address {
	a := forms.Address{Lines: f["line"], Postcode: first(f["postcode"]), City: first(f["city"]), Region: first(f["region"])}
	if c, ok := r.postal(first(f["country"])); ok {
		a.Country = c
	} else if x := first(f["country"]); x != "" {
		a.Lines = append(a.Lines, x)
	}
	return a
}

// postal reads the country of an address, where letters go today.
func (r Reader) postal(raw string) (forms.Country, bool) {
	c, ok := r.Country(raw)
	return c, ok && i18n.ValidCountry(string(c))
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, " ")
}

// formatAddress writes an address as on an envelope where that reads back as
// the same address, and with labels otherwise.
func (r Reader) formatAddress(a forms.Address) string {
	if plain := r.envelope(a); reflect.DeepEqual(r.address(lines(plain)), a) {
		return plain
	}
	return r.withLabels(a)
}

func (r Reader) envelope(a forms.Address) string {
	place := strings.TrimSpace(a.Postcode + " " + a.City)
	if a.Country == "GB" || a.Country == "US" {
		place = strings.TrimSpace(a.City + " " + a.Postcode)
	}
	out := append(append([]string{}, a.Lines...), place, a.Region)
	if a.Country != "" {
		out = append(out, r.formatCountry(a.Country))
	}
	return strings.Join(lines(strings.Join(out, "\n")), "\n")
}

func (r Reader) withLabels(a forms.Address) string {
	var out []string
	add := func(field, text string) {
		if text != "" {
			out = append(out, r.label(field)+text)
		}
	}
	for _, line := range a.Lines {
		add("line", line)
	}
	add("postcode", a.Postcode)
	add("city", a.City)
	add("region", a.Region)
	if a.Country != "" {
		add("country", r.formatCountry(a.Country))
	}
	return strings.Join(out, "\n")
}
