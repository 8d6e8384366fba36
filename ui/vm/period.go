package vm

import (
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// between parts the two ends of a period that is kept as text; a dot at the end of
// what was typed does not run into it.
const between = " .. "

// openEnd is said of an end of a period in the place of how sure it is: there is no
// such day, or nobody knows it.
const openEnd = "open"

// dayAsked is a day that is asked: its part, and the words for it, for how sure it
// is, for the way to the calendar, and for that it is open, "" where it cannot be.
type dayAsked struct {
	part                      string
	day, sure, calendar, open i18n.Key
}

// ends are the two days of a period.
func ends() []dayAsked {
	return []dayAsked{{partFrom, "ui.period.from", "ui.period.sure.from", "ui.period.calendar.from", "ui.period.open.from"},
		{partTo, "ui.period.to", "ui.period.sure.to", "ui.period.calendar.to", "ui.period.open.to"}}
}

// sureOf is the part that says how sure the day of a part is.
func sureOf(part string) string {
	if part == partText {
		return partPrecision
	}
	return part + "." + partPrecision
}

// dayParts are the parts of a day: its boxes, unless it is open, and how sure it is.
func (v *Interview) dayParts(d dayAsked, value map[string]string) []Part {
	precision := value[sureOf(d.part)]
	sure := Part{Name: sureOf(d.part), Label: v.a.text(d.sure), Value: precision, Full: precision == openEnd}
	add := func(code string, label i18n.Key) {
		sure.Options = append(sure.Options, Option{Code: code, Label: v.a.text(label), Chosen: precision == code})
	}
	for _, p := range []forms.Precision{forms.Exact, forms.About, forms.YearOnly} {
		add(string(p), i18n.Key("ui.date."+p))
	}
	if d.open != "" {
		add(openEnd, d.open)
	}
	if precision == openEnd {
		return []Part{sure}
	}
	day := Part{Name: d.part, Label: v.a.text(d.day), Value: value[d.part], Example: v.example(forms.KindDate), Boxes: v.boxes(value[d.part], precision)}
	if precision != string(forms.YearOnly) {
		day.Calendar = v.a.text(d.calendar)
	}
	return []Part{day, sure}
}

// periodPart asks the two days of a period.
func (v *Interview) periodPart(value map[string]string) []Part {
	var out []Part
	from, to := v.readable(value, partFrom), v.readable(value, partTo)
	for _, d := range ends() {
		parts := v.dayParts(d, value)
		parts[0].Sound = d.part == partFrom && from && !to || d.part == partTo && to && !from
		out = append(out, parts...)
	}
	return out
}

// readable reports whether what stands in an end of a period is a day, or nothing.
func (v *Interview) readable(value map[string]string, end string) bool {
	text := dayText(value, end)
	_, code := v.reader().Date(text)
	return text == "" || code == ""
}

// dayText is the day of a part as one text, as precise as it is to be.
func dayText(value map[string]string, part string) string {
	precision := value[sureOf(part)]
	text := asPrecise(value[part], precision)
	switch {
	case line(text) == "" || precision == openEnd:
		return ""
	case precision == string(forms.About):
		return aboutSign + text
	}
	return text
}

// onlyYear leaves of a day its year, where no more is asked.
func onlyYear(w forms.When, precision string) forms.When {
	if precision != string(forms.YearOnly) {
		return w
	}
	return forms.When{Date: forms.Date{Year: w.Date.Year, Month: 1, Day: 1}, Precision: forms.YearOnly}
}

// readPeriod reads the two days, of which one may be missing.
func (v *Interview) readPeriod(q *forms.Question, value map[string]string) forms.Answer {
	from, to := dayText(value, partFrom), dayText(value, partTo)
	if from+to == "" {
		return forms.Answer{}
	}
	x, _ := v.reader().Parse(q, from+between+to)
	p, ok := x.Value.(forms.Period)
	if !ok {
		return x
	}
	for part, end := range map[string]**forms.When{partFrom: &p.From, partTo: &p.To} {
		if *end != nil {
			w := onlyYear(**end, value[sureOf(part)])
			*end = &w
		}
	}
	return forms.Answer{Value: p}
}

// periodParts takes a period apart. An end that it has not is open; of what could not
// be read each end stands as it was typed.
func (v *Interview) periodParts(x forms.Answer) map[string]string {
	out := map[string]string{}
	p, ok := x.Value.(forms.Period)
	if !ok {
		from, to, found := strings.Cut(x.Pending, between)
		if !found {
			from, to, _ = strings.Cut(x.Pending, strings.TrimSpace(between))
		}
		out[partFrom], out[sureOf(partFrom)] = v.dayApart(forms.Answer{Pending: strings.TrimSpace(from)})
		out[partTo], out[sureOf(partTo)] = v.dayApart(forms.Answer{Pending: strings.TrimSpace(to)})
		return out
	}
	for part, end := range map[string]*forms.When{partFrom: p.From, partTo: p.To} {
		if end == nil {
			out[sureOf(part)] = string(forms.Exact) // nobody has said that it is open
			continue
		}
		out[part], out[sureOf(part)] = v.dayApart(forms.Answer{Value: *end})
	}
	return out
}

// dayApart takes a day apart into its text and how sure it is.
func (v *Interview) dayApart(x forms.Answer) (text, precision string) {
	text, sure := v.reader().Format(x), forms.Exact
	if w, ok := x.Value.(forms.When); ok {
		sure = w.Precision
	}
	if rest, about := strings.CutPrefix(text, aboutSign); about {
		text, sure = rest, forms.About
	}
	return text, string(sure)
}

// LeavePart says that the person has left a part of a field. Who leaves the first day
// of a period, and can be understood so far, is not through with it.
func (v *Interview) LeavePart(at Path, part string) {
	value := v.parts(at)
	if part == partFrom && value[partTo] == "" && value[sureOf(partTo)] != openEnd && v.readable(value, partFrom) {
		return
	}
	v.Leave(at)
}
